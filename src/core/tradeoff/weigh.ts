import { type Agreement, agreementOf } from './agreement.ts';
import { type Elimination, eliminationOf } from './elimination.ts';
import { type ScoreFlip, scoreFlip, type WeightFlip, weightFlip } from './flip.ts';
import { type Frontier, frontierOf } from './frontier.ts';
import { type PriceAlarm, priceAlarm } from './price-alarm.ts';
import { type Smaa, smaa } from './smaa.ts';
import { type Grid, gridOf, rowOf, type TradeoffTable, type WeighedOption, type Weighing } from './table.ts';
import { additiveValue } from './value.ts';
import { anySampler, samplerOf, weightsOf } from './weights.ts';

/** So many weightings and scores are drawn: a share is within ± 1 % (95 %). */
export const SAMPLES = 10_000;
const SEED = 20_010;

/** What an option comes to. */
export interface OptionResult {
  option_id: string;
  missed: Elimination['missed'];
  open: Elimination['open'];
  /** In the ranking: somebody has scored it, and it misses no must-have. */
  ranked: boolean;
  /** With the weights of the group, its scores at worst, as they are, and at best; null where it is not ranked. */
  value: { low: number; point: number; high: number } | null;
  /** The share of weightings and scores that agree with what people said in which it comes 1st, 2nd … */
  ranks: number[] | null;
  /** The mean of the weights with which it comes first; null where it never does. */
  central: number[] | null;
  /** How surely it is first with just those. */
  confidence: number | null;
}

/** What one person's weights come to. */
export interface PersonResult {
  person_id: string;
  name: string;
  /** Shares of 1, one for each requirement. */
  weights: number[];
  /** Requirements that are not among the answers, some of them newer than these. */
  left_out: number;
  /** How often each ranked option comes first for them. */
  first: { option_id: string; share: number }[];
}

export interface Tradeoff {
  /** The mean of what people said, one share of 1 for each requirement; all the same where nobody said anything. */
  weights: number[];
  options: OptionResult[];
  people: PersonResult[];
  /** The best by value; null where nothing can be ranked, or all that is ranked is equally good. */
  winner: string | null;
  samples: number;
  weight_flip: (Omit<WeightFlip, 'option'> & { option_id: string }) | null;
  score_flip: (Omit<ScoreFlip, 'option' | 'winner'> & { option_id: string; winner_id: string }) | null;
  frontier: Frontier;
  alarm: PriceAlarm | null;
  agreement: Agreement;
}

/** What all parts of a trade-off are computed from. */
interface Weighed {
  table: TradeoffTable;
  grid: Grid;
  ids: string[];
  /** Of each person. */
  each: number[][];
  weights: number[];
  /** Rows of the table's options that are in the ranking. */
  rows: number[];
  /** Those that are scored and out. */
  out: number[];
  met_from: number[];
}

/**
 * Everything that follows from what a group needs, can choose, scored and weighed. The same table gives the same result.
 * @param samples how many weightings and scores to draw for the robustness
 */
export function weigh(table: TradeoffTable, samples: number = SAMPLES): Tradeoff {
  const grid = gridOf(table.options, table.requirements, table.scores);
  const eliminations = eliminationOf(table.options, table.requirements, grid);
  const weighed = weighedOf(table, grid, eliminations);
  const { rows, each } = weighed;
  const drawn = rows.length === 0 ? null : robustness(weighed, samples);
  const options = table.options.map((_, row) => optionResult(weighed, row, { eliminations, drawn }));
  return {
    weights: weighed.weights,
    options,
    people: table.weighings.map((weighing, index) => ({
      person_id: weighing.person_id,
      name: weighing.name,
      weights: each[index] as number[],
      left_out: leftOut(weighing, weighed.ids),
      first: drawn === null ? [] : firstFor(weighed, drawn, index),
    })),
    winner: winnerAmong(options),
    samples: drawn?.samples ?? 0,
    ...flipsOf(weighed),
    frontier: frontierOf(pricedOf(table, options)),
    alarm: alarmOf(weighed, options),
    agreement: agreementOf({
      requirements: table.requirements.map(({ requirement_id, text }) => ({
        ...{ requirement_id, text },
        weighed: table.weighings.some(({ answers }) => answers.some((one) => one.requirement_id === requirement_id)),
      })),
      people: table.weighings.map(({ person_id }, index) => ({ person_id, weights: each[index] as number[] })),
      scores: rows.map((row) => pointsOf(weighed, row)),
    }),
  };
}

function weighedOf(table: TradeoffTable, grid: Grid, eliminations: readonly Elimination[]): Weighed {
  const ids = table.requirements.map(({ requirement_id }) => requirement_id);
  const each = table.weighings.map((weighing) => weightsOf(weighing, ids));
  const weights = ids.map((_, column) =>
    each.length === 0 ? 1 / ids.length : each.reduce((sum, one) => sum + (one[column] as number), 0) / each.length,
  );
  const scored = table.options.flatMap((_, row) =>
    grid.known.subarray(row * ids.length, (row + 1) * ids.length).includes(1) ? [row] : [],
  );
  const rows = scored.filter((row) => eliminations[row]?.missed.length === 0);
  const out = scored.filter((row) => !rows.includes(row));
  const met_from = table.requirements.map(({ priority, met_from: from }) => (priority === 'must' ? from : 0));
  return { table, grid, ids, each, weights, rows, out, met_from };
}

const pointsOf = ({ grid, ids }: Weighed, row: number): number[] => [...rowOf(grid.point, row, ids.length)];

/** The ranked rows of a grid of scores, one after another. */
function rankedPart({ rows, ids }: Weighed, values: Float64Array): Float64Array {
  const part = new Float64Array(rows.length * ids.length);
  rows.forEach((row, place) => {
    part.set(rowOf(values, row, ids.length), place * ids.length);
  });
  return part;
}

function robustness(weighed: Weighed, samples: number): Smaa {
  const { table, grid, ids, rows, met_from } = weighed;
  const people = table.weighings.map(
    (weighing) => (random: Parameters<typeof samplerOf>[2]) => samplerOf(weighing, ids, random),
  );
  return smaa({
    options: rows.length,
    requirements: ids.length,
    low: rankedPart(weighed, grid.low),
    high: rankedPart(weighed, grid.high),
    met_from: Float64Array.from(met_from),
    people: people.length === 0 ? [(random) => anySampler(ids.length, random)] : people,
    samples,
    seed: SEED,
  });
}

function optionResult(
  weighed: Weighed,
  row: number,
  { eliminations, drawn }: { eliminations: readonly Elimination[]; drawn: Smaa | null },
): OptionResult {
  const { table, grid, ids, weights, rows } = weighed;
  const { option_id } = table.options[row] as WeighedOption;
  const { missed, open } = eliminations[row] as Elimination;
  const place = rows.indexOf(row);
  const result = { option_id, missed, open, ranked: place >= 0 };
  if (place < 0 || drawn === null) return { ...result, value: null, ranks: null, central: null, confidence: null };
  const ranks = [...rowOf(drawn.acceptability, place, rows.length)];
  const wins = (ranks[0] as number) > 0;
  return {
    ...result,
    value: {
      low: additiveValue(weights, rowOf(grid.low, row, ids.length)),
      point: additiveValue(weights, rowOf(grid.point, row, ids.length)),
      high: additiveValue(weights, rowOf(grid.high, row, ids.length)),
    },
    ranks,
    central: wins ? [...rowOf(drawn.central, place, ids.length)] : null,
    confidence: wins ? (drawn.confidence[place] as number) : null,
  };
}

const leftOut = ({ answers }: Weighing, ids: readonly string[]): number =>
  ids.filter((id) => !answers.some(({ requirement_id }) => requirement_id === id)).length;

const firstFor = ({ table, rows }: Weighed, drawn: Smaa, person: number): PersonResult['first'] =>
  rows.map((row, place) => ({
    option_id: (table.options[row] as WeighedOption).option_id,
    share: drawn.first_for[person * rows.length + place] as number,
  }));

/** Values that differ by less are the same. */
const SAME = 1e-9;

function winnerAmong(options: readonly OptionResult[]): string | null {
  let best: { option_id: string; point: number } | null = null;
  let tied = false;
  for (const { option_id, value } of options) {
    if (value === null) continue;
    if (best === null || value.point > best.point + SAME) {
      best = { option_id, point: value.point };
      tied = false;
    } else if (value.point > best.point - SAME) tied = true;
  }
  return tied ? null : (best?.option_id ?? null);
}

function flipsOf(weighed: Weighed): Pick<Tradeoff, 'weight_flip' | 'score_flip'> {
  const { table, weights, rows, met_from } = weighed;
  const scores = rows.map((row) => pointsOf(weighed, row));
  const places = [...rows, ...weighed.out];
  const idOf = (place: number): string => (table.options[places[place] as number] as WeighedOption).option_id;
  const out = weighed.out.map((row) => pointsOf(weighed, row));
  const of_weights = weightFlip({ weights, scores, met_from });
  const of_score = scoreFlip({ weights, scores, met_from, out });
  return {
    weight_flip: of_weights === null ? null : weightPart(of_weights, idOf(of_weights.option)),
    score_flip: of_score === null ? null : scorePart(of_score, idOf(of_score.option), idOf(of_score.winner)),
  };
}

const weightPart = ({ moved, from, to, weights }: WeightFlip, option_id: string): Tradeoff['weight_flip'] => ({
  option_id,
  moved,
  from,
  to,
  weights,
});

const scorePart = (flip: ScoreFlip, option_id: string, winner_id: string): Tradeoff['score_flip'] => ({
  option_id,
  winner_id,
  requirement: flip.requirement,
  before: flip.before,
  after: flip.after,
  eliminates: flip.eliminates,
  admits: flip.admits,
});

const pricedOf = (table: TradeoffTable, options: readonly OptionResult[]): Parameters<typeof frontierOf>[0] =>
  options.flatMap(({ option_id, value }, row) =>
    value === null ? [] : [{ option_id, value: value.point, cost: (table.options[row] as WeighedOption).cost }],
  );

function alarmOf(weighed: Weighed, results: readonly OptionResult[]): PriceAlarm | null {
  const { table, grid, ids, weights } = weighed;
  const rows = weighed.rows.filter((row) => table.options[row]?.kind !== 'do_nothing');
  const part = (values: ArrayLike<number>, row: number): number[] =>
    ids.map((_, column) => values[row * ids.length + column] as number);
  return priceAlarm({
    options: rows.map((row) => ({
      option_id: (table.options[row] as WeighedOption).option_id,
      value: results[row]?.value?.point ?? 0,
      cost: (table.options[row] as WeighedOption).cost,
    })),
    requirements: table.requirements,
    weights,
    low: rows.map((row) => part(grid.low, row)),
    high: rows.map((row) => part(grid.high, row)),
    known: rows.map((row) => part(grid.known, row).map((known) => known === 1)),
  });
}
