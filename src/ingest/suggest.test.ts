import { expect, test } from 'vitest';
import { files } from '../../test/fixtures/importing.ts';
import { preview } from '../contract/import.ts';
import { type FilePreview, suggest } from './suggest.ts';
import { tryMapping } from './try.ts';

/** Whether a preview is what the contract promises. */
function expectKept(found: FilePreview): void {
  preview.parse({ ...found, upload_id: 'u', file_name: 'f', size_bytes: 1, known_as: null });
}

const usesOf = (found: FilePreview) =>
  Object.fromEntries(found.columns.filter(({ use }) => use !== 'ignore').map(({ name, use }) => [name, use]));
const codesOf = (found: FilePreview) => found.questions.map(({ code, column }) => `${code} ${column}`);

test('suggests a mapping from names and values, and asks what it cannot know', async () => {
  const text = `Deal ID;Contact;Stage;Amount;Date;Activity;Note
1;Ada;Talk;1.200,50;28.05.2024 10:00;Phone call;x
1;Ada;Won;1.300,50;29.05.2024 10:00;Signed by hand;
2;;Talk;;01.06.2024 10:00;Phone call;
`;
  const found = await suggest({ paths: files({ 'a.csv': text }), name: 'Deals of May.csv' });
  expectKept(found);
  expect(found).toMatchObject({ format: 'csv', complete: true, rows_seen: 3, recognised: null });
  expect(usesOf(found)).toEqual({
    'Deal ID': 'purchase',
    Contact: 'person',
    Stage: 'stage',
    Amount: 'amount',
    Date: 'time',
    Activity: 'activity',
  });
  expect(found.mapping).toMatchObject({
    name: 'Deals of May',
    persons: 'buyer',
    time: { format: 'day_first' },
    outcomes: { Won: 'bought' },
    activities: { 'Phone call': { channel: 'phone' } },
  });
  expect(codesOf(found)).toEqual(['amount.no_currency Amount', 'time.needs_zone Date', 'activity.unmapped Activity']);
  expect(found.activities).toEqual([
    { name: 'Phone call', count: 2 },
    { name: 'Signed by hand', count: 1 },
  ]);
  const trial = await tryMapping(files({ 'a.csv': text }), {
    ...found.mapping,
    currency: 'EUR',
    time: { format: 'day_first', zone: 'UTC' },
  });
  expect(trial).toMatchObject({ rows: 3, purchases: 2, outcomes: { bought: 1, open: 1 }, refused: [] });
  expect(trial.questions.map((question) => question.code)).toEqual(['activity.unmapped']);
});

test('dates that can be read in two ways are asked about', async () => {
  const text = 'case_id,activity,date\n1,asked,3/4/2024\n1,asked,5/6/2024\n';
  const found = await suggest({ paths: files({ 'a.csv': text }), name: 'a' });
  expect(codesOf(found)).toContain('time.ambiguous date');
});

test('a table that does not say when or which is dated, and asked about', async () => {
  const found = await suggest({ paths: files({ 'a.csv': 'colour,shape\nred,round\n' }), name: 'a' });
  expectKept(found);
  expect(codesOf(found)).toEqual(['purchase.missing null', 'time.missing null', 'outcome.unknown null']);
  expect(found.mapping.time.at).toMatch(/^\d{4}-\d\d-\d\dT00:00:00.000Z$/);
});

test('a shipped mapping is recognised by columns and words, not by the name of the file', async () => {
  const log = (word: string) => `<log><trace><string key="concept:name" value="1"/><event>
    <string key="concept:name" value="${word}"/><date key="time:timestamp" value="2024-01-02T10:00:00Z"/></event></trace></log>`;
  const known = await suggest({ paths: files({ 'a.xes': log('register request') }), name: 'anything' });
  expect(known).toMatchObject({ format: 'xes', recognised: 'running-example', questions: [] });
  const unknown = await suggest({ paths: files({ 'running-example.xes': log('sing') }), name: 'running-example.xes' });
  expect(unknown.recognised).toBeNull();
});

test('looks only at the beginning of a large file', { timeout: 60_000 }, async () => {
  const rows = Array.from({ length: 40_000 }, (_, n) => `${n},asked,2024-01-01T00:00:00Z,${'x'.repeat(20)}`).join('\n');
  const paths = files({ 'a.csv': `case_id,activity,date,note\n${rows}\n` });
  const found = await suggest({ paths, name: 'a', limits: { max_rows: 500, max_ms: 60_000 } });
  expect(found.complete).toBe(false);
  expect(found.rows_seen).toBeLessThan(20_000);
  const trial = await tryMapping(paths, found.mapping);
  expect(trial.rows).toBeGreaterThanOrEqual(20_000);
  expect(trial.rows).toBeLessThan(40_000);
});

test.each([
  ['import.no_rows', 'case,what,when\n'],
  ['jsonl.cut_off', '{"a":'],
  ['xes.cut_off', '<log>'],
])('a file from which no row can be read is no preview: %s', async (code, text) => {
  await expect(suggest({ paths: files({ 'a.txt': text }), name: 'a' })).rejects.toMatchObject({ code });
});
