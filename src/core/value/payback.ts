/**
 * Payback: after how many periods what has come in has made up for what was paid, for good. Within the period in which that
 * happens the flow counts as even, so the answer has a fraction (Brealey, Myers, Allen, ch. 5).
 *
 * payback([−100, 60, 60]) = 1 + 40/60
 * @param rate per period; 0 for simple payback, above for discounted payback
 * @returns null where it does not happen within the flows; 0 where nothing was ever owed
 */
export function payback(flows: ArrayLike<number>, rate = 0): number | null {
  let sum = 0;
  let factor = 1;
  let paid_at: number | null = null;
  for (let t = 0; t < flows.length; t++) {
    const flow = (flows[t] ?? 0) * factor;
    const before = sum;
    sum += flow;
    if (sum < 0) paid_at = null;
    else if (paid_at === null) paid_at = t === 0 || before >= 0 ? t : t - 1 + -before / flow;
    factor /= 1 + rate;
  }
  return paid_at;
}
