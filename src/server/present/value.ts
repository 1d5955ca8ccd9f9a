import type { OutputOf } from '../../contract/operations.ts';
import { valueCaseOf, valueDriver } from '../../core/case-of-view.ts';
import { activeStakeholders } from '../../core/completion.ts';
import { personName } from '../../core/sentence.ts';
import type { Assumption, Driver, PurchaseState } from '../../core/state.ts';
import { minorDigits, toMinor } from '../../core/value/case.ts';
import { isFault } from '../../core/value/fault.ts';
import { type DriverFigure, type Figures, figuresOf } from '../../core/value/figures.ts';
import { buildModel, type Model } from '../../core/value/model.ts';
import { simulate } from '../../core/value/monte-carlo.ts';
import { ownCase } from '../../core/value/own-case.ts';
import { type Realised, realisedOf } from '../../core/value/realised.ts';
import { reliance, standingOf } from '../../core/value/reliance.ts';
import { scenarios } from '../../core/value/scenario.ts';
import { sharing } from '../../core/value/sharing.ts';
import { tornado, usedPlaces } from '../../core/value/tornado.ts';

type Page = OutputOf<'value.get'>;
type AssumptionView = Page['assumptions'][number];
type DriverView = Page['drivers'][number];

/** Enough for an interval on a page; whoever wants it narrower runs more. */
const RUNS = 2_000;
const SEED = 1;

export interface ValueContext {
  as_of: string | null;
  read_only: string | null;
  /** Names of people who are not in the buying group, by id. */
  names: ReadonlyMap<string, string>;
  /** What customers realised of a driver, by its symbol, as far as it was released to the caller. */
  elsewhere: ReadonlyMap<string, NonNullable<DriverView['realised_elsewhere']>>;
}

/** A page while it is made: what all its parts are computed from. */
interface Making {
  state: PurchaseState;
  model: Model;
  figures: Figures;
  context: ValueContext;
  minor: (amount: number) => number;
}

/** The value case as one caller sees it: everything computed from the state of their view alone. */
export function valuePage(state: PurchaseState, context: ValueContext): Page {
  const model = buildModel(valueCaseOf(state));
  const { currency } = model.terms;
  const making = {
    state,
    model,
    figures: figuresOf(model),
    context,
    minor: (amount: number) => toMinor(amount, currency),
  };
  const { net_value } = state.basis;
  return {
    purchase_id: state.purchase_id,
    view: state.view,
    as_of: context.as_of,
    read_only: context.read_only,
    terms: termsView(making),
    assumptions: assumptionViews(making),
    drivers: Object.values(state.basis.drivers).map((driver) => driverView(making, driver)),
    missing: [...model.missing].map(([symbol, ids]) => ({
      symbol,
      drivers: ids.map((driver_id) => state.basis.drivers[driver_id]?.name ?? ''),
    })),
    ...computedParts(making),
    realised: realisedViews(making),
    stated:
      net_value === null || net_value.computed === true
        ? null
        : { amount_minor: net_value.amount_minor, currency: net_value.currency, at: net_value.at },
  };
}

function termsView({ model, state }: Making): Page['terms'] {
  const { rates, correlations, ...terms } = model.terms;
  const { terms_fault } = model;
  return {
    ...terms,
    horizon_months: model.horizon_months,
    rates: [...rates],
    correlations: [...correlations],
    fault: terms_fault === null ? null : { code: terms_fault.fault, message: terms_fault.message },
    seen: state.basis.terms.event_id,
  };
}

function assumptionViews(making: Making): AssumptionView[] {
  const used = usedPlaces(making.model);
  return Object.values(making.state.basis.assumptions).map((assumption, place) =>
    assumptionView(making, assumption, used.has(place)),
  );
}

function assumptionView({ state, context, model }: Making, assumption: Assumption, used: boolean): AssumptionView {
  const called = (id: string): string => state.stakeholders[id]?.name ?? context.names.get(id) ?? personName(state, id);
  const { owner_id, proposed_by, beneath } = assumption;
  const known = model.assumptions.find(({ assumption_id }) => assumption_id === assumption.assumption_id);
  return {
    assumption_id: assumption.assumption_id,
    symbol: assumption.symbol,
    name: assumption.name,
    value: assumption.value,
    unit: assumption.unit ?? null,
    low: assumption.low ?? null,
    high: assumption.high ?? null,
    distribution: assumption.distribution ?? 'triangular',
    state: known?.state ?? 'proposed',
    zone: assumption.zone,
    proposed_by: { side: proposed_by.side, name: called(proposed_by.id) },
    owner: owner_id === undefined || owner_id === null ? null : { id: owner_id, name: called(owner_id) },
    source: assumption.source ?? null,
    at: assumption.at,
    judgements: Object.entries(assumption.judgements).map(([person_id, judged]) => ({
      person_id,
      name: called(person_id),
      judgement: judged.judgement,
      reason: judged.reason,
      at: judged.at,
      zone: judged.zone,
    })),
    comments: assumption.comments.map(({ event_id, by, side, comment, at, zone }) => ({
      event_id,
      by: called(by),
      side,
      comment,
      at,
      zone,
    })),
    shared: beneath === null ? null : { value: beneath.value, unit: beneath.unit ?? null },
    used,
    seen: assumption.event_id,
  };
}

function driverView({ model, figures, minor, context }: Making, driver: Driver): DriverView {
  const { driver_id, symbol, name, formula, kind, side, price, zone, ...timing } = valueDriver(driver);
  const { recurring, start_month, ramp_months, ramp, attrition, matters_to } = timing;
  const figure = figures.drivers.find((one: DriverFigure) => one.driver.driver_id === driver_id);
  const fault = figures.faults.get(driver_id);
  const compiled = model.drivers.find((one) => one.driver.driver_id === driver_id);
  return {
    ...{ driver_id, symbol, name, formula, kind, side, price, zone },
    ...{ recurring, start_month, ramp_months, ramp, attrition },
    matters_to: [...matters_to],
    standing: standingOf(model, driver_id),
    present_value: figure === undefined ? null : minor(figure.present_value),
    total: figure === undefined ? null : minor(figure.total),
    fault: fault === undefined ? null : { code: fault.fault, message: fault.message },
    rests_on: (compiled?.rests_on ?? []).flatMap((place) => model.assumptions[place]?.assumption_id ?? []),
    realised_elsewhere: context.elsewhere.get(symbol) ?? null,
    seen: driver.event_id,
  };
}

type Computed = Pick<
  Page,
  'figures' | 'shared_net_value' | 'simulation' | 'scenarios' | 'tornado' | 'reliance' | 'own_cases' | 'sharing'
>;

function computedParts(making: Making): Computed {
  const { state, model, figures, minor } = making;
  const bars = tornado(model);
  const three = scenarios(model, bars);
  const some = figures.drivers.length > 0;
  const relied = reliance(model, figures);
  const shared = figuresOf(buildModel(valueCaseOf(state, true)));
  const split = sharing(figures);
  return {
    figures: some ? figuresView(making) : null,
    shared_net_value: shared.complete ? minor(shared.net_value) : null,
    simulation: some && bars.length > 0 ? simulationView(making) : null,
    scenarios: some
      ? {
          low: minor(three.low.net_value),
          expected: minor(three.expected.net_value),
          high: minor(three.high.net_value),
        }
      : null,
    tornado: bars.map(({ assumption_id, name, at_low, at_high }) => ({
      assumption_id,
      name,
      at_low: minor(at_low),
      at_high: minor(at_high),
    })),
    reliance:
      relied === null
        ? null
        : {
            ...relied,
            by_person: relied.by_person.map((one) => ({ ...one, name: personName(state, one.person_id) })),
          },
    own_cases: activeStakeholders(state).flatMap((person) => ownCaseView(making, person)),
    sharing:
      split === null
        ? null
        : {
            value: minor(split.value),
            price: minor(split.price),
            buyer_keeps: minor(split.buyer_keeps),
            supplier_costs: split.supplier_costs === null ? null : minor(split.supplier_costs),
            supplier_keeps: split.supplier_keeps === null ? null : minor(split.supplier_keeps),
            supplier_share: split.supplier_share,
          },
  };
}

function figuresView({ figures, minor }: Making): NonNullable<Page['figures']> {
  const { irr } = figures;
  const rates = irr.found === 'one' ? [irr.rate] : irr.found === 'several' ? [...irr.rates] : [];
  return {
    net_value: minor(figures.net_value),
    complete: figures.complete,
    benefits: minor(figures.benefits),
    costs: minor(figures.costs),
    total_cost: { paid: minor(figures.tco.paid), present_value: minor(figures.tco.present_value) },
    roi: figures.roi,
    irr: { found: irr.found, rates },
    payback_years: figures.payback,
    discounted_payback_years: figures.discounted_payback,
    discount_rate: figures.discount_rate,
    flows: figures.flows.map(minor),
  };
}

function simulationView({ model, minor }: Making): Page['simulation'] {
  const done = simulate(model, { runs: RUNS, seed: SEED });
  if (isFault(done)) return null;
  return {
    runs: done.runs,
    seed: done.seed,
    mean: minor(done.mean),
    mean_se: minor(done.mean_se),
    positive: done.positive,
    quantiles: done.quantiles.map(({ p, value, se }) => ({ p, value: minor(value), se: minor(se) })),
  };
}

function ownCaseView(
  { model, figures, minor, state }: Making,
  { person_id, roles }: { person_id: string; roles: readonly string[] },
): Page['own_cases'] {
  const own = ownCase(model, figures, { person_id, roles });
  if (own.drivers.length === 0) return [];
  return [
    {
      person_id,
      name: personName(state, person_id),
      driver_ids: own.drivers.map(({ driver_id }) => driver_id),
      benefits: minor(own.benefits),
      costs: minor(own.costs),
      net_value: minor(own.net_value),
      to_look_at: [...own.to_look_at],
    },
  ];
}

/** Recorded values in another currency than the case's are not compared. */
function realisedViews({ state, model, minor }: Making): Page['realised'] {
  const { currency } = model.terms;
  const entries = Object.values(state.basis.realised).filter((entry) => entry.currency === currency);
  const recorded = entries.map(
    ({ driver_id, month, amount_minor, cause }): Realised => ({
      driver_id,
      month,
      amount: (amount_minor ?? 0) / 10 ** minorDigits(currency),
      cause: cause ?? null,
    }),
  );
  return realisedOf(model, recorded).map((one) => ({
    driver_id: one.driver_id,
    name: state.basis.drivers[one.driver_id]?.name ?? '',
    promised: minor(one.promised),
    realised: minor(one.realised),
    variance: minor(one.variance),
    ratio: one.ratio,
    months: one.months.map(({ month, promised, realised, variance, cause }) => ({
      month,
      promised: minor(promised),
      realised: minor(realised),
      variance: minor(variance),
      cause,
      seen: state.basis.realised[`${one.driver_id} ${month}`]?.event_id ?? '',
    })),
  }));
}
