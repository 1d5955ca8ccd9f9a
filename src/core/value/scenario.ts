import { expectedValues } from './cash-flows.ts';
import { type Figures, figuresOf } from './figures.ts';
import type { Model } from './model.ts';
import { type TornadoBar, tornado } from './tornado.ts';

export const SCENARIOS = ['low', 'expected', 'high'] as const;
export type ScenarioName = (typeof SCENARIOS)[number];

/**
 * The values of a scenario: `low` takes of every range the end at which the net value alone would be lower, `high` the other;
 * so they are further apart than what is likely, which is what a simulation is for.
 */
export function scenarioValues(
  model: Model,
  name: ScenarioName,
  bars: readonly TornadoBar[] = tornado(model),
): number[] {
  const values = expectedValues(model);
  if (name === 'expected') return values;
  const by_id = new Map(bars.map((bar) => [bar.assumption_id, bar]));
  return model.assumptions.map(({ assumption_id, value, low, high }) => {
    const bar = by_id.get(assumption_id);
    if (bar === undefined || low === null || high === null) return value;
    const worse = bar.at_low <= bar.at_high ? low : high;
    const better = bar.at_low <= bar.at_high ? high : low;
    return name === 'low' ? worse : better;
  });
}

/** All three, computed. */
export function scenarios(model: Model, bars: readonly TornadoBar[] = tornado(model)): Record<ScenarioName, Figures> {
  const of = (name: ScenarioName): Figures => figuresOf(model, scenarioValues(model, name, bars));
  return { low: of('low'), expected: of('expected'), high: of('high') };
}
