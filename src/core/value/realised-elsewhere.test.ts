import { expect, it } from 'vitest';
import { named, opened, privately, stateAfter, told } from '../../../test/core/story.ts';
import { realisedAnswers } from './realised-elsewhere.ts';

const driver = (symbol: string) => told('driver.changed', { driver_id: symbol, name: symbol, symbol, formula: 'gain' });
const month = (driver_id: string, amount_minor: number, currency = 'EUR') =>
  privately(told('realised.recorded', { driver_id, month: '2026-03', amount_minor, currency }));

it('a customer counts once for each driver of a template, with what was kept private, and never beyond twice', () => {
  const state = stateAfter(
    opened(),
    named('ann'),
    told('assumption.changed', { assumption_id: 'gain', name: 'gain', symbol: 'gain', value: 100, unit: 'EUR/month' }),
    told('case.set', { starts_on: '2026-01', currency: 'EUR' }),
    ...[driver('time_won'), driver('fewer_stops'), driver('our_own_words')],
    ...[
      month('time_won', 7_800),
      month('fewer_stops', 900_000),
      month('our_own_words', 5_000),
      month('time_won', 1, 'USD'),
    ],
  );
  // The entry in another currency took the place of the one before.
  expect(realisedAnswers(state).map(({ figure, value }) => [figure, value])).toEqual([['fewer_stops', 2]]);
  const again = stateAfter(
    opened(),
    told('assumption.changed', { assumption_id: 'gain', name: 'gain', symbol: 'gain', value: 100, unit: 'EUR/month' }),
    told('case.set', { starts_on: '2026-01', currency: 'EUR' }),
    ...[driver('time_won'), month('time_won', 7_800)],
  );
  expect(realisedAnswers(again)).toEqual([
    { contributor: 'p', purchase_id: 'p', figure: 'time_won', part_of: null, value: 0.78 },
  ]);
});
