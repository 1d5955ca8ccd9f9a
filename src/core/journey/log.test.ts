import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EventLog, LogBuilder } from './log.ts';

type Event = [case_id: string, activity: string, time_ms: number];

function build(events: readonly Event[]): EventLog {
  const builder = new LogBuilder();
  for (const event of events) builder.add(...event);
  return builder.finish();
}

/** The log spelled out again, in its order. */
function spelled(log: EventLog): (Event | number)[][] {
  return log.case_ids.flatMap((case_id, c) =>
    Array.from({ length: (log.case_start[c + 1] ?? 0) - (log.case_start[c] ?? 0) }, (_, k) => {
      const i = (log.case_start[c] ?? 0) + k;
      const activity = log.activities[log.activity_of[i] ?? -1] ?? '?';
      return [[case_id, activity, log.time_ms[i] ?? Number.NaN] satisfies Event, log.file_order[i] ?? -1];
    }),
  );
}

const EVENTS = fc.array(
  fc.tuple(fc.constantFrom('A', 'B', 'NA', 'null', ''), fc.constantFrom('x', 'y', 'z'), fc.integer({ min: 0, max: 5 })),
  { maxLength: 200 },
);

describe('LogBuilder', () => {
  it('orders by case as first met, then time, then file order', () => {
    const log = build([
      ['B', 'late', 9],
      ['A', 'only', 5],
      ['B', 'first of two at once', 3],
      ['B', 'second of two at once', 3],
    ]);
    expect(spelled(log)).toEqual([
      [['B', 'first of two at once', 3], 2],
      [['B', 'second of two at once', 3], 3],
      [['B', 'late', 9], 0],
      [['A', 'only', 5], 1],
    ]);
  });

  it('gives the same as a plain stable sort', () => {
    fc.assert(
      fc.property(EVENTS, (events) => {
        const first = new Map<string, number>();
        for (const [case_id] of events) if (!first.has(case_id)) first.set(case_id, first.size);
        const expected = events
          .map((event, at): [Event, number] => [event, at])
          .sort(([a], [b]) => (first.get(a[0]) ?? 0) - (first.get(b[0]) ?? 0) || a[2] - b[2]);
        expect(spelled(build(events))).toEqual(expected);
      }),
    );
  });

  it('orders a long case whose events come backwards in pairs', () => {
    const log = build(Array.from({ length: 5000 }, (_, i): Event => ['one', `a${i % 7}`, 2500 - Math.floor(i / 2)]));
    expect([...log.time_ms.subarray(0, 4)]).toEqual([1, 1, 2, 2]);
    expect([...log.file_order.subarray(0, 4)]).toEqual([4998, 4999, 4996, 4997]);
    expect(log.time_ms.every((time, i) => i === 0 || time >= (log.time_ms[i - 1] ?? 0))).toBe(true);
  });

  it('takes any text as a case id', () => {
    expect(
      build([
        ['NA', 'x', 1],
        ['null', 'x', 1],
        ['', 'x', 1],
      ]).case_ids,
    ).toEqual(['NA', 'null', '']);
  });

  it('refuses a time that is not a number and is empty after finishing', () => {
    const builder = new LogBuilder();
    builder.add('A', 'x', 1);
    expect(() => builder.add('A', 'x', Number.NaN)).toThrow(RangeError);
    expect(builder.finish().time_ms).toHaveLength(1);
    expect(builder.finish().case_ids).toEqual([]);
  });
});
