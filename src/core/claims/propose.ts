import { sheetTexts } from '../../catalogue/tradeoff-words.ts';
import { plainWords } from './compare.ts';
import { type DecimalMark, decimalMarkOf, plainDigits } from './number.ts';
import { DATELINE, DAYS, FEATURES, QUANTITIES, VERSIONS } from './pattern.ts';
import { type ClaimValue, printValue, readValue, type Said, type ValueKind } from './value.ts';

/** A claim that a text may make; a person confirms it, mends it or leaves it. */
export interface Proposal {
  subject: string;
  attribute: string;
  value: Said['value'];
  unit: string | null;
  value_kind: ValueKind;
  /** The sentence it stands in. */
  quote: string;
  /** Where the value stands in the text: characters from its beginning, and how many. */
  offset: number;
  length: number;
  /** The line, from 1. */
  line: number;
}

export interface ProposeOptions {
  /** What the text is about, where the text itself does not say. */
  subject?: string;
}

const MOST_PROPOSALS = 200;
const LONGEST_QUOTE = 400;

/**
 * Finds what a text may claim: numbers with units, dates, versions, and what something has or has not; each with its place.
 * What stands before it on its line, and the heading above, become attribute and subject. Text in any order of writing.
 */
export function proposeClaims(text: string, options: ProposeOptions = {}): Proposal[] {
  const mark = decimalMarkOf(text);
  const plain = plainDigits(text);
  const proposals: Proposal[] = [];
  let heading: string | null = null;
  for (const line of linesOf(plain)) {
    const title = headingIn(line.text);
    if (title !== null) {
      heading = title;
      continue;
    }
    for (const sentence of sentencesOf(line)) {
      if (datesTheText(sentence.text)) continue;
      const about = { heading: heading ?? options.subject ?? null, mark };
      for (const proposal of inSentence(sentence, about)) {
        if (proposals.length >= MOST_PROPOSALS) return proposals;
        proposals.push({ ...proposal, quote: quoteOf(text, sentence), line: line.number });
      }
    }
  }
  return proposals;
}

interface Piece {
  text: string;
  offset: number;
}

function* linesOf(text: string): Generator<Piece & { number: number }> {
  let offset = 0;
  for (const [index, line] of text.split('\n').entries()) {
    yield { text: line.replace(/\r$/, ''), offset, number: index + 1 };
    offset += line.length + 1;
  }
}

/** A line of its own without a sentence or a value: what follows is about it. */
function headingIn(line: string): string | null {
  const marked = /^\s{0,3}#{1,6}\s+(.+?)\s*#*\s*$/.exec(line);
  if (marked !== null) return short(marked[1] ?? '');
  const plain = line.trim().replace(/:$/, '');
  if (plain === '' || plain.length > 60 || /[.!?;,|\t]/.test(plain) || /\d/.test(plain)) return null;
  if (/^[-*•–]/.test(plain) || plain.split(/\s+/).length > 6) return null;
  FEATURES.lastIndex = 0;
  return FEATURES.test(plain) || /:\s/.test(plain) ? null : short(plain);
}

/** Sentences of a line; a full stop inside a number or an abbreviation ends none. */
function sentencesOf({ text, offset }: Piece): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const end of text.matchAll(/(?<!\b(?:p|a|approx|max|min|ca|z|e|g|i|No|Nr|\d))[.!?;](?=\s|$)/giu)) {
    pieces.push({ text: text.slice(from, end.index + 1), offset: offset + from });
    from = end.index + 1;
  }
  if (text.slice(from).trim() !== '') pieces.push({ text: text.slice(from), offset: offset + from });
  return pieces;
}

/** The sentence as it was written. */
function quoteOf(text: string, { offset, text: { length } }: Piece): string {
  const quote = text.slice(offset, offset + length).trim();
  return quote.length > LONGEST_QUOTE ? `${quote.slice(0, LONGEST_QUOTE)}…` : quote;
}

interface About {
  heading: string | null;
  mark: DecimalMark | undefined;
}

interface Hit {
  index: number;
  text: string;
  value: ClaimValue;
  /** What it names itself. */
  name: string | null;
}

function inSentence(sentence: Piece, about: About): Omit<Proposal, 'line' | 'quote'>[] {
  const hits = [...datesIn(sentence.text), ...versionsIn(sentence.text), ...quantitiesIn(sentence.text, about.mark)]
    .sort((a, b) => a.index - b.index || b.text.length - a.text.length)
    .filter((hit, at, all) => !all.slice(0, at).some((other) => other.index + other.text.length > hit.index));
  const proposals = hits.map((hit, at) => {
    const before = at === 0 ? 0 : (hits[at - 1]?.index ?? 0) + (hits[at - 1]?.text.length ?? 0);
    const named = namesAround(sentence.text, before, hit, about.heading);
    return proposalOf(sentence, hit, named);
  });
  const ends = (hit: Hit): number => hit.index + hit.text.length;
  const features = featuresIn(sentence.text).filter(
    (feature) => !hits.some((hit) => hit.index < ends(feature) && feature.index < ends(hit)),
  );
  return [
    ...proposals,
    ...features.map((hit) => {
      const subject = about.heading ?? subjectOf(sentence.text.slice(0, hit.index)) ?? sheetTexts.the_offer;
      return proposalOf(sentence, hit, { subject, attribute: hit.name ?? hit.text });
    }),
  ];
}

function proposalOf(
  sentence: Piece,
  hit: Hit,
  named: { subject: string; attribute: string },
): Omit<Proposal, 'line' | 'quote'> {
  const { value, unit } = printValue(hit.value);
  return {
    ...named,
    value,
    unit: unit ?? null,
    value_kind: hit.value.kind,
    offset: sentence.offset + hit.index,
    length: hit.text.length,
  };
}

function hitsOf(
  text: string,
  pattern: RegExp,
  read: (found: RegExpExecArray) => Omit<Hit, 'index' | 'text'> | null,
): Hit[] {
  return [...text.matchAll(pattern)].flatMap((found) => {
    const hit = read(found);
    if (hit === null) return [];
    const lead = found[0].length - found[0].trimStart().length;
    return [{ index: found.index + lead, text: found[0].trim(), ...hit }];
  });
}

const readAs = (value: string, value_kind: ValueKind, mark?: DecimalMark): ClaimValue | null => {
  const read = readValue({ value, value_kind }, mark);
  return 'value' in read ? read.value : null;
};

const quantitiesIn = (text: string, mark: DecimalMark | undefined): Hit[] =>
  hitsOf(text, QUANTITIES, ([whole]) => {
    const value = readAs(whole.trim().replace(/(?<=\d)-(?=\p{L})/u, ' '), 'quantity', mark);
    return value === null ? null : { value, name: null };
  });

const datesIn = (text: string): Hit[] =>
  hitsOf(text, DAYS, ([whole]) => {
    const value = readAs(whole.trim(), 'date');
    return value === null ? null : { value, name: null };
  });

/** Whether a line says no more than when the text was written: that claims nothing. */
function datesTheText(text: string): boolean {
  const [day, ...more] = text.matchAll(DAYS);
  if (day === undefined || more.length > 0) return false;
  return DATELINE.test(text.slice(0, day.index)) && /^[\s.*_|)]*$/.test(text.slice(day.index + day[0].length));
}

const versionsIn = (text: string): Hit[] =>
  hitsOf(text, VERSIONS, (found) => {
    const value = readAs(found.groups?.value ?? '', 'version');
    return value === null ? null : { value, name: found.groups?.name ?? null };
  });

const featuresIn = (text: string): Hit[] =>
  hitsOf(text, FEATURES, (found) => {
    const { not, verb = '', no, object = '' } = found.groups ?? {};
    const said = /included|available/i.test(verb)
      ? (text
          .slice(0, found.index)
          .split(/[,;]\s(?:and )?/)
          .at(-1) ?? '')
      : object;
    const what = clean(said.split(/\s(?:and (?:supports|includes|does)|but|which|so that|aber)\s/iu)[0] ?? '');
    if (what === '' || tooLong(what)) return null;
    const value = readAs(not === undefined && no === undefined ? 'yes' : 'no', 'yes_no');
    const kept = /^(?:includes?|supports?|offers?|provides?|comes? with|enthält|unterstützt|bietet)/i.test(verb);
    const own = /included|available/i.test(verb);
    return value === null ? null : { value, name: kept || own ? what : `${verb.toLowerCase()} ${what}` };
  });

const tooLong = (text: string): boolean => text.length > 100 || text.split(/\s+/).length > 12;
const short = (text: string): string => clean(text).slice(0, 120);

/** Without marks of lists and tables at the ends. */
const clean = (text: string): string =>
  text
    .replaceAll(/[*_`|]+/g, ' ')
    .replaceAll(/\s+/gu, ' ')
    .replace(/^[\s\-–—•:,.;()]+/u, '')
    .replace(/[\s\-–—•:,.;(]+$/u, '');

const VERB =
  /\s(?:is|are|was|will be|takes?|costs?|lasts?|runs?|has|have|answers?|replies|responds?|recovers?|starts?|ends?|begins?|delivers?|stores?|keeps?|allows?|needs?|requires?|holds?|covers?|weighs?|uses?|restores?|ist|sind|dauert|kostet|beträgt|hat|haben|braucht|antwortet)\s/iu;

/** `Recovery takes` is about the recovery. */
const LAST_VERB =
  /\s(?:is|are|will be|takes?|costs?|lasts?|runs|has|have|begins?|ends?|ist|sind|dauert|kostet|beträgt)(?: (?:for|on|in))?$/iu;

/** What stands before the first verb. */
function subjectOf(before: string): string | null {
  const found = VERB.exec(` ${before} `);
  const subject = clean(found === null ? before : before.slice(0, Math.max(0, found.index - 1)));
  return subject === '' || tooLong(subject) ? null : subject.slice(0, 120);
}

/** Subject and attribute of a value, from the words around it. */
function namesAround(
  text: string,
  from: number,
  hit: Hit,
  heading: string | null,
): { subject: string; attribute: string } {
  const left = text.slice(from, hit.index);
  const label = /^\s*(?:[-*•–]\s+)?\|?\s*(.{2,80}?)\s*(?::|\t|\||\s–\s|\s=\s)\s*\S?/u.exec(
    text.slice(0, hit.index + 1),
  );
  if (hit.name !== null) {
    const name = short(hit.name).replace(/^(?:Requires?|Uses?|Runs|Needs?|Supports?|Braucht|Benötigt) /, '');
    return { subject: heading ?? sheetTexts.the_offer, attribute: `${name} version` };
  }
  if (from === 0 && label !== null && clean(label[1] ?? '') !== '') {
    return { subject: heading ?? sheetTexts.the_offer, attribute: short(label[1] ?? '') };
  }
  const behind = clean(text.slice(hit.index + hit.text.length).split(/[.;,()]|\s(?:and|und|but|is|are)\s/u)[0] ?? '');
  const words = clean(left.replace(/^.*[;,(]\s*(?=\S+\s)/u, ''))
    .replace(LAST_VERB, '')
    .replace(/^(?:the|a|an|der|die|das) /i, '');
  const attribute = plainWords(words).length > 2 && !tooLong(words) ? words : behind || words;
  if (heading !== null) return { subject: heading, attribute: (attribute || heading).slice(0, 120) };
  const subject = subjectOf(left) ?? sheetTexts.the_offer;
  const rest = clean(left.slice(left.indexOf(subject) + subject.length)) || behind || attribute || subject;
  return { subject, attribute: rest.slice(0, 120) };
}
