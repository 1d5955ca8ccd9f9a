import { stat } from 'node:fs/promises';
import { importRefusals } from '../catalogue/import-refusals.ts';
import { HubSpot } from './crm/hubspot.ts';
import { Maven } from './crm/maven.ts';
import { Olist } from './crm/olist.ts';
import { type Crm, type Part, recogniseParts } from './crm/parts.ts';
import type { CrmReader } from './crm/reader.ts';
import { Salesforce } from './crm/salesforce.ts';
import { type PartContext, PartTable } from './crm/table.ts';
import type { Fact } from './fact.ts';
import type { ImportOptions } from './import.ts';
import { noRows, UnreadableFile } from './read/broken.ts';

const READERS: Record<Crm, () => CrmReader> = {
  salesforce: () => new Salesforce(),
  hubspot: () => new HubSpot(),
  maven: () => new Maven(),
  olist: () => new Olist(),
};

type CrmOptions = Pick<ImportOptions, 'paths' | 'mapping' | 'onRefused' | 'onProgress' | 'max_rows'>;

/**
 * The facts of a CRM's export whose parts are joined: deals, their history, contacts and what happened. Contacts,
 * accounts and the tables that link them are held in memory, up to a million rows each; the rest streams.
 *
 * @throws UnreadableFile when the files are not parts of that export
 */
export async function* crmFacts(crm: Crm, options: CrmOptions): AsyncGenerator<Fact[]> {
  const found = await recogniseParts(options.paths);
  if (found?.crm !== crm) throw notThatCrm(crm);
  const onRefused = options.onRefused ?? (() => undefined);
  for (const path of found.others) onRefused(notNeeded(path));
  const reader = READERS[crm]();
  let order = 0;
  const context: PartContext = { mapping: options.mapping, onRefused, nextOrder: () => order++ };
  const sizes = await Promise.all(options.paths.map(async (path) => (await stat(path)).size));
  const bytes_total = sizes.reduce((sum, size) => sum + size, 0);
  let bytes_before = 0;
  let rows_read = 0;
  for (const part of inOrder(found.parts, reader.order)) {
    const table = await PartTable.open(part.part, part.path, context);
    const enough = rows_read + (options.max_rows ?? Number.POSITIVE_INFINITY);
    for await (const rows of table.rows()) {
      rows_read += rows.length;
      options.onProgress?.({ bytes_read: bytes_before + table.bytes_read, bytes_total, rows: rows_read });
      yield rows.flatMap((row) => reader.read(table, row));
      if (rows_read >= enough) break;
    }
    bytes_before += table.bytes_read;
  }
  if (rows_read === 0) throw noRows();
}

const inOrder = (parts: readonly Part[], order: readonly string[]): Part[] =>
  [...parts].sort((a, b) => order.indexOf(a.part) - order.indexOf(b.part));

function notThatCrm(crm: Crm): UnreadableFile {
  const message = importRefusals.no_file_columns_deals(crm);
  return new UnreadableFile('crm.no_deals', message);
}

function notNeeded(path: string) {
  const value = path.split(/[\\/]/).at(-1) ?? path;
  const reason = importRefusals.file_columns_no_part;
  return { line: 0, column: null, value, code: 'crm.part_not_used', reason };
}
