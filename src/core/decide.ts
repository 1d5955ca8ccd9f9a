import { refusals } from '../catalogue/refusals.ts';
import { withoutName } from './anonymous.ts';
import { refusalOfClaim } from './claims/refusal.ts';
import { isLive } from './completion.ts';
import { zoneOfCommand } from './default-zone.ts';
import type { Actor, EventKind, EventOf, LedgerEvent } from './event.ts';
import { EVENT_KINDS, RECORDS } from './event.ts';
import { assentOf, lastOf } from './last.ts';
import { narrowestZone, SETS } from './narrowest.ts';
import { refusalOfPlan } from './plan/refusal.ts';
import { refusalOfPulse } from './pulse.ts';
import { refusalOfAsking } from './question.ts';
import { type Rejection, refusal } from './refusal.ts';
import { type Assent, jobOf, type PurchaseState } from './state.ts';
import { isStanceKind, type StanceKind, speaksFor } from './statement.ts';
import type { Zone } from './zone.ts';

/** What someone wants to have happened. Its body has been parsed by its kind's schema. */
export type Command = {
  [K in EventKind]: {
    kind: K;
    body: EventOf<K>['body'];
    zone?: Zone | undefined;
    /** When it happened, where that is not now; statements of people cannot be backdated. */
    occurred_at?: string | undefined;
    /** The event id of the thing as the client last saw it, null for "was not there"; left out: whatever it is. */
    seen?: string | null | undefined;
  };
}[EventKind];

/** Who decides, when, and the ids to use: the core has neither clock nor randomness. */
export interface Context {
  now: string;
  actor: Actor;
  on_behalf_of: string | null;
  command_id: string;
  import_id: string | null;
  source: string | null;
  stream_id: string;
  /** A fresh id for each event. */
  nextId: () => string;
  /** The side a person is known to be on; null for a person nobody knows yet. */
  sideOf: (person_id: string) => 'buyer' | 'seller' | null;
}

/** A decision: the events to append, or why not. */
export type Decision = { events: LedgerEvent[] } | { rejection: Rejection };

const CLOCK_SKEW_MS = 5 * 60_000;

/**
 * Decides what a command on a purchase leads to. The state must be the view of the side that the actor is on.
 * An empty list means that it is so already.
 */
export function decide(command: Command, state: PurchaseState, ctx: Context): Decision {
  const event = eventOf(command, state, ctx);
  const why_not =
    refusalOfZone(event, state) ??
    refusalOfTime(command, ctx) ??
    refusalOfState(state, event) ??
    refusal(state, event) ??
    refusalOfConflict(command, state) ??
    refusalOfAssent(event, state) ??
    refusalOfWeighing(event, state) ??
    refusalOfClaim(event, state) ??
    refusalOfPlan(event, state, ctx.sideOf) ??
    refusalOfGroup(event, state, ctx) ??
    refusalOfAsking(event, state, ctx.sideOf) ??
    refusalOfPulse(event, state);
  if (why_not !== null) return { rejection: why_not };
  if (isSoAlready(event, state)) return { events: [] };
  const entry = entryBefore(event, state, ctx);
  return { events: entry === null ? withoutName(event, ctx.nextId) : [entry, event] };
}

const reject = (code: string, message: string): Rejection => ({ code, message });

function eventOf(command: Command, state: PurchaseState, ctx: Context): LedgerEvent {
  const occurred_at = command.occurred_at ?? ctx.now;
  const own = narrowestZone(state, command);
  const may_be_own = own !== null && (EVENT_KINDS[command.kind].zones as readonly Zone[]).includes(own);
  return {
    id: ctx.nextId(),
    stream_kind: 'purchase',
    stream_id: ctx.stream_id,
    seq: 0,
    kind: command.kind,
    v: EVENT_KINDS[command.kind].v,
    zone: command.zone ?? (may_be_own ? own : zoneOfCommand(command, state, ctx.actor.side, ctx.import_id)),
    actor: ctx.actor,
    on_behalf_of: ctx.on_behalf_of,
    command_id: ctx.command_id,
    cause_id: null,
    import_id: ctx.import_id,
    source: ctx.source,
    occurred_at,
    // What someone enters here is known from now on, however long ago it happened.
    known_at: ctx.now,
    recorded_at: ctx.now,
    body: command.body,
  } as LedgerEvent;
}

function refusalOfZone(event: LedgerEvent, state: PurchaseState): Rejection | null {
  const { zones, zone } = EVENT_KINDS[event.kind];
  // Who says so may show what they set themselves; not, by the way, that something else is there.
  const own = narrowestZone(state, event, SETS[event.kind] ?? []);
  if (own !== null && event.zone === 'shared' && (zones as readonly Zone[]).includes(own)) {
    return reject('zone.on_your_side_only', refusals.about_something_stands_on);
  }
  if (!(zones as readonly Zone[]).includes(event.zone)) {
    return reject('zone.not_for_kind', refusals.kind_in_other_zone(event.kind, event.zone, zone));
  }
  const other = event.actor.side === 'buyer' ? 'seller' : event.actor.side === 'seller' ? 'buyer' : null;
  if (event.zone === other) return reject('zone.not_yours', refusals.only_side_writes_into(other));
  return null;
}

function refusalOfTime(command: Command, ctx: Context): Rejection | null {
  if (command.occurred_at === undefined) return null;
  if (isStanceKind(command.kind) || command.kind === 'assent.private_reason') {
    return reject('assent.backdated', refusals.statement_counts_from_when);
  }
  if (!RECORDS.has(command.kind)) {
    return reject('event.backdated', refusals.counts_from_when_entered);
  }
  if (Date.parse(command.occurred_at) > Date.parse(ctx.now) + CLOCK_SKEW_MS) {
    return reject('event.in_future', refusals.cannot_have_happened_yet);
  }
  return null;
}

function refusalOfState(state: PurchaseState, event: LedgerEvent): Rejection | null {
  const unknown = reject('purchase.unknown', refusals.there_no_such_purchase);
  // Read-only or not: who is not in the group learns nothing.
  if (isStrangerTo(state, event)) return unknown;
  if (state.unknown_kind !== null) {
    return reject('purchase.read_only', refusals.newer_coassent_wrote_so(state.unknown_kind));
  }
  if (state.opened_at === null && event.kind !== 'purchase.opened') {
    return unknown;
  }
  return null;
}

/** A buyer of some other purchase: buyers act only where they are, or were, in the buying group. */
const isStrangerTo = (state: PurchaseState, { actor, kind }: LedgerEvent): boolean =>
  kind !== 'purchase.opened' &&
  actor.kind === 'person' &&
  actor.side === 'buyer' &&
  state.stakeholders[actor.id] === undefined;

/** A conflict is per thing changed (a person's assent to a job, a requirement), never per purchase. */
function refusalOfConflict(command: Command, state: PurchaseState): Rejection | null {
  if (command.seen === undefined) return null;
  const last = lastOf(command, state);
  if (last === undefined || last === command.seen) return null;
  return reject('conflict.changed_meanwhile', refusals.someone_changed_while_you);
}

function refusalOfAssent(event: LedgerEvent, state: PurchaseState): Rejection | null {
  if (event.kind === 'assent.private_reason' || isStanceKind(event.kind)) {
    const { body, actor } = event as EventOf<StanceKind>;
    if (actor.kind === 'agent') {
      return reject('assent.given_by_agent', refusals.only_people_assent_software);
    }
    if (!speaksFor(state, actor, body.person_id)) {
      return reject('assent.not_yours', refusals.you_can_only_speak);
    }
  }
  if (!isStanceKind(event.kind)) return null;
  const { kind, body } = event as EventOf<StanceKind>;
  const assent = assentOf(event as EventOf<StanceKind>, state);
  if (kind === 'assent.withdrawn' && assent?.state !== 'given' && !isShared(assent, event)) {
    return reject('assent.nothing_to_withdraw', refusals.there_no_assent_person);
  }
  if (kind === 'assent.reaffirmed' && assent?.state !== 'given') {
    return reject('assent.nothing_to_reaffirm', refusals.there_no_assent_person_);
  }
  const sentence = 'sentence' in body ? body.sentence : undefined;
  if (sentence !== undefined && sentence !== jobOf(state, body.job_id)?.sentence) {
    return reject('assent.wording_changed', refusals.sentence_job_changed_while);
  }
  return null;
}

function refusalOfWeighing(event: LedgerEvent, { basis }: PurchaseState): Rejection | null {
  if (event.kind !== 'weights.stated') return null;
  if (event.body.answers.every(({ requirement_id }) => requirement_id in basis.requirements)) return null;
  return reject('requirement.unknown', refusals.one_these_requirements_no);
}

function refusalOfGroup(event: LedgerEvent, state: PurchaseState, ctx: Context): Rejection | null {
  if (event.kind === 'stakeholder.named' || event.kind === 'stakeholder.entered') {
    if (ctx.sideOf(event.body.person_id) !== 'seller') return null;
    return reject('group.seller_not_stakeholder', refusals.person_on_selling_side);
  }
  if (event.kind !== 'stakeholder.delegate_named' || event.body.delegate_id === null) return null;
  const { person_id, delegate_id } = event.body;
  if (state.stakeholders[delegate_id]?.left_at !== null || delegate_id === person_id) {
    return reject('group.unknown_delegate', refusals.delegate_someone_else_in);
  }
  return null;
}

/** Whether a stance that was kept private would now be shared. */
const isShared = (assent: Assent | undefined, event: LedgerEvent): boolean =>
  assent?.zone === 'buyer' && event.zone === 'shared';

/** The same stance again, live and with the same words, is not news. */
function isSoAlready(event: LedgerEvent, state: PurchaseState): boolean {
  if (event.kind !== 'assent.given' && event.kind !== 'assent.reaffirmed') return false;
  const assent = assentOf(event, state);
  if (assent === undefined || !isLive(assent) || assent.by !== event.actor.id) return false;
  // What was kept private is news to the other side when it is shared.
  if (isShared(assent, event)) return false;
  if (assent.sentence !== (event.body.sentence ?? jobOf(state, event.body.job_id)?.sentence)) return false;
  return event.body.confidence === undefined || event.body.confidence === assent.confidence;
}

/** Whoever states something has come in; that is an event of its own, before it, and always shared. */
function entryBefore(event: LedgerEvent, state: PurchaseState, ctx: Context): LedgerEvent | null {
  if (!isStanceKind(event.kind) || event.zone !== 'shared') return null;
  const { person_id } = (event as EventOf<StanceKind>).body;
  if (event.actor.id !== person_id || state.stakeholders[person_id]?.entered_at !== null) return null;
  return {
    ...eventOf({ kind: 'stakeholder.entered', body: { person_id } }, state, ctx),
    occurred_at: event.occurred_at,
  };
}
