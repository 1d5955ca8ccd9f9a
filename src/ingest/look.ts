import type { Refusal, Row, RowSource } from './read/row.ts';
import { recogniseTimes, type TimeColumn } from './read/time.ts';

/** How much of a file is looked at before it is imported. */
export interface LookLimits {
  max_rows: number;
  max_ms: number;
}

export const LOOK_LIMITS: LookLimits = { max_rows: 50_000, max_ms: 3000 };

const EXAMPLES = 5;
const EXAMPLE_LENGTH = 120;
/** More different values than this are not counted. */
const MAX_DISTINCT = 2000;
const SAMPLE_VALUES = 2000;
const SAMPLE_ROWS = 20;

/** What the rows looked at have in one column. */
export interface ColumnLook {
  name: string;
  examples: string[];
  /** How often each value comes; null where there are too many different ones. */
  values: Map<string, number> | null;
  filled: number;
  /** The first values that are not blank. */
  sample: string[];
  times: TimeColumn;
}

/** What the beginning of a table has. */
export interface TableLook {
  columns: ColumnLook[];
  rows: number;
  /** The first row that the reader refused. */
  first_refused: Refusal | null;
  /** Whether that was all. */
  complete: boolean;
  sample: Record<string, string>[];
  /** How often each activity comes, with its lifecycle after `+` where that column is given. */
  pairs: (column: string, with_column: string) => Map<string, number>;
}

/** Looks at the beginning of a table, row by row. */
export async function lookAt(source: RowSource, limits: LookLimits): Promise<TableLook> {
  const until = performance.now() + limits.max_ms;
  const rows: Row[] = [];
  const counted: Counted[] = [];
  let seen = 0;
  let first_refused: Refusal | null = null;
  let complete = true;
  for await (const batch of source.batches()) {
    first_refused ??= batch.refused[0] ?? null;
    for (const row of batch.rows) {
      row.cells.forEach((cell, at) => {
        counted[at] ??= new Counted();
        counted[at].add(cell);
      });
      if (rows.length < limits.max_rows) rows.push(row);
    }
    seen += batch.rows.length;
    if (seen < limits.max_rows && performance.now() < until) continue;
    complete = false;
    break;
  }
  const { columns } = source;
  return {
    columns: columns.map((name, at) => (counted[at] ?? new Counted()).look(name)),
    rows: seen,
    first_refused,
    complete,
    sample: rows
      .slice(0, SAMPLE_ROWS)
      .map(({ cells }) => Object.fromEntries(columns.map((name, at) => [name, short(cells[at] ?? '')]))),
    pairs: (column, with_column) => pairsOf(rows, columns.indexOf(column), columns.indexOf(with_column)),
  };
}

class Counted {
  #values: Map<string, number> | null = new Map();
  #filled = 0;
  readonly #sample: string[] = [];
  readonly #examples = new Set<string>();

  add(cell: string): void {
    if (cell === '') return;
    this.#filled++;
    if (this.#sample.length < SAMPLE_VALUES) this.#sample.push(cell);
    if (this.#examples.size < EXAMPLES) this.#examples.add(short(cell));
    if (this.#values === null) return;
    this.#values.set(cell, (this.#values.get(cell) ?? 0) + 1);
    if (this.#values.size > MAX_DISTINCT) this.#values = null;
  }

  look(name: string): ColumnLook {
    return {
      name,
      examples: [...this.#examples],
      values: this.#values,
      filled: this.#filled,
      sample: this.#sample,
      times: recogniseTimes(this.#sample),
    };
  }
}

function pairsOf(rows: readonly Row[], at: number, with_at: number): Map<string, number> {
  const pairs = new Map<string, number>();
  for (const { cells } of rows) {
    const word = cells[at] ?? '';
    const lifecycle = cells[with_at] ?? '';
    if (word === '') continue;
    const pair = lifecycle === '' ? word : `${word}+${lifecycle}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

const short = (text: string): string => (text.length > EXAMPLE_LENGTH ? `${text.slice(0, EXAMPLE_LENGTH)}…` : text);
