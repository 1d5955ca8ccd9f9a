import { z } from 'zod';
import { PULSE_ITEMS } from '../core/body/pulse.ts';
import { ROLES } from '../core/body/words.ts';
import { brand } from './brand.ts';
import { operation } from './operation.ts';
import { id, in_purchase, instant, view } from './terms.ts';

const PURCHASE = '/workspaces/:workspace_id/purchases/:purchase_id';

const standing_job = z.strictObject({
  job_id: id,
  name: z.string(),
  text: z.string(),
  since: instant.nullable().describe('Since when it is complete, or open again; null for one that never was complete.'),
});

const role = z.enum(ROLES);

/** What changed since an instant, newest first. */
const news = z.strictObject({
  since: instant.nullable().describe('Null where there is nothing to count from.'),
  items: z.array(z.strictObject({ text: z.string(), at: instant, led_to: z.array(z.string()) })),
  more: z.int(),
});

const next = z.strictObject({
  what: z.string(),
  why: z.string(),
  action: z.discriminatedUnion('do', [
    z.strictObject({ do: z.literal('reaffirm'), job_ids: z.array(id) }),
    z.strictObject({ do: z.literal('state'), person_id: id, job_id: id }),
    z.strictObject({ do: z.literal('settle'), contradiction_id: id }),
    z.strictObject({ do: z.literal('answer'), question_id: id }),
    z.strictObject({ do: z.literal('step'), step_id: id }),
    z.strictObject({ do: z.literal('state_problem') }),
    z.strictObject({ do: z.literal('name'), role }),
    z.strictObject({ do: z.literal('decide') }),
  ]),
});

const pulse = z.strictObject({
  due: z
    .strictObject({ item: z.enum(PULSE_ITEMS), text: z.string() })
    .nullable()
    .describe('At most one a week, and never before one has said something or was here for a day.'),
  results: z
    .array(
      z.strictObject({
        item: z.enum(PULSE_ITEMS),
        text: z.string(),
        week: z.string(),
        people: z.int(),
        mean: z.number().min(1).max(5),
      }),
    )
    .describe('What the group says: counted weekly over 3 people or more, anew only after 3 or more changed.'),
});

const line = z.strictObject({ text: z.string(), at: instant.nullable() });

export const startOperations = {
  'starts.get': operation({
    method: 'GET',
    path: `${PURCHASE}/start`,
    noun: 'room',
    summary: 'Where a purchase stands for you: settled, open, who is missing, what changed, and your one next thing.',
    permission: 'member',
    zone: 'view',
    params: in_purchase,
    output: z.strictObject({
      purchase_id: id,
      view,
      next: next.nullable().describe('For someone of the buying group; null where nothing waits for them.'),
      settled: z.array(standing_job),
      open: z.array(standing_job),
      missing: z.array(
        z.strictObject({
          role,
          need: z.enum(['required', 'usual']).describe('`usual`: purchases with such jobs usually have one.'),
          jobs: z.array(z.string()),
        }),
      ),
      not_here: z.array(id).describe('Named, and not come in yet.'),
      news,
      pulse: pulse.nullable().describe('For buyers who read all of their side.'),
    }),
  }),
  'briefs.get': operation({
    method: 'GET',
    path: `${PURCHASE}/brief`,
    noun: 'brief',
    summary: 'What is stuck, for whom, and what would help; what to know before the next conversation.',
    permission: 'seller',
    zone: 'view',
    params: in_purchase,
    output: z.strictObject({
      purchase_id: id,
      stuck: z.array(
        z.strictObject({
          job_id: id,
          name: z.string(),
          for_whom: z.array(z.string()),
          why: z.string(),
          help: z.string(),
          helpers: z.array(z.string()).describe('Who of the pod helps with this job.'),
        }),
      ),
      people: z.array(z.strictObject({ person_id: id, name: z.string(), roles: z.array(role), stands: z.string() })),
      last_conversation: z
        .strictObject({ at: instant, text: z.string() })
        .nullable()
        .describe('The last touch that sellers took part in.'),
      news,
      open_questions: z.array(line),
      not_again: z.array(line).describe('What was answered: do not ask it again.'),
    }),
  }),
  'pods.of_purchase': operation({
    method: 'GET',
    path: `${PURCHASE}/pod`,
    noun: 'pod',
    summary:
      'The people of the pod that serves a purchase, and the jobs that each helps with. Both sides see the same.',
    permission: 'member',
    zone: 'view',
    params: in_purchase,
    output: z.strictObject({
      brand,
      people: z.array(z.strictObject({ person_id: id, name: z.string(), jobs: z.array(z.string()) })),
    }),
  }),
};
