import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agrees, day, eventsOf, job, named, opened, seen, told } from '../../test/core/story.ts';
import { concerns, ERASED_PERSON, mentionsOf, reachesOf, reviewerOf, withoutMentions } from './erasure.ts';
import { fold } from './fold.ts';
import type { Zone } from './zone.ts';

const kim = { names: ['Kim Österberg'], addresses: ['kim.o@mills.example'] };
const found = (text: string, who = kim) =>
  mentionsOf(text, who).map(({ from, length, what }) => [text.slice(from, from + length), what]);

describe('a text mentions someone', () => {
  test.each([
    ['Kim Österberg said so', [['Kim Österberg', 'name']]],
    ['KIM  OSTERBERG said so', [['KIM  OSTERBERG', 'name']]],
    ['ask Kim', [['Kim', 'part']]],
    ["kim's budget, not Österbergs", [['kim', 'part']]],
    ['mail KIM.O@mills.example.', [['KIM.O@mills.example', 'address']]],
    ['Kimberly and the Österbergers', []],
    ['akim.o@mills.example, kim.o@mills.example.org', [['kim', 'part']]],
    ['Ko\u0308ln: Kim O\u0308sterberg', [['Kim O\u0308sterberg', 'name']]],
    ['', []],
  ])('in “%s”', (text, places) => expect(found(text)).toEqual(places));

  test('given what looks like a pattern, then it is taken as it stands', () => {
    expect(found('a (b', { names: ['(b'], addresses: [] })).toEqual([['(b', 'name']]);
    expect(found('Strasse', { names: ['Straße'], addresses: [] })).toEqual([['Strasse', 'name']]);
  });

  test('wherever a full name is put, it is found, and taking it out leaves none', () => {
    const around = fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => `${text} `);
    const name = fc.constantFrom('Kim Österberg', 'Ægir Ð', 'ΝΊΚΟΣ', 'Li', "O'Neil", '王小明');
    fc.assert(
      fc.property(around, name, around, (before, one, after) => {
        const text = `${before}${one} ${after}`;
        const who = { names: [one], addresses: [] };
        expect(mentionsOf(text, who).some(({ what }) => what === 'name')).toBe(true);
        const without = withoutMentions(text, who, '-');
        expect(mentionsOf(without, who).filter(({ what }) => what === 'name')).toEqual([]);
        let at = 0;
        for (const { from, length } of mentionsOf(text, who)) {
          expect(from).toBeGreaterThanOrEqual(at);
          at = from + length;
          expect(at).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});

const erased = (person_id: string, more: object = {}) => ({
  ...told('person.erased', { person_id, erasure_id: 'x' }),
  ...more,
});
const life = [opened(job('fit')), named('ann', 'champion'), agrees('ann', 'fit')];

describe('an erasure in the fold', () => {
  test('given someone with a name, then they have none, and all they agreed to stands', () => {
    const naming = { ...told('stakeholder.named', { person_id: 'ann', name: 'Ann', roles: ['champion'] }) };
    const story = [life[0], naming, life[2]].filter((one) => one !== undefined);
    const before = seen({ view: 'seller' }, ...story);
    const after = seen({ view: 'seller' }, ...story, erased('ann'));
    expect(after.stakeholders.ann).toEqual({ ...before.stakeholders.ann, name: ERASED_PERSON });
    expect({ ...after, stakeholders: {} }).toEqual({ ...before, stakeholders: {} });
  });

  test('is no activity: an ended purchase stays ended, silence goes on', () => {
    const ended = [...life, told('purchase.outcome_reached', { outcome: 'lost' })];
    const before = seen({ view: 'buyer' }, ...ended);
    const after = seen({ view: 'buyer' }, ...ended, { ...erased('ann'), occurred_at: day(90) });
    expect([after.outcome, after.last_at, after.events]).toEqual([before.outcome, before.last_at, before.events]);
  });

  test('given a file that says so, or someone who corrects it, then it has no effect, or stays', () => {
    const naming = told('stakeholder.named', { person_id: 'ann', name: 'Ann' });
    const by_file = seen({ view: 'buyer' }, opened(), naming, erased('ann', { import_id: 'i' }));
    expect(by_file.stakeholders.ann?.name).toBe('Ann');
    const seller = { kind: 'person', id: 'sam', side: 'seller' };
    const voided = told('event.corrected', { event_id: 'gone', body: null });
    const kept = seen({ view: 'buyer' }, opened(), naming, erased('ann', { id: 'gone' }), { ...voided, actor: seller });
    expect(kept.stakeholders.ann?.name).toBe(ERASED_PERSON);
  });

  test('given it is kept on one side, then the other side sees no difference', () => {
    const story = [opened(), named('ann')];
    const lines = eventsOf(...story, erased('ann', { zone: 'buyer' }));
    expect(fold('p', lines, { view: 'seller' })).toEqual(seen({ view: 'seller' }, ...story));
  });
});

describe('where it is told', () => {
  const reach = (known: Zone[], by: 'buyer' | 'seller' | 'none') => reachesOf(new Set(known), by);
  test('given both sides know the person, then to both, and everything is reached', () => {
    expect(reach(['shared', 'buyer'], 'buyer')).toEqual([{ zone: 'shared', zones: ['shared', 'buyer', 'seller'] }]);
  });
  test('given one side alone knows them, then to that side, and never by the other', () => {
    expect(reach(['buyer', 'seller'], 'buyer')).toEqual([{ zone: 'buyer', zones: ['buyer'] }]);
    expect(reach(['buyer'], 'seller')).toEqual([]);
    expect(reach(['buyer', 'seller'], 'none').map(({ zone }) => zone)).toEqual(['buyer', 'seller']);
  });
  test('a text is looked at by the side that wrote it, what a file brought by the sellers', () => {
    const [own, brought] = eventsOf(
      { ...told('touch.recorded', { channel: 'phone' }), zone: 'shared' },
      { ...told('touch.recorded', { channel: 'phone' }), zone: 'shared', import_id: 'i' },
    );
    expect([own, brought].map((event) => event && reviewerOf(event))).toEqual(['buyer', 'seller']);
  });
  test('an event concerns who did it, for whom it was done, and whom it names', () => {
    const [touch] = eventsOf({
      ...told('touch.recorded', { channel: 'phone', person_ids: ['ben'] }),
      on_behalf_of: 'cem',
    });
    if (touch === undefined) throw new Error('no event');
    expect(['ben', 'cem', touch.actor.id, 'phone'].map((id) => concerns(touch, id))).toEqual([true, true, true, false]);
  });
});
