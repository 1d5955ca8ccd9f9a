import { refusals } from '../catalogue/refusals.ts';
import { isAnonymous } from './anonymous.ts';
import type { Command } from './decide.ts';
import { isErasing } from './erasure.ts';
import { EVENT_KINDS, isKnown, type LedgerEvent, RECORDS, type UnknownEvent } from './event.ts';
import { effectiveEvents } from './fold.ts';
import { lastOf } from './last.ts';
import { type Rejection, revisesFold } from './refusal.ts';
import type { PurchaseState } from './state.ts';
import { saysTheSame } from './thread-place.ts';
import type { Zone } from './zone.ts';

/** Who wants to move an event of a purchase, and where to. */
export interface Move {
  event_id: string;
  to: Zone;
  person_id: string | null;
  side: 'buyer' | 'seller' | 'none';
  /** They govern their side: an administrator of the buyers, an admin or lead of the supplier. */
  governs: boolean;
}

const reject = (code: string, message: string): { rejection: Rejection } => ({ rejection: { code, message } });

/**
 * The commands that move an event between a side's own zone and the shared one, all in one transaction. The ledger is
 * never rewritten: the other side gets or keeps what was shared, and nothing tells it of what was private.
 *
 *   own zone -> shared   a copy in shared;                      `event.zone_moved` in the own zone
 *   shared -> own zone   the shared one is voided, a copy in the own zone; `event.zone_moved` in the own zone
 *
 * @param events what the mover may read of the purchase
 * @param state the purchase as the mover's side knows it
 * @returns the commands, a rejection, or null where the mover may read no such event
 */
export function movingOf(
  move: Move,
  events: readonly (LedgerEvent | UnknownEvent)[],
  state: PurchaseState,
): Command[] | { rejection: Rejection } | null {
  if (!events.some((event) => event.id === move.event_id)) return null;
  const counting = effectiveEvents(events, { view: state.view });
  const event = counting.find(({ id }) => id === move.event_id);
  const moved = counting.some(
    (other) => isKnown(other) && other.kind === 'event.zone_moved' && other.body.event_id === move.event_id,
  );
  if (moved) return reject('move.moved_already', refusals.was_moved_before_move);
  if (event === undefined || !isKnown(event)) {
    return reject('move.not_counted', refusals.no_longer_counts_so);
  }
  const rejection = refusalOfMove(move, event);
  if (rejection !== null) return { rejection };
  const copy = {
    kind: event.kind,
    body: event.body,
    zone: move.to,
    ...(RECORDS.has(event.kind) && { occurred_at: event.occurred_at }),
  } as Command;
  const last = RECORDS.has(event.kind) ? undefined : lastOf(copy, state);
  if (last !== undefined && last !== event.id) {
    return reject('move.not_newest', refusals.was_changed_since_move);
  }
  const note: Command = {
    kind: 'event.zone_moved',
    body: { event_id: event.id, to: move.to },
    zone: move.side === 'buyer' ? 'buyer' : 'seller',
  };
  if (move.to === 'shared') return [copy, note];
  const voided: Command = { kind: 'event.corrected', body: { event_id: event.id, body: null }, zone: 'shared' };
  // A question that was one's own before it was shared stands there still.
  const stands = counting.some((other) => other.zone === move.to && saysTheSame(other, event));
  return stands ? [voided, note] : [voided, copy, note];
}

function refusalOfMove({ to, side, person_id, governs }: Move, event: LedgerEvent): Rejection | null {
  if (side === 'none' || event.actor.side !== side || (to !== 'shared' && to !== side)) {
    return {
      code: 'zone.not_yours',
      message: refusals.only_side_wrote_can,
    };
  }
  if (event.zone === to) return { code: 'move.there_already', message: refusals.stands_in_zone_already };
  if (revisesFold(event.kind) || isErasing(event) || event.kind === 'purchase.revived') {
    return { code: 'move.not_content', message: refusals.says_something_other_entries };
  }
  if (isAnonymous(event)) {
    return {
      code: 'move.without_name',
      message: refusals.was_said_without_name,
    };
  }
  if (event.kind === 'file.changed') {
    return {
      code: 'move.file',
      message: refusals.file_stays_where_was,
    };
  }
  if (event.import_id !== null) {
    return {
      code: 'move.imported',
      message: refusals.import_brought_undo_import,
    };
  }
  if (!(EVENT_KINDS[event.kind].zones as readonly Zone[]).includes(to)) {
    return { code: 'zone.not_for_kind', message: refusals.kind_not_in_zone(event.kind, to) };
  }
  const stated = event.kind.startsWith('assent.') || event.kind.startsWith('weights.');
  if (stated && 'person_id' in event.body && event.body.person_id !== person_id) {
    return { code: 'assent.not_yours', message: refusals.only_person_who_stated };
  }
  if (event.actor.id === person_id || governs) return null;
  return {
    code: 'move.not_yours',
    message: refusals.only_who_wrote_or,
  };
}
