import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { archiveTexts } from '../catalogue/server-texts.ts';
import { mayActFor } from '../core/access.ts';
import type { FileVersion } from '../core/file.ts';
import { noteAudit } from '../store/audit.ts';
import { findPerson } from '../store/person.ts';
import type { AppOptions } from './app-options.ts';
import type { Handlers } from './bind.ts';
import { noteRecord } from './erasure.ts';
import { showBuyer } from './guest.ts';
import { createMove } from './move.ts';
import { notFound } from './problem.ts';
import { readWhole } from './purchase.ts';
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
    const { state, events } = await readWhole(options.db, call.caller, call.params.purchase_id);
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
