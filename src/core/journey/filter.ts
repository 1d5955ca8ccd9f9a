import type { JourneyEdge, JourneyGraph } from './graph.ts';

/** Part of a whole: `shown` of `all`. */
export interface Share {
  shown: number;
  all: number;
}

/** What a map with rare edges hidden still shows, in numbers that can be told to the reader. */
export interface FilteredEdges {
  edges: JourneyEdge[];
  transitions: Share;
  /** Variants all of whose transitions are shown. */
  variants: Share;
  /** Cases that follow those variants. */
  cases: Share;
  /** Transitions that lead back to something the case had had before: loops are never hidden silently. */
  returns: Share;
}

/**
 * Hides rare edges: keeps the fewest of the most frequent edges that together carry at least `min_share` of all
 * transitions. Edges as frequent as the last one kept are kept too, so that no edge is hidden by its name.
 *
 * @param min_share from 0 (no edge) to 1 (every edge)
 * @throws RangeError when `min_share` is not between 0 and 1
 * @example
 * const { transitions, variants } = filterEdges(graph, 0.6);
 * `showing ${transitions.shown} of ${transitions.all} transitions, ${variants.shown} of ${variants.all} variants`;
 */
export function filterEdges(graph: JourneyGraph, min_share: number): FilteredEdges {
  if (!(min_share >= 0 && min_share <= 1)) throw new RangeError('The share of transitions to show is from 0 to 1.');
  const wanted = min_share * graph.transitions;
  const edges: JourneyEdge[] = [];
  let transitions = 0;
  let variants = graph.single_event_variants;
  let cases = graph.single_event_cases;
  let returns = 0;
  for (const edge of graph.edges) {
    if (transitions >= wanted && edge.frequency !== edges.at(-1)?.frequency) break;
    edges.push(edge);
    transitions += edge.frequency;
    variants += edge.completes_variants;
    cases += edge.completes_cases;
    returns += edge.returns;
  }
  const all_returns = graph.edges.reduce((sum, edge) => sum + edge.returns, 0);
  return {
    edges,
    transitions: { shown: transitions, all: graph.transitions },
    variants: { shown: variants, all: graph.variants },
    cases: { shown: cases, all: graph.cases },
    returns: { shown: returns, all: all_returns },
  };
}
