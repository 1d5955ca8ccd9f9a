import { execFile, execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';

const repository = path.resolve(import.meta.dirname, '..');
const parent = mkdtempSync(path.join(tmpdir(), 'coassent-build-'));
let root = parent;
let count = 0;

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}

function run(...args: string[]): { out: string; said: string } {
  const said_file = path.join(root, 'said');
  const out = execFileSync(
    '/bin/sh',
    ['-c', `"$@" 2>"${said_file}"`, 'sh', process.execPath, 'bin/coassent.js', ...args],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  return { out: out.trim(), said: readFileSync(said_file, 'utf8').trim() };
}

/** A checkout in miniature: a command line, one lazily loaded command, a migration and a page. */
beforeEach(() => {
  count += 1;
  root = path.join(parent, String(count));
  mkdirSync(root);
  for (const folder of ['bin', 'scripts'])
    cpSync(path.join(repository, folder), path.join(root, folder), { recursive: true });
  symlinkSync(path.join(repository, 'node_modules'), path.join(root, 'node_modules'));
  write('package.json', '{ "type": "module" }');
  write('src/store/migrations/0001_first.sql', 'select 1;');
  write('src/cli/word.ts', `export const word: string = 'one';`);
  write(
    'src/cli/main.ts',
    `import { existsSync } from 'node:fs';
     const { word } = await import('./word.ts');
     console.log(word, process.argv.slice(2).join(' '), existsSync(new URL('./migrations/0001_first.sql', import.meta.url)));`,
  );
  write('src/web/index.html', '<script type="module" src="/main.ts"></script>');
  write('src/web/main.ts', `document.title = 'page one';`);
  write('src/web/vite.config.ts', 'export default {};');
});

afterAll(() => rmSync(parent, { recursive: true, force: true }));

describe('the program of a checkout', () => {
  it('is built when it is missing, and runs from what was built until something changes', () => {
    expect(run('fold', '--json')).toEqual({ out: 'one fold --json true', said: 'Building the program …' });
    expect(run('fold')).toEqual({ out: 'one fold true', said: '' });
    write('src/cli/word.ts', `export const word: string = 'second';`);
    expect(run()).toEqual({ out: 'second  true', said: 'Building the program …' });
    expect(readdirSync(path.join(root, 'dist')).filter((file) => /^chunk-\w+\.js$/.test(file))).toHaveLength(1);
  });

  it('is not built again for a test or a page', () => {
    run();
    write('src/cli/word.test.ts', 'not even TypeScript (');
    write('src/web/main.ts', `document.title = 'page two';`);
    expect(run().said).toBe('');
  });

  it('is built again when a file is gone', () => {
    run();
    rmSync(path.join(root, 'src/store/migrations/0001_first.sql'));
    expect(run('x')).toEqual({ out: 'one x false', said: 'Building the program …' });
  });

  it('stays as it was when a build fails', () => {
    run();
    write('src/cli/main.ts', 'not even TypeScript (');
    expect(() => run()).toThrow();
    expect(readdirSync(path.join(root, 'dist')).filter((file) => file.startsWith('.making'))).toEqual([]);
    rmSync(path.join(root, 'src'), { recursive: true });
    expect(run().out).toBe('one  true');
  });

  it('builds its pages for start alone', () => {
    run('import');
    expect(existsSync(path.join(root, 'dist/web'))).toBe(false);
    expect(run('start').said).toBe('Building the web client …');
    expect(existsSync(path.join(root, 'dist/web/index.html'))).toBe(true);
    expect(run('start').said).toBe('');
    write('src/web/main.ts', `document.title = 'page three';`);
    expect(run('start').said).toBe('Building the web client …');
  });
});

describe('the published package', () => {
  it('has no sources and runs what was built', () => {
    run();
    for (const folder of ['src', 'scripts']) rmSync(path.join(root, folder), { recursive: true });
    expect(run('journey')).toEqual({ out: 'one journey true', said: '' });
  });

  it('happens once where two are started together, even after one was killed while building', async () => {
    // No process has this number: the lock of one that is gone.
    mkdirSync(path.join(root, 'dist'));
    writeFileSync(path.join(root, 'dist', '.program.lock'), String(2 ** 22 + 1));
    const both = await Promise.all(
      [1, 2].map(() => promisify(execFile)(process.execPath, ['bin/coassent.js'], { cwd: root })),
    );
    expect(both.map(({ stdout }) => stdout.trim())).toEqual(['one  true', 'one  true']);
    expect(both.filter(({ stderr }) => stderr.includes('Building'))).toHaveLength(1);
  });
});
