import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { failureLine } from '../server/failure-line.ts';
import { type Serving, serve } from '../server/serve.ts';
import { ownSecret, readSetting } from '../server/setting.ts';
import { CommandFailure } from './failure.ts';
import { type OpenStore, openStore } from './open.ts';
import { type DataOptions, filesDirOf, portOf, withData } from './options.ts';
import { note, type Progress, printJson, printLines, progressBar } from './output.ts';
import { prepareWorkspaces } from './prepare.ts';

interface StartOptions extends DataOptions {
  host: string;
  port: number;
  demo: boolean;
}

const DEFAULT_PORT = 4400;

export function addStart(program: Command): void {
  withData(program.command('start'))
    .summary('Start everything and print the address.')
    .description(
      'Starts the database (or uses DATABASE_URL), loads the simulated demo workspace the first time, and serves the\n' +
        'web client and the API on this machine. Ctrl-C stops everything.',
    )
    .option(
      '--port <port>',
      'where to listen; 0 takes any free port',
      portOf,
      portOf(process.env.PORT ?? String(DEFAULT_PORT)),
    )
    .option('--host <address>', 'where to listen; beyond this machine it asks for an address and a secret', '127.0.0.1')
    .option('--no-demo', 'without the demo workspace')
    .addHelpText('after', '\nExamples:\n  coassent start\n  coassent start --port 8080 --data ./mine --no-demo')
    .action(runStart);
}

async function runStart(options: StartOptions): Promise<void> {
  const stopping = new AbortController();
  const stopped = untilSignal(stopping);
  const bar = progressBar();
  const store = await openStore({
    data: options.data,
    beside: false,
    address: `http://localhost:${options.port}`,
    onProgress: (sentence) => note(sentence),
    onLost: (error) => {
      note(`${error.message} Start Coassent again.`);
      process.exitCode = 1;
      stopping.abort();
    },
  });
  let serving: Serving | undefined;
  try {
    const { s3 } = settingOf(options, options.port).files;
    await prepareWorkspaces(store.db, {
      demo: options.demo,
      files_dir: s3 === null ? filesDirOf(options) : null,
      signal: stopping.signal,
      onProgress: tellPreparing(bar),
    });
    bar.stop();
    if (stopping.signal.aborted) return;
    serving = await listen(store, options);
    if (options.json === true) printJson({ url: serving.url, pid: process.pid });
    else {
      note(`Mails that no mail server takes are at ${serving.url}/mailbox#${ownSecret(options.data, 'owner-token')}`);
      printLines([`Coassent is ready at ${serving.url} (Ctrl-C stops it)`]);
    }
    await stopped;
    note('Stopping');
  } finally {
    bar.stop();
    await serving?.close();
    await store.close();
  }
}

async function listen(store: OpenStore, options: StartOptions): Promise<Serving> {
  try {
    return await serve({
      store,
      host: options.host,
      port: options.port,
      settingFor: (port) => settingOf(options, port),
      owner_token: ownSecret(options.data, 'owner-token'),
      web_dir: webFolder(),
      uploads_dir: path.resolve(options.data, 'uploads'),
      files_dir: filesDirOf(options),
      onFailure: (what, error) => note(failureLine(new Date(), what, error)),
    });
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'EADDRINUSE') throw error;
    throw new CommandFailure(
      'start.port_taken',
      `Port ${options.port} is taken by another program. Choose another: coassent start --port ${options.port + 1}`,
    );
  }
}

const settingOf = ({ host, data }: StartOptions, port: number) =>
  readSetting({ env: process.env, host, port, data_dir: data });

/** The built client beside the bundled program. */
function webFolder(): string | null {
  const folder = fileURLToPath(new URL('./web', import.meta.url));
  return existsSync(path.join(folder, 'index.html')) ? folder : null;
}

function tellPreparing(bar: Progress): (share: number, step: string) => void {
  let told = '';
  return (share, step) => {
    bar.update(share, step);
    if (!process.stderr.isTTY && step !== told) note(step);
    told = step;
  };
}

/** Resolves at the first Ctrl-C or polite kill; a second one ends at once. */
function untilSignal(stopping: AbortController): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping.signal.aborted) process.exit(130);
      stopping.abort();
    });
  }
  return new Promise((resolve) => stopping.signal.addEventListener('abort', () => resolve()));
}
