import type { ClientBase } from 'pg';
import type { Usual } from '../core/need.ts';
import { type View, viewReads, type Zone } from '../core/zone.ts';
import { type AnyEvent, eventRow, eventTable } from './event.ts';
import type { Folded } from './folded.ts';
import { intervalTable, replaceInterval } from './interval.ts';
import { outsideTable } from './outside.ts';
import { peopleNamed, writePeople } from './person.ts';
import { deleteIntervals, deletePurchases, purchaseTable, replacePurchase, rowChanges } from './row.ts';
import { becomingApp, becomingProjector } from './scope.ts';
import { moveStreams } from './stream.ts';
import { insertRows, Loader, type Table, type TextRow } from './table.ts';

const importPurchaseTable: Table = {
  name: 'import_purchase',
  columns: [
    ['workspace_id', 'text'],
    ['view', 'text'],
    ['import_id', 'text'],
    ['purchase_id', 'text'],
  ],
};

/** Kinds that the database lets nobody but their author write or read. */
const OF_AUTHOR: ReadonlySet<string> = new Set(['question.owned', 'pulse.answered', 'pulse.skipped']);

/** Collects what a chunk of purchases leads to, and writes it at once in an open transaction. */
export class BulkWriter {
  readonly #workspace_id: string;
  readonly #zones: readonly Zone[];
  readonly #events = new Loader(eventTable);
  /** By author. */
  readonly #of_author = new Map<string, TextRow[]>();
  readonly #texts = new Loader(outsideTable);
  readonly #purchases: Loader;
  readonly #intervals: Loader;
  readonly #import_purchases: Loader;
  readonly #people: TextRow[] = [];
  readonly #gone: TextRow[] = [];
  readonly #deleted: TextRow[] = [];
  readonly #streams: { id: string; last_seq: number; recorded_at: string }[] = [];

  /**
   * @param zones that the events may stand in, because who brings them may read these
   * @param all_new whether there is nothing of these purchases yet, so that no row has to be looked for first
   */
  constructor(workspace_id: string, zones: readonly Zone[], all_new = false) {
    this.#workspace_id = workspace_id;
    this.#zones = zones;
    const orElse = (otherwise: string) => (all_new ? {} : { otherwise });
    this.#purchases = new Loader(purchaseTable, orElse(replacePurchase));
    this.#intervals = new Loader(intervalTable, orElse(replaceInterval));
    this.#import_purchases = new Loader(importPurchaseTable, orElse('do nothing'));
  }

  /** Once in a transaction, before any writer writes in it; as the projector, who keeps the temporary tables. */
  static async prepare(client: ClientBase): Promise<void> {
    const { preparing } = new BulkWriter('', []);
    await client.query(
      `${preparing.join('; ')}; grant select on incoming_event, incoming_outside_text to coassent_app`,
    );
  }

  get preparing(): string[] {
    return this.#loaders.map((loader) => loader.preparing);
  }

  get #loaders(): Loader[] {
    return [this.#events, this.#texts, this.#purchases, this.#intervals, this.#import_purchases];
  }

  /** Events that were given their places at the end of a purchase's stream. */
  addEvents(purchase_id: string, events: readonly AnyEvent[], recorded_at: string): void {
    const last = events.at(-1);
    if (last === undefined) return;
    for (const event of events) {
      const row = eventRow(this.#workspace_id, event, (text) => this.#texts.add(text));
      if (OF_AUTHOR.has(event.kind)) this.#keepApart(event.actor.id, row);
      else this.#events.add(row);
    }
    this.#people.push(...peopleNamed(this.#workspace_id, events));
    this.#streams.push({ id: purchase_id, last_seq: last.seq, recorded_at });
  }

  #keepApart(author: string, row: TextRow): void {
    const rows = this.#of_author.get(author);
    if (rows === undefined) this.#of_author.set(author, [row]);
    else rows.push(row);
  }

  /** That views of a purchase hold events of imports. */
  addImports(purchase_id: string, events: readonly AnyEvent[], views: readonly View[]): void {
    const imports = new Map<string, Set<Zone>>();
    for (const { import_id, zone } of events) {
      if (import_id === null) continue;
      const zones = imports.get(import_id);
      if (zones === undefined) imports.set(import_id, new Set([zone]));
      else zones.add(zone);
    }
    for (const [import_id, zones] of imports) {
      for (const view of views) {
        if (![...zones].some((zone) => viewReads(view, zone))) continue;
        this.#import_purchases.add([this.#workspace_id, view, import_id, purchase_id]);
      }
    }
  }

  /** A purchase as a view shows it from now on. @param before the interval rows stored of it in this view */
  addFolded(folded: Folded, before: readonly TextRow[], usual: Usual): void {
    const { key, row, written, deleted } = rowChanges(this.#workspace_id, folded, before, usual);
    if (row === null) this.#gone.push(key);
    else this.#purchases.add(row);
    for (const interval of written) this.#intervals.add(interval);
    this.#deleted.push(...deleted);
  }

  /** After the last thing was added, before `write`. */
  finish(): void {
    for (const loader of this.#loaders) loader.finish();
  }

  /** Writes what was added, all or nothing; the client is the projector before and after. */
  async write(client: ClientBase): Promise<void> {
    await client.query('savepoint chunk');
    try {
      // First, so that whoever opens one of these purchases at this moment waits instead of writing beside.
      await moveStreams(client, this.#workspace_id, 'purchase', this.#streams);
      for (const loader of this.#loaders) await loader.copy(client);
      await deletePurchases(client, this.#gone);
      await deleteIntervals(client, this.#deleted);
      await writePeople(client, this.#people);
      await this.#writeOfAuthors(client);
      const statements = [
        becomingApp(this.#zones),
        this.#events.inserting,
        this.#texts.inserting,
        becomingProjector,
        this.#purchases.inserting,
        this.#intervals.inserting,
        this.#import_purchases.inserting,
        'truncate incoming_event, incoming_outside_text, incoming_purchase, incoming_job_interval, incoming_import_purchase',
        'release savepoint chunk',
      ];
      await client.query(statements.filter((statement) => statement !== '').join('; '));
    } catch (error) {
      await client.query('rollback to savepoint chunk');
      throw error;
    }
  }

  /** Each author's as that author, held to the same zones as all else. */
  async #writeOfAuthors(client: ClientBase): Promise<void> {
    if (this.#of_author.size === 0) return;
    await client.query(becomingApp(this.#zones));
    for (const [author, rows] of this.#of_author) {
      await client.query("select set_config('coassent.person', $1, true)", [author]);
      await insertRows(client, eventTable, rows);
    }
    await client.query("select set_config('coassent.person', '', true)");
    await client.query(becomingProjector);
  }
}
