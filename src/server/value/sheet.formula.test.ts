import ExcelJS from 'exceljs';
import FormulaParser from 'fast-formula-parser';
import { describe, expect, it, vi } from 'vitest';
import { named, opened, stateAfter, type Told, told } from '../../../test/core/story.ts';
import { valueCaseOf } from '../../core/case-of-view.ts';
import { figuresOf } from '../../core/value/figures.ts';
import { buildModel } from '../../core/value/model.ts';
import { valueSheet } from './sheet.ts';
import { columnOf } from './sheet-formula.ts';

const assume = (symbol: string, value: number, unit: string, more = {}): Told =>
  told('assumption.changed', { assumption_id: symbol, name: symbol, symbol, value, unit, ...more });
const drive = (symbol: string, formula: string, more = {}): Told =>
  told('driver.changed', { driver_id: symbol, name: symbol, symbol, formula, ...more });

/** Everything that formulas and drivers can hold, in one case. */
const all = [
  opened(),
  named('ann'),
  assume('people', 117, 'people', { low: 90, high: 130 }),
  assume('hours', 3.25, 'h/week'),
  assume('rate', 41.5, 'EUR/h'),
  assume('won', 78, '%'),
  assume('fee', 94_000, 'USD/year', { source: '=HYPERLINK("http://evil")' }),
  assume('fx', 0.91, 'EUR/USD'),
  assume('project', 150_000, 'EUR'),
  assume('discount', 8.5, '%'),
  drive('time', 'people × hours × rate × won', { ramp_months: 7 }),
  drive('growth', 'time × 4 %^2 × (1 + 3 %)^(year - 1)', { attrition: 0.12, start_month: 2 }),
  drive('tiers', 'if(month > 18, max(time × 0.1, 0), min(time × 0.02, time)) - abs(-time × 0.001)', {
    ramp_months: 5,
    ramp: 's_curve',
  }),
  drive('sites', 'round(people / 10) + floor(people / 50) + ceil(people / 40) + sqrt(people) + (people >= 117)', {
    kind: 'figure',
  }),
  drive('per_site', '-(sites × project / 100) × -1', { recurring: false, start_month: 4 }),
  drive('price', 'fee', { kind: 'cost', price: true }),
  drive('introduction', 'project', { kind: 'cost', recurring: false }),
  drive('hosting', 'project × 0.01', { kind: 'cost', side: 'seller', recurring: false }),
  drive('unknown', 'not_said × rate'),
];

/** Two functions that the parser lacks. */
const numbers = (args: { value: number }[]): number[] => args.map(({ value }) => value);
const lacking = Object.fromEntries(
  (['min', 'max'] as const).map((name) => [
    name.toUpperCase(),
    (...args: { value: number }[]) => Math[name](...numbers(args)),
  ]),
);

/** Computes cells of a saved workbook from their formulas alone, by a parser that is not ours. */
async function evaluator(bytes: Uint8Array): Promise<(sheet: string, cell: string) => unknown> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.buffer as ArrayBuffer);
  const known = new Map<string, unknown>();
  type Position = { sheet: string; row: number; col: number };
  const valueAt = ({ sheet, row, col }: Position): unknown => {
    const key = `${sheet}!${columnOf(col)}${row}`;
    if (known.has(key)) return known.get(key);
    const { value } = book.getWorksheet(sheet)?.getCell(row, col) ?? { value: null };
    const formula = typeof value === 'object' && value !== null && 'formula' in value ? String(value.formula) : null;
    const result = formula === null ? value : parser.parse(formula, { sheet, row, col });
    known.set(key, result);
    return result;
  };
  const parser = new FormulaParser({
    functions: lacking,
    onCell: valueAt,
    onRange: ({ sheet, from, to }: { sheet: string; from: Position; to: Position }) =>
      Array.from({ length: to.row - from.row + 1 }, (_, r) =>
        Array.from({ length: to.col - from.col + 1 }, (_c, c) =>
          valueAt({ sheet, row: from.row + r, col: from.col + c }),
        ),
      ),
  });
  // It reads one formula at a time, so each cell comes after those that it needs: sheet by sheet.
  for (const sheet of ['Assumptions', 'Drivers', 'Cash flows']) {
    book.getWorksheet(sheet)?.eachRow((row, number) => {
      for (let col = row.cellCount; col > 0; col--) valueAt({ sheet, row: number, col });
    });
    valueAt({ sheet: 'Summary', row: 4, col: 2 });
  }
  return (sheet, cell) => {
    const at = book.getWorksheet(sheet)?.getCell(cell);
    return valueAt({ sheet, row: Number(at?.row), col: Number(at?.col) });
  };
}

const close = (given: unknown, exact: number): void => {
  expect(Math.abs(Number(given) - exact) / Math.max(1, Math.abs(exact))).toBeLessThan(1e-9);
};

describe('the workbook', () => {
  it.each(['year', 'month'])('computes the same numbers by its own formulas, by %s', async (periods) => {
    const terms = told('case.set', {
      ...{ currency: 'EUR', horizon_months: 41, periods, discount_rate_id: 'discount' },
      rates: [{ currency: 'USD', assumption_id: 'fx' }],
    });
    const state = stateAfter(...all, terms);
    const figures = figuresOf(buildModel(valueCaseOf(state)));
    expect([...figures.faults.keys()]).toEqual(['unknown']);
    const at = await evaluator(await valueSheet(state));
    close(at('Summary', 'B5'), figures.net_value);
    close(at('Summary', 'B6'), figures.benefits);
    close(at('Summary', 'B7'), figures.costs);
    close(at('Summary', 'B8'), figures.roi ?? Number.NaN);
    figures.flows.forEach((flow, period) => {
      close(at('Summary', `B${period + 11}`), flow);
    });
    figures.drivers.forEach(({ driver, present_value }, place) => {
      expect(at('Cash flows', `A${place + 4}`)).toBe(driver.name);
      close(at('Cash flows', `F${place + 4}`), present_value);
    });
  });

  it('holds texts as texts, whatever they begin with', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await valueSheet(stateAfter(...all))).buffer as ArrayBuffer);
    expect(book.getWorksheet('Assumptions')?.getCell('L6').value).toBe('=HYPERLINK("http://evil")');
    expect(book.getWorksheet('Assumptions')?.getCell('L6').type).toBe(ExcelJS.ValueType.String);
  });

  it('is the same, byte for byte, whenever it is made', async () => {
    const state = stateAfter(...all);
    vi.useFakeTimers({ now: Date.UTC(2026, 5, 1), toFake: ['Date'] });
    const one = await valueSheet(state);
    vi.setSystemTime(Date.UTC(2027, 8, 3));
    const other = await valueSheet(state);
    vi.useRealTimers();
    expect(Buffer.from(other).equals(Buffer.from(one))).toBe(true);
  });

  it('can be made of an empty case', async () => {
    const at = await evaluator(await valueSheet(stateAfter(opened())));
    expect([at('Summary', 'B5'), at('Summary', 'B6')]).toEqual([0, 0]);
  });
});
