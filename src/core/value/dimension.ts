import { formulas } from '../../catalogue/formulas.ts';
import { type Fault, fault, isFault } from './fault.ts';
import { isClock, type Node, writeFormula } from './formula.ts';
import { type Dimension, dimensionWords, powerOf, sameDimension, times } from './unit.ts';

/** The dimension of a formula; `any` for a bare 0, which may stand beside everything. */
export type Dimensioned = Dimension | 'any';

/** What a name's quantity is a quantity of. */
export type DimensionOfName = (name: string) => Dimension;

/**
 * Checks, once and before any number is known, that a formula adds and compares only like to like.
 * @returns what its result is a quantity of, or a sentence that says where it mixes
 */
export function dimensionOf(node: Node, of: DimensionOfName): Dimensioned | Fault {
  switch (node.type) {
    case 'number':
      return node.value === 0 ? 'any' : {};
    case 'name':
      return isClock(node.name) ? {} : of(node.name);
    case 'negative':
      return dimensionOf(node.of, of);
    case 'binary':
      return ofBinary(node, of);
    case 'call':
      return ofCall(node, of);
  }
}

type Binary = Extract<Node, { type: 'binary' }>;
type Call = Extract<Node, { type: 'call' }>;

const orPlain = (dimension: Dimensioned): Dimension => (dimension === 'any' ? {} : dimension);

function ofBinary(node: Binary, of: DimensionOfName): Dimensioned | Fault {
  const left = dimensionOf(node.left, of);
  if (isFault(left)) return left;
  const right = dimensionOf(node.right, of);
  if (isFault(right)) return right;
  switch (node.op) {
    case '*':
      return times(orPlain(left), orPlain(right));
    case '/':
      return times(orPlain(left), powerOf(orPlain(right), -1));
    case '^':
      return ofPower(node, orPlain(left), orPlain(right));
    case '+':
    case '-': {
      const doing = node.op === '+' ? 'adds' : 'subtracts';
      return alike([node.left, node.right], [left, right], doing);
    }
    default: {
      const compared = alike([node.left, node.right], [left, right], 'compares');
      return isFault(compared) ? compared : {};
    }
  }
}

function ofPower(node: Binary, base: Dimension, exponent: Dimension): Dimension | Fault {
  if (!sameDimension(exponent, {})) {
    return fault('formula.units', formulas.power_plain_number_not(writeFormula(node), dimensionWords(exponent)));
  }
  if (sameDimension(base, {})) return {};
  if (node.right.type === 'number') return powerOf(base, node.right.value);
  return fault('formula.units', formulas.can_only_raised_power(writeFormula(node), dimensionWords(base)));
}

/** One dimension for all of several parts; a bare 0 takes that of the others. */
function alike(
  parts: readonly Node[],
  given: readonly Dimensioned[],
  doing: 'adds' | 'subtracts' | 'compares' | 'chooses',
): Dimensioned | Fault {
  let first: { dimension: Dimension; part: Node } | null = null;
  for (const [at, dimension] of given.entries()) {
    const part = parts[at];
    if (dimension === 'any' || part === undefined) continue;
    if (first === null) first = { dimension, part };
    else if (!sameDimension(first.dimension, dimension)) {
      const one = `“${writeFormula(first.part)}” (${dimensionWords(first.dimension)})`;
      const other = `“${writeFormula(part)}” (${dimensionWords(dimension)})`;
      return fault('formula.units', formulas.and_which_not_alike(doing, one, other));
    }
  }
  return first?.dimension ?? 'any';
}

function ofCall(node: Call, of: DimensionOfName): Dimensioned | Fault {
  const given: Dimensioned[] = [];
  for (const arg of node.args) {
    const dimension = dimensionOf(arg, of);
    if (isFault(dimension)) return dimension;
    given.push(dimension);
  }
  const [first = 'any'] = given;
  switch (node.fn) {
    case 'sqrt':
      return powerOf(orPlain(first), 0.5);
    case 'abs':
      return first;
    case 'round':
    case 'floor':
    case 'ceil':
      if (sameDimension(orPlain(first), {})) return {};
      return fault('formula.units', formulas.takes_plain_number_what(node.fn, dimensionWords(orPlain(first))));
    case 'if':
      if (!sameDimension(orPlain(first), {})) {
        return fault('formula.units', formulas.first_value_if_comparison);
      }
      return alike(node.args.slice(1), given.slice(1), 'chooses');
    default:
      return alike(node.args, given, 'compares');
  }
}
