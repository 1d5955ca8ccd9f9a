import { type CycleSeconds, cycleSeconds } from './cycle.ts';
import { type JourneyGraph, type JourneyNode, journeyGraph } from './graph.ts';
import type { EventLog } from './log.ts';
import { countRework } from './rework.ts';
import { findVariants, type SpelledVariant, topVariants } from './variants.ts';

/** The figures of one log, as JSON. Counts per activity are ordered by count, then name. */
export interface JourneySummary {
  events: number;
  cases: number;
  activities: number;
  variants: number;
  /** ISO 8601 in UTC with milliseconds; null for a log without events. */
  first_event: string | null;
  last_event: string | null;
  cycle_seconds: CycleSeconds;
  /** Events that share case and time with another event, the first of them included: only the file orders them. */
  events_sharing_case_and_timestamp: number;
  /** Cases with any activity more than once. */
  cases_with_rework: number;
  activity_frequency: Record<string, number>;
  /** Cases that begin, and that end, with the activity. */
  start: Record<string, number>;
  end: Record<string, number>;
  /** Cases with the activity more than once; activities without any are left out. */
  rework: Record<string, number>;
  /** Transitions from the activity straight to itself; activities without any are left out. */
  self_loops: Record<string, number>;
  /** `[from, to, transitions]` by transitions, then `from`, then `to`. */
  edges: [string, string, number][];
  /** The ten most frequent variants; ties by their traces. */
  top_variants: SpelledVariant[];
}

const TOP_VARIANTS = 10;

/** Computes all figures of a log. Definitions stand beside the fields and in the functions that count them. */
export function summarise(log: EventLog): JourneySummary {
  const variants = findVariants(log);
  const rework = countRework(log);
  const graph = journeyGraph(log, variants, rework);
  const span = timeSpan(log);
  return {
    events: graph.events,
    cases: graph.cases,
    activities: graph.nodes.length,
    variants: graph.variants,
    first_event: span ? new Date(span.first_ms).toISOString() : null,
    last_event: span ? new Date(span.last_ms).toISOString() : null,
    cycle_seconds: cycleSeconds(log),
    events_sharing_case_and_timestamp: countSharedTimes(log),
    cases_with_rework: rework.cases_with_rework,
    activity_frequency: countsBy(graph.nodes, 'frequency'),
    start: countsBy(graph.nodes, 'start'),
    end: countsBy(graph.nodes, 'end'),
    rework: countsBy(graph.nodes, 'rework'),
    self_loops: selfLoops(graph),
    edges: graph.edges.map((edge) => [edge.from, edge.to, edge.frequency]),
    top_variants: topVariants(log, variants, TOP_VARIANTS),
  };
}

function timeSpan(log: EventLog): { first_ms: number; last_ms: number } | null {
  if (log.time_ms.length === 0) return null;
  let first_ms = Number.POSITIVE_INFINITY;
  let last_ms = Number.NEGATIVE_INFINITY;
  for (const time of log.time_ms) {
    if (time < first_ms) first_ms = time;
    if (time > last_ms) last_ms = time;
  }
  return { first_ms, last_ms };
}

function countSharedTimes(log: EventLog): number {
  const { case_start, time_ms } = log;
  let shared = 0;
  for (let c = 0; c < log.case_ids.length; c++) {
    const last = (case_start[c + 1] as number) - 1;
    let with_before = false;
    for (let i = case_start[c] as number; i <= last; i++) {
      const with_next = i < last && time_ms[i] === time_ms[i + 1];
      if (with_before || with_next) shared++;
      with_before = with_next;
    }
  }
  return shared;
}

function countsBy(nodes: readonly JourneyNode[], count: 'frequency' | 'start' | 'end' | 'rework') {
  const entries = nodes.filter((node) => node[count] > 0).map((node): [string, number] => [node.activity, node[count]]);
  return ordered(entries);
}

function selfLoops(graph: JourneyGraph): Record<string, number> {
  return ordered(
    graph.edges.filter((edge) => edge.from === edge.to).map((edge): [string, number] => [edge.from, edge.frequency]),
  );
}

/** `Object.fromEntries` keeps even an activity called `__proto__` as a plain key, which assignment would not. */
function ordered(entries: [string, number][]): Record<string, number> {
  return Object.fromEntries(entries.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
}
