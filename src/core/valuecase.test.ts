import { describe, expect, it } from 'vitest';
import { buyer, deciding, seller } from '../../test/core/deciding.ts';
import {
  agrees,
  amongSellers,
  entered,
  job,
  named,
  opened,
  privately,
  seen,
  stateAfter,
  type Told,
  theJob,
  told,
} from '../../test/core/story.ts';
import { valueCaseOf } from './case-of-view.ts';
import type { Actor } from './event.ts';

const by = (who: Actor, line: Told): Told => ({ ...line, actor: who });
const ann = buyer('ann');
const ben = buyer('ben');
const sam = seller('sam');

const rests_on = ['net_value', 'agreed_assumptions'];
const group = [opened(job('fit', { rests_on })), named('ann'), entered('ann'), named('ben'), entered('ben')];

const assume = (symbol: string, value: number, unit: string, more = {}): Told =>
  told('assumption.changed', { assumption_id: symbol, name: symbol, symbol, value, unit, ...more });
const judge = (who: string, assumption_id: string, judgement: string, more = {}): Told =>
  by(buyer(who), told('assumption.judged', { assumption_id, person_id: who, judgement, ...more }));
const drive = (symbol: string, formula: string, more = {}): Told =>
  told('driver.changed', { driver_id: symbol, name: symbol, symbol, formula, ...more });

/** A year of 1,000 EUR a month. */
const gain = [
  by(sam, assume('gain', 1_000, 'EUR/month')),
  by(sam, drive('g', 'gain')),
  told('case.set', { horizon_months: 12, currency: 'EUR' }),
];

const stateOf = (story: Told[], id = 'gain') => stateAfter(...group, ...story).basis.assumptions[id]?.state;
const codeOf = (who: Actor, line: Told, ...story: Told[]): string => {
  const view = who.side === 'seller' ? 'seller' : 'buyer';
  const decision = deciding(seen({ view }, ...group, ...story), who, line);
  return 'rejection' in decision ? decision.rejection.code : 'done';
};
const shaken = (...story: Told[]): string[] => {
  const causes = theJob(stateAfter(...group, ...story), 'fit').assents.ann?.shaken ?? [];
  return causes.map(({ kind, what }) => `${kind}: ${what}`);
};

describe('agreeing to an assumption', () => {
  it('is said by a named buyer, and one dispute is enough', () => {
    expect(stateOf(gain)).toBe('proposed');
    expect(stateOf([...gain, judge('ann', 'gain', 'agreed')])).toBe('agreed');
    expect(stateOf([...gain, judge('ann', 'gain', 'agreed'), judge('ben', 'gain', 'disputed')])).toBe('disputed');
    const back = [judge('ben', 'gain', 'disputed'), judge('ben', 'gain', 'open')];
    expect(stateOf([...gain, judge('ann', 'gain', 'agreed'), ...back])).toBe('agreed');
  });

  it('holds for its numbers: another value, unit or range is open again, other words are not', () => {
    const agreed = [...gain, judge('ann', 'gain', 'agreed')];
    expect(stateOf([...agreed, by(sam, assume('gain', 900, 'EUR/month'))])).toBe('proposed');
    expect(stateOf([...agreed, by(sam, assume('gain', 1_000, 'USD/month'))])).toBe('proposed');
    expect(stateOf([...agreed, by(sam, assume('gain', 1_000, 'EUR/month', { low: 1, high: 2_000 }))])).toBe('proposed');
    expect(stateOf([...agreed, by(sam, assume('gain', 1_000, 'EUR/month', { name: 'Gain', source: 'a study' }))])).toBe(
      'agreed',
    );
  });

  it('is nobody else’s: not a seller’s, not another’s, not software’s, not an import’s', () => {
    const judged = told('assumption.judged', { assumption_id: 'gain', person_id: 'ann', judgement: 'agreed' });
    expect(codeOf(ann, judged, ...gain)).toBe('done');
    expect(codeOf(ben, judged, ...gain)).toBe('assumption.not_yours');
    expect(codeOf(sam, judged, ...gain)).toBe('assumption.not_yours');
    expect(codeOf({ ...ann, kind: 'agent' }, judged, ...gain)).toBe('assumption.not_yours');
    expect(codeOf(ann, { ...judged, occurred_at: '2026-01-02T00:00:00.000Z' }, ...gain)).toBe('event.backdated');
    expect(codeOf(ann, told('assumption.judged', { ...judged.body, assumption_id: 'none' }), ...gain)).toBe(
      'value.unknown',
    );
    expect(codeOf(buyer('eve'), told('assumption.judged', { ...judged.body, person_id: 'eve' }), ...gain)).toBe(
      'purchase.unknown',
    );
    expect(stateOf([...gain, { ...by(ann, judged), import_id: 'file' }])).toBe('proposed');
    expect(codeOf(sam, assume('gain', 5, 'h', { state: 'agreed' }))).toBe('assumption.not_yours');
    expect(codeOf(ann, assume('gain', 5, 'h', { state: 'agreed' }))).toBe('done');
  });

  it('counts as a judgement where a buyer sets the state with the number', () => {
    const state = stateAfter(...group, by(ann, assume('gain', 5, 'h', { state: 'agreed' })));
    expect(state.basis.assumptions.gain?.judgements.ann?.judgement).toBe('agreed');
    const imported = { ...by(ann, assume('gain', 5, 'h', { state: 'agreed' })), import_id: 'file' };
    expect(valueCaseOf(stateAfter(...group, imported)).assumptions[0]?.state).toBe('proposed');
  });

  it('that was, and no longer is, shakes what rests on it', () => {
    const agreed = [...gain, judge('ann', 'gain', 'agreed'), agrees('ann', 'fit')];
    expect(shaken(...agreed, judge('ben', 'gain', 'disputed'))).toEqual(['assumption.judged: gain']);
    expect(shaken(...agreed, judge('ben', 'gain', 'agreed'))).toEqual([]);
    expect(
      shaken(
        ...agreed,
        told('assumption.changed', { assumption_id: 'gain', name: 'gain', value: 1_000, removed: true }),
      ),
    ).toHaveLength(1);
  });
});

describe('the net value', () => {
  const of = (view: 'buyer' | 'seller', ...story: Told[]) => seen({ view }, ...group, ...story).basis.net_value;

  it('follows from the case as soon as all of it can be computed', () => {
    expect(of('buyer', ...gain.slice(0, 2).toReversed(), ...gain.slice(2))?.amount_minor).toBe(1_200_000);
    expect(of('buyer', ...gain, drive('h', 'nothing_known'))?.amount_minor).toBe(1_200_000);
    expect(of('buyer', drive('h', 'nothing_known'))).toBeNull();
    expect(of('buyer', ...gain, told('net_value.changed', { amount_minor: 5, currency: 'EUR' }))?.amount_minor).toBe(5);
  });

  it('shakes whoever agreed to another one: by more than a tenth, or its sign', () => {
    const agreed = [...gain, agrees('ann', 'fit')];
    expect(shaken(...agreed, by(sam, assume('gain', 1_100, 'EUR/month')))).toEqual([]);
    expect(shaken(...agreed, by(sam, assume('gain', 1_101, 'EUR/month')))).toEqual(['net_value.changed: gain']);
    const cost = drive('c', 'gain × 3 h / 1 h', { kind: 'cost' });
    expect(shaken(...agreed, { ...cost, body: { ...cost.body, formula: 'gain × 3' } })).toEqual([
      'net_value.changed: c',
    ]);
    expect(shaken(...agreed, drive('s', 'gain', { kind: 'cost', side: 'seller' }))).toEqual([]);
    expect(shaken(...agreed, told('case.set', { horizon_months: 24 }))).toEqual(['net_value.changed: null']);
  });

  it('is each view’s own: what one side keeps moves it for that side alone', () => {
    const rate = privately(by(ann, assume('rate', 50, '%')));
    const driver = drive('r', 'gain × rate');
    const both = [...gain, rate, driver, agrees('ann', 'fit'), privately(by(ann, assume('rate', 90, '%')))];
    expect(of('buyer', ...both)).toMatchObject({ amount_minor: 2_280_000, zone: 'buyer' });
    // The supplier's view lacks an input, so its last figure stays; it is told of no change.
    expect(of('seller', ...both)).toMatchObject({ amount_minor: 1_200_000, zone: 'shared' });
    expect(theJob(seen({ view: 'seller' }, ...group, ...both), 'fit').assents.ann?.shaken).toEqual([]);
    expect(theJob(seen({ view: 'buyer' }, ...group, ...both), 'fit').assents.ann?.shaken).toHaveLength(1);
  });
});

describe('what one side keeps', () => {
  const own = privately(by(ann, assume('gain', 700, 'EUR/month')));
  const valueIn = (view: 'buyer' | 'seller', ...story: Told[]): number | undefined =>
    seen({ view }, ...group, ...story).basis.assumptions.gain?.value;

  it('hides the shared version for that side alone, whatever is shared later', () => {
    const later = by(sam, assume('gain', 2_000, 'EUR/month'));
    expect([valueIn('buyer', ...gain, own, later), valueIn('seller', ...gain, own, later)]).toEqual([700, 2_000]);
    const shared = valueCaseOf(stateAfter(...group, ...gain, own, later), true);
    expect(shared.assumptions.map(({ value }) => value)).toEqual([2_000]);
  });

  it('shows the shared one again when it is taken out, and stands once it is shared', () => {
    const out = privately(
      by(ann, told('assumption.changed', { assumption_id: 'gain', name: 'gain', value: 0, removed: true })),
    );
    expect(valueIn('buyer', ...gain, own, out)).toBe(1_000);
    const shared = stateAfter(...group, ...gain, own, by(ann, assume('gain', 700, 'EUR/month'))).basis.assumptions.gain;
    expect(shared).toMatchObject({ zone: 'shared', beneath: null });
    expect(
      valueIn(
        'buyer',
        ...gain,
        told('assumption.changed', { assumption_id: 'gain', name: 'gain', value: 0, removed: true }),
      ),
    ).toBeUndefined();
  });

  it('is judged and spoken of where it stands', () => {
    const secret = privately(by(ann, assume('rate', 50, '%')));
    const decision = deciding(
      stateAfter(...group, secret),
      ann,
      told('assumption.judged', { assumption_id: 'rate', person_id: 'ann', judgement: 'agreed' }),
    );
    expect('events' in decision && decision.events.map(({ zone }) => zone)).toEqual(['buyer']);
    const said = { ...told('assumption.commented', { assumption_id: 'rate', comment: 'secret' }), zone: 'shared' };
    expect(codeOf(ann, said, secret)).toBe('zone.on_your_side_only');
  });

  it('holds for drivers and terms alike', () => {
    const kept = privately(by(ann, drive('g', 'gain × 2')));
    const terms = privately(by(ann, told('case.set', { horizon_months: 6 })));
    const state = stateAfter(...group, ...gain, kept, terms, by(sam, drive('g', 'gain × 5')));
    expect([state.basis.net_value?.amount_minor, valueCaseOf(state).terms.horizon_months]).toEqual([1_200_000, 6]);
    const shared = valueCaseOf(state, true);
    expect([shared.drivers[0]?.formula, shared.terms.horizon_months]).toEqual(['gain × 5', 12]);
    const out = privately(by(ann, told('driver.changed', { driver_id: 'g', name: 'g', removed: true })));
    expect(stateAfter(...group, ...gain, kept, out).basis.drivers.g?.formula).toBe('gain');
    const seller_only = amongSellers(by(sam, drive('margin', 'gain', { kind: 'cost', side: 'seller' })));
    expect(stateAfter(...group, ...gain, seller_only).basis.drivers.margin).toBeUndefined();
  });
});

describe('what was realised', () => {
  const month = (amount_minor: number | null) =>
    told('realised.recorded', { driver_id: 'g', month: '2026-03', amount_minor, currency: 'EUR' });

  it('is kept by driver and month, the last entry counts, and none takes it back', () => {
    expect(stateAfter(...group, ...gain, month(5), month(7)).basis.realised['g 2026-03']?.amount_minor).toBe(7);
    expect(stateAfter(...group, ...gain, month(5), month(null)).basis.realised).toEqual({});
    expect(codeOf(ann, month(5))).toBe('value.unknown');
  });

  it('is compared from the month in which it was bought, unless another is said', () => {
    const bought = told('purchase.outcome_reached', { outcome: 'bought' });
    expect(valueCaseOf(stateAfter(...group, ...gain, bought)).terms.starts_on).toBe('2026-01');
    const set = told('case.set', { starts_on: '2026-05' });
    expect(valueCaseOf(stateAfter(...group, ...gain, bought, set)).terms.starts_on).toBe('2026-05');
  });

  it('and what was said of an assumption stands in order', () => {
    const say = (who: Actor, comment: string): Told =>
      by(who, told('assumption.commented', { assumption_id: 'gain', comment }));
    const { comments = [] } =
      stateAfter(...group, ...gain, say(sam, 'Counted in March.'), say(ann, 'A quiet month.')).basis.assumptions.gain ??
      {};
    expect(comments.map(({ by: who, side }) => `${who} ${side}`)).toEqual(['sam seller', 'ann buyer']);
  });
});
