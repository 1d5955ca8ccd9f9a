import type { Side } from './body/words.ts';
import { isKnown, type LedgerEvent, type UnknownEvent } from './event.ts';
import type { Zone } from './zone.ts';

/** What stands in place of the name of someone who was erased. */
export const ERASED_PERSON = 'someone (erased)';
/** What stands in place of a text that was blanked. */
export const ERASED_TEXT = '(erased)';

/** What a person is known by in texts. */
export interface Identifiers {
  names: readonly string[];
  addresses: readonly string[];
}

/** A place in a text that may mean a person: `from` and `length` count UTF-16 units of the text as it stands. */
export interface Mention {
  from: number;
  length: number;
  what: 'name' | 'part' | 'address';
}

/** A part of a name says something from so many letters on. */
const least_letters = 3;

/**
 * Where a text mentions someone: their full name, each part of it of three letters or more, their address; as whole
 * words, whatever the case, accents and Unicode form. A part inside a full name or address is not told again. It rather
 * finds too much than too little: people look at each place.
 */
export function mentionsOf(text: string, { names, addresses }: Identifiers): Mention[] {
  const folded = fold(text);
  const found: Mention[] = [];
  const look = (what: Mention['what'], pattern: RegExp | null): void => {
    if (pattern === null) return;
    for (const match of folded.text.matchAll(pattern)) {
      const from = folded.at[match.index] ?? 0;
      const to = folded.at[match.index + match[0].length] ?? text.length;
      const covered = found.some((other) => from < other.from + other.length && other.from < to);
      if (!covered) found.push({ from, length: to - from, what });
    }
  };
  for (const address of addresses) look('address', addressPattern(address));
  for (const name of longestFirst(names)) look('name', namePattern(name));
  for (const part of longestFirst(names.flatMap(partsOf))) look('part', namePattern(part));
  return found.sort((a, b) => a.from - b.from);
}

/** The text with full names and addresses replaced; parts of names stay, as they may be anybody's. */
export function withoutMentions(text: string, identifiers: Identifiers, instead: string): string {
  let result = '';
  let at = 0;
  for (const { from, length, what } of mentionsOf(text, identifiers)) {
    if (what === 'part') continue;
    result += text.slice(at, from) + instead;
    at = from + length;
  }
  return result + text.slice(at);
}

const longestFirst = (words: readonly string[]): string[] =>
  [...new Set(words)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));

const partsOf = (name: string): string[] =>
  name.split(/[^\p{L}\p{M}\p{N}'’]+/u).filter((part) => (part.match(/\p{L}/gu)?.length ?? 0) >= least_letters);

/** A text without case and accents, and for each of its units where that stood in the original. */
function fold(text: string): { text: string; at: number[] } {
  let folded = '';
  const at: number[] = [];
  // A letter with the marks that follow it is one; what comes of it may be longer (ß, ﬁ) or shorter.
  for (const cluster of text.matchAll(/[\s\S]\p{M}*/gu)) {
    const plain = foldLetters(cluster[0]);
    for (let i = 0; i < plain.length; i++) at.push(cluster.index);
    folded += plain;
  }
  at.push(text.length);
  return { text: folded, at };
}

/** Upper and then lower case folds what lower case alone keeps apart (ß and ss, the two small sigmas). */
const foldLetters = (letters: string): string =>
  letters
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '');

const escaped = (words: string): string => words.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

function namePattern(name: string): RegExp | null {
  const words = fold(name)
    .text.split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return null;
  return new RegExp(`(?<![\\p{L}\\p{N}])${words.map(escaped).join('\\s+')}(?![\\p{L}\\p{N}])`, 'gu');
}

function addressPattern(address: string): RegExp | null {
  const plain = fold(address.trim()).text;
  if (plain === '') return null;
  return new RegExp(`(?<![\\p{L}\\p{N}._%+-])${escaped(plain)}(?![\\p{L}\\p{N}-]|\\.[\\p{L}\\p{N}])`, 'gu');
}

/** Whether an event is about a person, by them, or in their name: where erasing them has to be told. */
export function concerns(event: LedgerEvent | UnknownEvent, person_id: string): boolean {
  if (event.actor.id === person_id || event.on_behalf_of === person_id) return true;
  return holdsId(event.body, person_id);
}

/** The fields of bodies that name people by their ids. */
const PERSON_FIELDS: ReadonlySet<string> = new Set(['person_id', 'delegate_id', 'by', 'person_ids', 'to_id']);

function holdsId(body: unknown, person_id: string): boolean {
  if (typeof body !== 'object' || body === null) return false;
  return Object.entries(body).some(([key, value]) => {
    if (PERSON_FIELDS.has(key) && [value].flat().includes(person_id)) return true;
    return holdsId(value, person_id);
  });
}

/** Kinds that say that something outside the ledger was erased. They are no activity and change no other event. */
export const isErasing = (event: LedgerEvent | UnknownEvent): boolean =>
  isKnown(event) && (event.kind === 'person.erased' || event.kind === 'text.blanked');

/** Which side looks at a text that mentions someone: its own zone's; of shared texts, the side that wrote them. */
export function reviewerOf(event: LedgerEvent | UnknownEvent): 'buyer' | 'seller' {
  if (event.zone !== 'shared') return event.zone;
  return event.actor.side === 'buyer' && event.import_id === null ? 'buyer' : 'seller';
}

/** Where an erasure is told, and which zones it reaches. */
export interface Reach {
  /** The zone of its event. */
  zone: Zone;
  zones: readonly Zone[];
}

/**
 * What an erasure reaches in one purchase, by where the person is known there. Known to both sides, it is told to both
 * and reaches everything. Known to one side alone, it stays there: it must not tell the other that there is anyone.
 *
 * @param known the zones whose events are about or by the person
 * @param by the side that asks; `none` is who runs the machine, for whom each zone is done by itself
 */
export function reachesOf(known: ReadonlySet<Zone>, by: Side | 'none'): Reach[] {
  if (known.has('shared')) return [{ zone: 'shared', zones: ['shared', 'buyer', 'seller'] }];
  const sides: readonly Side[] = by === 'none' ? ['buyer', 'seller'] : [by];
  return sides.filter((side) => known.has(side)).map((side) => ({ zone: side, zones: [side] }));
}
