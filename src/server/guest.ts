import { problems } from '../catalogue/problems.ts';
import { noteAudit } from '../store/audit.ts';
import { getBrand } from '../store/brand.ts';
import { changeGuest, guestOfPerson, type ListedGuest, listGuests } from '../store/guest.ts';
import { endBuyerSession, listBuyerSessions, roomsOfBuyer } from '../store/identity.ts';
import { getPurchase } from '../store/purchase.ts';
import { scopeOf } from '../store/scope.ts';
import type { AppOptions } from './app-options.ts';
import type { Call, Handlers } from './bind.ts';
import { write } from './entry.ts';
import { notFound, ProblemError } from './problem.ts';

type Nouns = 'guests.list' | 'guests.put' | 'buyers.me' | 'buyer_sessions.delete';

/** The buyer side of a room, and what a buyer sees of all their rooms. */
export const guestHandlers = (options: AppOptions): Pick<Handlers, Nouns> => ({
  'guests.list': async ({ caller, params }) => {
    const guests = await listGuests(options.db, params.workspace_id, params.purchase_id);
    const governs = caller.guest?.administrator === true;
    // Addresses, and who knocks, are for those who decide about it.
    const shown = guests.filter((guest) => governs || guest.state === 'in' || guest.state === 'former');
    return { guests: shown.map((guest) => ({ ...guest, email: governs ? guest.email : null })) };
  },

  'guests.put': (call) => putStanding(options, call),
  'buyers.me': (call) => showBuyer(options, call),

  'buyer_sessions.delete': async ({ buyer, params }) => {
    if (!(await endBuyerSession(options.db, buyer.buyer_id, params.session_id))) throw notFound();
    return { ended: true as const };
  },
});

async function putStanding({ db }: AppOptions, { caller, params, body }: Call<'guests.put'>) {
  const { workspace_id, purchase_id, person_id } = params;
  const guests = await listGuests(db, workspace_id, purchase_id);
  const guest = guests.find((one) => one.person_id === person_id);
  if (guest === undefined) throw notFound();
  refuseLast(guests, person_id, body);
  const state = guest.state === body.state ? undefined : body.state;
  if (state === 'in' && guest.state !== 'waiting') {
    throw new ProblemError('guest.gone', problems.who_left_or_was);
  }
  // Governing includes reading what one governs.
  const reach = body.administrator === true ? 'all' : body.reach;
  await changeGuest(db, workspace_id, params, { state, administrator: body.administrator, reach });
  if (state === 'in') {
    const name = guest.name === null ? {} : { name: guest.name };
    await write(db, params, caller.actor, [{ kind: 'stakeholder.named', body: { person_id, ...name, roles: [] } }]);
    const self = { kind: 'person' as const, id: person_id, side: 'buyer' as const };
    await write(db, params, self, [{ kind: 'stakeholder.entered', body: { person_id } }]);
  }
  const action = state === undefined ? 'grant.changed' : state === 'in' ? 'guest.let_in' : 'guest.refused';
  const about = { person_id, administrator: body.administrator, reach };
  await noteAudit(db, workspace_id, [{ zone: 'buyer', action, purchase_id, actor: caller.actor, about }]);
  return { person_id };
}

/** Somebody governs, always. */
function refuseLast(guests: readonly ListedGuest[], person_id: string, body: Call<'guests.put'>['body']): void {
  const steps_down = body.administrator === false || body.state === 'refused';
  const others = guests.some((one) => one.administrator && one.state === 'in' && one.person_id !== person_id);
  const governs = guests.some((one) => one.person_id === person_id && one.administrator && one.state === 'in');
  if (steps_down && governs && !others) {
    throw new ProblemError('guest.last_administrator', problems.someone_govern_buyer_side);
  }
}

/** Who a buyer is here across suppliers: their address, rooms and sessions. */
export async function showBuyer({ db }: Pick<AppOptions, 'db'>, { buyer }: Pick<Call<'buyers.me'>, 'buyer'>) {
  const { buyer_id, email, verified_at, session_id } = buyer;
  const rooms = await Promise.all(
    (await roomsOfBuyer(db, buyer_id)).map(async ({ workspace_id, purchase_id, person_id }) => {
      const [guest, { name: supplier }, purchase] = await Promise.all([
        guestOfPerson(db, workspace_id, purchase_id, person_id),
        getBrand(db, workspace_id),
        getPurchase(db, { ...scopeOf(workspace_id, person_id, 'buyer'), zones: ['shared'] }, purchase_id),
      ]);
      if (guest === null) return [];
      const name = purchase?.state.name ?? null;
      return [{ workspace_id, purchase_id, supplier, name }];
    }),
  );
  const sessions = await listBuyerSessions(db, buyer_id);
  return { email, verified: verified_at !== null, session_id, rooms: rooms.flat(), sessions };
}
