import { plainWords } from './claims/compare.ts';
import { similarity } from './claims/similar.ts';

/**
 * How alike two texts are, 0 to 1: the mean of what they share of their words ({@link similarity}) and of their trigrams, by
 * the same measure (twice the shared ones over all). Words alone miss a mistyped one; trigrams alone take `not` for little.
 * Symmetric; 1 for the same words in the same order, whatever the case and the signs between them.
 */
export function alike(a: string, b: string): number {
  const [one, other] = [plainWords(a), plainWords(b)];
  if (one === '' || other === '') return 0;
  if (one === other) return 1;
  return (similarity(one, other) + ofTrigrams(one, other)) / 2;
}

function ofTrigrams(a: string, b: string): number {
  const [one, other] = [trigramsOf(a), trigramsOf(b)];
  let shared = 0;
  for (const part of one) if (other.has(part)) shared++;
  return (2 * shared) / (one.size + other.size);
}

/** Each three neighbouring signs of a text that begins and ends with blanks, as in PostgreSQL's pg_trgm. */
function trigramsOf(text: string): Set<string> {
  const signs = [...`  ${text} `];
  return new Set(signs.slice(2).map((sign, at) => `${signs[at]}${signs[at + 1]}${sign}`));
}

/** Below this two questions are not the same question in other words. */
const LEAST_ALIKE = 0.34;

/** Things whose text is like one that somebody writes, the most alike first; of equals the first given. */
export function mostAlike<T extends { text: string }>(
  text: string,
  things: readonly T[],
  limit: number,
): (T & { alike: number })[] {
  return things
    .map((thing) => ({ ...thing, alike: alike(text, thing.text) }))
    .filter((one) => one.alike >= LEAST_ALIKE)
    .sort((a, b) => b.alike - a.alike)
    .slice(0, limit);
}
