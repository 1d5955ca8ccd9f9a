import { formatTenths } from '../../catalogue/format.ts';
import { tradeoffWords } from '../../catalogue/tradeoff-words.ts';
import { type Grid, rowOf, type WeighedOption, type WeighedRequirement } from './table.ts';

/** A must-have that an option does not reach. */
export interface Miss {
  requirement_id: string;
  text: string;
  /** The best score it can have there. */
  high: number;
  low: number;
  met_from: number;
  known: boolean;
}

export interface Elimination {
  option_id: string;
  /** Must-haves that it misses even at its best: it is out. */
  missed: Miss[];
  /** Must-haves of which it is not yet known whether it meets them. */
  open: Miss[];
}

/**
 * Elimination by must-haves: an option whose score on a must-have stays below what that needs is out, however well it does
 * elsewhere (a conjunctive rule: C. H. Coombs, A Theory of Data, 1964). Where its range reaches across, that is open.
 *
 *   a must met from 50, a score of 20–40: missed; 40–60, or no score yet: open; 50: met
 */
export function eliminationOf(
  options: readonly WeighedOption[],
  requirements: readonly WeighedRequirement[],
  grid: Grid,
): Elimination[] {
  return options.map(({ option_id }, row) => {
    const low = rowOf(grid.low, row, requirements.length);
    const high = rowOf(grid.high, row, requirements.length);
    const missed: Miss[] = [];
    const open: Miss[] = [];
    requirements.forEach(({ requirement_id, text, priority, met_from }, column) => {
      if (priority !== 'must') return;
      const [worst, best] = [low[column] as number, high[column] as number];
      const known = grid.known[row * requirements.length + column] === 1;
      const miss = { requirement_id, text, low: worst, high: best, met_from, known };
      if (best < met_from) missed.push(miss);
      else if (worst < met_from) open.push(miss);
    });
    return { option_id, missed, open };
  });
}

/** Why an option is out, as a sentence; null where it is not. */
export function eliminationSentence(name: string, { missed }: Elimination): string | null {
  const [first] = missed;
  if (first === undefined) return null;
  const { low, high, text, met_from } = first;
  return tradeoffWords.out(
    ...([name, formatTenths(high), low !== high, text, formatTenths(met_from)] as const),
    missed.length - 1,
  );
}
