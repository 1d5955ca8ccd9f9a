import { sentences } from '../../catalogue/sentences.ts';
import type { OutputOf } from '../../contract/operations.ts';
import { claimText } from '../../core/contradiction.ts';
import { type Answer, inOrder, lastOfThread, type Question, statusOf } from '../../core/question.ts';
import type { PurchaseState } from '../../core/state.ts';
import type { Owned } from '../../store/question.ts';

type QuestionView = OutputOf<'questions.list'>['questions'][number];
type AnswerView = QuestionView['answers'][number];

/** Who reads questions, and what they know of people. */
export interface Reader {
  person_id: string | null;
  side: 'buyer' | 'seller' | 'none';
  owned: Owned;
  names: ReadonlyMap<string, string>;
}

/** The people whose names a page of questions needs. */
export const peopleOfQuestions = (questions: readonly Question[]): string[] => [
  ...new Set(
    questions.flatMap(({ by, to_id, answers, accepted, closed }) =>
      [by, to_id, ...answers.map((one) => one.by), accepted?.by, closed?.by].filter((id) => typeof id === 'string'),
    ),
  ),
];

/** Questions as one reader may know them, in the order in which they are shown. */
export function questionViews(state: PurchaseState, reader: Reader): QuestionView[] {
  return inOrder(Object.values(state.questions)).map((question) => questionView(state, question, reader));
}

function questionView(state: PurchaseState, question: Question, reader: Reader): QuestionView {
  const { question_id, to_id, to_side, job_id, accepted, closed, side } = question;
  const { person_id, owned } = reader;
  const claim = accepted?.claim_id == null ? undefined : state.basis.claims[accepted.claim_id];
  return {
    question_id,
    ...saidBy(state, question, reader),
    yours: (person_id !== null && question.by === person_id) || owned.questions.has(question_id),
    status: statusOf(question),
    to: to_id === null ? null : nameOf(state, to_id, reader),
    to_you: to_id !== null && to_id === person_id,
    to_side,
    job_id,
    answers: question.answers.map((answer) => answerView(state, answer, reader)),
    accepted:
      accepted === null
        ? null
        : {
            answer_id: accepted.answer_id,
            claim_id: accepted.claim_id,
            claim: claim === undefined ? null : `${claim.subject}, ${claim.attribute}: ${claimText(claim)}`,
            at: accepted.at,
            by: nameOf(state, accepted.by, reader),
          },
    closed: closed === null ? null : { reason: closed.reason, at: closed.at, by: nameOf(state, closed.by, reader) },
    settles: side === 'none' || reader.side === 'none' || side === reader.side,
    seen: lastOfThread(question) ?? question.event_id,
  };
}

const answerView = (state: PurchaseState, answer: Answer, reader: Reader): AnswerView => ({
  answer_id: answer.answer_id,
  ...saidBy(state, answer, reader),
  yours: (reader.person_id !== null && answer.by === reader.person_id) || reader.owned.answers.has(answer.answer_id),
});

const saidBy = (state: PurchaseState, { text, at, by, side, zone }: Question | Answer, reader: Reader) => ({
  ...{ text, at, side, zone },
  by: by === null ? null : nameOf(state, by, reader),
  named: by !== null,
});

const nameOf = (state: PurchaseState, person_id: string, { names }: Reader): string =>
  state.stakeholders[person_id]?.name ?? names.get(person_id) ?? sentences.someone;
