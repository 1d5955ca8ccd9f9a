import type { Weighing } from '../../src/core/tradeoff/table.ts';

/** Four standard deviations of a share of 1/2: what a correct program stays within but once in 16,000 comparisons. */
export const within = (samples: number): number => 4 * Math.sqrt(0.25 / samples);

/** Requirements r0, r1 … */
export const ids = (count: number): string[] => Array.from({ length: count }, (_, index) => `r${index}`);
/** What Ann says: the rank of r0, r1 … */
export const ranking = (...ranks: number[]): Weighing => ({
  person_id: 'ann',
  name: 'Ann',
  method: 'ranking',
  answers: ranks.map((value, index) => ({ requirement_id: `r${index}`, value })),
});
/** What Ann says: the swing of r0, r1 … */
export const swings = (...values: number[]): Weighing => ({ ...ranking(...values), method: 'swing' });
