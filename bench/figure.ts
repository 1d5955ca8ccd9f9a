/** One line of `npm run bench -- --json`: a ratio against a reference measured in the same run. */
export interface FigureLine {
  figure: string;
  ratio: number;
  /** What the ratio must reach. */
  must: number;
  /** Whether a higher or a lower ratio is better, so whether `must` is a floor or a ceiling. */
  better: 'higher' | 'lower';
  /** How many times each side was measured; the ratio is of their medians. */
  runs: number;
  /** What was measured on each side, with units in the names. */
  detail: Record<string, unknown>;
}

/** The middle of some measurements, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const high = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? Number.NaN) + high) / 2;
}
