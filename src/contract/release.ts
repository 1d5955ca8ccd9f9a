import { z } from 'zod';
import { PULSE_ITEMS } from '../core/body/pulse.ts';
import { operation } from './operation.ts';
import { id, in_workspace, instant } from './terms.ts';

const week = z
  .string()
  .describe('An ISO 8601 week, such as 2026-W09: it counts what was recorded before that week began.');
const share = z.number().min(0).max(1);

export const releaseOperations = {
  'releases.list': operation({
    method: 'GET',
    path: '/workspaces/:workspace_id/releases',
    noun: 'release',
    summary:
      'What buyers keep to themselves, in sum: fixed weekly figures over 5 people or more, over all purchases, the same for whoever asks.',
    permission: 'seller',
    zone: 'seller',
    params: in_workspace,
    output: z.strictObject({
      next_at: instant.describe('When it is looked again whether something can be released.'),
      pulse: z
        .array(
          z.strictObject({
            item: z.enum(PULSE_ITEMS),
            text: z.string(),
            week,
            people: z.int(),
            mean: z.number().min(1).max(5),
          }),
        )
        .describe('What people answered when asked how buying is for them, 1 to 5.'),
      jobs: z.array(
        z.strictObject({
          job_id: id,
          job: z.string(),
          week,
          people: z.int(),
          agrees: share,
          at_it: share,
          withholds: share,
          confidence: z
            .strictObject({ week, people: z.int(), mean: z.number().min(1).max(5) })
            .nullable()
            .describe('Of those who said one, where they are 5 or more and so are the others.'),
        }),
      ),
    }),
  }),
};
