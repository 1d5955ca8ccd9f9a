import { setImmediate as breathe } from 'node:timers/promises';
import type { ClientBase } from 'pg';
import type { Usual } from '../core/need.ts';
import { VIEWS, type View, viewReads, type Zone } from '../core/zone.ts';
import { chunk_events, chunksOf, type Group, merged } from './bulk-group.ts';
import { BulkWriter } from './bulk-write.ts';
import { type Db, transactionAs } from './db.ts';
import { type AnyEvent, eventsOf, workspaceEvents } from './event.ts';
import { errorCode, StoreFailure } from './failure.ts';
import { noteChange } from './feed.ts';
import { append, canAppend, foldAll } from './folded.ts';
import { byStream } from './purchase.ts';
import { nothingStored, readStored, readUsuals, type Stored } from './row.ts';
import { projectorScope, type Scope } from './scope.ts';
import { lockStreams, lockWorkspace, recordedAt, type Stream } from './stream.ts';
import { refreshUsualIn } from './usual.ts';

/** How far a bulk append is. */
export interface BulkProgress {
  /** Stored, of those read. */
  events: number;
  purchases: number;
  /** In the ledger already, so not stored again. */
  repeated: number;
}

export interface BulkOptions {
  now: string;
  /** The zones that the events may stand in; the scope's own where left out. */
  zones?: readonly Zone[] | undefined;
  onProgress?: ((progress: BulkProgress) => void) | undefined;
  /** Aborted, nothing is stored. */
  signal?: AbortSignal | undefined;
  /** What is to be stored in the same transaction at the end; the client is the projector. */
  last?: ((client: ClientBase, result: BulkProgress) => Promise<void>) | undefined;
}

/**
 * Appends many events in one transaction: all of them are there when this resolves, none when it rejects. The events of
 * a purchase have to follow each other; their order is their order in the stream. Memory does not grow with their number,
 * but for the purchases' ids. An event whose id is in its zone already is counted and left out.
 * Fails with `bulk.stopped`.
 */
export async function appendBulk(
  db: Db,
  scope: Scope,
  batches: AsyncIterable<readonly AnyEvent[]> | Iterable<readonly AnyEvent[]>,
  options: BulkOptions,
): Promise<BulkProgress> {
  const { workspace_id } = scope;
  const zones = options.zones ?? scope.zones;
  const result = await transactionAs(db.bulk, projectorScope(workspace_id), async (client) => {
    const { last_recorded_at } = await lockWorkspace(client, workspace_id, options.now);
    await BulkWriter.prepare(client);
    const usuals = await readUsuals(client, workspace_id, options.now);
    const of_workspace = await workspaceEvents(client, workspace_id);
    const now = recordedAt(options.now, last_recorded_at);
    const bulk = new Bulk(client, { workspace_id, now, zones, usuals, of_workspace });
    for await (const chunk of chunksOf(batches)) {
      if (options.signal?.aborted === true) {
        throw new StoreFailure('bulk.stopped', 'The import was stopped, and nothing of it is stored. Start it again.');
      }
      await bulk.add(chunk);
      options.onProgress?.(bulk.progress);
    }
    await bulk.drain();
    options.onProgress?.(bulk.progress);
    await refreshUsualIn(client, workspace_id, options.now);
    await options.last?.(client, bulk.progress);
    if (bulk.progress.events > 0) await noteChange(client, workspace_id, [...bulk.views], null, options.now);
    return bulk.progress;
  });
  // The planner would take the new rows for few until the server gets round to counting them.
  if (result.events >= chunk_events)
    await db.owner.query('analyze event, purchase, job_interval, stream, import_purchase');
  return result;
}

interface BulkContext {
  workspace_id: string;
  now: string;
  zones: readonly Zone[];
  usuals: Record<View, Usual>;
  of_workspace: AnyEvent[];
}

/** A chunk with what is in the database of its purchases already. */
interface Prepared {
  groups: Group[];
  repeated: number;
  streams: Map<string, Stream>;
  stored: Map<string, Stored>;
  /** Only of purchases that have to be folded anew. */
  ledger: Map<string, AnyEvent[]>;
}

interface FoldedChunk {
  groups: Group[];
  writer: BulkWriter;
  events: number;
  repeated: number;
}

/**
 * Reads, folds and writes chunk after chunk. While Postgres writes one, the next is folded here:
 *
 *   read 1, fold 1, read 2, (write 1 | fold 2), read 3, (write 2 | fold 3) ...
 *
 * Ids are taken to be new until Postgres says that one is not; from then on they are looked up first.
 */
class Bulk {
  /** The views that anything was added to. */
  readonly views = new Set<View>();
  readonly #client: ClientBase;
  readonly #context: BulkContext;
  readonly #seen = new Set<string>();
  #events = 0;
  #repeated = 0;
  #careful = false;
  #folded: FoldedChunk | null = null;

  constructor(client: ClientBase, context: BulkContext) {
    this.#client = client;
    this.#context = context;
  }

  get progress(): BulkProgress {
    return { events: this.#events, purchases: this.#seen.size, repeated: this.#repeated };
  }

  async add(groups: Group[]): Promise<void> {
    // A purchase that comes back is read as it was written.
    if (groups.some(({ purchase_id }) => this.#seen.has(purchase_id))) await this.drain();
    for (const { purchase_id } of groups) this.#seen.add(purchase_id);
    const prepared = await this.#read(merged(groups));
    const [folded] = await Promise.all([this.#fold(prepared), this.drain()]);
    this.#folded = folded;
  }

  /** Writes what was folded last. */
  async drain(): Promise<void> {
    const chunk = this.#folded;
    if (chunk === null) return;
    this.#folded = null;
    try {
      await chunk.writer.write(this.#client);
      this.#count(chunk);
    } catch (error) {
      if (errorCode(error) !== '23505') throw error;
      this.#careful = true;
      const again = await this.#fold(await this.#read(chunk.groups));
      await again.writer.write(this.#client);
      this.#count(again);
    }
  }

  #count({ events, repeated }: FoldedChunk): void {
    this.#events += events;
    this.#repeated += repeated;
  }

  async #read(given: Group[]): Promise<Prepared> {
    const { workspace_id } = this.#context;
    const streams = await lockStreams(
      this.#client,
      workspace_id,
      given.map(({ purchase_id }) => purchase_id),
    );
    const { groups, repeated } = this.#careful ? await this.#withoutKnown(given) : { groups: given, repeated: 0 };
    const there = groups.filter(({ purchase_id }) => (streams.get(purchase_id)?.last_seq ?? 0) > 0);
    if (there.length === 0) return { groups, repeated, streams, stored: new Map(), ledger: new Map() };
    const ids = there.map(({ purchase_id }) => purchase_id);
    const stored = await readStored(this.#client, workspace_id, ids);
    const anew = there.filter(({ purchase_id, events }) => !appends(stored.get(purchase_id), events));
    const ledger = byStream(
      await eventsOf(
        this.#client,
        workspace_id,
        anew.map(({ purchase_id }) => purchase_id),
      ),
    );
    return { groups, repeated, streams, stored, ledger };
  }

  /** Leaves out the events that the ledger has, and repetitions among the new ones. */
  async #withoutKnown(given: Group[]): Promise<{ groups: Group[]; repeated: number }> {
    const known = new Set<string>();
    for (const zone of this.#context.zones) {
      const ids = given.flatMap(({ events }) => events.filter((event) => event.zone === zone).map((event) => event.id));
      if (ids.length === 0) continue;
      const { rows } = await this.#client.query<{ id: string }>({
        name: 'known ids',
        text: 'select id from event where workspace_id = $1 and zone = $2 and id = any($3)',
        values: [this.#context.workspace_id, zone, ids],
      });
      for (const { id } of rows) known.add(`${zone} ${id}`);
    }
    let repeated = 0;
    const isNew = (event: AnyEvent): boolean => {
      const key = `${event.zone} ${event.id}`;
      if (known.has(key)) repeated++;
      else {
        known.add(key);
        return true;
      }
      return false;
    };
    const groups = given.map(({ purchase_id, events }) => ({ purchase_id, events: events.filter(isNew) }));
    return { groups: groups.filter(({ events }) => events.length > 0), repeated };
  }

  async #fold({ groups, repeated, streams, stored, ledger }: Prepared): Promise<FoldedChunk> {
    const { workspace_id, now, zones } = this.#context;
    const writer = new BulkWriter(workspace_id, zones, streams.size === 0);
    let events = 0;
    let breathe_at = breath_events;
    for (const { purchase_id, events: added } of groups) {
      const stream = streams.get(purchase_id);
      const recorded_at = recordedAt(now, stream?.last_recorded_at ?? null);
      added.forEach((event, place) => {
        event.seq = (stream?.last_seq ?? 0) + place + 1;
        event.recorded_at = recorded_at;
      });
      writer.addEvents(purchase_id, added, recorded_at);
      writer.addImports(purchase_id, added, VIEWS);
      this.#foldOne(writer, { purchase_id, events: added }, stored.get(purchase_id), ledger.get(purchase_id));
      events += added.length;
      if (events < breathe_at) continue;
      // What is being written has to be handed on meanwhile.
      await breathe();
      breathe_at = events + breath_events;
    }
    writer.finish();
    return { groups, writer, events, repeated };
  }

  #foldOne(writer: BulkWriter, group: Group, stored: Stored | undefined, ledger: AnyEvent[] | undefined): void {
    const { usuals, of_workspace } = this.#context;
    const { purchase_id, events } = group;
    const { folded, intervals } = stored ?? nothingStored();
    for (const view of VIEWS) {
      if (!events.some((event) => viewReads(view, event.zone))) continue;
      this.views.add(view);
      let now = folded[view];
      if (now !== null && ledger === undefined) for (const event of events) append(now, event);
      else now = foldAll(purchase_id, [...(ledger ?? []), ...events, ...of_workspace], { view });
      writer.addFolded(now, intervals[view], usuals[view]);
    }
  }
}

/** Folding goes on for so many events before the connection gets its turn. */
const breath_events = 25;

/** Whether both views can take events at their end. */
function appends(stored: Stored | undefined, events: readonly AnyEvent[]): boolean {
  return VIEWS.every((view) => {
    if (!events.some((event) => viewReads(view, event.zone))) return true;
    const folded = stored?.folded[view] ?? null;
    return folded !== null && canAppend(folded, events);
  });
}
