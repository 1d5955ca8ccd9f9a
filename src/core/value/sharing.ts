import type { Figures } from './figures.ts';

/** How the value of a purchase is shared between the sides, at present value. Null where a view has no figures for it. */
export interface Sharing {
  /** What the buyer gains, before the price: benefits less the buyer's own costs. */
  value: number;
  /** What the supplier is paid. */
  price: number;
  buyer_keeps: number;
  /** What it costs the supplier, where the view may read that. */
  supplier_costs: number | null;
  supplier_keeps: number | null;
  /** What the supplier keeps of what there is to share: value less the supplier's costs. */
  supplier_share: number | null;
}

/**
 * Price against value: of what the buyer gains, how much the price takes, and how much of that stays with the supplier
 * (economic value to the customer, J. Forbis, N. Mehta, 1981). Shown only as far as the view's own figures allow it.
 * @returns null where nothing is priced
 */
export function sharing(figures: Figures): Sharing | null {
  let value = 0;
  let price = 0;
  let supplier_costs: number | null = null;
  let priced = false;
  for (const { driver, present_value } of figures.drivers) {
    if (driver.side === 'seller') {
      if (driver.kind === 'cost') supplier_costs = (supplier_costs ?? 0) + present_value;
    } else if (driver.kind === 'benefit') value += present_value;
    else if (driver.price) {
      price += present_value;
      priced = true;
    } else value -= present_value;
  }
  if (!priced) return null;
  const supplier_keeps = supplier_costs === null ? null : price - supplier_costs;
  const to_share = supplier_costs === null ? 0 : value - supplier_costs;
  return {
    value,
    price,
    buyer_keeps: value - price,
    supplier_costs,
    supplier_keeps,
    supplier_share: supplier_keeps === null || to_share <= 0 ? null : supplier_keeps / to_share,
  };
}
