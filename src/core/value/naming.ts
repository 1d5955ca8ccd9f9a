import { formulas } from '../../catalogue/formulas.ts';
import type { ValueCase, ValueDriver } from './case.ts';
import { type Fault, fault } from './fault.ts';
import { nearestName } from './nearest-name.ts';

/** What a name in a formula stands for: the place of an assumption, or a driver. */
export type Found = { assumption: number } | { driver: ValueDriver };

type Table = Map<string, Found>;

/** The names of a case: what is shared, and what the view's own side keeps. */
export interface Naming {
  shared: Table;
  own: Table;
}

/** Each name stands for the first that has it. */
export function namingOf({ assumptions, drivers }: ValueCase): Naming {
  const naming: Naming = { shared: new Map(), own: new Map() };
  const add = (zone: string, symbol: string, found: Found): void => {
    const table = zone === 'shared' ? naming.shared : naming.own;
    if (!table.has(symbol)) table.set(symbol, found);
  };
  assumptions.forEach(({ symbol, zone }, assumption) => {
    add(zone, symbol, { assumption });
  });
  for (const driver of drivers) add(driver.zone, driver.symbol, { driver });
  return naming;
}

/** What a name means in a driver: a shared one looks among what is shared first, another among its side's own. */
export function find({ shared, own }: Naming, name: string, driver: ValueDriver): Found | null {
  return (driver.zone === 'shared' ? (shared.get(name) ?? own.get(name)) : (own.get(name) ?? shared.get(name))) ?? null;
}

/** What to say of a name that stands for nothing here. */
export function unknownName({ shared, own }: Naming, name: string, driver: ValueDriver): Fault {
  const known = [...shared.keys(), ...own.keys()].filter((one) => one !== driver.symbol);
  const meant = nearestName(name, known);
  const hint = meant === null ? formulas.add_it_or_ask : formulas.did_you_mean(meant);
  return fault('case.input_missing', `${formulas.not_among_what(name)} ${hint}`);
}
