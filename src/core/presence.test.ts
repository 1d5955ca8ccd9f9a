import { expect, test } from 'vitest';
import { GONE_AFTER_MS, type Presence, whoIsHere } from './presence.ts';

const at = '2026-03-01T10:00:00.000Z';
const later = (ms: number): string => new Date(Date.parse(at) + ms).toISOString();
const one = (person_id: string, side: Presence['side'], more: Partial<Presence> = {}): Presence => ({
  ...{ person_id, side, name: person_id, page: 'claims', seen_by: 'side', at },
  ...more,
});

test('each side sees its own people, and of the other side only who lets everyone see them, not what they look at', () => {
  const all = [one('ivy', 'buyer'), one('gus', 'buyer', { seen_by: 'everyone' }), one('sam', 'seller')];
  const ids = (side: Presence['side']) => whoIsHere(all, side, at).map(({ person_id, page }) => [person_id, page]);
  expect(ids('buyer')).toEqual([
    ['gus', 'claims'],
    ['ivy', 'claims'],
  ]);
  expect(ids('seller')).toEqual([
    ['gus', null],
    ['sam', 'claims'],
  ]);
});

test('whoever was not heard of for a while is not here', () => {
  expect(whoIsHere([one('ivy', 'buyer')], 'buyer', later(GONE_AFTER_MS - 1))).toHaveLength(1);
  expect(whoIsHere([one('ivy', 'buyer')], 'buyer', later(GONE_AFTER_MS))).toEqual([]);
});
