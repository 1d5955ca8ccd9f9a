import { randomBytes, randomUUID, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { problems } from '../catalogue/problems.ts';
import { asksOf, isListed } from '../core/room.ts';
import { noteAudit } from '../store/audit.ts';
import { getBrand } from '../store/brand.ts';
import type { Db } from '../store/db.ts';
import { getPurchase } from '../store/purchase.ts';
import { closeRoom, findRoom, findSecret, putRoom, type Room } from '../store/room.ts';
import type { AppOptions } from './app-options.ts';
import type { Call, Handlers } from './bind.ts';
import { showBrand } from './brand.ts';
import { type Caller, scopeOfCaller } from './caller.ts';
import { arrive } from './entry.ts';
import { expectationOf } from './notice/expectation.ts';
import { isSame } from './owner.ts';
import { createPass, lookAtPass, mailPass, renewPass, usePass } from './pass.ts';
import { notFound, ProblemError } from './problem.ts';

type Nouns = Extract<keyof Handlers, `rooms.${string}` | `passes.${string}`>;

/** The doors of rooms: how the supplier sets them, and how buyers come in. */
export const roomHandlers = (options: AppOptions): Pick<Handlers, Nouns> => ({
  'rooms.get': (call) => showRoom(options, call),
  'rooms.put': (call) => openRoom(options, call),

  'rooms.close': async ({ caller, params }) => {
    if (!(await closeRoom(options.db, scopeOfCaller(caller), params.purchase_id))) throw notFound();
    await noteForBoth(options.db, caller, 'room.closed', params.purchase_id, {});
    return { closed: true as const };
  },

  'passes.create': (call) => createPass(options, call),
  'passes.look': (call) => lookAtPass(options, call),
  'passes.spend': (call) => usePass(options, call),
  'passes.renew': (call) => renewPass(options, call),

  'rooms.look': async ({ params, body }) => {
    const { rung } = await roomAt(options.db, params, body.secret);
    const brand = await showBrand(options.db, params.workspace_id);
    const mails = await expectationOf(options.db, params.workspace_id, params.purchase_id);
    return { rung, brand, runs_it: options.setting.runs_it, asks: asksOf(rung), mails: mails.sentence };
  },

  'rooms.enter': (call) => enterByLink(options, call),
});

async function showRoom({ db, setting }: AppOptions, { caller, params }: Call<'rooms.get'>) {
  const room = await findRoom(db, params.workspace_id, params.purchase_id);
  const { name: supplier } = await getBrand(db, params.workspace_id);
  const shown =
    room === null
      ? null
      : { rung: room.rung, expires_at: room.expires_at, opened_at: room.opened_at, closed_at: room.closed_at };
  const listed = caller.side === 'buyer' ? [] : (room?.listed ?? []);
  return { room: shown, listed, supplier, runs_it: setting.runs_it };
}

async function openRoom({ db, setting }: AppOptions, { caller, params, body }: Call<'rooms.put'>) {
  const { purchase_id } = params;
  if (caller.door === 'open') {
    throw new ProblemError('room.needs_accounts', problems.rooms_for_workspaces_with);
  }
  const scope = scopeOfCaller(caller);
  if ((await getPurchase(db, scope, purchase_id)) === null) throw notFound();
  if ((await findRoom(db, params.workspace_id, purchase_id))?.closed_at) {
    throw new ProblemError('room.closed', problems.room_closed_for_good);
  }
  if (body.rung === 'password' && body.password === undefined) {
    throw new ProblemError('room.password_missing', problems.say_which_password_room);
  }
  const password_hash = body.password === undefined ? null : await hashOf(body.password);
  const secret = await putRoom(db, scope, purchase_id, { ...body, password_hash });
  await noteForBoth(db, caller, 'room.opened', purchase_id, { rung: body.rung, expires_at: body.expires_at });
  const at = [params.workspace_id, purchase_id].map(encodeURIComponent).join('/');
  return { link: `${setting.public_url}/r/${at}#${secret}` };
}

const derive = promisify<string, Buffer, number, Buffer>(scrypt);

async function hashOf(password: string, salt = randomBytes(16)): Promise<string> {
  const key = await derive(password, salt, 32);
  return `${salt.toString('base64url')}.${key.toString('base64url')}`;
}

async function fits(password: string, hash: string): Promise<boolean> {
  const salt = Buffer.from(hash.split('.')[0] ?? '', 'base64url');
  return isSame(await hashOf(password, salt), hash);
}

/** The room that a link opens; a wrong secret, a closed or expired room and one that never was are answered the same. */
async function roomAt(
  db: Db,
  { workspace_id, purchase_id }: { workspace_id: string; purchase_id: string },
  secret: string,
): Promise<Room & { password_hash: string | null }> {
  const [room, found] = await Promise.all([
    findRoom(db, workspace_id, purchase_id),
    findSecret(db, workspace_id, purchase_id, secret),
  ]);
  const over = room?.expires_at !== null && room !== null && room.expires_at <= new Date().toISOString();
  if (room === null || found === null || room.closed_at !== null || over) throw notFound();
  return { ...room, ...found };
}

async function enterByLink(options: AppOptions, call: Call<'rooms.enter'>) {
  const { params, body } = call;
  const { workspace_id, purchase_id } = params;
  const room = await roomAt(options.db, params, body.secret);
  const asks = asksOf(room.rung);
  if ((asks.name && body.name === undefined) || (asks.email && body.email === undefined)) {
    throw new ProblemError('room.asks_more', problems.room_asks_who_you);
  }
  if (asks.password && !(await fits(body.password ?? '', room.password_hash ?? ''))) {
    throw new ProblemError('room.wrong_password', problems.not_password_room_ask);
  }
  const { name = null, email = null } = body;
  if (asks.proof && email !== null) {
    // Who is not on the list is told the same as who is: only the mail differs.
    if (room.rung !== 'listed' || isListed(email, room.listed)) {
      const who = { person_id: randomUUID(), email, name, consultant: false, made_by: null };
      await mailPass(options, workspace_id, { ...who, zone: 'seller', purchase_id }, null);
    }
    return { state: 'mailed' as const, purchase_id };
  }
  const arrival = { workspace_id, purchase_id, person_id: null, name, email, verified: false };
  return {
    state: await arrive(options, { ...arrival, invited_by: null, made_by: null, consultant: false }, call),
    purchase_id,
  };
}

/** What concerns both sides stands in both logs. */
const noteForBoth = (db: Db, { workspace_id, actor }: Caller, action: string, purchase_id: string, about: object) =>
  noteAudit(
    db,
    workspace_id,
    (['seller', 'buyer'] as const).map((zone) => ({ zone, action, purchase_id, actor, about })),
  );
