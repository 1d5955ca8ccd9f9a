/**
 * Net present value: Σ CF_t · (1 + r)^−t for t = 0, 1, … R. Brealey, S. Myers, F. Allen, "Principles of Corporate
 * Finance", ch. 2. Spreadsheets' NPV() begins at t = 1 instead.
 *
 * npv([−100, 60, 60], 0.1) = 4.13…
 * @param flows in one currency, the first now
 * @param rate per period, above −1
 */
export function npv(flows: ArrayLike<number>, rate: number): number {
  // Horner, from the last period back: one multiplication per period, and no power of a small number.
  const factor = 1 / (1 + rate);
  let sum = 0;
  for (let t = flows.length - 1; t >= 0; t--) sum = sum * factor + (flows[t] ?? 0);
  return sum;
}

/** What a rate a year is a month, so that twelve months give it again: (1 + r)^(1/12) − 1. */
export const monthlyRate = (yearly: number): number => Math.expm1(Math.log1p(yearly) / 12);
