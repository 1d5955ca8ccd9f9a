const TWO_32 = 2 ** 32;

/** A stream of random draws; the same seed and stream number always give the same draws. */
export interface Random {
  /** A whole number from 0 to 2³² − 1. */
  word(): number;
  /** From 0 up to, not including, 1. */
  unit(): number;
  /** True with probability `p`. */
  chance(p: number): boolean;
  /** A real number from `low` up to `high`. */
  between(low: number, high: number): number;
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number;
  /** Exponentially distributed with that mean. */
  exponential(mean: number): number;
  /** Log-normally distributed with that median; `sigma` is the standard deviation of the logarithm. */
  logNormal(median: number, sigma: number): number;
  pick<T>(list: readonly T[]): T;
  /** `count` different elements, in random order; all of them where there are fewer. */
  sample<T>(list: readonly T[], count: number): T[];
  /** A version 4 UUID (RFC 9562). */
  uuid(): string;
}

/**
 * The generator sfc32 ("small fast counting", Chris Doty-Humphrey, PractRand 0.94): 128 bits of state, of which 32 are a
 * counter, so that no seed has a short cycle. Seeded as PractRand does: three words, counter 1, twelve draws left out.
 * @param seed any whole number; its low 53 bits count
 * @param stream which of the seed's independent streams, a whole number from 0
 */
export function randomOf(seed: number, stream: number): Random {
  const word = sfc32(seed >>> 0, Math.floor(Math.abs(seed) / TWO_32) >>> 0, stream >>> 0);
  const unit = (): number => word() / TWO_32;
  const int = (low: number, high: number): number => low + Math.floor(unit() * (high - low + 1));
  const exponential = (mean: number): number => -mean * Math.log(1 - unit());
  return {
    word,
    unit,
    int,
    exponential,
    chance: (p) => unit() < p,
    between: (low, high) => low + unit() * (high - low),
    // Box and Muller (1958).
    logNormal: (median, sigma) => median * Math.exp(sigma * Math.sqrt(exponential(2)) * Math.cos(2 * Math.PI * unit())),
    pick: <T>(list: readonly T[]): T => list[int(0, list.length - 1)] as T,
    sample: <T>(list: readonly T[], count: number): T[] => sampleOf(list, count, int),
    uuid: () => uuidOf(word),
  };
}

/** One of the streams of a name: what is drawn from it changes nothing of what is drawn elsewhere. */
export function randomOfName(name: string, stream: number): Random {
  let seed = 0;
  for (let i = 0; i < name.length; i++) seed = (seed * 31 + name.charCodeAt(i)) % TWO_32;
  return randomOf(seed, stream);
}

function sfc32(seed_a: number, seed_b: number, seed_c: number): () => number {
  let a = seed_a | 0;
  let b = seed_b | 0;
  let c = seed_c | 0;
  let counter = 1;
  const draw = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let skipped = 0; skipped < 12; skipped++) draw();
  return draw;
}

/** The first steps of a Fisher–Yates shuffle. */
function sampleOf<T>(list: readonly T[], count: number, int: Random['int']): T[] {
  const rest = [...list];
  const taken = Math.min(count, rest.length);
  for (let at = 0; at < taken; at++) {
    const other = int(at, rest.length - 1);
    const swapped = rest[at] as T;
    rest[at] = rest[other] as T;
    rest[other] = swapped;
  }
  return rest.slice(0, taken);
}

const hex8 = (value: number): string => (value >>> 0).toString(16).padStart(8, '0');

function uuidOf(word: () => number): string {
  const second = hex8(word());
  const third = hex8((word() & 0x3fffffff) | 0x80000000);
  return `${hex8(word())}-${second.slice(0, 4)}-4${second.slice(5)}-${third.slice(0, 4)}-${third.slice(4)}${hex8(word())}`;
}

/** The real root of x⁴ = x + 1: the golden ratio's counterpart in three dimensions. */
const ROOT = 1.2207440846057596;

/**
 * Three numbers in [0, 1) for the purchase of that index, spread evenly over the cube, so that a few hundred purchases
 * already show the shares they are drawn from, whatever the seed. An additive recurrence, the R₃ sequence of
 * M. Roberts, "The Unreasonable Effectiveness of Quasirandom Sequences" (2018), shifted by the seed.
 */
export function spreadOf(seed: number, index: number): [number, number, number] {
  const shift = randomOf(seed, 0);
  const at = (step: number): number => (shift.unit() + index * step) % 1;
  return [at(1 / ROOT), at(1 / ROOT ** 2), at(1 / ROOT ** 3)];
}
