/**
 * Total cost of ownership: all that one side pays over the horizon, price, own effort and one-off costs together, as it is paid
 * and at present value (L. Ellram, "Total cost of ownership", 1995).
 */
export interface Tco {
  paid: number;
  present_value: number;
}

/** Adds the costs up. `discount` gives the present value of one unit paid in a period. */
export function tco(costs: readonly ArrayLike<number>[], discount: (t: number) => number): Tco {
  let paid = 0;
  let present_value = 0;
  for (const flows of costs) {
    for (let t = 0; t < flows.length; t++) {
      paid += flows[t] ?? 0;
      present_value += (flows[t] ?? 0) * discount(t);
    }
  }
  return { paid, present_value };
}
