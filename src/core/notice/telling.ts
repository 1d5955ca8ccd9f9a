import { formatLongDay } from '../../catalogue/format.ts';
import { noticeTexts } from '../../catalogue/mails.ts';
import type { LedgerEvent, UnknownEvent } from '../event.ts';
import { jobOf, type PurchaseState } from '../state.ts';
import { eventSentence } from '../telling.ts';
import { type DueStep, isStillDue, remindedOf } from './due.ts';
import type { Notice } from './kinds.ts';

/** More of what happened is counted, not told. */
const TOLD = 3;

/**
 * A notice in words, from what its reader may read now; null where that is nothing any more, and then it is not told.
 * @param events what they may read of the purchase, in ledger order
 */
export function noticeText(
  state: PurchaseState,
  events: readonly (LedgerEvent | UnknownEvent)[],
  notice: Notice,
  person_id: string,
): string | null {
  if (notice.step !== undefined) return dueText(state, notice.step, person_id);
  const wanted = new Set(notice.event_ids);
  const own = events.filter(({ id }) => wanted.has(id));
  if (own.length === 0) return null;
  const sentences = [...new Set(own.map((event) => eventSentence(state, event)))];
  const more = sentences.length - TOLD;
  const happened = [...sentences.slice(0, TOLD), ...(more > 0 ? [noticeTexts.more(more)] : [])].join(' ');
  const head = headOf(state, notice);
  return head === '' ? happened : `${head} ${happened}`;
}

/** A step that is due, for as long as it is; without saying how many days, so that it stays true however late it is read. */
function dueText(state: PurchaseState, due: DueStep, person_id: string): string | null {
  const step = state.plan.steps[due.step_id];
  const who = remindedOf(state, { person_id, side: state.view });
  if (step === undefined || !isStillDue(state, who, due)) return null;
  const day = formatLongDay(due.due_on);
  return due.overdue ? noticeTexts.overdue(step.name, day) : noticeTexts.due(step.name, day);
}

/** What a notice comes to for its reader, before what happened. */
function headOf(state: PurchaseState, { kind, job_ids, reopened_ids }: Notice): string {
  const jobs = names(state, job_ids);
  switch (kind) {
    case 'shaken':
      return noticeTexts.shaken(jobs);
    case 'asked':
      return noticeTexts.asked(jobs);
    case 'held':
      return noticeTexts.held;
    case 'job':
      return standing(state, job_ids, reopened_ids);
    default:
      return '';
  }
}

function standing(state: PurchaseState, job_ids: readonly string[], reopened_ids: readonly string[]): string {
  const completed = names(
    state,
    job_ids.filter((job_id) => !reopened_ids.includes(job_id)),
  );
  const reopened = names(state, reopened_ids);
  const told = [
    ...(completed.length === 0 ? [] : [noticeTexts.complete(completed)]),
    ...(reopened.length === 0 ? [] : [noticeTexts.reopened(reopened)]),
  ];
  return told.join(' ');
}

/** Jobs that the reader knows, by name. */
const names = (state: PurchaseState, job_ids: readonly string[]): string[] =>
  job_ids.flatMap((job_id) => {
    const job = jobOf(state, job_id);
    return job === undefined ? [] : [job.name];
  });
