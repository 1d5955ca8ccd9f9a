import { formatDayMonth, formatMonth } from '../../catalogue/format.ts';

const DAY_MS = 86_400_000;

export interface Mark {
  at: number;
  label: string;
}

const STEPS = [
  { unit: 'day', every: 1, span: DAY_MS },
  { unit: 'day', every: 7, span: 7 * DAY_MS },
  { unit: 'month', every: 1, span: 30.4 * DAY_MS },
  { unit: 'month', every: 3, span: 91 * DAY_MS },
  { unit: 'month', every: 12, span: 365 * DAY_MS },
] as const;

/**
 * Marks of a time axis at calendar borders in the viewer's time zone, at most `most` of them.
 * @param from and to in milliseconds since 1970
 */
export function timeMarks(from: number, to: number, most: number): Mark[] {
  const step = STEPS.find((one) => (to - from) / one.span <= most) ?? STEPS[4];
  const marks: Mark[] = [];
  const cursor = new Date(from);
  cursor.setHours(0, 0, 0, 0);
  if (step.unit === 'month') {
    cursor.setDate(1);
    if (step.every > 1) cursor.setMonth(Math.floor(cursor.getMonth() / step.every) * step.every);
  } else if (step.every === 7) cursor.setDate(cursor.getDate() - ((cursor.getDay() + 6) % 7));
  while (cursor.getTime() <= to && marks.length < 400) {
    if (cursor.getTime() >= from) marks.push({ at: cursor.getTime(), label: labelOf(cursor, step.unit, step.every) });
    if (step.unit === 'month') cursor.setMonth(cursor.getMonth() + step.every);
    else cursor.setDate(cursor.getDate() + step.every);
  }
  const thin = Math.ceil(marks.length / most);
  return marks.filter((_mark, index) => index % Math.max(1, thin) === 0);
}

function labelOf(at: Date, unit: 'day' | 'month', every: number): string {
  if (unit === 'day') return formatDayMonth(at.getTime());
  if (every === 12) return String(at.getFullYear());
  return at.getMonth() === 0 ? `${formatMonth(at.getTime())} ${at.getFullYear()}` : formatMonth(at.getTime());
}
