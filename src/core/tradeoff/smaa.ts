import { type Random, randomOf } from '../simulate/random.ts';
import type { WeightSampler } from './weights.ts';

/** Scores drawn to see how surely an option is first with its own central weights; 95 % within ± 3.1 %. */
const CONFIDENCE_DRAWS = 1_000;

/** More than all values together: what misses a must comes after all that do not. */
const MISSED = 1_000;

export interface SmaaInput {
  options: number;
  requirements: number;
  /** Option after option, in each all requirements, 0–100. */
  low: Float64Array;
  high: Float64Array;
  /** For each requirement the score from which it counts as met where it is a must; 0 where nothing has to be met. */
  met_from: Float64Array;
  /** One for each person, made for the same seed. */
  people: readonly ((random: Random) => WeightSampler)[];
  /** How many weightings and scores are drawn in all, the same number for each person. */
  samples: number;
  seed: number;
}

export interface Smaa {
  /** How many were drawn; at least what was asked for. */
  samples: number;
  /** Option after option, the share in which it comes 1st, 2nd … */
  acceptability: Float64Array;
  /** Person after person, the share in which each option comes first for them. */
  first_for: Float64Array;
  /** Option after option, the mean of the weights with which it comes first; zeros where it never does. */
  central: Float64Array;
  /** How surely each option is first with its central weights, whatever the scores are within their ranges. */
  confidence: Float64Array;
}

/**
 * SMAA-2, stochastic multicriteria acceptability analysis: draws weights and scores uniformly from all that agree with what
 * people said, and counts how often each option comes in each place. *Rank acceptability* is that share, *central weights*
 * are the mean of the weights with which an option comes first, *confidence* is how often it does with just those.
 *
 * Several people: as many draws for each, so the shares are the mean of theirs (nobody's weights are mixed into a person
 * who does not exist). An option that misses a must in a draw comes after all that do not. Options of equal value share
 * their places.
 *
 * Source: R. Lahdelma and P. Salminen, "SMAA-2: Stochastic Multicriteria Acceptability Analysis for Group Decision Making",
 * Operations Research 49 (2001). The error of a share p after N draws is √(p(1−p)/N) (standard deviation).
 */
export function smaa(input: SmaaInput): Smaa {
  const { options, requirements, people } = input;
  const rounds = people.length === 0 ? 0 : Math.ceil(input.samples / people.length);
  const result: Smaa = {
    samples: rounds * people.length,
    acceptability: new Float64Array(options * options),
    first_for: new Float64Array(people.length * options),
    central: new Float64Array(options * requirements),
    confidence: new Float64Array(options),
  };
  const weights = new Float64Array(requirements);
  const values = new Float64Array(options);
  const ranker = rankerOf(options);
  people.forEach((person, index) => {
    // A stream for each person: what one says changes nothing in what is drawn for another.
    const random = randomOf(input.seed, index + 1);
    const draw = person(random);
    for (let round = 0; round < rounds; round++) {
      draw(weights);
      valuesOf(input, weights, random, values);
      take(result, ranker(values), { weights, person: index });
    }
  });
  finish(result, input, rounds);
  return result;
}

/** One draw of the scores, and what the options are worth with it; far below 0 for each must that is missed. */
function valuesOf(input: SmaaInput, weights: Float64Array, random: Random, into: Float64Array): void {
  const { options, requirements, low, high, met_from } = input;
  for (let option = 0, at = 0; option < options; option++) {
    let value = 0;
    for (let column = 0; column < requirements; column++, at++) {
      const from = low[at] as number;
      const span = (high[at] as number) - from;
      const score = span === 0 ? from : from + span * random.unit();
      value += (weights[column] as number) * score;
      if (score < (met_from[column] as number)) value -= MISSED;
    }
    into[option] = value;
  }
}

interface Ranked {
  /** Of each option, how many are better. */
  better: Int32Array;
  /** Of each option, how many are as good, itself included. */
  equal: Int32Array;
}

function rankerOf(options: number): (values: Float64Array) => Ranked {
  const ranked: Ranked = { better: new Int32Array(options), equal: new Int32Array(options) };
  return (values) => {
    ranked.better.fill(0);
    ranked.equal.fill(1);
    for (let a = 0; a < options; a++) {
      for (let b = a + 1; b < options; b++) {
        const by = (values[a] as number) - (values[b] as number);
        // Options that are the same but for the order of summing are as good as each other.
        if (Math.abs(by) < 1e-9) {
          ranked.equal[a] = (ranked.equal[a] as number) + 1;
          ranked.equal[b] = (ranked.equal[b] as number) + 1;
        } else if (by < 0) ranked.better[a] = (ranked.better[a] as number) + 1;
        else ranked.better[b] = (ranked.better[b] as number) + 1;
      }
    }
    return ranked;
  };
}

function take(result: Smaa, { better, equal }: Ranked, drawn: { weights: Float64Array; person: number }): void {
  const options = better.length;
  const { weights, person } = drawn;
  for (let option = 0; option < options; option++) {
    const place = better[option] as number;
    const shared = equal[option] as number;
    for (let rank = place; rank < place + shared; rank++) {
      const at = option * options + rank;
      result.acceptability[at] = (result.acceptability[at] as number) + 1 / shared;
    }
    if (place > 0) continue;
    const at = person * options + option;
    result.first_for[at] = (result.first_for[at] as number) + 1 / shared;
    for (let column = 0; column < weights.length; column++) {
      const cell = option * weights.length + column;
      result.central[cell] = (result.central[cell] as number) + (weights[column] as number) / shared;
    }
  }
}

/** Counts become shares, sums of weights become means. */
function finish(result: Smaa, input: SmaaInput, rounds: number): void {
  const { options, requirements } = input;
  const { samples, acceptability, first_for, central } = result;
  for (let option = 0; option < options; option++) {
    const first = acceptability[option * options] as number;
    if (first === 0) continue;
    for (let column = 0; column < requirements; column++) {
      const at = option * requirements + column;
      central[at] = (central[at] as number) / first;
    }
  }
  for (let at = 0; at < acceptability.length; at++) acceptability[at] = (acceptability[at] as number) / samples;
  for (let at = 0; at < first_for.length; at++) first_for[at] = (first_for[at] as number) / rounds;
  confidences(result, input);
}

/** The same draws of scores for every option's central weights. */
function confidences(result: Smaa, input: SmaaInput): void {
  const { options, requirements } = input;
  const random = randomOf(input.seed, 0);
  const certain = input.low.every((from, at) => from === input.high[at]);
  const draws = certain ? 1 : CONFIDENCE_DRAWS;
  const values = new Float64Array(options);
  const drawn: Drawn = { scores: new Float64Array(options * requirements), misses: new Int32Array(options) };
  const ranker = rankerOf(options);
  for (let draw = 0; draw < draws; draw++) {
    drawScores(input, random, drawn);
    for (let option = 0; option < options; option++) {
      if (!((result.acceptability[option * options] as number) > 0)) continue;
      valuesWith(drawn, result.central.subarray(option * requirements, (option + 1) * requirements), values);
      const { better, equal } = ranker(values);
      if (better[option] === 0) {
        result.confidence[option] = (result.confidence[option] as number) + 1 / (equal[option] as number) / draws;
      }
    }
  }
}

interface Drawn {
  scores: Float64Array;
  /** Of each option, how many musts it misses. */
  misses: Int32Array;
}

function drawScores({ options, requirements, low, high, met_from }: SmaaInput, random: Random, into: Drawn): void {
  for (let option = 0, at = 0; option < options; option++) {
    let misses = 0;
    for (let column = 0; column < requirements; column++, at++) {
      const from = low[at] as number;
      const span = (high[at] as number) - from;
      const score = span === 0 ? from : from + span * random.unit();
      into.scores[at] = score;
      if (score < (met_from[column] as number)) misses++;
    }
    into.misses[option] = misses;
  }
}

function valuesWith({ scores, misses }: Drawn, weights: Float64Array, into: Float64Array): void {
  for (let option = 0, at = 0; option < into.length; option++) {
    let value = -MISSED * (misses[option] as number);
    for (let column = 0; column < weights.length; column++, at++) {
      value += (weights[column] as number) * (scores[at] as number);
    }
    into[option] = value;
  }
}
