import { formulas } from '../../catalogue/formulas.ts';
import { minorDigits, type ValueDriver } from './case.ts';
import { type Fault, fault, isFault } from './fault.ts';
import { type Node, writeFormula } from './formula.ts';
import { type CompiledDriver, lanesOf, type Model, runDrivers } from './model.ts';
import type { Lanes } from './program.ts';
import { shareInMonth } from './ramp.ts';

/** What a driver brings or costs, month by month: place t is t months after the decision. Major units, never negative by kind. */
export interface DriverFlows {
  driver: ValueDriver;
  flows: Float64Array;
}

export interface CashFlows {
  months: number;
  drivers: readonly DriverFlows[];
  /** Why a driver is not among them. */
  faults: ReadonlyMap<string, Fault>;
}

/** Amounts beyond this many minor units are not exact any more. */
const MOST_MINOR = Number.MAX_SAFE_INTEGER;

/** The values of a case's assumptions as they are said, in their own units. */
export const expectedValues = (model: Model): number[] => model.assumptions.map(({ value }) => value);

/**
 * Drivers × assumptions → cash flows by month. A one-off driver falls in its start month (0: at once); a recurring one first
 * in the month after it, ramped and with attrition (`ramp.ts`).
 * @param values of the assumptions in their own units, by place
 */
export function cashFlows(model: Model, values: readonly number[]): CashFlows {
  const months = model.horizon_months;
  const lanes = lanesOf(model, months);
  values.forEach((value, place) => {
    // −0 is 0: no driver may come out as minus nothing.
    lanes.slots[place]?.fill(value * (model.factors[place] ?? Number.NaN) + 0);
  });
  const first_clock = model.assumptions.length;
  for (let month = 1; month <= months; month++) {
    (lanes.slots[first_clock] as Float64Array)[month - 1] = month;
    (lanes.slots[first_clock + 1] as Float64Array)[month - 1] = Math.ceil(month / 12);
  }
  runDrivers(model, lanes);
  const faults = new Map(model.faults);
  const drivers: DriverFlows[] = [];
  const most = MOST_MINOR / 10 ** minorDigits(model.terms.currency);
  for (const compiled of model.drivers) {
    const flows = flowsOf(model, compiled, lanes, most);
    if (isFault(flows)) faults.set(compiled.driver.driver_id, flows);
    else if (compiled.driver.kind !== 'figure') drivers.push({ driver: compiled.driver, flows });
  }
  return { months, drivers, faults };
}

function flowsOf(model: Model, compiled: CompiledDriver, lanes: Lanes, most: number): Float64Array | Fault {
  const { driver, slot } = compiled;
  const given = lanes.slots[slot] as Float64Array;
  const months = model.horizon_months;
  const flows = new Float64Array(months + 1);
  for (let t = driver.recurring ? driver.start_month + 1 : driver.start_month; t <= months; t++) {
    const value = given[Math.max(0, t - 1)] ?? 0;
    if (!Number.isFinite(value)) return whyNot(compiled, lanes, Math.max(0, t - 1));
    flows[t] = driver.recurring ? value * shareInMonth(t - driver.start_month, driver) : value;
    if (driver.kind !== 'figure' && Math.abs(value) > most) return tooLarge(driver);
    if (!driver.recurring) break;
  }
  return flows;
}

const tooLarge = (driver: ValueDriver): Fault => fault('value.too_large', formulas.comes_more_than_can(driver.name));

/** Which division or root made a result no number, in which month. */
function whyNot({ driver, node, slotOf }: CompiledDriver, lanes: Lanes, lane: number): Fault {
  const month = lane + 1;
  const at = (name: string): number => lanes.slots[slotOf(name)]?.[lane] ?? Number.NaN;
  const divisor = zeroDivisor(node, at);
  if (divisor !== null) {
    return fault('formula.division_by_zero', formulas.divides_by_zero_in(driver.name, month, writeFormula(divisor)));
  }
  if (Math.abs(evaluate(node, at)) === Number.POSITIVE_INFINITY) return tooLarge(driver);
  return fault('formula.no_number', formulas.gives_no_number_in(driver.name, month));
}

function zeroDivisor(node: Node, at: (name: string) => number): Node | null {
  const below = node.type === 'binary' ? [node.left, node.right] : node.type === 'call' ? node.args : [];
  for (const part of node.type === 'negative' ? [node.of] : below) {
    const found = zeroDivisor(part, at);
    if (found !== null) return found;
  }
  return node.type === 'binary' && node.op === '/' && evaluate(node.right, at) === 0 ? node.right : null;
}

/** One value of a formula: slow, for telling why. */
function evaluate(node: Node, at: (name: string) => number): number {
  switch (node.type) {
    case 'number':
      return node.value;
    case 'name':
      return at(node.name);
    case 'negative':
      return -evaluate(node.of, at);
    case 'binary':
      return OPERATION[node.op](evaluate(node.left, at), evaluate(node.right, at));
    case 'call': {
      const [first = 0, second = 0, third = 0] = node.args.map((arg) => evaluate(arg, at));
      if (node.fn === 'if') return first !== 0 ? second : third;
      if (node.fn === 'min' || node.fn === 'max') return Math[node.fn](...node.args.map((arg) => evaluate(arg, at)));
      return Math[node.fn](first);
    }
  }
}

const OPERATION: Readonly<Record<Extract<Node, { type: 'binary' }>['op'], (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '^': (a, b) => a ** b,
  '<': (a, b) => Number(a < b),
  '<=': (a, b) => Number(a <= b),
  '>': (a, b) => Number(a > b),
  '>=': (a, b) => Number(a >= b),
};
