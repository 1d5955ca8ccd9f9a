import { EVENT_KINDS, type EventOf, isKnown, type LedgerEvent, RECORDS, type UnknownEvent } from './event.ts';
import { applyEvent } from './evolve.ts';
import { COMPOSITION_KINDS, type Rejection, revisesFold } from './refusal.ts';
import { emptyState, type PurchaseState } from './state.ts';
import { isStanceKind, type StanceKind } from './statement.ts';
import { inPlace } from './thread-place.ts';
import { type View, viewReads } from './zone.ts';

type AnyEvent = LedgerEvent | UnknownEvent;

export interface FoldOptions {
  view: View;
  /** Only what had happened by this instant. */
  as_of?: string;
  /** Only what was known by this instant; `as_of` where it is not given. */
  known?: string;
  /** Called for each event of the view, after it was applied; for histories and logs. */
  onEvent?: (state: PurchaseState, event: AnyEvent, refused: Rejection | null) => void;
}

/**
 * Folds the events of one purchase (and the workspace's retractions) into what one side may know, as of any date.
 * Events are ordered by (occurred_at, seq). An event repeated in a zone with the same id counts once. Events of a retracted import
 * and voided events are left out; corrected ones are read with their new body. Retractions and corrections count only
 * when they were themselves known and had happened by the date asked for.
 */
export function fold(purchase_id: string, events: readonly AnyEvent[], options: FoldOptions): PurchaseState {
  const state = emptyState(purchase_id, options.view);
  for (const event of effectiveEvents(events, options)) {
    const refused = applyEvent(state, event);
    options.onEvent?.(state, event, refused);
  }
  return state;
}

/** The events that count for a view as of a date, corrected, in the order in which they are folded. */
export function effectiveEvents(events: readonly AnyEvent[], options: FoldOptions): AnyEvent[] {
  const known_by = options.known ?? options.as_of;
  const seen: AnyEvent[] = [];
  for (const event of events) {
    if (!viewReads(options.view, event.zone)) continue;
    if (options.as_of !== undefined && event.occurred_at > options.as_of) continue;
    if (known_by !== undefined && event.known_at > known_by) continue;
    seen.push(event);
  }
  return revised(inPlace(firstDeliveries(seen).sort(byTime)));
}

/** Each id once, as it was stored first; a repetition with another body is a conflict and counts for nothing. */
function firstDeliveries(events: AnyEvent[]): AnyEvent[] {
  const first = new Map<string, AnyEvent>();
  for (const event of events) {
    // Ids are unique in a zone: what one side names as the other did privately is another event.
    const key = `${event.zone} ${event.id}`;
    const other = first.get(key);
    if (other === undefined || event.seq < other.seq) first.set(key, event);
  }
  return first.size === events.length ? events : [...first.values()];
}

const byTime = (a: AnyEvent, b: AnyEvent): number =>
  a.occurred_at < b.occurred_at ? -1 : a.occurred_at > b.occurred_at ? 1 : a.seq - b.seq;

/** Applies retractions, restorations and corrections to a list in ledger order, and drops what nobody could do. */
function revised(events: AnyEvent[]): AnyEvent[] {
  const entered_at = firstEntry(events);
  const revisions = revisionsOf(events, entered_at);
  const result: AnyEvent[] = [];
  for (const event of events) {
    const body = revisions.bodies.get(event.id);
    if (body === null || isRetracted(revisions, event) || isComposedLate(event, entered_at)) continue;
    result.push(body === undefined || !isKnown(event) ? event : corrected(event, body));
  }
  return result;
}

interface Revisions {
  imports: Map<string, 'import.retracted' | 'import.restored'>;
  /** The body that an event is read with, null where it is void. */
  bodies: Map<string, Record<string, unknown> | null>;
}

/** What the revisions come to. Read from the newest back, as a revision can itself be corrected or part of an import. */
function revisionsOf(events: AnyEvent[], entered_at: string | null): Revisions {
  const revisions: Revisions = { imports: new Map(), bodies: new Map() };
  const newest_first = events.filter((event): event is LedgerEvent => isKnown(event) && revisesFold(event.kind));
  if (newest_first.length === 0) return revisions;
  newest_first.reverse();
  const by_id = new Map(events.map((event) => [event.id, event]));
  for (const given of newest_first) {
    const body = revisions.bodies.get(given.id);
    if (body === null || isRetracted(revisions, given)) continue;
    const event = body === undefined ? given : corrected(given, body);
    revise(revisions, event, by_id, entered_at);
  }
  return revisions;
}

/** Takes down what one revision comes to, unless a newer one has said something of the same. */
function revise(
  { imports, bodies }: Revisions,
  event: LedgerEvent,
  by_id: ReadonlyMap<string, AnyEvent>,
  entered_at: string | null,
): void {
  if (event.kind === 'import.retracted' || event.kind === 'import.restored') {
    const { import_id } = event.body;
    if (!imports.has(import_id)) imports.set(import_id, event.kind);
  } else if (event.kind === 'event.corrected') {
    const { event_id, body } = event.body;
    if (!bodies.has(event_id) && mayCorrect(event, by_id.get(event_id), entered_at)) bodies.set(event_id, body);
  } else if (event.kind === 'event.zone_moved') {
    if (isReplaced(event, by_id.get(event.body.event_id))) bodies.set(event.body.event_id, null);
  }
}

const isRetracted = (revisions: Revisions, event: AnyEvent): boolean =>
  event.import_id !== null && revisions.imports.get(event.import_id) === 'import.retracted';

/**
 * When the first buyer came in by their own account, as far as the view may know; the fold's own `buyer_entered_at` is
 * only known while folding, and revisions count before it.
 */
function firstEntry(events: AnyEvent[]): string | null {
  const entry = events.find((event) => {
    if (!isKnown(event) || event.zone !== 'shared' || event.actor.side !== 'buyer') return false;
    // What a file says happened elsewhere hands nothing over here.
    if (event.import_id !== null) return false;
    if (event.kind === 'stakeholder.entered') return true;
    if (!isStanceKind(event.kind) || event.actor.kind !== 'person') return false;
    return (event as EventOf<StanceKind>).body.verified !== false;
  });
  return entry?.occurred_at ?? null;
}

/**
 * A change of the group by someone else than the buyers, told of a time before they came in but heard of only after. What
 * a file says of when its source knew it proves nothing: an import was heard of when it was stored.
 */
function isComposedLate(event: AnyEvent, entered_at: string | null): boolean {
  if (entered_at === null || !COMPOSITION_KINDS.has(event.kind)) return false;
  if (event.import_id !== null) return event.occurred_at < entered_at && event.recorded_at > entered_at;
  return event.actor.side !== 'buyer' && event.occurred_at < entered_at && event.known_at > entered_at;
}

/**
 * Whether the copy that was shared counts in place of what it is a copy of. A record keeps its time, so that both would
 * count as two, and so would the versions of a file; what says how something stands is only said again.
 */
function isReplaced(event: EventOf<'event.zone_moved'>, moved: AnyEvent | undefined): boolean {
  if (event.body.to !== 'shared' || moved === undefined) return false;
  if (!isKnown(moved) || moved.zone !== event.zone || moved.actor.side !== event.actor.side) return false;
  return RECORDS.has(moved.kind) || moved.kind === 'file.changed';
}

/** A correction is no way around the rules: people of the buyer side correct what buyers state, and their group. */
function mayCorrect(
  event: EventOf<'event.corrected'>,
  wrong: AnyEvent | undefined,
  entered_at: string | null,
): boolean {
  if (wrong === undefined) return true;
  // What was erased is gone, whatever is said of it.
  if (wrong.kind === 'person.erased' || wrong.kind === 'text.blanked') return false;
  if (wrong.kind === 'event.corrected') return event.actor.side === wrong.actor.side;
  if (isStanceKind(wrong.kind) || wrong.kind === 'assumption.judged') {
    return event.actor.side === 'buyer' && event.actor.kind === 'person';
  }
  if (!COMPOSITION_KINDS.has(wrong.kind) || event.actor.side === 'buyer') return true;
  return entered_at === null || event.known_at < entered_at;
}

/** The event with its corrected body; as it was where the new body does not fit its kind. */
function corrected(event: LedgerEvent, body: Record<string, unknown>): LedgerEvent {
  // No correction turns what was only indicated into a statement.
  const unverified = isStanceKind(event.kind) && (event as EventOf<StanceKind>).body.verified === false;
  const parsed = EVENT_KINDS[event.kind].body.safeParse(unverified ? { ...body, verified: false } : body);
  return parsed.success ? ({ ...event, body: parsed.data } as LedgerEvent) : event;
}
