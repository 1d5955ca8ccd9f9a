import { describe, expect, it } from 'vitest';
import { type Random, randomOf, spreadOf } from './random.ts';

const many = <T>(random: Random, draw: (random: Random) => T): T[] =>
  Array.from({ length: 20_000 }, () => draw(random));
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('the random stream', () => {
  it('is the same for the same seed and stream, and another for every other', () => {
    const few = (seed: number, stream: number): number[] => Array.from({ length: 5 }, randomOf(seed, stream).word);
    expect(few(7, 1)).toEqual(few(7, 1));
    expect(few(7, 1)).not.toEqual(few(7, 2));
    expect(few(7, 1)).not.toEqual(few(8, 1));
    expect(few(7, 1)).not.toEqual(few(7 + 2 ** 32, 1));
  });

  it('draws evenly', () => {
    const units = many(randomOf(1, 0), (random) => random.unit());
    expect(mean(units)).toBeCloseTo(1 / 2, 2);
    expect(mean(units.map((unit) => unit * unit))).toBeCloseTo(1 / 3, 2);
    expect(Math.min(...units)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...units)).toBeLessThan(1);
    expect(new Set(many(randomOf(1, 1), (random) => random.int(3, 5)))).toEqual(new Set([3, 4, 5]));
  });

  it('has the moments it promises', () => {
    expect(mean(many(randomOf(2, 0), (random) => random.exponential(4)))).toBeCloseTo(4, 0);
    const logs = many(randomOf(2, 1), (random) => Math.log(random.logNormal(Math.E, 0.5)));
    expect(mean(logs)).toBeCloseTo(1, 1);
    expect(Math.sqrt(mean(logs.map((log) => (log - 1) ** 2)))).toBeCloseTo(0.5, 1);
  });

  it('samples without repeating, each element as often as another', () => {
    const samples = many(randomOf(3, 0), (random) => random.sample([1, 2, 3, 4], 2));
    expect(samples.every(([first, second]) => first !== second)).toBe(true);
    expect(mean(samples.flat())).toBeCloseTo(2.5, 1);
    expect(randomOf(3, 1).sample(['a'], 4)).toEqual(['a']);
  });

  it('makes version 4 UUIDs', () => {
    const ids = many(randomOf(4, 0), (random) => random.uuid());
    expect(new Set(ids).size).toBe(ids.length);
    const form = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    expect(ids.filter((id) => !form.test(id))).toEqual([]);
  });
});

describe('the spread of purchases', () => {
  it('puts near the right number into every part of the cube, for few of them', () => {
    const points = Array.from({ length: 200 }, (_, index) => spreadOf(7, index));
    for (const axis of [0, 1, 2] as const) {
      for (const share of [0.2, 0.5, 0.81]) {
        expect(Math.abs(points.filter((point) => point[axis] < share).length - 200 * share)).toBeLessThan(6);
      }
    }
    const corner = points.filter(([x, y, z]) => x < 0.5 && y < 0.5 && z < 0.5).length;
    expect(Math.abs(corner - 25)).toBeLessThan(5);
  });
});
