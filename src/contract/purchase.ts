import { z } from 'zod';
import { CHANNELS, PHASES, RESTS_ON, ROLES } from '../core/body/words.ts';
import { JOB_STATES } from '../core/completion.ts';
import { actor } from '../core/event.ts';
import { STANCES } from '../core/state.ts';
import { operation } from './operation.ts';
import {
  at_date,
  count,
  flag,
  id,
  in_purchase,
  in_workspace,
  instant,
  level,
  outcome,
  reason,
  ring,
  view,
  zone,
} from './terms.ts';

const money = z.strictObject({ amount_minor: z.int(), currency: z.string() });

export const portfolio_row = z.strictObject({
  purchase_id: id,
  name: z.string().nullable(),
  account_name: z.string().nullable(),
  amount: money.nullable(),
  stage: z.string().nullable(),
  odds: z.number().nullable(),
  outcome: outcome.nullable(),
  simulated: z.boolean(),
  opened_at: instant.nullable(),
  last_at: instant.nullable(),
  last_buyer_at: instant.nullable(),
  people: z.int(),
  complete: z.int(),
  decide_jobs: z.int(),
  held_since: instant.nullable(),
  rings: z.array(ring),
  reasons: z.array(reason).describe('Why it needs help, weightiest first; empty for one that does not.'),
});

export const portfolio_filter = z.strictObject({
  q: z.string().max(200).optional().describe('Part of the name or of the account.'),
  outcome: z.enum(['open', 'bought', 'lost', 'no_decision']).optional(),
  needs_help: flag.optional(),
  held: flag.optional(),
  import_id: id.optional(),
  stage: z.string().max(200).optional(),
  as_of: instant.optional(),
});

export const portfolio_query = z.strictObject({
  ...portfolio_filter.shape,
  sort: z.enum(['need', 'last', 'opened', 'amount', 'name']).default('need'),
  cursor: z.string().max(500).optional(),
  limit: count.min(1).max(200).default(50),
});

const cause = z.strictObject({
  event_id: id,
  kind: z.string(),
  at: instant,
  person_id: id.nullable(),
  text: z.string().describe('What happened, as a clause.'),
});

const interval = z.strictObject({
  from: instant,
  to: instant.nullable(),
  began: cause,
  ended: cause.nullable(),
  by_composition: z.boolean().describe('A departure or a changed rule completed it, not an assent.'),
});

const assent_cell = z.strictObject({
  person_id: id,
  sign: z.enum([...STANCES, 'shaken', 'indicated', 'none']),
  at: instant.nullable(),
  zone: zone.nullable().describe('Null where nothing was stated.'),
  by: z.string().nullable().describe('The delegate who stated it, by name; null for the person.'),
  confidence: z.int().nullable(),
  reason: z.string().nullable(),
  private_reason: z.string().nullable(),
  shaken_by: z.array(cause),
  seen: id.nullable().describe('Send this back as `seen` so that a change meanwhile is noticed.'),
});

const job_view = z.strictObject({
  job_id: id,
  name: z.string(),
  sentence: z.string(),
  phase: z.enum(PHASES),
  required_roles: z.array(z.enum(ROLES)),
  rests_on: z.array(z.enum(RESTS_ON)),
  quorum: z.string(),
  state: z.enum(JOB_STATES),
  rule: z.string(),
  missing: z.array(z.string()),
  needed: z.int(),
  counted: z.int(),
  given: z.int(),
  shaken: z.int(),
  reopens: z.int(),
  by_composition: z.boolean(),
  indicated: level,
  complete_intervals: z.array(interval),
  indicated_intervals: z.array(interval),
  cells: z.array(assent_cell).describe('One per stakeholder, in the order of `people`.'),
  seen: id,
});

const stakeholder = z.strictObject({
  person_id: id,
  name: z.string(),
  function: z.string().nullable(),
  roles: z.array(z.enum(ROLES)),
  active: z.boolean(),
  entered_at: instant.nullable(),
  left_at: instant.nullable(),
  delegate: z.string().nullable(),
  seen: id,
});

const basis_item = z.strictObject({
  id,
  text: z.string(),
  detail: z.string().nullable(),
  at: instant,
  seen: id,
  zone,
});

export const purchase_page = z.strictObject({
  purchase_id: id,
  view,
  as_of: instant.nullable(),
  name: z.string().nullable(),
  account_name: z.string().nullable(),
  amount: money.nullable(),
  stage: z.strictObject({ stage: z.string(), odds: z.number().nullable(), at: instant }).nullable(),
  simulated: z.boolean(),
  opened_at: instant.nullable(),
  last_at: instant.nullable(),
  counted_to: instant.describe('Ages and open intervals are counted up to here.'),
  outcome: z.strictObject({ outcome, at: instant, reason: z.string().nullable() }).nullable(),
  revived: z.array(cause),
  read_only: z.string().nullable().describe('Why this purchase can only be read here.'),
  buyers_govern: z
    .boolean()
    .describe('A buyer has come in: only the buyer side changes people, roles, jobs and rules.'),
  rings: z.array(ring),
  jobs: z.array(job_view),
  people: z.array(stakeholder),
  missing_roles: z.array(z.enum(ROLES)).describe('Roles that jobs require and nobody active holds.'),
  held: z.array(interval),
  near: z.array(interval),
  nearest: z
    .strictObject({ complete: z.int(), of: z.int(), from: instant, to: instant.nullable(), ended: cause.nullable() })
    .nullable(),
  help: z.strictObject({ reasons: z.array(reason), most: z.string().nullable() }),
  touches: z.strictObject({
    count: z.int(),
    last_at: instant.nullable(),
    last_buyer_at: instant.nullable(),
    by_channel: z.array(z.strictObject({ channel: z.enum(CHANNELS), count: z.int() })),
  }),
  problem: basis_item.nullable(),
  requirements: z.array(basis_item),
  options: z.array(basis_item),
  chosen_option_id: id.nullable(),
  contradictions: z.array(
    z.strictObject({ id, text: z.string(), opened_at: instant, resolved_at: instant.nullable() }),
  ),
  net_value: z.strictObject({ amount_minor: z.int(), currency: z.string(), at: instant }).nullable(),
});

export const ledger_entry = z.strictObject({
  id,
  kind: z.string(),
  zone,
  occurred_at: instant,
  known_at: instant,
  recorded_at: instant,
  actor,
  actor_name: z.string().nullable(),
  on_behalf_of: id.nullable(),
  import_id: id.nullable(),
  source: z.string().nullable(),
  text: z.string().describe('What happened, in words.'),
  consequences: z.array(z.string()).describe('What it led to in this view: jobs completed, reopened, assents shaken.'),
  body: z.record(z.string(), z.unknown()),
  corrected: z.enum(['corrected', 'voided', 'retracted']).nullable(),
});

export const purchaseOperations = {
  'purchases.list': operation({
    method: 'GET',
    path: '/workspaces/:workspace_id/purchases',
    noun: 'purchase',
    summary: 'The portfolio, a page at a time; those most in need of help first.',
    permission: 'seller',
    zone: 'view',
    params: in_workspace,
    query: portfolio_query,
    output: z.strictObject({
      rows: z.array(portfolio_row),
      next_cursor: z.string().nullable(),
      counted_to: instant.describe(
        'Silence and age are counted up to here: now, or the end of data that ended long ago.',
      ),
    }),
  }),
  'purchases.count': operation({
    method: 'GET',
    path: '/workspaces/:workspace_id/purchase-counts',
    noun: 'purchase',
    summary: 'How many purchases the same filters leave, by outcome.',
    permission: 'seller',
    zone: 'view',
    params: in_workspace,
    query: portfolio_filter,
    output: z.strictObject({
      total: z.int(),
      open: z.int(),
      bought: z.int(),
      lost: z.int(),
      no_decision: z.int(),
      needs_help: z.int().nullable().describe('Null as of an earlier date, when what was usual is not known.'),
      held: z.int(),
    }),
  }),
  'purchases.get': operation({
    method: 'GET',
    path: '/workspaces/:workspace_id/purchases/:purchase_id',
    noun: 'purchase',
    summary: 'One purchase as you may know it, now or as of a date.',
    permission: 'member',
    zone: 'view',
    params: in_purchase,
    query: at_date,
    output: purchase_page,
  }),
  'purchases.events': operation({
    method: 'GET',
    path: '/workspaces/:workspace_id/purchases/:purchase_id/events',
    noun: 'purchase',
    summary: 'The ledger of a purchase as you may read it, newest first, with causes and consequences.',
    permission: 'member',
    zone: 'view',
    params: in_purchase,
    query: z.strictObject({
      ...at_date.shape,
      kinds: z.string().max(500).optional().describe('Kinds or their first part, comma separated: `touch,assent`.'),
      cursor: z.string().max(500).optional(),
      limit: count.min(1).max(200).default(50),
    }),
    output: z.strictObject({ events: z.array(ledger_entry), next_cursor: z.string().nullable() }),
  }),
  'purchases.export': operation({
    method: 'GET',
    path: '/workspaces/:workspace_id/purchases/:purchase_id/export',
    noun: 'purchase',
    summary: 'Everything you may read of a purchase, as JSON lines that `coassent fold` and `import` read.',
    permission: 'member',
    zone: 'view',
    params: in_purchase,
    output: z.string(),
    media: 'download',
  }),
};
