import type { Question } from '../../src/core/question.ts';
import type { PurchaseState } from '../../src/core/state.ts';
import { byBuyer, bySeller, job, named, opened, type Told, told } from './story.ts';

/** A group of two with a job that rests on what it is told. */
export const group = [opened(job('fit', { rests_on: ['claims_used'] })), named('ann', 'champion'), named('ben')];
/** Ann asks. */
export const asks = (question_id: string, more: object = {}, text = 'Where does our data stand?'): Told =>
  byBuyer('ann', told('question.asked', { question_id, text, ...more }));
/** The supplier answers. */
export const answers = (question_id: string, answer_id: string, more: object = {}): Told =>
  bySeller(told('question.answered', { question_id, answer_id, text: 'In Dublin.', ...more }));
export const accepts = (question_id: string, answer_id: string): Told =>
  byBuyer('ann', told('answer.accepted', { question_id, answer_id }));
export const closes = (question_id: string, more: object = {}): Told =>
  byBuyer('ann', told('question.closed', { question_id, ...more }));

/** The question of a state that has to be there. */
export const threadOf = (state: PurchaseState, question_id = 'q'): Question => {
  const question = state.questions[question_id];
  if (question === undefined) throw new Error('no such question');
  return question;
};
