import { compileTime, type ParseTime, type TimeFormat } from './time-parse.ts';

/** What the times of a column look like. */
export interface TimeColumn {
  /** Null when most values are no times. */
  format: TimeFormat | null;
  /** True when values have no offset: the reader has to be told the zone of their clock. */
  zone_needed: boolean;
  /** True when the values fit day-first and month-first dates alike: somebody has to say which. */
  ambiguous: boolean;
  /** Up to three values of the column as they stand, such as tell most about the format. */
  examples: string[];
  /** How many of the values looked at fit the format, of all that are not blank. */
  fitting: number;
  of: number;
}

/** In the order of preference when several formats fit equally many values. */
const FORMATS: readonly TimeFormat[] = ['iso', 'month_first', 'day_first', 'epoch_ms', 'epoch_s'];

/**
 * Recognises how a column writes its times, from some of its values (a few thousand are plenty): the format that
 * fits most of them, if it fits more than half. Whether `3/4/2018` is in March or April is decided by the other
 * values; when none decides, the column is `ambiguous` and `month_first` is only a guess. Numbers of nine or ten
 * digits fit `epoch_s`, whether they are times or ids: the name of the column has to tell.
 */
export function recogniseTimes(values: readonly string[]): TimeColumn {
  const filled = values.map((value) => value.trim()).filter((value) => value !== '');
  const fits = FORMATS.map((format) => {
    const parse = compileTime(format, 'UTC');
    return { format, fitting: filled.filter((value) => typeof parse(value) === 'number') };
  });
  const best = fits.reduce((a, b) => (b.fitting.length > a.fitting.length ? b : a));
  if (best.fitting.length * 2 <= filled.length) {
    return {
      format: null,
      zone_needed: false,
      ambiguous: false,
      examples: filled.slice(0, 3),
      fitting: 0,
      of: filled.length,
    };
  }
  const fitting = (format: TimeFormat) => fits.find((one) => one.format === format)?.fitting.length ?? 0;
  const ambiguous =
    (best.format === 'month_first' || best.format === 'day_first') && fitting('month_first') === fitting('day_first');
  const parseWithoutZone = compileTime(best.format, null);
  return {
    format: best.format,
    zone_needed: best.fitting.some((value) => typeof parseWithoutZone(value) !== 'number'),
    ambiguous,
    examples: telling(best.fitting, best.format),
    fitting: best.fitting.length,
    of: filled.length,
  };
}

/** A day above 12 tells most about the order of day and month; else the first values stand for all. */
function telling(values: readonly string[], format: TimeFormat): string[] {
  const other = format === 'month_first' ? 'day_first' : 'month_first';
  const decide = format === 'month_first' || format === 'day_first';
  const parse: ParseTime | null = decide ? compileTime(other, 'UTC') : null;
  const first = parse ? values.filter((value) => typeof parse(value) !== 'number') : [];
  return [...new Set([...first.slice(0, 2), ...values])].slice(0, 3);
}
