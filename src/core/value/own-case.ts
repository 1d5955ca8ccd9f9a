import type { AssumptionState } from './case.ts';
import { type Figures, signOf } from './figures.ts';
import type { Model } from './model.ts';
import { driverState } from './reliance.ts';

/** The value case as it is for one stakeholder: what matters to them, and what of it they have not yet looked at. */
export interface OwnCase {
  person_id: string;
  drivers: readonly { driver_id: string; present_value: number; state: AssumptionState }[];
  benefits: number;
  costs: number;
  net_value: number;
  /** Assumptions of these drivers that the person has neither agreed to nor disputed. */
  to_look_at: readonly string[];
}

/** Computes it from the drivers that name the person or one of their roles in `matters_to`. */
export function ownCase(
  model: Model,
  figures: Figures,
  { person_id, roles }: { person_id: string; roles: readonly string[] },
): OwnCase {
  const mine = figures.drivers.filter(
    ({ driver }) =>
      driver.side === 'buyer' && driver.matters_to.some((whom) => whom === person_id || roles.includes(whom)),
  );
  let benefits = 0;
  let costs = 0;
  const to_look_at = new Set<string>();
  for (const { driver, present_value } of mine) {
    if (signOf(driver) > 0) benefits += present_value;
    else costs += present_value;
    const places = model.drivers.find((one) => one.driver === driver)?.rests_on ?? [];
    for (const place of places) {
      const assumption = model.assumptions[place];
      const judged = assumption?.agreed_by.includes(person_id) || assumption?.disputed_by.includes(person_id);
      if (assumption !== undefined && !judged) to_look_at.add(assumption.assumption_id);
    }
  }
  const drivers = mine.map(({ driver, present_value }) => ({
    driver_id: driver.driver_id,
    present_value: signOf(driver) * present_value + 0,
    state: driverState(model, driver.driver_id),
  }));
  return { person_id, drivers, benefits, costs, net_value: benefits - costs + 0, to_look_at: [...to_look_at] };
}
