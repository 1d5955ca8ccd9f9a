import type { Actor, LedgerEvent } from './event.ts';

/*
 * A question or an answer without a name. The ledger does not know who said it: the event has nobody's id as its actor, so
 * that no page, export, archive or feed can tell it, whoever reads. Who it was is said by an event of its own,
 * `question.owned`, which the database shows to its author alone.
 */

/** Stands in place of the id of who said something without a name. */
export const ANONYMOUS = 'anonymous';

/** Someone of a side, without a name. */
const nobodyOf = (side: Actor['side']): Actor => ({ kind: 'person', id: ANONYMOUS, side });

type Said = Extract<LedgerEvent, { kind: 'question.asked' | 'question.answered' }>;

/** Whether an event says something that can be said without a name. */
const isSaid = (event: LedgerEvent): event is Said =>
  event.kind === 'question.asked' || event.kind === 'question.answered';

/** Whether its author wants an event to stand without their name. */
export const isAnonymous = (event: LedgerEvent): event is Said => isSaid(event) && event.body.anonymous === true;

/** The events that are written: of what is said without a name, that, and for its author alone that it was theirs. */
export function withoutName(event: LedgerEvent, nextId: () => string): LedgerEvent[] {
  if (!isAnonymous(event)) return [event];
  const { question_id } = event.body;
  const answer = event.kind === 'question.answered' ? { answer_id: event.body.answer_id } : {};
  return [
    { ...event, actor: nobodyOf(event.actor.side), on_behalf_of: null },
    { ...event, id: nextId(), kind: 'question.owned', zone: 'buyer', body: { question_id, ...answer } },
  ];
}

/** Who acted as the ledger keeps it, where a file says who said something without a name. */
export const actorKept = (actor: Actor, body: unknown): Actor =>
  (body as { anonymous?: unknown }).anonymous === true ? nobodyOf(actor.side) : actor;
