import { parse } from 'csv-parse/sync';
import { importRefusals } from '../../catalogue/import-refusals.ts';
import { BrokenOff, UnreadableFile } from './broken.ts';
import { CsvFrames, type Frame } from './csv-frames.ts';
import { sniffDelimiter } from './delimiter.ts';
import { type Batch, MAX_COLUMNS, type RowSource, refuse } from './row.ts';
import type { TextChunk } from './text.ts';

/**
 * Reads delimited text: comma, semicolon, tab or bar, told from the content; quoting by RFC 4180, line ends of any
 * system. The first row with anything in it names the columns. Rows that are blank are skipped.
 *
 * Records without quotes are split directly; those with quotes are parsed by csv-parse. What cannot be parsed, or
 * has too few or too many cells, is refused, and reading goes on with the next line: a quote that is never closed
 * costs one line, not the rest of the file.
 */
export function readCsv(text: AsyncIterable<TextChunk>, bytesRead: () => number): RowSource {
  const reader = new CsvReader();
  return {
    format: 'csv',
    columns: reader.columns,
    get bytes_read() {
      return bytesRead();
    },
    batches: () => reader.read(text),
  };
}

class CsvReader {
  readonly columns: string[] = [];
  #delimiter = '';
  #batch: Batch = { rows: [], refused: [] };
  #damaged = false;

  async *read(text: AsyncIterable<TextChunk>): AsyncGenerator<Batch> {
    let frames: CsvFrames | undefined;
    let broken: BrokenOff | undefined;
    let before_damaged = false;
    try {
      for await (const chunk of text) {
        frames ??= this.#begin(chunk.text);
        // A record may begin in one piece and end in the next, so damage is looked for in both.
        this.#damaged = before_damaged || chunk.damaged;
        before_damaged = chunk.damaged;
        frames.add(chunk.text);
        this.#takeFrames(frames);
        yield this.#take();
      }
    } catch (error) {
      if (!(error instanceof BrokenOff)) throw error;
      broken = error;
    }
    if (frames) {
      frames.end();
      this.#takeFrames(frames);
      if (broken) this.#batch.refused.push(refuse(frames.line, '', '', broken.code, broken.message));
    }
    if (this.columns.length === 0) {
      throw new UnreadableFile('csv.no_header', importRefusals.no_row_with_column);
    }
    yield this.#take();
  }

  #begin(text: string): CsvFrames {
    const { delimiter, skip } = sniffDelimiter(text);
    this.#delimiter = delimiter;
    const has_newline = text.includes('\n') || !text.includes('\r');
    return new CsvFrames(has_newline ? '\n' : '\r', skip);
  }

  #take(): Batch {
    const batch = this.#batch;
    this.#batch = { rows: [], refused: [] };
    return batch;
  }

  /** Turns framed records into rows; neighbouring records with quotes go to the parser together. */
  #takeFrames(frames: CsvFrames): void {
    let quoted: Frame[] = [];
    for (let frame = frames.next(); frame !== null; frame = frames.next()) {
      if (frame.kind === 'quoted' && frame.lines === 1) {
        quoted.push(frame);
        continue;
      }
      this.#parseTogether(quoted);
      quoted = [];
      if (frame.kind === 'plain') this.#record(frame, frame.text === '' ? [] : frame.text.split(this.#delimiter));
      else if (frame.kind === 'quoted') this.#parseLong(frame, frames);
      else this.#refuseUnclosed(frame);
    }
    this.#parseTogether(quoted);
  }

  #parseTogether(quoted: Frame[]): void {
    if (quoted.length === 0) return;
    const records = this.#parse(quoted.map((frame) => frame.text).join('\n'));
    if (Array.isArray(records) && records.length === quoted.length) {
      quoted.forEach((frame, at) => {
        this.#record(frame, records[at] as string[]);
      });
      return;
    }
    for (const frame of quoted) {
      const parsed = this.#parse(frame.text);
      if (Array.isArray(parsed) && parsed.length === 1) this.#record(frame, parsed[0] as string[]);
      else this.#refuseQuotes(frame, frame.text);
    }
  }

  /** A record over several lines that makes no sense was framed by a stray quote: only its first line is refused. */
  #parseLong(frame: Frame, frames: CsvFrames): void {
    const parsed = this.#parse(frame.text);
    if (Array.isArray(parsed) && parsed.length === 1) this.#record(frame, parsed[0] as string[]);
    else this.#refuseQuotes(frame, frames.reframe(frame));
  }

  #parse(text: string): string[][] | null {
    try {
      return parse(text, { delimiter: this.#delimiter, record_delimiter: '\n', relax_column_count: true });
    } catch {
      return null;
    }
  }

  #record(frame: Frame, cells: string[]): void {
    if (cells.every((cell) => cell.trim() === '')) return;
    if (this.columns.length === 0) {
      this.#header(cells);
      return;
    }
    const missing = this.columns.length - cells.length;
    if (missing > 0) {
      this.#refuseShort(frame, cells);
      return;
    }
    if (missing < 0) {
      const extra = cells.splice(this.columns.length).filter((cell) => cell.trim() !== '');
      if (extra.length > 0) {
        const reason = importRefusals.row_more_cells_than(this.columns.length);
        this.#batch.refused.push(refuse(frame.line, '', extra.join(' '), 'csv.too_many_columns', reason));
        return;
      }
    }
    if (this.#damaged && this.#refuseDamaged(frame, cells)) return;
    this.#batch.rows.push({ line: frame.line, cells });
  }

  #header(cells: string[]): void {
    if (cells.length > MAX_COLUMNS) {
      throw new UnreadableFile('csv.too_many_columns', importRefusals.header_more_than_columns(MAX_COLUMNS));
    }
    const taken = new Set<string>();
    cells.forEach((cell, at) => {
      const wanted = cell.trim() || `column ${at + 1}`;
      let name = wanted;
      for (let copy = 2; taken.has(name); copy++) name = `${wanted} (${copy})`;
      taken.add(name);
      this.columns.push(name);
    });
  }

  #refuseShort(frame: Frame, cells: string[]): void {
    const { line, text } = frame;
    const expected = this.columns.length;
    if (frame.unended) {
      const reason = importRefusals.last_row_cut_off;
      this.#batch.refused.push(refuse(line, this.columns[cells.length - 1] ?? '', text, 'csv.cut_off', reason));
    } else if (cells.length === 1 && (cells[0] as string).split(this.#delimiter).length >= expected) {
      const reason = importRefusals.quotes_enclose_whole_row;
      this.#batch.refused.push(refuse(line, '', text, 'csv.row_in_quotes', reason));
    } else {
      const reason = importRefusals.row_cells_check_for(cells.length, expected);
      this.#batch.refused.push(refuse(line, '', text, 'csv.too_few_columns', reason));
    }
  }

  #refuseDamaged(frame: Frame, cells: string[]): boolean {
    const at = cells.findIndex((cell) => cell.includes('\ufffd'));
    if (at < 0) return false;
    const reason = importRefusals.cell_bytes_not_valid;
    this.#batch.refused.push(
      refuse(frame.line, this.columns[at] as string, cells[at] as string, 'csv.bad_encoding', reason),
    );
    return true;
  }

  #refuseQuotes(frame: Frame, text: string): void {
    if (this.columns.length === 0) {
      throw new UnreadableFile('csv.bad_header', importRefusals.quotes_in_row_column);
    }
    const reason = importRefusals.quotes_in_row_do;
    this.#batch.refused.push(refuse(frame.line, '', text, 'csv.bad_quotes', reason));
  }

  #refuseUnclosed(frame: Frame): void {
    if (this.columns.length === 0) this.#refuseQuotes(frame, frame.text);
    const reason = frame.unended ? importRefusals.last_row_cut_off_ : importRefusals.quote_opens_in_row;
    const code = frame.unended ? 'csv.cut_off' : 'csv.unclosed_quote';
    this.#batch.refused.push(refuse(frame.line, '', frame.text, code, reason));
  }
}
