import { formulas } from '../../catalogue/formulas.ts';
import {
  type CaseTerms,
  LONGEST_HORIZON_MONTHS,
  type ValueAssumption,
  type ValueCase,
  type ValueDriver,
} from './case.ts';
import { inOneCurrency, rateNames } from './currency.ts';
import { dimensionOf } from './dimension.ts';
import { type Fault, fault, isFault } from './fault.ts';
import { isClock, type Node, namesIn, readFormula, readsClock } from './formula.ts';
import { find, type Naming, namingOf, unknownName } from './naming.ts';
import { compile, type Lanes, type Program } from './program.ts';
import { type Dimension, dimensionWords, readUnit, sameDimension, type Unit } from './unit.ts';

/** A driver whose formula was understood: its tree with currencies converted, and how to compute it. */
export interface CompiledDriver {
  driver: ValueDriver;
  node: Node;
  program: Program;
  slot: number;
  /** What it gives can differ from month to month by itself. */
  by_month: boolean;
  /** Assumptions that it rests on, by place in the case; those of drivers that it uses are among them. */
  rests_on: readonly number[];
  /** Where the values of its names stand. */
  slotOf: (name: string) => number;
}

/** A value case ready to be computed: every formula compiled, units checked once. */
export interface Model {
  terms: CaseTerms;
  assumptions: readonly ValueAssumption[];
  /** Base units per unit of each assumption; NaN where its unit cannot be read. */
  factors: readonly number[];
  /** In an order in which each stands after those it uses. */
  drivers: readonly CompiledDriver[];
  /** Why a driver cannot be computed, by its id. */
  faults: ReadonlyMap<string, Fault>;
  /** Drivers that the buyer's net value is without in any case: the supplier's, and figures. */
  beside: ReadonlySet<string>;
  /** Names that stand for nothing here, with the drivers that use them. */
  missing: ReadonlyMap<string, readonly string[]>;
  constants: readonly { slot: number; value: number }[];
  /** An assumption's slot is its place; then come month, year, constants and drivers. */
  slots: number;
  horizon_months: number;
  /** The place of the discount rate among the assumptions, −1 for none. */
  discount_rate: number;
  /** What is wrong with the terms. */
  terms_fault: Fault | null;
}

/** A model while it is made. */
interface Making {
  value_case: ValueCase;
  units: readonly (Unit | Fault)[];
  naming: Naming;
  rates: ReadonlyMap<string, string>;
  compiled: CompiledDriver[];
  done: Map<string, { compiled: CompiledDriver; dimension: Dimension }>;
  faults: Map<string, Fault>;
  missing: Map<string, string[]>;
  constants: { slot: number; value: number }[];
  slots: number;
}

/**
 * Compiles a value case as one view knows it. What cannot be computed says so by driver; the others can be computed all the
 * same.
 */
export function buildModel(value_case: ValueCase): Model {
  const { assumptions, drivers, terms } = value_case;
  const units = assumptions.map(({ unit }) => readUnit(unit));
  const making: Making = {
    value_case,
    units,
    naming: namingOf(value_case),
    rates: rateNames(terms, assumptions),
    compiled: [],
    done: new Map(),
    faults: new Map(),
    missing: new Map(),
    constants: [],
    slots: assumptions.length + 2,
  };
  for (const driver of drivers) add(making, driver, []);
  return {
    terms,
    assumptions,
    factors: units.map((unit) => (isFault(unit) ? Number.NaN : unit.factor)),
    drivers: making.compiled,
    faults: making.faults,
    missing: making.missing,
    beside: new Set(drivers.filter(({ kind, side }) => kind === 'figure' || side === 'seller').map(idOf)),
    constants: making.constants,
    slots: making.slots,
    horizon_months: horizonOf(value_case, units),
    discount_rate: assumptions.findIndex(({ assumption_id }) => assumption_id === terms.discount_rate_id),
    terms_fault: faultOfTerms(value_case, units),
  };
}

const idOf = ({ driver_id }: ValueDriver): string => driver_id;

/** Compiles a driver and those that it uses; says why it cannot. */
function add(making: Making, driver: ValueDriver, path: readonly ValueDriver[]): Fault | null {
  const known = making.faults.get(driver.driver_id);
  if (known !== undefined) return known;
  if (making.done.has(driver.driver_id)) return null;
  const at = path.indexOf(driver);
  if (at >= 0) return goesRound(making, path.slice(at));
  const why_not = compileDriver(making, driver, [...path, driver]);
  // Each driver of a circle has been told already.
  if (why_not !== null && !making.faults.has(driver.driver_id)) making.faults.set(driver.driver_id, why_not);
  return why_not;
}

function goesRound({ faults }: Making, circle: readonly ValueDriver[]): Fault {
  const words = [...circle, circle[0]].map((driver) => `“${driver?.name}”`).join(' → ');
  const why = fault('formula.circular', formulas.these_formulas_go_round(words));
  for (const { driver_id } of circle) faults.set(driver_id, why);
  return why;
}

function compileDriver(making: Making, driver: ValueDriver, path: readonly ValueDriver[]): Fault | null {
  const read = readFormula(driver.formula);
  if (isFault(read)) return read;
  const unknown = namesIn(read).filter((name) => find(making.naming, name, driver) === null);
  for (const name of unknown) making.missing.set(name, [...(making.missing.get(name) ?? []), driver.driver_id]);
  const rests_on = new Set<number>();
  let by_month = readsClock(read);
  for (const name of namesIn(read)) {
    const found = find(making.naming, name, driver);
    if (found === null) return unknownName(making.naming, name, driver);
    if ('assumption' in found) {
      const unit = making.units[found.assumption];
      if (isFault(unit)) return unit;
      rests_on.add(found.assumption);
      continue;
    }
    const why_not = add(making, found.driver, path);
    if (why_not !== null) return restsOnFault(making, driver, found.driver, why_not);
    const used = making.done.get(found.driver.driver_id)?.compiled;
    by_month ||= used?.by_month === true;
    for (const place of used?.rests_on ?? []) rests_on.add(place);
  }
  return finish(making, driver, read, { by_month, rests_on: [...rests_on] });
}

function restsOnFault({ faults }: Making, driver: ValueDriver, used: ValueDriver, why: Fault): Fault {
  return (
    faults.get(driver.driver_id) ??
    fault('formula.rests_on_fault', formulas.rests_on_which_cannot(used.name, why.message))
  );
}

function finish(
  making: Making,
  driver: ValueDriver,
  read: Node,
  more: Pick<CompiledDriver, 'by_month' | 'rests_on'>,
): Fault | null {
  const { currency } = making.value_case.terms;
  const of = (name: string): Dimension => dimensionOfName(making, name, driver);
  const node = inOneCurrency(read, currency, making.rates, of);
  if (isFault(node)) return node;
  const dimension = dimensionOf(node, of);
  if (isFault(dimension)) return dimension;
  const given = dimension === 'any' ? moneyOf(driver, currency) : dimension;
  const wrong = wrongResult(driver, given, currency);
  if (wrong !== null) return wrong;
  const slotOf = (name: string): number => slotOfName(making, name, driver);
  const program = compile(node, { slotOfName: slotOf, slotOfNumber: (value) => slotOfNumber(making, value) });
  const compiled = { driver, node, program, slot: making.slots++, slotOf, ...more };
  making.compiled.push(compiled);
  making.done.set(driver.driver_id, { compiled, dimension: given });
  return null;
}

function dimensionOfName({ naming, units, done }: Making, name: string, driver: ValueDriver): Dimension {
  const found = find(naming, name, driver);
  if (found === null) return {};
  if ('driver' in found) return done.get(found.driver.driver_id)?.dimension ?? {};
  const unit = units[found.assumption];
  return unit === undefined || isFault(unit) ? {} : unit.dimension;
}

function slotOfName({ naming, value_case, done }: Making, name: string, driver: ValueDriver): number {
  if (isClock(name)) return value_case.assumptions.length + (name === 'month' ? 0 : 1);
  const found = find(naming, name, driver);
  if (found === null) return 0;
  return 'assumption' in found ? found.assumption : (done.get(found.driver.driver_id)?.compiled.slot ?? 0);
}

function slotOfNumber(making: Making, value: number): number {
  const known = making.constants.find((constant) => Object.is(constant.value, value));
  if (known !== undefined) return known.slot;
  const slot = making.slots++;
  making.constants.push({ slot, value });
  return slot;
}

const moneyOf = (driver: ValueDriver, currency: string): Dimension =>
  driver.recurring ? { [currency]: 1, time: -1 } : { [currency]: 1 };

/** A recurring driver gives money per time, a one-off one money; a figure may give anything. */
function wrongResult(driver: ValueDriver, given: Dimension, currency: string): Fault | null {
  if (driver.kind === 'figure' || sameDimension(given, moneyOf(driver, currency))) return null;
  const wants = driver.recurring ? formulas.money_per_time(currency) : formulas.money(currency);
  const kind = driver.recurring ? formulas.recurs : formulas.comes_once;
  return fault('formula.units', formulas.so_its_formula_give(driver.name, kind, wants, dimensionWords(given)));
}

function horizonOf({ assumptions, terms }: ValueCase, units: Making['units']): number {
  const at = assumptions.findIndex(({ assumption_id }) => assumption_id === terms.horizon_id);
  const unit = units[at];
  const said = assumptions[at];
  const usable = said !== undefined && unit !== undefined && !isFault(unit) && unit.dimension.time === 1;
  const months = usable ? said.value * unit.factor : terms.horizon_months;
  return Math.max(1, Math.min(LONGEST_HORIZON_MONTHS, Math.round(months)));
}

function faultOfTerms({ assumptions, terms }: ValueCase, units: Making['units']): Fault | null {
  const rate = assumptions.findIndex(({ assumption_id }) => assumption_id === terms.discount_rate_id);
  if (terms.discount_rate_id !== null && rate < 0) {
    return fault('case.input_missing', formulas.discount_rate_assumption_cannot);
  }
  const unit = units[rate];
  if (isFault(unit)) return unit;
  if (unit !== undefined && !sameDimension(unit.dimension, {})) {
    return fault('case.discount_rate', formulas.discount_rate_share_year);
  }
  if (unit !== undefined && (assumptions[rate]?.value ?? 0) * unit.factor <= -1) {
    return fault('case.discount_rate', formulas.discount_rate_above_100);
  }
  const horizon = units[assumptions.findIndex(({ assumption_id }) => assumption_id === terms.horizon_id)];
  if (horizon !== undefined && !isFault(horizon) && !sameDimension(horizon.dimension, { time: 1 })) {
    return fault('case.horizon', formulas.horizon_time_give_its);
  }
  return null;
}

/** Space to compute a model in that many lanes, constants filled in. */
export function lanesOf(model: Model, n: number): Lanes {
  const slots = Array.from({ length: model.slots }, () => new Float64Array(n));
  for (const { slot, value } of model.constants) slots[slot]?.fill(value);
  return { n, slots, scratch: [] };
}

/** Computes every driver in its order; each then stands in its slot. */
export function runDrivers(model: Model, lanes: Lanes): void {
  for (const { program, slot } of model.drivers) {
    const result = program(lanes);
    lanes.slots[slot]?.set(result.subarray(0, lanes.n));
  }
}
