import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { lintSource } from '@secretlint/core';
import { creator as preset } from '@secretlint/secretlint-rule-preset-recommend';
import satisfies from 'spdx-satisfies';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const json = (file: string) => JSON.parse(readFileSync(path.join(root, file), 'utf8'));

/** Licences that ask for no more than their notice. A lower-case `GPL` in any form is none of them. */
const PERMISSIVE = [
  'MIT',
  'MIT-0',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'Zlib',
];
/** The same, and what only has to stay open itself, as a library or a font that is used unchanged. */
const ALLOWED = [...PERMISSIVE, 'CC0-1.0', 'Unlicense', 'Python-2.0', 'MPL-2.0', 'OFL-1.1'];

interface Component {
  name: string;
  version: string;
  purl: string;
  hashes?: { alg: string; content: string }[];
  licenses?: ({ license: { id?: string; name?: string } } | { expression: string })[];
}

interface Locked {
  version: string;
  dev?: boolean;
  devOptional?: boolean;
  inBundle?: boolean;
  resolved?: string;
  integrity?: string;
}

/** Old packages that do not name their licence in the form that tools read; looked up by hand, and there to be seen. */
const NAMED_OTHERWISE: Record<string, string> = {
  // Its package.json says "MIT/X11".
  'chainsaw@0.1.0': 'MIT',
  // Its licence stands in its file LICENSE alone.
  'png-js@2.0.0': 'MIT',
};

/**
 * Says nothing of its licence at all: it comes with exceljs, which reads workbooks by a stream that is not used here.
 * Its author's other packages of that year are MIT/X11.
 */
const SAYS_NOTHING: ReadonlySet<string> = new Set(['buffers@0.1.1']);

const licenceOf = ({ name, version, licenses = [] }: Component): string =>
  NAMED_OTHERWISE[`${name}@${version}`] ??
  (licenses
    .map((one) => ('expression' in one ? one.expression : (one.license.id ?? one.license.name ?? 'unknown')))
    .join(' AND ') ||
    'unknown');

const isAllowed = (licence: string, allowed = ALLOWED): boolean => {
  try {
    return satisfies(licence, allowed);
  } catch {
    return false;
  }
};

const { scripts, dependencies } = json('package.json') as Record<'scripts' | 'dependencies', Record<string, string>>;
const [, ...args] = (scripts.sbom ?? '').split(' ');
const bill = JSON.parse(execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 }));
const components = bill.components as Component[];
const locked = Object.entries(json('package-lock.json').packages as Record<string, Locked>).filter(([at]) => at !== '');

describe('the bill of materials', () => {
  it('is CycloneDX, of a version that tools read', () => {
    expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: expect.stringMatching(/^1\.[5-9]$/) });
    expect(bill.metadata.component).toMatchObject({ version: json('package.json').version });
  });

  it('names everything that is shipped, with its version, its checksum and its licence', () => {
    const named = new Set(components.map(({ name, version }) => `${name}@${version}`));
    for (const [name, version] of Object.entries(dependencies)) expect(named).toContain(`${name}@${version}`);
    const shipped = locked.filter(([, one]) => one.dev !== true && one.devOptional !== true);
    const missing = shipped
      .map(([at, one]) => `${at.split('node_modules/').at(-1)}@${one.version}`)
      .filter((one) => !named.has(one));
    expect(missing).toEqual([]);
    for (const one of components) {
      expect(one.purl).toMatch(/^pkg:npm\//);
      if (!SAYS_NOTHING.has(`${one.name}@${one.version}`)) {
        expect([one.name, licenceOf(one)]).not.toEqual([one.name, 'unknown']);
      }
      expect([one.name, one.hashes?.[0]?.alg]).toEqual([one.name, 'SHA-512']);
    }
  });

  it('has permissive licences only', () => {
    const refused = components
      .filter((one) => !SAYS_NOTHING.has(`${one.name}@${one.version}`))
      .map((one) => `${one.name}: ${licenceOf(one)}`)
      .filter((one) => !isAllowed(one.split(': ')[1] ?? ''));
    expect(refused).toEqual([]);
    for (const licence of ['GPL-3.0-only', 'AGPL-3.0-or-later', 'LGPL-2.1', 'SSPL-1.0', 'unknown', 'MIT AND GPL-2.0']) {
      expect([licence, isAllowed(licence)]).toEqual([licence, false]);
    }
    expect(isAllowed('(MIT OR GPL-3.0-only)')).toBe(true);
  });
});

describe('the lock file', () => {
  it('pins every package to its bytes, from one registry', () => {
    const from = new Set<string>();
    for (const [at, { resolved, integrity, inBundle }] of locked) {
      // Stands in the archive of the package that brings it, under that one's checksum.
      if (inBundle === true) continue;
      expect([at, integrity]).toEqual([at, expect.stringMatching(/^sha512-/)]);
      if (resolved !== undefined) from.add(new URL(resolved).origin);
    }
    expect(from.size).toBeLessThanOrEqual(1);
    for (const origin of from) expect(origin).toMatch(/^https:/);
  });

  it('asks for exact versions', () => {
    for (const version of Object.values(dependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
  });
});

describe('secrets', () => {
  const config = {
    rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: preset, options: {}, rules: [] }],
  };
  const found = async (filePath: string, content: string) => {
    const source = { filePath, content, contentType: 'text' as const, ext: path.extname(filePath) };
    const { messages } = await lintSource({ source, options: { config: config as never } });
    return messages.map((message) => `${filePath}: ${message.ruleId} ${message.message.slice(0, 60)}`);
  };
  /** A key of ours, as it is shown once. */
  const own_key = /coa_[0-9a-f]{32}_[\w-]{43}/;

  it('stand in no tracked file', async () => {
    const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0');
    const texts = tracked.filter((file) => /\.(ts|tsx|js|json|md|sql|css|html|yml|yaml|sh|svg|csv|xes)$/.test(file));
    expect(texts.length).toBeGreaterThan(200);
    const seen: string[] = [];
    for (const file of texts) {
      const text = readFileSync(path.join(root, file), 'utf8');
      if (text.length < 1_000_000) seen.push(...(await found(file, text)));
      if (own_key.test(text)) seen.push(`${file}: a key`);
    }
    expect(seen).toEqual([]);
  }, 120_000);

  it('are found where they stand', async () => {
    const made_up = ['ghp', '_', 'a1B2'.repeat(9)].join('');
    expect(await found('src/a.ts', `const token = '${made_up}';`)).toHaveLength(1);
    const key = ['-----BEGIN', 'RSA PRIVATE KEY-----\n'].join(' ');
    const end = ['-----END', 'RSA PRIVATE KEY-----'].join(' ');
    expect(await found('src/a.pem', `${key}${'MIIEpAIBAAKCAQEA'.repeat(50)}\n${end}`)).toHaveLength(1);
  });
});
