import { formulas } from '../../catalogue/formulas.ts';
import type { Correlation } from './case.ts';
import { type Fault, fault } from './fault.ts';

/** Assumptions that move together, and how their standard normal draws are mixed: the lower triangle, row by row. */
export interface Mixing {
  /** Places of the assumptions, as the rows of `lower`. */
  places: readonly number[];
  lower: readonly Float64Array[];
}

/**
 * Mixes independent standard normal draws so that the values drawn have the rank correlations said: a Gaussian copula. The
 * normal draws correlate by 2 · sin(π ρ / 6) where the ranks correlate by ρ (K. Pearson, 1907; R. Clemen, T. Reilly,
 * "Correlations and copulas for decision and risk analysis", 1999); Cholesky's triangle mixes them.
 * @param placeOf the place of an assumption that has a range, or −1
 * @returns null where nothing correlates, or a sentence where the correlations cannot all hold
 */
export function mixingOf(
  correlations: readonly Correlation[],
  placeOf: (assumption_id: string) => number,
): Mixing | Fault | null {
  const known = correlations
    .map(({ one, other, r }) => ({ one: placeOf(one), other: placeOf(other), r }))
    .filter(({ one, other, r }) => one >= 0 && other >= 0 && one !== other && r !== 0);
  if (known.length === 0) return null;
  const places = [...new Set(known.flatMap(({ one, other }) => [one, other]))].sort((a, b) => a - b);
  const matrix = places.map((_, row) => {
    const line = new Float64Array(places.length);
    line[row] = 1;
    return line;
  });
  for (const { one, other, r } of known) {
    const row = places.indexOf(one);
    const column = places.indexOf(other);
    const of_normals = 2 * Math.sin((Math.PI * r) / 6);
    (matrix[row] as Float64Array)[column] = of_normals;
    (matrix[column] as Float64Array)[row] = of_normals;
  }
  const lower = cholesky(matrix);
  if (lower !== null) return { places, lower };
  return fault('case.correlations', formulas.these_correlations_cannot_all);
}

/** The lower triangle L with L·Lᵀ = matrix (A.-L. Cholesky, 1910); null where there is none. */
export function cholesky(matrix: readonly Float64Array[]): Float64Array[] | null {
  const lower: Float64Array[] = [];
  for (const [row, line] of matrix.entries()) {
    const out = new Float64Array(matrix.length);
    lower.push(out);
    for (let column = 0; column <= row; column++) {
      let rest = line[column] as number;
      const other = lower[column] as Float64Array;
      for (let k = 0; k < column; k++) rest -= (out[k] as number) * (other[k] as number);
      if (column < row) out[column] = rest / (other[column] as number);
      else if (rest > 1e-12) out[row] = Math.sqrt(rest);
      else return null;
    }
  }
  return lower;
}

/** Mixes draws in place: `draws[k]` belongs to `places[k]`. From the last row up, as each uses only those before it. */
export function mix({ lower }: Mixing, draws: readonly Float64Array[], n: number): void {
  for (let row = lower.length - 1; row >= 0; row--) {
    const weights = lower[row] as Float64Array;
    const out = draws[row] as Float64Array;
    for (let i = 0; i < n; i++) {
      let sum = 0;
      for (let k = 0; k <= row; k++) sum += (weights[k] as number) * ((draws[k] as Float64Array)[i] as number);
      out[i] = sum;
    }
  }
}
