import { SIGNS, takeBound } from './bound.ts';
import { plainDigits } from './number.ts';

/** A version, or versions from one to another; each as its numbers (`5.4` is `[5, 4]` and means every 5.4). */
export interface Version {
  kind: 'version';
  low: readonly number[] | null;
  high: readonly number[] | null;
  low_open: boolean;
  high_open: boolean;
}

const ONE = String.raw`(?:v(?:ersion)?\.?\s?)?(\d{1,9}(?:\.\d{1,9}){0,4})(?:\.[x*])?`;
const ALONE = new RegExp(`^${ONE}$`, 'iu');
const TWO = new RegExp(`^${ONE}\\s*(?:–|—|-|\\.\\.|\\bto\\b|\\bbis\\b)\\s*${ONE}$`, 'iu');

const numbers = (text: string): number[] => text.split('.').map(Number);

/** Reads a version: `5.4.1`, `v17`, `2.x`, `≥ 1.2`, `1.2 or newer`, `12–15`; null where the text is none. */
export function readVersion(text: string): Version | null {
  const { rest, bound } = takeBound(plainDigits(text).trim());
  const open = { low_open: false, high_open: false };
  const two = bound === 'exactly' ? TWO.exec(rest) : null;
  if (two !== null) {
    const [low, high] = [numbers(two[1] ?? ''), numbers(two[2] ?? '')];
    return orderOf(low, high) > 0 ? null : { kind: 'version', low, high, ...open };
  }
  const found = ALONE.exec(rest.trim());
  if (found === null) return null;
  const said = numbers(found[1] ?? '');
  switch (bound) {
    case 'at_most':
    case 'below':
      return { kind: 'version', low: null, high: said, ...open, high_open: bound === 'below' };
    case 'at_least':
    case 'above':
      return { kind: 'version', low: said, high: null, ...open, low_open: bound === 'above' };
    default:
      return { kind: 'version', low: said, high: said, ...open };
  }
}

/** Orders versions as far as both are said: 0 where one is the beginning of the other (`5.4` and `5.4.1`). */
export function orderOf(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** A version as it is kept: {@link readVersion} reads it as the same. */
export function printVersion({ low, high, low_open, high_open }: Version): string {
  if (low === null) return high === null ? '' : `${SIGNS[high_open ? 'below' : 'at_most']}${high.join('.')}`;
  if (high === null) return `${SIGNS[low_open ? 'above' : 'at_least']}${low.join('.')}`;
  const same = low.length === high.length && orderOf(low, high) === 0;
  return same ? low.join('.') : `${low.join('.')}–${high.join('.')}`;
}
