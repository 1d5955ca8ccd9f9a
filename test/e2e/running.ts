import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

const repository = path.resolve(import.meta.dirname, '../..');

export interface Running {
  url: string;
  /** Ends it as hard as a power cut would, and starts it again on the same data and port. */
  killAndRestart: () => Promise<void>;
  stop: () => Promise<void>;
}

/** Starts the whole program as a person would, in a folder of its own, on a free port. */
export async function startProgram(...flags: string[]): Promise<Running> {
  const folder = mkdtempSync(path.join(tmpdir(), 'coassent-e2e-'));
  const data = path.join(folder, 'data');
  let program = await launch(['--port', '0', '--data', data, ...flags]);
  const { url } = program;
  return {
    url,
    killAndRestart: async () => {
      await ended(program.child, 'SIGKILL');
      program = await launch(['--port', new URL(url).port, '--data', data, ...flags]);
    },
    stop: async () => {
      await ended(program.child, 'SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Resolves when the program has said its address; rejects with all it said when it ends before. */
function launch(args: string[]): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, ['bin/coassent.js', 'start', '--json', ...args], {
    cwd: repository,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('exit', (code) =>
      reject(new Error(`The program ended with ${code} before it was ready.\n${said.join('')}`)),
    );
    createInterface({ input: child.stdout }).on('line', (line) => {
      const url = /"url": ?"([^"]+)"/.exec(line)?.[1];
      if (url !== undefined) resolve({ child, url });
    });
  });
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}
