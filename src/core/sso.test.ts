import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { admitNamed, type Named, ownAddress } from './sso.ts';

const proven = [{ domain: 'acme.example', proven: true }];
const unproven = [{ domain: 'acme.example', proven: false }];
const ada: Named = {
  email: 'ada@acme.example',
  email_verified: true,
  domains: proven,
  linked: null,
  holder: null,
  invited: null,
  default_role: 'member',
};

describe('whom a provider brings in', () => {
  test.each<[string, Partial<Named>, object]>([
    ['a newcomer of a proven domain gets the default role', {}, { person_id: null, role: 'member' }],
    ['a newcomer of an unproven domain has to be invited', { domains: unproven }, { refused: 'sso.not_invited' }],
    [
      'who is invited comes in with that role',
      { domains: unproven, invited: 'lead' },
      { person_id: null, role: 'lead' },
    ],
    ['no address', { email: null }, { refused: 'sso.address_unverified' }],
    ['an address that is not confirmed', { email_verified: false }, { refused: 'sso.address_unverified' }],
    ['an address of elsewhere', { email: 'ada@rival.example' }, { refused: 'sso.foreign_address' }],
    ['an address of a domain below', { email: 'ada@x.acme.example' }, { refused: 'sso.foreign_address' }],
    [
      'a member whose account has the address, of a proven domain',
      { holder: { person_id: 'p', member: true, by: 'account' } },
      { person_id: 'p', role: null },
    ],
    [
      'a member whose account has the address, of an unproven domain',
      { domains: unproven, holder: { person_id: 'p', member: true, by: 'account' }, invited: 'admin' },
      { refused: 'sso.unproven_domain' },
    ],
    ['who was known before', { linked: { person_id: 'p', member: true } }, { person_id: 'p', role: null }],
    ['who was taken out', { linked: { person_id: 'p', member: false } }, { refused: 'sso.removed' }],
    [
      'who was taken out and invited again',
      { linked: { person_id: 'p', member: false }, invited: 'partner' },
      { person_id: 'p', role: 'partner' },
    ],
    [
      'an address that another name of the provider has',
      { holder: { person_id: 'p', member: true, by: 'subject' } },
      { refused: 'sso.other_subject' },
    ],
    [
      'an address that someone else had who was taken out, invited again: someone new',
      { holder: { person_id: 'p', member: false, by: 'subject' }, invited: 'member' },
      { person_id: null, role: 'member' },
    ],
  ])('%s', (_what, changed, expected) => {
    expect(admitNamed({ ...ada, ...changed })).toEqual(expected);
  });

  const role = fc.constantFrom('admin', 'lead', 'member', 'partner');
  const named = fc.record({
    email: fc.option(fc.constantFrom('a@acme.example', 'A@ACME.example', 'b@rival.example', 'c@sub.acme.example')),
    email_verified: fc.boolean(),
    domains: fc.constantFrom(proven, unproven, []),
    linked: fc.option(fc.record({ person_id: fc.constant('linked'), member: fc.boolean() })),
    holder: fc.option(
      fc.record({ person_id: fc.constant('held'), member: fc.boolean(), by: fc.constantFrom('subject', 'account') }),
    ),
    invited: fc.option(role),
    default_role: fc.constantFrom('lead', 'member', 'partner'),
  }) as fc.Arbitrary<Named>;

  test('nobody comes in from outside the domains, and an unproven domain opens nobody else’s place', () => {
    fc.assert(
      fc.property(named, (asked) => {
        const came = admitNamed(asked);
        if ('refused' in came) return;
        expect(asked.email_verified && asked.email?.toLowerCase().endsWith('@acme.example')).toBe(true);
        expect(asked.domains).not.toEqual([]);
        if (came.person_id === 'held') expect([asked.domains, asked.holder?.by]).toEqual([proven, 'account']);
        if (came.role === 'admin') expect(asked.invited).toBe('admin');
        const out = (asked.linked ?? (asked.holder?.by === 'subject' ? asked.holder : null))?.member === false;
        if (out) expect(asked.invited).not.toBeNull();
      }),
    );
  });
});

describe('where one goes after signing in', () => {
  test.each([
    ['/w/1/purchases?sort=name', '/w/1/purchases?sort=name'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['https://evil.example', '/'],
    ['/a\n/b', '/'],
    [undefined, '/'],
  ])('%s', (back, to) => expect(ownAddress(back, '/')).toBe(to));
});
