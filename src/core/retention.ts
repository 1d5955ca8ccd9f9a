/*
 * How long a workspace keeps what the ledger does not hold. The ledger and the audit log are never shortened.
 */

/** For how long things are kept; null keeps them. Days and months count from when a thing was over. */
export interface Retention {
  /** What buyers looked at. */
  viewings_days: number | null;
  /** Mails in the mailbox of who runs the machine. */
  mails_days: number | null;
  /** Uploaded files, with what was found on looking at them. */
  uploads_days: number | null;
  /** Passes and invitations that were used, taken back or are too old: they open nothing. */
  spent_days: number;
  /** Names and addresses of people in purchases that ended. */
  identities_months: number | null;
}

/** Nothing is deleted that was not asked for, except what is technically spent. */
export const DEFAULT_RETENTION: Retention = {
  viewings_days: null,
  mails_days: null,
  uploads_days: null,
  spent_days: 30,
  identities_months: null,
};

/** Sessions that ended belong to no workspace; they are kept for so long. */
export const ENDED_SESSIONS_DAYS = 30;

/** Before when something has to have been over to be due; null where it is kept. Instants are ISO 8601 in UTC. */
export interface Due {
  viewings: string | null;
  mails: string | null;
  uploads: string | null;
  spent: string;
  identities: string | null;
}

/** What is due as of now. */
export const dueBefore = (retention: Retention, now: string): Due => ({
  viewings: daysBefore(now, retention.viewings_days),
  mails: daysBefore(now, retention.mails_days),
  uploads: daysBefore(now, retention.uploads_days),
  spent: daysBefore(now, retention.spent_days),
  identities: retention.identities_months === null ? null : monthsBefore(now, retention.identities_months),
});

const DAY_MS = 86_400_000;

/** So many days of 24 hours before an instant; null for null. */
export function daysBefore(now: string, days: number): string;
export function daysBefore(now: string, days: number | null): string | null;
export function daysBefore(now: string, days: number | null): string | null {
  return days === null ? null : new Date(Date.parse(now) - days * DAY_MS).toISOString();
}

/** The same day and time so many months earlier, in UTC; the last of the month where it has no such day. */
export function monthsBefore(now: string, months: number): string {
  const at = new Date(now);
  const day = at.getUTCDate();
  at.setUTCDate(1);
  at.setUTCMonth(at.getUTCMonth() - months);
  const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate();
  at.setUTCDate(Math.min(day, last));
  return at.toISOString();
}

/** A purchase as retention looks at it: how it ended, if it did. */
export interface Ending {
  outcome_at: string | null;
}

/** Whether the people of a purchase are due to be erased: it ended long enough ago, and was not taken up again. */
export const isIdentityDue = ({ outcome_at }: Ending, due: Due): boolean =>
  due.identities !== null && outcome_at !== null && outcome_at < due.identities;
