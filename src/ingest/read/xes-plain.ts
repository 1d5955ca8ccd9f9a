import type { XesRows } from './xes-rows.ts';

const LESS_THAN = 60;
const SLASH = 47;
const LETTER_E = 101;
const BLANK = 32;
const TAB = 9;
const NEWLINE = 10;
const RETURN = 13;

/** Elements of attributes that hold one value, by the code of their first letter, as written before the key. */
const STARTS: Partial<Record<number, readonly string[]>> = {
  98: ['boolean key="'],
  100: ['date key="'],
  102: ['float key="'],
  105: ['int key="', 'id key="'],
  115: ['string key="'],
};
/** What only an XML parser may judge: references, tags in values, blanks to be normalised, characters not allowed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are looked for because XML forbids them
const NOT_PLAIN = /[&<\u0000-\u001f\ufffe\uffff]/;

/**
 * Reads one trace that is written in the plainest way, as programs write them: `<trace>`, attributes with a key and
 * a value and nothing inside, `<event>`, `</event>`, `</trace>`, blanks between, no reference, comment or nesting.
 * That is a small part of XML which can be read without a parser, several times faster.
 *
 * @returns how many lines the trace takes, or null when it is not plain: then nothing has been taken, and the
 *   parser has to read it
 */
export function takePlainTrace(text: string, from: number, to: number, line: number, rows: XesRows): number | null {
  rows.startTrace(line);
  const trace = new PlainTrace(text, from + '<trace>'.length, line, rows);
  while (trace.at >= 0 && trace.at < to) trace.step();
  if (trace.at === to && trace.ended) {
    rows.endTrace();
    return trace.line - line;
  }
  // Forgets what was taken of this one.
  rows.startTrace(0);
  return null;
}

class PlainTrace {
  /** The place reached; −1 once something was met that is not plain. */
  at: number;
  line: number;
  ended = false;
  readonly #text: string;
  readonly #rows: XesRows;
  #in_event = false;

  constructor(text: string, at: number, line: number, rows: XesRows) {
    this.#text = text;
    this.at = at;
    this.line = line;
    this.#rows = rows;
  }

  /** Takes the next tag and the blanks before it. */
  step(): void {
    const text = this.#text;
    let at = this.at;
    let code = text.charCodeAt(at);
    while (code === BLANK || code === TAB || code === NEWLINE || code === RETURN) {
      if (code === NEWLINE) this.line++;
      code = text.charCodeAt(++at);
    }
    const next = text.charCodeAt(at + 1);
    if (code !== LESS_THAN || this.ended) this.at = -1;
    else if (next === SLASH) this.at = this.#close(at);
    else if (next === LETTER_E) this.at = this.#open(at);
    else this.at = this.#attribute(at + 1);
  }

  #open(at: number): number {
    if (this.#in_event || !this.#text.startsWith('<event>', at)) return -1;
    this.#rows.startEvent(this.line);
    this.#in_event = true;
    return at + '<event>'.length;
  }

  #close(at: number): number {
    if (this.#in_event) {
      if (!this.#text.startsWith('</event>', at)) return -1;
      this.#rows.endEvent();
      this.#in_event = false;
      return at + '</event>'.length;
    }
    if (!this.#text.startsWith('</trace>', at)) return -1;
    this.ended = true;
    return at + '</trace>'.length;
  }

  #attribute(at: number): number {
    const text = this.#text;
    let start = '';
    for (const one of STARTS[text.charCodeAt(at)] ?? []) if (text.startsWith(one, at)) start = one;
    if (start === '') return -1;
    const key_from = at + start.length;
    const key_to = text.indexOf('"', key_from);
    if (key_to < 0 || !text.startsWith('" value="', key_to)) return -1;
    const value_from = key_to + '" value="'.length;
    const value_to = text.indexOf('"', value_from);
    if (value_to < 0) return -1;
    const end = value_to + (text.charCodeAt(value_to + 1) === BLANK ? 2 : 1);
    if (!text.startsWith('/>', end)) return -1;
    const key = text.slice(key_from, key_to);
    const value = text.slice(value_from, value_to);
    if (NOT_PLAIN.test(key) || NOT_PLAIN.test(value)) return -1;
    this.#rows.attribute(key, value, this.line);
    return end + 2;
  }
}
