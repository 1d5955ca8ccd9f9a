/**
 * Swing weights: how much it is worth to go from the worst to the best of each requirement, as a part of the one where that
 * is worth most, which is 100; divided by their sum.
 *
 * Source: W. Edwards and F. H. Barron, "SMARTS and SMARTER: Improved Simple Methods for Multiattribute Utility
 * Measurement", Organizational Behavior and Human Decision Processes 60 (1994).
 *
 *   swingWeights([100, 80, 20])  // [0.5, 0.4, 0.1]
 *
 * @param swings 0 or more each, on any scale
 * @returns shares of 1, in the order of `swings`; empty for none
 * @throws {RangeError} where all are 0, or one is negative or no finite number
 */
export function swingWeights(swings: readonly number[]): number[] {
  if (swings.length === 0) return [];
  if (swings.some((swing) => !Number.isFinite(swing) || swing < 0)) {
    throw new RangeError(
      'A swing is a number from 0 to 100. Give 100 to what matters most and the others in proportion.',
    );
  }
  // Divided by the largest first: sums of very large swings would be infinite.
  const largest = Math.max(...swings);
  if (largest === 0) {
    throw new RangeError('All of them are 0, so nothing would count. Give 100 to what matters most.');
  }
  const parts = swings.map((swing) => swing / largest);
  const sum = parts.reduce((total, part) => total + part, 0);
  // + 0 makes −0 a plain 0.
  return parts.map((part) => part / sum + 0);
}
