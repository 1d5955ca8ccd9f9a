import { cashFlows, expectedValues } from './cash-flows.ts';
import type { Model } from './model.ts';

/** What a driver really brought or cost in a calendar month, `YYYY-MM`. Major units. */
export interface Realised {
  driver_id: string;
  month: string;
  amount: number;
  cause: string | null;
}

/** Promised and realised of one driver in one month. */
export interface RealisedMonth {
  month: string;
  promised: number;
  realised: number;
  /** Realised less promised. */
  variance: number;
  cause: string | null;
}

/** One driver over the months for which something was recorded. */
export interface RealisedDriver {
  driver_id: string;
  months: readonly RealisedMonth[];
  promised: number;
  realised: number;
  variance: number;
  /** Realised as a share of what was promised for the same months; null where nothing was promised for them. */
  ratio: number | null;
}

/**
 * Realised against promised, per driver and month. Only months with a recorded value are compared: what has not been looked at
 * is not a loss. The first month of the case is the one it starts in; a one-off at once counts in that month.
 */
export function realisedOf(model: Model, recorded: readonly Realised[]): RealisedDriver[] {
  const { starts_on } = model.terms;
  if (starts_on === null) return [];
  const promised = new Map(
    cashFlows(model, expectedValues(model)).drivers.map((one) => [one.driver.driver_id, one.flows]),
  );
  const by_driver = new Map<string, Realised[]>();
  for (const one of recorded) by_driver.set(one.driver_id, [...(by_driver.get(one.driver_id) ?? []), one]);
  return [...by_driver].flatMap(([driver_id, entries]): RealisedDriver[] => {
    const flows = promised.get(driver_id);
    if (flows === undefined) return [];
    const months = entries
      .map(({ month, amount, cause }): RealisedMonth => {
        const k = monthsBetween(starts_on, month) + 1;
        const due = (flows[k] ?? 0) + (k === 1 ? (flows[0] ?? 0) : 0);
        return { month, promised: due, realised: amount, variance: amount - due, cause };
      })
      .sort((a, b) => (a.month < b.month ? -1 : 1));
    const sum = (of: (one: RealisedMonth) => number): number => months.reduce((total, one) => total + of(one), 0);
    const due = sum((one) => one.promised);
    const come = sum((one) => one.realised);
    return [
      { driver_id, months, promised: due, realised: come, variance: come - due, ratio: due === 0 ? null : come / due },
    ];
  });
}

/** Whole months from one `YYYY-MM` to another. */
export function monthsBetween(from: string, to: string): number {
  const [from_year = 0, from_month = 0] = from.split('-').map(Number);
  const [to_year = 0, to_month = 0] = to.split('-').map(Number);
  return (to_year - from_year) * 12 + to_month - from_month;
}
