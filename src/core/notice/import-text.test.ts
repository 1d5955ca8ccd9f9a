import { expect, it } from 'vitest';
import { importText } from './import-text.ts';

const record = { name: 'deals.csv', state: 'done', failure: null, events: 1204, purchases: 1, refused: 0 };
const done = { import_id: 'i', state: 'done' as const };

it('says how an import ended, and what to do', () => {
  expect(importText(record, done)).toBe('“deals.csv” is imported: 1,204 events in 1 purchase.');
  expect(importText({ ...record, refused: 3 }, done)).toMatch(/ 3 rows were refused: see why, and mend the file\.$/);
  const failed = { ...record, state: 'failed', failure: 'This is no table.' };
  expect(importText(failed, { ...done, state: 'failed' })).toBe('“deals.csv” could not be imported. This is no table.');
});

it('says nothing of one that was undone, or done again', () => {
  expect(importText({ ...record, state: 'retracted' }, done)).toBeNull();
  expect(importText(record, { ...done, state: 'failed' })).toBeNull();
});
