import type { Random } from '../simulate/random.ts';
import type { WeightSampler } from './weights.ts';

const STEPS = 2_048;
/** Where the density is below e^−TAIL of its peak, nothing is drawn. */
const TAIL = 36;

/**
 * Draws weights uniformly from { w : low·wᵣ ≤ w ≤ high·wᵣ, Σw = 1 }, where r is what got the largest swing.
 *
 * With tᵢ = wᵢ/wᵣ the weights are uniform where t has the density (1 + Σt)⁻ⁿ on the box of the ranges (the Jacobian is
 * wᵣⁿ). That density is a mixture over λ > 0 of independent exponentials cut to their ranges, because
 * (1 + Σt)⁻ⁿ ∝ ∫ λⁿ⁻¹ e^−λ(1+Σt) dλ. So λ is drawn first, from its density by a table of 2,048 steps, then each t exactly.
 *
 *   swingSampler([1, 0.5], [1, 0.5], random)  // always 2/3, 1/3
 *
 * @param low least part of the largest, 0–1; 1 for the largest itself
 * @param high the same, at most
 */
export function swingSampler(low: readonly number[], high: readonly number[], random: Random): WeightSampler {
  const lambdas = lambdaTable(low, high);
  const n = low.length;
  const spans = low.map((from, i) => (high[i] as number) - from);
  return (into) => {
    const lambda = drawFrom(lambdas, random);
    let sum = 0;
    // What was left out has the same range, one after another.
    let known_span = 0;
    let cut = 0;
    for (let i = 0; i < n; i++) {
      const from = low[i] as number;
      const span = spans[i] as number;
      if (span !== known_span) {
        known_span = span;
        cut = Math.expm1(-lambda * span);
      }
      const t = span === 0 ? from : from - Math.log1p(random.unit() * cut) / lambda;
      into[i] = t;
      sum += t;
    }
    for (let i = 0; i < n; i++) into[i] = (into[i] as number) / sum;
  };
}

interface LambdaTable {
  at: Float64Array;
  /** The distribution function there, from 0 to 1. */
  below: Float64Array;
}

/** log of λ^fixed · e^−λ·Σlow · Π(1 − e^−λ·span), `fixed` counting what has no range besides the largest. */
function lambdaTable(low: readonly number[], high: readonly number[]): LambdaTable {
  const spans = low.map((from, i) => (high[i] as number) - from).filter((span) => span > 0);
  const rate = low.reduce((sum, from) => sum + from, 0);
  const fixed = low.length - 1 - spans.length;
  const log = (lambda: number): number => {
    let density = fixed * Math.log(lambda) - lambda * rate;
    for (const span of spans) density += Math.log(-Math.expm1(-lambda * span));
    return density;
  };
  const peak = peakOf(log, low.length / rate);
  const top = log(peak);
  const from = edge(log, peak, top, 0.5);
  const to = edge(log, peak, top, 2);
  const at = new Float64Array(STEPS + 1);
  const below = new Float64Array(STEPS + 1);
  let before = 0;
  for (let step = 0; step <= STEPS; step++) {
    const lambda = from + ((to - from) * step) / STEPS;
    const density = Math.exp(log(lambda) - top);
    at[step] = lambda;
    if (step > 0) below[step] = (below[step - 1] as number) + (before + density) / 2;
    before = density;
  }
  const all = below[STEPS] as number;
  for (let step = 0; step <= STEPS; step++) below[step] = (below[step] as number) / all;
  return { at, below };
}

/** Where a log-concave density is greatest, by golden section between 0 and far beyond the mean. */
function peakOf(log: (lambda: number) => number, scale: number): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let [left, right] = [scale * 1e-9, scale * 64];
  for (let step = 0; step < 100; step++) {
    const a = right - golden * (right - left);
    const b = left + golden * (right - left);
    if (log(a) < log(b)) left = a;
    else right = b;
  }
  return (left + right) / 2;
}

/** How far the density reaches on one side of its peak. */
function edge(log: (lambda: number) => number, peak: number, top: number, factor: number): number {
  let at = peak;
  for (let step = 0; step < 60 && top - log(at) < TAIL; step++) at *= factor;
  let [inside, outside] = [at / factor, at];
  for (let step = 0; step < 30; step++) {
    const middle = (inside + outside) / 2;
    if (top - log(middle) < TAIL) inside = middle;
    else outside = middle;
  }
  return outside;
}

function drawFrom({ at, below }: LambdaTable, random: Random): number {
  const share = random.unit();
  let [left, right] = [0, STEPS];
  while (right - left > 1) {
    const middle = (left + right) >> 1;
    if ((below[middle] as number) <= share) left = middle;
    else right = middle;
  }
  const [from, to] = [below[left] as number, below[right] as number];
  const part = to === from ? 0 : (share - from) / (to - from);
  return (at[left] as number) + part * ((at[right] as number) - (at[left] as number));
}
