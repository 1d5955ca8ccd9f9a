import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Asked,
  type Guest,
  KEY_SCOPES,
  MEMBER_ROLES,
  PERMISSIONS,
  REACHES,
  refusalOfCaller,
  type Standing,
} from './access.ts';

const guest: Guest = { administrator: false, reach: 'all', reach_from: null, verified: true };
const buyer: Standing = { side: 'buyer', role: null, guest, purchases: ['p'], scopes: null };
const seller: Standing = { side: 'seller', role: 'member', guest: null, purchases: null, scopes: null };
const asked: Asked = {
  permission: 'member',
  writes: false,
  governs: false,
  key: 'read',
  purchase_id: 'p',
  of_workspace: false,
  lasting: false,
  about_self: false,
  room_closed: false,
  other_pod: false,
};
const code = (standing: Standing, more: Partial<Asked>) =>
  refusalOfCaller(standing, { ...asked, ...more })?.code ?? null;

describe('who may call', () => {
  test('given a buyer of this purchase, then they read and write in it, and in no other', () => {
    expect(code(buyer, {})).toBeNull();
    expect(code(buyer, { writes: true })).toBeNull();
    expect(code(buyer, { purchase_id: 'q' })).toBe('thing.unknown');
    expect(code({ ...buyer, guest: null }, {})).toBe('thing.unknown');
  });

  test('given a closed room, then buyers go on reading, and what lasts, lasts', () => {
    expect(code(buyer, { room_closed: true })).toBeNull();
    expect(code(buyer, { room_closed: true, writes: true })).toBe('room.closed');
    expect(code(buyer, { room_closed: true, writes: true, lasting: true })).toBeNull();
  });

  test('given something that governs, then an administrator does it, or a buyer for themselves', () => {
    const administrator: Standing = { ...buyer, guest: { ...guest, administrator: true } };
    expect(code(buyer, { governs: true, writes: true })).toBe('group.administrator_only');
    expect(code(buyer, { governs: true, writes: true, about_self: true })).toBeNull();
    expect(code(administrator, { governs: true, writes: true })).toBeNull();
    expect(code(administrator, { permission: 'buyer_admin' })).toBeNull();
    expect(code(buyer, { permission: 'buyer_admin' })).toBe('group.administrator_only');
  });

  test('given a role, then leads and admins do what is theirs', () => {
    expect(code(seller, { permission: 'lead' })).toBe('caller.not_allowed');
    expect(code({ ...seller, role: 'lead' }, { permission: 'lead' })).toBeNull();
    expect(code({ ...seller, role: 'lead' }, { permission: 'admin' })).toBe('caller.not_allowed');
    expect(code({ ...seller, role: 'admin' }, { permission: 'admin' })).toBeNull();
  });

  test('given a pod, then other pods read and do not change, and an admin may', () => {
    expect(code(seller, { other_pod: true })).toBeNull();
    expect(code(seller, { other_pod: true, writes: true })).toBe('pod.not_yours');
    expect(code({ ...seller, role: 'admin' }, { other_pod: true, writes: true })).toBeNull();
  });

  test('given a partner, then only the purchases of their pods, and nothing that is about all accounts', () => {
    const partner: Standing = { ...seller, role: 'partner', purchases: ['p'] };
    expect(code(partner, {})).toBeNull();
    expect(code(partner, { purchase_id: 'q' })).toBe('thing.unknown');
    expect(code(partner, { permission: 'seller', purchase_id: null, of_workspace: true })).toBe('caller.not_allowed');
  });

  test('given a key, then it does what its scopes say and never what no key may', () => {
    const key: Standing = { ...seller, scopes: ['read'] };
    expect(code(key, { key: 'read' })).toBeNull();
    expect(code(key, { key: 'write', writes: true })).toBe('key.scope');
    expect(code(key, { key: 'none' })).toBe('key.scope');
  });
});

describe('whatever is asked', () => {
  const standings = fc.record({
    side: fc.constantFrom('buyer' as const, 'seller' as const),
    role: fc.option(fc.constantFrom(...MEMBER_ROLES)),
    guest: fc.option(
      fc.record({
        administrator: fc.boolean(),
        reach: fc.constantFrom(...REACHES),
        reach_from: fc.constant(null),
        verified: fc.boolean(),
      }),
    ),
    purchases: fc.option(fc.subarray(['p', 'q'])),
    scopes: fc.option(fc.subarray([...KEY_SCOPES])),
  });
  const questions = fc.record({
    permission: fc.constantFrom(...PERMISSIONS),
    writes: fc.boolean(),
    governs: fc.boolean(),
    key: fc.constantFrom(...KEY_SCOPES, 'none' as const),
    purchase_id: fc.constantFrom('p', 'q', null),
    of_workspace: fc.boolean(),
    lasting: fc.boolean(),
    about_self: fc.boolean(),
    room_closed: fc.boolean(),
    other_pod: fc.boolean(),
  });

  test('no side does what is the other’s, no key what it has no scope for, nobody reaches beyond their purchases', () => {
    fc.assert(
      fc.property(standings, questions, (standing, question) => {
        if (refusalOfCaller(standing, question) !== null) return;
        if (['seller', 'lead', 'admin'].includes(question.permission)) expect(standing.side).toBe('seller');
        if (question.permission.startsWith('buyer')) expect(standing.side).toBe('buyer');
        if (standing.scopes !== null) expect(standing.scopes).toContain(question.key);
        if (question.purchase_id !== null && standing.purchases !== null) {
          expect(standing.purchases).toContain(question.purchase_id);
        }
        if (standing.side === 'buyer' && question.purchase_id !== null) expect(standing.guest).not.toBeNull();
      }),
    );
  });
});
