import { expectedValues } from './cash-flows.ts';
import { hasRange } from './distribution.ts';
import { netValue } from './figures.ts';
import type { Model } from './model.ts';

/** How far one assumption alone moves the net value. */
export interface TornadoBar {
  assumption_id: string;
  name: string;
  /** Net value at the low and at the high end of its range, all others as expected. */
  at_low: number;
  at_high: number;
  swing: number;
}

/**
 * One-at-a-time sensitivity, the widest first: a tornado diagram (T. Eschenbach, "Spiderplots versus tornado diagrams for
 * sensitivity analysis", Interfaces 22, 1992). Assumptions without a range have no bar.
 */
export function tornado(model: Model): TornadoBar[] {
  const values = expectedValues(model);
  const used = usedPlaces(model);
  const bars: TornadoBar[] = [];
  model.assumptions.forEach((assumption, place) => {
    const { assumption_id, name, low, high } = assumption;
    if (low === null || high === null || !hasRange(assumption) || !used.has(place)) return;
    const at_low = netValue(model, values.with(place, low));
    const at_high = netValue(model, values.with(place, high));
    bars.push({ assumption_id, name, at_low, at_high, swing: Math.abs(at_high - at_low) });
  });
  return bars.sort((a, b) => b.swing - a.swing);
}

/** The places of the assumptions that some driver, the discount rate or the horizon rests on. */
export function usedPlaces(model: Model): Set<number> {
  const used = new Set(model.drivers.flatMap(({ rests_on }) => rests_on));
  if (model.discount_rate >= 0) used.add(model.discount_rate);
  const horizon = model.assumptions.findIndex(({ assumption_id }) => assumption_id === model.terms.horizon_id);
  if (horizon >= 0) used.add(horizon);
  return used;
}
