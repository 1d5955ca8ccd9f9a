import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');

interface Source {
  /** From the repository's root, with slashes. */
  file: string;
  text: string;
}

/** Which layers a layer may import from. The arrows of ARCHITECTURE; `tsc -b` checks them too, but says it less plainly. */
const arrows: Record<string, readonly string[]> = {
  catalogue: [],
  core: ['catalogue'],
  contract: ['catalogue', 'core'],
  store: ['catalogue', 'core'],
  ingest: ['catalogue', 'core'],
  server: ['catalogue', 'core', 'contract', 'store', 'ingest'],
  cli: ['catalogue', 'core', 'contract', 'store', 'ingest', 'server'],
  web: ['catalogue', 'core', 'contract'],
};

/** Packages of the layers that run anywhere; the other layers use what package.json lists. */
const packages: Record<string, readonly string[]> = {
  catalogue: [],
  // Word lists and what counts guesses by them: pure, and the same on both sides of the wire. jsep reads formulas: it
  // parses, and runs nothing.
  core: ['zod', '@zxcvbn-ts/core', '@zxcvbn-ts/language-common', 'jsep'],
  contract: ['zod'],
};

const says_nothing = /^(index|utils?|helpers?|services?|managers?|common|misc)(\.|$)/;
const longest_file = 300;
const impure =
  /\b(process|console|globalThis|performance|setTimeout|setInterval|fetch)\b\s*[.(]|\bDate\.now\b|\bMath\.random\b|\bnew Date\(\s*\)/;
/** Spelt apart here, so that this file does not find itself. */
const markers = ['TO DO', 'FIX ME', 'X X X', 'HA CK'].map((marker) => marker.replaceAll(' ', ''));
const left_over = new RegExp(`\\b(${markers.join('|')})\\b`);

const isTest = (file: string) => /\.test\.tsx?$/.test(file);

function importsOf(text: string): string[] {
  const pattern = /(?:\bfrom\s+|^import\s+|\bimport\(\s*)(['"])([^'"\n]+)\1/gm;
  return [...text.matchAll(pattern)].map((match) => match[2] ?? '');
}

/** What is wrong with the imports of one file of a layer. */
function wrongImports({ file, text }: Source): string[] {
  const layer = file.split('/')[1] ?? '';
  const allowed = arrows[layer];
  if (allowed === undefined) return [`${file}: src/${layer} is no layer`];
  return importsOf(text).flatMap((specifier) => {
    if (!specifier.startsWith('.')) {
      const only = packages[layer];
      if (layer === 'web' && specifier.startsWith('node:')) return [`${file}: the web imports ${specifier}`];
      return only === undefined || only.includes(specifier) ? [] : [`${file}: ${layer} imports ${specifier}`];
    }
    const target = path.posix.join(path.posix.dirname(file), specifier).split('/');
    if (target[0] !== 'src') return [`${file}: reaches outside src (${specifier})`];
    const to = target[1] ?? '';
    return to === layer || allowed.includes(to) ? [] : [`${file}: ${layer} imports ${to} (${specifier})`];
  });
}

/** The text without its comments, near enough: a word in a comment does nothing. */
const withoutComments = (text: string) => text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '$1');

const rules: Record<string, (source: Source) => string[]> = {
  'has a name that says what it is': ({ file }) =>
    file.split('/').some((part) => says_nothing.test(part)) && !file.endsWith('.html') ? [file] : [],
  'is short': ({ file, text }) => {
    const lines = text.split('\n').length - 1;
    return lines > longest_file ? [`${file}: ${lines} lines`] : [];
  },
  'leaves nothing for later': ({ file, text }) => (left_over.test(text) ? [file] : []),
  'imports along the arrows': (source) =>
    source.file.startsWith('src/') && !isTest(source.file) ? wrongImports(source) : [],
  'is pure in the core': ({ file, text }) => {
    const found = /^src\/(core|catalogue)\//.test(file) && !isTest(file) ? withoutComments(text).match(impure) : null;
    return found === null ? [] : [`${file}: ${found[0]}`];
  },
};

function allSources(): Source[] {
  return ['src', 'test', 'bench', 'scripts', 'bin'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|tsx|js|css)$/.test(entry.name))
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((at) => ({ file: path.relative(root, at).replaceAll(path.sep, '/'), text: readFileSync(at, 'utf8') })),
  );
}

describe('every source file', () => {
  const sources = allSources();

  it.each(Object.entries(rules))('%s', (_name, rule) => {
    expect(sources.length).toBeGreaterThan(50);
    expect(sources.flatMap(rule)).toEqual([]);
  });
});

describe('these rules', () => {
  const broken: [string, string, string][] = [
    ['has a name that says what it is', 'src/core/utils/day.ts', ''],
    ['has a name that says what it is', 'src/store/index.ts', ''],
    ['is short', 'src/core/long.ts', 'x\n'.repeat(longest_file + 1)],
    ['leaves nothing for later', 'src/core/a.ts', `// ${markers[0]}: more`],
    ['imports along the arrows', 'src/core/a.ts', `import type { Db } from '../store/db.ts';`],
    ['imports along the arrows', 'src/core/a.ts', `import { readFileSync } from 'node:fs';`],
    ['imports along the arrows', 'src/web/pages/a.tsx', `const { db } = await import('../../server/app.ts');`],
    ['imports along the arrows', 'src/store/a.ts', `export { x } from '../ingest/csv.ts';`],
    ['imports along the arrows', 'src/ingest/a.ts', `import '../../test/postgres.ts';`],
    ['is pure in the core', 'src/core/a.ts', 'const now = () => new Date();'],
    ['is pure in the core', 'src/core/a.ts', 'console.log(1);'],
  ];

  it.each(broken)('find it when a file no longer %s: %s', (name, file, text) => {
    expect(rules[name]?.({ file, text })).toHaveLength(1);
  });

  it('leave alone what is allowed', () => {
    const source: Source = {
      file: 'src/core/a.ts',
      text: `import { z } from 'zod';\nimport { b } from './b.ts';\n// not Date.now()\nconst day = new Date(ms);`,
    };
    expect(Object.values(rules).flatMap((rule) => rule(source))).toEqual([]);
  });
});
