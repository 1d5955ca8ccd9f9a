/** Where one record of a CSV text is, before its cells are looked at. */
export interface Frame {
  /** `plain` has no quotes; `quoted` has as many as can be closed; `unclosed` has one that is not. */
  kind: 'plain' | 'quoted' | 'unclosed';
  /** Line on which it starts, from 1. */
  line: number;
  /** How many lines it takes. */
  lines: number;
  text: string;
  /** True for the last record of a file that does not end with a line end. */
  unended: boolean;
}

/** A quoted cell over more lines or characters than this is taken for a quote that was never closed. */
const MAX_LINES = 1000;
const MAX_LENGTH = 1_000_000;

/**
 * Cuts CSV text that comes in pieces into records. A line with an odd number of quotes opens a cell that goes on
 * over the next lines, until the number is even; when it never gets even, that line alone is given as `unclosed`.
 */
export class CsvFrames {
  /** Line at which the next record starts. */
  line = 1;
  readonly #newline: string;
  #skip: number;
  #text = '';
  #at = 0;
  #ended = false;
  /** Where the search for the end of an open record goes on when more text has come. */
  #open: { at: number; lines: number } | null = null;

  constructor(newline: string, skip: number) {
    this.#newline = newline;
    this.#skip = skip;
    if (skip > 0) this.line = 2;
  }

  /** Adds the next piece of the text. All frames that can be had have to be taken before. */
  add(text: string): void {
    this.#text = this.#text.slice(this.#at) + text;
    if (this.#open) this.#open.at -= this.#at;
    this.#at = 0;
    if (this.#skip > 0) {
      this.#at = this.#skip;
      this.#skip = 0;
    }
  }

  /** Says that no more text comes. */
  end(): void {
    this.#ended = true;
  }

  /** The next record, or null when more text is needed (after `end`, when there is none). */
  next(): Frame | null {
    const first = this.#lineEnd(this.#at);
    if (first === null) return null;
    const content = this.#text.slice(this.#at, first.end);
    if (!content.includes('"')) return this.#give('plain', first.end, first.after, 1);
    return this.#quoted(first);
  }

  /** Gives back the lines of a record but for its first, to be framed anew; returns that first line. */
  reframe(frame: Frame): string {
    const start = this.#at - this.#given;
    const first = this.#lineEnd(start);
    this.#at = first?.after ?? this.#at;
    this.line = frame.line + 1;
    return this.#text.slice(start, first?.end ?? this.#at);
  }

  /** Characters of the record given last, its line end included. */
  #given = 0;

  #quoted(first: LineEnd): Frame | null {
    let at = this.#open?.at ?? this.#at;
    let lines = this.#open?.lines ?? 0;
    let odd = this.#open !== null;
    this.#open = null;
    while (lines < MAX_LINES && at - this.#at < MAX_LENGTH) {
      const next = this.#lineEnd(at);
      if (next === null) {
        if (this.#ended) break;
        if (lines > 0) this.#open = { at, lines };
        return null;
      }
      lines++;
      if (hasOddQuotes(this.#text, at, next.end)) odd = !odd;
      if (!odd) return this.#give('quoted', next.end, next.after, lines);
      at = next.after;
    }
    return this.#give('unclosed', first.end, first.after, 1);
  }

  #give(kind: Frame['kind'], end: number, after: number, lines: number): Frame {
    const text = this.#text.slice(this.#at, end);
    const frame = { kind, line: this.line, lines, text, unended: this.#ended && after === end };
    this.#given = after - this.#at;
    this.#at = after;
    this.line += lines;
    return frame;
  }

  /** End of the line that starts at `from`, without and with its line end; null when it is not there yet. */
  #lineEnd(from: number): LineEnd | null {
    const at = this.#text.indexOf(this.#newline, from);
    if (at >= 0) {
      const end = this.#newline === '\n' && at > from && this.#text.charCodeAt(at - 1) === 13 ? at - 1 : at;
      return { end, after: at + 1 };
    }
    if (!this.#ended || from >= this.#text.length) return null;
    return { end: this.#text.length, after: this.#text.length };
  }
}

interface LineEnd {
  end: number;
  after: number;
}

function hasOddQuotes(text: string, from: number, to: number): boolean {
  let odd = false;
  for (let at = text.indexOf('"', from); at >= 0 && at < to; at = text.indexOf('"', at + 1)) odd = !odd;
  return odd;
}
