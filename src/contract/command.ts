import { z } from 'zod';
import { job_body } from '../core/body/job.ts';
import { event_corrected } from '../core/body/purchase.ts';
import { EVENT_KINDS, type EventKind } from '../core/event.ts';
import { STANCE_KINDS } from '../core/statement.ts';
import { type Method, operation } from './operation.ts';
import { id, in_purchase, instant, zone } from './terms.ts';

/** What every write on a purchase answers; a repeated Idempotency-Key gives the same answer. */
export const written = z.strictObject({
  command_id: id,
  purchase_id: id,
  events: z
    .array(z.strictObject({ id, kind: z.string(), occurred_at: instant }))
    .describe('Empty when it was so already.'),
});

const PURCHASE = '/workspaces/:workspace_id/purchases/:purchase_id';

const options = {
  zone: zone.optional().describe("Default: the kind's own."),
  seen: id
    .nullable()
    .optional()
    .describe('The `seen` of the thing as you last read it; a change meanwhile is a conflict.'),
  occurred_at: instant.optional().describe('When it happened, where that is not now.'),
};

/** Who is in, their roles, and the jobs with their rules: the buyer side's administrators decide, once a buyer is in. */
const GOVERNING: ReadonlySet<EventKind> = new Set<EventKind>([
  'stakeholder.named',
  'stakeholder.entered',
  'stakeholder.left',
  'stakeholder.roles_changed',
  'job.reworded',
  'job.rule_changed',
  'job.removed',
]);

/** One event kind written through one resource: the path takes some fields of the body, the rest is sent. */
function write<K extends EventKind>(kind: K, method: Method, path: string, summary: string) {
  const schema = EVENT_KINDS[kind].body as z.ZodObject;
  const taken = [...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '');
  const rest = Object.fromEntries(Object.entries(schema.shape).filter(([key]) => !taken.includes(key)));
  return {
    kind,
    ...operation({
      method,
      path: PURCHASE + path,
      noun: kind.split('.')[0] ?? kind,
      summary,
      permission: 'member',
      zone: 'view',
      governs: GOVERNING.has(kind),
      params: z.strictObject({ ...in_purchase.shape, ...Object.fromEntries(taken.map((key) => [key, id])) }),
      body: z.strictObject({ ...rest, ...options }),
      output: written,
    }),
  };
}

/** The operations that write one event each; the server runs them all the same way. */
export const writeOperations = {
  'name.put': write('purchase.renamed', 'PUT', '/name', 'Renames the purchase.'),
  'amount.put': write('purchase.amount_changed', 'PUT', '/amount', 'Says what it is about to cost.'),
  'stage.put': write('purchase.stage_changed', 'PUT', '/stage', 'Says at which stage the CRM has it.'),
  'problem.put': write('purchase.problem_stated', 'PUT', '/problem', 'States the problem.'),
  'outcomes.create': write('purchase.outcome_reached', 'POST', '/outcomes', 'Says how it ended.'),
  'revivals.create': write('purchase.revived', 'POST', '/revivals', 'Takes an ended purchase up again.'),
  'stakeholders.put': write('stakeholder.named', 'PUT', '/stakeholders/:person_id', 'Names a stakeholder.'),
  'entries.put': write('stakeholder.entered', 'PUT', '/stakeholders/:person_id/entry', 'A stakeholder comes in.'),
  'departures.put': write('stakeholder.left', 'PUT', '/stakeholders/:person_id/departure', 'A stakeholder is out.'),
  'roles.put': write('stakeholder.roles_changed', 'PUT', '/stakeholders/:person_id/roles', 'Gives other roles.'),
  'delegates.put': write('stakeholder.delegate_named', 'PUT', '/stakeholders/:person_id/delegate', 'Names a delegate.'),
  'wordings.put': write('job.reworded', 'PUT', '/jobs/:job_id/wording', 'Rewords a job.'),
  'rules.put': write('job.rule_changed', 'PUT', '/jobs/:job_id/rule', 'Changes the completion rule of a job.'),
  'jobs.delete': write('job.removed', 'DELETE', '/jobs/:job_id', 'Takes a job out.'),
  'shakes.create': write('assent.shaken', 'POST', '/jobs/:job_id/shakes', 'Says what changed outside Coassent.'),
  'private_reasons.put': write(
    'assent.private_reason',
    'PUT',
    '/jobs/:job_id/assents/:person_id/private-reason',
    "Keeps a reason on the buyer's side.",
  ),
  'evidence.create': write('evidence.recorded', 'POST', '/evidence', 'Notes a sign of progress.'),
  'touches.create': write('touch.recorded', 'POST', '/touches', 'Notes an interaction.'),
  'requirements.put': write('requirement.changed', 'PUT', '/requirements/:requirement_id', 'Sets a requirement.'),
  'options.put': write('option.changed', 'PUT', '/options/:option_id', 'Sets an option, or chooses it.'),
  'costs.put': write('option.costed', 'PUT', '/options/:option_id/cost', 'Says what an option costs in all.'),
  'weights.put': write('weights.stated', 'PUT', '/weights/:person_id', 'Says what matters how much to you.'),
  'weights_aside.put': write('weights.aside', 'PUT', '/weights/:person_id/aside', 'Says that weighing is not yours.'),
  'scores.put': write('score.changed', 'PUT', '/options/:option_id/scores/:requirement_id', 'Scores an option.'),
  'claims.put': write('claim.changed', 'PUT', '/claims/:claim_id', 'Sets a claim.'),
  'contradictions.put': write(
    'contradiction.opened',
    'PUT',
    '/contradictions/:contradiction_id',
    'Opens a contradiction.',
  ),
  'resolutions.put': write(
    'contradiction.resolved',
    'PUT',
    '/contradictions/:contradiction_id/resolution',
    'Settles a contradiction.',
  ),
  'assumptions.put': write('assumption.changed', 'PUT', '/assumptions/:assumption_id', 'Sets an assumption.'),
  'judgements.put': write(
    'assumption.judged',
    'PUT',
    '/assumptions/:assumption_id/judgements/:person_id',
    'Agrees to an assumption or disputes it; for oneself only.',
  ),
  'comments.create': write(
    'assumption.commented',
    'POST',
    '/assumptions/:assumption_id/comments',
    'Says something about an assumption.',
  ),
  'drivers.put': write('driver.changed', 'PUT', '/drivers/:driver_id', 'Sets a driver of the value case.'),
  'value_terms.put': write('case.set', 'PUT', '/value/terms', 'Says what holds for the whole value case.'),
  'realised.put': write('realised.recorded', 'PUT', '/drivers/:driver_id/realised', 'Says what a driver brought.'),
  'plan_terms.put': write('plan.set', 'PUT', '/plan/terms', 'Says by when all should be done, and when people work.'),
  'steps.put': write('step.changed', 'PUT', '/steps/:step_id', 'Sets a step of the plan, or takes it out.'),
  'step_progress.create': write('step.progressed', 'POST', '/steps/:step_id/progress', 'Says how a step stands.'),
  'step_comments.create': write('step.commented', 'POST', '/steps/:step_id/comments', 'Says something about a step.'),
  'pulse_answers.create': write('pulse.answered', 'POST', '/pulse-answers', 'Answers the question that you are asked.'),
  'pulse_skips.create': write('pulse.skipped', 'POST', '/pulse-skips', 'Skips it: for a week nothing is asked.'),
  'questions.put': write('question.asked', 'PUT', '/questions/:question_id', 'Asks something.'),
  'answers.put': write('question.answered', 'PUT', '/questions/:question_id/answers/:answer_id', 'Answers a question.'),
  'closings.put': write('question.closed', 'PUT', '/questions/:question_id/closing', 'Closes a question, or opens it.'),
  'risks.put': write('risk.changed', 'PUT', '/risks/:risk_id', 'Sets a risk.'),
  'net_value.put': write('net_value.changed', 'PUT', '/net-value', 'Says what the value case comes to.'),
};

const stances = STANCE_KINDS.map((kind) => kind.slice('assent.'.length)) as [
  'given',
  'reaffirmed',
  'working',
  'withheld',
  'withdrawn',
  'aside',
];

export const assentOperations = {
  'assents.create': operation({
    method: 'POST',
    path: `${PURCHASE}/assents`,
    noun: 'assent',
    summary: 'Says how one or several jobs stand for you, in one go. Only people assent, and only for themselves.',
    permission: 'member',
    zone: 'view',
    params: in_purchase,
    body: z.strictObject({
      person_id: id,
      stance: z.enum(stances),
      jobs: z
        .array(z.strictObject({ job_id: id, sentence: z.string().max(500).optional(), seen: id.nullable().optional() }))
        .min(1)
        .max(40)
        .describe('`sentence` is the wording you read; if it changed meanwhile, nothing is written.'),
      confidence: z.int().min(1).max(5).optional(),
      reason: z.string().max(20_000).optional(),
      private_reason: z.string().max(20_000).optional().describe("Kept on the buyer's side."),
      zone: zone.optional(),
    }),
    output: written,
  }),
  'corrections.create': operation({
    method: 'POST',
    path: `${PURCHASE}/corrections`,
    noun: 'event',
    summary: 'Corrects or voids an earlier event; that one stays in the ledger.',
    permission: 'member',
    zone: 'view',
    params: in_purchase,
    body: event_corrected,
    output: written,
  }),
  'jobs.create': operation({
    method: 'POST',
    path: `${PURCHASE}/jobs`,
    noun: 'job',
    summary: 'Adds a buying job.',
    permission: 'member',
    zone: 'view',
    governs: true,
    params: in_purchase,
    body: z.strictObject({ ...job_body.shape, job_id: id.optional(), zone: zone.optional() }),
    output: written,
  }),
  'purchases.create': operation({
    method: 'POST',
    path: '/workspaces/:workspace_id/purchases',
    noun: 'purchase',
    summary: 'Opens a purchase.',
    permission: 'seller',
    zone: 'view',
    params: z.strictObject({ workspace_id: id }),
    body: z.strictObject({
      purchase_id: id.optional(),
      name: z.string().trim().min(1).max(300),
      account_name: z.string().max(300).optional(),
      amount_minor: z.int().optional(),
      currency: z
        .string()
        .regex(/^[A-Z]{3}$/)
        .optional(),
      template: z
        .string()
        .max(200)
        .default('buying-6')
        .describe("A preset's name or the id of one of the workspace's own."),
    }),
    output: written,
  }),
};
