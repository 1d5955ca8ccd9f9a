import type { EventLog } from './log.ts';
import { medianWithin } from './quantile.ts';

/** Directly-follows edges as columns, numbered in order of first appearance. */
export interface Transitions {
  /** Per edge: activity numbers of both ends. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly frequency: Int32Array;
  readonly median_delay_ms: Float64Array;
  /** Per edge: transitions to an activity that the case had had before. */
  readonly returns: Int32Array;
  /** Per event: the edge to the next event of its case, −1 for the last of a case. */
  readonly edge_of: Int32Array;
}

/** Up to this many activities, edges are looked up in a table of activity × activity (at most 16 MB). */
const DENSE_ACTIVITIES = 2048;

/** Counts transitions between neighbouring events of each case and takes the median delay of each edge. */
export function countTransitions(log: EventLog): Transitions {
  const { case_start, activity_of } = log;
  const edges = new EdgeNumbers(log.activities.length);
  const edge_of = new Int32Array(activity_of.length).fill(-1);
  const seen = new Int32Array(log.activities.length);
  const returns: number[] = [];
  const frequency: number[] = [];
  for (let c = 0; c < log.case_ids.length; c++) {
    const stamp = c + 1;
    const first = case_start[c] as number;
    const to = case_start[stamp] as number;
    let before = activity_of[first] as number;
    seen[before] = stamp;
    for (let i = first + 1; i < to; i++) {
      const activity = activity_of[i] as number;
      const edge = edges.number(before, activity);
      if (edge === frequency.length) {
        frequency.push(0);
        returns.push(0);
      }
      edge_of[i - 1] = edge;
      frequency[edge] = (frequency[edge] as number) + 1;
      if (seen[activity] === stamp) returns[edge] = (returns[edge] as number) + 1;
      else seen[activity] = stamp;
      before = activity;
    }
  }
  return {
    from: Int32Array.from(edges.from),
    to: Int32Array.from(edges.to),
    frequency: Int32Array.from(frequency),
    median_delay_ms: medianDelays(log.time_ms, edge_of, frequency),
    returns: Int32Array.from(returns),
    edge_of,
  };
}

/** Gathers the delays edge by edge in one array, then selects each edge's median in place. */
function medianDelays(time_ms: Float64Array, edge_of: Int32Array, frequency: readonly number[]): Float64Array {
  const next = new Int32Array(frequency.length);
  let total = 0;
  for (let edge = 0; edge < frequency.length; edge++) {
    next[edge] = total;
    total += frequency[edge] as number;
  }
  const delays = new Float64Array(total);
  for (let i = 0; i < edge_of.length; i++) {
    const edge = edge_of[i] as number;
    if (edge < 0) continue;
    const at = next[edge] as number;
    delays[at] = (time_ms[i + 1] as number) - (time_ms[i] as number);
    next[edge] = at + 1;
  }
  const medians = new Float64Array(frequency.length);
  for (let edge = 0; edge < frequency.length; edge++) {
    const end = next[edge] as number;
    medians[edge] = medianWithin(delays, end - (frequency[edge] as number), end);
  }
  return medians;
}

/** Numbers pairs of activities in order of first appearance. */
class EdgeNumbers {
  readonly from: number[] = [];
  readonly to: number[] = [];
  readonly #activities: number;
  /** Edge number + 1 per pair, 0 for none; empty when there are too many activities for a table. */
  readonly #dense: Int32Array;
  readonly #sparse = new Map<number, number>();

  constructor(activities: number) {
    this.#activities = activities;
    this.#dense = new Int32Array(activities <= DENSE_ACTIVITIES ? activities * activities : 0);
  }

  number(from: number, to: number): number {
    const pair = from * this.#activities + to;
    const known = this.#dense.length > 0 ? (this.#dense[pair] as number) : (this.#sparse.get(pair) ?? 0);
    if (known > 0) return known - 1;
    const edge = this.from.push(from);
    this.to.push(to);
    if (this.#dense.length > 0) this.#dense[pair] = edge;
    else this.#sparse.set(pair, edge);
    return edge - 1;
  }
}
