import { importRefusals } from '../../catalogue/import-refusals.ts';
import { BrokenOff } from './broken.ts';
import { lines } from './lines.ts';
import { type Batch, MAX_COLUMNS, type Refusal, type RowSource, refuse } from './row.ts';
import type { TextChunk } from './text.ts';

/** One line of JSON, parsed. */
export interface JsonRecord {
  line: number;
  value: Record<string, unknown>;
}

/** What one piece of a JSON lines file gave. */
export interface JsonBatch {
  records: JsonRecord[];
  refused: Refusal[];
}

/**
 * Reads JSON lines: one object per line. A line that is not an object is refused and reading goes on; blank lines
 * are skipped; a last line that was cut through is refused as `jsonl.cut_off`.
 */
export async function* jsonRecords(text: AsyncIterable<TextChunk>): AsyncGenerator<JsonBatch> {
  let after_break: BrokenOff | undefined;
  let last_line = 1;
  try {
    for await (const piece of lines(text)) {
      const batch: JsonBatch = { records: [], refused: [] };
      for (const { line, content } of piece.lines) {
        last_line = line;
        if (content.trim() === '') continue;
        const parsed = parseObject(content);
        if (parsed.value) batch.records.push({ line, value: parsed.value });
        else batch.refused.push(refusedLine(line, content, parsed.problem, piece.unended));
      }
      yield batch;
    }
  } catch (error) {
    if (!(error instanceof BrokenOff)) throw error;
    after_break = error;
  }
  if (after_break) {
    yield { records: [], refused: [refuse(last_line, '', '', after_break.code, after_break.message)] };
  }
}

/**
 * JSON lines as rows. Columns are keys; keys inside an object are named by path, `outer/inner`. Numbers and truth
 * values are written as text, null is blank, a list is its JSON.
 */
export function readJsonl(text: AsyncIterable<TextChunk>, bytesRead: () => number): RowSource {
  const columns: string[] = [];
  return {
    format: 'jsonl',
    columns,
    get bytes_read() {
      return bytesRead();
    },
    batches: () => rowBatches(text, columns),
  };
}

async function* rowBatches(text: AsyncIterable<TextChunk>, columns: string[]): AsyncGenerator<Batch> {
  const column_of = new Map<string, number>();
  for await (const { records, refused } of jsonRecords(text)) {
    const batch: Batch = { rows: [], refused };
    for (const { line, value } of records) {
      const cells: string[] = [];
      const excess = fill(cells, value, '', columns, column_of);
      if (excess === null) batch.rows.push({ line, cells });
      else
        batch.refused.push(
          refuse(line, excess, '', 'jsonl.too_many_keys', importRefusals.file_more_than_different(MAX_COLUMNS)),
        );
    }
    yield batch;
  }
}

/** Puts the values of an object in their columns; gives the first key for which there is no column left. */
function fill(
  cells: string[],
  value: Record<string, unknown>,
  prefix: string,
  columns: string[],
  column_of: Map<string, number>,
): string | null {
  for (const [key, inner] of Object.entries(value)) {
    const name = prefix + key;
    if (inner !== null && typeof inner === 'object' && !Array.isArray(inner)) {
      const excess = fill(cells, inner as Record<string, unknown>, `${name}/`, columns, column_of);
      if (excess !== null) return excess;
      continue;
    }
    let column = column_of.get(name);
    if (column === undefined) {
      if (columns.length >= MAX_COLUMNS) return name;
      column = columns.push(name) - 1;
      column_of.set(name, column);
    }
    while (cells.length < column) cells.push('');
    cells[column] = asText(inner);
  }
  return null;
}

function asText(value: unknown): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function parseObject(content: string): { value?: Record<string, unknown>; problem: string } {
  try {
    const value: unknown = JSON.parse(content);
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
      return { value: value as Record<string, unknown>, problem: '' };
    }
    return { problem: importRefusals.no_object };
  } catch (error) {
    return { problem: importRefusals.no_json(error instanceof Error ? error.message : '') };
  }
}

function refusedLine(line: number, content: string, problem: string, unended: boolean): Refusal {
  if (unended) {
    const reason = importRefusals.last_line_cut_off;
    return refuse(line, '', content, 'jsonl.cut_off', reason);
  }
  return refuse(line, '', content, 'jsonl.bad_line', importRefusals.line_cannot_read_write(problem));
}
