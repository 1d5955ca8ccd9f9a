import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { problems } from '../catalogue/problems.ts';
import { sentences } from '../catalogue/sentences.ts';
import type { OutputOf } from '../contract/operations.ts';
import type { Command } from '../core/decide.ts';
import { versionOf } from '../core/file.ts';
import { jobOf, type PurchaseState } from '../core/state.ts';
import type { Zone } from '../core/zone.ts';
import type { Db } from '../store/db.ts';
import { namesOf } from '../store/person.ts';
import type { AppOptions } from './app-options.ts';
import type { Call, Handlers } from './bind.ts';
import { type Caller, scopeOfCaller } from './caller.ts';
import { runCommands } from './command.ts';
import type { BytesKey } from './files/bytes.ts';
import { sentAs } from './files/media.ts';
import { type Received, receiveFile } from './files/receive.ts';
import { removeUnnamed } from './files/unnamed.ts';
import { notFound, ProblemError } from './problem.ts';
import { readState } from './purchase.ts';

type Nouns = 'files.list' | 'files.create' | 'file_links.create' | 'files.put' | 'file_contents.get';

/** Files and links of a purchase: put here, read, and sent to be saved; each only to who reads its zone now. */
export const fileHandlers = (options: AppOptions): Pick<Handlers, Nouns> => {
  const { db, setting } = options;
  return {
    'files.list': async ({ params, caller }) => {
      const state = await readState(db, caller, params.purchase_id);
      return { largest_bytes: setting.files.largest_bytes, files: await fileViews(db, caller, state) };
    },

    'files.create': (call) => createFile(options, call),

    'file_links.create': async (call) => {
      const { params, body, caller } = call;
      const { zone, file_id: known, ...said } = body;
      const state = await readState(db, caller, params.purchase_id);
      const file_id = fileIdOf(state, known);
      const command: Command = { kind: 'file.changed', body: { ...said, file_id }, zone };
      return { ...(await runCommands(db, call, params.purchase_id, [command])), file_id };
    },

    'files.put': async (call) => {
      const { params, body, caller } = call;
      const { file_id, purchase_id } = params;
      const state = await readState(db, caller, purchase_id);
      const file = state.files[file_id];
      if (file === undefined) throw notFound();
      const { seen, name = file.name, ...changed } = body;
      const command: Command = { kind: 'file.changed', body: { ...changed, file_id, name }, zone: file.zone, seen };
      return runCommands(db, call, purchase_id, [command]);
    },

    'file_contents.get': (call) => sendFile(options, call),
  };
};

/** A file that one may read, or a new one. */
function fileIdOf(state: PurchaseState, known: string | undefined): string {
  if (known === undefined) return randomUUID();
  if (!(known in state.files)) throw notFound();
  return known;
}

async function fileViews(db: Db, caller: Caller, state: PurchaseState): Promise<OutputOf<'files.list'>['files']> {
  const files = Object.values(state.files);
  const by = files.flatMap(({ versions }) => versions.map((version) => version.by));
  const names = await namesOf(db, scopeOfCaller(caller), by);
  const called = (id: string): string => state.stakeholders[id]?.name ?? names.get(id) ?? sentences.someone;
  return files.map(({ file_id, name, job_id, zone, side, at, event_id, versions }) => {
    // The folder of a job that is gone is gone with it.
    const job = job_id === null ? undefined : jobOf(state, job_id);
    return {
      ...{ file_id, name, zone, at, seen: event_id, own: side === caller.side },
      ...{ job_id: job === undefined ? null : job_id, job_zone: job?.zone ?? null },
      versions: versions.toReversed().map((version) => ({
        ...{ id: version.event_id, name: version.name, at: version.at, by: called(version.by) },
        ...{ content: version.content, link: version.link, zone: version.zone },
      })),
    };
  });
}

/** Where it will stand: as said, else where the file or its job does. */
function zoneFor(state: PurchaseState, { zone, file_id, job_id }: Call<'files.create'>['query']): Zone {
  const job = job_id === undefined ? undefined : jobOf(state, job_id)?.zone;
  const file = file_id === undefined ? undefined : state.files[file_id]?.zone;
  const own = [file, job].find((one) => one !== undefined && one !== 'shared');
  return zone ?? own ?? 'shared';
}

async function createFile(options: AppOptions, call: Call<'files.create'>): Promise<OutputOf<'files.create'>> {
  const { db, files, setting } = options;
  const { params, query, caller, request, reply } = call;
  const { workspace_id, purchase_id } = params;
  const state = await readState(db, caller, purchase_id);
  const file_id = fileIdOf(state, query.file_id);
  const zone = zoneFor(state, query);
  // What comes after a refusal is not read to its end.
  reply.header('connection', 'close');
  const received = await receiveFile(request, files.incoming_dir, setting.files.largest_bytes);
  reply.removeHeader('connection');
  const { name, content } = received;
  const key = { workspace_id, purchase_id, zone, sha256: content.sha256 };
  const { job_id } = query;
  const body = { file_id, name, content, ...(job_id !== undefined && { job_id }) };
  await keepBytes(options, received, key);
  try {
    const done = await runCommands(db, call, purchase_id, [{ kind: 'file.changed', body, zone }]);
    return { ...done, file_id };
  } catch (error) {
    await removeUnnamed(options, { workspace_id, purchase_id, zone, view: caller.view }, [content.sha256]);
    throw error;
  }
}

async function keepBytes({ files }: AppOptions, { file }: Received, key: BytesKey): Promise<void> {
  try {
    await files.keep(key, file);
  } finally {
    await rm(file, { force: true });
  }
}

/** Sends bytes to be saved, never to be opened in place, and as nothing that a browser runs. */
async function sendFile({ db, files }: AppOptions, { params, query, caller, reply }: Call<'file_contents.get'>) {
  const { workspace_id, purchase_id, file_id } = params;
  const version = versionOf(await readState(db, caller, purchase_id), file_id, query.version);
  if (version === undefined) throw notFound();
  const { content, zone, name, link } = version;
  if (content === null) {
    throw new ProblemError('file.no_bytes', problems.link_stands_at_and(link ?? ''));
  }
  const bytes = await files.read({ workspace_id, purchase_id, zone, sha256: content.sha256 });
  if (bytes === null) {
    throw new ProblemError('file.no_bytes', problems.file_known_and_its);
  }
  return reply
    .type(sentAs(content.media_type))
    .header('content-length', content.size_bytes)
    .header('content-disposition', dispositionOf(name))
    .header('content-security-policy', "default-src 'none'; sandbox")
    .send(bytes);
}

/** A name in any script (RFC 6266, RFC 8187), and one in plain letters for what cannot read it. */
function dispositionOf(name: string): string {
  const plain = name.replaceAll(/[^\w. -]/g, '_');
  const encoded = encodeURIComponent(name.replaceAll(/\p{Cs}/gu, '_')).replaceAll(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
