import type { EventLog } from './log.ts';
import { countRework, type Rework } from './rework.ts';
import { countTransitions, type Transitions } from './transitions.ts';
import { findVariants, type Variants } from './variants.ts';

/** An activity as a node of the map. */
export interface JourneyNode {
  activity: string;
  /** Events of the activity. */
  frequency: number;
  /** Cases that have it. */
  cases: number;
  /** Cases that begin with it. */
  start: number;
  /** Cases that end with it. */
  end: number;
  /** Cases that have it more than once. */
  rework: number;
}

/** A directly-follows edge: `to` came next after `from`, in the same case. */
export interface JourneyEdge {
  from: string;
  to: string;
  /** Transitions over the edge. */
  frequency: number;
  /** Median time from the event of `from` to the event of `to`, in milliseconds. */
  median_delay_ms: number;
  /** Transitions that lead back to an activity the case had had before: the loops. A self loop always does. */
  returns: number;
  /** Variants of which this is the last edge in the order of `edges`, so the one that makes them fully shown. */
  completes_variants: number;
  /** Cases of those variants. */
  completes_cases: number;
}

/**
 * The directly-follows graph of a log. Nodes come by frequency, then name; edges by frequency, then name of
 * `from`, then of `to`. It is plain data and small (it grows with the edges, not with the events), so a page
 * can filter it while a slider moves.
 */
export interface JourneyGraph {
  events: number;
  cases: number;
  variants: number;
  /** Pairs of neighbouring events within a case: events − cases. */
  transitions: number;
  nodes: JourneyNode[];
  edges: JourneyEdge[];
  /** Variants (and their cases) of one event, which no edge is needed to show. */
  single_event_variants: number;
  single_event_cases: number;
}

/** The graph of a log. Variants and rework may be passed in when they are needed elsewhere too. */
export function journeyGraph(
  log: EventLog,
  variants: Variants = findVariants(log),
  rework: Rework = countRework(log),
): JourneyGraph {
  const transitions = countTransitions(log);
  const ranked = rankEdges(log, transitions);
  const completed = countCompleted(log, transitions, ranked, variants);
  const edges = Array.from(ranked, (edge, rank) => ({
    from: log.activities[transitions.from[edge] as number] as string,
    to: log.activities[transitions.to[edge] as number] as string,
    frequency: transitions.frequency[edge] as number,
    median_delay_ms: transitions.median_delay_ms[edge] as number,
    returns: transitions.returns[edge] as number,
    completes_variants: completed.variants[rank] as number,
    completes_cases: completed.cases[rank] as number,
  }));
  return {
    events: log.time_ms.length,
    cases: log.case_ids.length,
    variants: variants.count,
    transitions: log.time_ms.length - log.case_ids.length,
    nodes: nodesOf(log, rework),
    edges,
    single_event_variants: completed.single_event_variants,
    single_event_cases: completed.single_event_cases,
  };
}

function nodesOf(log: EventLog, rework: Rework): JourneyNode[] {
  const { case_start, activity_of } = log;
  const start = new Int32Array(log.activities.length);
  const end = new Int32Array(log.activities.length);
  for (let c = 0; c < log.case_ids.length; c++) {
    const first = activity_of[case_start[c] as number] as number;
    const last = activity_of[(case_start[c + 1] as number) - 1] as number;
    start[first] = (start[first] as number) + 1;
    end[last] = (end[last] as number) + 1;
  }
  return log.activities
    .map((activity, a) => ({
      activity,
      frequency: rework.frequency[a] as number,
      cases: rework.cases[a] as number,
      start: start[a] as number,
      end: end[a] as number,
      rework: rework.rework[a] as number,
    }))
    .sort((a, b) => b.frequency - a.frequency || (a.activity < b.activity ? -1 : 1));
}

/** Edge numbers by frequency, then by the names of both ends in the order of their code units. */
function rankEdges(log: EventLog, transitions: Transitions): Int32Array {
  const place = new Int32Array(log.activities.length);
  const by_name = Array.from(log.activities, (activity, index) => ({ activity, index }));
  by_name.sort((a, b) => (a.activity < b.activity ? -1 : 1));
  by_name.forEach(({ index }, at) => {
    place[index] = at;
  });
  const { from, to, frequency } = transitions;
  const placeOf = (ends: Int32Array, edge: number) => place[ends[edge] as number] as number;
  return Int32Array.from(frequency.keys()).sort(
    (a, b) =>
      (frequency[b] as number) - (frequency[a] as number) ||
      placeOf(from, a) - placeOf(from, b) ||
      placeOf(to, a) - placeOf(to, b),
  );
}

/** Per rank of an edge, the variants and cases whose rarest edge it is. */
function countCompleted(log: EventLog, transitions: Transitions, ranked: Int32Array, found: Variants) {
  const rank_of = new Int32Array(ranked.length);
  for (let rank = 0; rank < ranked.length; rank++) rank_of[ranked[rank] as number] = rank;
  const variants = new Int32Array(ranked.length);
  const cases = new Int32Array(ranked.length);
  let single_event_variants = 0;
  let single_event_cases = 0;
  for (let v = 0; v < found.count; v++) {
    const c = found.first_case[v] as number;
    const last = (log.case_start[c + 1] as number) - 1;
    let rarest = -1;
    for (let i = log.case_start[c] as number; i < last; i++) {
      const rank = rank_of[transitions.edge_of[i] as number] as number;
      if (rank > rarest) rarest = rank;
    }
    const frequency = found.frequency[v] as number;
    if (rarest < 0) {
      single_event_variants++;
      single_event_cases += frequency;
    } else {
      variants[rarest] = (variants[rarest] as number) + 1;
      cases[rarest] = (cases[rarest] as number) + frequency;
    }
  }
  return { variants, cases, single_event_variants, single_event_cases };
}
