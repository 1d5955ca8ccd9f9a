/**
 * One record of a file. Cells are an array, not an object, because files of millions of rows are read:
 * `cells[i]` belongs to `columns[i]` of the source. A cell that is blank or that the record does not have is ''
 * or missing from the end of the array.
 */
export interface Row {
  /** Line of the file on which the record starts, counted from 1. */
  line: number;
  cells: string[];
}

/** A record, or part of one, that could not be taken, and what to do about it. */
export interface Refusal {
  line: number;
  /** Name of the column; '' when the whole record is meant. */
  column: string;
  /** What stood there, cut to a readable length. */
  value: string;
  /** Stable dotted code, such as `csv.too_few_columns`. */
  code: string;
  /** A sentence that says what is wrong and what to do. */
  reason: string;
}

/** What one piece of a file gave. */
export interface Batch {
  rows: Row[];
  refused: Refusal[];
}

/** A file being read, piece by piece: it is never held in memory as a whole. */
export interface RowSource {
  readonly format: 'csv' | 'xes' | 'jsonl';
  /**
   * Names of the columns so far. Complete after the first batch for CSV; XES and JSON lines add a name when a
   * record first uses it, always at the end, so that an index once found stays valid.
   */
  readonly columns: readonly string[];
  /** Bytes of the file as it lies on disk (compressed if it is), read so far: for progress. */
  readonly bytes_read: number;
  /** The records in file order. Can be iterated once. */
  batches(): AsyncIterable<Batch>;
}

/** Files with more columns than this are not tables; the columns beyond are refused. */
export const MAX_COLUMNS = 1000;

const SHOWN_LENGTH = 120;

/** A refusal with its value cut to a readable length. */
export function refuse(line: number, column: string, value: string, code: string, reason: string): Refusal {
  const shown = value.length > SHOWN_LENGTH ? `${value.slice(0, SHOWN_LENGTH)}…` : value;
  return { line, column, value: shown, code, reason };
}
