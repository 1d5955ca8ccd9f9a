import { formulas } from '../../catalogue/formulas.ts';
import type { CaseTerms, ValueAssumption } from './case.ts';
import { type Fault, fault } from './fault.ts';
import { isClock, type Node } from './formula.ts';
import { currenciesIn, type Dimension } from './unit.ts';

/** What the assumptions that are rates are called, by their currency. */
export function rateNames({ rates }: CaseTerms, assumptions: readonly ValueAssumption[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { currency, assumption_id } of rates) {
    const rate = assumptions.find((one) => one.assumption_id === assumption_id);
    if (rate !== undefined) names.set(currency, rate.symbol);
  }
  return names;
}

/**
 * A formula with every amount in another currency multiplied by the assumption that is its rate, so that uncertain rates
 * move the result as every assumption does.
 */
export function inOneCurrency(
  node: Node,
  currency: string,
  rates: ReadonlyMap<string, string>,
  dimensionOf: (name: string) => Dimension,
): Node | Fault {
  const missing: string[] = [];
  const names = new Set(rates.values());
  const convert = (part: Node): Node => {
    switch (part.type) {
      case 'name':
        return isClock(part.name) || names.has(part.name) ? part : priced(part);
      case 'negative':
        return { ...part, of: convert(part.of) };
      case 'binary':
        return { ...part, left: convert(part.left), right: convert(part.right) };
      case 'call':
        return { ...part, args: part.args.map(convert) };
      default:
        return part;
    }
  };
  const priced = (part: Extract<Node, { type: 'name' }>): Node => {
    let result: Node = part;
    for (const [code, power] of currenciesIn(dimensionOf(part.name))) {
      if (code === currency) continue;
      const rate = rates.get(code);
      if (rate === undefined) {
        missing.push(formulas.in_and_no_rate(part.name, code, currency));
        continue;
      }
      const name: Node = { type: 'name', name: rate };
      const powered: Node = { type: 'binary', op: '^', left: name, right: { type: 'number', value: power } };
      result = { type: 'binary', op: '*', left: result, right: power === 1 ? name : powered };
    }
    return result;
  };
  const converted = convert(node);
  return missing[0] === undefined ? converted : fault('case.rate_missing', missing[0]);
}
