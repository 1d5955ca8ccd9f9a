import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problems } from '../catalogue/problems.ts';
import type { Command } from '../core/decide.ts';
import type { Actor } from '../core/event.ts';
import { admit, domainOf, governs, reachOf } from '../core/room.ts';
import type { PurchaseState } from '../core/state.ts';
import { noteAudit } from '../store/audit.ts';
import { buyerOfToken, startBuyerSession } from '../store/buyer.ts';
import { execute } from '../store/command.ts';
import type { Db } from '../store/db.ts';
import { type ListedGuest, listGuests, putGuest } from '../store/guest.ts';
import { addRoom, identityOf, memberAddresses, roomsOfBuyer } from '../store/identity.ts';
import { getPurchase } from '../store/purchase.ts';
import { findRoom } from '../store/room.ts';
import { scopeOf } from '../store/scope.ts';
import type { AppOptions } from './app-options.ts';
import { buyerCookie, buyerToken } from './door.ts';
import { notFound, ProblemError } from './problem.ts';

/** Someone at the door of a room, with what is known of them. */
export interface Arrival {
  workspace_id: string;
  purchase_id: string;
  /** Given where a pass named them. */
  person_id: string | null;
  name: string | null;
  email: string | null;
  verified: boolean;
  invited_by: 'buyer' | 'seller' | null;
  /** Who made the pass; null where there is none. */
  made_by: string | null;
  consultant: boolean;
}

const SESSION_S = 90 * 86_400;

/**
 * Lets someone in, has them wait, or turns them away: `admit` decides. Who is in gets the session of their one identity.
 * Every refusal stands in the buyer side's log. Fails with `thing.unknown`, `guest.not_admitted`, `room.closed`.
 */
export async function arrive(
  { db, setting }: AppOptions,
  arrival: Arrival,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): Promise<'in' | 'waiting'> {
  const { workspace_id, purchase_id, email } = arrival;
  const found = await getPurchase(db, scopeOf(workspace_id, null, 'buyer'), purchase_id);
  const room = await findRoom(db, workspace_id, purchase_id);
  if (found === null || room === null) throw notFound();
  const session = await buyerOfToken(db, buyerToken(request, setting));
  const buyer_id = await identityOf(db, { ...arrival, session_buyer_id: session?.buyer_id ?? null });
  const person_id = await personOf(db, buyer_id, arrival);
  const guests = await listGuests(db, workspace_id, purchase_id);
  const before = guests.find((guest) => guest.person_id === person_id) ?? null;
  const admission = admit({
    email,
    invited_by: arrival.invited_by,
    before: before?.state ?? null,
    member_addresses: await memberAddresses(db, workspace_id),
    group_domains: guests.flatMap((guest) => (guest.state === 'in' && guest.email ? [domainOf(guest.email)] : [])),
    entered: guests.some((guest) => guest.state === 'in' || guest.state === 'former'),
    closed: room.closed_at !== null,
  });
  const actor: Actor = { kind: 'person', id: person_id, side: 'buyer' };
  if (admission.state !== 'in') {
    const action = admission.state === 'waiting' ? 'guest.waits' : 'guest.refused';
    const about = { email, reason: admission.reason, invited_by: arrival.invited_by };
    await noteAudit(db, workspace_id, [{ zone: 'buyer', action, purchase_id, actor, about }]);
  }
  if (admission.state === 'refused') throw refusalFor(admission.reason);
  const guest = standingOf(arrival, found.state, guests, person_id);
  await putGuest(db, workspace_id, {
    ...arrival,
    ...guest,
    person_id,
    buyer_id,
    state: admission.state,
    let_in_by: null,
  });
  if (admission.state === 'in') {
    await enterLedger(db, arrival, found.state, person_id, actor);
    const about = { email, administrator: guest.administrator };
    await noteAudit(db, workspace_id, [{ zone: 'buyer', action: 'guest.entered', purchase_id, actor, about }]);
  }
  await addRoom(db, buyer_id, { workspace_id, purchase_id, person_id });
  if (session?.buyer_id !== buyer_id) {
    const token = await startBuyerSession(db, buyer_id, request.headers['user-agent']?.slice(0, 200) ?? null);
    const cookie = { httpOnly: true, sameSite: 'lax' as const, secure: !setting.local, path: '/', maxAge: SESSION_S };
    reply.setCookie(buyerCookie(setting), token, cookie);
  }
  return admission.state;
}

function refusalFor(reason: string): ProblemError {
  if (reason === 'closed') return new ProblemError('room.closed', problems.room_closed_nobody_new);
  return new ProblemError('guest.not_admitted', problems.address_not_let_into);
}

/** The person that an identity is in this workspace already, else the one that the pass named, else a new one. */
async function personOf(db: Db, buyer_id: string, { workspace_id, person_id }: Arrival): Promise<string> {
  const known = (await roomsOfBuyer(db, buyer_id)).find((room) => room.workspace_id === workspace_id);
  return known?.person_id ?? person_id ?? randomUUID();
}

function standingOf(arrival: Arrival, state: PurchaseState, guests: readonly ListedGuest[], person_id: string) {
  const people = Object.values(state.stakeholders).filter((person) => person.left_at === null);
  const champions = people.filter((person) => person.roles.includes('champion')).map((person) => person.person_id);
  const named = arrival.person_id ?? person_id;
  const administrator = governs({
    champion: champions.includes(named) || champions.includes(person_id),
    champion_named: champions.length > 0,
    administrator_there: guests.some((guest) => guest.administrator && guest.state === 'in'),
  });
  return { administrator, reach: reachOf({ administrator, consultant: arrival.consultant }) };
}

/**
 * That someone came in is an event. Who was invited under another id than the one they have here already takes the place
 * of who was named, by the hand of who invited them; who was not named at all is named, without a role, by the door.
 */
async function enterLedger(
  db: Db,
  arrival: Arrival,
  state: PurchaseState,
  person_id: string,
  actor: Actor,
): Promise<void> {
  const known = state.stakeholders[person_id];
  const name = arrival.name === null ? {} : { name: arrival.name };
  if (known === undefined || known.left_at !== null) {
    const { invited_by, made_by } = arrival;
    const by: Actor =
      invited_by === null || made_by === null
        ? { kind: 'operator', id: 'door', side: 'none' }
        : { kind: 'person', id: made_by, side: invited_by };
    const placeholder = arrival.person_id === null ? undefined : state.stakeholders[arrival.person_id];
    const naming: Command[] = [
      { kind: 'stakeholder.named', body: { person_id, ...name, roles: placeholder?.roles ?? [] } },
    ];
    if (placeholder !== undefined && placeholder.person_id !== person_id && placeholder.entered_at === null) {
      naming.push({ kind: 'stakeholder.left', body: { person_id: placeholder.person_id } });
    }
    await write(db, arrival, by, naming);
  }
  if (known?.entered_at) return;
  await write(db, arrival, actor, [{ kind: 'stakeholder.entered', body: { person_id, ...name } }]);
}

/** Writes into the ledger of a room in somebody's name. Fails with what the rules refuse. */
export async function write(
  db: Db,
  { workspace_id, purchase_id }: { workspace_id: string; purchase_id: string },
  actor: Actor,
  commands: Command[],
): Promise<void> {
  const side = actor.side === 'none' ? 'none' : actor.side;
  const done = await execute(db, scopeOf(workspace_id, actor.id, side), {
    purchase_id,
    commands,
    actor,
    on_behalf_of: null,
    command_id: randomUUID(),
    source: null,
    now: new Date().toISOString(),
  });
  if ('rejection' in done) throw new ProblemError(done.rejection.code, done.rejection.message);
}
