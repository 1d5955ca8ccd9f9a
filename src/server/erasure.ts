import { problems } from '../catalogue/problems.ts';
import { mayActFor } from '../core/access.ts';
import { noteAudit } from '../store/audit.ts';
import { type Erased, erasePerson } from '../store/erasure.ts';
import { eraseBuyer } from '../store/erasure-identity.ts';
import { type ListedGuest, listGuests } from '../store/guest.ts';
import { roomsOfBuyer } from '../store/identity.ts';
import { listMembers } from '../store/member.ts';
import { findPerson } from '../store/person.ts';
import { decideReview, listErasures, listReviews } from '../store/review.ts';
import { scopeOf } from '../store/scope.ts';
import type { AppOptions } from './app-options.ts';
import type { Call, Handlers } from './bind.ts';
import { type Caller, scopeOfCaller } from './caller.ts';
import { BUYER_COOKIE } from './door.ts';
import { notFound, ProblemError } from './problem.ts';
import { buyerAskedFor, notYours } from './record/person.ts';
import { deleteUploads } from './upload-files.ts';

type Nouns =
  | 'erasures.create'
  | 'seller_erasures.create'
  | 'buyer_erasures.create'
  | Extract<keyof Handlers, `reviews.${string}` | `buyer_reviews.${string}`>;

/** Erasing people, and looking through the texts that may name them. */
export const erasureHandlers = (options: AppOptions): Pick<Handlers, Nouns> => ({
  'erasures.create': (call) => eraseFromPurchase(options, call),
  'seller_erasures.create': (call) => eraseSeller(options, call),
  'buyer_erasures.create': (call) => eraseEverywhere(options, call),

  'reviews.list': ({ caller }) => reviewsOf(options, caller, null),
  'reviews.put': (call) => decide(options, call, null),
  'buyer_reviews.list': ({ caller, params }) => reviewsOf(options, caller, params.purchase_id),
  'buyer_reviews.put': (call) => decide(options, call, call.params.purchase_id),
});

async function eraseFromPurchase(options: AppOptions, { caller, params, body }: Call<'erasures.create'>) {
  const { workspace_id, purchase_id } = params;
  const { person_id } = body;
  const { guests, self } = await buyerAskedFor(options, caller, { ...params, person_id });
  refuseLast(guests, person_id);
  const { actor } = caller;
  const request = { person_id, side: 'buyer' as const, purchase_ids: [purchase_id], actor, self };
  await finish(options, await erasePerson(options.db, workspace_id, { ...request, now: new Date().toISOString() }));
  return { erased: true as const };
}

/** Who governs a room with others in it hands that over first; alone, they may go. */
function refuseLast(guests: readonly ListedGuest[], person_id: string): void {
  const others = guests.filter((guest) => guest.state === 'in' && guest.person_id !== person_id);
  const governs = guests.some((guest) => guest.person_id === person_id && guest.administrator && guest.state === 'in');
  if (governs && others.length > 0 && !others.some((guest) => guest.administrator)) {
    throw new ProblemError('guest.last_administrator', problems.someone_govern_buyer_side);
  }
}

async function finish({ uploads_dir }: AppOptions, erased: Erased | null): Promise<void> {
  if (erased === null) throw notFound();
  await deleteUploads(uploads_dir, erased.files);
}

async function eraseSeller(options: AppOptions, { caller, params, body }: Call<'seller_erasures.create'>) {
  const { db } = options;
  const { workspace_id } = params;
  const { person_id } = body;
  const person = await findPerson(db, workspace_id, person_id);
  if (person?.side !== 'seller') throw notFound();
  const self = caller.person_id === person_id;
  if (!mayActFor(caller, { side: 'seller', self, entered: false })) throw notYours();
  const members = await listMembers(db, scopeOf(workspace_id, caller.person_id, 'seller'));
  const others = members.filter((member) => member.person_id !== person_id);
  const governs = members.some((member) => member.person_id === person_id && member.role === 'admin');
  if (governs && others.length > 0 && !others.some((member) => member.role === 'admin')) {
    throw new ProblemError('member.last_admin', problems.someone_govern_workspace_make);
  }
  const request = { person_id, side: 'seller' as const, purchase_ids: null, actor: caller.actor, self };
  await finish(options, await erasePerson(db, workspace_id, { ...request, now: new Date().toISOString() }));
  return { erased: true as const };
}

/** Each room is erased by itself, so that what fails in one can be asked for again; the identity goes last. */
async function eraseEverywhere(options: AppOptions, { buyer, reply }: Call<'buyer_erasures.create'>) {
  const { db } = options;
  const rooms = await roomsOfBuyer(db, buyer.buyer_id);
  for (const { workspace_id, purchase_id, person_id } of rooms) {
    refuseLast(await listGuests(db, workspace_id, purchase_id), person_id);
  }
  for (const { workspace_id, purchase_id, person_id } of rooms) {
    const actor = { kind: 'person' as const, id: person_id, side: 'buyer' as const };
    const request = { person_id, side: 'buyer' as const, purchase_ids: [purchase_id], actor, self: true };
    const erased = await erasePerson(db, workspace_id, { ...request, now: new Date().toISOString() });
    if (erased !== null) await finish(options, erased);
  }
  await eraseBuyer(db, buyer.buyer_id);
  reply.clearCookie(BUYER_COOKIE, { path: '/' });
  return { erased: true as const };
}

async function reviewsOf({ db }: AppOptions, caller: Caller, purchase_id: string | null) {
  const scope = scopeOfCaller(caller);
  const [erasures, reviews] = await Promise.all([
    listErasures(db, scope, purchase_id),
    listReviews(db, scope, purchase_id),
  ]);
  return { erasures, reviews };
}

async function decide(
  { db }: AppOptions,
  { caller, params, body }: Call<'reviews.put'> | Call<'buyer_reviews.put'>,
  purchase_id: string | null,
) {
  const { workspace_id, review_id } = params;
  const { view, actor } = caller;
  const decision = { review_id, purchase_id, state: body.state, view, actor, now: new Date().toISOString() };
  const done = await decideReview(db, workspace_id, decision);
  if (done === 'unknown') throw notFound();
  if (done === 'decided') {
    throw new ProblemError('review.decided', problems.someone_decided_on_text);
  }
  return { review_id, state: body.state };
}

/** Notes that someone made an archive of what is recorded about a person. */
export const noteRecord = (
  { db }: AppOptions,
  { workspace_id, view, actor }: Caller,
  purchase_id: string | null,
  about: { person_id: string; self: boolean },
): Promise<void> => {
  const action = about.self ? 'export.made' : 'record.made';
  const what = about.self ? { what: 'record' } : { person_id: about.person_id };
  return noteAudit(db, workspace_id, [{ zone: view, action, purchase_id, actor, about: what }]);
};
