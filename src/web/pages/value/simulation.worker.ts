import type { ValueCase } from '../../../core/value/case.ts';
import { isFault } from '../../../core/value/fault.ts';
import { buildModel } from '../../../core/value/model.ts';
import { simulate } from '../../../core/value/monte-carlo.ts';
import { histogramOf, type Quantile } from '../../../core/value/quantile.ts';
import { tellIn } from '../../language.ts';

export interface ToSimulate {
  number: number;
  value_case: ValueCase;
  /** In which a fault is told. */
  locale: string;
}

export interface Simulated {
  number: number;
  runs: number;
  /** Why it cannot be run, or null. */
  fault: string | null;
  quantiles: readonly Quantile[];
  positive: number;
  positive_se: number;
  histogram: { from: number; width: number; counts: readonly number[] };
}

const RUNS = 10_000;
const SEED = 1;
const BINS = 40;

// Ten thousand runs of a large case take longer than a frame.
addEventListener('message', async (event: MessageEvent<ToSimulate>) => {
  await tellIn(event.data.locale);
  postMessage(run(event.data));
});

function run({ number, value_case }: Pick<ToSimulate, 'number' | 'value_case'>): Simulated {
  const done = simulate(buildModel(value_case), { runs: RUNS, seed: SEED });
  const nothing = { quantiles: [], positive: 0, positive_se: 0, histogram: { from: 0, width: 0, counts: [] } };
  if (isFault(done)) return { number, runs: 0, fault: done.message, ...nothing };
  const { runs, quantiles, positive, positive_se, values } = done;
  return { number, runs, fault: null, quantiles, positive, positive_se, histogram: histogramOf(values, BINS) };
}
