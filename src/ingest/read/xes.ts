import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { importRefusals } from '../../catalogue/import-refusals.ts';
import { BrokenOff } from './broken.ts';
import { type Batch, type RowSource, refuse } from './row.ts';
import type { TextChunk } from './text.ts';
import { takePlainTrace } from './xes-plain.ts';
import { XesRows } from './xes-rows.ts';

const MAX_ERRORS = 1000;
const TRACE_END = '</trace>';
/**
 * An ampersand that begins no reference, the commonest damage in XML made by hand. The parser would swallow all text
 * up to the next semicolon; as a reference to nothing it is one error in its place.
 */
const BARE_AMPERSAND = /&(?!(?:#\d+|#x[\da-fA-F]+|[A-Za-z_:][\w.:-]*);)/g;
/** What may be the beginning of a reference that goes on in the next piece. */
const OPEN_REFERENCE = /&[#\w.:-]{0,40}$/;
/** A trace longer than this is not waited for: the parser reads it piece by piece. */
const MAX_PLAIN_LENGTH = 1_000_000;

/**
 * Reads XES (IEEE 1849). Each event is a row. Columns are the keys of its attributes; attributes of its trace come
 * with `case:` in front, so the case is `case:concept:name`. Attributes inside an attribute are named by path,
 * `outer/inner`; the children of lists and containers likewise. Globals, classifiers, extensions and attributes
 * of the log as a whole are skipped.
 *
 * A file that is cut off gives every event before the cut and one refusal `xes.cut_off`. Broken XML inside an
 * event refuses that event, and reading goes on.
 *
 * The XML is parsed by saxes. Traces written in the plainest way, which in large logs is nearly all of them, are
 * read without it (see `takePlainTrace`); both ways give the same rows.
 */
export function readXes(text: AsyncIterable<TextChunk>, bytesRead: () => number): RowSource {
  const reader = new XesReader();
  return {
    format: 'xes',
    columns: reader.rows.columns,
    get bytes_read() {
      return bytesRead();
    },
    batches: () => reader.read(text),
  };
}

class XesReader {
  readonly rows = new XesRows();
  readonly #parser = new SaxesParser({ xmlns: false, position: true });
  /** Text that neither way has read yet. */
  #text = '';
  /** True between traces, where the next one may be plain. */
  #between_traces = false;
  /** Lines that were read without the parser. */
  #plain_lines = 0;
  /** How much the parser was given, and the place in that at which a trace ended last. */
  #parsed_length = 0;
  #trace_end = -1;
  /** Keys of the attributes that are open around the current place; '' for what only wraps others. */
  #path: string[] = [];
  /** Depth inside elements that are skipped whole. */
  #skipping = 0;
  #where: 'outside' | 'log' | 'trace' | 'event' = 'outside';
  #errors = 0;
  /** True once the log element was closed. */
  #complete = false;

  constructor() {
    this.#parser.on('opentag', (tag) => this.#open(tag));
    this.#parser.on('closetag', (tag) => this.#close(tag.name));
    this.#parser.on('error', (error) => this.#error(error));
  }

  async *read(text: AsyncIterable<TextChunk>): AsyncGenerator<Batch> {
    let broken: BrokenOff | undefined;
    try {
      for await (const chunk of text) {
        this.#text += chunk.text;
        this.#advance();
        yield this.rows.take();
      }
    } catch (error) {
      if (!(error instanceof BrokenOff)) throw error;
      broken = error;
    }
    this.#end(broken);
    yield this.rows.take();
  }

  get #line(): number {
    return this.#parser.line + this.#plain_lines;
  }

  /** Reads what has come: trace by trace while they are plain and whole, else by the parser. */
  #advance(): void {
    const text = this.#text;
    let at = 0;
    while (at < text.length) {
      const trace_end = text.indexOf(TRACE_END, at);
      if (trace_end < 0 && this.#between_traces && text.length - at < MAX_PLAIN_LENGTH) break;
      const end = trace_end < 0 ? wholeReferences(text) : trace_end + TRACE_END.length;
      if (end <= at) break;
      if (!(this.#between_traces && this.#takePlain(text, at, end))) this.#parse(text.slice(at, end));
      at = end;
    }
    this.#text = text.slice(at);
  }

  #takePlain(text: string, at: number, end: number): boolean {
    let start = at;
    let lines = 0;
    while (isBlank(text.charCodeAt(start))) if (text.charCodeAt(start++) === NEWLINE) lines++;
    if (!text.startsWith('<trace>', start)) return false;
    const taken = takePlainTrace(text, start, end, this.#line + lines, this.rows);
    if (taken === null) return false;
    this.#plain_lines += lines + taken;
    return true;
  }

  #parse(text: string): void {
    const told = text.includes('&') ? text.replace(BARE_AMPERSAND, '&bare-ampersand;') : text;
    this.#parser.write(told);
    this.#parsed_length += told.length;
    this.#between_traces = this.#where === 'log' && this.#trace_end === this.#parsed_length;
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
        this.#where = 'trace';
        this.rows.startTrace(this.#line);
        return;
      case 'event':
        this.#where = 'event';
        this.rows.startEvent(this.#line);
        return;
      case 'global':
      case 'classifier':
      case 'extension':
        this.#skipping = 1;
        return;
      case 'values':
        this.#path.push('');
        return;
      default:
        this.#attribute(tag.attributes);
    }
  }

  #attribute({ key = '', value }: Record<string, string>): void {
    if (value !== undefined && (this.#where === 'event' || this.#where === 'trace')) {
      const name = [...this.#path.filter((part) => part !== ''), key].join('/');
      this.rows.attribute(name, value, this.#line);
    }
    this.#path.push(key);
  }

  #close(name: string): void {
    if (this.#skipping > 0) this.#skipping--;
    else if (name === 'event') {
      this.rows.endEvent();
      this.#where = 'trace';
    } else if (name === 'trace') {
      this.rows.endTrace();
      this.#where = 'log';
      this.#trace_end = this.#parser.position;
    } else if (name === 'log') {
      this.#where = 'outside';
      this.#complete = true;
    } else this.#path.pop();
  }

  #error(error: Error): void {
    this.#errors++;
    const detail = error.message.includes('entity')
      ? importRefusals.ampersand
      : error.message.replace(/^[\d:]+\s*/, '').replace(/\.$/, '');
    const reason = importRefusals.xml_broken_correct_file(detail);
    const refusal = refuse(this.#line, '', '', 'xes.broken_xml', reason);
    if (!this.rows.refuseEvent(refusal) && this.#errors <= MAX_ERRORS) this.rows.refuse(refusal);
  }

  /** Ends the reading: what is still open was cut off. */
  #end(broken: BrokenOff | undefined): void {
    this.#parse(this.#text);
    const line = this.#line;
    if (this.#where === 'trace' || this.#where === 'event') this.rows.endTrace();
    if (broken) this.rows.refuse(refuse(line, '', '', broken.code, broken.message));
    else if (!this.#complete) {
      const in_trace = this.#where === 'trace' || this.#where === 'event';
      const reason = importRefusals.xes_ends_early(in_trace ? this.rows.trace_line : null);
      this.rows.refuse(refuse(line, '', '', 'xes.cut_off', reason));
    }
    if (!this.rows.any_event) {
      const reason = importRefusals.file_no_event_xes;
      this.rows.refuse(refuse(line, '', '', 'xes.no_events', reason));
    }
  }
}

const NEWLINE = 10;

/** How much of a text ends before a reference that may be cut through. */
function wholeReferences(text: string): number {
  const open = OPEN_REFERENCE.exec(text.slice(-42));
  return open ? text.length - open[0].length : text.length;
}

function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13 && code !== 11 && code !== 12);
}
