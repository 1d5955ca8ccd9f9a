import { EVENT_KINDS, isKnown, type LedgerEvent, type UnknownEvent } from './event.ts';
import { applyEvent } from './evolve.ts';
import type { Rejection } from './refusal.ts';
import { emptyState, type PurchaseState } from './state.ts';
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
 * Events are ordered by (occurred_at, seq). An event repeated with the same id counts once. Events of a retracted import
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
  const ids = new Set<string>();
  const seen: AnyEvent[] = [];
  for (const event of events) {
    if (!viewReads(options.view, event.zone) || ids.has(event.id)) continue;
    if (options.as_of !== undefined && event.occurred_at > options.as_of) continue;
    if (known_by !== undefined && event.known_at > known_by) continue;
    ids.add(event.id);
    seen.push(event);
  }
  seen.sort(byTime);
  return revised(seen);
}

const byTime = (a: AnyEvent, b: AnyEvent): number =>
  a.occurred_at < b.occurred_at ? -1 : a.occurred_at > b.occurred_at ? 1 : a.seq - b.seq;

/** Applies retractions, restorations and corrections to a list in ledger order. */
function revised(events: AnyEvent[]): AnyEvent[] {
  const retracted = new Set<string>();
  const corrections = new Map<string, Record<string, unknown> | null>();
  for (const event of events) {
    if (!isKnown(event)) continue;
    if (event.kind === 'import.retracted') retracted.add(event.body.import_id);
    else if (event.kind === 'import.restored') retracted.delete(event.body.import_id);
    else if (event.kind === 'event.corrected') corrections.set(event.body.event_id, event.body.body);
  }
  if (retracted.size === 0 && corrections.size === 0) return events;
  const result: AnyEvent[] = [];
  for (const event of events) {
    if (event.import_id !== null && retracted.has(event.import_id)) continue;
    const body = corrections.get(event.id);
    if (body === null) continue;
    result.push(body === undefined || !isKnown(event) ? event : corrected(event, body));
  }
  return result;
}

/** The event with its corrected body; as it was where the new body does not fit its kind. */
function corrected(event: LedgerEvent, body: Record<string, unknown>): LedgerEvent {
  const parsed = EVENT_KINDS[event.kind].body.safeParse(body);
  return parsed.success ? ({ ...event, body: parsed.data } as LedgerEvent) : event;
}

/** Whether an event changes which other events count, so that its purchase has to be folded anew. */
export const revisesFold = (kind: string): boolean =>
  kind === 'import.retracted' || kind === 'import.restored' || kind === 'event.corrected';
