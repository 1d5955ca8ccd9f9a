import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterEdges } from './filter.ts';
import { journeyGraph } from './graph.ts';
import { type EventLog, LogBuilder } from './log.ts';
import { countRework } from './rework.ts';
import { summarise } from './summary.ts';
import { findVariants, traceOf } from './variants.ts';

const SECOND = 1000;

/** One case per trace, its events a second apart unless times (in seconds) are given. */
function logOf(traces: Record<string, string>, times: Record<string, number[]> = {}): EventLog {
  const builder = new LogBuilder();
  for (const [case_id, trace] of Object.entries(traces)) {
    [...trace].forEach((activity, i) => {
      builder.add(case_id, activity, (times[case_id]?.[i] ?? i) * SECOND);
    });
  }
  return builder.finish();
}

const LOGS = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.constantFrom(...'abcd'), fc.integer({ min: 0, max: 20 })), {
    maxLength: 150,
  })
  .map((events) => {
    const builder = new LogBuilder();
    for (const [c, activity, time] of events) builder.add(`case ${c}`, activity, time);
    return builder.finish();
  });

const sum = (counts: Iterable<number>) => [...counts].reduce((a, b) => a + b, 0);

describe('summarise', () => {
  it('counts a small log as its definitions say', () => {
    const log = logOf({ one: 'abbc', two: 'abac', three: 'abbc', four: 'c' }, { one: [0, 10, 10, 40] });
    const summary = summarise(log);
    expect(summary).toMatchObject({ events: 13, cases: 4, activities: 3, variants: 3, cases_with_rework: 3 });
    expect(summary.first_event).toBe('1970-01-01T00:00:00.000Z');
    expect(summary.last_event).toBe('1970-01-01T00:00:40.000Z');
    // Cycle times 40, 3, 3 and 0 s: p90 lies 0.7 of the way from 3 to 40.
    expect(summary.cycle_seconds).toEqual({ mean: 11.5, median: 3, p90: 28.9, max: 40 });
    expect(summary.events_sharing_case_and_timestamp).toBe(2);
    expect(summary.activity_frequency).toEqual({ b: 5, a: 4, c: 4 });
    expect(summary.start).toEqual({ a: 3, c: 1 });
    expect(summary.end).toEqual({ c: 4 });
    expect(summary.rework).toEqual({ a: 1, b: 2 });
    expect(summary.self_loops).toEqual({ b: 2 });
    expect(summary.edges).toEqual([
      ['a', 'b', 3],
      ['b', 'b', 2],
      ['b', 'c', 2],
      ['a', 'c', 1],
      ['b', 'a', 1],
    ]);
    expect(summary.top_variants).toEqual([
      { count: 2, trace: ['a', 'b', 'b', 'c'] },
      { count: 1, trace: ['a', 'b', 'a', 'c'] },
      { count: 1, trace: ['c'] },
    ]);
  });

  it('lists ten variants, ties by trace and a shorter trace before its continuation', () => {
    const traces = ['ab', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'jj'];
    const top = summarise(logOf(Object.fromEntries(traces.map((trace) => [`case of ${trace}`, trace])))).top_variants;
    expect(top.map((variant) => variant.trace.join(''))).toEqual(['a', 'ab', ...'bcdefghi']);
  });

  it('gives an empty log without events', () => {
    expect(summarise(new LogBuilder().finish())).toMatchObject({
      events: 0,
      variants: 0,
      first_event: null,
      cycle_seconds: { mean: 0, median: 0, p90: 0, max: 0 },
      edges: [],
    });
  });

  it('keeps an activity whose name means something to objects', () => {
    const builder = new LogBuilder();
    builder.add('1', '__proto__', 0);
    expect(Object.entries(summarise(builder.finish()).start)).toEqual([['__proto__', 1]]);
  });

  it('keeps its sums for any log', () => {
    fc.assert(
      fc.property(LOGS, (log) => {
        const summary = summarise(log);
        expect(sum(summary.edges.map((edge) => edge[2]))).toBe(summary.events - summary.cases);
        expect(sum(Object.values(summary.activity_frequency))).toBe(summary.events);
        expect(sum(Object.values(summary.start))).toBe(summary.cases);
        expect(sum(Object.values(summary.end))).toBe(summary.cases);
        for (const [activity, cases] of Object.entries(summary.rework)) {
          expect(cases).toBeLessThanOrEqual(summary.cases_with_rework);
          expect(summary.activity_frequency[activity]).toBeGreaterThanOrEqual(2 * cases);
        }
      }),
    );
  });
});

describe('findVariants', () => {
  it('groups cases exactly as their spelled traces do', () => {
    fc.assert(
      fc.property(LOGS, (log) => {
        const variants = findVariants(log);
        const traces = log.case_ids.map((_, c) => traceOf(log, c).join('>'));
        expect(variants.count).toBe(new Set(traces).size);
        traces.forEach((trace, c) => {
          const first = variants.first_case[variants.variant_of[c] ?? -1] ?? -1;
          expect(traces[first]).toBe(trace);
        });
        expect(sum(variants.frequency)).toBe(log.case_ids.length);
      }),
    );
  });

  it('keeps traces apart whose hashes are equal', () => {
    // Found by search: with activities numbered in the order of the alphabet, each pair has one FNV-1a hash.
    const pairs = { a: 'luetzbhzaonw', b: 'xjkpibufdaup', c: 'oqghbvijwsac', d: 'mpfkiwxbjhlp' };
    const variants = findVariants(logOf({ alphabet: 'abcdefghijklmnopqrstuvwxyz', ...pairs, again: pairs.b }));
    expect([...variants.variant_of]).toEqual([0, 1, 2, 3, 4, 2]);
  });
});

describe('journeyGraph', () => {
  it('takes the median delay, the mean of the middle two when they are even', () => {
    const log = logOf(
      { one: 'ab', two: 'ab', three: 'ab', four: 'ac', five: 'ac' },
      {
        one: [0, 9],
        two: [0, 1],
        three: [0, 4],
        four: [0, 2],
        five: [0, 5],
      },
    );
    const delays = journeyGraph(log).edges.map((edge) => [edge.to, edge.median_delay_ms]);
    expect(delays).toEqual([
      ['b', 4000],
      ['c', 3500],
    ]);
  });

  it('agrees with a plain count for any log', () => {
    fc.assert(
      fc.property(LOGS, (log) => {
        const delays = new Map<string, number[]>();
        const returns = new Map<string, number>();
        log.case_ids.forEach((_, c) => {
          const trace = traceOf(log, c);
          for (let i = 1; i < trace.length; i++) {
            const edge = `${trace[i - 1]}>${trace[i]}`;
            const at = (log.case_start[c] ?? 0) + i;
            const delay = (log.time_ms[at] ?? 0) - (log.time_ms[at - 1] ?? 0);
            delays.set(edge, [...(delays.get(edge) ?? []), delay]);
            const back = trace.slice(0, i).includes(trace[i] as string) ? 1 : 0;
            returns.set(edge, (returns.get(edge) ?? 0) + back);
          }
        });
        const { edges } = journeyGraph(log);
        expect(edges).toHaveLength(delays.size);
        for (const edge of edges) {
          const known = (delays.get(`${edge.from}>${edge.to}`) ?? []).sort((a, b) => a - b);
          expect(edge.frequency).toBe(known.length);
          const middle = known.length / 2;
          const median = ((known[Math.ceil(middle) - 1] ?? 0) + (known[Math.floor(middle)] ?? 0)) / 2;
          expect(edge.median_delay_ms).toBe(median);
          expect(edge.returns).toBe(returns.get(`${edge.from}>${edge.to}`));
        }
      }),
    );
  });

  it('counts with more activities than fit a table', () => {
    const builder = new LogBuilder();
    for (let i = 0; i < 3000; i++) builder.add('one', `activity ${i}`, i);
    for (let i = 0; i < 3000; i++) builder.add('two', `activity ${i}`, i);
    const graph = journeyGraph(builder.finish());
    expect(graph.edges).toHaveLength(2999);
    expect(graph.edges.every((edge) => edge.frequency === 2 && edge.median_delay_ms === 1)).toBe(true);
  });

  it('says on how many cases each node rests', () => {
    const log = logOf({ one: 'aab', two: 'b' });
    expect(journeyGraph(log, findVariants(log), countRework(log)).nodes).toEqual([
      { activity: 'a', frequency: 2, cases: 1, start: 1, end: 0, rework: 1 },
      { activity: 'b', frequency: 2, cases: 2, start: 1, end: 2, rework: 0 },
    ]);
  });
});

describe('filterEdges', () => {
  const graph = journeyGraph(logOf({ one: 'abc', two: 'abc', three: 'abab', four: 'c' }));

  it('says what is hidden', () => {
    // a>b 4, b>c 2, b>a 1.
    const shown = filterEdges(graph, 0.6);
    expect(shown.edges.map((edge) => edge.from + edge.to)).toEqual(['ab', 'bc']);
    expect(shown.transitions).toEqual({ shown: 6, all: 7 });
    expect(shown.variants).toEqual({ shown: 2, all: 3 });
    expect(shown.cases).toEqual({ shown: 3, all: 4 });
    expect(shown.returns).toEqual({ shown: 1, all: 2 });
  });

  it('shows nothing for 0 and everything for 1', () => {
    expect(filterEdges(graph, 0)).toMatchObject({ edges: [], variants: { shown: 1, all: 3 } });
    expect(filterEdges(graph, 1)).toMatchObject({ transitions: { shown: 7 }, variants: { shown: 3 } });
    expect(() => filterEdges(graph, 60)).toThrow(RangeError);
  });

  it('counts as fully shown exactly the variants none of whose edges is hidden, and hides no tie', () => {
    fc.assert(
      fc.property(LOGS, fc.double({ min: 0, max: 1, noNaN: true }), (log, share) => {
        const whole = journeyGraph(log);
        const { edges, transitions, variants, cases } = filterEdges(whole, share);
        const kept = new Set(edges.map((edge) => `${edge.from}>${edge.to}`));
        const isShown = (c: number) => {
          const trace = traceOf(log, c);
          return trace.every((activity, i) => i === 0 || kept.has(`${trace[i - 1]}>${activity}`));
        };
        const found = findVariants(log);
        expect(variants.shown).toBe([...found.first_case].filter(isShown).length);
        expect(cases.shown).toBe(log.case_ids.filter((_, c) => isShown(c)).length);
        expect(transitions.shown).toBeGreaterThanOrEqual(share * transitions.all);
        const rarest = edges.at(-1)?.frequency ?? Number.POSITIVE_INFINITY;
        expect(whole.edges.slice(edges.length).every((edge) => edge.frequency < rarest)).toBe(true);
      }),
    );
  });
});
