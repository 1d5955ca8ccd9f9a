import { randomUUID } from 'node:crypto';
import { problems } from '../catalogue/problems.ts';
import { commandsOfAcceptance } from '../core/acceptance.ts';
import { mostAlike } from '../core/alike.ts';
import { firstAnswer, type Question, statusOf, timeToAnswer } from '../core/question.ts';
import type { Db } from '../store/db.ts';
import { listLibrary } from '../store/library.ts';
import { namesOf } from '../store/person.ts';
import { listOwned } from '../store/question.ts';
import type { Call, Handlers } from './bind.ts';
import { scopeOfCaller } from './caller.ts';
import { runCommands } from './command.ts';
import { libraryView } from './library.ts';
import { peopleOfQuestions, questionViews } from './present/answer.ts';
import { ProblemError } from './problem.ts';
import { readState } from './purchase.ts';
import { sellersNamed } from './sellers.ts';

type Nouns = 'questions.list' | 'questions.similar' | 'acceptances.create';

/** So many questions like the one that is being written are shown of each kind. */
const SIMILAR = 4;

/** Questions and their threads, those like another, and taking an answer; what is asked and answered is in `command.ts`. */
export const answerHandlers = (db: Db): Pick<Handlers, Nouns> => ({
  'questions.list': async ({ caller, params }) => {
    const scope = scopeOfCaller(caller);
    const state = await readState(db, caller, params.purchase_id);
    const questions = Object.values(state.questions);
    const [names, owned, sellers] = await Promise.all([
      namesOf(db, scope, peopleOfQuestions(questions)),
      listOwned(db, scope, params.purchase_id),
      sellersNamed(db, caller, params.purchase_id),
    ]);
    const { person_id, side } = caller;
    return {
      questions: questionViews(state, { person_id, side, owned, names }),
      time_to_answer: timeToAnswer(questions),
      sellers,
    };
  },

  'questions.similar': async ({ caller, params, query }) => {
    const state = await readState(db, caller, params.purchase_id);
    const library = await listLibrary(db, scopeOfCaller(caller));
    const here = mostAlike(query.q, Object.values(state.questions), SIMILAR);
    const kept = mostAlike(
      query.q,
      library.map((one) => ({ ...one, text: one.question })),
      SIMILAR,
    );
    return {
      questions: here.map((one) => ({
        question_id: one.question_id,
        text: one.text,
        status: statusOf(one),
        answer: bestAnswer(one),
        alike: one.alike,
      })),
      library: kept.map((one) => ({ ...libraryView(one), alike: one.alike })),
    };
  },

  'acceptances.create': (call) => createAcceptance(db, call),
});

/** The answer that was taken, else the first by someone else. */
const bestAnswer = (question: Question): string | null =>
  (question.answers.find(({ answer_id }) => answer_id === question.accepted?.answer_id) ?? firstAnswer(question))
    ?.text ?? null;

async function createAcceptance(db: Db, call: Call<'acceptances.create'>) {
  const { caller, params, body } = call;
  const state = await readState(db, caller, params.purchase_id);
  const question = state.questions[params.question_id];
  const answer = question?.answers.find(({ answer_id }) => answer_id === body.answer_id);
  if (question === undefined || answer === undefined) {
    throw new ProblemError('answer.unknown', problems.there_no_such_answer);
  }
  const names = await namesOf(db, scopeOfCaller(caller), answer.by === null ? [] : [answer.by]);
  const answered_by = answer.by === null ? null : (state.stakeholders[answer.by]?.name ?? names.get(answer.by) ?? null);
  const claim = body.claim === undefined ? null : { ...body.claim, claim_id: randomUUID() };
  const commands = commandsOfAcceptance(state, { question, answer, claim, answered_by });
  const [last] = commands.slice(-1);
  if (last !== undefined) last.seen = body.seen;
  return runCommands(db, call, params.purchase_id, commands);
}
