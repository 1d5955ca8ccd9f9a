import type { ValueDriver } from './case.ts';

/**
 * How much of a recurring driver is there in its k-th month, from 1: it grows over `ramp_months` (in equal steps, or along
 * the smoothstep 3x² − 2x³) and then loses `attrition` a year: share(k) = ramp(k / m) · (1 − a)^((k − 1) / 12).
 *
 * A ramp of three months: ⅓, ⅔, 1, 1, …
 */
export function shareInMonth(
  k: number,
  { ramp_months, ramp, attrition }: Pick<ValueDriver, 'ramp_months' | 'ramp' | 'attrition'>,
): number {
  if (k < 1) return 0;
  const x = ramp_months <= 1 ? 1 : Math.min(1, k / ramp_months);
  const grown = ramp === 's_curve' ? x * x * (3 - 2 * x) : x;
  return grown * (1 - attrition) ** ((k - 1) / 12);
}
