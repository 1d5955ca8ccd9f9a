import { z } from 'zod';
import { operation } from './operation.ts';
import { id, in_workspace, outcome } from './terms.ts';

export const journey_graph = z.strictObject({
  nodes: z.array(z.strictObject({ name: z.string(), count: z.int(), starts: z.int(), ends: z.int() })),
  edges: z.array(z.strictObject({ from: z.string(), to: z.string(), count: z.int(), median_s: z.number() })),
  cases: z.int(),
  events: z.int(),
  transitions: z.int(),
  variants: z.int(),
  top_variants: z.array(z.strictObject({ count: z.int(), trace: z.array(z.string()) })),
  variants_by_rank: z
    .array(z.strictObject({ edges: z.array(z.int()), count: z.int() }))
    .describe(
      'Of each variant, the edges (places in `edges`) it needs: tells how many are shown whole when rare edges are hidden.',
    ),
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
