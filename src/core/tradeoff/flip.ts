import { additiveValue } from './value.ts';

/** Values that differ by less are the same. */
const SAME = 1e-9;

/** The options that are still in, with what they are scored and weighed by. */
export interface FlipInput {
  /** Shares of 1. */
  weights: readonly number[];
  /** Option after option, a score for each requirement, 0–100. */
  scores: readonly (readonly number[])[];
  /** For each requirement the score from which it is met where it is a must; 0 where nothing has to be met. */
  met_from: readonly number[];
  /** The scores of options that are out by their must-haves: one score can bring one back. */
  out?: readonly (readonly number[])[];
}

/** A weighting, as near as there is to the one that was given, with which another option is as good as the winner. */
export interface WeightFlip {
  /** The option that comes level; any more of the same puts it ahead. */
  option: number;
  /** How much of the weight moves, 0–1: half the L1 distance of the two weightings. */
  moved: number;
  /** Where it is taken from, and how much. */
  from: { requirement: number; amount: number }[];
  /** Where all of it goes. */
  to: number;
  weights: number[];
}

/** A change of one score with which another option is as good as the winner, or the winner is out. */
export interface ScoreFlip {
  /** Whose score changes; those that are out are counted after those that are in. */
  option: number;
  requirement: number;
  before: number;
  after: number;
  /** The option that comes level, or takes the place of the one that is out. */
  winner: number;
  /** The change puts the winner below what a must-have needs, not behind. */
  eliminates: boolean;
  /** The change brings back an option that was out. */
  admits: boolean;
}

/** The best option by additive value; the first of equals. −1 for none. */
export function winnerOf({ weights, scores }: FlipInput): number {
  let best = -1;
  let best_value = Number.NEGATIVE_INFINITY;
  scores.forEach((row, option) => {
    const value = additiveValue(weights, row);
    if (value > best_value + SAME) [best, best_value] = [option, value];
  });
  return best;
}

/**
 * The smallest change of weights that changes the winner: of all weightings with which another option is as good, the one
 * nearest to the given one by how much weight moves (half the L1 distance, the total variation).
 *
 * Exact. With d = scores of the other − scores of the winner, weight moved from i to j brings the other nearer by
 * (dⱼ − dᵢ) for each part moved. So all of it goes to the greatest d, and it is taken from the smallest d first, as far as
 * there is weight: the greedy solution of a fractional knapsack (G. B. Dantzig, 1957).
 *
 *   weights [0.6, 0.4], winner [80, 20], other [40, 60]: moves 0.1 from the first to the second
 *
 * @returns null where no weighting changes the winner, because nothing else is better at anything, or where there is one
 * option only
 */
export function weightFlip(input: FlipInput): WeightFlip | null {
  const winner = winnerOf(input);
  let best: WeightFlip | null = null;
  input.scores.forEach((_, option) => {
    if (option === winner) return;
    const flip = weightFlipTo(input, winner, option);
    if (flip !== null && (best === null || flip.moved < best.moved - SAME)) best = flip;
  });
  return best;
}

function weightFlipTo({ weights, scores }: FlipInput, winner: number, option: number): WeightFlip | null {
  const other = scores[option] as readonly number[];
  const leading = scores[winner] as readonly number[];
  const difference = other.map((score, requirement) => score - (leading[requirement] as number));
  let gap = -additiveValue(weights, difference);
  const to = difference.indexOf(Math.max(...difference));
  const gain = difference[to] ?? 0;
  if (gap > SAME && gain <= SAME) return null;
  const sources = difference
    .map((d, requirement) => ({ d, requirement, weight: weights[requirement] as number }))
    .filter(({ d, weight }) => d < gain && weight > 0)
    .sort((a, b) => a.d - b.d);
  const from: WeightFlip['from'] = [];
  const changed = [...weights];
  for (const { d, requirement, weight } of sources) {
    if (gap <= SAME) break;
    const amount = Math.min(weight, gap / (gain - d));
    gap -= amount * (gain - d);
    from.push({ requirement, amount });
    changed[requirement] = weight - amount;
    changed[to] = (changed[to] as number) + amount;
  }
  const moved = from.reduce((sum, { amount }) => sum + amount, 0);
  return { option, moved, from, to, weights: changed };
}

/**
 * The smallest change of one score that changes the winner, with the weights as they are. Exact: a score that changes by
 * x moves its option's value by its weight times x. Also counts what puts the winner below a must-have, and what lets in
 * an option that is out for one must-have only.
 * @returns null where no single score, from 0 to 100, changes it
 */
export function scoreFlip(input: FlipInput): ScoreFlip | null {
  const { weights, scores } = input;
  const winner = winnerOf(input);
  if (winner < 0) return null;
  const values = scores.map((row) => additiveValue(weights, row));
  const second = runnerUp(values, winner);
  const changes: ScoreFlip[] = admissions(input, values[winner] as number);
  if (second >= 0) changes.push(...changesWithin(input, { winner, second, values }));
  return smallest(changes);
}

/** What one score changes among the options that are in. */
function changesWithin(
  { weights, scores, met_from }: FlipInput,
  { winner, second, values }: { winner: number; second: number; values: readonly number[] },
): ScoreFlip[] {
  const changes: ScoreFlip[] = [];
  weights.forEach((weight, requirement) => {
    const leading = (scores[winner] as readonly number[])[requirement] as number;
    const line = met_from[requirement] as number;
    const lowered = weight > 0 ? leading - gapOf(values, winner, second) / weight : Number.NEGATIVE_INFINITY;
    const at = { option: winner, requirement, before: leading, winner: second, admits: false };
    if (line > 0) changes.push({ ...at, after: Math.max(line, lowered), eliminates: line > lowered });
    else if (lowered >= 0) changes.push({ ...at, after: lowered, eliminates: false });
    if (weight <= 0) return;
    scores.forEach((row, option) => {
      if (option === winner) return;
      const before = row[requirement] as number;
      const after = before + gapOf(values, winner, option) / weight;
      if (after <= 100)
        changes.push({ option, requirement, before, after, winner: option, eliminates: false, admits: false });
    });
  });
  return changes;
}

/** What lets an option in that misses one must-have, and makes it as good as the best. */
function admissions({ weights, scores, met_from, out = [] }: FlipInput, lead: number): ScoreFlip[] {
  return out.flatMap((row, place): ScoreFlip[] => {
    const missed = row.flatMap((score, requirement) =>
      score < (met_from[requirement] as number) ? [requirement] : [],
    );
    const [requirement] = missed;
    if (requirement === undefined || missed.length > 1) return [];
    const before = row[requirement] as number;
    const gap = lead - additiveValue(weights, row);
    const weight = weights[requirement] as number;
    const level = gap <= SAME ? before : weight > 0 ? before + gap / weight : Number.POSITIVE_INFINITY;
    const after = Math.max(met_from[requirement] as number, level);
    const option = scores.length + place;
    return after > 100 ? [] : [{ option, requirement, before, after, winner: option, eliminates: false, admits: true }];
  });
}

const gapOf = (values: readonly number[], winner: number, other: number): number =>
  Math.max(0, (values[winner] as number) - (values[other] as number));

function runnerUp(values: readonly number[], winner: number): number {
  let second = -1;
  values.forEach((value, option) => {
    if (option !== winner && (second < 0 || value > (values[second] as number))) second = option;
  });
  return second;
}

function smallest(changes: readonly ScoreFlip[]): ScoreFlip | null {
  const by = ({ before, after }: ScoreFlip): number => Math.abs(after - before);
  let best: ScoreFlip | null = null;
  for (const change of changes) if (best === null || by(change) < by(best) - SAME) best = change;
  return best;
}
