import { refusals } from '../catalogue/refusals.ts';
import type { EventOf } from './event.ts';
import type { Rejection } from './refusal.ts';
import type { PurchaseState } from './state.ts';

type Said = EventOf<'weights.stated'> | EventOf<'weights.aside'>;

/*
 * What matters how much to one person, as that person last said it:
 *
 *   none ──▶ stated | aside        (each again from each)
 *
 * It shakes nobody. An assent rests on facts that changed, never on somebody weighing the same facts otherwise.
 */

/** Takes down how a person weighs. */
export function stated(draft: PurchaseState, event: EventOf<'weights.stated'>): void {
  const { basis } = draft;
  delete basis.weights_aside[event.body.person_id];
  basis.weights[event.body.person_id] = kept(event);
  draft.touches.last_buyer_at = event.occurred_at;
}

/** Takes down that it is not a person's to weigh. */
export function aside(draft: PurchaseState, event: EventOf<'weights.aside'>): void {
  const { basis } = draft;
  delete basis.weights[event.body.person_id];
  basis.weights_aside[event.body.person_id] = kept(event);
  draft.touches.last_buyer_at = event.occurred_at;
}

const kept = <E extends Said>({ body, occurred_at, id, zone }: E) => ({
  ...(body as E['body']),
  at: occurred_at,
  event_id: id,
  zone,
});

/** Why someone cannot say how a person weighs, however it came: only the person does, here and not by a file. */
export function refusalOfWeights({ actor, import_id, ...event }: Said): Rejection | null {
  if (actor.kind === 'agent') {
    return { code: 'weights.by_agent', message: refusals.only_people_weigh_software };
  }
  if (actor.kind !== 'person' || actor.side !== 'buyer' || actor.id !== event.body.person_id || import_id !== null) {
    return { code: 'weights.not_yours', message: refusals.only_person_can_say };
  }
  return event.kind === 'weights.stated' ? refusalOfAnswers(event.body) : null;
}

function refusalOfAnswers({ method, answers }: EventOf<'weights.stated'>['body']): Rejection | null {
  if (new Set(answers.map(({ requirement_id }) => requirement_id)).size < answers.length) {
    return { code: 'weights.twice', message: refusals.requirement_there_twice_weigh };
  }
  if (method === 'swing') {
    if (answers.some(({ value }) => value > 0)) return null;
    const message = refusals.all_them_0_so;
    return { code: 'weights.all_zero', message };
  }
  if (answers.every(({ value }) => Number.isInteger(value) && value >= 1 && value <= answers.length)) return null;
  const message = refusals.ranks_whole_numbers_from(answers.length);
  return { code: 'weights.bad_rank', message };
}
