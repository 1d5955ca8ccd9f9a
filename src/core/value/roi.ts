/**
 * Return on investment over the whole horizon, from present values: (benefits − costs) / costs. Null where nothing is spent.
 * As in business-case practice both are discounted; a yearly return would divide by the years.
 */
export const roi = (benefits: number, costs: number): number | null => (costs > 0 ? (benefits - costs) / costs : null);
