import { describe, expect, it } from 'vitest';
import { journeySearch, parseSearch, portfolioSearch, purchaseSearch, stringifySearch } from './searches.ts';

describe('what an address carries', () => {
  it('survives being written and read', () => {
    const search = { q: 'a & b=c', outcome: 'no_decision', needs_help: true, sort: 'last' } as const;
    expect(portfolioSearch(parseSearch(stringifySearch(search)))).toEqual(search);
  });

  it('drops what it does not know instead of failing', () => {
    expect(portfolioSearch({ outcome: 'won', sort: 'random', held: 'maybe', q: '  ' })).toEqual({});
    expect(purchaseSearch({ as_of: 'yesterday' })).toEqual({});
    expect(journeySearch({ show: '140', lens: 'stages' })).toEqual({});
  });

  it('keeps a date as an instant', () => {
    expect(purchaseSearch({ as_of: '2025-08-24T23:59:59+02:00' })).toEqual({ as_of: '2025-08-24T21:59:59Z' });
  });

  it('leaves out what is not set', () => {
    expect(stringifySearch({ q: undefined, as: '' })).toBe('');
    expect(stringifySearch({ as: 'seller-1' })).toBe('?as=seller-1');
  });
});
