import type { Node } from '../../core/value/formula.ts';

/** A formula as a spreadsheet has it, every part in parentheses; names become the cells that `cellOf` says. */
export function sheetFormula(node: Node, cellOf: (name: string) => string): string {
  const write = (part: Node): string => sheetFormula(part, cellOf);
  switch (node.type) {
    case 'number':
      return String(node.value);
    case 'name':
      return cellOf(node.name);
    case 'negative':
      return `(-${write(node.of)})`;
    case 'binary': {
      const text = `(${write(node.left)}${node.op}${write(node.right)})`;
      // A comparison counts as 1 or 0.
      return node.op.startsWith('<') || node.op.startsWith('>') ? `IF${text.slice(0, -1)},1,0)` : text;
    }
    case 'call':
      return callOf(node.fn, node.args.map(write));
  }
}

function callOf(fn: Extract<Node, { type: 'call' }>['fn'], args: readonly string[]): string {
  const [first = '0', second = '0', third = '0'] = args;
  switch (fn) {
    case 'round':
      return `ROUND(${first},0)`;
    case 'floor':
      return `INT(${first})`;
    case 'ceil':
      return `(-INT(-(${first})))`;
    case 'if':
      return `IF(${first}<>0,${second},${third})`;
    default:
      return `${fn.toUpperCase()}(${args.join(',')})`;
  }
}

/** The letters of a column, from 1. */
export function columnOf(number: number): string {
  let letters = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
