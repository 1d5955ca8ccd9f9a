import { readings } from '../../catalogue/readings.ts';
import { type Comparable, compareClaims, plainWords, thingOf } from './compare.ts';

/** Words that say nothing of what a claim is about. */
const EMPTY = new Set(
  'a an the of in on for to and or is are be by with at as it its per from der die das ein eine und oder ist im in mit von zu'.split(
    ' ',
  ),
);
/** Scripts that write without spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** The words of a text that carry meaning, each once; of scripts without spaces, each two neighbouring signs. */
export function tokensOf(text: string): Set<string> {
  const tokens = new Set<string>();
  for (const word of plainWords(text).split(' ')) {
    if (word === '' || EMPTY.has(word)) continue;
    if (!UNSPACED.test(word)) tokens.add(stem(word));
    else for (const pair of pairsIn(word)) tokens.add(pair);
  }
  return tokens;
}

/** English endings only: `answers` and `answered` begin alike. */
const stem = (word: string): string => (word.length > 4 ? word.replace(/(?:ing|ed|es|s)$/, '') : word);

function pairsIn(word: string): string[] {
  const signs = [...word];
  return signs.length < 2 ? signs : signs.slice(1).map((sign, at) => `${signs[at]}${sign}`);
}

/**
 * How alike two texts are, 0 to 1: twice the words they share over the words they have (Dice 1945, “Measures of the amount
 * of ecologic association between species”, Ecology 26, 297–302; Sørensen 1948). Symmetric; 1 for the same words.
 */
export function similarity(a: string, b: string): number {
  const [one, other] = [tokensOf(a), tokensOf(b)];
  if (one.size + other.size === 0) return 0;
  let shared = 0;
  for (const token of one) if (other.has(token)) shared++;
  return (2 * shared) / (one.size + other.size);
}

export interface Identified extends Comparable {
  claim_id: string;
}

/** Two claims that a person should see side by side, because a program cannot say whether both can hold. */
export interface Pair {
  claim_ids: readonly [string, string];
  /** 0 to 1. */
  similarity: number;
  why: string;
}

/** How alike subject and attribute have to be for two claims to be looked at together. */
const ALIKE = 0.5;
const MOST_PAIRS = 50;

/**
 * Pairs of claims about the same or a similar thing that a program cannot compare, the most similar first. `claims` are
 * those that count.
 */
export function similarClaims(claims: readonly Identified[]): Pair[] {
  const pairs: Pair[] = [];
  claims.forEach((one, at) => {
    for (const other of claims.slice(at + 1)) {
      const pair = pairOf(one, other);
      if (pair !== null) pairs.push(pair);
    }
  });
  return pairs.sort((a, b) => b.similarity - a.similarity).slice(0, MOST_PAIRS);
}

function pairOf(one: Identified, other: Identified): Pair | null {
  if ((one.option_id ?? null) !== (other.option_id ?? null)) return null;
  const alike = similarity(aboutOf(one), aboutOf(other));
  if (alike < ALIKE) return null;
  // Compared as if they were about the same thing: which they may well be, in other words.
  const { verdict, why } = compareClaims(one, { ...other, subject: one.subject, attribute: one.attribute });
  const same_thing = thingOf(one) === thingOf(other);
  if (verdict === 'same' || (verdict !== 'unclear' && same_thing)) return null;
  if (verdict === 'together') return null;
  return {
    claim_ids: [one.claim_id, other.claim_id],
    similarity: alike,
    why: verdict === 'conflict' ? readings.they_seem_about_same : why,
  };
}

const aboutOf = ({ subject, attribute }: Comparable): string => `${subject} ${attribute}`;
