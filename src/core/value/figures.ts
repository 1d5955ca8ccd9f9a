import type { ValueDriver } from './case.ts';
import { type CashFlows, cashFlows, expectedValues } from './cash-flows.ts';
import type { Fault } from './fault.ts';
import { type Irr, irr } from './irr.ts';
import type { Model } from './model.ts';
import { npv } from './npv.ts';
import { payback } from './payback.ts';
import { roi } from './roi.ts';
import { type Tco, tco } from './tco.ts';

/** One driver's part of the value: as it flows, and at present value. Major units. */
export interface DriverFigure {
  driver: ValueDriver;
  /** Undiscounted, over the horizon. */
  total: number;
  present_value: number;
  /** By period, the first at once. */
  flows: readonly number[];
}

/**
 * What a value case comes to for the buyer: its benefits less its costs, the price among them. The supplier's own drivers are
 * not in it. Major units of the case's currency.
 */
export interface Figures {
  net_value: number;
  benefits: number;
  costs: number;
  tco: Tco;
  roi: number | null;
  /** A year. */
  irr: Irr;
  /** In years. */
  payback: number | null;
  discounted_payback: number | null;
  /** The buyer's benefits less costs by period. */
  flows: readonly number[];
  drivers: readonly DriverFigure[];
  /** Drivers that could not be computed, by id; the figures are without them. */
  faults: ReadonlyMap<string, Fault>;
  /** Whether every driver of the buyer is in the figures. */
  complete: boolean;
  /** A year. */
  discount_rate: number;
}

/** Computes all figures; with the values said, or with others by place. */
export function figuresOf(model: Model, values: readonly number[] = expectedValues(model)): Figures {
  const flows = cashFlows(model, values);
  const discount_rate = discountRate(model, values);
  const drivers = flows.drivers.map(({ driver, flows: monthly }): DriverFigure => {
    const by_period = inPeriods(model, monthly);
    const total = by_period.reduce((sum, flow) => sum + flow, 0);
    return { driver, total, present_value: npv(by_period, periodRate(model, discount_rate)), flows: by_period };
  });
  return {
    ...summed(model, drivers, discount_rate),
    faults: flows.faults,
    complete: isComplete(model, flows),
    drivers,
  };
}

/** Net present value alone, for what asks for it many times. */
export function netValue(model: Model, values: readonly number[]): number {
  const rate = periodRate(model, discountRate(model, values));
  let sum = 0;
  for (const { driver, flows } of cashFlows(model, values).drivers) {
    if (driver.side === 'buyer') sum += signOf(driver) * npv(inPeriods(model, flows), rate);
  }
  return sum;
}

export const signOf = (driver: ValueDriver): 1 | -1 => (driver.kind === 'cost' ? -1 : 1);

/** The discount rate a year with those values; 0 where none is set or it cannot be used. */
export function discountRate(model: Model, values: readonly number[]): number {
  if (model.discount_rate < 0 || model.terms_fault?.fault === 'case.discount_rate') return 0;
  const rate = (values[model.discount_rate] ?? 0) * (model.factors[model.discount_rate] ?? 0);
  return Number.isFinite(rate) && rate > -1 ? rate : 0;
}

/** Monthly cash flows summed into the case's periods: years end with their twelfth month. */
export function inPeriods(model: Model, monthly: ArrayLike<number>): number[] {
  if (model.terms.periods === 'month') return Array.from(monthly);
  const years = Math.ceil(model.horizon_months / 12);
  const sums = new Array<number>(years + 1).fill(0);
  for (let t = 0; t < monthly.length; t++) sums[Math.ceil(t / 12)] = (sums[Math.ceil(t / 12)] ?? 0) + (monthly[t] ?? 0);
  return sums;
}

/** Periods of the case in a year. */
const inYear = (model: Model): number => (model.terms.periods === 'month' ? 12 : 1);

/** What a rate a year is a period of the case, so that the periods of a year give it again. */
export const periodRate = (model: Model, yearly: number): number => Math.expm1(Math.log1p(yearly) / inYear(model));

type Summed = Omit<Figures, 'faults' | 'complete' | 'drivers'>;

function summed(model: Model, drivers: readonly DriverFigure[], discount_rate: number): Summed {
  const own = drivers.filter(({ driver }) => driver.side === 'buyer');
  const periods = inPeriods(model, new Float64Array(model.horizon_months + 1)).length;
  const flows = new Array<number>(periods).fill(0);
  let benefits = 0;
  let costs = 0;
  for (const one of own) {
    const sign = signOf(one.driver);
    one.flows.forEach((flow, t) => {
      flows[t] = (flows[t] ?? 0) + sign * flow;
    });
    if (sign > 0) benefits += one.present_value;
    else costs += one.present_value;
  }
  const rate = periodRate(model, discount_rate);
  const of_costs = own.filter(({ driver }) => driver.kind === 'cost').map((one) => one.flows);
  const inYears = (after: number | null): number | null => (after === null ? null : after / inYear(model));
  return {
    net_value: benefits - costs + 0,
    benefits,
    costs,
    tco: tco(of_costs, (t) => (1 + rate) ** -t),
    roi: roi(benefits, costs),
    irr: yearlyIrr(irr(flows), inYear(model)),
    payback: inYears(payback(flows)),
    discounted_payback: inYears(payback(flows, rate)),
    flows,
    discount_rate,
  };
}

function yearlyIrr(found: Irr, in_year: number): Irr {
  const yearly = (rate: number): number => Math.expm1(Math.log1p(rate) * in_year);
  if (found.found === 'one') return { found: 'one', rate: yearly(found.rate) };
  return found.found === 'several' ? { found: 'several', rates: found.rates.map(yearly) } : found;
}

/** Whether the model has drivers of the buyer and all of them can be computed. */
function isComplete(model: Model, flows: CashFlows): boolean {
  const counted = flows.drivers.some(({ driver }) => driver.side === 'buyer');
  if (!counted || model.terms_fault?.fault === 'case.input_missing') return false;
  return [...flows.faults.keys()].every((driver_id) => model.beside.has(driver_id));
}
