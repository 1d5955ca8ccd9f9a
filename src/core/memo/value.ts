import { valueCaseOf } from '../case-of-view.ts';
import { listed } from '../sentence.ts';
import type { PurchaseState } from '../state.ts';
import type { ValueAssumption } from '../value/case.ts';
import { isFault } from '../value/fault.ts';
import { type DriverFigure, type Figures, figuresOf } from '../value/figures.ts';
import { buildModel, type Model } from '../value/model.ts';
import { simulate } from '../value/monte-carlo.ts';
import { reliance, type Standing, standingOf } from '../value/reliance.ts';
import { tornado, usedPlaces } from '../value/tornado.ts';
import { left, type Making, type MemoBlock, paragraph, right } from './model.ts';
import { aboutText, dayText, moneyText, numberText, oneLine, shareText } from './writing.ts';

/** Enough for an interval in a document. */
const RUNS = 2_000;
const SEED = 1;

/** What it is worth, how sure that is, and on whose word: only what buyers agreed to is called a saving. */
export function valueSection(making: Making): MemoBlock[] {
  const { state } = making;
  const model = buildModel(valueCaseOf(state));
  const figures = figuresOf(model);
  const own = figures.drivers.filter(({ driver }) => driver.side === 'buyer' && driver.kind !== 'figure');
  if (own.length === 0) return statedOnly(state);
  const valued: Valued = { model, figures, own, currency: model.terms.currency };
  return [
    paragraph(netSentence(valued)),
    paragraph(relianceSentence(valued)),
    ...intervalOf(valued),
    ...leftOut(valued),
    driversTable(valued),
    figuresTable(valued),
    ...assumptionsTable(making, valued),
  ];
}

/** A value case and what it comes to, in major units. */
interface Valued {
  model: Model;
  figures: Figures;
  own: readonly DriverFigure[];
  currency: string;
}

function statedOnly({ basis: { net_value } }: PurchaseState): MemoBlock[] {
  if (net_value === null) return [paragraph('Nobody has put numbers to it yet.')];
  const { amount_minor, currency, at } = net_value;
  return [
    paragraph(
      `A net value of ${moneyText(amount_minor, currency)} was stated on ${dayText(at)}. The numbers beneath it are not recorded here, and no buyer has agreed to them here.`,
    ),
  ];
}

function netSentence({ model, figures, currency }: Valued): string {
  const rate = figures.discount_rate;
  const discount = rate === 0 ? 'not discounted' : `discounted at ${numberText(rate * 100, 1)} % a year`;
  return `Benefits less costs over ${model.horizon_months} months: ${aboutText(figures.net_value, currency)} (${discount}).`;
}

function relianceSentence({ model, figures }: Valued): string {
  const relied = reliance(model, figures);
  if (relied === null) return 'No benefit has been put into numbers yet.';
  if (relied.agreed === 1) return 'All of the benefits rest on numbers that named buyers agreed to.';
  const parts = [
    relied.agreed > 0 ? `${shareText(relied.agreed)} on numbers that named buyers agreed to` : '',
    relied.disputed > 0 ? `${shareText(relied.disputed)} on numbers that a buyer disputes` : '',
    relied.unreviewed > 0 ? `${shareText(relied.unreviewed)} on numbers that no buyer has agreed to` : '',
  ].filter((part) => part !== '');
  const whole = relied.agreed > 0 ? 'Only the first are agreed; the rest is expected.' : 'None of it is agreed.';
  return `The benefits rest: ${listed(parts)}. ${whole}`;
}

function intervalOf({ model, currency }: Valued): MemoBlock[] {
  const none = 'No number has a range, so there is no interval to give.';
  if (tornado(model).length === 0) return [paragraph(none)];
  const done = simulate(model, { runs: RUNS, seed: SEED });
  if (isFault(done)) return [paragraph(done.message)];
  const at = (p: number): number => done.quantiles.find((one) => one.p === p)?.value ?? Number.NaN;
  const [low, high] = [at(0.1), at(0.9)];
  if (!Number.isFinite(low) || !Number.isFinite(high)) return [paragraph(none)];
  return [
    paragraph(
      `8 of 10 outcomes lie between ${aboutText(low, currency)} and ${aboutText(high, currency)}; ${shareText(done.positive)} are above zero (n = ${numberText(done.runs)} runs over the ranges below).`,
    ),
  ];
}

function leftOut({ model, figures }: Valued): MemoBlock[] {
  const names = model.drivers.flatMap(({ driver }) =>
    driver.side === 'buyer' && driver.kind !== 'figure' && figures.faults.has(driver.driver_id) ? [driver.name] : [],
  );
  if (names.length === 0) return [];
  return [paragraph(`Not in it, as it cannot be computed yet: ${listed(names.map(oneLine))}.`)];
}

const STANDING: Record<Standing, string> = {
  agreed: 'agreed',
  disputed: 'disputed',
  supplier_proposed: 'proposed by the supplier, not agreed',
  unreviewed: 'not agreed yet',
};

function driversTable({ model, own, currency }: Valued): MemoBlock {
  const rows = own.map(({ driver, present_value }) => {
    const standing = standingOf(model, driver.driver_id);
    const benefit = driver.kind === 'benefit';
    return [
      oneLine(driver.name),
      benefit ? (standing === 'agreed' ? 'saving' : 'expected benefit') : driver.price ? 'price' : 'cost',
      STANDING[standing],
      aboutText(benefit ? present_value : 0 - present_value, currency),
    ];
  });
  const columns = [left('What', 4), left('Is', 2), left('Numbers', 3), right('Present value', 2)];
  return { kind: 'table', title: 'What it brings and costs', columns, rows };
}

function figuresTable({ figures, currency }: Valued): MemoBlock {
  const years = (value: number | null): string =>
    value === null ? 'not within the time looked at' : value === 0 ? 'at once' : `${numberText(value, 1)} years`;
  const { irr } = figures;
  const rows = [
    ['Benefits, at present value', aboutText(figures.benefits, currency)],
    ['Costs, at present value', aboutText(figures.costs, currency)],
    ['Return on investment', figures.roi === null ? 'none' : `${numberText(figures.roi * 100, 1)} %`],
    ['Internal rate of return', irr.found === 'one' ? `${numberText(irr.rate * 100, 1)} %` : 'no single one'],
    ['Payback', years(figures.payback)],
    ['Total cost of ownership, as paid', aboutText(figures.tco.paid, currency)],
  ];
  return { kind: 'table', title: 'In figures', columns: [left('Figure', 3), right('Amount', 2)], rows };
}

function assumptionsTable({ state, cite }: Making, { model }: Valued): MemoBlock[] {
  const used = usedPlaces(model);
  const rows = model.assumptions.flatMap((assumption, place) =>
    used.has(place)
      ? [
          [
            `${oneLine(assumption.name)}${cite(sourceOf(state, assumption))}`,
            `${numberText(assumption.value, 4)}${unitOf(assumption)}`,
            rangeOf(assumption),
            assumption.state === 'proposed' ? 'proposed, not agreed' : assumption.state,
          ],
        ]
      : [],
  );
  if (rows.length === 0) return [];
  const columns = [left('Number', 4), right('Value', 2), left('Range', 2), left('State', 2)];
  return [{ kind: 'table', title: 'What it rests on', columns, rows }];
}

const unitOf = ({ unit }: ValueAssumption): string => (unit === null ? '' : ` ${unit}`);

const rangeOf = ({ low, high }: ValueAssumption): string =>
  low === null || high === null ? 'none given' : `${numberText(low, 4)} to ${numberText(high, 4)}`;

function sourceOf({ basis }: PurchaseState, { assumption_id, name }: ValueAssumption): string | null {
  const source = basis.assumptions[assumption_id]?.source;
  return source ? `${oneLine(name)}: ${oneLine(source)}` : null;
}
