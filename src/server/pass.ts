import { randomUUID } from 'node:crypto';
import { problems } from '../catalogue/problems.ts';
import { ROLES, type Role } from '../core/body/words.ts';
import { noteAudit } from '../store/audit.ts';
import { getBrand } from '../store/brand.ts';
import { listGuests } from '../store/guest.ts';
import { findPass, makePass, type NewPass, type Pass, spendPass } from '../store/pass.ts';
import { getPurchase } from '../store/purchase.ts';
import { findRoom, roomClosed } from '../store/room.ts';
import { scopeOf } from '../store/scope.ts';
import type { AppOptions } from './app-options.ts';
import type { Call } from './bind.ts';
import { showBrand } from './brand.ts';
import { arrive, write } from './entry.ts';
import { passMail } from './mail/pass.ts';
import { expectationOf } from './notice/expectation.ts';
import { notFound, ProblemError } from './problem.ts';

/** Invites someone into a room. A seller who tries once a buyer is in stands in the buyers' log. */
export async function createPass(options: AppOptions, call: Call<'passes.create'>): Promise<{ person_id: string }> {
  const { db } = options;
  const { caller, params, body } = call;
  const { workspace_id, purchase_id } = params;
  const guests = await listGuests(db, workspace_id, purchase_id);
  const entered = guests.some((guest) => guest.state === 'in' || guest.state === 'former');
  if ((await findRoom(db, workspace_id, purchase_id)) === null) {
    throw new ProblemError('room.not_open', problems.open_room_purchase_first);
  }
  if (await roomClosed(db, workspace_id, purchase_id)) {
    throw new ProblemError('room.closed', problems.room_closed_nobody_new);
  }
  if (entered && caller.guest?.administrator !== true) {
    const about = { email: body.email, reason: 'buyers_decide' };
    await noteAudit(db, workspace_id, [
      { zone: 'buyer', action: 'pass.refused', purchase_id, actor: caller.actor, about },
    ]);
    throw new ProblemError('guest.buyers_only', problems.since_first_buyer_came);
  }
  const known = guests.find((guest) => guest.email?.toLowerCase() === body.email.toLowerCase());
  const person_id = known?.person_id ?? randomUUID();
  const roles = body.roles.filter((role): role is Role => (ROLES as readonly string[]).includes(role));
  const named = { kind: 'stakeholder.named' as const, body: { person_id, name: body.name, roles } };
  await write(db, params, caller.actor, [named]);
  const zone = caller.side === 'buyer' ? ('buyer' as const) : ('seller' as const);
  const { email, name, consultant } = body;
  await mailPass(
    options,
    workspace_id,
    {
      ...{ zone, purchase_id, person_id, email, name, consultant },
      made_by: caller.person_id,
    },
    caller.name,
  );
  const entry = { action: 'pass.made', purchase_id, actor: caller.actor, about: { email, consultant } };
  await noteAudit(db, workspace_id, [{ ...entry, zone }]);
  return { person_id };
}

/** Makes a pass and mails its link. @param by who invites, by name; null where one asked at the door */
export async function mailPass(
  { db, mailer, setting }: AppOptions,
  workspace_id: string,
  pass: NewPass,
  by: string | null,
): Promise<void> {
  const token = await makePass(db, workspace_id, pass);
  const [{ name: supplier }, shared] = await Promise.all([
    getBrand(db, workspace_id),
    getPurchase(db, { ...scopeOf(workspace_id, null, 'buyer'), zones: ['shared'] }, pass.purchase_id),
  ]);
  const link = `${setting.public_url}/enter/${encodeURIComponent(workspace_id)}/${token}`;
  const purchase = shared?.state.name ?? null;
  const { name } = pass;
  await mailer.send({ to: pass.email, ...passMail({ name, by, supplier, purchase, link, runs_it: setting.runs_it }) });
}

/** What a link is for; it is not spent by looking. */
export async function lookAtPass({ db, setting }: AppOptions, { params }: Call<'passes.look'>) {
  const pass = await passOf(db, params.workspace_id, params.token);
  const closed = await roomClosed(db, params.workspace_id, pass.purchase_id);
  const brand = await showBrand(db, params.workspace_id);
  const mails = await expectationOf(db, params.workspace_id, pass.purchase_id);
  return { state: stateOf(pass, closed), brand, runs_it: setting.runs_it, name: pass.name, mails: mails.sentence };
}

function stateOf(pass: Pass, closed: boolean): 'usable' | 'used' | 'expired' | 'closed' {
  if (pass.spent_at !== null) return 'used';
  if (closed) return 'closed';
  return pass.revoked_at !== null || pass.expires_at <= new Date() ? 'expired' : 'usable';
}

async function passOf(db: AppOptions['db'], workspace_id: string, token: string): Promise<Pass> {
  const pass = await findPass(db, workspace_id, token);
  if (pass === null) throw notFound();
  return pass;
}

/** Presses the button. */
export async function usePass(options: AppOptions, call: Call<'passes.spend'>) {
  const { db } = options;
  const { workspace_id, token } = call.params;
  const pass = await spendPass(db, workspace_id, token);
  if (pass === null) {
    await passOf(db, workspace_id, token);
    throw new ProblemError('pass.not_usable', problems.link_was_used_or);
  }
  const { purchase_id, person_id, name, email, consultant, zone, made_by } = pass;
  const invited_by = made_by === null ? null : zone;
  const arrival = {
    workspace_id,
    purchase_id,
    person_id,
    name,
    email,
    verified: true,
    invited_by,
    made_by,
    consultant,
  };
  return { state: await arrive(options, arrival, call), purchase_id };
}

/** Mails a new pass in place of one that was used or is too old; the answer tells nobody whether there was one. */
export async function renewPass(options: AppOptions, { params }: Call<'passes.renew'>): Promise<{ asked: true }> {
  const pass = await findPass(options.db, params.workspace_id, params.token);
  const again = pass !== null && stateOf(pass, false) !== 'usable' && pass.revoked_at === null;
  if (again) await mailPass(options, params.workspace_id, pass, null);
  return { asked: true };
}
