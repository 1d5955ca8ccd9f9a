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
  let at = from + '<trace>'.length;
  let lines = 0;
  let in_event = false;
  rows.startTrace(line);
  while (at < to) {
    let code = text.charCodeAt(at);
    while (code === BLANK || code === TAB || code === NEWLINE || code === RETURN) {
      if (code === NEWLINE) lines++;
      code = text.charCodeAt(++at);
    }
    if (code !== LESS_THAN) return dropped(rows);
    if (text.charCodeAt(at + 1) === SLASH) {
      if (!in_event) {
        if (at + '</trace>'.length !== to) return dropped(rows);
        rows.endTrace();
        return lines;
      }
      if (!text.startsWith('</event>', at)) return dropped(rows);
      rows.endEvent();
      in_event = false;
      at += '</event>'.length;
    } else if (text.charCodeAt(at + 1) === LETTER_E && text.startsWith('<event>', at)) {
      if (in_event) return dropped(rows);
      rows.startEvent(line + lines);
      in_event = true;
      at += '<event>'.length;
    } else {
      const end = takeAttribute(text, at + 1, line + lines, rows);
      if (end < 0) return dropped(rows);
      at = end;
    }
  }
  return dropped(rows);
}

function dropped(rows: XesRows): null {
  // The next trace begun forgets the waiting rows of this one.
  rows.startTrace(0);
  return null;
}

/** Takes the attribute whose name starts at `at`; gives the place after it, or −1 when it is not plain. */
function takeAttribute(text: string, at: number, line: number, rows: XesRows): number {
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
  rows.attribute(key, value, line);
  return end + 2;
}
