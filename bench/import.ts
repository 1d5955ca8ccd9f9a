import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { from as copyFrom } from 'pg-copy-streams';
import type { LedgerEvent } from '../src/core/event.ts';
import { type Mapping, mapping } from '../src/core/mapping.ts';
import { simulatePurchases } from '../src/core/simulate/simulate.ts';
import { ZONES } from '../src/core/zone.ts';
import { openImport } from '../src/ingest/import.ts';
import { appendBulk } from '../src/store/bulk.ts';
import { type Db, transaction } from '../src/store/db.ts';
import { eventRow, eventTable } from '../src/store/event.ts';
import { scopeOf } from '../src/store/scope.ts';
import type { TextRow } from '../src/store/table.ts';
import { makeWorkspace } from '../src/store/workspace.ts';
import { type FigureLine, median } from './figure.ts';
import { withServer } from './server.ts';

const log = fileURLToPath(new URL('../../shared/data/event-logs/bpic2012.xes.gz', import.meta.url));
const mapping_file = fileURLToPath(new URL('../data/mappings/bpic2012.json', import.meta.url));
const now = '2026-03-01T10:00:00.000Z';
const runs = 3;

/**
 * Import of parsed events with all rows for screens, against `COPY` of the same event rows into the same indexed table,
 * both in one durable transaction. The events are those of bpic2012 where the file is there, else simulated.
 */
export async function run(): Promise<FigureLine[]> {
  const events = await parsedEvents();
  return withServer(async (db) => {
    const copy_ms: number[] = [];
    const import_ms: number[] = [];
    let purchases = 0;
    for (let i = 0; i < runs; i++) {
      copy_ms.push(await timedCopy(db, `copy-${i}`, events));
      const workspace_id = `import-${i}`;
      await makeWorkspace(db, { workspace_id, name: 'Bench', simulated: false, created_at: now });
      const began = performance.now();
      const done = await appendBulk(db, scopeOf(workspace_id, null, 'none'), batches(events), { now, zones: ZONES });
      import_ms.push(performance.now() - began);
      purchases = done.purchases;
    }
    const [copied, imported] = [median(copy_ms), median(import_ms)];
    const detail = { events: events.length, purchases, copy_ms: copied, import_ms: imported };
    return [
      { figure: 'import.rate_against_copy', ratio: copied / imported, must: 0.3, better: 'higher', runs, detail },
    ];
  });
}

async function parsedEvents(): Promise<LedgerEvent[]> {
  if (!existsSync(log)) return [...simulatePurchases({ purchases: 2_000, seed: 1, now })];
  const given: Mapping = mapping.parse(JSON.parse(readFileSync(mapping_file, 'utf8')));
  const events: LedgerEvent[] = [];
  const identity = { workspace_id: 'bench', import_id: 'bench', on_behalf_of: null };
  for await (const batch of openImport({ paths: [log], mapping: given, ...identity })) {
    for (const purchase of batch) events.push(...purchase.events);
  }
  return events;
}

function* batches(events: readonly LedgerEvent[]): Generator<LedgerEvent[]> {
  for (let from = 0; from < events.length; from += 2_000) yield events.slice(from, from + 2_000);
}

/** The rows are made before the clock starts. */
async function timedCopy(db: Db, workspace_id: string, events: readonly LedgerEvent[]): Promise<number> {
  const places = new Map<string, number>();
  let text = '';
  const chunks: Buffer[] = [];
  for (const event of events) {
    const seq = (places.get(event.stream_id) ?? 0) + 1;
    places.set(event.stream_id, seq);
    text += copyLine(eventRow(workspace_id, { ...event, seq, recorded_at: now }, () => undefined));
    if (text.length < 1_000_000) continue;
    chunks.push(Buffer.from(text));
    text = '';
  }
  chunks.push(Buffer.from(text));
  const names = eventTable.columns.map(([name]) => name).join(', ');
  const began = performance.now();
  await transaction(db.owner, async (client) => {
    const stream = client.query(copyFrom(`copy event (${names}) from stdin`));
    const over = new Promise<void>((resolve, reject) => {
      stream.on('finish', resolve);
      stream.on('error', reject);
    });
    for (const chunk of chunks) {
      if (!stream.write(chunk)) await new Promise((resolve) => stream.once('drain', resolve));
    }
    stream.end();
    await over;
  });
  return performance.now() - began;
}

function copyLine(row: TextRow): string {
  const cells = row.map((value) =>
    value === null
      ? '\\N'
      : value.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r'),
  );
  return `${cells.join('\t')}\n`;
}
