import type { FastifyRequest } from 'fastify';
import { problems } from '../catalogue/problems.ts';
import { domainOf } from '../core/room.ts';
import { keyOf, type UsedKey } from '../store/api-key.ts';
import { noteAudit, noteOnce } from '../store/audit.ts';
import { buyerOfToken } from '../store/buyer.ts';
import type { Db } from '../store/db.ts';
import { guestOf, guestOfPerson, guestsOfBuyer, guestsOfPerson } from '../store/guest.ts';
import { memberOfPerson, memberOfUser, purchasesOfPods } from '../store/member.ts';
import { findPerson } from '../store/person.ts';
import { ssoRequiredFor } from '../store/sso.ts';
import { ssoSessionOf } from '../store/sso-session.ts';
import { doorsOf } from '../store/workspace.ts';
import { ssoCookie, ssoCookiesOf } from './accounts/sso.ts';
import type { AppOptions } from './app-options.ts';
import {
  buyerCaller,
  type Caller,
  type KnownPerson,
  OPERATOR,
  openCaller,
  operatorOf,
  sellerCaller,
  serviceCaller,
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
  const find = findCaller(options.db);
  return async (request, workspace_id, purchase_id) => {
    const coming = { request, workspace_id, purchase_id };
    const doors = await doorsOf(options.db, workspace_id);
    if (doors === 'open' && options.setting.local) return comeInOpenly(coming, find);
    return (
      (await comeByKey(options, coming)) ??
      (await comeBySso(options, coming)) ??
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

const unnamed = () => new ProblemError('caller.unnamed', problems.say_who_acts_sign);
const unknown = () => new ProblemError('caller.unknown', problems.nobody_id_known_in);

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
  const caller = key === null ? null : await callerOfKey(db, workspace_id, key, purchase_id);
  if (key === null || caller === null) {
    await noteRefusedKey(db, workspace_id, text, purchase_id);
    throw new ProblemError('key.refused', problems.key_unknown_expired_or);
  }
  if (key.first_today) await noteUsedKey(db, workspace_id, key, purchase_id ?? caller.purchases?.[0] ?? null);
  const software = key.agent || key.person_id === null;
  const actor = software ? { ...caller.actor, kind: 'agent' as const, id: key.key_id } : caller.actor;
  const on_behalf_of = software ? key.person_id : null;
  return { ...caller, actor, on_behalf_of, door: 'key', scopes: key.scopes, until: key.expires_at };
}

/** Whose rights bound a key: its person's, or, of a service, the workspace's, less by the key's scopes. */
function callerOfKey(db: Db, workspace_id: string, key: UsedKey, purchase_id: string | null): Promise<Caller | null> {
  const { person_id, zone } = key;
  if (person_id === null) return Promise.resolve(serviceCaller(workspace_id, key));
  if (zone === 'seller') return sellerOfPerson(db, workspace_id, person_id);
  return buyerOfPerson(db, workspace_id, person_id, purchase_id);
}

/** The first use of a key on a day stands in its side's log. */
async function noteUsedKey(db: Db, workspace_id: string, key: UsedKey, purchase_id: string | null): Promise<void> {
  const { zone, key_id, name, person_id } = key;
  const actor =
    person_id === null ? { kind: 'agent', id: key_id, side: zone } : { kind: 'person', id: person_id, side: zone };
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

/** By a session of the workspace's own provider, which opens this workspace alone. */
async function comeBySso({ db, setting }: AppOptions, { request, workspace_id }: Coming): Promise<Caller | null> {
  const token = request.cookies[ssoCookie(workspace_id, setting)];
  const session = token === undefined ? null : await ssoSessionOf(db, workspace_id, token);
  const caller = session === null ? null : await sellerOfPerson(db, workspace_id, session.person_id);
  return caller === null ? null : { ...caller, door: 'sso', until: session?.expires_at ?? null };
}

async function comeByAccount(options: AppOptions, { request, workspace_id }: Coming): Promise<Caller | null> {
  const user = await options.accounts.userOf(request.headers);
  if (user === null) return null;
  const member = await memberOfUser(options.db, workspace_id, user.user_id);
  if (member === null) return null;
  await refuseWhereSso(options, workspace_id, user.email, member.person_id);
  return { ...(await seller(options.db, workspace_id, member)), user_id: user.user_id, until: user.expires_at };
}

/** Where a workspace requires single sign-on for someone's domain, no account opens it, whatever its factors. */
async function refuseWhereSso(
  { db, setting }: AppOptions,
  workspace_id: string,
  email: string,
  person_id: string,
): Promise<void> {
  if (setting.sso_optional.includes(workspace_id)) return;
  if (!(await ssoRequiredFor(db, workspace_id, domainOf(email)))) return;
  await noteOnce(db, workspace_id, {
    zone: 'seller',
    action: 'session.refused',
    purchase_id: null,
    actor: { kind: 'person', id: person_id, side: 'seller' },
    about: { way: 'account', reason: 'sso.required' },
  });
  throw new ProblemError('sso.required', problems.workspace_asks_for_single);
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
  return { ...caller, buyer_id: buyer.buyer_id, until: buyer.expires_at };
}

/** Rows are held to the one purchase that the path names, else to all of the buyer's rooms here. */
const reachable = (rooms: readonly { purchase_id: string }[], purchase_id: string | null): string[] =>
  rooms.map((room) => room.purchase_id).filter((id) => purchase_id === null || id === purchase_id);

/**
 * Someone by the address they were given to read something, with the rights that they have now. Null where they are nobody
 * here any more, and in an open workspace beyond this machine.
 */
export async function callerInPerson(
  { db, setting }: AppOptions,
  workspace_id: string,
  { person_id, side, purchase_id }: { person_id: string; side: KnownPerson['side']; purchase_id: string },
): Promise<Caller | null> {
  if ((await doorsOf(db, workspace_id)) === 'open') {
    const person = setting.local ? await findPerson(db, workspace_id, person_id) : null;
    return person?.side === side ? openCaller(workspace_id, person) : null;
  }
  if (side === 'seller') return sellerOfPerson(db, workspace_id, person_id);
  return buyerOfPerson(db, workspace_id, person_id, purchase_id);
}

async function turnAway(options: AppOptions, { request }: Coming): Promise<never> {
  // Who is somebody, but not here, is told the same of a workspace of others and of one that does not exist.
  const somebody =
    (await options.accounts.userOf(request.headers)) !== null ||
    (await hasSso(options, request)) ||
    (await buyerOfToken(options.db, buyerToken(request, options.setting))) !== null;
  if (somebody) throw notFound();
  if (actingAs(request) !== undefined) throw unknown();
  throw unnamed();
}

/** Whether a browser is signed in by the provider of any workspace. */
async function hasSso({ db, setting }: AppOptions, request: FastifyRequest): Promise<boolean> {
  for (const workspace_id of ssoCookiesOf(request.cookies, setting)) {
    const token = request.cookies[ssoCookie(workspace_id, setting)] ?? '';
    if ((await ssoSessionOf(db, workspace_id, token)) !== null) return true;
  }
  return false;
}
