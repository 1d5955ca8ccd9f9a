// Bundles the sources of a checkout into dist/, each part only when what it is made of has changed:
//   dist/cli.js, dist/worker.js, dist/migrations/   the program and its command line
//   dist/web/                                       the web client
// `node scripts/build.js` builds all of it; `bin/coassent.js` builds what its command needs.
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const entries = { cli: 'src/cli/main.ts', worker: 'src/server/worker.ts' };
const web_config = 'src/web/vite.config.ts';

/**
 * Brings dist/ of the checkout `root` up to date.
 * @param {{ root: string, web: boolean, say: (sentence: string) => void }} options `say` is told what takes a moment.
 */
export async function build({ root, web, say }) {
  const program = inputs(root, ['src'], (file) => !file.startsWith(path.join('src', 'web')));
  await whenStale(root, 'program', program, async (making) => {
    say('Building the program');
    await bundleProgram(root, making);
  });
  if (!web || !existsSync(path.join(root, web_config))) return;
  const client = inputs(root, ['src/web', 'src/catalogue', 'src/core', 'src/contract'], () => true);
  await whenStale(root, 'web', client, async (making) => {
    say('Building the web client');
    await bundleWeb(root, path.join(making, 'web'));
  });
}

async function bundleProgram(root, making) {
  const esbuild = await import('esbuild');
  const present = Object.entries(entries).filter(([, file]) => existsSync(path.join(root, file)));
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(present),
    outdir: making,
    bundle: true,
    // A command loads only what it needs. Chunks lie beside the entries, so paths relative to a module stay right.
    splitting: true,
    chunkNames: 'chunk-[hash]',
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: true,
    logLevel: 'warning',
  });
  const migrations = path.join(root, 'src/store/migrations');
  if (existsSync(migrations)) cpSync(migrations, path.join(making, 'migrations'), { recursive: true });
}

async function bundleWeb(root, outDir) {
  const vite = await import('vite');
  // Whatever started us (a test runner sets its own), pages are built to be used.
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    await vite.build({
      root: path.join(root, 'src/web'),
      configFile: path.join(root, web_config),
      logLevel: 'warn',
      build: { outDir, emptyOutDir: true },
    });
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

/** Every file that counts, tests aside, with its time and size: enough to see a change, a new file and a lost one. */
function inputs(root, folders, counts) {
  const lines = [process.version];
  for (const file of ['package.json', 'package-lock.json', 'scripts/build.js']) lines.push(mark(root, file));
  for (const folder of folders) {
    if (!existsSync(path.join(root, folder))) continue;
    for (const entry of readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })) {
      const file = path.relative(root, path.join(entry.parentPath, entry.name));
      if (entry.isFile() && !/\.test\.tsx?$/.test(file) && counts(file)) lines.push(mark(root, file));
    }
  }
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex');
}

function mark(root, file) {
  const stat = statSync(path.join(root, file), { throwIfNoEntry: false });
  return stat === undefined ? file : `${file} ${stat.mtimeMs} ${stat.size}`;
}

/** Builds a part where it is not up to date; of several that start at once, one builds and the others wait for it. */
async function whenStale(root, part, signature, make) {
  const dist = path.join(root, 'dist');
  if (isFresh(dist, part, signature)) return;
  mkdirSync(dist, { recursive: true });
  const unlock = await locked(path.join(dist, `.${part}.lock`));
  try {
    if (!isFresh(dist, part, signature)) await replace(dist, part, signature, make);
  } finally {
    unlock();
  }
}

/** Waits until nobody else holds the lock, and takes it; a holder that is gone holds nothing. */
async function locked(file) {
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
    if (holder > 0 && !isRunning(holder)) rmSync(file, { force: true });
    else await wait(100);
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

const stampOf = (dist, part) => path.join(dist, `.${part}.json`);

function lastOf(dist, part) {
  const stamp = stampOf(dist, part);
  return existsSync(stamp) ? JSON.parse(readFileSync(stamp, 'utf8')) : { signature: '', files: [] };
}

function isFresh(dist, part, signature) {
  const last = lastOf(dist, part);
  return last.signature === signature && last.files.every((file) => existsSync(path.join(dist, file)));
}

/** Builds a part beside dist/ and moves it in when it is whole, so that a failed build leaves no half of one. */
async function replace(dist, part, signature, make) {
  const making = path.join(dist, `.making-${part}-${process.pid}`);
  try {
    await make(making);
    const files = readdirSync(making);
    for (const file of new Set([...lastOf(dist, part).files, ...files]))
      rmSync(path.join(dist, file), { recursive: true, force: true });
    for (const file of files) renameSync(path.join(making, file), path.join(dist, file));
    writeFileSync(stampOf(dist, part), JSON.stringify({ signature, files }));
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('..', import.meta.url));
  await build({ root, web: true, say: (sentence) => console.error(`${sentence} …`) });
}
