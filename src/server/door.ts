import type { FastifyRequest } from 'fastify';
import { keyOf, type UsedKey } from '../store/api-key.ts';
import { noteAudit } from '../store/audit.ts';
import { buyerOfToken } from '../store/buyer.ts';
import type { Db } from '../store/db.ts';
import { guestOf, guestOfPerson, guestsOfBuyer, guestsOfPerson } from '../store/guest.ts';
import { memberOfPerson, memberOfUser, purchasesOfPods } from '../store/member.ts';
import { doorsOf } from '../store/workspace.ts';
import type { AppOptions } from './app-options.ts';
import {
  buyerCaller,
  type Caller,
  type KnownPerson,
  OPERATOR,
  openCaller,
  operatorOf,
  sellerCaller,
} from './caller.ts';
import { notFound, ProblemError } from './problem.ts';
import type { Setting } from './setting.ts';
import { findCaller } from './workspace.ts';

/** The cookie of a buyer's session, on this machine. */
export const BUYER_COOKIE = 'coassent_buyer';

/** Beyond this machine it is one that browsers take from this very host only, over https, and for all of its paths. */
export const buyerCookie = ({ local }: Setting): string => (local ? BUYER_COOKIE : `__Host-${BUYER_COOKIE}`);

/** What a request shows of a buyer's session; '' without one. */
export const buyerToken = (request: FastifyRequest, setting: Setting): string =>
  request.cookies[buyerCookie(setting)] ?? '';

/** Finds out who makes a request in a workspace. */
export type Door = (request: FastifyRequest, workspace_id: string, purchase_id: string | null) => Promise<Caller>;

interface Coming {
  request: FastifyRequest;
  workspace_id: string;
  purchase_id: string | null;
}

/**
 * The doors of workspaces: a key, a seller's session, a buyer's entry, or, on this machine and in open workspaces, who
 * one says one is. What is foreign and what does not exist are answered the same.
 * Fails with `caller.unnamed`, `caller.unknown`, `key.refused`, `thing.unknown`.
 */
export function openDoor(options: AppOptions): Door {
  const findPerson = findCaller(options.db);
  return async (request, workspace_id, purchase_id) => {
    const coming = { request, workspace_id, purchase_id };
    const doors = await doorsOf(options.db, workspace_id);
    if (doors === 'open' && options.setting.local) return comeInOpenly(coming, findPerson);
    return (
      (await comeByKey(options, coming)) ??
      (await comeByAccount(options, coming)) ??
      (await comeAsBuyer(options, coming)) ??
      turnAway(options, coming)
    );
  };
}

async function comeInOpenly(
  { request, workspace_id }: Coming,
  find: (workspace_id: string, person_id: string) => Promise<KnownPerson | null>,
): Promise<Caller> {
  const acting_as = actingAs(request);
  if (acting_as === undefined) throw unnamed();
  if (acting_as === OPERATOR) return operatorOf(workspace_id);
  const person = await find(workspace_id, acting_as);
  if (person === null) throw unknown();
  return openCaller(workspace_id, person);
}

const unnamed = () =>
  new ProblemError('caller.unnamed', 'Say who acts: sign in, or, in an open workspace, choose a person (X-Acting-As).');
const unknown = () =>
  new ProblemError('caller.unknown', 'Nobody of that id is known in this workspace. Choose another person.');

function actingAs(request: FastifyRequest): string | undefined {
  const header = request.headers['x-acting-as'];
  const said = typeof header === 'string' ? header : (request.query as { acting_as?: string }).acting_as;
  return said === '' ? undefined : said;
}

const bearer = /^Bearer +(coa_\S+)$/i;

async function comeByKey({ db }: AppOptions, { request, workspace_id, purchase_id }: Coming): Promise<Caller | null> {
  const text = bearer.exec(request.headers.authorization ?? '')?.[1];
  if (text === undefined) return null;
  const key = await keyOf(db, workspace_id, text);
  const caller =
    key === null
      ? null
      : key.zone === 'seller'
        ? await sellerOfPerson(db, workspace_id, key.person_id)
        : await buyerOfPerson(db, workspace_id, key.person_id, purchase_id);
  if (key === null || caller === null) {
    await noteRefusedKey(db, workspace_id, text, purchase_id);
    throw new ProblemError('key.refused', 'This key is unknown, expired or revoked. Make a new one in the settings.');
  }
  if (key.first_today) await noteUsedKey(db, workspace_id, key, purchase_id ?? caller.purchases?.[0] ?? null);
  const actor = key.agent ? { ...caller.actor, kind: 'agent' as const, id: key.key_id } : caller.actor;
  return { ...caller, actor, on_behalf_of: key.agent ? key.person_id : null, door: 'key', scopes: key.scopes };
}

/** The first use of a key on a day stands in its side's log. */
async function noteUsedKey(db: Db, workspace_id: string, key: UsedKey, purchase_id: string | null): Promise<void> {
  const { zone, key_id, name, person_id } = key;
  const actor = { kind: 'person', id: person_id, side: zone };
  const entry = { zone, action: 'key.used', purchase_id: zone === 'buyer' ? purchase_id : null, actor };
  await noteAudit(db, workspace_id, [{ ...entry, about: { key_id, name } }]);
}

/** A refused key is told to the supplier's log, and, where it asked for a purchase, to the buyers' too. */
async function noteRefusedKey(db: Db, workspace_id: string, text: string, purchase_id: string | null): Promise<void> {
  if ((await doorsOf(db, workspace_id)) === null) return;
  const entry = {
    action: 'key.refused',
    purchase_id,
    actor: { kind: 'key', id: text.split('_')[1] ?? '' },
  };
  await noteAudit(db, workspace_id, [
    { ...entry, zone: 'seller' as const },
    ...(purchase_id === null ? [] : [{ ...entry, zone: 'buyer' as const }]),
  ]);
}

async function sellerOfPerson(db: Db, workspace_id: string, person_id: string): Promise<Caller | null> {
  const member = await memberOfPerson(db, workspace_id, person_id);
  return member === null ? null : seller(db, workspace_id, member);
}

async function seller(
  db: Db,
  workspace_id: string,
  member: NonNullable<Awaited<ReturnType<typeof memberOfPerson>>>,
): Promise<Caller> {
  const purchases = member.role === 'partner' ? await purchasesOfPods(db, workspace_id, member.person_id) : null;
  return sellerCaller(workspace_id, member, purchases);
}

async function buyerOfPerson(
  db: Db,
  workspace_id: string,
  person_id: string,
  purchase_id: string | null,
): Promise<Caller | null> {
  const rooms = await guestsOfPerson(db, workspace_id, person_id);
  if (rooms.length === 0) return null;
  const guest = purchase_id === null ? null : await guestOfPerson(db, workspace_id, purchase_id, person_id);
  return buyerCaller(
    workspace_id,
    guest ?? { person_id, name: rooms[0]?.name ?? null },
    guest,
    reachable(rooms, purchase_id),
  );
}

async function comeByAccount(options: AppOptions, { request, workspace_id }: Coming): Promise<Caller | null> {
  const user = await options.accounts.userOf(request.headers);
  if (user === null) return null;
  const member = await memberOfUser(options.db, workspace_id, user.user_id);
  if (member === null) return null;
  return { ...(await seller(options.db, workspace_id, member)), user_id: user.user_id };
}

async function comeAsBuyer(
  { db, setting }: AppOptions,
  { request, workspace_id, purchase_id }: Coming,
): Promise<Caller | null> {
  const buyer = await buyerOfToken(db, buyerToken(request, setting));
  if (buyer === null) return null;
  const rooms = await guestsOfBuyer(db, workspace_id, buyer.buyer_id);
  const [one] = rooms;
  if (one === undefined) return null;
  const guest = purchase_id === null ? null : await guestOf(db, workspace_id, purchase_id, buyer.buyer_id);
  const caller = buyerCaller(workspace_id, guest ?? one, guest, reachable(rooms, purchase_id));
  return { ...caller, buyer_id: buyer.buyer_id };
}

/** Rows are held to the one purchase that the path names, else to all of the buyer's rooms here. */
const reachable = (rooms: readonly { purchase_id: string }[], purchase_id: string | null): string[] =>
  rooms.map((room) => room.purchase_id).filter((id) => purchase_id === null || id === purchase_id);

async function turnAway(options: AppOptions, { request }: Coming): Promise<never> {
  // Who is somebody, but not here, is told the same of a workspace of others and of one that does not exist.
  const somebody =
    (await options.accounts.userOf(request.headers)) !== null ||
    (await buyerOfToken(options.db, buyerToken(request, options.setting))) !== null;
  if (somebody) throw notFound();
  if (actingAs(request) !== undefined) throw unknown();
  throw unnamed();
}
