import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sharedFile } from '../../../test/fixtures/read/pieces.ts';
import { summarise } from '../../core/journey/summary.ts';
import { readEventLog } from './event-log.ts';

const PM4JS_DATA = join(dirname(createRequire(import.meta.url).resolve('pm4js')), 'examples/input_data');

const REFERENCES = [
  'bpic2012',
  'bpic2020-domesticdeclarations',
  'bpic2020-requestforpayment',
  'helpdesk',
  'receipt',
  'running-example',
  'sepsis',
];

async function summaryOf(file: string) {
  const { log, refused } = await readEventLog(file, { zone: 'UTC' });
  expect(refused).toEqual([]);
  return summarise(log);
}

describe('figures of real logs', () => {
  for (const name of REFERENCES) {
    const reference = sharedFile(`reference/process-mining/${name}.json`);
    it.skipIf(reference === null)(`equal the reference of ${name}`, { timeout: 60_000 }, async () => {
      const { file, case_column, activity_column, timestamp_column, note, ...expected } = JSON.parse(
        readFileSync(reference as string, 'utf8'),
      );
      const data = sharedFile(file);
      expect(data, `${file} is missing`).not.toBeNull();
      expect(JSON.parse(JSON.stringify(await summaryOf(data as string)))).toEqual(expected);
    });
  }

  it('hold for the receipt log that pm4js carries', async () => {
    const summary = await summaryOf(join(PM4JS_DATA, 'receipt.xes'));
    expect(summary).toMatchObject({
      events: 8577,
      cases: 1434,
      activities: 27,
      variants: 116,
      first_event: '2010-10-02T07:20:39.266Z',
      last_event: '2012-01-23T14:42:54.644Z',
      cycle_seconds: { mean: 467263.915, median: 2868.583, p90: 1217821.799, max: 23832541.524 },
      cases_with_rework: 91,
      self_loops: { 'T06 Determine necessity of stop advice': 6 },
    });
    expect(summary.edges).toHaveLength(99);
    expect(summary.top_variants.map((variant) => variant.count)).toEqual([713, 123, 116, 115, 75, 40, 28, 25, 13, 12]);
  });

  it('hold for the running example that pm4js carries', async () => {
    const summary = await summaryOf(join(PM4JS_DATA, 'running-example.xes'));
    expect(summary).toMatchObject({
      events: 42,
      cases: 6,
      variants: 6,
      first_event: '2010-12-30T10:02:00.000Z',
      cycle_seconds: { mean: 966890, median: 815940, p90: 1472610, max: 1576440 },
      end: { 'pay compensation': 3, 'reject request': 3 },
      rework: { 'check ticket': 2, decide: 2, 'examine casually': 1, 'reinitiate request': 1 },
    });
    expect(summary.edges.slice(0, 2)).toEqual([
      ['check ticket', 'decide', 6],
      ['examine casually', 'check ticket', 4],
    ]);
  });
});
