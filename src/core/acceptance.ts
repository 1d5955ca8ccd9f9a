import { sheetTexts } from '../catalogue/tradeoff-words.ts';
import type { Command } from './decide.ts';
import type { BodyOf } from './event.ts';
import { type Answer, type Question, shortly } from './question.ts';
import type { PurchaseState } from './state.ts';
import type { Zone } from './zone.ts';

/** What an accepted answer says, as a claim; the rest of the claim is where it comes from. */
export type AnswerClaim = Pick<
  BodyOf<'claim.changed'>,
  'claim_id' | 'subject' | 'attribute' | 'value' | 'unit' | 'value_kind' | 'option_id' | 'used_for'
>;

export interface Acceptance {
  question: Question;
  answer: Answer;
  claim: AnswerClaim | null;
  /** Who answered, by name as the reader's side knows it; null for who answered without one. */
  answered_by: string | null;
}

/** So much of an answer is quoted as where a claim comes from. */
const QUOTED = 2_000;

/**
 * The commands by which an answer is accepted, carried out together or not at all: first the claim, where it makes one,
 * whose source is the answer and its day; then the acceptance, which names it. The claim stands where question and answer do.
 */
export function commandsOfAcceptance(
  state: PurchaseState,
  { question, answer, claim, answered_by }: Acceptance,
): Command[] {
  const { question_id } = question;
  const { answer_id } = answer;
  const accepted = (claim_id?: string): Command => ({
    kind: 'answer.accepted',
    body: { question_id, answer_id, ...(claim_id !== undefined && { claim_id }) },
  });
  if (claim === null) return [accepted()];
  const job_ids = claim.used_for ?? (question.job_id === null ? [] : [question.job_id]);
  const body = {
    ...claim,
    source: sourceOf(question, answer),
    quote: shortly(answer.text, QUOTED),
    channel: answer.side === 'seller' ? ('rep' as const) : ('other' as const),
    ...(answered_by !== null && { said_by: answered_by }),
    used_for: job_ids.filter((job_id) => state.jobs.some((job) => job.job_id === job_id)),
  };
  const own = [question.zone, answer.zone].find((zone): zone is Exclude<Zone, 'shared'> => zone !== 'shared');
  return [{ kind: 'claim.changed', body, ...(own !== undefined && { zone: own }) }, accepted(claim.claim_id)];
}

/** Where the claim comes from: the answer, its day and what was asked. */
const sourceOf = (question: Question, { at }: Answer): string =>
  sheetTexts.answer_of(at.slice(0, 10), shortly(question.text, 120));
