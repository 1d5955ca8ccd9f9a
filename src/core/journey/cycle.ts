import type { EventLog } from './log.ts';
import { quantile } from './quantile.ts';

/** How long cases take from their first to their last event, in seconds to the millisecond. */
export interface CycleSeconds {
  mean: number;
  median: number;
  p90: number;
  max: number;
}

/**
 * Cycle time of a case = time of its last event − time of its first. Quantiles interpolate linearly (see
 * `quantile`). All four are computed in seconds and then rounded to three decimals by the exact value of the double
 * (as `toFixed` does, and Python's `round`). A log without cases has zeros.
 */
export function cycleSeconds(log: EventLog): CycleSeconds {
  const { case_start, time_ms } = log;
  const cases = log.case_ids.length;
  if (cases === 0) return { mean: 0, median: 0, p90: 0, max: 0 };
  const cycles_s = new Float64Array(cases);
  let sum_ms = 0;
  for (let c = 0; c < cases; c++) {
    const first = time_ms[case_start[c] as number] as number;
    const last = time_ms[(case_start[c + 1] as number) - 1] as number;
    cycles_s[c] = (last - first) / 1000;
    sum_ms += last - first;
  }
  cycles_s.sort();
  return {
    mean: rounded(sum_ms / 1000 / cases),
    median: rounded(quantile(cycles_s, 0.5)),
    p90: rounded(quantile(cycles_s, 0.9)),
    max: rounded(cycles_s[cases - 1] as number),
  };
}

function rounded(seconds: number): number {
  return Number(seconds.toFixed(3));
}
