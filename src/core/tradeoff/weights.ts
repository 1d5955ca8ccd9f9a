import type { Random } from '../simulate/random.ts';
import { rocWeights, tieGroups } from './roc.ts';
import { swingWeights } from './swing.ts';
import { swingSampler } from './swing-sample.ts';
import type { Weighing } from './table.ts';

/** Puts one draw of weights (shares of 1) into the array that it is given. */
export type WeightSampler = (into: Float64Array) => void;

/** What a slider can be trusted with: a swing that was given is meant within so many points of 100. */
const SWING_GIVE = 5;

/**
 * The ranks that a person gave, one for each requirement. What they left out comes after all that they ranked, and is tied.
 */
function ranksOf(weighing: Weighing, requirement_ids: readonly string[]): number[] {
  const given = new Map(weighing.answers.map(({ requirement_id, value }) => [requirement_id, value]));
  return requirement_ids.map((requirement_id) => given.get(requirement_id) ?? Number.POSITIVE_INFINITY);
}

interface SwingRange {
  low: number;
  point: number;
  high: number;
}

/**
 * The swings that a person gave, the largest as 100. What they left out is worth something between nothing and the least
 * that they gave.
 */
function swingsOf(weighing: Weighing, requirement_ids: readonly string[]): SwingRange[] {
  const given = new Map(weighing.answers.map(({ requirement_id, value }) => [requirement_id, value]));
  const here = requirement_ids.map((requirement_id) => given.get(requirement_id));
  const stated = here.filter((swing) => swing !== undefined);
  const largest = Math.max(0, ...stated);
  const least = largest === 0 ? 100 : (100 * Math.min(...stated)) / largest;
  return here.map((swing) => {
    if (swing === undefined || largest === 0) return { low: 0, point: least / 2, high: least };
    const point = (100 * swing) / largest;
    // Two that were both given the most are meant to be equal.
    if (point === 100) return { low: 100, point, high: 100 };
    return { low: Math.max(0, point - SWING_GIVE), point, high: Math.min(100, point + SWING_GIVE) };
  });
}

/** The weights that a person's answers stand for, as shares of 1; equal where what they answered is no longer there. */
export function weightsOf(weighing: Weighing, requirement_ids: readonly string[]): number[] {
  if (weighing.method === 'ranking') return rocWeights(ranksOf(weighing, requirement_ids));
  return swingWeights(swingsOf(weighing, requirement_ids).map(({ point }) => point));
}

/**
 * Draws weights uniformly from all that agree with what a person said. For a ranking exactly: with E₁ … Eₙ exponential,
 * X₍ₖ₎ = Eₖ/k + … + Eₙ/n are n exponentials in falling order (A. Rényi, 1953), and exponentials divided by their sum are
 * uniform on the simplex (L. Devroye, Non-Uniform Random Variate Generation, 1986, chapter V). Tied ones are shuffled.
 */
export function samplerOf(weighing: Weighing, requirement_ids: readonly string[], random: Random): WeightSampler {
  if (weighing.method === 'ranking') return rankingSampler(ranksOf(weighing, requirement_ids), random);
  const swings = swingsOf(weighing, requirement_ids);
  // What they answered is no longer there: nothing is known of them.
  if (!swings.some(({ low }) => low === 100)) return anySampler(requirement_ids.length, random);
  return swingSampler(
    swings.map(({ low }) => low / 100),
    swings.map(({ high }) => high / 100),
    random,
  );
}

/** Draws from all weights there are, for when nobody has said anything: every order is as good. */
export const anySampler = (count: number, random: Random): WeightSampler =>
  rankingSampler(Array<number>(count).fill(1), random);

function rankingSampler(ranks: readonly number[], random: Random): WeightSampler {
  const groups = tieGroups(ranks);
  const order = Int32Array.from(groups.flatMap(({ members }) => members));
  const n = ranks.length;
  return (into) => {
    for (const { first, members } of groups) if (members.length > 1) shuffle(order, first, members.length, random);
    let x = 0;
    let sum = 0;
    for (let place = n; place >= 1; place--) {
      x -= Math.log(1 - random.unit()) / place;
      into[order[place - 1] as number] = x;
      sum += x;
    }
    for (let place = 0; place < n; place++) into[place] = (into[place] as number) / sum;
  };
}

/** Fisher and Yates, on a stretch of an array. */
function shuffle(order: Int32Array, first: number, count: number, random: Random): void {
  for (let left = count - 1; left > 0; left--) {
    const other = first + Math.floor(random.unit() * (left + 1));
    const kept = order[first + left] as number;
    order[first + left] = order[other] as number;
    order[other] = kept;
  }
}
