import type { OPTION_KINDS, PRIORITIES } from '../body/basis.ts';
import type { BodyOf } from '../event.ts';
import type { Money } from '../shaking.ts';

/** What a group needs, as far as it counts for choosing. */
export interface WeighedRequirement {
  requirement_id: string;
  text: string;
  priority: (typeof PRIORITIES)[number];
  /** The score (0–100) from which a must counts as met. */
  met_from: number;
}

/** What a group can choose. */
export interface WeighedOption {
  option_id: string;
  name: string;
  kind: (typeof OPTION_KINDS)[number];
  cost: Money | null;
}

/** How an option does on a requirement, 0–100; a point where `low` is `high`. */
export interface WeighedScore {
  option_id: string;
  requirement_id: string;
  low: number;
  point: number;
  high: number;
}

/** What one person said of how much each requirement matters to them. */
export interface Weighing {
  person_id: string;
  name: string;
  method: BodyOf<'weights.stated'>['method'];
  /** A rank from 1 (matters most), or a swing from 0 to 100, by method. */
  answers: readonly { requirement_id: string; value: number }[];
}

/** Everything that a trade-off is computed from. Plain data, so that server and browser compute the same. */
export interface TradeoffTable {
  requirements: readonly WeighedRequirement[];
  options: readonly WeighedOption[];
  scores: readonly WeighedScore[];
  weighings: readonly Weighing[];
}

/** The scores of a table as numbers: option after option, in each all requirements. */
export interface Grid {
  low: Float64Array;
  point: Float64Array;
  high: Float64Array;
  /** 1 where somebody gave a score. */
  known: Uint8Array;
}

/** What nobody has scored can be anything. */
const UNKNOWN = { low: 0, point: 50, high: 100 } as const;

/** The scores of the given options by the given requirements; what is missing is the full range. */
export function gridOf(
  options: readonly WeighedOption[],
  requirements: readonly WeighedRequirement[],
  scores: readonly WeighedScore[],
): Grid {
  const columns = requirements.length;
  const size = options.length * columns;
  const grid: Grid = {
    low: new Float64Array(size).fill(UNKNOWN.low),
    point: new Float64Array(size).fill(UNKNOWN.point),
    high: new Float64Array(size).fill(UNKNOWN.high),
    known: new Uint8Array(size),
  };
  const row_of = new Map(options.map(({ option_id }, row) => [option_id, row]));
  const column_of = new Map(requirements.map(({ requirement_id }, column) => [requirement_id, column]));
  for (const { option_id, requirement_id, low, point, high } of scores) {
    const row = row_of.get(option_id);
    const column = column_of.get(requirement_id);
    if (row === undefined || column === undefined) continue;
    const at = row * columns + column;
    grid.low[at] = within(low);
    grid.point[at] = within(point);
    grid.high[at] = within(high);
    grid.known[at] = 1;
  }
  return grid;
}

/** Scores are kept to 0–100 where they come in; + 0 makes −0 a plain 0. */
function within(score: number): number {
  if (Number.isNaN(score))
    throw new RangeError('A score is a number from 0 to 100. Leave it out where it is not known.');
  return Math.min(100, Math.max(0, score)) + 0;
}

/** One option's part of a grid. */
export const rowOf = (values: Float64Array, row: number, columns: number): Float64Array =>
  values.subarray(row * columns, (row + 1) * columns);
