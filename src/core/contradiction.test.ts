import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deciding, outcomeOf, buyer as who } from '../../test/core/deciding.ts';
import {
  agrees,
  byBuyer,
  bySeller,
  claim,
  contradiction,
  day,
  eventsOf,
  imported,
  job,
  named,
  opened,
  PURCHASE,
  privately,
  requirement,
  seen,
  stateAfter,
  type Told,
  theJob,
  told,
  withId,
} from '../../test/core/story.ts';
import { contradictionsOf, saidByClaims } from './contradiction.ts';
import { fold } from './fold.ts';
import type { PurchaseState } from './state.ts';

const used = (claim_id: string, value: unknown, more = {}): Told =>
  claim(claim_id, value, { used_for: ['fit'], ...more });
const resolved = (contradiction_id: string, more = {}): Told =>
  told('contradiction.resolved', { contradiction_id, ...more });
const start = [opened(job('fit', { rests_on: ['claims_used'] })), named('ann')];
const open = (state: PurchaseState): string[][] =>
  contradictionsOf(state)
    .filter(({ to }) => to === null)
    .map(({ claim_ids }) => [...claim_ids]);
const shaken = (state: PurchaseState): string[] =>
  theJob(state, 'fit').assents.ann?.shaken.map(
    ({ kind, what, claims }) => `${kind} ${claims === undefined ? what : saidByClaims(claims)}`,
  ) ?? [];
const foundId = (state: PurchaseState): string =>
  contradictionsOf(state).find(({ found }) => found)?.contradiction_id ?? '';

describe('a contradiction is found', () => {
  it('between claims that cannot both hold, after their units are brought to one', () => {
    expect(open(stateAfter(...start, claim('a', 4), claim('b', 8)))).toEqual([['a', 'b']]);
    expect(open(stateAfter(...start, claim('a', 4), claim('b', 240, { unit: 'min' })))).toEqual([]);
    expect(
      open(stateAfter(...start, claim('a', 'within 4'), claim('b', 'same business day', { unit: undefined }))),
    ).toEqual([]);
    expect(open(stateAfter(...start, claim('a', 4, { option_id: 'o1' }), claim('b', 8, { option_id: 'o2' })))).toEqual(
      [],
    );
  });

  it('once for all claims on one thing, and shakes those who used one of them', () => {
    const state = stateAfter(
      ...start,
      used('a', 4, { source: 'website' }),
      agrees('ann', 'fit'),
      claim('b', 8, { source: 'proposal' }),
      claim('c', 8),
    );
    expect(open(state)).toEqual([['a', 'b', 'c']]);
    expect(shaken(state)).toEqual(['contradiction.found support, answers within: 4 h (website) or 8 h (proposal)']);
  });

  it('is over when a claim changes or is retracted, and open again when it comes back', () => {
    const told_three = [...start, claim('a', 4), claim('b', 8)];
    expect(open(stateAfter(...told_three, claim('b', 4)))).toEqual([]);
    expect(open(stateAfter(...told_three, claim('b', 8, { retracted: true })))).toEqual([]);
    const again = stateAfter(...told_three, claim('b', 4), claim('b', 9));
    expect(open(again)).toEqual([['a', 'b']]);
    expect(contradictionsOf(again)).toMatchObject([{ at: day(6), to: null, earlier_ms: 86_400_000 }]);
  });

  it('goes with an undone import, and comes with a correction', () => {
    const lines = [...start, claim('a', 4), imported('i', claim('b', 8))];
    expect(open(stateAfter(...lines))).toEqual([['a', 'b']]);
    expect(open(stateAfter(...lines, told('import.retracted', { import_id: 'i' })))).toEqual([]);
    const wrong = [...start, claim('a', 4), withId('e', claim('b', 4))];
    expect(open(stateAfter(...wrong))).toEqual([]);
    const body = { claim_id: 'b', subject: 'support', attribute: 'answers within', value: 8, unit: 'h' };
    expect(open(stateAfter(...wrong, told('event.corrected', { event_id: 'e', body })))).toEqual([['a', 'b']]);
  });

  it('with a private claim only in the view of that side', () => {
    const lines = [...start, used('a', 4), agrees('ann', 'fit'), privately(used('b', 8))];
    const [buyer, seller] = (['buyer', 'seller'] as const).map((view) => seen({ view }, ...lines));
    expect(open(buyer as PurchaseState)).toEqual([['a', 'b']]);
    expect(shaken(buyer as PurchaseState)).toHaveLength(1);
    expect(JSON.stringify(seller)).toBe(JSON.stringify(seen({ view: 'seller' }, ...lines.slice(0, -1))));
  });

  it('stands once where somebody opens it too, who tells nobody twice', () => {
    const lines = [...start, used('a', 4), agrees('ann', 'fit'), used('b', 8), contradiction('x', 'a', 'b')];
    const state = stateAfter(...lines);
    expect(contradictionsOf(state)).toMatchObject([{ contradiction_id: 'x', found: false }]);
    expect(shaken(state)).toHaveLength(1);
    expect(open(stateAfter(...lines, resolved('x', { holds: 'b' })))).toEqual([]);
  });
});

describe('a contradiction is settled', () => {
  const lines = [...start, bySeller(used('a', 4)), byBuyer('ann', used('b', 8)), agrees('ann', 'fit')];
  const id = foundId(stateAfter(...lines));

  it('by the claim that holds: the others are refuted, and who used them is told once', () => {
    const settled = [...lines, byBuyer('ann', resolved(id, { holds: 'b', evidence: 'the draft contract' }))];
    const state = stateAfter(...settled);
    expect(contradictionsOf(state)).toMatchObject([
      { at: day(4), to: day(6), settled: { holds: 'b', by: 'ann', evidence: 'the draft contract' } },
    ]);
    expect(state.basis.claims.a?.refuted).toMatchObject({ holds: 'b' });
    expect(shaken(state)).toEqual(['contradiction.resolved support, answers within: 4 h']);
    expect(shaken(stateAfter(...settled, bySeller(claim('a', 4, { retracted: true }))))).toHaveLength(1);
    expect(open(stateAfter(...settled, claim('c', 4)))).toEqual([['b', 'c']]);
  });

  it('and a refuted claim that says something else counts again', () => {
    const state = stateAfter(...lines, resolved(id, { holds: 'b' }), bySeller(used('a', 6)));
    expect(state.basis.claims.a?.refuted).toBeNull();
    expect(open(state)).toEqual([['a', 'b']]);
  });

  it('by saying why there is none, until one of the claims changes', () => {
    const settled = [
      ...lines,
      byBuyer('ann', resolved(id, { no_conflict: true, note: 'One is the reply, one the repair.' })),
    ];
    expect(open(stateAfter(...settled))).toEqual([]);
    expect(shaken(stateAfter(...settled))).toEqual([]);
    expect(open(stateAfter(...settled, requirement('r', 'fast')))).toEqual([]);
    expect(open(stateAfter(...settled, used('b', 9)))).toEqual([['a', 'b']]);
  });

  it.each<[object, string | string[]]>([
    [{ holds: 'b' }, ['contradiction.resolved']],
    [{ holds: 'z' }, 'contradiction.other_claim'],
    [{ no_conflict: true }, 'contradiction.no_reason'],
    [{ no_conflict: true, note: 'because', holds: 'a' }, 'contradiction.both'],
    [{ no_conflict: true, note: 'because' }, ['contradiction.resolved']],
  ])('as %j: %j', (more, expected) => {
    expect(outcomeOf(deciding(stateAfter(...lines), who('ann'), resolved(id, more)))).toEqual(expected);
  });

  it('only where it is', () => {
    expect(outcomeOf(deciding(stateAfter(...lines), who('ann'), resolved('found-0', {})))).toBe(
      'contradiction.unknown',
    );
  });
});

describe('what is said of a claim', () => {
  const state = stateAfter(...start);
  it.each<[object, string | string[]]>([
    [{ value_kind: 'date', value: '1 May 20266' }, 'date.year'],
    [{ value_kind: 'quantity', value: 'soon' }, 'value.not_a_number'],
    [{ value_kind: 'quantity', value: 4, unit: 'h//' }, 'unit.unreadable'],
    [{ valid_from: '2026-05-02', valid_to: '2026-05-01' }, 'claim.validity'],
    [{ value_kind: 'quantity', value: 1e18, unit: 'h' }, ['claim.changed']],
    [{ value: 'as they like' }, ['claim.changed']],
  ])('%j: %j', (more, expected) => {
    expect(outcomeOf(deciding(state, who('ann'), claim('a', 4, more)))).toEqual(expected);
  });

  it('is taken back by null, and kept where it is left out', () => {
    const { claims } = stateAfter(
      ...start,
      claim('a', 4, { condition: 'Premium', quote: 'within 4 h', channel: 'web' }),
      claim('a', 4, { condition: null }),
    ).basis;
    expect(claims.a).toMatchObject({ quote: 'within 4 h', channel: 'web', first_at: day(3) });
    expect(claims.a).not.toHaveProperty('condition');
  });
});

describe('what is found', () => {
  const value = fc.constantFrom(4, 8, '≤ 4', '10–12', 240);
  const line: fc.Arbitrary<Told> = fc.oneof(
    fc
      .tuple(
        fc.constantFrom('a', 'b', 'c'),
        value,
        fc.constantFrom('h', 'min'),
        fc.boolean(),
        fc.constantFrom('fit', 'price'),
      )
      .map(([id, said, unit, retracted, subject]) => claim(id, said, { unit, retracted, subject })),
    fc.constantFrom('a', 'b').map((holds) => resolved('x', { claim_ids: ['a', 'b'], holds })),
    fc.constant(resolved('x', { claim_ids: ['a', 'b'], no_conflict: true, note: 'so' })),
  );
  const beside: fc.Arbitrary<Told> = fc.constantFrom(requirement('r', 'fast'), named('ben'), agrees('ann', 'fit'));
  const found = (lines: Told[]): unknown => {
    const state = fold(PURCHASE, eventsOf(...[...start, ...lines].map((one, at) => ({ id: `e${at}`, ...one }))), {
      view: 'buyer',
    });
    return Object.values(state.basis.found)
      .map(({ claim_ids, spans, settled_pairs }) => ({
        claim_ids,
        settled_pairs,
        open: spans.at(-1)?.to === null,
        times: spans.length,
      }))
      .sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
  };

  it('is the same whatever the order of what has nothing to do with it', () => {
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 12 }),
        fc.array(fc.tuple(fc.nat(12), beside), { maxLength: 6 }),
        (lines, others) => {
          const mixed = [...lines];
          for (const [at, one] of others) mixed.splice(Math.min(at, mixed.length), 0, one);
          expect(found(mixed)).toEqual(found(lines));
        },
      ),
    );
  });

  it('is open exactly while two live claims on one thing conflict and nobody said otherwise', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const { basis } = stateAfter(...start, ...lines);
        for (const one of Object.values(basis.found)) {
          const members = one.claim_ids.map((claim_id) => basis.claims[claim_id]);
          if (one.spans.at(-1)?.to !== null) continue;
          expect(members.length).toBeGreaterThan(1);
          for (const member of members) expect(member).toMatchObject({ refuted: null });
          for (const member of members) expect(member?.retracted).not.toBe(true);
        }
      }),
    );
  });
});
