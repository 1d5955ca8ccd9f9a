import { memoFrame, memoValue } from '../../catalogue/memo-document.ts';
import { valueCaseOf } from '../case-of-view.ts';
import type { PurchaseState } from '../state.ts';
import type { ValueAssumption } from '../value/case.ts';
import { isFault } from '../value/fault.ts';
import { type DriverFigure, type Figures, figuresOf } from '../value/figures.ts';
import { buildModel, type Model } from '../value/model.ts';
import { simulate } from '../value/monte-carlo.ts';
import { reliance, standingOf } from '../value/reliance.ts';
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
  if (net_value === null) return [paragraph(memoValue.nobody)];
  const { amount_minor, currency, at } = net_value;
  return [paragraph(memoValue.stated(moneyText(amount_minor, currency), dayText(at)))];
}

function netSentence({ model, figures, currency }: Valued): string {
  const rate = figures.discount_rate;
  const discount = rate === 0 ? null : numberText(rate * 100, 1);
  return memoValue.net(model.horizon_months, aboutText(figures.net_value, currency), discount);
}

function relianceSentence({ model, figures }: Valued): string {
  const relied = reliance(model, figures);
  if (relied === null) return memoValue.no_benefit;
  if (relied.agreed === 1) return memoValue.all_agreed;
  const parts = [
    relied.agreed > 0 ? memoValue.agreed(shareText(relied.agreed)) : '',
    relied.disputed > 0 ? memoValue.disputed(shareText(relied.disputed)) : '',
    relied.unreviewed > 0 ? memoValue.unreviewed(shareText(relied.unreviewed)) : '',
  ].filter((part) => part !== '');
  return memoValue.rests(parts, relied.agreed > 0);
}

function intervalOf({ model, currency }: Valued): MemoBlock[] {
  const none = memoValue.no_interval;
  if (tornado(model).length === 0) return [paragraph(none)];
  const done = simulate(model, { runs: RUNS, seed: SEED });
  if (isFault(done)) return [paragraph(done.message)];
  const at = (p: number): number => done.quantiles.find((one) => one.p === p)?.value ?? Number.NaN;
  const [low, high] = [at(0.1), at(0.9)];
  if (!Number.isFinite(low) || !Number.isFinite(high)) return [paragraph(none)];
  return [
    paragraph(
      memoValue.interval(
        ...([aboutText(low, currency), aboutText(high, currency)] as const),
        ...([shareText(done.positive), numberText(done.runs)] as const),
      ),
    ),
  ];
}

function leftOut({ model, figures }: Valued): MemoBlock[] {
  const names = model.drivers.flatMap(({ driver }) =>
    driver.side === 'buyer' && driver.kind !== 'figure' && figures.faults.has(driver.driver_id) ? [driver.name] : [],
  );
  if (names.length === 0) return [];
  return [paragraph(memoValue.left_out(names.map(oneLine)))];
}

function driversTable({ model, own, currency }: Valued): MemoBlock {
  const rows = own.map(({ driver, present_value }) => {
    const standing = standingOf(model, driver.driver_id);
    const benefit = driver.kind === 'benefit';
    return [
      oneLine(driver.name),
      benefit
        ? standing === 'agreed'
          ? memoValue.saving
          : memoValue.expected
        : driver.price
          ? memoValue.price
          : memoValue.cost,
      memoValue.standing[standing],
      aboutText(benefit ? present_value : 0 - present_value, currency),
    ];
  });
  const [what, is, numbers, present] = memoValue.driver_columns;
  const columns = [left(what, 4), left(is, 2), left(numbers, 3), right(present, 2)];
  return { kind: 'table', title: memoValue.drivers, columns, rows };
}

function figuresTable({ figures, currency }: Valued): MemoBlock {
  const years = (value: number | null): string =>
    value === null ? memoValue.never : value === 0 ? memoValue.at_once : memoValue.years(numberText(value, 1));
  const { irr } = figures;
  const [figure, amount] = memoValue.figure_columns;
  const rows = [
    [memoValue.figure.benefits, aboutText(figures.benefits, currency)],
    [memoValue.figure.costs, aboutText(figures.costs, currency)],
    [memoValue.figure.roi, figures.roi === null ? memoValue.none : `${numberText(figures.roi * 100, 1)} %`],
    [memoValue.figure.irr, irr.found === 'one' ? `${numberText(irr.rate * 100, 1)} %` : memoValue.no_single],
    [memoValue.figure.payback, years(figures.payback)],
    [memoValue.figure.tco, aboutText(figures.tco.paid, currency)],
  ];
  return { kind: 'table', title: memoValue.figures, columns: [left(figure, 3), right(amount, 2)], rows };
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
            memoValue.state(assumption.state),
          ],
        ]
      : [],
  );
  if (rows.length === 0) return [];
  const [number, value, range, stands] = memoValue.assumption_columns;
  const columns = [left(number, 4), right(value, 2), left(range, 2), left(stands, 2)];
  return [{ kind: 'table', title: memoValue.rests_on, columns, rows }];
}

const unitOf = ({ unit }: ValueAssumption): string => (unit === null ? '' : ` ${unit}`);

const rangeOf = ({ low, high }: ValueAssumption): string =>
  low === null || high === null ? memoValue.no_range : memoFrame.to(numberText(low, 4), numberText(high, 4));

function sourceOf({ basis }: PurchaseState, { assumption_id, name }: ValueAssumption): string | null {
  const source = basis.assumptions[assumption_id]?.source;
  return source ? `${oneLine(name)}: ${oneLine(source)}` : null;
}
