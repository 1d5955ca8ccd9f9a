/** A quantile of simulated values and how sure it is. */
export interface Quantile {
  p: number;
  value: number;
  /** Standard error, from the order statistics one binomial standard deviation to either side. */
  se: number;
}

/**
 * Quantiles by linear interpolation between order statistics (R. Hyndman, Y. Fan, "Sample quantiles in statistical packages",
 * 1996, type 7). The rank of the p-quantile has standard deviation √(n p (1 − p)), so the values that many ranks away tell its
 * standard error without knowing the density (H. David, H. Nagaraja, "Order statistics", ch. 7).
 */
export function quantilesOf(values: Float64Array, ps: readonly number[]): Quantile[] {
  const sorted = values.toSorted();
  const last = sorted.length - 1;
  const at = (rank: number): number => {
    const bounded = Math.max(0, Math.min(last, rank));
    const below = Math.floor(bounded);
    const low = sorted[below] ?? Number.NaN;
    return low + (bounded - below) * ((sorted[Math.min(last, below + 1)] ?? low) - low);
  };
  return ps.map((p) => {
    const rank = p * last;
    const away = Math.sqrt(sorted.length * p * (1 - p));
    return { p, value: at(rank), se: (at(rank + away) - at(rank - away)) / 2 };
  });
}

/** How many values fall into each of `bins` stretches of equal width, for drawing. */
export function histogramOf(values: Float64Array, bins: number): { from: number; width: number; counts: number[] } {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const width = (high - low) / bins;
  const counts = new Array<number>(bins).fill(0);
  for (const value of values) {
    const bin = width === 0 ? 0 : Math.min(bins - 1, Math.floor((value - low) / width));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return { from: low, width, counts };
}
