import { randomOf } from '../src/core/simulate/random.ts';
import type { TradeoffTable } from '../src/core/tradeoff/table.ts';
import { weigh } from '../src/core/tradeoff/weigh.ts';
import { type FigureLine, median } from './figure.ts';

const REQUIREMENTS = 40;
const OPTIONS = 8;
const PEOPLE = 11;
const SAMPLES = 10_000;
const warm_up = 3;
const runs = 15;

/**
 * Ranking and robustness of a large trade-off, all that the page shows, against the loops alone: the same number of weights
 * in falling order, of scores within their ranges, of values and of ranks, over plain typed arrays, without people's answers, must-haves, flips,
 * frontier, agreement or words. In turns.
 */
export async function run(): Promise<FigureLine[]> {
  const table = tableOf();
  const model_ms: number[] = [];
  const plain_ms: number[] = [];
  for (let i = 0; i < warm_up + runs; i++) {
    const one = timed(() => weigh(table, SAMPLES));
    const other = timed(() => plainLoops(table));
    if (i < warm_up) continue;
    model_ms.push(one);
    plain_ms.push(other);
  }
  const detail = { weigh_ms: median(model_ms), plain_ms: median(plain_ms), samples: SAMPLES };
  return [{ figure: 'tradeoff', ratio: detail.weigh_ms / detail.plain_ms, must: 3, better: 'lower', runs, detail }];
}

function timed(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

/** Half of the scores are ranges; people rank or swing ten requirements each. */
function tableOf(): TradeoffTable {
  const random = randomOf(1, 0);
  const ids = Array.from({ length: REQUIREMENTS }, (_, at) => `r${at}`);
  const options = Array.from({ length: OPTIONS }, (_, at) => `o${at}`);
  return {
    requirements: ids.map((requirement_id, at) => ({
      requirement_id,
      text: requirement_id,
      priority: at < 6 ? 'must' : 'should',
      met_from: 40,
    })),
    options: options.map((option_id) => ({
      option_id,
      name: option_id,
      kind: 'other_supplier',
      cost: { amount_minor: random.int(1, 1_000), currency: 'EUR' },
    })),
    scores: options.flatMap((option_id) =>
      ids.map((requirement_id) => {
        const point = random.int(50, 90);
        const give = random.chance(0.5) ? 5 : 0;
        return { option_id, requirement_id, low: point - give, point, high: point + give };
      }),
    ),
    weighings: Array.from({ length: PEOPLE }, (_, person) => ({
      person_id: `p${person}`,
      name: `p${person}`,
      method: person % 3 === 0 ? 'swing' : 'ranking',
      answers: random.sample(ids, 10).map((requirement_id, at) => ({ requirement_id, value: at + 1 })),
    })),
  };
}

/** The reference: draws, values and ranks, and nothing else. */
function plainLoops({ scores }: TradeoffTable): Int32Array {
  const random = randomOf(1, 1);
  const low = Float64Array.from(scores, (score) => score.low);
  const span = Float64Array.from(scores, (score) => score.high - score.low);
  const weights = new Float64Array(REQUIREMENTS);
  const values = new Float64Array(OPTIONS);
  const counts = new Int32Array(OPTIONS * OPTIONS);
  for (let sample = 0; sample < SAMPLES; sample++) {
    let x = 0;
    let sum = 0;
    for (let place = REQUIREMENTS; place >= 1; place--) {
      x -= Math.log(1 - random.unit()) / place;
      weights[place - 1] = x;
      sum += x;
    }
    for (let option = 0, at = 0; option < OPTIONS; option++) {
      let value = 0;
      for (let column = 0; column < REQUIREMENTS; column++, at++) {
        const give = span[at] as number;
        const score = (low[at] as number) + (give === 0 ? 0 : give * random.unit());
        value += ((weights[column] as number) / sum) * score;
      }
      values[option] = value;
    }
    countRanks(values, counts);
  }
  return counts;
}

function countRanks(values: Float64Array, counts: Int32Array): void {
  for (let option = 0; option < OPTIONS; option++) {
    let better = 0;
    for (let other = 0; other < OPTIONS; other++) {
      if ((values[other] as number) > (values[option] as number)) better++;
    }
    const at = option * OPTIONS + better;
    counts[at] = (counts[at] as number) + 1;
  }
}
