import { HOUR_MS, MINUTE_MS } from './calendar.ts';
import type { Course } from './course.ts';

const ATTEMPTS = 6;

/**
 * A random instant of a stretch, mostly in working time, at which the purchase does not rest; null where there is none.
 * Instants are milliseconds since 1970.
 */
export function freeMoment(course: Course, from_ms: number, to_ms: number): number | null {
  const free = freeStretches(course, from_ms, to_ms);
  if (free.length === 0) return null;
  let at_ms = 0;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const stretch = course.random.pick(free);
    at_ms = Math.floor(course.random.between(stretch.from_ms, stretch.to_ms));
    if (isWorkingTime(at_ms, course.plan.account.offset_h)) break;
  }
  return at_ms;
}

/** What is left of a stretch without the time between an outcome and its revival. */
function freeStretches({ quiet }: Course, from_ms: number, to_ms: number): { from_ms: number; to_ms: number }[] {
  let free = [{ from_ms, to_ms }];
  for (const rest of quiet) {
    free = free.flatMap((stretch) => [
      { from_ms: stretch.from_ms, to_ms: Math.min(stretch.to_ms, rest.from_ms) },
      { from_ms: Math.max(stretch.from_ms, rest.to_ms), to_ms: stretch.to_ms },
    ]);
  }
  return free.filter((stretch) => stretch.to_ms - stretch.from_ms > MINUTE_MS);
}

function isWorkingTime(at_ms: number, offset_h: number): boolean {
  const local = new Date(at_ms + offset_h * HOUR_MS);
  const hour = local.getUTCHours();
  return hour >= 7 && hour < 19 && local.getUTCDay() % 6 !== 0;
}
