declare module 'fast-formula-parser' {
  interface Position {
    sheet: string;
    row: number;
    col: number;
  }
  interface Config {
    functions: Record<string, (...args: { value: number }[]) => number>;
    onCell: (at: Position) => unknown;
    onRange: (range: { sheet: string; from: Position; to: Position }) => unknown[][];
  }
  class FormulaParser {
    constructor(config: Config);
    parse(formula: string, at: Position): unknown;
  }
  export default FormulaParser;
}
