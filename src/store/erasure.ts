import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { Side } from '../core/body/words.ts';
import { concerns, type Reach, reachesOf } from '../core/erasure.ts';
import type { Actor, LedgerEvent } from '../core/event.ts';
import { VIEWS, viewReads, type Zone } from '../core/zone.ts';
import { type AuditEntry, writeAudit } from './audit.ts';
import { BulkWriter } from './bulk-write.ts';
import { type Db, transactionAs } from './db.ts';
import { asIdentityWithin, eraseMails, leaveRooms, leaveWorkspace, userOf } from './erasure-identity.ts';
import { eraseBuyerRows, eraseSellerRows, eraseUploads, learnFromRows, type Rows } from './erasure-row.ts';
import {
  type Found,
  identifiersOf,
  type KnownBy,
  learnFrom,
  listForReview,
  mentionsElsewhere,
  mentionsIn,
  mentionsInLibrary,
  nothingKnown,
  replaceNames,
} from './erasure-text.ts';
import { type AnyEvent, eventRow, eventsOf, eventTable } from './event.ts';
import { noteChange } from './feed.ts';
import { foldAgain } from './fold-again.ts';
import { byStream } from './purchase.ts';
import { becomeApp, becomeProjector, projectorScope, scopeOf, viewsOfZone } from './scope.ts';
import { lockStreams, lockWorkspace, moveStreams, recordedAt, type Stream } from './stream.ts';
import { insertRows } from './table.ts';

/** Who is to be erased, where, and who asks for it. */
export interface ErasureRequest {
  person_id: string;
  side: Side;
  /** A buyer is erased from purchases; a seller from all of the workspace (null). */
  purchase_ids: readonly string[] | null;
  actor: Actor;
  /** The person asks for themselves. */
  self: boolean;
  now: string;
}

/** What became of it; null where nobody of that id is known there. */
export interface Erased {
  erasure_ids: string[];
  /** Files of uploads that named the person, to be deleted now. */
  files: string[];
}

/** One purchase in which someone is erased. */
interface Place {
  purchase_id: string;
  events: AnyEvent[];
  reaches: (Reach & { erasure_id: string; replaced: number })[];
}

/**
 * Erases what identifies a person, in one transaction: names and addresses outside the ledger, their way in, and all that
 * is folded from it. The ledger itself gets an event in each purchase that the person occurs in, and never changes. Texts
 * that mention them are listed for the sides to look at.
 */
export async function erasePerson(db: Db, workspace_id: string, request: ErasureRequest): Promise<Erased | null> {
  return transactionAs(db.bulk, projectorScope(workspace_id), async (client) => {
    await lockWorkspace(client, workspace_id, request.now);
    const ids = request.purchase_ids ?? (await purchasesOf(client, workspace_id, request.person_id));
    const streams = await lockStreams(client, workspace_id, ids);
    // A seller is erased once, wherever they acted; erasures of a buyer in two purchases must not be seen together.
    const of_seller = request.side === 'seller' ? randomUUID() : null;
    const places = await placesOf(client, workspace_id, request, { ids, of_seller });
    if (places.length === 0 && request.side === 'buyer') return null;
    await BulkWriter.prepare(client);
    const zones = [...new Set(places.flatMap(({ reaches }) => reaches.flatMap((reach) => reach.zones)))];
    const known = nothingKnown();
    // A seller is known to their own side whatever they did.
    const reached: Zone[] = request.side === 'seller' ? [...new Set<Zone>(['shared', 'seller', ...zones])] : zones;
    const { person_id, now } = request;
    const rows: Rows = {
      workspace_id,
      person_id,
      now,
      purchase_ids: places.map((one) => one.purchase_id),
      zones: reached,
    };
    await replaceTexts(client, workspace_id, places, person_id, known);
    await learnFromRows(client, rows, known);
    await eraseRows(client, rows, known, request.side);
    const files = await eraseUploads(client, rows, known);
    await listMentions(client, rows, { places, known, of_seller });
    await writeErasures(client, workspace_id, { places, streams, request, of_seller });
    if (request.side === 'buyer') await foldAgain(client, workspace_id, rows.purchase_ids, now);
    for (const { purchase_id, reaches } of places) await noteReached(client, workspace_id, purchase_id, reaches, now);
    return { erasure_ids: places.flatMap(({ reaches }) => reaches.map((reach) => reach.erasure_id)), files };
  });
}

/** The purchases that may concern a person; which do, `concerns` says. */
async function purchasesOf(client: ClientBase, workspace_id: string, person_id: string): Promise<string[]> {
  const { rows } = await client.query<{ stream_id: string }>(
    `select distinct stream_id from event where workspace_id = $1 and stream_kind = 'purchase'
       and (actor->>'id' = $2 or on_behalf_of = $2 or strpos(body::text, to_json($2::text)::text) > 0) order by 1`,
    [workspace_id, person_id],
  );
  return rows.map((row) => row.stream_id);
}

async function placesOf(
  client: ClientBase,
  workspace_id: string,
  { person_id, actor }: ErasureRequest,
  { ids, of_seller }: { ids: readonly string[]; of_seller: string | null },
): Promise<Place[]> {
  const streams = byStream(await eventsOf(client, workspace_id, ids));
  const { rows: guests } = await client.query<{ purchase_id: string }>(
    'select purchase_id from guest where workspace_id = $1 and person_id = $2 and purchase_id = any($3)',
    [workspace_id, person_id, ids],
  );
  const at_door = new Set(guests.map((guest) => guest.purchase_id));
  return ids.flatMap((purchase_id): Place[] => {
    const events = streams.get(purchase_id) ?? [];
    const known = new Set<Zone>(events.filter((event) => concerns(event, person_id)).map((event) => event.zone));
    // Who only waits at the door is known to the buyers alone.
    if (at_door.has(purchase_id)) known.add('buyer');
    const reaches = reachesOf(known, actor.side).map((reach) => ({
      ...reach,
      erasure_id: of_seller ?? randomUUID(),
      replaced: 0,
    }));
    return reaches.length === 0 ? [] : [{ purchase_id, events, reaches }];
  });
}

async function replaceTexts(
  client: ClientBase,
  workspace_id: string,
  places: readonly Place[],
  person_id: string,
  known: KnownBy,
): Promise<void> {
  for (const { events, reaches } of places) {
    for (const reach of reaches) {
      const replaced = await replaceNames(client, workspace_id, { events, zones: reach.zones, person_id, known });
      reach.replaced = replaced.get(reach.zone) ?? 0;
    }
  }
}

async function eraseRows(client: ClientBase, rows: Rows, known: KnownBy, side: Side): Promise<void> {
  const { workspace_id, person_id, purchase_ids, zones } = rows;
  if (side === 'buyer') {
    const buyer_ids = await eraseBuyerRows(client, rows, known);
    const identifiers = identifiersOf(known, zones.includes('buyer') ? 'buyer' : 'seller');
    await asIdentityWithin(client, async () => {
      await leaveRooms(client, buyer_ids, workspace_id, purchase_ids);
      await eraseMails(client, workspace_id, identifiers);
    });
    return;
  }
  const { rows: members } = await client.query<{ user_id: string | null }>(
    'select user_id from member where workspace_id = $1 and person_id = $2',
    [workspace_id, person_id],
  );
  const user_id = members[0]?.user_id ?? null;
  if (user_id !== null) {
    const user = await asIdentityWithin(client, () => userOf(client, user_id));
    learnFrom(known, 'shared', 'names', user?.name ?? null);
    learnFrom(known, 'seller', 'addresses', user?.email ?? null);
  }
  await eraseSellerRows(client, rows, known);
  await asIdentityWithin(client, async () => {
    await eraseMails(client, workspace_id, identifiersOf(known, 'seller'));
    if (user_id !== null) await leaveWorkspace(client, user_id, workspace_id);
  });
}

async function listMentions(
  client: ClientBase,
  { workspace_id, person_id, zones, now }: Rows,
  { places, known, of_seller }: { places: readonly Place[]; known: KnownBy; of_seller: string | null },
): Promise<void> {
  const found: Found[] = places.flatMap(({ events, reaches }) =>
    reaches.flatMap((reach) => mentionsIn(workspace_id, events, { zones: reach.zones, known, person_id })),
  );
  if (zones.includes('shared') || zones.includes('seller')) {
    const seen = new Set(places.map(({ purchase_id }) => purchase_id));
    found.push(...(await mentionsElsewhere(client, workspace_id, { known, person_id, seen })));
    found.push(...(await mentionsInLibrary(client, workspace_id, known)));
  }
  const ids = new Map(
    places.flatMap(({ purchase_id, reaches }) => reaches.map((one) => [`${purchase_id} ${one.zone}`, one.erasure_id])),
  );
  const told = places.flatMap(({ reaches }) => reaches).find((one) => one.zone !== 'buyer');
  const elsewhere = of_seller ?? told?.erasure_id ?? null;
  const erasure_of = ({ purchase_id, side }: Found): string | null =>
    ids.get(`${purchase_id} shared`) ?? ids.get(`${purchase_id} ${side}`) ?? elsewhere;
  await listForReview(client, workspace_id, found, { erasure_of, person_id, now });
}

interface Writing {
  places: readonly Place[];
  streams: ReadonlyMap<string, Stream>;
  request: ErasureRequest;
  of_seller: string | null;
}

/** The event in each purchase, the row of the erasure, and the entries in the logs of who may know of it. */
async function writeErasures(client: ClientBase, workspace_id: string, writing: Writing): Promise<void> {
  const { places, streams, request, of_seller } = writing;
  const moved: { id: string; last_seq: number; recorded_at: string }[] = [];
  const entries: AuditEntry[] = [];
  for (const { purchase_id, reaches } of places) {
    const stream = streams.get(purchase_id);
    const recorded_at = recordedAt(request.now, stream?.last_recorded_at ?? null);
    let seq = stream?.last_seq ?? 0;
    for (const reach of reaches) {
      const event = erasedEvent(request, { purchase_id, recorded_at, seq: ++seq }, reach);
      await writeEvent(client, workspace_id, event);
      if (request.side === 'buyer') await writeErasure(client, workspace_id, request, { ...reach, purchase_id });
      if (request.side === 'buyer') entries.push(...entriesOf(request, purchase_id, reach));
    }
    moved.push({ id: purchase_id, last_seq: seq, recorded_at });
  }
  if (of_seller !== null) {
    const made = { zone: 'seller' as const, erasure_id: of_seller, replaced: 0, purchase_id: null };
    await writeErasure(client, workspace_id, request, made);
    entries.push(entryOf(request, 'seller', null));
  }
  await moveStreams(client, workspace_id, 'purchase', moved);
  await writeAudit(client, workspace_id, entries);
}

async function writeErasure(
  client: ClientBase,
  workspace_id: string,
  { person_id, actor, now }: ErasureRequest,
  made: { zone: Zone; erasure_id: string; replaced: number; purchase_id: string | null },
): Promise<void> {
  const { zone, erasure_id, replaced, purchase_id } = made;
  await client.query(
    `insert into erasure (workspace_id, zone, erasure_id, person_id, asked_by, asked_at, done_at, erased, purchase_id)
     values ($1, $2, $3, $4, $5, $6, $6, $7, $8)`,
    [workspace_id, zone, erasure_id, person_id, actor.id, now, replaced, purchase_id],
  );
}

function entriesOf(request: ErasureRequest, purchase_id: string, { zone }: Reach): AuditEntry[] {
  return VIEWS.filter((view) => viewReads(view, zone)).map((view) => entryOf(request, view, purchase_id));
}

const entryOf = ({ actor, person_id, self, side }: ErasureRequest, zone: Side, purchase_id: string | null) => ({
  zone,
  action: 'person.erased',
  purchase_id,
  actor,
  about: { person_id, self, kind: side },
});

function erasedEvent(
  { actor, person_id }: ErasureRequest,
  at: { purchase_id: string; recorded_at: string; seq: number },
  { zone, erasure_id }: { zone: Zone; erasure_id: string },
): LedgerEvent {
  return {
    ...bareEvent(actor, at, zone),
    kind: 'person.erased',
    body: { person_id, erasure_id },
  };
}

/** An event that the program itself writes, without its kind and body. */
export function bareEvent(
  actor: Actor,
  { purchase_id, recorded_at, seq }: { purchase_id: string; recorded_at: string; seq: number },
  zone: Zone,
) {
  return {
    ...{ id: randomUUID(), stream_kind: 'purchase' as const, stream_id: purchase_id, seq, v: 1, zone, actor },
    ...{ on_behalf_of: null, command_id: null, cause_id: null, import_id: null, source: null },
    ...{ occurred_at: recorded_at, known_at: recorded_at, recorded_at },
  };
}

/** Adds one event without texts to the ledger, as the application, and becomes the projector again. */
export async function writeEvent(client: ClientBase, workspace_id: string, event: LedgerEvent): Promise<void> {
  await becomeApp(client, { ...scopeOf(workspace_id, null, 'none'), zones: [event.zone] });
  await insertRows(client, eventTable, [eventRow(workspace_id, event, () => undefined)]);
  await becomeProjector(client);
}

async function noteReached(
  client: ClientBase,
  workspace_id: string,
  purchase_id: string,
  reaches: readonly Reach[],
  now: string,
): Promise<void> {
  // One by one: what both sides keep each to itself is not shared.
  for (const { zone } of reaches) await noteChange(client, workspace_id, viewsOfZone(zone), purchase_id, now);
}
