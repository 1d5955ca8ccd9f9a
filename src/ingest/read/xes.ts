import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { BrokenOff } from './broken.ts';
import { type Batch, MAX_COLUMNS, type Refusal, type Row, type RowSource, refuse } from './row.ts';
import type { TextChunk } from './text.ts';

/** Names that XES readers use for the attributes of a trace: with this in front. */
const TRACE_PREFIX = 'case:';
/** Rows of a trace wait for the end of their trace, but not more than this many. */
const MAX_WAITING = 10_000;
const MAX_ERRORS = 1000;

/**
 * Reads XES (IEEE 1849). Each event is a row. Columns are the keys of its attributes; attributes of its trace come
 * with `case:` in front, so the case is `case:concept:name`. Attributes inside an attribute are named by path,
 * `outer/inner`; the children of lists and containers likewise. Globals, classifiers, extensions and attributes
 * of the log as a whole are skipped.
 *
 * A file that is cut off gives every event before the cut and one refusal `xes.cut_off`. Broken XML inside an
 * event refuses that event, and reading goes on.
 */
export function readXes(text: AsyncIterable<TextChunk>, bytesRead: () => number): RowSource {
  const reader = new XesReader();
  return {
    format: 'xes',
    columns: reader.columns,
    get bytes_read() {
      return bytesRead();
    },
    batches: () => reader.read(text),
  };
}

class XesReader {
  readonly columns: string[] = [];
  readonly #column_of = new Map<string, number>();
  readonly #parser = new SaxesParser({ xmlns: false, position: true });
  #batch: Batch = { rows: [], refused: [] };
  #waiting: Row[] = [];
  /** Cells of the current trace, by column; a sparse array. */
  #trace_cells: string[] = [];
  #trace_line = 0;
  #event: Row | null = null;
  #event_broken: Refusal | null = null;
  #flushed_early = false;
  /** Keys of the attributes that are open around the current place. */
  #path: string[] = [];
  /** Depth inside elements that are skipped whole. */
  #skipping = 0;
  #where: 'outside' | 'log' | 'trace' | 'event' = 'outside';
  #errors = 0;
  #ended = false;
  #too_many_told = false;

  constructor() {
    this.#parser.on('opentag', (tag) => this.#open(tag));
    this.#parser.on('closetag', (tag) => this.#close(tag.name));
    this.#parser.on('error', (error) => this.#error(error));
  }

  async *read(text: AsyncIterable<TextChunk>): AsyncGenerator<Batch> {
    let broken: BrokenOff | undefined;
    try {
      for await (const chunk of text) {
        this.#parser.write(chunk.text);
        if (this.#waiting.length > MAX_WAITING) this.#flush(true);
        yield this.#take();
      }
    } catch (error) {
      if (!(error instanceof BrokenOff)) throw error;
      broken = error;
    }
    this.#end(broken);
    yield this.#take();
  }

  #take(): Batch {
    const batch = this.#batch;
    this.#batch = { rows: [], refused: [] };
    return batch;
  }

  #open(tag: SaxesTagPlain): void {
    if (this.#skipping > 0) {
      this.#skipping++;
      return;
    }
    switch (tag.name) {
      case 'log':
        this.#where = 'log';
        return;
      case 'trace':
        this.#startTrace();
        return;
      case 'event':
        this.#startEvent();
        return;
      case 'global':
      case 'classifier':
      case 'extension':
        this.#skipping = 1;
        return;
      case 'values':
        // Only wraps the items of a list.
        this.#path.push('');
        return;
      default:
        this.#attribute(tag.attributes);
    }
  }

  #startTrace(): void {
    this.#where = 'trace';
    this.#trace_cells = [];
    this.#trace_line = this.#parser.line;
    this.#flushed_early = false;
  }

  #startEvent(): void {
    this.#event = { line: this.#parser.line, cells: [] };
    this.#event_broken = null;
    this.#where = 'event';
  }

  #attribute(attributes: Record<string, string>): void {
    const key = attributes.key ?? '';
    const value = attributes.value;
    if (value !== undefined && (this.#where === 'event' || this.#where === 'trace')) {
      const name = this.#path.length === 0 ? key : [...this.#path.filter((part) => part !== ''), key].join('/');
      if (this.#event !== null) this.#put(this.#event.cells, name, value);
      else this.#putTrace(TRACE_PREFIX + name, value);
    }
    this.#path.push(key);
  }

  #putTrace(name: string, value: string): void {
    this.#put(this.#trace_cells, name, value);
    if (!this.#flushed_early) return;
    const reason =
      'This attribute of a trace comes after more than 10,000 of its events, which have been taken without it. ' +
      'Write the attributes of a trace before its events.';
    this.#batch.refused.push(refuse(this.#parser.line, name, value, 'xes.late_trace_attribute', reason));
  }

  #put(cells: string[], name: string, value: string): void {
    let column = this.#column_of.get(name);
    if (column === undefined) {
      if (this.columns.length >= MAX_COLUMNS) {
        this.#refuseColumn(name, value);
        return;
      }
      column = this.columns.push(name) - 1;
      this.#column_of.set(name, column);
    }
    while (cells.length < column) cells.push('');
    cells[column] = value;
  }

  #refuseColumn(name: string, value: string): void {
    if (this.#too_many_told) return;
    this.#too_many_told = true;
    const reason = `The file has more than ${MAX_COLUMNS} different attributes; this one and further new ones are left out.`;
    this.#batch.refused.push(refuse(this.#parser.line, name, value, 'xes.too_many_attributes', reason));
  }

  #close(name: string): void {
    if (this.#skipping > 0) {
      this.#skipping--;
      return;
    }
    if (name === 'event') this.#endEvent();
    else if (name === 'trace') this.#endTrace();
    else if (name === 'log') this.#where = 'outside';
    else this.#path.pop();
  }

  #endEvent(): void {
    if (this.#ended) return;
    if (this.#event_broken) this.#batch.refused.push(this.#event_broken);
    else if (this.#event) this.#waiting.push(this.#event);
    this.#event = null;
    this.#where = 'trace';
  }

  #endTrace(): void {
    if (this.#ended) return;
    this.#flush(false);
    this.#where = 'log';
  }

  /** Gives the waiting rows the attributes of their trace and lets them go. */
  #flush(early: boolean): void {
    const filled: number[] = [];
    this.#trace_cells.forEach((value, column) => {
      if (value !== '') filled.push(column);
    });
    for (const row of this.#waiting) {
      const { cells } = row;
      for (const column of filled) {
        while (cells.length < column) cells.push('');
        cells[column] = this.#trace_cells[column] as string;
      }
      this.#batch.rows.push(row);
    }
    this.#waiting = [];
    this.#flushed_early = early;
  }

  #error(error: Error): void {
    if (this.#ended) return;
    this.#errors++;
    const { line } = this.#parser;
    const detail = error.message.replace(/^[\d:]+\s*/, '');
    const reason = `The XML is broken here (${detail}). Correct the file or export it again.`;
    const refusal = refuse(line, '', '', 'xes.broken_xml', reason);
    if (this.#event) this.#event_broken ??= refusal;
    else if (this.#errors <= MAX_ERRORS) this.#batch.refused.push(refusal);
  }

  /** Ends the reading: what is still open was cut off. */
  #end(broken: BrokenOff | undefined): void {
    const open = this.#where;
    const { line } = this.#parser;
    if (open === 'trace' || open === 'event') this.#flush(false);
    this.#ended = true;
    if (broken) this.#batch.refused.push(refuse(line, '', '', broken.code, broken.message));
    else if (open !== 'outside') {
      const lost = open === 'event' ? ' The event that was cut through is left out.' : '';
      const reason = `The file ends too early, inside the trace of line ${this.#trace_line}.${lost} Everything before was read; export the file again to get the rest.`;
      this.#batch.refused.push(refuse(line, '', '', 'xes.cut_off', reason));
    }
  }
}
