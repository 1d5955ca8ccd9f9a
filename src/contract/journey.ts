import { z } from 'zod';
import { operation } from './operation.ts';
import { id, in_workspace, outcome } from './terms.ts';

/** The graph of core/journey/graph.ts, so that the core's `filterEdges` works on it in the browser. */
export const journey_graph = z.strictObject({
  events: z.int(),
  cases: z.int(),
  variants: z.int(),
  transitions: z.int(),
  nodes: z.array(
    z.strictObject({
      activity: z.string(),
      frequency: z.int(),
      cases: z.int(),
      start: z.int(),
      end: z.int(),
      rework: z.int(),
    }),
  ),
  edges: z.array(
    z.strictObject({
      from: z.string(),
      to: z.string(),
      frequency: z.int(),
      median_delay_ms: z.number(),
      returns: z.int(),
      completes_variants: z.int(),
      completes_cases: z.int(),
    }),
  ),
  single_event_variants: z.int(),
  single_event_cases: z.int(),
  top_variants: z.array(z.strictObject({ count: z.int(), trace: z.array(z.string()) })),
});

export const journeyOperations = {
  'journeys.get': operation({
    method: 'GET',
    path: '/workspaces/:workspace_id/journeys',
    noun: 'journey',
    summary: 'The journey map: what follows what, how often, after how long.',
    permission: 'seller',
    zone: 'view',
    params: in_workspace,
    query: z.strictObject({
      lens: z
        .enum(['activities', 'jobs'])
        .default('jobs')
        .describe("The source's activities, or what happened to jobs."),
      outcome: z.enum(['open', ...outcome.options]).optional(),
      import_id: id.optional(),
    }),
    output: journey_graph,
  }),
};
