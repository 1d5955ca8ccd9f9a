import { createHash } from 'node:crypto';
import { problems } from '../catalogue/problems.ts';
import { noteAudit } from '../store/audit.ts';
import type { Db } from '../store/db.ts';
import { findInLibrary, type LibraryAnswer, listLibrary, putInLibrary } from '../store/library.ts';
import { getPurchase } from '../store/purchase.ts';
import type { Call, Handlers } from './bind.ts';
import { scopeOfCaller } from './caller.ts';
import { notFound, ProblemError } from './problem.ts';
import { sellersOf } from './sellers.ts';

type Nouns = 'library_answers.list' | 'library_answers.put' | 'publications.create';
type Put = Call<'library_answers.put'> | Call<'publications.create'>;

/** The answers that the supplier keeps, each with one owner, and taking one from a purchase into them. */
export const libraryHandlers = (db: Db): Pick<Handlers, Nouns> => ({
  'library_answers.list': async ({ caller }) => {
    const [answers, owners] = await Promise.all([
      listLibrary(db, scopeOfCaller(caller)),
      sellersOf(db, caller.workspace_id),
    ]);
    return { answers: answers.map((one) => kept(one, owners)), owners };
  },

  'library_answers.put': (call) => putAnswer(db, call, call.params.library_id, {}),

  'publications.create': async (call) => {
    const { caller, params } = call;
    if (caller.role === 'partner') {
      throw new ProblemError('caller.not_allowed', problems.library_suppliers_ask_one);
    }
    const found = await getPurchase(db, scopeOfCaller(caller), params.purchase_id);
    const answer = found?.state.questions[params.question_id]?.answers.find(
      (one) => one.answer_id === params.answer_id,
    );
    if (answer === undefined) throw notFound();
    // What stands in the buyers' zone is not in this view; what buyers said to the supplier stays between them.
    if (answer.side !== 'seller') {
      throw new ProblemError('library.not_ours', problems.only_what_your_own);
    }
    return putAnswer(db, call, idOf(params.purchase_id, params.answer_id), { answered_on: answer.at.slice(0, 10) });
  },
});

/** The same answer is taken once; its id says nothing of the room to who reads it elsewhere. */
const idOf = (purchase_id: string, answer_id: string): string =>
  createHash('sha256')
    .update(JSON.stringify([purchase_id, answer_id]))
    .digest('base64url')
    .slice(0, 24);

async function putAnswer(db: Db, call: Put, library_id: string, from: { answered_on?: string }) {
  const { caller, body } = call;
  const scope = scopeOfCaller(caller);
  const now = new Date().toISOString();
  const today = now.slice(0, 10);
  const [before, owners] = await Promise.all([
    findInLibrary(db, scope, library_id),
    sellersOf(db, caller.workspace_id),
  ]);
  if (body.owner_id !== undefined && !owners.some(({ person_id }) => person_id === body.owner_id)) {
    throw new ProblemError('library.unknown_owner', problems.answer_owned_by_one);
  }
  const answer: LibraryAnswer = {
    library_id,
    question: body.question,
    answer: body.answer,
    source: body.source === undefined ? (before?.source ?? null) : body.source,
    owner_id: body.owner_id ?? before?.owner_id ?? caller.person_id,
    answered_on: before?.answered_on ?? from.answered_on ?? today,
    reviewed_on: body.reviewed === true ? today : (before?.reviewed_on ?? null),
    published: body.published ?? before?.published ?? true,
  };
  await putInLibrary(db, scope, answer, now);
  const about = { library_id, published: answer.published };
  const entry = { zone: 'seller' as const, action: 'setting.library', purchase_id: null, actor: caller.actor, about };
  await noteAudit(db, caller.workspace_id, [entry]);
  return kept(answer, owners);
}

/** An answer of the library as every customer may read it. */
export const libraryView = (one: LibraryAnswer) => ({
  library_id: one.library_id,
  question: one.question,
  answer: one.answer,
  source: one.source,
  answered_on: one.answered_on,
  reviewed_on: one.reviewed_on,
});

const kept = (one: LibraryAnswer, owners: readonly { person_id: string; name: string }[]) => ({
  ...libraryView(one),
  owner_id: one.owner_id,
  owner: owners.find(({ person_id }) => person_id === one.owner_id)?.name ?? null,
  published: one.published,
});
