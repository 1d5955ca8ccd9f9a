import { expect, test } from 'vitest';
import { files, importAll, mappingOf, sellerState } from '../../test/fixtures/importing.ts';
import { fold } from '../core/fold.ts';
import { suggest } from './suggest.ts';

const at = (minute: number) => `2024-01-01T10:${String(minute).padStart(2, '0')}:00.000Z`;
const person = { kind: 'person', id: 'ada', side: 'buyer' };
const LINES = [
  {
    id: 'e1',
    purchase_id: 'p2',
    kind: 'purchase.opened',
    occurred_at: at(0),
    body: { name: 'Robots', template: 'core-4' },
  },
  { id: 'e2', purchase_id: 'p1', kind: 'purchase.opened', occurred_at: at(1), body: { name: 'Saws' } },
  {
    id: 'e3',
    purchase_id: 'p2',
    kind: 'stakeholder.named',
    occurred_at: at(2),
    body: { person_id: 'ada', roles: ['champion'] },
  },
  {
    id: 'e4',
    purchase_id: 'p2',
    kind: 'assent.given',
    actor: person,
    occurred_at: at(4),
    recorded_at: at(5),
    body: { job_id: 'solution_exploration', person_id: 'ada' },
  },
  { id: 'e5', purchase_id: 'p2', kind: 'robot.danced', occurred_at: at(6), body: { steps: 3 } },
  { id: 'e6', kind: 'import.retracted', occurred_at: at(7), body: { import_id: 'x' } },
  { id: 'e7', purchase_id: 'p2', kind: 'assent.given', occurred_at: at(8), body: {} },
];
const EXPORT = `${LINES.map((line) => JSON.stringify(line)).join('\n')}\n{"kind":\n`;
const ANY = mappingOf({ name: 'coassent' });

test('events keep id, kind, times and who; the import is told; the rest is refused with its line', async () => {
  const { purchases, refused } = await importAll(files({ 'a.jsonl': EXPORT }), ANY, { chunk_length: 2 });
  expect(purchases.map((one) => one.events.map((event) => event.id))).toEqual([['e2'], ['e1', 'e3', 'e4', 'e5']]);
  const given = purchases[1]?.events[2];
  expect(given).toMatchObject({
    actor: person,
    import_id: 'i',
    on_behalf_of: 'ada',
    occurred_at: at(4),
    recorded_at: at(5),
    seq: 3,
  });
  expect(refused.map(({ line, code }) => ({ line, code }))).toEqual([
    { line: 8, code: 'jsonl.bad_line' },
    { line: 6, code: 'coassent.not_of_a_purchase' },
    { line: 7, code: 'event.bad_body' },
  ]);
});

test('an imported assent only indicates; stated here, the same one completes', async () => {
  const { purchases } = await importAll(files({ 'a.jsonl': EXPORT }), ANY);
  const job = (state: ReturnType<typeof sellerState> | undefined) =>
    state?.jobs.find((one) => one.job_id === 'solution_exploration');
  const [, purchase] = purchases;
  const imported = purchase && job(sellerState(purchase));
  expect(imported?.complete).toEqual([]);
  expect(imported?.indicated.level).not.toBe('none');
  const stated = purchase?.events.map((event) => ({ ...event, import_id: null })) ?? [];
  expect(job(fold('p2', stated, { view: 'seller' }))?.complete).toHaveLength(1);
});

test('the preview says that assents indicate', async () => {
  const preview = await suggest({ paths: files({ 'a.jsonl': EXPORT }), name: 'a.jsonl' });
  expect(preview).toMatchObject({ format: 'coassent', complete: true, rows_seen: 7, recognised: 'coassent' });
  expect(preview.questions.map((question) => question.code)).toEqual(['coassent.assents_indicate']);
  expect(preview.activities[0]).toEqual({ name: 'purchase.opened', count: 2 });
});
