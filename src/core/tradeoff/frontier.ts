import type { Money } from '../shaking.ts';

export interface Priced {
  option_id: string;
  /** 0–100. */
  value: number;
  cost: Money | null;
}

export interface FrontierOption extends Priced {
  cost: Money;
  /** No other option is at least as good for at most the same cost, and better in one of the two. */
  efficient: boolean;
  /** An option that is at least as good and no dearer; null for an efficient one. */
  dominated_by: string | null;
}

export interface Frontier {
  currency: string | null;
  /** What can be compared, cheapest first. */
  options: FrontierOption[];
  /** From each efficient option to the next dearer one: what a further point of value costs, in minor units. */
  steps: { from: string; to: string; extra_minor: number; extra_value: number; per_point_minor: number }[];
  /** Options without a cost. */
  unpriced: string[];
  /** Options in another currency than most: amounts of different currencies are not compared. */
  other_currency: string[];
}

/**
 * Value against total cost: the efficient frontier is what is not dominated (V. Pareto). Price is kept apart from value, so
 * that a group sees what a further point of value costs, and does not trade it away inside a score.
 *
 *   values 80, 60, 50 at 30, 10, 12: the first two are efficient; the third is dominated by the second
 */
export function frontierOf(priced: readonly Priced[]): Frontier {
  const unpriced = priced.filter(({ cost }) => cost === null).map(({ option_id }) => option_id);
  const with_cost = priced.filter((option): option is Priced & { cost: Money } => option.cost !== null);
  const currency = commonest(with_cost.map(({ cost }) => cost.currency));
  const compared = with_cost.filter(({ cost }) => cost.currency === currency);
  const options = compared
    .map((option): FrontierOption => {
      const dominating = compared.find((other) => dominates(other, option));
      return { ...option, efficient: dominating === undefined, dominated_by: dominating?.option_id ?? null };
    })
    .sort((a, b) => a.cost.amount_minor - b.cost.amount_minor || b.value - a.value);
  const other_currency = with_cost.filter(({ cost }) => cost.currency !== currency).map(({ option_id }) => option_id);
  return { currency, options, steps: stepsOf(options), unpriced, other_currency };
}

function dominates(other: Priced & { cost: Money }, option: Priced & { cost: Money }): boolean {
  if (other.value < option.value || other.cost.amount_minor > option.cost.amount_minor) return false;
  return other.value > option.value || other.cost.amount_minor < option.cost.amount_minor;
}

/** The most frequent; of equals the one that comes first. */
function commonest(words: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  let best: string | null = null;
  for (const [word, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = word;
  return best;
}

function stepsOf(options: readonly FrontierOption[]): Frontier['steps'] {
  const efficient = options.filter((option) => option.efficient);
  return efficient.slice(1).flatMap((to, index) => {
    const from = efficient[index] as FrontierOption;
    const extra_minor = to.cost.amount_minor - from.cost.amount_minor;
    const extra_value = to.value - from.value;
    if (extra_value <= 0) return [];
    const per_point_minor = extra_minor / extra_value;
    return [{ from: from.option_id, to: to.option_id, extra_minor, extra_value, per_point_minor }];
  });
}
