import jsep from 'jsep';
import { formulas } from '../../catalogue/formulas.ts';
import { type Fault, fault, isFault } from './fault.ts';

/*
 * Formulas are read by jsep, an expression parser that runs nothing. Of what it reads only the nodes below are taken;
 * everything else (strings, members, lists, assignments) is refused. As in a spreadsheet, a sign binds tighter than a
 * power: −2^2 is 4.
 */
jsep.addBinaryOp('^', 12, true);

export const OPERATORS = ['+', '-', '*', '/', '^', '<', '<=', '>', '>='] as const;
export type Operator = (typeof OPERATORS)[number];

/** The functions of the language, with how many arguments they take at least and at most. */
export const FUNCTIONS = {
  min: [1, 20],
  max: [1, 20],
  abs: [1, 1],
  sqrt: [1, 1],
  round: [1, 1],
  floor: [1, 1],
  ceil: [1, 1],
  if: [3, 3],
} as const;
export type FunctionName = keyof typeof FUNCTIONS;

/** Names that every formula knows: the month and the year since the decision, both from 1. */
export const CLOCK_NAMES = ['month', 'year'] as const;

export type Node =
  | { type: 'number'; value: number }
  | { type: 'name'; name: string }
  | { type: 'negative'; of: Node }
  | { type: 'binary'; op: Operator; left: Node; right: Node }
  | { type: 'call'; fn: FunctionName; args: Node[] };

const LONGEST = 1_000;
/** Names that formulas can use: letters, digits and underscores, no digit first. */
export const SYMBOL = /^[\p{L}_][\p{L}\p{N}_]{0,59}$/u;

/**
 * Reads a formula over named assumptions: `lines_a_year * (cost_today - cost_then)`. Knows + − × ÷ ^, comparisons, the
 * functions above, numbers, `5 %`, and `month` and `year`.
 * @returns its tree, or a sentence that says what is wrong with it
 */
export function readFormula(text: string): Node | Fault {
  if (text.trim() === '') return fault('formula.empty', formulas.formula_empty_name_at);
  if (text.length > LONGEST) return fault('formula.too_long', formulas.formula_at_most_characters(LONGEST));
  const plain = text
    .replace(/^\s*=/, '')
    .replaceAll('−', '-')
    .replaceAll(/[×·]/g, '*')
    .replaceAll('÷', '/')
    .replaceAll(/(\d+(?:\.\d+)?)\s*%/g, '($1/100)');
  try {
    return nodeOf(jsep(plain));
  } catch (error) {
    return fault('formula.unreadable', unreadable(error, plain));
  }
}

function unreadable(error: unknown, text: string): string {
  const { message, index } = error as { message?: string; index?: number };
  const said = String(message ?? error).replace(/ at character \d+$/, '');
  if (/^Variable names cannot start with a number/.test(said)) return formulas.put_between_number;
  if (index === undefined) return formulas.unreadable(said);
  const before = text.slice(0, index).trim();
  return before === '' ? formulas.unreadable_at_start(said) : formulas.unreadable_after(said, before.slice(-24));
}

function nodeOf(read: jsep.Expression): Node | Fault {
  switch (read.type) {
    case 'Literal':
      return numberOf(read as jsep.Literal);
    case 'Identifier':
      return { type: 'name', name: String(read.name) };
    case 'UnaryExpression':
      return unaryOf(read as jsep.UnaryExpression);
    case 'BinaryExpression':
      return binaryOf(read as jsep.BinaryExpression);
    case 'CallExpression':
      return callOf(read as jsep.CallExpression);
    case 'Compound':
      return compoundOf(read as jsep.Compound);
    default:
      return fault('formula.not_allowed', formulas.formula_holds_numbers_names);
  }
}

function numberOf({ value, raw }: jsep.Literal): Node | Fault {
  if (typeof value !== 'number') return fault('formula.not_allowed', formulas.no_number_formulas_hold(raw));
  if (!Number.isFinite(value)) return fault('formula.too_large', formulas.too_large_count_with(raw));
  return { type: 'number', value };
}

function unaryOf({ operator, argument }: jsep.UnaryExpression): Node | Fault {
  const of = nodeOf(argument);
  if (isFault(of) || operator === '+') return of;
  if (operator === '-') return { type: 'negative', of };
  return fault('formula.not_allowed', formulas.not_part_formulas_use(operator));
}

function binaryOf({ operator, left, right }: jsep.BinaryExpression): Node | Fault {
  const op = OPERATORS.find((known) => known === operator);
  if (op === undefined) return fault('formula.not_allowed', formulas.not_part_formulas_use(operator));
  const one = nodeOf(left);
  if (isFault(one)) return one;
  const other = nodeOf(right);
  return isFault(other) ? other : { type: 'binary', op, left: one, right: other };
}

function callOf({ callee, arguments: given }: jsep.CallExpression): Node | Fault {
  const name = callee.type === 'Identifier' ? String(callee.name) : '';
  if (!Object.hasOwn(FUNCTIONS, name)) {
    const known = Object.keys(FUNCTIONS).join(', ');
    return fault('formula.unknown_function', formulas.there_no_function_there(name, known));
  }
  const fn = name as FunctionName;
  const [least, most] = FUNCTIONS[fn];
  if (given.length < least || given.length > most) {
    const takes = formulas.from_to(least, most);
    return fault('formula.arguments', formulas.takes_values_not(fn, takes, given.length));
  }
  const args: Node[] = [];
  for (const one of given) {
    const arg = nodeOf(one);
    if (isFault(arg)) return arg;
    args.push(arg);
  }
  return { type: 'call', fn, args };
}

function compoundOf({ body }: jsep.Compound): Node | Fault {
  if (body.length === 0) return fault('formula.empty', formulas.formula_empty_name_at);
  return fault('formula.several', formulas.these_several_formulas_in);
}

/** The names that a formula uses, each once, in the order in which they stand; the clock's are left out. */
export function namesIn(node: Node): string[] {
  const names = new Set<string>();
  walk(node, (part) => {
    if (part.type === 'name' && !isClock(part.name)) names.add(part.name);
  });
  return [...names];
}

export const isClock = (name: string): boolean => (CLOCK_NAMES as readonly string[]).includes(name);

/** Whether what a formula gives can differ from month to month by itself. */
export function readsClock(node: Node): boolean {
  let found = false;
  walk(node, (part) => {
    if (part.type === 'name' && isClock(part.name)) found = true;
  });
  return found;
}

/** Calls `each` for a node and all below it. */
export function walk(node: Node, each: (node: Node) => void): void {
  each(node);
  switch (node.type) {
    case 'negative':
      walk(node.of, each);
      return;
    case 'binary':
      walk(node.left, each);
      walk(node.right, each);
      return;
    case 'call':
      for (const arg of node.args) walk(arg, each);
      return;
    default:
  }
}

/** A formula as text again, with parentheses only where they are needed to read it. */
export function writeFormula(node: Node): string {
  switch (node.type) {
    case 'number':
      return String(node.value);
    case 'name':
      return node.name;
    case 'negative':
      return `−${inner(node.of)}`;
    case 'binary':
      return `${inner(node.left)} ${node.op.replace('*', '×').replace('/', '÷').replace('-', '−')} ${inner(node.right)}`;
    case 'call':
      return `${node.fn}(${node.args.map(writeFormula).join(', ')})`;
  }
}

const inner = (node: Node): string => (node.type === 'binary' ? `(${writeFormula(node)})` : writeFormula(node));
