import type { PRIORITIES } from '../body/basis.ts';

type Priority = (typeof PRIORITIES)[number];

/** What a column of a list of requirements holds. */
export const LIST_COLUMNS = ['text', 'priority', 'why', 'check', 'ignore'] as const;
export type ListColumn = (typeof LIST_COLUMNS)[number];

/** A requirement as a list proposes it. */
export interface ListedRequirement {
  text: string;
  priority: Priority;
  why: string;
  check: string;
  /** It is there already, in the same words. */
  known: boolean;
}

export interface RequirementList {
  /** What each column was taken for. */
  columns: ListColumn[];
  /** The first row names the columns. */
  has_header: boolean;
  requirements: ListedRequirement[];
  /** Rows without a requirement in them. */
  left_out: number;
  /** Further rows beyond the most that are taken at once. */
  beyond: number;
}

/** So many are taken from one list. */
export const MOST_LISTED = 200;
const MOST_LETTERS = 2_000;

const HEADERS: readonly [ListColumn, RegExp][] = [
  ['priority', /priorit|moscow|importan|mandator|must|weight|level|wichtig|priorität|obligation/i],
  ['check', /check|test|verif|accept|proof|evidence|measur|how|nachweis|prüf/i],
  ['why', /why|reason|rationale|benefit|purpose|background|comment|note|warum|grund|nutzen/i],
  ['ignore', /^(#|id|no\.?|nr\.?|number|ref.*|key)$/i],
  ['text', /require|need|description|feature|criteri|item|text|name|title|anforder|beschreib|funktion/i],
];

const PRIORITY_WORDS: readonly [Priority, RegExp][] = [
  ['must', /^(must([ -]?have)?|m|mandatory|required|essential|critical|high|1|yes|muss|shall)$/i],
  ['should', /^(should([ -]?have)?|s|important|medium|desirable|2|soll)$/i],
  ['could', /^(could([ -]?have)?|c|nice[ -]to[ -]have|optional|low|3|no|kann|may)$/i],
];

/** The priority that a word of a list means; null for a word that means none. */
export function priorityOfWord(word: string): Priority | null {
  const clean = word.trim().replace(/[.:!]+$/, '');
  return PRIORITY_WORDS.find(([, pattern]) => pattern.test(clean))?.[0] ?? null;
}

/**
 * Reads a list of requirements out of rows of cells, as a spreadsheet or a pasted list has them. What the columns hold is
 * guessed from their names, else from what stands in them; `columns` overrules that.
 * @param known texts of requirements that are there already
 */
export function readList(
  rows: readonly (readonly string[])[],
  known: readonly string[] = [],
  columns?: readonly ListColumn[],
): RequirementList {
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ''));
  const width = Math.max(0, ...filled.map((row) => row.length));
  const named = columnsByName(filled[0] ?? [], width);
  const has_header = width > 1 ? named !== null : isHeaderWord(filled[0]?.[0] ?? '');
  const body = has_header ? filled.slice(1) : filled;
  const taken = columns?.length === width ? [...columns] : (named ?? columnsByContent(body, width));
  const seen = new Set(known.map(plain));
  const listed = body.map((row) => listedOf(row, taken)).filter((one) => one.text !== '');
  const requirements = listed.slice(0, MOST_LISTED).map((one) => {
    const is_known = seen.has(plain(one.text));
    seen.add(plain(one.text));
    return { ...one, known: is_known };
  });
  return {
    columns: taken,
    has_header,
    requirements,
    left_out: body.length - listed.length,
    beyond: Math.max(0, listed.length - MOST_LISTED),
  };
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[\s.]+/g, ' ')
    .trim();
const isHeaderWord = (cell: string): boolean =>
  /^(requirements?|needs?|description|anforderung(en)?)$/i.test(cell.trim());

/** Columns as their names say; null where the first row does not look like names. */
function columnsByName(first: readonly string[], width: number): ListColumn[] | null {
  const guessed = Array.from({ length: width }, (_, at): ListColumn | null => {
    const cell = (first[at] ?? '').trim();
    if (cell === '' || cell.length > 40 || priorityOfWord(cell) !== null) return null;
    return HEADERS.find(([, pattern]) => pattern.test(cell))?.[0] ?? null;
  });
  if (!guessed.includes('text')) return null;
  return onlyFirst(guessed.map((column) => column ?? 'ignore'));
}

/** Columns as what stands in them says: the longest texts are requirements, what is mostly priority words is priority. */
function columnsByContent(rows: readonly (readonly string[])[], width: number): ListColumn[] {
  const columns = Array<ListColumn>(width).fill('ignore');
  const lengths = columns.map((_, at) => rows.reduce((sum, row) => sum + (row[at] ?? '').length, 0));
  const priorities = columns.map((_, at) => rows.filter((row) => priorityOfWord(row[at] ?? '') !== null).length);
  const order = columns.map((_, at) => at).sort((a, b) => (lengths[b] as number) - (lengths[a] as number));
  const best = priorities.indexOf(Math.max(0, ...priorities));
  if (width > 1 && best >= 0 && (priorities[best] as number) * 2 >= rows.length) columns[best] = 'priority';
  for (const what of ['text', 'why', 'check'] as const) {
    const at = order.find((one) => columns[one] === 'ignore' && (lengths[one] as number) > 4 * rows.length);
    const any = what === 'text' ? order.find((one) => columns[one] === 'ignore') : undefined;
    const chosen = at ?? any;
    if (chosen !== undefined) columns[chosen] = what;
  }
  return columns;
}

/** Each thing is taken from one column. */
const onlyFirst = (columns: readonly ListColumn[]): ListColumn[] =>
  columns.map((column, at) => (column !== 'ignore' && columns.indexOf(column) < at ? 'ignore' : column));

function listedOf(row: readonly string[], columns: readonly ListColumn[]): Omit<ListedRequirement, 'known'> {
  const cell = (which: ListColumn): string => {
    const at = columns.indexOf(which);
    return at < 0 ? '' : (row[at] ?? '').trim().slice(0, MOST_LETTERS);
  };
  const { text, priority } = withoutMarks(cell('text'));
  return {
    text,
    priority: priorityOfWord(cell('priority')) ?? priority ?? 'should',
    why: cell('why'),
    check: cell('check'),
  };
}

/** A line without its bullet or number, and without the priority that stands at its beginning or end. */
function withoutMarks(line: string): { text: string; priority: Priority | null } {
  const bare = line.replace(/^\s*(?:[-*•–—▪◦]|\[[ xX]?\]|\(?\d{1,3}[.)](?=\s))\s*/u, '').trim();
  const begins = /^[[(]?([A-Za-z][A-Za-z -]{0,14})(?:[\])]:?|:)\s+(.+)$/su.exec(bare);
  const ends = /^(.+?)\s*[[(]([A-Za-z][A-Za-z -]{0,14})[\])]$/su.exec(bare);
  const first = begins === null ? null : priorityOfWord(begins[1] ?? '');
  if (first !== null) return { text: begins?.[2] ?? bare, priority: first };
  const last = ends === null ? null : priorityOfWord(ends[2] ?? '');
  return last === null ? { text: bare, priority: null } : { text: ends?.[1] ?? bare, priority: last };
}
