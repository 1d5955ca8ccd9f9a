import type ExcelJS from 'exceljs';
import { unzipSync, zipSync } from 'fflate';
import { valueSheetTexts as texts } from '../../catalogue/server-texts.ts';
import { valueCaseOf } from '../../core/case-of-view.ts';
import type { PurchaseState } from '../../core/state.ts';
import { cashFlows, expectedValues } from '../../core/value/cash-flows.ts';
import { type Figures, figuresOf, signOf } from '../../core/value/figures.ts';
import { buildModel, type CompiledDriver, type Model } from '../../core/value/model.ts';
import { columnOf, sheetFormula } from './sheet-formula.ts';

/** The value case of a view as a workbook whose formulas live: change an assumption there and all of it follows. */
export async function valueSheet(state: PurchaseState): Promise<Uint8Array> {
  const { default: Excel } = await import('exceljs');
  const book = new Excel.Workbook();
  const model = buildModel(valueCaseOf(state));
  const figures = figuresOf(model);
  const summary = book.addWorksheet('Summary');
  assumptionsSheet(book.addWorksheet('Assumptions'), state, model);
  driversSheet(book.addWorksheet('Drivers'), model);
  const rows = flowsSheet(book.addWorksheet('Cash flows'), model, figures);
  summarySheet(summary, { model, figures, ...rows });
  // Cells whose result is not written here are computed when it is opened.
  book.calcProperties.fullCalcOnLoad = true;
  for (const sheet of book.worksheets) {
    sheet.getRow(1).font = { bold: true };
    sheet.getColumn(1).width = 34;
  }
  book.created = whenLast(state);
  book.modified = whenLast(state);
  return sameAlways(new Uint8Array(await book.xlsx.writeBuffer()), whenLast(state));
}

/** The last that this view knows to have happened: the file says no other time, so that it tells of nothing else. */
const whenLast = (state: PurchaseState): Date => new Date(state.last_at ?? '2000-01-01T00:00:00.000Z');

/** The same workbook, byte for byte, for the same case: its parts stand in it with that time and not with the clock's. */
function sameAlways(bytes: Uint8Array, at: Date): Uint8Array {
  // A zip counts from 1980, in the clock of wherever it is read.
  return zipSync(unzipSync(bytes), { mtime: at.getTime() > Date.UTC(1981, 0) ? at : new Date(Date.UTC(2000, 0)) });
}

const ASSUMPTION_HEAD = [
  ...['id', 'name', 'symbol', 'value', 'unit', 'base units per unit', 'in base units'],
  ...['low', 'high', 'distribution', 'state', 'source'],
] as const;

function assumptionsSheet(sheet: ExcelJS.Worksheet, state: PurchaseState, model: Model): void {
  sheet.addRow([...ASSUMPTION_HEAD]);
  model.assumptions.forEach((one, place) => {
    const row = place + 2;
    const factor = model.factors[place] ?? Number.NaN;
    const usable = Number.isFinite(factor);
    sheet.addRow([
      ...[one.assumption_id, one.name, one.symbol, one.value, one.unit ?? '', usable ? factor : ''],
      usable ? { formula: `D${row}*F${row}`, result: one.value * factor } : '',
      ...[one.low ?? '', one.high ?? '', one.distribution, one.state],
      state.basis.assumptions[one.assumption_id]?.source ?? '',
    ]);
  });
  sheet.getColumn(2).width = 34;
}

/** Columns before the first month on the sheets by month. */
const LEAD = 6;
const monthColumn = (t: number): string => columnOf(LEAD + 1 + t);

/** What each driver gives in each month, before ramp and attrition; month 0 counts as the first. */
function driversSheet(sheet: ExcelJS.Worksheet, model: Model): void {
  const months = [...Array(model.horizon_months + 1).keys()];
  sheet.addRow([texts.per_month, 'formula', '', '', '', 'month', ...months.map((t) => Math.max(1, t))]);
  sheet.addRow(['', '', '', '', '', 'year', ...months.map((t) => ({ formula: `INT((${monthColumn(t)}1+11)/12)` }))]);
  model.drivers.forEach((compiled) => {
    const cells = months.map((t) => ({
      formula: sheetFormula(compiled.node, cellsOf(model, compiled, monthColumn(t))),
    }));
    sheet.addRow([compiled.driver.name, compiled.driver.formula, '', '', '', '', ...cells]);
  });
}

function cellsOf(model: Model, { slotOf }: CompiledDriver, column: string): (name: string) => string {
  const assumptions = model.assumptions.length;
  return (name) => {
    const slot = slotOf(name);
    if (slot < assumptions) return `Assumptions!$G$${slot + 2}`;
    if (slot < assumptions + 2) return `${column}$${slot - assumptions + 1}`;
    return `${column}${driverRow(model, slot)}`;
  };
}

const driverRow = (model: Model, slot: number): number => model.drivers.findIndex((one) => one.slot === slot) + 3;

interface Rows {
  /** Rows on the sheet of cash flows: the first and last driver, and the buyer's sum. */
  first: number;
  last: number;
  net: number;
}

/** Row 1: months. Row 2: after how many periods. Row 3: what one unit then is worth now. Then one row a driver. */
function flowsSheet(sheet: ExcelJS.Worksheet, model: Model, figures: Figures): Rows {
  const months = [...Array(model.horizon_months + 1).keys()];
  const by_driver = new Map(
    cashFlows(model, expectedValues(model)).drivers.map((one) => [one.driver.driver_id, one.flows]),
  );
  const in_year = model.terms.periods === 'month' ? 12 : 1;
  const years = in_year === 12 ? (t: string) => `${t}/12` : (t: string) => `INT((${t}+11)/12)`;
  sheet.addRow([texts.months_after, 'sign', 'start', 'ramp', 'attrition', texts.present_value, ...months]);
  sheet.addRow([
    texts.years_discounted,
    '',
    '',
    '',
    '',
    '',
    ...months.map((t) => ({ formula: years(`${monthColumn(t)}1`) })),
  ]);
  sheet.addRow([
    ...[texts.worth_now, '', '', '', '', ''],
    ...months.map((t) => ({ formula: `(1+Summary!$B$4)^(-${monthColumn(t)}2)` })),
  ]);
  const shown = model.drivers.filter(({ driver }) => by_driver.has(driver.driver_id));
  const last_column = monthColumn(model.horizon_months);
  shown.forEach((compiled, at) => {
    const row = at + 4;
    const { driver } = compiled;
    const sign = driver.side === 'buyer' ? signOf(driver) : 0;
    const present = figures.drivers.find((one) => one.driver === driver)?.present_value;
    const sum = { formula: `SUMPRODUCT(G${row}:${last_column}${row},G3:${last_column}3)`, result: present };
    const flows = months.map((t) => ({
      formula: flowFormula(compiled, t, row, `Drivers!${monthColumn(t)}${driverRow(model, compiled.slot)}`),
      result: by_driver.get(driver.driver_id)?.[t] ?? 0,
    }));
    sheet.addRow([driver.name, sign, driver.start_month, driver.ramp_months, driver.attrition, sum, ...flows]);
  });
  const first = 4;
  const last = shown.length + 3;
  const net = last + 1;
  const sums = months.map((t) => ({
    formula:
      shown.length === 0 ? '0' : `SUMPRODUCT($B${first}:$B${last},${monthColumn(t)}${first}:${monthColumn(t)}${last})`,
  }));
  sheet.addRow([texts.net, '', '', '', '', '', ...sums]);
  return { first, last, net };
}

/** A recurring driver counts from the month after its start, as far as it has grown and what is left of it. */
function flowFormula({ driver }: CompiledDriver, t: number, row: number, given: string): string {
  const month = `${monthColumn(t)}$1`;
  if (!driver.recurring) return `IF(${month}=$C${row},${given},0)`;
  const k = `(${month}-$C${row})`;
  const x = `IF($D${row}<=1,1,MIN(1,${k}/$D${row}))`;
  const grown = driver.ramp === 's_curve' ? `(${x}*${x}*(3-2*${x}))` : x;
  return `IF(${k}<1,0,${given}*${grown}*(1-$E${row})^((${k}-1)/12))`;
}

interface Summary extends Rows {
  model: Model;
  figures: Figures;
}

function summarySheet(sheet: ExcelJS.Worksheet, { model, figures, first, last, net }: Summary): void {
  const { currency, periods } = model.terms;
  const rate = model.discount_rate < 0 || figures.discount_rate === 0 ? '0' : `Assumptions!G${model.discount_rate + 2}`;
  const flows = 'Cash flows';
  const column = (letter: string): string => `'${flows}'!${letter}${first}:${letter}${last}`;
  const none = last < first;
  const net_value = none ? '0' : `SUMPRODUCT(${column('B')},${column('F')})`;
  const benefits = none ? '0' : `SUMIF(${column('B')},">0",${column('F')})`;
  sheet.addRow([texts.value_case, currency]);
  sheet.addRow([texts.horizon, model.horizon_months]);
  sheet.addRow([texts.periods, periods]);
  sheet.addRow([texts.rate, { formula: rate, result: figures.discount_rate }]);
  sheet.addRow([texts.net_value, { formula: net_value, result: figures.net_value }]);
  sheet.addRow([texts.benefits, { formula: benefits, result: figures.benefits }]);
  sheet.addRow([texts.costs, { formula: 'B6-B5', result: figures.costs }]);
  sheet.addRow([texts.roi, { formula: 'IF(B7>0,(B6-B7)/B7,"")', result: figures.roi ?? '' }]);
  sheet.addRow([]);
  sheet.addRow([texts.period, texts.less_costs]);
  const end = monthColumn(model.horizon_months);
  figures.flows.forEach((flow, period) => {
    const when = periods === 'month' ? `A${period + 11}/12` : `A${period + 11}`;
    const row = `'${flows}'!$G$${net}:$${end}$${net}`;
    const formula = `SUMIF('${flows}'!$G$2:$${end}$2,${when},${row})`;
    sheet.addRow([period, { formula, result: flow }]);
  });
  sheet.addRow([]);
  sheet.addRow([figures.complete ? texts.complete : texts.incomplete]);
}
