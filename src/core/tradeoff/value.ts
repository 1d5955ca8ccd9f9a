/**
 * The additive value of an option: its scores, each times its weight, summed. Scores go from 0 (worst that one would look
 * at) to 100 (best), weights are shares of 1, so values go from 0 to 100. It holds where what one requirement is worth does
 * not depend on how another is met.
 *
 * Source: R. L. Keeney and H. Raiffa, Decisions with Multiple Objectives (1976), chapter 3; as used by SMART.
 *
 *   additiveValue([0.75, 0.25], [80, 40])  // 70
 *
 * @throws {RangeError} where there are not as many scores as weights
 */
export function additiveValue(weights: ArrayLike<number>, scores: ArrayLike<number>): number {
  if (weights.length !== scores.length) {
    throw new RangeError(
      `There are ${weights.length} weights for ${scores.length} scores. Each score needs its weight.`,
    );
  }
  let value = 0;
  for (let place = 0; place < weights.length; place++) value += (weights[place] as number) * (scores[place] as number);
  return value + 0;
}
