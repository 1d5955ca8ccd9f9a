import type { AssumptionState, ValueAssumption } from './case.ts';
import type { Figures } from './figures.ts';
import type { Model } from './model.ts';

/** On what the present value of the buyer's benefits rests, as shares that add up to 1. */
export interface Reliance {
  /** Every assumption of the driver was agreed by a named buyer. */
  agreed: number;
  /** A named buyer disputes one of them. */
  disputed: number;
  /** The rest: someone proposed it, nobody on the buyer side has said anything of one of them yet. */
  unreviewed: number;
  /** How much rests only on assumptions that are agreed, and that this person agreed to at least one of. */
  by_person: readonly { person_id: string; share: number }[];
}

/** What a driver rests on is as good as the weakest of its assumptions. */
export function weakest(assumptions: readonly ValueAssumption[]): AssumptionState {
  if (assumptions.some(({ state }) => state === 'disputed')) return 'disputed';
  return assumptions.every(({ state }) => state === 'agreed') ? 'agreed' : 'proposed';
}

/** The state of everything a driver rests on; a driver that rests on nothing but numbers is proposed. */
export function driverState(model: Model, driver_id: string): AssumptionState {
  const places = model.drivers.find(({ driver }) => driver.driver_id === driver_id)?.rests_on ?? [];
  const assumptions = places.flatMap((place) => model.assumptions[place] ?? []);
  return assumptions.length === 0 ? 'proposed' : weakest(assumptions);
}

/** What may be said of a driver: only what buyers agreed to is ever called a saving. */
export const STANDINGS = ['agreed', 'disputed', 'supplier_proposed', 'unreviewed'] as const;
export type Standing = (typeof STANDINGS)[number];

/** How a driver stands: where something of it is open and the supplier proposed that, it is the supplier's proposal. */
export function standingOf(model: Model, driver_id: string): Standing {
  const state = driverState(model, driver_id);
  if (state !== 'proposed') return state;
  const places = model.drivers.find(({ driver }) => driver.driver_id === driver_id)?.rests_on ?? [];
  const open = places.flatMap((place) => model.assumptions[place] ?? []).filter((one) => one.state === 'proposed');
  return open.some(({ proposed_by }) => proposed_by === 'seller') ? 'supplier_proposed' : 'unreviewed';
}

/**
 * How much of the value rests on what. A share of the benefits, as costs are not what anyone hopes for; null without any.
 */
export function reliance(model: Model, figures: Figures): Reliance | null {
  const benefits = figures.drivers.filter(({ driver }) => driver.kind === 'benefit' && driver.side === 'buyer');
  const whole = benefits.reduce((sum, { present_value }) => sum + Math.abs(present_value), 0);
  if (whole === 0) return null;
  const shares = { agreed: 0, disputed: 0, proposed: 0 };
  const people = new Map<string, number>();
  for (const { driver, present_value } of benefits) {
    const share = Math.abs(present_value) / whole;
    const state = driverState(model, driver.driver_id);
    shares[state] += share;
    if (state !== 'agreed') continue;
    const places = model.drivers.find((one) => one.driver === driver)?.rests_on ?? [];
    const agreed_by = new Set(places.flatMap((place) => model.assumptions[place]?.agreed_by ?? []));
    for (const person_id of agreed_by) people.set(person_id, (people.get(person_id) ?? 0) + share);
  }
  const by_person = [...people].map(([person_id, share]) => ({ person_id, share })).sort((a, b) => b.share - a.share);
  return { agreed: shares.agreed, disputed: shares.disputed, unreviewed: shares.proposed, by_person };
}
