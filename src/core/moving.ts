import { refusals } from '../catalogue/refusals.ts';
import { isAnonymous } from './anonymous.ts';
import type { Command } from './decide.ts';
import { isErasing } from './erasure.ts';
import {
  type BodyOf,
  EVENT_KINDS,
  type EventOf,
  isKnown,
  type LedgerEvent,
  RECORDS,
  type UnknownEvent,
} from './event.ts';
import { effectiveEvents } from './fold.ts';
import { lastOf } from './last.ts';
import { type Rejection, revisesFold } from './refusal.ts';
import { jobOf, type PurchaseState } from './state.ts';
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
 * A file moves with all its versions (`movingOfFile`).
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
  if (event.kind === 'file.changed') return movingOfFile(move, event, counting, state);
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
  const note = noteOf(move, event);
  if (move.to === 'shared') return [copy, note];
  // A question that was one's own before it was shared stands there still.
  const stands = counting.some((other) => other.zone === move.to && saysTheSame(other, event));
  return stands ? [voidingOf(event), note] : [voidingOf(event), copy, note];
}

const noteOf = ({ side, to }: Move, { id }: LedgerEvent): Command => ({
  kind: 'event.zone_moved',
  body: { event_id: id, to },
  zone: side === 'buyer' ? 'buyer' : 'seller',
});

const voidingOf = ({ id }: LedgerEvent): Command => ({
  kind: 'event.corrected',
  body: { event_id: id, body: null },
  zone: 'shared',
});

/**
 * All that a side said of a file in one zone moves together, so that no version stays behind. Versions of the other side
 * stay where they are. The copies come first: they say of what the mover saw that it is still so.
 */
function movingOfFile(
  move: Move,
  event: EventOf<'file.changed'>,
  counting: readonly (LedgerEvent | UnknownEvent)[],
  state: PurchaseState,
): Command[] | { rejection: Rejection } {
  const { file_id } = event.body;
  const of_file = counting.filter(
    (one): one is EventOf<'file.changed'> =>
      isKnown(one) && one.kind === 'file.changed' && one.body.file_id === file_id,
  );
  // What was said before it was taken out is over.
  const since = of_file.slice(of_file.findLastIndex(({ body }) => body.removed === true) + 1);
  const here = since.filter(({ zone }) => zone === event.zone);
  if (here.at(-1)?.id !== event.id) {
    return reject('move.not_newest', refusals.was_changed_since_move);
  }
  const mine = here.filter(({ actor }) => actor.side === move.side);
  for (const one of mine) {
    const rejection = refusalOfMove(move, one);
    if (rejection !== null) return { rejection };
  }
  const seen = state.files[file_id]?.event_id ?? null;
  const copies = copiesOfFile(move, mine, state).map(
    (body, at): Command => ({ kind: 'file.changed', body, zone: move.to, ...(at === 0 && { seen }) }),
  );
  const voidings = move.to === 'shared' ? [] : mine.map(voidingOf);
  return [...copies, ...voidings, ...mine.map((one) => noteOf(move, one))];
}

/** The versions, and what the file is called now; names and folders that it only had in between are told to nobody. */
function copiesOfFile(
  { to }: Move,
  events: readonly EventOf<'file.changed'>[],
  state: PurchaseState,
): BodyOf<'file.changed'>[] {
  const last = events.at(-1);
  const job_id = events.findLast(({ body }) => body.job_id !== undefined)?.body.job_id;
  const job = typeof job_id === 'string' ? jobOf(state, job_id) : undefined;
  // In a folder that the readers of the other zone do not know it stands in none.
  const known = job !== undefined && (to !== 'shared' || job.zone === 'shared');
  return events
    .filter((event) => event === last || event.body.content !== undefined || event.body.link !== undefined)
    .map((event) => {
      const { job_id: _, ...said } = event.body;
      return { ...said, ...(event === last && (known || job_id === null) && { job_id }) };
    });
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
