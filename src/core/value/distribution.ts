import { formulas } from '../../catalogue/formulas.ts';
import type { ValueAssumption } from './case.ts';
import { type Fault, fault } from './fault.ts';
import { normalCdf, normalQuantile } from './normal.ts';
import { pertQuantile } from './pert.ts';

/** 90 % of a normal distribution lie within this many standard deviations. */
const Z_95 = 1.6448536269514722;

/** A range of values as a function of where in it one draws: uniform draws in place, and standard normal ones. */
export interface Spread {
  /** Turns draws u in (0, 1) into values, in place. */
  ofUniform: (draws: Float64Array, n: number) => void;
  /** Turns standard normal draws into values, in place. */
  ofNormal: (draws: Float64Array, n: number) => void;
}

type Ranged = Pick<ValueAssumption, 'value' | 'low' | 'high' | 'distribution' | 'name'>;

export const hasRange = ({ low, high }: Pick<ValueAssumption, 'low' | 'high'>): boolean =>
  low !== null && high !== null && low !== high;

/** What is wrong with a range, as a sentence; null for none, and for a value without one. */
export function faultOfRange(assumption: Ranged): Fault | null {
  const { low, high, value, distribution, name } = assumption;
  if (low === null || high === null) return null;
  if (low > high) return fault('assumption.range', formulas.low_end_above_its(name));
  if (value < low || value > high) {
    return fault('assumption.range', formulas.value_outside_its_range(name));
  }
  if (distribution === 'lognormal' && low <= 0) {
    return fault('assumption.range', formulas.cannot_lognormal_takes_low(name));
  }
  return null;
}

/**
 * How the values of an assumption spread over its range:
 * - uniform: every value from low to high alike;
 * - triangular: low and high are never passed, the value is likeliest (M. Evans et al., "Statistical Distributions");
 * - pert: the same ends, a beta distribution with mean (low + 4 · value + high) / 6 (D. Malcolm et al., 1959);
 * - normal: the value is the mean, 90 % lie in a stretch as wide as low to high;
 * - lognormal: low and high are the 5 % and 95 % quantiles.
 */
export function spreadOf(assumption: Ranged): Spread {
  const { value, distribution } = assumption;
  const low = assumption.low ?? value;
  const high = assumption.high ?? value;
  switch (distribution) {
    case 'uniform':
      return uniformSpread(low, high);
    case 'triangular':
      return triangularSpread(low, value, high);
    case 'pert':
      return byQuantile(pertQuantile(low, value, high));
    case 'normal': {
      const sd = (high - low) / (2 * Z_95);
      return byNormal((z) => value + sd * z);
    }
    case 'lognormal': {
      const mu = (Math.log(low) + Math.log(high)) / 2;
      const sigma = (Math.log(high) - Math.log(low)) / (2 * Z_95);
      return byNormal((z) => Math.exp(mu + sigma * z));
    }
  }
}

/** The two most frequent, as loops of their own: a call for every draw would cost as much as the draw. */
function uniformSpread(low: number, high: number): Spread {
  const width = high - low;
  return {
    ...byQuantile((u) => low + u * width),
    ofUniform: (draws, n) => {
      for (let i = 0; i < n; i++) draws[i] = low + (draws[i] as number) * width;
    },
  };
}

function triangularSpread(low: number, mode: number, high: number): Spread {
  const width = high - low;
  const below = (mode - low) * width;
  const above = (high - mode) * width;
  const turn = width === 0 ? 0 : (mode - low) / width;
  return {
    ...byQuantile(triangularQuantile(low, mode, high)),
    ofUniform: (draws, n) => {
      for (let i = 0; i < n; i++) {
        const u = draws[i] as number;
        draws[i] = u < turn ? low + Math.sqrt(u * below) : high - Math.sqrt((1 - u) * above);
      }
    },
  };
}

const byQuantile = (quantile: (u: number) => number): Spread => ({
  ofUniform: (draws, n) => {
    for (let i = 0; i < n; i++) draws[i] = quantile(draws[i] as number);
  },
  ofNormal: (draws, n) => {
    for (let i = 0; i < n; i++) draws[i] = quantile(normalCdf(draws[i] as number));
  },
});

const byNormal = (value: (z: number) => number): Spread => ({
  ofUniform: (draws, n) => {
    for (let i = 0; i < n; i++) draws[i] = value(normalQuantile(draws[i] as number));
  },
  ofNormal: (draws, n) => {
    for (let i = 0; i < n; i++) draws[i] = value(draws[i] as number);
  },
});

/** F⁻¹(u) of the triangular distribution. */
export function triangularQuantile(low: number, mode: number, high: number): (u: number) => number {
  const width = high - low;
  const below = (mode - low) * width;
  const above = (high - mode) * width;
  const turn = width === 0 ? 0 : (mode - low) / width;
  return (u) => (u < turn ? low + Math.sqrt(u * below) : high - Math.sqrt((1 - u) * above));
}
