import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEventLog } from './event-log.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'log-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(text: string, columns = {}, zone = 'UTC') {
  const path = join(folder, 'log');
  await writeFile(path, text);
  return readEventLog(path, { columns, zone });
}

describe('readEventLog', () => {
  it('finds the columns, takes NA for a case and refuses what is no event', async () => {
    const text = `Activity;Case ID;Complete Timestamp
demo;NA;2018-05-28 10:00:00
call;null;2018-05-28 10:00:00
call;;2018-05-28 10:00:00
;A;2018-05-28 10:00:00
call;A;
call;A;20266-05-28 10:00:00
`;
    const { log, refused, refused_count, columns, zone_used } = await read(text, {}, 'Europe/Berlin');
    expect(columns).toEqual({ case: 'Case ID', activity: 'Activity', time: 'Complete Timestamp' });
    expect(log.case_ids).toEqual(['NA', 'null']);
    expect(log.time_ms[0]).toBe(Date.UTC(2018, 4, 28, 8));
    expect(zone_used).toBe(true);
    expect(refused.map(({ line, column, code }) => [line, column, code])).toEqual([
      [4, 'Case ID', 'event.blank_cell'],
      [5, 'Activity', 'event.blank_cell'],
      [6, 'Complete Timestamp', 'event.blank_cell'],
      [7, 'Complete Timestamp', 'time.out_of_range'],
    ]);
    expect(refused_count).toBe(4);
  });

  it('takes the columns it is told', async () => {
    const text = '{"deal":"A","stage":"won","when":1527515160}\n{"deal":"A","stage":"open","when":1527515100}\n';
    const { log, zone_used } = await read(text, { case: 'deal', time: 'when' });
    expect(log.activities).toEqual(['won', 'open']);
    expect([...log.activity_of]).toEqual([1, 0]);
    expect(zone_used).toBe(false);
  });

  it('keeps the first thousand refusals and counts all', async () => {
    const rows = 'A,x,2018-01-01\n'.repeat(3000) + 'A,x,\n'.repeat(2500);
    const { log, refused, refused_count } = await read(`case,activity,time\n${rows}`);
    expect(log.time_ms).toHaveLength(3000);
    expect([refused.length, refused_count]).toEqual([1000, 2500]);
  });

  it.each([
    ['log.no_case_column', 'x,activity,time\n1,2,2018-01-01\n', {}],
    ['log.no_such_column', 'case,activity,time\n1,2,2018-01-01\n', { time: 'when' }],
    ['log.no_times', 'case,activity,time\n1,2,soon\n', {}],
    ['log.ambiguous_times', 'case,activity,time\n1,2,3/4/2018\n', {}],
  ])('refuses a file with %s', async (code, text, columns) => {
    await expect(read(text, columns)).rejects.toMatchObject({ code });
  });
});
