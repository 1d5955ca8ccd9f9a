import { isKnown, type LedgerEvent, type UnknownEvent } from './event.ts';

type AnyEvent = LedgerEvent | UnknownEvent;
type OfThread = Extract<LedgerEvent, { kind: 'question.asked' | 'question.answered' }>;

/**
 * Puts questions and answers that their side moved back to itself where they stood before, said by who said them: what was
 * answered and accepted after them follows them still, for whoever reads them. Others keep what they said in the ledger.
 * @param events in the order in which they are folded
 */
export function inPlace(events: AnyEvent[]): AnyEvent[] {
  const copies = new Map<AnyEvent, OfThread>();
  for (const note of events) {
    if (!isKnown(note) || note.kind !== 'event.zone_moved' || note.body.to === 'shared') continue;
    const { event_id, to } = note.body;
    const moved = events.find(({ id, zone }) => id === event_id && zone === 'shared');
    if (moved === undefined || !isOfThread(moved) || moved.actor.side !== note.actor.side) continue;
    const copy = events.find((event) => event.zone === to && event.seq > moved.seq && saysTheSame(event, moved));
    if (copy !== undefined && isOfThread(copy)) copies.set(moved, copy);
  }
  if (copies.size === 0) return events;
  const elsewhere = new Set<AnyEvent>(copies.values());
  return events.flatMap((event) => {
    const stays = elsewhere.has(event) ? [] : [event];
    const copy = copies.get(event);
    return copy === undefined
      ? stays
      : [...stays, { ...copy, occurred_at: event.occurred_at, actor: event.actor } as OfThread];
  });
}

const isOfThread = (event: AnyEvent): event is OfThread =>
  isKnown(event) && (event.kind === 'question.asked' || event.kind === 'question.answered');

/** Whether two events are one question, or one answer, said twice by the same side. */
export function saysTheSame(one: AnyEvent, other: AnyEvent): boolean {
  if (!isOfThread(one) || !isOfThread(other) || one.kind !== other.kind || one.actor.side !== other.actor.side)
    return false;
  const answerOf = ({ body }: OfThread): string | null => ('answer_id' in body ? body.answer_id : null);
  return one.body.question_id === other.body.question_id && answerOf(one) === answerOf(other);
}
