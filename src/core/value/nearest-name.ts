/** How many letters may be wrong in a name that was meant: a third of them, at most three. */
const WRONG_PART = 3;
const WRONG_MOST = 3;

/**
 * The known name that someone who wrote another one most likely meant; null where none is near.
 * Near is by the number of letters to insert, take out or replace (V. I. Levenshtein, 1966), whatever their case.
 */
export function nearestName(written: string, known: Iterable<string>): string | null {
  let nearest: string | null = null;
  let least = Math.min(WRONG_MOST, Math.ceil(written.length / WRONG_PART)) + 1;
  for (const name of known) {
    const away = distance(written.toLowerCase(), name.toLowerCase());
    if (away < least) {
      nearest = name;
      least = away;
    }
  }
  return nearest;
}

/** Edits between two words. */
export function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
