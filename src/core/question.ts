/*
 * Questions from anyone to anyone, and their threads.
 *
 *   open ──(question.answered)──▶ answered ──(answer.accepted)──▶ accepted
 *     └──────────(question.closed)──┴──▶ closed ──(question.closed, open)──▶ as before
 *
 * An answer may stand narrower than its question: then only that side has it. The side that asked says which answer it takes;
 * that may make a claim (`acceptance.ts`), by whose rules all that follows goes.
 */
import { refusals } from '../catalogue/refusals.ts';
import { isAnonymous } from './anonymous.ts';
import type { Side } from './body/words.ts';
import type { EventOf, LedgerEvent } from './event.ts';
import type { Rejection } from './refusal.ts';
import type { PurchaseState } from './state.ts';
import type { Zone } from './zone.ts';

/** Who said something in a thread, and where it may be read. */
interface Said {
  text: string;
  at: string;
  event_id: string;
  zone: Zone;
  /** Null for who said it without a name. */
  by: string | null;
  side: Side | 'none';
}

export interface Answer extends Said {
  answer_id: string;
}

export interface Question extends Said {
  question_id: string;
  /** Whose side is asked, or who; both null: anyone. */
  to_side: Side | null;
  to_id: string | null;
  job_id: string | null;
  /** In the order in which they came. */
  answers: Answer[];
  accepted: { answer_id: string; claim_id: string | null; at: string; by: string; event_id: string; zone: Zone } | null;
  closed: { reason: string | null; at: string; by: string; event_id: string; zone: Zone } | null;
}

export const QUESTION_STATUSES = ['open', 'answered', 'accepted', 'closed'] as const;
export type QuestionStatus = (typeof QUESTION_STATUSES)[number];

/** How a question stands, as one view may know it. */
export function statusOf({ closed, accepted, answers }: Question): QuestionStatus {
  if (closed !== null) return 'closed';
  if (accepted !== null) return 'accepted';
  return answers.length > 0 ? 'answered' : 'open';
}

const said = (event: EventOf<'question.asked' | 'question.answered'>): Said => ({
  text: event.body.text,
  at: event.occurred_at,
  event_id: event.id,
  zone: event.zone,
  by: event.body.anonymous === true ? null : event.actor.id,
  side: event.actor.side,
});

const noted = (event: LedgerEvent) => ({
  at: event.occurred_at,
  by: event.actor.id,
  event_id: event.id,
  zone: event.zone,
});

/** Takes down a question. One that was one side's own and is now shared stays the same, with its thread. */
export function asked(draft: PurchaseState, event: EventOf<'question.asked'>): void {
  const { question_id, to_side, to_id, job_id } = event.body;
  const before = draft.questions[question_id];
  // What the other side happens to call the same is another question.
  const same = before !== undefined && before.side === event.actor.side;
  const { answers, accepted, closed } = same ? before : { answers: [], accepted: null, closed: null };
  draft.questions[question_id] = {
    ...{ question_id, ...said(event), to_side: to_side ?? null, to_id: to_id ?? null, job_id: job_id ?? null },
    ...{ answers, accepted, closed },
  };
}

/** Takes down an answer; one that was one side's own and is now shared takes its own place. */
export function answered(draft: PurchaseState, event: EventOf<'question.answered'>): void {
  const question = draft.questions[event.body.question_id];
  if (question === undefined) return;
  const { answer_id } = event.body;
  const at = question.answers.findIndex((one) => one.answer_id === answer_id);
  const answer = { answer_id, ...said(event) };
  if (at < 0) question.answers.push(answer);
  else question.answers[at] = answer;
}

export function accepted(draft: PurchaseState, event: EventOf<'answer.accepted'>): void {
  const { question_id, answer_id, claim_id } = event.body;
  const question = draft.questions[question_id];
  if (question !== undefined) question.accepted = { answer_id, claim_id: claim_id ?? null, ...noted(event) };
}

export function closed(draft: PurchaseState, event: EventOf<'question.closed'>): void {
  const { question_id, reason, open } = event.body;
  const question = draft.questions[question_id];
  if (question !== undefined) question.closed = open === true ? null : { reason: reason ?? null, ...noted(event) };
}

const reject = (code: string, message: string): Rejection => ({ code, message });

const unknown = (): Rejection => reject('question.unknown', refusals.there_no_such_question);

/** Why something about a question can have no effect; null if it can, and for every other kind. */
export function refusalOfThread(state: PurchaseState, event: LedgerEvent): Rejection | null {
  switch (event.kind) {
    case 'question.asked':
      return isThere(state.questions[event.body.question_id], event)
        ? reject('question.already_there', refusals.there_question_with_id)
        : null;
    case 'question.answered': {
      const question = state.questions[event.body.question_id];
      if (question === undefined) return unknown();
      const before = question.answers.find(({ answer_id }) => answer_id === event.body.answer_id);
      return isThere(before, event) ? reject('answer.already_there', refusals.there_answer_with_id) : null;
    }
    case 'answer.accepted': {
      const question = state.questions[event.body.question_id];
      if (question === undefined) return unknown();
      if (question.answers.some(({ answer_id }) => answer_id === event.body.answer_id))
        return notTheirs(question, event);
      return reject('answer.unknown', refusals.there_no_such_answer);
    }
    case 'question.closed': {
      const question = state.questions[event.body.question_id];
      return question === undefined ? unknown() : notTheirs(question, event);
    }
    default:
      return null;
  }
}

/** What one side had for itself may be said again to both. */
const isThere = (before: Said | undefined, { zone }: LedgerEvent): boolean =>
  before !== undefined && !(zone === 'shared' && before.zone !== 'shared');

/** The side that asked says what answers it; a file says nothing in the name of buyers. */
function notTheirs({ side }: Question, { actor, import_id }: LedgerEvent): Rejection | null {
  const of_side = actor.side === side && !(side === 'buyer' && import_id !== null);
  if (of_side || side === 'none' || actor.side === 'none') return null;
  return reject('question.not_yours', refusals.side_asked_says_whether);
}

/** Why a question or an answer cannot be meant; holds when deciding. @param sideOf the side a person is known to be on */
export function refusalOfAsking(
  event: LedgerEvent,
  state: PurchaseState,
  sideOf: (person_id: string) => Side | null,
): Rejection | null {
  if (isAnonymous(event) && (event.actor.side !== 'buyer' || event.zone === 'seller')) {
    return reject('question.named', refusals.only_buyer_side_can);
  }
  if (event.kind !== 'question.asked') return null;
  const { to_id, to_side } = event.body;
  // Of sellers both sides know; of buyers, as far as the one who asks may.
  const of_person = to_id === undefined ? null : sideOfAsked(state, to_id, sideOf);
  if (to_id !== undefined && of_person === null) {
    return reject('question.unknown_person', refusals.nobody_id_can_asked);
  }
  if (of_person !== null && to_side !== undefined && of_person !== to_side) {
    return reject('question.other_side', refusals.person_on_other_side);
  }
  const side = of_person ?? to_side;
  if (side === undefined || event.zone === 'shared' || event.zone === side) return null;
  return reject('question.not_readable', refusals.who_you_ask_could);
}

function sideOfAsked(state: PurchaseState, person_id: string, sideOf: (id: string) => Side | null): Side | null {
  if (state.stakeholders[person_id]?.left_at === null) return 'buyer';
  return sideOf(person_id) === 'seller' ? 'seller' : null;
}

/** How long questions waited for their first answer, as one view knows it. */
export interface TimeToAnswer {
  /** Questions that were answered. */
  n: number;
  /** Null where none was. */
  median_ms: number | null;
  /** Questions that nobody answered yet and nobody closed. */
  waiting: number;
}

/** From asking to the first answer by someone else; of what was said without a name, to the first answer. */
export function timeToAnswer(questions: readonly Question[]): TimeToAnswer {
  const waits = questions.flatMap((question) => {
    const first = firstAnswer(question);
    return first === undefined ? [] : [Math.max(0, Date.parse(first.at) - Date.parse(question.at))];
  });
  const waiting = questions.filter((one) => firstAnswer(one) === undefined && one.closed === null).length;
  return { n: waits.length, median_ms: medianOf(waits), waiting };
}

/** The first answer; who adds to a question of their own does not answer it. */
export const firstAnswer = ({ answers, by }: Question): Answer | undefined =>
  answers.find((answer) => answer.by === null || answer.by !== by);

function medianOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

/** The newest event of a thread that says how it stands; null where there is no such question. */
export const lastOfThread = (question: Question | undefined): string | null =>
  (question?.closed ?? question?.accepted ?? question?.answers.at(-1) ?? question)?.event_id ?? null;

/** Open ones first, then those answered and not accepted, each with the newest first. */
export const inOrder = (questions: readonly Question[]): Question[] =>
  [...questions].sort(
    (a, b) =>
      QUESTION_STATUSES.indexOf(statusOf(a)) - QUESTION_STATUSES.indexOf(statusOf(b)) || b.at.localeCompare(a.at),
  );

/** The beginning of a text, on one line, for where all of it would be too much. @param most how many characters */
export function shortly(text: string, most = 160): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  const signs = [...line];
  return signs.length <= most
    ? line
    : `${signs
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}
