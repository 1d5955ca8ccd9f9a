import { z } from 'zod';
import { inputRefusals } from '../catalogue/input-refusals.ts';
import { evidence_recorded, touch_recorded } from './body/activity.ts';
import * as assent from './body/assent.ts';
import * as basis from './body/basis.ts';
import { file_changed } from './body/file.ts';
import * as group from './body/group.ts';
import * as job from './body/job.ts';
import { person_erased, text_blanked } from './body/person.ts';
import * as plan from './body/plan.ts';
import { pulse_answered, pulse_skipped } from './body/pulse.ts';
import * as purchase from './body/purchase.ts';
import * as question from './body/question.ts';
import { risk_changed } from './body/risk.ts';
import * as value from './body/value.ts';
import { weights_aside, weights_stated } from './body/weights.ts';
import { id, SIDES } from './body/words.ts';
import { event_zone_moved } from './body/zone.ts';
import { ZONES, type Zone } from './zone.ts';

const EVERY: readonly Zone[] = ['shared', 'buyer', 'seller'];
const NOT_SELLER: readonly Zone[] = ['shared', 'buyer'];
const PRIVATE_FIRST: readonly Zone[] = ['buyer', 'shared'];
const SHARED_ONLY: readonly Zone[] = ['shared'];

/** One kind of event: its newest body, the zone it has where none is said, and the zones it may have. */
function kind<B extends z.ZodType>(
  about: string,
  body: B,
  zones: readonly Zone[] = EVERY,
  zone: Zone = zones[0] ?? 'shared',
) {
  return { about, body, zones, zone, v: 1 as const };
}

/** Every kind of event, once. A kind that stands here is never taken out: the ledger may hold it. */
export const EVENT_KINDS = {
  'purchase.opened': kind(
    'A purchase begins, with the jobs it will be measured by.',
    purchase.purchase_opened,
    SHARED_ONLY,
  ),
  'purchase.renamed': kind('The purchase has another name.', purchase.purchase_renamed),
  'purchase.amount_changed': kind('What the purchase is about to cost.', purchase.purchase_amount_changed),
  'purchase.stage_changed': kind('The stage that a CRM says.', purchase.purchase_stage_changed, ['seller', 'shared']),
  'purchase.problem_stated': kind('The problem statement, new or changed.', purchase.purchase_problem_stated),
  'purchase.outcome_reached': kind('How the purchase ended.', purchase.purchase_outcome_reached),
  'purchase.revived': kind('An ended purchase goes on; shakes every assent.', purchase.purchase_revived),
  'stakeholder.named': kind('Someone belongs to the buying group.', group.stakeholder_named),
  'stakeholder.entered': kind('A stakeholder came in.', group.stakeholder_entered, SHARED_ONLY),
  'stakeholder.left': kind('A stakeholder is no longer in the buying group.', group.stakeholder_left),
  'stakeholder.roles_changed': kind('A stakeholder has other roles.', group.stakeholder_roles_changed),
  'stakeholder.delegate_named': kind(
    'A stakeholder lets someone state assents in their place.',
    group.stakeholder_delegate_named,
    NOT_SELLER,
  ),
  'job.added': kind('A buying job is added.', job.job_body, NOT_SELLER),
  'job.reworded': kind('The sentence of a job changed.', job.job_reworded, NOT_SELLER),
  'job.rule_changed': kind('The completion rule of a job changed.', job.job_rule_changed, NOT_SELLER),
  'job.removed': kind('A job is no longer one.', job.job_removed, NOT_SELLER),
  'assent.given': kind('For this person the job is done.', assent.assent_given, NOT_SELLER),
  'assent.reaffirmed': kind('A shaken assent holds again.', assent.assent_reaffirmed, NOT_SELLER),
  'assent.working': kind('The person is at it.', assent.assent_working, NOT_SELLER),
  'assent.withheld': kind('The person does not agree, with a reason.', assent.assent_withheld, NOT_SELLER),
  'assent.withdrawn': kind('The person takes an assent back.', assent.assent_withdrawn, NOT_SELLER),
  'assent.aside': kind('Not theirs to judge: not counted.', assent.assent_aside, NOT_SELLER),
  'assent.shaken': kind('Something outside Coassent changed under an assent.', assent.assent_shaken, NOT_SELLER),
  'assent.private_reason': kind("A reason kept on the buyer's side.", assent.assent_private_reason, ['buyer']),
  'evidence.recorded': kind('A sign of progress on a job that nobody has stated.', evidence_recorded),
  'touch.recorded': kind('One interaction on one channel.', touch_recorded),
  'requirement.changed': kind('A requirement, new, changed or removed.', basis.requirement_changed),
  'option.changed': kind('An option, new, changed, chosen or removed.', basis.option_changed),
  'option.costed': kind('What an option costs in all, new, changed or taken back.', basis.option_costed),
  'score.changed': kind('How an option does on a requirement.', basis.score_changed),
  'weights.stated': kind('What matters how much to this person.', weights_stated, PRIVATE_FIRST),
  'weights.aside': kind('Not theirs to weigh: not counted.', weights_aside, PRIVATE_FIRST),
  'claim.changed': kind('A claim, new, changed or retracted.', basis.claim_changed),
  'contradiction.opened': kind('Claims that cannot all hold.', basis.contradiction_opened),
  'contradiction.resolved': kind('A contradiction is settled.', basis.contradiction_resolved),
  'assumption.changed': kind('An assumption of the value case.', value.assumption_changed),
  'assumption.judged': kind(
    'A named buyer agrees to an assumption, or disputes it.',
    value.assumption_judged,
    NOT_SELLER,
  ),
  'assumption.commented': kind('Something is said about an assumption.', value.assumption_commented),
  'driver.changed': kind('A driver of the value case.', value.driver_changed),
  'case.set': kind('What holds for the whole value case: horizon, discount rate, currency.', value.case_set),
  'realised.recorded': kind('What a driver really brought or cost in a month.', value.realised_recorded),
  'net_value.changed': kind('What the value case comes to.', basis.net_value_changed),
  'plan.set': kind('What holds for the whole plan: its target, working days and holidays.', plan.plan_set, SHARED_ONLY),
  'step.changed': kind('A step of the plan, new, changed or taken out.', plan.step_changed),
  'step.progressed': kind('How a step stands, or an entry of its checklist.', plan.step_progressed),
  'step.commented': kind('Something is said about a step.', plan.step_commented),
  'file.changed': kind('A file or a link: new, a version, another name or job, or removed.', file_changed),
  'pulse.answered': kind('A stakeholder answered a pulse question; only they read it.', pulse_answered, ['buyer']),
  'pulse.skipped': kind('A stakeholder skipped a pulse question; only they read it.', pulse_skipped, ['buyer']),
  'question.asked': kind('Someone asks something, of anyone who may read it.', question.question_asked),
  'question.answered': kind('An answer to a question.', question.question_answered),
  'question.owned': kind('Who said something without their name; only they read it.', question.question_owned, [
    'buyer',
  ]),
  'question.closed': kind('A question needs no answer any more, or needs one again.', question.question_closed),
  'answer.accepted': kind('The side that asked takes an answer; it may have become a claim.', question.answer_accepted),
  'risk.changed': kind('What could go wrong, new, changed or removed.', risk_changed),
  'import.retracted': kind('An import is undone.', purchase.import_retracted, SHARED_ONLY),
  'import.restored': kind('An undone import counts again.', purchase.import_restored, SHARED_ONLY),
  'event.corrected': kind('An earlier event was wrong.', purchase.event_corrected),
  'person.erased': kind('What identified a person was erased.', person_erased),
  'text.blanked': kind('A text that named someone erased was blanked.', text_blanked),
  'event.zone_moved': kind('One side moved what it wrote to another zone.', event_zone_moved, ['buyer', 'seller']),
} as const;

export type EventKind = keyof typeof EVENT_KINDS;
export type BodyOf<K extends EventKind> = z.output<(typeof EVENT_KINDS)[K]['body']>;

export const STREAM_KINDS = ['purchase', 'account', 'pod', 'library', 'workspace'] as const;

/** An instant, normalised to UTC with milliseconds so that instants order as text. */
export const instant = z.iso
  .datetime({ offset: true })
  .refine((value) => /^\d{4}-/.test(new Date(value).toISOString()), { error: () => inputRefusals.year_from_0000_9999 })
  .overwrite((value) => new Date(value).toISOString())
  .describe('An instant, ISO 8601 with offset; kept in UTC with milliseconds.');

export const actor = z.strictObject({
  kind: z.enum(['person', 'agent', 'operator']).describe('A person, software acting for one, or who runs the machine.'),
  id,
  side: z.enum([...SIDES, 'none']),
});
export type Actor = z.output<typeof actor>;

/** An event without its kind-specific part. Instants are ISO 8601 in UTC with milliseconds. */
export interface EventMeta {
  id: string;
  stream_kind: (typeof STREAM_KINDS)[number];
  stream_id: string;
  /** Gap-free place in its stream; set by the store, and by the order of lines in a file. Never shown to a person. */
  seq: number;
  v: number;
  zone: Zone;
  actor: Actor;
  /** The person for whom software acted. */
  on_behalf_of: string | null;
  command_id: string | null;
  cause_id: string | null;
  import_id: string | null;
  source: string | null;
  occurred_at: string;
  known_at: string;
  recorded_at: string;
}

export type EventOf<K extends EventKind> = K extends EventKind ? EventMeta & { kind: K; body: BodyOf<K> } : never;
/** Any event that this version knows. */
export type LedgerEvent = EventOf<EventKind>;

/** An event of a kind or version that this program does not know: kept, and its purchase becomes read-only here. */
export type UnknownEvent = EventMeta & { kind: string; body: unknown };

/** Whether this program knows an event's kind in that version. */
export function isKnown(event: { kind: string; v: number }): event is LedgerEvent {
  return Object.hasOwn(EVENT_KINDS, event.kind) && event.v === EVENT_KINDS[event.kind as EventKind].v;
}

export const isEventKind = (value: string): value is EventKind => Object.hasOwn(EVENT_KINDS, value);

export const zone = z.enum(ZONES);

/** Activity that an import brings is the supplier's own record. */
const SELLERS_WHERE_IMPORTED: ReadonlySet<EventKind> = new Set<EventKind>(['evidence.recorded', 'touch.recorded']);

/** The zone of an event that says none. */
export function defaultZone(kind: EventKind, import_id: string | null): Zone {
  return import_id !== null && SELLERS_WHERE_IMPORTED.has(kind) ? 'seller' : EVENT_KINDS[kind].zone;
}

/**
 * What can have happened before it is entered here. Whatever assents rest on, and who may state them, counts from when
 * it is entered: told of an earlier day, a change would pass by people who agreed without knowing of it.
 */
export const RECORDS: ReadonlySet<EventKind> = new Set<EventKind>([
  'purchase.opened',
  'purchase.amount_changed',
  'purchase.stage_changed',
  'purchase.outcome_reached',
  'stakeholder.named',
  'stakeholder.entered',
  'stakeholder.left',
  'evidence.recorded',
  'touch.recorded',
]);
