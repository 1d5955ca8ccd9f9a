import { instant } from '../core/event.ts';
import { CommandFailure } from './failure.ts';

/**
 * An instant given on the command line: ISO 8601 with offset, or a day, which means its end in UTC.
 * Fails with `instant.malformed`.
 */
export function instantOf(value: string | undefined, flag: string): string | undefined {
  if (value === undefined) return undefined;
  const whole = /^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T23:59:59.999Z` : value;
  const parsed = instant.safeParse(whole);
  if (parsed.success) return parsed.data;
  throw new CommandFailure(
    'instant.malformed',
    `${flag} takes a day (2026-03-31) or an instant with offset (2026-03-31T12:00:00Z).`,
    2,
  );
}
