import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** The columns that rows are written to, and their types. */
export interface Table {
  name: string;
  columns: readonly (readonly [name: string, type: string])[];
}

/** A row as Postgres reads it from text; null is null. */
export type TextRow = readonly (string | null)[];

/** Writes a few rows with one statement. @param otherwise what follows `on conflict`, where rows may exist */
export async function insertRows(
  client: ClientBase,
  table: Table,
  rows: readonly TextRow[],
  otherwise?: string,
): Promise<void> {
  if (rows.length === 0) return;
  const names = table.columns.map(([name]) => name).join(', ');
  const arrays = table.columns.map(([, type], column) => `$${column + 1}::${type}[]`).join(', ');
  const conflict = otherwise === undefined ? '' : ` on conflict ${otherwise}`;
  await client.query({
    name: `insert ${table.name}${otherwise === undefined ? '' : ' otherwise'}`,
    text: `insert into ${table.name} (${names}) select * from unnest(${arrays})${conflict}`,
    values: table.columns.map((_, column) => rows.map((row) => row[column])),
  });
}

/** What follows `on conflict` to put new rows in the place of old ones. */
export function replacing(table: Table, key: readonly string[]): string {
  const others = table.columns.map(([name]) => name).filter((name) => !key.includes(name));
  return `(${key.join(', ')}) do update set ${others.map((name) => `${name} = excluded.${name}`).join(', ')}`;
}

/**
 * Collects rows as COPY's text and writes them in one go: `COPY` into a temporary table, then from there, because
 * Postgres refuses `COPY` into a table with row-level security. As fast as `COPY` itself on an indexed table.
 */
export class Loader {
  readonly #table: Table;
  readonly #otherwise: string;
  #text = '';

  constructor(table: Table, otherwise?: string) {
    this.#table = table;
    this.#otherwise = otherwise === undefined ? '' : ` on conflict ${otherwise}`;
  }

  add(row: TextRow): void {
    let separator = '';
    for (const value of row) {
      this.#text += separator + copyText(value);
      separator = '\t';
    }
    this.#text += '\n';
  }

  get #names(): string {
    return this.#table.columns.map(([column]) => column).join(', ');
  }

  /** Makes the temporary table, which the role that the client has then owns until the transaction ends. */
  async prepare(client: ClientBase): Promise<void> {
    const { name } = this.#table;
    await client.query(
      `create temp table incoming_${name} on commit drop as select ${this.#names} from ${name} where false`,
    );
  }

  /** Writes what was added. */
  async write(client: ClientBase): Promise<void> {
    const text = this.#text;
    this.#text = '';
    if (text === '') return;
    const { name } = this.#table;
    const names = this.#names;
    const incoming = `incoming_${name}`;
    const stream = client.query(copyFrom(`copy ${incoming} (${names}) from stdin`));
    await new Promise<void>((resolve, reject) => {
      stream.on('finish', resolve);
      stream.on('error', reject);
      stream.end(Buffer.from(text));
    });
    await client.query(`insert into ${name} (${names}) select * from ${incoming}${this.#otherwise}`);
    await client.query(`truncate ${incoming}`);
  }
}

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const special = /[\\\t\n\r]/;

/** A value in COPY's text format. An empty row of one column would read as an end, but no table here has one column. */
function copyText(value: string | null): string {
  if (value === null) return '\\N';
  return special.test(value) ? value.replace(/[\\\t\n\r]/g, (character) => escapes[character] ?? character) : value;
}
