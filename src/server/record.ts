import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { archiveTexts, serverTexts } from '../catalogue/server-texts.ts';
import { mayActFor } from '../core/access.ts';
import type { FileVersion } from '../core/file.ts';
import { movingOf } from '../core/moving.ts';
import { noteAudit } from '../store/audit.ts';
import { execute } from '../store/command.ts';
import { findPerson } from '../store/person.ts';
import { allEvents, getPurchase } from '../store/purchase.ts';
import type { AppOptions } from './app-options.ts';
import type { Call, Handlers } from './bind.ts';
import { scopeOfCaller } from './caller.ts';
import { idempotencyKey } from './command.ts';
import { noteRecord } from './erasure.ts';
import { showBuyer } from './guest.ts';
import { notFound, ProblemError } from './problem.ts';
import { mayRead } from './purchase.ts';
import { archiveOf } from './record/archive.ts';
import { archiveOfBuyer, archiveOfSeller, notYours, showRecord } from './record/person.ts';
import { zipOf } from './record/zip.ts';

type Nouns =
  | 'archives.get'
  | 'moves.create'
  | 'records.get'
  | 'records.archive'
  | 'seller_records.archive'
  | 'buyer_records.archive';

/** What one takes along, and what one's side moves between its zone and the shared one. */
export const recordHandlers = (options: AppOptions): Pick<Handlers, Nouns> => ({
  'archives.get': async (call) => {
    const { caller, params, reply } = call;
    const { state, events } = await readWhole(options, call);
    const { workspace_id, purchase_id } = params;
    const openFile = async ({ zone, content }: FileVersion) =>
      content === null ? null : options.files.read({ workspace_id, purchase_id, zone, sha256: content.sha256 });
    const { runs_it } = options.setting;
    const zip = archiveOf({ events, state, made_for: caller.person_id, runs_it, openFile });
    const entry = { action: 'export.made', purchase_id: params.purchase_id, actor: caller.actor };
    await noteAudit(options.db, params.workspace_id, [{ ...entry, zone: caller.view, about: { what: 'archive' } }]);
    return sendZip(reply, Readable.from(zip), 'purchase.zip');
  },

  'records.get': ({ caller, params }) => showRecord(options, caller, params),

  'records.archive': async ({ caller, params, reply }) => {
    const { purchase_id, person_id } = params;
    const zip = await archiveOfBuyer(options, caller, params);
    await noteRecord(options, caller, purchase_id, { person_id, self: caller.person_id === person_id });
    return sendZip(reply, zip, 'about-one-person.zip');
  },

  'seller_records.archive': async ({ caller, params, reply }) => {
    const { workspace_id, person_id } = params;
    const person = await findPerson(options.db, workspace_id, person_id);
    if (person?.side !== 'seller') throw notFound();
    const self = caller.person_id === person_id;
    if (!mayActFor(caller, { side: 'seller', self, entered: false })) throw notYours();
    const zip = await archiveOfSeller(options, caller, params);
    await noteRecord(options, caller, null, { person_id, self });
    return sendZip(reply, zip, 'about-one-person.zip');
  },

  'buyer_records.archive': async (call) => {
    const { buyer, reply } = call;
    const { rooms, sessions, email, verified } = await showBuyer(options, call);
    const me = { buyer_id: buyer.buyer_id, email, verified, rooms, sessions };
    const files = new Map([['identity.json', `${JSON.stringify(me, null, 2)}\n`]]);
    const about = { what: archiveTexts.identity, runs_it: options.setting.runs_it };
    return sendZip(reply, zipOf(files, about), 'my-identity.zip');
  },

  'moves.create': (call) => createMove(options, call),
});

const sendZip = (reply: FastifyReply, zip: Uint8Array | Readable, name: string): FastifyReply =>
  reply
    .type('application/zip')
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(zip instanceof Readable ? zip : Buffer.from(zip));

async function readWhole({ db }: AppOptions, { caller, params }: Call<'archives.get' | 'moves.create'>) {
  const scope = scopeOfCaller(caller);
  const found = await getPurchase(db, scope, params.purchase_id);
  if (found === null || !mayRead(caller, found.state)) throw notFound();
  return { state: found.state, events: await allEvents(db, scope, params.purchase_id) };
}

async function createMove(options: AppOptions, call: Call<'moves.create'>) {
  const { caller, params, body, request } = call;
  const { workspace_id, purchase_id } = params;
  const { state, events } = await readWhole(options, call);
  const governs = caller.guest?.administrator === true || caller.role === 'admin' || caller.role === 'lead';
  const { event_id, to } = body;
  const moving = movingOf({ event_id, to, person_id: caller.person_id, side: caller.side, governs }, events, state);
  if (moving === null) throw notFound();
  if ('rejection' in moving) throw new ProblemError(moving.rejection.code, moving.rejection.message);
  const command_id = idempotencyKey(request.headers['idempotency-key']);
  const done = await execute(options.db, scopeOfCaller(caller), {
    purchase_id,
    commands: moving,
    actor: caller.actor,
    on_behalf_of: caller.on_behalf_of,
    command_id,
    source: null,
    now: new Date().toISOString(),
  });
  if ('rejection' in done) throw new ProblemError(done.rejection.code, done.rejection.message);
  const entry = { action: 'zone.moved', purchase_id, actor: caller.actor, about: { event_id, to } };
  await noteAudit(options.db, workspace_id, [{ ...entry, zone: caller.view }]);
  return {
    command_id,
    purchase_id,
    events: done.events.map(({ id, kind, occurred_at }) => ({ id, kind, occurred_at })),
    remains: to === 'shared' ? null : serverTexts.remains,
  };
}
