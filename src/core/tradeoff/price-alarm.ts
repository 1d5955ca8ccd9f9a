import type { Money } from '../shaking.ts';

/** Values so many points of 100 apart, or less, do not tell options apart. */
export const ALIKE_POINTS = 5;
/** Costs that differ by less than this part of the lower one are the same. */
const SAME_COST = 0.02;
const NAMED = 3;

export interface AlarmInput {
  /** The options that could be bought and are still in: doing nothing has no price to decide on. */
  options: readonly { option_id: string; value: number; cost: Money | null }[];
  requirements: readonly { requirement_id: string; text: string }[];
  /** Shares of 1. */
  weights: readonly number[];
  /** Option after option, all requirements: the lowest and the highest score each can have. */
  low: readonly (readonly number[])[];
  high: readonly (readonly number[])[];
  known: readonly (readonly boolean[])[];
}

export interface Separator {
  requirement_id: string;
  text: string;
  /** How many points of value it could put between two of the options. */
  points: number;
  /** `unknown`: not everything is scored there. `range`: the scores are only known roughly. `weight`: they differ, and it weighs little. */
  why: 'unknown' | 'range' | 'weight';
}

export interface PriceAlarm {
  /** How far apart the values of the options are. */
  apart: number;
  separators: Separator[];
}

/**
 * Whether only price still tells options apart: at least two could be bought, the values of all of them are within
 * 5 points of 100, and their costs differ by more than 2 %. Then up to three requirements are named that would separate
 * them: by how far two options can still be apart there, times its weight; and after those, where they are known to differ
 * and it weighs little, by how far.
 *
 * The rule is our own, from the finding that more than half of buying groups that find trade-offs too hard buy on price.
 *
 * @returns null where something else tells them apart, or price does not either
 */
export function priceAlarm(input: AlarmInput): PriceAlarm | null {
  const { options } = input;
  if (options.length < 2) return null;
  const values = options.map(({ value }) => value);
  const apart = Math.max(...values) - Math.min(...values);
  if (apart > ALIKE_POINTS || !costsDiffer(options)) return null;
  return { apart, separators: separatorsOf(input) };
}

function costsDiffer(options: AlarmInput['options']): boolean {
  const costs = options.flatMap(({ cost }) => (cost === null ? [] : [cost]));
  return costs.some((one) =>
    costs.some(
      (other) =>
        one.currency === other.currency &&
        other.amount_minor - one.amount_minor > SAME_COST * Math.max(0, one.amount_minor),
    ),
  );
}

function separatorsOf(input: AlarmInput): Separator[] {
  const { requirements, weights } = input;
  const open: Separator[] = [];
  const settled: Separator[] = [];
  requirements.forEach(({ requirement_id, text }, column) => {
    const weight = weights[column] as number;
    const span = spanOf(input, column);
    if (span <= 0) return;
    const is_known = input.known.every((row) => row[column] === true);
    const is_point = input.low.every((row, option) => row[column] === input.high[option]?.[column]);
    if (is_known && is_point) settled.push({ requirement_id, text, points: span, why: 'weight' });
    else open.push({ requirement_id, text, points: weight * span, why: is_known ? 'range' : 'unknown' });
  });
  const most = (a: Separator, b: Separator): number => b.points - a.points;
  return [...open.filter(({ points }) => points > 0).sort(most), ...settled.sort(most)].slice(0, NAMED);
}

/** How far two different options can be apart on a requirement. */
function spanOf({ low, high }: AlarmInput, column: number): number {
  let span = 0;
  for (const [one, row] of high.entries()) {
    for (const [other, below] of low.entries()) {
      if (one !== other) span = Math.max(span, (row[column] as number) - (below[column] as number));
    }
  }
  return span;
}
