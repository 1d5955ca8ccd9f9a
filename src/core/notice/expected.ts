import { noticeTexts } from '../../catalogue/mails.ts';
import { activeStakeholders } from '../completion.ts';
import type { LedgerEvent, UnknownEvent } from '../event.ts';
import { fold } from '../fold.ts';
import { emptyState } from '../state.ts';
import type { View } from '../zone.ts';
import { dueSince, type PlanStanding, planStanding } from './due-since.ts';
import { noticeOf } from './find.ts';
import { clockFor, defaultSettings, mailIsDue, type NoticeSettings, type Waiting } from './schedule.ts';
import { type NoticeStanding, standingOf } from './standing.ts';

/** Four weeks, over which it is counted. */
export const EXPECTED_WEEKS = 4;
const WEEK_MS = 7 * 86_400_000;
const STEP_MS = 15 * 60_000;

/** How many mails a room leads to, with the usual settings. */
export interface MailExpectation {
  most_often: NoticeSettings['most_often'];
  /** How many the person who would have got most would have got in the last four weeks; null for a room that is younger than a week. */
  last_four_weeks: number | null;
}

/**
 * What someone who comes into a room has to expect: the rule, and what the last four weeks would have led to. Computed anew
 * from what happened, for everyone of the group, never from mails that were sent: those depend on what people chose.
 * @param events what may be told to whoever asks @param view whose rules are taken
 */
export function expectedMails(
  purchase_id: string,
  events: readonly (LedgerEvent | UnknownEvent)[],
  { view, now }: { view: View; now: string },
): MailExpectation {
  const since = new Date(Date.parse(now) - EXPECTED_WEEKS * WEEK_MS).toISOString();
  const settings = defaultSettings(view);
  const [first = now] = events.map(({ recorded_at }) => recorded_at).sort();
  const young = Date.parse(now) - Date.parse(first) < WEEK_MS;
  const { most_often } = settings;
  if (young) return { most_often, last_four_weeks: null };
  const waiting = noticesSince(purchase_id, events, { view, since, now });
  const counts = [...waiting.values()].map((notices) => mailsOf(notices, settings, now));
  return { most_often, last_four_weeks: Math.max(0, ...counts) };
}

/** What everyone of the group would have been told, by person. */
function noticesSince(
  purchase_id: string,
  events: readonly (LedgerEvent | UnknownEvent)[],
  { view, since, now }: { view: View; since: string; now: string },
): Map<string, Waiting[]> {
  const told = new Map<string, Waiting[]>();
  const tell = (person_id: string, waiting: Waiting) => told.set(person_id, [...(told.get(person_id) ?? []), waiting]);
  const standings: PlanStanding[] = [];
  let before: NoticeStanding = standingOf(emptyState(purchase_id, view));
  fold(purchase_id, events, {
    view,
    onEvent: (state, event, refused) => {
      if (refused !== null) return;
      standings.push(planStanding(state, event, standings.at(-1)));
      const after = standingOf(state);
      const change = { before, after, events: [event], view };
      before = after;
      if (event.recorded_at <= since) return;
      for (const { person_id } of activeStakeholders(state)) {
        const notice = noticeOf(change, person_id);
        if (notice !== null) tell(person_id, { kind: notice.kind, at: event.recorded_at });
      }
    },
  });
  for (const { person_id, waiting } of dueSince(standings, since, now)) tell(person_id, waiting);
  return told;
}

/** How many mails notices lead to. */
export function mailsOf(notices: readonly Waiting[], settings: NoticeSettings, now: string): number {
  const clock = clockFor(settings);
  const coming = [...notices].sort((one, other) => (one.at < other.at ? -1 : 1));
  let waiting: Waiting[] = [];
  let last_mail_at: string | null = null;
  let mails = 0;
  let at_ms = Date.parse(coming[0]?.at ?? now);
  while (at_ms <= Date.parse(now) && (waiting.length > 0 || coming.length > 0)) {
    const at = new Date(at_ms).toISOString();
    while (coming[0] !== undefined && coming[0].at <= at) waiting.push(...coming.splice(0, 1));
    if (mailIsDue(waiting, { settings, last_mail_at, settle_ms: STEP_MS, now: at }, clock)) {
      mails++;
      waiting = [];
      last_mail_at = at;
    }
    // While nothing waits, nothing can be due before the next one comes.
    at_ms = waiting.length === 0 && coming[0] !== undefined ? Date.parse(coming[0].at) : at_ms + STEP_MS;
  }
  return mails;
}

/** The expectation as one sentence, for whoever is about to come in. */
export const expectationSentence = ({ most_often, last_four_weeks }: MailExpectation): string =>
  noticeTexts.expected(most_often, last_four_weeks);
