import { stat } from 'node:fs/promises';
import { importRefusals } from '../catalogue/import-refusals.ts';
import type { LedgerEvent } from '../core/event.ts';
import { isRefused, readLine } from '../core/line.ts';
import { mapping } from '../core/mapping.ts';
import type { PurchaseEvents } from './events.ts';
import type { ImportOptions } from './import.ts';
import type { LookLimits } from './look.ts';
import { type JsonRecord, jsonRecords } from './read/jsonl.ts';
import { openText } from './read/open.ts';
import { refuse } from './read/row.ts';
import { asRefusal } from './rows.ts';
import { DiskSorter } from './sort.ts';
import type { FilePreview } from './suggest.ts';

/** Whether a line is an event as Coassent writes it. */
export function isCoassentLine(value: Record<string, unknown>): boolean {
  const { kind, occurred_at, body } = value;
  return typeof kind === 'string' && kind.includes('.') && typeof occurred_at === 'string' && typeof body === 'object';
}

/** Whether a file is Coassent's own export: JSON lines whose first object is an event. */
export async function isCoassent(path: string): Promise<boolean> {
  const { format, text, close } = await openText(path);
  try {
    if (format !== 'jsonl') return false;
    for await (const { records } of jsonRecords(text)) {
      const [first] = records;
      if (first) return isCoassentLine(first.value);
    }
    return false;
  } finally {
    await close();
  }
}

/**
 * The events of Coassent's own export, purchase by purchase, each in the order of its lines. They keep their ids, kinds,
 * zones and times and who did them; as they come by an import, assents among them only indicate.
 */
export async function* coassentPurchases(path: string, options: ImportOptions): AsyncGenerator<PurchaseEvents> {
  const sorter = new DiskSorter<LedgerEvent>(byPurchase, options.chunk_length);
  const { text, bytesRead } = await openText(path);
  const bytes_total = (await stat(path)).size;
  let rows = 0;
  try {
    for await (const { records, refused } of jsonRecords(text)) {
      for (const refusal of refused) options.onRefused?.(asRefusal(refusal));
      rows += records.length;
      options.onProgress?.({ bytes_read: bytesRead(), bytes_total, rows });
      if (rows > (options.max_rows ?? Number.POSITIVE_INFINITY)) break;
      await sorter.add(records.map((record) => eventOf(record, options)).filter((event) => event !== null));
    }
    let purchase: PurchaseEvents = { purchase_id: '', events: [] };
    for await (const event of sorter.sorted()) {
      if (purchase.purchase_id !== event.stream_id) {
        if (purchase.events.length > 0) yield purchase;
        purchase = { purchase_id: event.stream_id, events: [] };
      }
      purchase.events.push({ ...event, seq: purchase.events.length + 1 });
    }
    if (purchase.events.length > 0) yield purchase;
  } finally {
    await sorter.close();
  }
}

const byPurchase = (a: LedgerEvent, b: LedgerEvent): number =>
  a.stream_id === b.stream_id ? a.seq - b.seq : a.stream_id < b.stream_id ? -1 : 1;

/** The event of a line, as part of this import; null where it is refused. */
function eventOf({ line, value }: JsonRecord, options: ImportOptions): LedgerEvent | null {
  const tell = (column: string, shown: string, code: string, reason: string) => {
    options.onRefused?.(asRefusal(refuse(line, column, shown, code, reason)));
    return null;
  };
  const event = readLine(value, line);
  if (isRefused(event)) return tell('', JSON.stringify(value), event.code, event.message);
  if (event.stream_kind !== 'purchase') {
    return tell(
      'stream_kind',
      event.stream_kind,
      'coassent.not_of_a_purchase',
      importRefusals.event_belongs_workspace_was,
    );
  }
  if (event.zone === 'buyer')
    return tell('zone', event.zone, 'coassent.buyer_zone', importRefusals.event_buyers_own_whoever);
  const { import_id, on_behalf_of } = options;
  // Events of kinds that only a newer program knows are kept as well; their purchase becomes read-only.
  return { ...event, import_id, on_behalf_of: event.on_behalf_of ?? on_behalf_of } as LedgerEvent;
}

/** What is known of such an export before it is imported. */
export async function lookAtCoassent(path: string, limits: LookLimits): Promise<FilePreview> {
  const until = performance.now() + limits.max_ms;
  const { text, close } = await openText(path);
  const kinds = new Map<string, number>();
  const sample: Record<string, string>[] = [];
  let rows = 0;
  let complete = true;
  try {
    for await (const { records } of jsonRecords(text)) {
      for (const { value } of records) {
        const kind = String(value.kind);
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
        if (sample.length < SAMPLE_LINES) sample.push(asShown(value));
      }
      rows += records.length;
      complete = rows < limits.max_rows && performance.now() < until;
      if (!complete) break;
    }
  } finally {
    await close();
  }
  const activities = [...kinds].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count);
  const has_assents = activities.some(({ name }) => name.startsWith('assent.'));
  return {
    format: 'coassent',
    complete,
    rows_seen: rows,
    columns: [],
    activities,
    sample,
    mapping: mapping.parse({ mapping: 1, name: 'coassent', columns: {} }),
    recognised: 'coassent',
    questions: has_assents ? [ASSENTS_INDICATE] : [],
  };
}

const SAMPLE_LINES = 20;

function asShown(value: Record<string, unknown>): Record<string, string> {
  const shown = Object.entries(value).map(([key, part]) => [
    key,
    typeof part === 'string' ? part : JSON.stringify(part),
  ]);
  return Object.fromEntries(shown.map(([key, part]) => [key, String(part).slice(0, 120)]));
}

const ASSENTS_INDICATE = {
  code: 'coassent.assents_indicate',
  get text() {
    return importRefusals.file_assents_imported_they;
  },
  column: null,
};
