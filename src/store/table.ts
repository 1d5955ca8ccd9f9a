import { type ClientBase, escapeLiteral } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** The columns that rows are written to, and their types. */
export interface Table {
  name: string;
  columns: readonly (readonly [name: string, type: string])[];
}

/** A row as Postgres reads it from text; null is null. */
export type TextRow = readonly (string | null)[];

/** Rows up to this number are sent as they are; more of them as one list for each column. */
const few_rows = 4;

/** Writes rows with one statement. @param otherwise what follows `on conflict`, where rows may exist */
export async function insertRows(
  client: ClientBase,
  table: Table,
  rows: readonly TextRow[],
  otherwise?: string,
): Promise<void> {
  if (rows.length === 0) return;
  const { name, columns } = table;
  const names = columns.map(([column]) => column).join(', ');
  const conflict = otherwise === undefined ? '' : ` on conflict ${otherwise}`;
  const kind = otherwise === undefined ? 'insert' : 'put';
  if (rows.length <= few_rows) {
    const places = rows.map((_, row) => `(${columns.map((_, column) => `$${row * columns.length + column + 1}`)})`);
    const text = `insert into ${name} (${names}) values ${places.join(', ')}${conflict}`;
    await client.query({ name: `${kind} ${rows.length} ${name}`, text, values: rows.flat() });
    return;
  }
  // A column that is itself a list travels as text: unnesting would take a list of lists apart.
  const isList = (type: string): boolean => type.endsWith('[]');
  const lists = columns.map(([, type], place) => `$${place + 1}::${isList(type) ? 'text' : type}[]`).join(', ');
  const values = columns.map(([column, type]) => (isList(type) ? `${column}::${type}` : column)).join(', ');
  await client.query({
    name: `${kind} many ${name}`,
    text: `insert into ${name} (${names}) select ${values} from unnest(${lists}) as given (${names})${conflict}`,
    values: columns.map((_, column) => rows.map((row) => row[column])),
  });
}

/** What follows `on conflict` to put new rows in the place of old ones. */
export function replacing(table: Table, key: readonly string[]): string {
  const others = table.columns.map(([name]) => name).filter((name) => !key.includes(name));
  return `(${key.join(', ')}) do update set ${others.map((name) => `${name} = excluded.${name}`).join(', ')}`;
}

/**
 * Collects rows and writes them in one go: `COPY` into a temporary table, then from there, because Postgres refuses `COPY`
 * into a table with row-level security. A column that is the same in every row (whose workspace, which import) is said
 * once. So it is about as fast as `COPY` itself into the indexed table.
 */
export class Loader {
  readonly #table: Table;
  readonly #otherwise: string;
  readonly #rows: TextRow[] = [];
  /** The columns that are not the same in every row. */
  readonly #varies: boolean[];
  #text: Buffer | null = null;

  /** @param whole sends every column, so that the temporary table holds whole rows */
  constructor(table: Table, options: { otherwise?: string; whole?: boolean } = {}) {
    const { otherwise, whole = false } = options;
    this.#table = table;
    this.#otherwise = otherwise === undefined ? '' : ` on conflict ${otherwise}`;
    this.#varies = table.columns.map(() => whole);
  }

  add(row: TextRow): void {
    const first = this.#rows[0] ?? row;
    for (let column = 0; column < row.length; column++) {
      if (row[column] !== first[column]) this.#varies[column] = true;
    }
    this.#rows.push(row);
  }

  /** Makes the text that `copy` sends; by itself, so that it can be made while something else is written. */
  finish(): void {
    if (this.#rows.length === 0) return;
    // A row without any column would not be one.
    if (!this.#varies.includes(true)) this.#varies[0] = true;
    const columns = [...this.#varies.keys()].filter((column) => this.#varies[column]);
    const escapes = columns.map((column) => escaping(this.#table.columns[column]?.[1]));
    let text = '';
    for (const row of this.#rows) {
      for (let at = 0; at < columns.length; at++) {
        const value = row[columns[at] ?? 0] ?? null;
        const separator = at === 0 ? '' : '\t';
        text += value === null ? `${separator}\\N` : separator + (escapes[at]?.(value) ?? value);
      }
      text += '\n';
    }
    this.#text = Buffer.from(text);
  }

  /** The statements that make the temporary table, which is there until the transaction ends. */
  get preparing(): string {
    const { name, columns } = this.#table;
    const names = columns.map(([column]) => column).join(', ');
    // What is passed on at once need not be packed.
    const packed = columns
      .filter(([, type]) => type === 'json' || type === 'text')
      .map(([column]) => `alter ${column} set storage external`);
    const unpacked = packed.length === 0 ? '' : `; alter table incoming_${name} ${packed.join(', ')}`;
    return `create temp table incoming_${name} on commit drop as select ${names} from ${name} where false${unpacked}`;
  }

  /** Sends the rows to the temporary table. */
  async copy(client: ClientBase): Promise<void> {
    const text = this.#text;
    if (text === null) return;
    const { name, columns } = this.#table;
    const names = columns.filter((_, column) => this.#varies[column]).map(([column]) => column);
    const stream = client.query(copyFrom(`copy incoming_${name} (${names.join(', ')}) from stdin`));
    await new Promise<void>((resolve, reject) => {
      stream.on('finish', resolve);
      stream.on('error', reject);
      stream.end(text);
    });
  }

  /** The statement that writes the rows from the temporary table; empty where there are none. */
  get inserting(): string {
    const [first] = this.#rows;
    if (first === undefined) return '';
    const { name, columns } = this.#table;
    const names = columns.map(([column]) => column).join(', ');
    const values = columns.map(([column, type], place) => {
      if (this.#varies[place]) return column;
      const value = first[place] ?? null;
      return value === null ? `null::${type}` : `${escapeLiteral(value)}::${type}`;
    });
    return `insert into ${name} (${names}) select ${values.join(', ')} from incoming_${name}${this.#otherwise}`;
  }
}

const names_of: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** How values of a type are written in COPY's text format; null where none of them has anything to escape. */
function escaping(type: string | undefined): ((value: string) => string) | null {
  // JSON writes the others of these characters with a backslash itself.
  if (type === 'json') return (value) => (value.includes('\\') ? value.replaceAll('\\', '\\\\') : value);
  if (type !== 'text') return null;
  return (value) =>
    /[\\\t\n\r]/.test(value) ? value.replace(/[\\\t\n\r]/g, (character) => names_of[character] ?? '') : value;
}
