import { needs } from '../catalogue/sentences.ts';
import type { PurchaseRow } from './row.ts';
import { type CauseTold, causeText, type Missing, missingClause } from './sentence.ts';

/** Half of the cases stay at or below `p50`, nine tenths at or below `p90`; `n` says on how many cases that rests. */
export interface Quantiles {
  n: number;
  p50: number;
  p90: number;
}

/** What is usual among the purchases of a workspace, as one view may know them. Durations in seconds. */
export interface Usual {
  /** Of purchases that are only known from imports, ages are counted up to here: now, or the end of data long past. */
  counted_to: string;
  /** Of those that are worked on here, up to now. */
  now: string;
  /** The longest silence of a purchase at each point of its journey. */
  silence_s: (Quantiles | null)[];
  /** From opening to outcome, of purchases that were bought. */
  age_s: Quantiles | null;
  repeats: Quantiles | null;
}

export type Reason =
  | { code: 'shaken'; job: string; people: number; cause: CauseTold }
  | { code: 'missing'; job: string; missing: Missing[] }
  | { code: 'contradiction'; open: number }
  | { code: 'silence'; silent_s: number; usual_s: number; n: number }
  | { code: 'repeats'; repeats: number; usual: number; n: number }
  | { code: 'age'; age_s: number; usual_s: number; n: number };

export interface Need {
  /** 0 (nothing to do) and up; compares purchases, has no unit. */
  score: number;
  reasons: Reason[];
}

/** Too few cases say nothing of what is usual. */
const FEWEST_CASES = 8;
/** A day without anything is no silence, however quick others are. */
const SHORTEST_SILENCE_S = 86_400;
/** No single reason outweighs all others together, however long a silence was. */
const LARGEST_EXCESS = 4;

/**
 * Whether a purchase needs help, and why. Ended purchases need none. What people are waiting for weighs most, then
 * silence beyond what is usual at that point, then repeats and age; each is compared with the ninth decile of its peers.
 */
export function needOf(row: PurchaseRow, usual: Usual): Need {
  const reasons: Reason[] = [];
  if (row.outcome !== null || row.opened_at === null) return { score: 0, reasons };
  let score = 0;
  const add = (weight: number, reason: Reason): void => {
    score += weight;
    reasons.push(reason);
  };
  if (row.shaken !== null) add(3, { code: 'shaken', ...row.shaken });
  else if (row.stuck !== null && row.stuck.missing.length > 0) {
    add(1 + row.complete / Math.max(1, row.decide_jobs), {
      code: 'missing',
      job: row.stuck.job,
      missing: row.stuck.missing,
    });
  }
  if (row.open_contradictions > 0) add(1, { code: 'contradiction', open: row.open_contradictions });
  const clock = row.lived_at === null ? usual.counted_to : usual.now;
  const silent_s = secondsBetween(row.last_at ?? row.opened_at, clock);
  const silence = usual.silence_s[row.point] ?? null;
  const silent = excess(silent_s, silence);
  if (silence !== null && silent > 0 && silent_s >= SHORTEST_SILENCE_S)
    add(silent, { code: 'silence', silent_s, usual_s: silence.p50, n: silence.n });
  const repeated = excess(row.repeats, usual.repeats);
  if (usual.repeats !== null && repeated > 0) {
    add(repeated / 2, { code: 'repeats', repeats: row.repeats, usual: usual.repeats.p50, n: usual.repeats.n });
  }
  const age_s = secondsBetween(row.opened_at, clock);
  const aged = excess(age_s, usual.age_s);
  if (usual.age_s !== null && aged > 0)
    add(aged / 2, { code: 'age', age_s, usual_s: usual.age_s.p50, n: usual.age_s.n });
  return { score: Math.round(score * 1000) / 1000, reasons };
}

/** By how much a value goes beyond the ninth decile, in ninth deciles, at most 4; 0 within it or with too few cases. */
function excess(value: number, usual: Quantiles | null): number {
  if (usual === null || usual.n < FEWEST_CASES || value <= usual.p90) return 0;
  return usual.p90 <= 0 ? 1 : Math.min(LARGEST_EXCESS, value / usual.p90);
}

const secondsBetween = (from: string, to: string): number => Math.max(0, (Date.parse(to) - Date.parse(from)) / 1000);

/** Data that ended longer ago than this is looked at as of its end. */
const STALE_AFTER_S = 90 * 86_400;

/** The instant ages are counted to: now, or the last thing that happened where that is over 90 days ago. */
export function countedTo(last_at: string | null, now: string): string {
  return last_at !== null && secondsBetween(last_at, now) > STALE_AFTER_S ? last_at : now;
}

const seconds = (s: number): string => {
  const days = s / 86_400;
  if (days >= 730) return needs.years(Math.round(days / 365));
  if (days >= 60) return needs.months(Math.round(days / 30.4));
  return days >= 2 ? needs.days(Math.round(days)) : needs.hours(Math.round(s / 3600));
};

/** A reason as a sentence that a seller understands. */
export function reasonSentence(reason: Reason): string {
  switch (reason.code) {
    case 'shaken':
      return needs.shaken(reason.job, causeText(reason.cause), reason.people);
    case 'missing':
      return needs.missing(reason.job, reason.missing.slice(0, 3).map(missingClause));
    case 'contradiction':
      return needs.contradiction(reason.open);
    case 'silence':
      return needs.silence(seconds(reason.silent_s), seconds(reason.usual_s), reason.n);
    case 'repeats':
      return needs.repeats(reason.repeats, reason.usual, reason.n);
    case 'age':
      return needs.age(seconds(reason.age_s), seconds(reason.usual_s), reason.n);
  }
}
