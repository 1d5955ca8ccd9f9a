import { describe, expect, test } from 'vitest';
import { admit, asksOf, governs, imitated, isListed, isSuppliers, type Newcomer, reachOf } from './room.ts';

const newcomer: Newcomer = {
  email: 'ivy@mills.com',
  invited_by: 'seller',
  before: null,
  member_addresses: ['sam@vendor.com', 'tess@gmail.com'],
  group_domains: ['mills.com'],
  entered: false,
  closed: false,
};
const state = (more: Partial<Newcomer>) => admit({ ...newcomer, ...more }).state;

describe('who comes in', () => {
  test('given nobody has entered, then whom the supplier invited comes in', () => {
    expect(state({})).toBe('in');
    expect(state({ invited_by: null })).toBe('in');
  });
  test('given a buyer has entered, then only whom the buyers invited comes in, others wait', () => {
    expect(state({ entered: true })).toBe('waiting');
    expect(state({ entered: true, invited_by: null })).toBe('waiting');
    expect(state({ entered: true, invited_by: 'buyer', email: 'consultant@elsewhere.org' })).toBe('in');
  });
  test('given an address of the supplier, then it never comes in, whoever invited it', () => {
    expect(state({ email: 'Sam@vendor.com', invited_by: 'buyer' })).toBe('refused');
    expect(state({ email: 'other@vendor.com', invited_by: 'buyer' })).toBe('refused');
    expect(state({ email: 'tess@gmail.com', invited_by: 'buyer' })).toBe('refused');
    expect(state({ email: 'ivy@gmail.com', invited_by: 'buyer' })).toBe('in');
  });
  test.each(['mi11s.com', 'rnills.com', 'mills.co', 'millls.com', 'mil-ls.com'])(
    'given a domain that imitates the group’s (%s), then it waits',
    (domain) =>
      expect(admit({ ...newcomer, email: `ivy@${domain}`, invited_by: 'buyer' })).toMatchObject({ state: 'waiting' }),
  );
  test('given someone who left or was refused, then old links do not let them in', () => {
    expect(state({ before: 'former' })).toBe('refused');
    expect(state({ before: 'refused', invited_by: 'buyer' })).toBe('refused');
    expect(state({ before: 'in', entered: true, closed: true })).toBe('in');
    expect(state({ closed: true })).toBe('refused');
  });
});

test('the champion governs; without one, who comes first', () => {
  expect(governs({ champion: true, champion_named: true, administrator_there: false })).toBe(true);
  expect(governs({ champion: false, champion_named: true, administrator_there: false })).toBe(false);
  expect(governs({ champion: false, champion_named: false, administrator_there: false })).toBe(true);
  expect(governs({ champion: true, champion_named: true, administrator_there: true })).toBe(false);
  expect(reachOf({ administrator: false, consultant: true })).toBe('shared');
  expect(reachOf({ administrator: false, consultant: false })).toBe('entry');
  expect(reachOf({ administrator: true, consultant: true })).toBe('all');
});

test('lists hold addresses and domains; rungs ask for more the higher they are', () => {
  expect(isListed('Ivy@Mills.com', ['@mills.com'])).toBe(true);
  expect(isListed('ivy@mills.com', ['eve@mills.com', 'other.com'])).toBe(false);
  expect(isListed('ivy@mills.com.evil.org', ['mills.com'])).toBe(false);
  expect(isSuppliers('a@sub.vendor.com', ['sam@vendor.com'])).toBe(false);
  expect(imitated('x@unrelated.org', ['mills.com'])).toBeNull();
  expect(asksOf('open')).toEqual({ name: false, email: false, proof: false, password: false });
  expect(asksOf('listed')).toMatchObject({ email: true, proof: true });
});
