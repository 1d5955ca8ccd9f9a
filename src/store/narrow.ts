import type { ClientBase } from 'pg';
import { type Command, type Context, type Decision, decide } from '../core/decide.ts';
import type { LedgerEvent } from '../core/event.ts';
import type { Rejection } from '../core/refusal.ts';
import type { PurchaseState } from '../core/state.ts';
import type { View, Zone } from '../core/zone.ts';
import { type AnyEvent, eventsOf, workspaceEvents } from './event.ts';
import { foldAll } from './folded.ts';
import { becomeApp, becomeProjector, readsWholeView, type Scope } from './scope.ts';

/** What someone may know of a purchase who reads less than their side's whole view: a newcomer, a consultant. */
export interface Narrow {
  purchase_id: string;
  view: View;
  zones: readonly Zone[];
  events: AnyEvent[];
  state: PurchaseState;
}

/** Folds what the caller may read, within the writer's transaction; null for who reads their side's whole view. */
export async function readNarrow(client: ClientBase, scope: Scope, purchase_id: string): Promise<Narrow | null> {
  if (readsWholeView(scope)) return null;
  // As the application: row-level security says what of the ledger is theirs.
  await becomeApp(client, scope);
  const own = await eventsOf(client, scope.workspace_id, [purchase_id]);
  const events = [...own, ...(await workspaceEvents(client, scope.workspace_id))];
  await becomeProjector(client);
  const { view, zones } = scope;
  return { purchase_id, view, zones, events, state: foldAll(purchase_id, events, { view }).state };
}

/** Takes down what was decided, as far as the caller may read it. */
export function takeNarrow(narrow: Narrow, decided: readonly LedgerEvent[]): void {
  narrow.events.push(...decided.filter((event) => narrow.zones.includes(event.zone)));
  narrow.state = foldAll(narrow.purchase_id, narrow.events, { view: narrow.view }).state;
}

/** What a newcomer is told whatever it is that they may not read: one sentence, so that nothing can be told apart. */
const hidden: Rejection = {
  code: 'purchase.not_now',
  message: 'This cannot be done from here. Ask who governs your side of this purchase to do it.',
};

const beyond: Rejection = {
  code: 'zone.not_yours',
  message: 'You can only write what you may read. Choose another zone.',
};

/**
 * Decides on what the caller may know, in words that tell of nothing else; then again on their side's whole view, which
 * may refuse, but says nothing of why. What they saw last is compared with what they may see only: a change that they may
 * not read can neither be looked at again nor agreed with.
 */
export function decideFor(command: Command, narrow: Narrow | null, whole: PurchaseState, ctx: Context): Decision {
  if (narrow === null) return decide(command, whole, ctx);
  const decision = decide(command, narrow.state, ctx);
  if ('rejection' in decision || decision.events.length === 0) return decision;
  if (decision.events.some((event) => !narrow.zones.includes(event.zone))) return { rejection: beyond };
  const again = decide({ ...command, seen: undefined }, whole, ctx);
  return 'rejection' in again ? { rejection: hidden } : decision;
}
