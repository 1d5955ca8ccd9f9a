import { stat } from 'node:fs/promises';
import { importRefusals } from '../catalogue/import-refusals.ts';
import type { COLUMN_USES, Mapping } from '../core/mapping.ts';
import { isCoassent, lookAtCoassent } from './coassent.ts';
import { type Crm, type Recognised, recogniseParts } from './crm/parts.ts';
import { crmFacts } from './crm.ts';
import { guessMapping } from './guess.ts';
import { LOOK_LIMITS, type LookLimits, lookAt, type TableLook } from './look.ts';
import { type Question, questionsOf } from './questions.ts';
import { noRows, UnreadableFile } from './read/broken.ts';
import { openRows } from './read/open.ts';
import { shippedMappings } from './shipped.ts';

/** What is known of files before they are imported: `preview` of the contract, without what only the server knows. */
export interface FilePreview {
  /** JSON lines that are not Coassent's own are a table as well, and called `csv`. */
  format: 'csv' | 'xes' | 'coassent';
  complete: boolean;
  rows_seen: number;
  columns: PreviewColumn[];
  activities: { name: string; count: number }[];
  sample: Record<string, string>[];
  mapping: Mapping;
  /** The shipped mapping that fits. */
  recognised: string | null;
  questions: Question[];
}

interface PreviewColumn {
  name: string;
  use: (typeof COLUMN_USES)[number];
  examples: string[];
  distinct: number | null;
  empty_share: number;
  time_format: string | null;
}

export interface SuggestOptions {
  /** The file, or the parts of a CRM's export. */
  paths: readonly string[];
  /** What the user calls it, such as the name of the file; a suggested mapping gets this name. */
  name: string;
  /** A mapping that is to be used; without one, a shipped or a suggested one is. */
  mapping?: Mapping;
  limits?: LookLimits;
}

/** Of a mapping's words, this share has to be known for a shipped mapping to fit. */
const KNOWN_SHARE = 0.8;

/**
 * Looks at the beginning of files and suggests how to import them. Shipped mappings are recognised by columns and
 * activities, never by a file's name.
 *
 * @throws UnreadableFile
 */
export async function suggest(options: SuggestOptions): Promise<FilePreview> {
  const { paths, limits = LOOK_LIMITS } = options;
  const [path] = paths;
  if (path === undefined) throw new UnreadableFile('read.no_file', importRefusals.no_file_was_given);
  if (await isCoassent(path)) return lookAtCoassent(path, limits);
  const crm = await recogniseParts(paths);
  const shipped = crm && shippedMappings().find((one) => one.crm === crm.crm);
  const by_hand = options.mapping !== undefined && options.mapping.crm === undefined;
  if (crm && shipped && !by_hand) return suggestCrm(paths, crm, options.mapping ?? shipped, limits);
  const source = await openRows(path);
  const look = await lookAt(source, limits);
  if (look.rows === 0) throw nothingRead(look);
  const fitting = recognise(look);
  const mapping = options.mapping ?? fitting ?? (await dated(guessMapping(look, nameOf(options.name)), path));
  return {
    format: source.format === 'xes' ? 'xes' : 'csv',
    complete: look.complete,
    rows_seen: look.rows,
    columns: columnsOf(look, mapping, ''),
    activities: activitiesOf(look, mapping),
    sample: look.sample,
    mapping,
    recognised: fitting?.name ?? null,
    questions: questionsOf([{ part: '', look }], mapping, fitting !== null),
  };
}

/** Where no row can be read, the first that cannot says why. */
function nothingRead({ first_refused }: TableLook): UnreadableFile {
  return first_refused === null ? noRows() : new UnreadableFile(first_refused.code, first_refused.reason);
}

/** Without a column that says when, all rows get the time at which the file was written. */
async function dated(mapping: Mapping, path: string): Promise<Mapping> {
  if (Object.values(mapping.columns).includes('time')) return mapping;
  const { mtime } = await stat(path);
  return { ...mapping, time: { ...mapping.time, at: `${mtime.toISOString().slice(0, 10)}T00:00:00.000Z` } };
}

async function suggestCrm(
  paths: readonly string[],
  { crm, parts }: Recognised,
  mapping: Mapping,
  limits: LookLimits,
): Promise<FilePreview> {
  const looks: { part: string; look: TableLook }[] = [];
  const share = { max_rows: limits.max_rows / parts.length, max_ms: limits.max_ms / parts.length };
  for (const { part, path } of parts) looks.push({ part, look: await lookAt(await openRows(path), share) });
  const columns = looks.flatMap(({ part, look }) => columnsOf(look, mapping, `${part}/`));
  const main = looks.find(({ part }) => part === 'deals') ?? looks[0];
  return {
    format: 'csv',
    complete: looks.every(({ look }) => look.complete),
    rows_seen: looks.reduce((sum, { look }) => sum + look.rows, 0),
    // Several files can be the same part: calls, mails and meetings of HubSpot.
    columns: [...new Map(columns.map((column) => [column.name, column])).values()],
    activities: await crmActivities(crm, paths, mapping, share.max_rows),
    sample: main?.look.sample ?? [],
    mapping,
    recognised: mapping.name,
    questions: questionsOf(looks, mapping, true),
  };
}

/** The words that the joined parts give. */
async function crmActivities(crm: Crm, paths: readonly string[], mapping: Mapping, max_rows: number) {
  const counts = new Map<string, number>();
  for await (const facts of crmFacts(crm, { paths, mapping, max_rows })) {
    for (const { activity } of facts) if (activity !== '') counts.set(activity, (counts.get(activity) ?? 0) + 1);
  }
  return mostFrequent(counts);
}

/** The shipped mapping whose columns a table has and which knows most of its activities. */
function recognise(look: TableLook): Mapping | null {
  const names = new Set(look.columns.map((column) => column.name));
  for (const one of shippedMappings()) {
    const needed = Object.entries(one.columns).filter(([, use]) => ['purchase', 'activity', 'time'].includes(use));
    if (one.crm !== undefined || !needed.every(([column]) => names.has(column))) continue;
    const words = activitiesOf(look, one).map(({ name }) => name);
    const known = words.filter((word) => Object.hasOwn(one.activities, word));
    if (words.length > 0 && known.length >= words.length * KNOWN_SHARE) return one;
  }
  return null;
}

function columnsOf(look: TableLook, mapping: Mapping, prefix: string): PreviewColumn[] {
  return look.columns.map((column) => ({
    name: prefix + column.name,
    use: mapping.columns[prefix + column.name] ?? 'ignore',
    examples: column.examples,
    distinct: column.values?.size ?? null,
    empty_share: look.rows === 0 ? 0 : 1 - column.filled / look.rows,
    time_format: column.times.format,
  }));
}

/** The words of the activities as the mapping looks them up, the most frequent first. */
function activitiesOf(look: TableLook, mapping: Mapping): { name: string; count: number }[] {
  const column = (use: string) => Object.keys(mapping.columns).find((name) => mapping.columns[name] === use) ?? '';
  const counts = new Map<string, number>();
  for (const [pair, count] of look.pairs(column('activity'), column('lifecycle'))) {
    const word = Object.hasOwn(mapping.activities, pair) || column('lifecycle') === '' ? pair : beforeLifecycle(pair);
    counts.set(word, (counts.get(word) ?? 0) + count);
  }
  return mostFrequent(counts);
}

const mostFrequent = (counts: ReadonlyMap<string, number>) =>
  [...counts].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count);

const beforeLifecycle = (pair: string): string =>
  pair.slice(0, pair.lastIndexOf('+') < 0 ? undefined : pair.lastIndexOf('+'));

/** The name of a file as that of a mapping. */
function nameOf(file_name: string): string {
  const base = file_name.split(/[\\/]/).at(-1) ?? '';
  return base.replace(/(?:\.(?:csv|tsv|txt|xes|jsonl?|gz))+$/i, '').slice(0, 120) || 'file';
}
