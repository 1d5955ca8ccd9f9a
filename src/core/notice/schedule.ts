/*
 * When what waits for someone is mailed:
 *
 *   a notice ──▶ waits ──▶ (not in quiet hours, not within the window of the last mail) ──▶ one mail takes all that waits
 *
 *   immediate   once nothing new came for a while, or the first has waited long enough
 *   daily       from the next digest on, in the morning where the person lives
 *   off         never; it stands in the program
 */
import type { View } from '../zone.ts';
import { DEFAULT_DELIVERIES, type Delivery, type NoticeKind } from './kinds.ts';
import { clockIn, dayAfter, type LocalTime, minuteOf } from './local-time.ts';

/** How someone wants their mails. */
export interface NoticeSettings {
  kinds: Record<NoticeKind, Delivery>;
  /** When nothing is mailed, `HH:MM` where the person lives, over midnight too; null for never. */
  quiet: { from: string; to: string } | null;
  /** Null until the browser or the person said; then UTC is taken. */
  time_zone: string | null;
  /** Never more than one mail in an hour, or on a day. */
  most_often: 'hour' | 'day';
  /** Nothing is mailed at all, whatever else is set. */
  mails_off: boolean;
}

/** What holds where someone has set nothing. */
export const defaultSettings = (side: View): NoticeSettings => ({
  kinds: { ...DEFAULT_DELIVERIES[side] },
  quiet: { from: '20:00', to: '07:00' },
  time_zone: null,
  most_often: 'day',
  mails_off: false,
});

/** Something that waits to be mailed. */
export interface Waiting {
  kind: NoticeKind;
  /** When it became known here. */
  at: string;
}

/** When digests go, where the person lives. */
export const DIGEST_AT = '08:00';
/** A burst is waited for no longer than this. */
const LONGEST_SETTLE_MS = 30 * 60_000;
const HOUR_MS = 3_600_000;

/** Whether a minute of the day is in quiet hours, whose end does not belong to them. */
export function isQuiet(quiet: NoticeSettings['quiet'], minute: number): boolean {
  if (quiet === null) return false;
  const [from, to] = [minuteOf(quiet.from), minuteOf(quiet.to)];
  return from <= to ? from <= minute && minute < to : minute >= from || minute < to;
}

/** What decides about one mail. */
export interface MailMoment {
  settings: NoticeSettings;
  /** When the last mail to this person was made; null for none yet. */
  last_mail_at: string | null;
  /** How long nothing new may have come before a burst counts as over. */
  settle_ms: number;
  now: string;
}

/**
 * Whether a mail goes to someone now; it takes all that waits for them. Kinds that are off never wait.
 * @param waiting all that was not mailed yet, in any order
 */
export function mailIsDue(waiting: readonly Waiting[], moment: MailMoment, clock = clockFor(moment.settings)): boolean {
  const { settings, last_mail_at, now, settle_ms } = moment;
  const mailed = waiting.filter(({ kind }) => settings.kinds[kind] !== 'off');
  if (settings.mails_off || mailed.length === 0) return false;
  const local = clock(now);
  if (isQuiet(settings.quiet, local.minute)) return false;
  if (last_mail_at !== null && inWindow(settings.most_often, last_mail_at, now, clock)) return false;
  const immediate = mailed.filter(({ kind }) => settings.kinds[kind] === 'immediate').map(({ at }) => at);
  if (immediate.length > 0 && isSettled(immediate, now, settle_ms)) return true;
  return mailed.some(({ kind, at }) => settings.kinds[kind] === 'daily' && digestPassed(clock(at), local));
}

/** The clock of someone's time zone. */
export const clockFor = ({ time_zone }: NoticeSettings) => clockIn(time_zone ?? 'UTC');

function inWindow(most_often: 'hour' | 'day', last: string, now: string, clock: (at: string) => LocalTime): boolean {
  if (most_often === 'day') return clock(last).day >= clock(now).day;
  return Date.parse(now) - Date.parse(last) < HOUR_MS;
}

function isSettled(instants: readonly string[], now: string, settle_ms: number): boolean {
  const ages = instants.map((at) => Date.parse(now) - Date.parse(at));
  return Math.min(...ages) >= settle_ms || Math.max(...ages) >= LONGEST_SETTLE_MS;
}

/** Whether a digest has gone by since something became known: it goes with the first one after. */
function digestPassed(known: LocalTime, now: LocalTime): boolean {
  const digest = minuteOf(DIGEST_AT);
  const day = known.minute < digest ? known.day : dayAfter(known.day);
  return now.day > day || (now.day === day && now.minute >= digest);
}

/** The longest that a mail which no server takes is tried again for: about a day and a half, in eight attempts. */
export const MOST_ATTEMPTS = 8;
const FIRST_RETRY_MS = 60_000;
const RETRY_FACTOR = 4;
const LONGEST_RETRY_MS = 12 * HOUR_MS;

/** When a mail is tried again that failed so many times; null where it is given up. */
export function retryAt(attempts: number, now: string): string | null {
  if (attempts >= MOST_ATTEMPTS) return null;
  const wait_ms = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * RETRY_FACTOR ** (attempts - 1));
  return new Date(Date.parse(now) + wait_ms).toISOString();
}
