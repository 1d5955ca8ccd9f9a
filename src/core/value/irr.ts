import { npv } from './npv.ts';

/** The internal rates of return of cash flows, per period. */
export type Irr =
  | { found: 'one'; rate: number }
  /** The flows change sign more than once, and more than one rate makes them worth nothing now: none of them says much. */
  | { found: 'several'; rates: readonly number[] }
  | { found: 'none' };

/** Rates from −99.9 % to 1,000,000 % a period are looked at; beyond them no rate says anything. */
const LOWEST = Math.log(0.001);
const HIGHEST = Math.log(10_001);
const STEPS = 2_000;

/**
 * Internal rate of return: the rate at which the net present value is nothing. Every change of sign on a grid of
 * ln(1 + r) is bracketed and bisected to the last bit; by Descartes' rule of signs there are at most as many rates as the flows
 * change sign, so flows that never do have none.
 *
 * irr([−100, 60, 60]) ≈ 13.07 %
 */
export function irr(flows: ArrayLike<number>): Irr {
  const changes = signChanges(flows);
  if (changes === 0) return { found: 'none' };
  const rates: number[] = [];
  let left = LOWEST;
  let at_left = valueAt(flows, left);
  for (let step = 1; step <= STEPS && rates.length < changes; step++) {
    const right = LOWEST + ((HIGHEST - LOWEST) * step) / STEPS;
    const at_right = valueAt(flows, right);
    if (at_left === 0) rates.push(Math.expm1(left));
    else if (at_left * at_right < 0) rates.push(Math.expm1(bisected(flows, left, right)));
    left = right;
    at_left = at_right;
  }
  const [rate] = rates;
  if (rate === undefined) return { found: 'none' };
  return rates.length === 1 ? { found: 'one', rate } : { found: 'several', rates };
}

/** Scaled to its largest part, so that no power overflows before its sign is known. */
function valueAt(flows: ArrayLike<number>, log_rate: number): number {
  if (log_rate >= 0) return npv(flows, Math.expm1(log_rate));
  // Below 0 the later flows weigh more: counted from the end.
  let sum = 0;
  const factor = Math.exp(log_rate);
  for (let t = 0; t < flows.length; t++) sum = sum * factor + (flows[t] ?? 0);
  return sum;
}

function bisected(flows: ArrayLike<number>, from: number, to: number): number {
  let low = from;
  let high = to;
  const rising = valueAt(flows, low) < 0;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    const value = valueAt(flows, middle);
    if (value === 0) return middle;
    if (value < 0 === rising) low = middle;
    else high = middle;
  }
}

function signChanges(flows: ArrayLike<number>): number {
  let changes = 0;
  let last = 0;
  for (let t = 0; t < flows.length; t++) {
    const sign = Math.sign(flows[t] ?? 0);
    if (sign === 0) continue;
    if (last !== 0 && sign !== last) changes++;
    last = sign;
  }
  return changes;
}
