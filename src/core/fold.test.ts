import { describe, expect, it } from 'vitest';
import {
  agrees,
  amongSellers,
  byBuyer,
  bySeller,
  day,
  entered,
  eventsOf,
  imported,
  job,
  knownOn,
  left,
  named,
  on,
  opened,
  PURCHASE,
  privately,
  roles,
  seen,
  stateAfter,
  type Told,
  theJob,
  told,
  withId,
  works,
} from '../../test/core/story.ts';
import { isHeld } from './completion.ts';
import { effectiveEvents, fold } from './fold.ts';
import { revisesFold } from './refusal.ts';

const onFit = opened(job('fit'));
const corrected = (event_id: string, body: Record<string, unknown> | null): Told =>
  told('event.corrected', { event_id, body });
const retracted = (import_id: string): Told => told('import.retracted', { import_id });
const restored = (import_id: string): Told => told('import.restored', { import_id });
const names = (...story: Told[]): string[] => Object.keys(stateAfter(...story).stakeholders);

describe('order', () => {
  it('is that of what happened, then that of the lines, whatever the order of the list', () => {
    const story = [onFit, on(3, named('ben')), on(2, named('ann')), on(3, named('cem'))];
    expect(names(...story)).toEqual(['ann', 'ben', 'cem']);
    const events = eventsOf(...story);
    const state = fold(PURCHASE, events, { view: 'buyer' });
    expect(fold(PURCHASE, events.toReversed(), { view: 'buyer' })).toEqual(state);
  });

  it('of the same instant is that of the lines', () => {
    const story = (...lines: Told[]) => seen({ view: 'buyer' }, onFit, ...lines.map((line) => on(2, line)));
    expect(isHeld(story(named('ann'), agrees('ann', 'fit')))).toBe(true);
    expect(isHeld(story(agrees('ann', 'fit'), named('ann')))).toBe(false);
  });
});

describe('a repeated delivery', () => {
  it('counts once', () => {
    const touch = withId('t', told('touch.recorded', { channel: 'email' }));
    expect(stateAfter(onFit, touch, on(2, touch)).touches.count).toBe(1);
    expect(stateAfter(onFit, touch, on(2, touch))).toEqual(stateAfter(onFit, touch));
  });

  it('of an id with another body changes nothing: what was stored first stands', () => {
    const story = [onFit, withId('x', named('ann', 'champion')), withId('x', named('zoe'))];
    expect(names(...story)).toEqual(['ann']);
    expect(fold(PURCHASE, eventsOf(...story).toReversed(), { view: 'buyer' })).toEqual(stateAfter(...story));
  });

  it('of an id that the other side used hides nothing', () => {
    const story = [onFit, withId('x', privately(named('ann'))), withId('x', named('zoe'))];
    expect(Object.keys(seen({ view: 'seller' }, ...story).stakeholders)).toEqual(['zoe']);
  });
});

describe('as of a date', () => {
  const story = [onFit, named('ann'), knownOn(6, on(3, named('ben'))), on(4, named('cem'))];
  it.each([
    ['as of before', { as_of: day(1) }, []],
    ['as of the instant itself', { as_of: day(2) }, ['ann']],
    ['as of a day when one was not known yet', { as_of: day(4) }, ['ann', 'cem']],
    ['as of the day it was known', { as_of: day(6) }, ['ann', 'ben', 'cem']],
    ['as of a day, with what is known later', { as_of: day(3), known: day(6) }, ['ann', 'ben']],
    ['as of later, with what was known then', { as_of: day(9), known: day(3) }, ['ann']],
    ['with what was known', { known: day(4) }, ['ann', 'cem']],
  ])('%s', (_when, options, people) => {
    expect(Object.keys(seen({ view: 'buyer', ...options }, ...story).stakeholders)).toEqual(people);
  });
});

describe('views', () => {
  const story = [onFit, named('ann'), privately(named('bea')), amongSellers(named('cem'))];
  it('hold what is shared and what is their own', () => {
    expect(Object.keys(seen({ view: 'buyer' }, ...story).stakeholders)).toEqual(['ann', 'bea']);
    expect(Object.keys(seen({ view: 'seller' }, ...story).stakeholders)).toEqual(['ann', 'cem']);
    expect(seen({ view: 'seller' }, ...story)).toMatchObject({ view: 'seller', events: 3 });
  });
});

describe('imports', () => {
  const story = [onFit, imported('i1', named('ann')), imported('i2', named('ben')), named('cem')];
  it('are undone and restored as one, by the last word on each', () => {
    expect(names(...story, retracted('i1'))).toEqual(['ben', 'cem']);
    expect(names(...story, retracted('i1'), restored('i1'))).toEqual(['ann', 'ben', 'cem']);
    expect(names(...story, retracted('i1'), restored('i1'), retracted('i1'))).toEqual(['ben', 'cem']);
    expect(names(...story, restored('i1'))).toEqual(['ann', 'ben', 'cem']);
  });

  it('are undone from when they were undone', () => {
    const options = { view: 'buyer' as const, as_of: day(4) };
    expect(Object.keys(seen(options, ...story, retracted('i1')).stakeholders)).toContain('ann');
  });

  it('take the corrections they brought with them', () => {
    const imports = [...story, imported('i3', withId('late', corrected('line-of-cem', null)))];
    const told_of = imports.map((line) => (line.body.person_id === 'cem' ? withId('line-of-cem', line) : line));
    expect(names(...told_of)).toEqual(['ann', 'ben']);
    expect(names(...told_of, retracted('i3'))).toEqual(['ann', 'ben', 'cem']);
  });

  it('stay when the undoing is voided', () => {
    expect(names(...story, withId('undo', retracted('i1')), corrected('undo', null))).toEqual(['ann', 'ben', 'cem']);
    expect(names(...story, withId('undo', retracted('i1')), corrected('undo', { import_id: 'i2' }))).toEqual([
      'ann',
      'cem',
    ]);
  });
});

describe('corrections', () => {
  const story = [onFit, withId('a', named('ann')), withId('g', agrees('ann', 'fit'))];

  it('replace a body, or void an event, at the place of the event', () => {
    expect(isHeld(stateAfter(...story, corrected('g', null)))).toBe(false);
    expect(stateAfter(...story, corrected('g', null)).held).toEqual([]);
    expect(names(...story, corrected('a', { person_id: 'anna', name: 'Anna' }))).toEqual(['anna']);
  });

  it('count from when they are known', () => {
    const options = { view: 'buyer' as const, as_of: day(3) };
    expect(isHeld(seen(options, ...story, corrected('g', null)))).toBe(true);
  });

  it('are for those who may read them', () => {
    const line = privately(corrected('g', null));
    expect(isHeld(seen({ view: 'buyer' }, ...story, line))).toBe(false);
    expect(isHeld(seen({ view: 'seller' }, ...story, line))).toBe(true);
  });

  it('that do not fit the kind change nothing', () => {
    expect(stateAfter(...story, corrected('g', { nonsense: 1 }))).toMatchObject({ held: [{ to: null }] });
    expect(isHeld(stateAfter(...story, corrected('nothing', null)))).toBe(true);
  });

  it('of the same event: the last one counts, and can itself be voided', () => {
    const renamed = withId('c', corrected('a', { person_id: 'anna' }));
    expect(names(...story, renamed, corrected('a', { person_id: 'anka' }))).toEqual(['anka']);
    expect(names(...story, renamed, corrected('c', null))).toEqual(['ann']);
  });

  it('never make a statement of what was only indicated', () => {
    const unverified = withId('u', agrees('ann', 'fit', { verified: false }));
    const fixed = corrected('u', { person_id: 'ann', job_id: 'fit', verified: true });
    expect(isHeld(stateAfter(onFit, named('ann'), unverified, fixed))).toBe(false);
  });

  it('of a statement leave it one', () => {
    const two = [opened(job('fit'), job('price')), named('ann'), withId('g', agrees('ann', 'fit'))];
    const moved = corrected('g', { person_id: 'ann', job_id: 'price' });
    expect(theJob(stateAfter(...two, moved), 'price').assents.ann).toMatchObject({ state: 'given', by: 'ann' });
    expect(theJob(stateAfter(...two, moved), 'fit').assents).toEqual({});
    const unverified = withId('g', agrees('ann', 'fit', { verified: false }));
    const state = stateAfter(opened(job('fit'), job('price')), named('ann'), unverified, moved);
    expect(state.jobs.map((one) => one.indicated.level)).toEqual(['none', 'advanced']);
  });

  it('of what buyers state are for people of the buyer side', () => {
    expect(isHeld(stateAfter(...story, bySeller(corrected('g', null))))).toBe(true);
    const by_agent = { ...corrected('g', null), actor: { kind: 'agent', id: 'bot', side: 'buyer' } };
    expect(isHeld(stateAfter(...story, by_agent))).toBe(true);
  });

  it('of a correction are for the side that made it', () => {
    const fixed = withId('c', corrected('g', null));
    expect(isHeld(stateAfter(...story, fixed, bySeller(corrected('c', null))))).toBe(false);
    expect(isHeld(stateAfter(...story, fixed, corrected('c', null)))).toBe(true);
  });
});

describe('no way around the buyers, once one came in', () => {
  const group = [onFit, withId('a', named('ann')), withId('z', named('zoe'))];
  const came_in: [string, Told][] = [
    ['who entered', entered('ann')],
    ['who stated something', works('ann', 'fit')],
  ];

  it.each(came_in)('a seller corrects the group before, not after, a buyer %s', (_how, entry) => {
    expect(names(...group, bySeller(corrected('z', null)), entry)).toEqual(['ann']);
    expect(names(...group, entry, bySeller(corrected('z', null)))).toEqual(['ann', 'zoe']);
    expect(names(...group, entry, corrected('z', null))).toEqual(['ann']);
    expect(stateAfter(withId('o', onFit), entry, bySeller(corrected('o', { name: 'Other' }))).name).toBe('Other');
  });

  it.each(came_in)('a seller dates no change back to before a buyer %s', (_how, entry) => {
    const late = on(3, knownOn(9, bySeller(left('zoe'))));
    expect(stateAfter(...group, entry, late).stakeholders.zoe?.left_at).toBeNull();
    expect(stateAfter(...group, entry, on(3, knownOn(9, left('zoe')))).stakeholders.zoe?.left_at).toBe(day(3));
    expect(stateAfter(...group, entry, on(3, bySeller(left('zoe')))).stakeholders.zoe?.left_at).toBe(day(3));
    expect(stateAfter(...group, late).stakeholders.zoe?.left_at).toBe(day(3));
    const back = on(3, knownOn(9, bySeller(entered('zoe'))));
    expect(stateAfter(...group, on(3, left('zoe')), entry, back).stakeholders.zoe?.left_at).toBe(day(3));
    const touch = on(3, knownOn(9, bySeller(told('touch.recorded', { channel: 'email' }))));
    expect(stateAfter(...group, entry, touch).touches.count).toBe(1);
  });

  it.each(came_in)(
    'no file changes the group that buyers govern since a buyer %s, whoever it says did it',
    (_how, entry) => {
      const forged = imported('crm', { ...byBuyer('ann', left('zoe')), zone: 'shared', recorded_at: day(9) });
      expect(stateAfter(...group, entry, on(3, knownOn(3, forged))).stakeholders.zoe?.left_at).toBeNull();
      expect(stateAfter(...group, entry, on(8, forged)).stakeholders.zoe?.left_at).toBeNull();
      expect(stateAfter(...group, on(3, knownOn(3, forged))).stakeholders.zoe?.left_at).toBe(day(3));
      const delegating = imported('crm', told('stakeholder.delegate_named', { person_id: 'ann', delegate_id: 'zoe' }));
      expect(stateAfter(...group, delegating).stakeholders.ann?.delegate_id).toBeNull();
    },
  );

  it.each<[string, Told]>([
    ['an import says so', imported('crm', works('ann', 'fit'))],
    ['an import says someone came in', imported('crm', entered('ann'))],
    ['software does', { ...works('ann', 'fit'), actor: { kind: 'agent', id: 'bot', side: 'buyer' } }],
    ['an unverified address does', works('ann', 'fit', { verified: false })],
    ['a seller says so', bySeller(works('ann', 'fit'))],
    ['it is private', privately(works('ann', 'fit'))],
    ['someone is spoken of', told('touch.recorded', { channel: 'email' })],
  ])('nobody came in where %s', (_why, line) => {
    expect(stateAfter(...group, line).buyer_entered_at).toBeNull();
    expect(names(...group, line, bySeller(corrected('z', null)))).toEqual(['ann']);
    expect(names(...group, line, bySeller(named('ben')))).toEqual(['ann', 'zoe', 'ben']);
  });
});

describe('a kind or version from a newer program', () => {
  it.each<[string, Told]>([
    ['kind', { kind: 'mood.changed', body: { mood: 'good' } }],
    ['version', { ...roles('ann', 'legal'), v: 2 }],
    ['version of a correction', { ...corrected('line', null), v: 2 }],
  ])('a new %s is counted and makes the purchase read-only, without effect', (_what, line) => {
    const before = stateAfter(onFit, named('ann'));
    const state = stateAfter(onFit, named('ann'), line);
    expect(state).toEqual({ ...before, events: 3, unknown_kind: line.kind });
    expect(isHeld(stateAfter(onFit, line, named('ann'), agrees('ann', 'fit')))).toBe(true);
  });

  it('of the other side does not', () => {
    const line = { kind: 'mood.changed', body: {}, zone: 'buyer' };
    expect(seen({ view: 'seller' }, onFit, line).unknown_kind).toBeNull();
  });

  it('is never changed by a correction, but goes with its import', () => {
    const line = withId('m', imported('i1', { kind: 'mood.changed', body: {} }));
    expect(stateAfter(onFit, line, corrected('m', { mood: 'bad' })).unknown_kind).toBe('mood.changed');
    expect(stateAfter(onFit, line, retracted('i1')).unknown_kind).toBeNull();
  });
});

describe('what a fold tells as it goes', () => {
  it('is each event of the view with the state after it, and why it had no effect', () => {
    const told_of: unknown[] = [];
    fold(PURCHASE, eventsOf(onFit, privately(named('bea')), agrees('zoe', 'fit')), {
      view: 'seller',
      onEvent: (state, event, refused) => told_of.push([event.kind, state.events, refused?.code ?? null]),
    });
    expect(told_of).toEqual([
      ['purchase.opened', 1, null],
      ['assent.given', 2, 'group.not_a_stakeholder'],
    ]);
  });

  it('revisions are known by their kind', () => {
    expect(['import.retracted', 'import.restored', 'event.corrected', 'purchase.revived'].map(revisesFold)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it('effective events are those that were folded', () => {
    const events = eventsOf(onFit, withId('a', named('ann')), corrected('a', null));
    expect(effectiveEvents(events, { view: 'buyer' }).map((event) => event.kind)).toEqual([
      'purchase.opened',
      'event.corrected',
    ]);
    expect(theJob(fold(PURCHASE, events, { view: 'buyer' }), 'fit').assents).toEqual({});
  });
});
