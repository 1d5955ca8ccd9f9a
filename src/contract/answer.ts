import { z } from 'zod';
import { claim_changed } from '../core/body/basis.ts';
import { SIDES } from '../core/body/words.ts';
import { QUESTION_STATUSES } from '../core/question.ts';
import { written } from './command.ts';
import { library_view } from './library.ts';
import { operation } from './operation.ts';
import { id, in_purchase, instant, zone } from './terms.ts';

const PURCHASE = '/workspaces/:workspace_id/purchases/:purchase_id';
const in_question = z.strictObject({ ...in_purchase.shape, question_id: id });

const said = {
  text: z.string(),
  at: instant,
  by: z.string().nullable().describe('By name, where that is known here; null for who left it out.'),
  side: z.enum([...SIDES, 'none']),
  yours: z.boolean().describe('You said it, with or without your name.'),
  named: z.boolean().describe('It stands with the name of who said it.'),
  zone,
};

const answer_view = z.strictObject({ answer_id: id, ...said });

const question_view = z.strictObject({
  question_id: id,
  ...said,
  status: z.enum(QUESTION_STATUSES),
  to: z.string().nullable().describe('Who is asked, by name; null where a side is, or anyone.'),
  to_you: z.boolean(),
  to_side: z.enum(SIDES).nullable(),
  job_id: id.nullable(),
  answers: z.array(answer_view).describe('In the order in which they came.'),
  accepted: z
    .strictObject({ answer_id: id, claim_id: id.nullable(), claim: z.string().nullable(), at: instant, by: z.string() })
    .nullable(),
  closed: z.strictObject({ reason: z.string().nullable(), at: instant, by: z.string() }).nullable(),
  settles: z.boolean().describe('You are of the side that says whether it is answered.'),
  seen: id.describe('Send it back with what you do about it.'),
});

/** What an accepted answer says, as a claim; the source is the answer itself. */
const { subject, attribute, value, unit, value_kind, option_id, used_for } = claim_changed.shape;

export const answerOperations = {
  'questions.list': operation({
    method: 'GET',
    path: `${PURCHASE}/questions`,
    noun: 'question',
    summary: 'Questions and their threads as you may know them, open ones first, and how long answers took.',
    permission: 'member',
    zone: 'view',
    params: in_purchase,
    output: z.strictObject({
      questions: z.array(question_view),
      time_to_answer: z.strictObject({
        n: z.int().describe('Questions that were answered, as you may know them.'),
        median_ms: z.number().nullable().describe('From asking to the first answer.'),
        waiting: z.int().describe('Not answered and not closed.'),
      }),
      sellers: z
        .array(z.strictObject({ person_id: id, name: z.string() }))
        .describe('Of the supplier, who can be asked by name.'),
    }),
  }),
  'questions.similar': operation({
    method: 'GET',
    path: `${PURCHASE}/similar-questions`,
    noun: 'question',
    summary:
      'Questions like one that is being written: of this purchase, as you may know it, and of what the supplier published.',
    permission: 'member',
    zone: 'view',
    params: in_purchase,
    query: z.strictObject({ q: z.string().max(2_000).default('').describe('What was written so far.') }),
    output: z.strictObject({
      questions: z.array(
        z.strictObject({
          question_id: id,
          text: z.string(),
          status: z.enum(QUESTION_STATUSES),
          answer: z.string().nullable().describe('The one that was taken, else the first.'),
          alike: z.number().describe('0 to 1.'),
        }),
      ),
      library: z.array(z.strictObject({ ...library_view.shape, alike: z.number().describe('0 to 1.') })),
    }),
  }),
  'acceptances.create': operation({
    method: 'POST',
    path: `${PURCHASE}/questions/:question_id/acceptances`,
    noun: 'question',
    summary: 'Takes an answer, for the side that asked; with a claim, the answer becomes one, and is its source.',
    permission: 'member',
    zone: 'view',
    params: in_question,
    body: z.strictObject({
      answer_id: id,
      claim: z
        .strictObject({ subject, attribute, value, unit, value_kind, option_id, used_for })
        .optional()
        .describe('`used_for` left out: the job that was asked about.'),
      seen: id.optional().describe('The `seen` of the question as you last read it.'),
    }),
    output: written,
  }),
};
