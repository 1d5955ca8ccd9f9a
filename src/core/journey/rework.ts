import type { EventLog } from './log.ts';

/** In how many cases something was done, and done again. Arrays have one entry per activity of the log. */
export interface Rework {
  /** Events of the activity. */
  readonly frequency: Int32Array;
  /** Cases with the activity at all. */
  readonly cases: Int32Array;
  /** Cases with the activity more than once, whether or not in a row. */
  readonly rework: Int32Array;
  /** Cases with any activity more than once. */
  readonly cases_with_rework: number;
}

/** Counts rework: an activity is reworked in a case when the case has it more than once. */
export function countRework(log: EventLog): Rework {
  const { case_start, activity_of } = log;
  const activities = log.activities.length;
  const frequency = new Int32Array(activities);
  const cases = new Int32Array(activities);
  const rework = new Int32Array(activities);
  // The stamp of the last case (counted from 1) in which an activity was seen, and seen again.
  const seen = new Int32Array(activities);
  const repeated = new Int32Array(activities);
  let cases_with_rework = 0;
  for (let c = 0; c < log.case_ids.length; c++) {
    const stamp = c + 1;
    const to = case_start[stamp] as number;
    let any = 0;
    for (let i = case_start[c] as number; i < to; i++) {
      const activity = activity_of[i] as number;
      frequency[activity] = (frequency[activity] as number) + 1;
      if (seen[activity] !== stamp) {
        seen[activity] = stamp;
        cases[activity] = (cases[activity] as number) + 1;
      } else if (repeated[activity] !== stamp) {
        repeated[activity] = stamp;
        rework[activity] = (rework[activity] as number) + 1;
        any = 1;
      }
    }
    cases_with_rework += any;
  }
  return { frequency, cases, rework, cases_with_rework };
}
