import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../test/postgres.ts';
import { makeWorkspace } from '../store/workspace.ts';

const { db, url } = await freshDatabase();
const bin = fileURLToPath(new URL('../../bin/coassent.js', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'coassent-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ran {
  code: number | null;
  out: string;
  err: string;
}

/** Runs a command as a person would, against this file's database. */
function coassent(...words: string[]): Promise<Ran> {
  const child = spawn(process.execPath, [bin, ...words], { cwd: folder, env: { ...process.env, DATABASE_URL: url } });
  let out = '';
  let err = '';
  child.stdout.on('data', (text) => (out += text));
  child.stderr.on('data', (text) => (err += text));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
}

const file = (name: string, lines: (object | string)[]): string => {
  const to = path.join(folder, name);
  writeFileSync(to, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
  return to;
};

const at = (day: number, kind: string, body: object, more: object = {}) => ({
  purchase_id: 'p',
  kind,
  occurred_at: `2026-01-${String(day).padStart(2, '0')}T09:00:00+01:00`,
  body,
  ...more,
});

const story = [
  at(1, 'purchase.opened', { name: 'Mills' }),
  at(2, 'stakeholder.named', { person_id: 'ann', name: 'Ann', roles: ['champion', 'decision_maker'] }),
  at(3, 'assent.given', { person_id: 'ann', job_id: 'problem_identification' }),
  at(4, 'purchase.problem_stated', { statement: 'Unplanned stops' }, { zone: 'buyer' }),
];

describe('the command line', () => {
  test('tells what it can do, and refuses what it cannot', async () => {
    const help = await coassent('--help');
    expect(help.code).toBe(0);
    for (const command of [
      'start',
      'import',
      'journey',
      'fold',
      'export',
      'rebuild',
      'backup',
      'restore',
      'simulate',
      'migrate',
    ]) {
      expect(help.out).toContain(`  ${command}`);
      expect((await coassent(command, '--help')).out).toContain('Examples:');
    }
    expect((await coassent('dance')).code).toBe(2);
    expect((await coassent('fold')).code).toBe(2);
  });

  test('folds a file of events, per view and as of a date', async () => {
    const events = file('story.jsonl', story);
    const state = async (...words: string[]) => {
      const { code, out } = await coassent('fold', events, '--json', ...words);
      expect(code).toBe(0);
      return JSON.parse(out).purchases[0].jobs[0];
    };
    expect(await state('--view', 'seller')).toMatchObject({ state: 'complete', given: 1, needed: 1 });
    expect(await state('--view', 'buyer')).toMatchObject({ state: 'reopened', shaken: 1 });
    expect(await state('--view', 'buyer', '--as-of', '2026-01-03')).toMatchObject({ state: 'complete' });
    expect(await state('--view', 'buyer', '--as-of', '2026-01-02')).toMatchObject({ state: 'none' });
    expect(await coassent('fold', events, '--view', 'both')).toMatchObject({
      code: 2,
      err: expect.stringContaining('buyer or seller'),
    });
  });

  test('lists lines that it cannot read, and folds the rest', async () => {
    const events = file('bad.jsonl', ['{"kind"', at(1, 'purchase.opened', { name: 'Mills', extra: 1 }), ...story]);
    const { code, out } = await coassent('fold', events, '--json');
    const { purchases, refused } = JSON.parse(out);
    expect(code).toBe(0);
    expect(purchases).toHaveLength(1);
    expect(refused.map((r: { line: number; code: string }) => [r.line, r.code])).toEqual([
      [1, expect.stringContaining('jsonl.')],
      [2, 'event.bad_body'],
    ]);
  });

  test('tells one side nothing of the ids and faults of the other', async () => {
    const hidden = [
      at(1, 'touch.recorded', { channel: 'phone' }, { id: 'x', zone: 'buyer' }),
      at(1, 'touch.recorded', { channel: 'smoke' }, { zone: 'buyer' }),
    ];
    const shared = [...story.slice(0, 2), at(3, 'touch.recorded', { channel: 'web' }, { id: 'x' })];
    const folded = async (name: string, lines: object[], view: string) =>
      (await coassent('fold', file(name, lines), '--view', view, '--json')).out;
    const seen = await folded('both.jsonl', [...hidden, ...shared], 'seller');
    expect(seen).toBe(await folded('shared.jsonl', shared, 'seller'));
    expect(JSON.parse(await folded('both.jsonl', [...hidden, ...shared], 'buyer')).refused).toMatchObject([
      { line: 2, code: 'event.bad_body' },
      { line: 5, code: 'event.id_reused' },
    ]);
  });

  test('computes the journeys of a log, and says what is wrong with a file', async () => {
    const log = path.join(
      path.dirname(createRequire(import.meta.url).resolve('pm4js/package.json')),
      'examples/input_data/running-example.xes',
    );
    const { code, out } = await coassent('journey', log, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ events: 42, cases: 6, activities: 8, variants: 6, cases_with_rework: 2 });
    const missing = await coassent('journey', 'nowhere.csv', '--json');
    expect(missing.code).toBe(1);
    expect(JSON.parse(missing.out).error.code).toBe('read.not_found');
  });

  test('simulates the same from the same seed', async () => {
    const write = (to: string, seed: string) =>
      coassent('simulate', '--purchases', '3', '--seed', seed, '--now', '2026-06-30', '--out', to);
    for (const [to, seed] of [
      ['one.jsonl', '4'],
      ['two.jsonl', '4'],
      ['three.jsonl', '5'],
    ] as const) {
      expect((await write(path.join(folder, to), seed)).code).toBe(0);
    }
    const text = (name: string) => readFileSync(path.join(folder, name), 'utf8');
    expect(text('one.jsonl')).toBe(text('two.jsonl'));
    expect(text('one.jsonl')).not.toBe(text('three.jsonl'));
  });
});

describe('on a database', () => {
  beforeAll(async () => {
    await makeWorkspace(db, {
      workspace_id: 'own',
      name: 'Own',
      simulated: false,
      created_at: '2026-01-01T00:00:00.000Z',
    });
  });

  test('imports a file once, reports what it refused, and exports it again', async () => {
    const log = file('deals.csv', [
      'case,activity,timestamp',
      'd1,asked,2026-02-01T10:00:00Z',
      'd1,offer sent,yesterday',
      'd2,asked,2026-02-02T10:00:00Z',
    ]);
    const first = await coassent('import', log, '--json');
    expect(first.err).toContain('asked');
    const record = JSON.parse(first.out);
    expect(record).toMatchObject({ state: 'done', purchases: 2, refused: 1, person_id: null });
    expect(record.refusals).toMatchObject([{ line: 3, column: 'timestamp', value: 'yesterday' }]);
    const again = JSON.parse((await coassent('import', log, '--json')).out);
    expect(again.import_id).toBe(record.import_id);
    const { out } = await coassent('export', '--view', 'seller');
    const kinds = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).kind);
    expect(kinds.filter((kind) => kind === 'purchase.opened')).toHaveLength(2);
    expect((await coassent('export', '--view', 'buyer')).out.trim().split('\n')).toHaveLength(2);
  });

  test('acts in a name that is known, or says who there is', async () => {
    const log = file('more.csv', ['case,activity,timestamp', 'e1,asked,2026-02-01T10:00:00Z']);
    expect(await coassent('import', log, '--as', 'Nobody')).toMatchObject({
      code: 2,
      err: expect.stringContaining('caller.unknown'),
    });
    expect(await coassent('import', log, '--workspace', 'elsewhere')).toMatchObject({
      code: 2,
      err: expect.stringContaining('own (Own)'),
    });
  });
});
