import { applyEvent } from '../core/evolve.ts';
import { effectiveEvents, type FoldOptions } from '../core/fold.ts';
import { revisesFold } from '../core/refusal.ts';
import { emptyState, type PurchaseState } from '../core/state.ts';
import { isStanceKind } from '../core/statement.ts';
import { type View, viewReads } from '../core/zone.ts';
import type { AnyEvent } from './event.ts';

/** A time during which a purchase had ended. */
export interface OutcomeSpell {
  outcome: string;
  from: string;
  to: string | null;
}

/** A purchase folded for one view, with what the state alone does not tell. */
export interface Folded {
  state: PurchaseState;
  outcomes: OutcomeSpell[];
  /** When it became known that the purchase was opened; null while it is not open. */
  opened_known_at: string | null;
  /** The latest `occurred_at` of any event of the view; an earlier one that comes later has its place before it. */
  latest_at: string | null;
  /** Something was known later than it happened, or was renamed: the columns of lists are not true of earlier dates. */
  late: boolean;
  /** Holds corrections or retractions, so that what comes next may be changed by them. */
  revised: boolean;
}

/** A purchase of which a view knows nothing yet. */
export const emptyFold = (purchase_id: string, view: View): Folded => ({
  state: emptyState(purchase_id, view),
  outcomes: [],
  opened_known_at: null,
  latest_at: null,
  late: false,
  revised: false,
});

/**
 * Folds a purchase from the ledger: the events of its stream and the workspace's own stream. Retractions for the whole
 * workspace decide which events count, but are no event of the purchase: nothing happened in it.
 */
export function foldAll(purchase_id: string, events: readonly AnyEvent[], options: FoldOptions): Folded {
  const folded = emptyFold(purchase_id, options.view);
  for (const event of effectiveEvents(events, options)) if (event.stream_kind !== 'workspace') apply(folded, event);
  const imports = new Set<string>();
  for (const event of events) if (event.import_id !== null) imports.add(event.import_id);
  for (const event of events) {
    if (!viewReads(options.view, event.zone)) continue;
    if (event.stream_kind !== 'workspace') notePassing(folded, event);
    const touches_it =
      event.stream_kind !== 'workspace' || imports.has((event.body as { import_id: string }).import_id);
    if (revisesFold(event.kind) && touches_it) folded.revised = true;
  }
  folded.late ||= folded.revised;
  return folded;
}

/** Whether events can be added at the end of what is folded; otherwise they have to be folded anew with all others. */
export function canAppend(folded: Folded, events: readonly AnyEvent[]): boolean {
  let { latest_at, late } = folded;
  for (const event of events) {
    if (!viewReads(folded.state.view, event.zone)) continue;
    if (latest_at !== null && event.occurred_at < latest_at) return false;
    latest_at = event.occurred_at;
    late ||= event.known_at > event.occurred_at;
    if (folded.revised || revisesFold(event.kind)) return false;
    // The first entry decides whether what was told late about the group, and stands before it, counts.
    if (late && folded.state.buyer_entered_at === null && mayBeEntry(event.kind)) return false;
  }
  return true;
}

const mayBeEntry = (kind: string): boolean => kind === 'stakeholder.entered' || isStanceKind(kind);

/** Adds an event at the end. Changes the fold; an event that the view does not read changes nothing. */
export function append(folded: Folded, event: AnyEvent): void {
  if (!viewReads(folded.state.view, event.zone)) return;
  apply(folded, event);
  notePassing(folded, event);
}

/** What is true of every event, whether it has an effect or not. */
function notePassing(folded: Folded, event: AnyEvent): void {
  if (folded.latest_at === null || event.occurred_at > folded.latest_at) folded.latest_at = event.occurred_at;
  if (event.known_at > event.occurred_at || event.kind === 'purchase.renamed') folded.late = true;
}

function apply(folded: Folded, event: AnyEvent): void {
  const { state } = folded;
  const before = state.outcome;
  const was_open = state.opened_at !== null;
  applyEvent(state, event);
  if (!was_open && state.opened_at !== null) folded.opened_known_at = event.known_at;
  if (state.outcome === before) return;
  const last = folded.outcomes.at(-1);
  // Said again, it is still the same ending.
  if (last?.to === null && last.outcome === state.outcome?.outcome) return;
  if (last !== undefined && last.to === null) last.to = event.occurred_at;
  if (state.outcome !== null) {
    folded.outcomes.push({ outcome: state.outcome.outcome, from: state.outcome.at, to: null });
  }
}
