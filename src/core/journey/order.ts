import type { EventLog } from './log.ts';

/** Events as they came: one entry per event in file order, nothing sorted yet. */
export interface UnorderedLog {
  readonly case_ids: readonly string[];
  readonly activities: readonly string[];
  readonly case_of: Int32Array;
  readonly activity_of: Int32Array;
  readonly time_ms: Float64Array;
}

/** Below this many events in one case, insertion sort beats the general one; most cases are nearly in order. */
const SMALL_CASE = 48;

/**
 * Orders events stably by (case in order of first appearance, time, file order). A file whose cases are each
 * in one piece and in time order, as most are, is only copied; otherwise cases are gathered by counting, O(n),
 * and only cases out of time order are sorted.
 */
export function order(events: UnorderedLog): EventLog {
  const { case_ids, activities, case_of } = events;
  const count = case_of.length;
  const case_start = caseStarts(case_of, case_ids.length);
  const file_order = isGrouped(case_of) ? ascending(count) : gathered(case_of, case_start);
  const sorted = sortCases(file_order, case_start, events.time_ms);
  const moved = sorted || !isAscending(file_order);
  const activity_of = new Int32Array(count);
  const time_ms = new Float64Array(count);
  if (moved) {
    for (let i = 0; i < count; i++) {
      const from = file_order[i] as number;
      activity_of[i] = events.activity_of[from] as number;
      time_ms[i] = events.time_ms[from] as number;
    }
  } else {
    activity_of.set(events.activity_of);
    time_ms.set(events.time_ms);
  }
  return { case_ids, activities, case_start, activity_of, time_ms, file_order };
}

/** Where each case starts once events are grouped by case; the last entry is the number of events. */
function caseStarts(case_of: Int32Array, cases: number): Int32Array {
  const starts = new Int32Array(cases + 1);
  for (let i = 0; i < case_of.length; i++) {
    const next = (case_of[i] as number) + 1;
    starts[next] = (starts[next] as number) + 1;
  }
  for (let c = 0; c < cases; c++) starts[c + 1] = (starts[c + 1] as number) + (starts[c] as number);
  return starts;
}

/** Cases are numbered by first appearance, so each is in one piece exactly when the numbers never fall. */
function isGrouped(case_of: Int32Array): boolean {
  for (let i = 1; i < case_of.length; i++) if ((case_of[i] as number) < (case_of[i - 1] as number)) return false;
  return true;
}

function isAscending(values: Int32Array): boolean {
  for (let i = 0; i < values.length; i++) if (values[i] !== i) return false;
  return true;
}

function ascending(count: number): Int32Array {
  const values = new Int32Array(count);
  for (let i = 0; i < count; i++) values[i] = i;
  return values;
}

/** Positions of events grouped by case, in file order within a case (counting sort). */
function gathered(case_of: Int32Array, case_start: Int32Array): Int32Array {
  const next = case_start.slice();
  const positions = new Int32Array(case_of.length);
  for (let i = 0; i < case_of.length; i++) {
    const c = case_of[i] as number;
    const at = next[c] as number;
    positions[at] = i;
    next[c] = at + 1;
  }
  return positions;
}

/** Sorts the positions of each case that is out of time order; tells whether there was one. */
function sortCases(positions: Int32Array, case_start: Int32Array, time_ms: Float64Array): boolean {
  let any = false;
  for (let c = 0; c + 1 < case_start.length; c++) {
    const from = case_start[c] as number;
    const to = case_start[c + 1] as number;
    if (isInTime(positions, from, to, time_ms)) continue;
    any = true;
    if (to - from <= SMALL_CASE) insertionSort(positions, from, to, time_ms);
    else positions.subarray(from, to).sort((a, b) => (time_ms[a] as number) - (time_ms[b] as number) || a - b);
  }
  return any;
}

function isInTime(positions: Int32Array, from: number, to: number, time_ms: Float64Array): boolean {
  let before = Number.NEGATIVE_INFINITY;
  for (let i = from; i < to; i++) {
    const time = time_ms[positions[i] as number] as number;
    if (time < before) return false;
    before = time;
  }
  return true;
}

function insertionSort(positions: Int32Array, from: number, to: number, time_ms: Float64Array): void {
  for (let i = from + 1; i < to; i++) {
    const position = positions[i] as number;
    const time = time_ms[position] as number;
    let at = i;
    while (at > from && (time_ms[positions[at - 1] as number] as number) > time) {
      positions[at] = positions[at - 1] as number;
      at--;
    }
    positions[at] = position;
  }
}
