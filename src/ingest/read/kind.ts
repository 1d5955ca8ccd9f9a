import path from 'node:path';
import { fileTypeFromBuffer } from 'file-type';
import { importRefusals } from '../../catalogue/import-refusals.ts';
import { UnreadableFile } from './broken.ts';
import { formatOf, type OpenText } from './open.ts';

type Format = OpenText['format'];

/** Which contents a name promises. Text may be a table or lines of JSON. */
const PROMISED: Record<string, readonly Format[]> = {
  csv: ['csv'],
  tsv: ['csv'],
  txt: ['csv', 'jsonl'],
  xes: ['xes'],
  xml: ['xes'],
  jsonl: ['jsonl'],
  ndjson: ['jsonl'],
  json: ['jsonl'],
};

/** Written as text, and no data all the same. */
const DOCUMENTS: ReadonlySet<string> = new Set(['pdf', 'rtf', 'ps', 'eps', 'ics', 'vcf', 'vtt']);

/**
 * What an uploaded file is, by its first bytes (64 kB or all of it) and its name; a name without an ending promises nothing.
 *
 * @throws UnreadableFile for what is neither a table, an event log nor JSON lines, packed with gzip or not, and for
 *   content that is not what the name says
 */
export async function kindOf(start: Buffer, name: string): Promise<Format> {
  if (start.length === 0) {
    throw new UnreadableFile('read.empty', importRefusals.file_empty_export_again);
  }
  const { format, packed, head } = await formatOf(start);
  const found = await fileTypeFromBuffer(head);
  // Other signatures of two letters are beginnings of ordinary words, and `formatOf` has refused what is no text.
  if (found !== undefined && DOCUMENTS.has(found.ext)) {
    throw new UnreadableFile('read.binary', importRefusals.not_data_choose_csv(found.mime));
  }
  const { packed: named_packed, ending } = endingOf(name);
  if (ending !== null && PROMISED[ending] === undefined) {
    const known = Object.keys(PROMISED).join(', ');
    throw new UnreadableFile('read.unexpected_name', importRefusals.file_cannot_imported_what(ending, known));
  }
  const kept = (named_packed === packed || ending === null) && (ending === null || PROMISED[ending]?.includes(format));
  if (kept === true) return format;
  throw new UnreadableFile(
    'read.not_as_named',
    importRefusals.not_as_named(String(ending), named_packed, format, packed),
  );
}

function endingOf(name: string): { packed: boolean; ending: string | null } {
  const lower = name.toLowerCase();
  const packed = lower.endsWith('.gz');
  const ending = path.extname(packed ? lower.slice(0, -3) : lower).slice(1);
  return { packed, ending: /^[a-z]{1,8}$/.test(ending) ? ending : null };
}
