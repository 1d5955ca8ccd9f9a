import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const doc = read('docs/security.md');

const STATUSES = ['met', 'partly', 'gap', 'not applicable'] as const;

/** How many requirements of levels 1 and 2 each chapter of ASVS 5.0 has: 253 in all. */
const COUNTS = [27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7];

interface Row {
  number: string;
  level: string;
  asks: string;
  status: string;
  does: string;
  shown: string;
}

function rowsOf(text: string): Row[] {
  return text.split('\n').flatMap((line) => {
    const [, number = '', level = '', asks = '', status = '', does = '', shown = '', end] = line
      .split(' |')
      .join('|')
      .split('|')
      .map((cell) => cell.trim());
    return /^\d+\.\d+\.\d+$/.test(number) ? [{ number, level, asks, status, does, shown, end }] : [];
  });
}

/** What is wrong with a row, in words; nothing where all is well. */
function wrongWith({ number, level, asks, status, does, shown }: Row): string[] {
  const wrong: string[] = [];
  if (!['1', '2'].includes(level)) wrong.push('no level');
  if (asks === '' || does === '') wrong.push('says nothing');
  if (!(STATUSES as readonly string[]).includes(status)) wrong.push(`status "${status}"`);
  if (status === 'met' && shown === '') wrong.push('is met, and no test shows it');
  for (const [, file = '', name] of shown.matchAll(/`([^`]+)`(?: "([^"]+)")?/g)) {
    if (!/\.test\.tsx?$/.test(file) || !existsSync(path.join(root, file))) wrong.push(`no test ${file}`);
    else if (name !== undefined && !read(file).includes(name)) wrong.push(`no "${name}" in ${file}`);
  }
  return wrong.map((what) => `${number}: ${what}`);
}

describe('the list of requirements', () => {
  const rows = rowsOf(doc);

  it('has each requirement of levels 1 and 2 once, in order', () => {
    const chapters = COUNTS.map((_, at) => rows.filter(({ number }) => number.startsWith(`${at + 1}.`)).length);
    expect(chapters).toEqual(COUNTS);
    expect(rows).toHaveLength(253);
    const numbers = rows.map(({ number }) => number);
    expect(new Set(numbers).size).toBe(253);
    const value = (number: string) => number.split('.').reduce((sum, part) => sum * 100 + Number(part), 0);
    expect(numbers).toEqual([...numbers].sort((one, other) => value(one) - value(other)));
    expect(rows.filter(({ level }) => level === '1')).toHaveLength(70);
  });

  it('says of each how it stands, and names tests that are there', () => {
    expect(rows.flatMap(wrongWith)).toEqual([]);
  });

  it('counts itself rightly', () => {
    const [met, partly, gap, none] = STATUSES.map((one) => rows.filter(({ status }) => status === one).length);
    expect(doc).toContain(`Of 253 requirements: ${met} met, ${partly} partly, ${gap} gaps, ${none} not applicable.`);
  });

  it('is noticed when a row is wrong', () => {
    const [row] = rows;
    if (row === undefined) throw new Error('no rows');
    const wrong = [
      { ...row, status: 'done' },
      { ...row, shown: '`src/nothing.test.ts`' },
      { ...row, status: 'met', shown: '' },
      { ...row, shown: '`test/security-doc.test.ts` "no such' + ' test"' },
    ];
    expect(wrong.map((one) => wrongWith(one).length)).toEqual([1, 1, 1, 1]);
  });
});

describe('the document', () => {
  it('names every limit, as the code has it', () => {
    const said: [string, RegExp, string][] = [
      ['src/server/limits.ts', /requests: 3_000, from_address: 20_000, guesses: 30/, '3000 a minute'],
      ['src/server/bodies.ts', /DEEPEST = 32;/, '32 levels'],
      ['src/server/bodies.ts', /SLOWEST_BODY_MS = 30_000;/, '30 seconds'],
      ['src/server/bodies.ts', /MOST_CONNECTIONS = 2_000;/, '2000; 5 minutes'],
      ['src/server/bodies.ts', /headersTimeout: 15_000, maxHeaderSize: 16 \* 1024/, '16 kB, 15 seconds'],
      ['src/server/app.ts', /LARGEST_BODY_BYTES = 2 \* 1024 \* 1024;/, '2 MB'],
      ['src/server/app.ts', /LARGEST_FILE_BYTES = 8 \* 1024 \*\* 3;/, '8 GB'],
      ['src/server/idempotency.ts', /MOST_KEPT = 20_000;/, '24 hours, 20000'],
      ['src/ingest/read/gunzip.ts', /bytes: 64 \* 1024 \*\* 3, .*ratio: 300/, '64 GB'],
      ['src/store/pass.ts', /DAYS = 14;/, '14 days'],
      ['src/store/buyer.ts', /SESSION_DAYS = 90;/, 'the session 90'],
      ['src/server/accounts/auth.ts', /expiresIn: 7 \* DAY_S/, '7 days without use'],
    ];
    for (const [file, pattern, words] of said) {
      expect([file, pattern.test(read(file)), doc.includes(words)]).toEqual([file, true, true]);
    }
  });

  it('hashes and ciphers are those it names', () => {
    const sources = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.ts$/.test(file) && !/\.test\.ts$/.test(file))
      .map((file) => read(path.join('src', file)));
    const named = sources.flatMap((text) =>
      [...text.matchAll(/create(?:Hash|Hmac|Cipheriv|Decipheriv)\(\s*'([^']+)'/g)].map(([, name]) => name),
    );
    expect([...new Set(named)].sort()).toEqual(['aes-256-gcm', 'sha256']);
    expect(sources.join('')).not.toMatch(/rejectUnauthorized\s*:\s*false|NODE_TLS_REJECT/);
  });
});
