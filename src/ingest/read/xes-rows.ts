import { importRefusals } from '../../catalogue/import-refusals.ts';
import { type Batch, MAX_COLUMNS, type Refusal, type Row, refuse } from './row.ts';

/** Names that XES readers use for the attributes of a trace: with this in front. */
const TRACE_PREFIX = 'case:';
/** Rows of a trace wait for the end of their trace, but not more than this many. */
const MAX_WAITING = 10_000;

/** Makes rows of the traces, events and attributes that a reader of XES meets. */
export class XesRows {
  readonly columns: string[] = [];
  /** Line of the trace that was begun last. */
  trace_line = 0;
  /** Whether any event was met. */
  any_event = false;
  readonly #column_of = new Map<string, number>();
  #batch: Batch = { rows: [], refused: [] };
  #waiting: Row[] = [];
  #trace_cells: string[] = [];
  #event: Row | null = null;
  #event_broken: Refusal | null = null;
  #flushed_early = false;
  #too_many_told = false;

  /** What was made since the last call. Rows of the open trace wait for its end, unless they are many. */
  take(): Batch {
    if (this.#waiting.length > MAX_WAITING) {
      this.#flush();
      this.#flushed_early = true;
    }
    const batch = this.#batch;
    this.#batch = { rows: [], refused: [] };
    return batch;
  }

  /** Begins a trace, and forgets what was left of one that was not ended. */
  startTrace(line: number): void {
    this.trace_line = line;
    this.#event = null;
    this.#trace_cells = [];
    this.#waiting = [];
    this.#flushed_early = false;
  }

  /** Ends the open trace, also one that was cut off: its whole events are taken. */
  endTrace(): void {
    this.#flush();
    this.#event = null;
  }

  startEvent(line: number): void {
    this.any_event = true;
    this.#event = { line, cells: [] };
    this.#event_broken = null;
  }

  endEvent(): void {
    if (this.#event_broken) this.#batch.refused.push(this.#event_broken);
    else if (this.#event) this.#waiting.push(this.#event);
    this.#event = null;
  }

  /** An attribute of the open event, else of the open trace. */
  attribute(name: string, value: string, line: number): void {
    if (this.#event !== null) {
      this.#put(this.#event.cells, name, value, line);
      return;
    }
    this.#put(this.#trace_cells, TRACE_PREFIX + name, value, line);
    if (!this.#flushed_early) return;
    const reason = importRefusals.late_attribute;
    this.refuse(refuse(line, TRACE_PREFIX + name, value, 'xes.late_trace_attribute', reason));
  }

  refuse(refusal: Refusal): void {
    this.#batch.refused.push(refusal);
  }

  /** Refuses the open event, once; false when none is open. */
  refuseEvent(refusal: Refusal): boolean {
    if (this.#event === null) return false;
    this.#event_broken ??= refusal;
    return true;
  }

  #put(cells: string[], name: string, value: string, line: number): void {
    let column = this.#column_of.get(name);
    if (column === undefined) {
      if (this.columns.length >= MAX_COLUMNS) {
        this.#refuseColumn(name, value, line);
        return;
      }
      column = this.columns.push(name) - 1;
      this.#column_of.set(name, column);
    }
    while (cells.length < column) cells.push('');
    cells[column] = value;
  }

  #refuseColumn(name: string, value: string, line: number): void {
    if (this.#too_many_told) return;
    this.#too_many_told = true;
    const reason = importRefusals.file_more_than_different_(MAX_COLUMNS);
    this.refuse(refuse(line, name, value, 'xes.too_many_attributes', reason));
  }

  /** Gives the waiting rows the attributes of their trace and lets them go. */
  #flush(): void {
    for (const row of this.#waiting) {
      const { cells } = row;
      for (let column = 0; column < this.#trace_cells.length; column++) {
        const value = this.#trace_cells[column] as string;
        if (value === '') continue;
        while (cells.length < column) cells.push('');
        cells[column] = value;
      }
      this.#batch.rows.push(row);
    }
    this.#waiting = [];
  }
}
