import { isKnown, type LedgerEvent, type UnknownEvent } from '../event.ts';
import { isNews } from '../news.ts';
import type { View } from '../zone.ts';
import type { Notice, NoticeKind } from './kinds.ts';
import type { NoticeStanding } from './standing.ts';

type AnyEvent = LedgerEvent | UnknownEvent;

/** One change, as someone may know it: how it stood before and after, and what happened. */
export interface NoticedChange {
  before: NoticeStanding;
  after: NoticeStanding;
  /** What was written together, as far as the person may read it. */
  events: readonly AnyEvent[];
  view: View;
}

type Found = Partial<Pick<Notice, 'job_ids' | 'reopened_ids'>> | null;
type Find = (change: NoticedChange, person_id: string) => Found;

const gained = (before: Iterable<string>, after: Iterable<string>): string[] => {
  const known = new Set(before);
  return [...after].filter((one) => !known.has(one));
};

/** What someone agreed to changed under them; said again of what was shaken already only if something new shook it. */
const shaken: Find = ({ before, after }, person_id) => {
  const earlier = before.shaken.get(person_id);
  const job_ids = [...(after.shaken.get(person_id) ?? [])].flatMap(([job_id, causes]) =>
    gained(earlier?.get(job_id) ?? [], causes).length > 0 ? [job_id] : [],
  );
  return job_ids.length > 0 ? { job_ids } : null;
};

/** Someone has another role, or a job has come to need the role that they have. */
const asked: Find = ({ before, after }, person_id) => {
  const roles = gained(before.roles.get(person_id) ?? [], after.roles.get(person_id) ?? []);
  const job_ids = gained(before.needed.get(person_id) ?? [], after.needed.get(person_id) ?? []);
  return roles.length > 0 || job_ids.length > 0 ? { job_ids } : null;
};

/** They are asked something, or what they asked is answered. */
const question: Find = ({ before, after }, person_id) =>
  gained(before.waiting.get(person_id) ?? [], after.waiting.get(person_id) ?? []).length > 0 ? {} : null;

const disagreed: Find = ({ before, after }, person_id) => {
  const others = gained(before.withheld, after.withheld).filter((one) => !one.startsWith(`${person_id} `));
  return others.length > 0 ? {} : null;
};

const held: Find = ({ before, after }) => (after.held && !before.held ? {} : null);

/** Jobs that were completed, or are open again; one that was taken out is neither. */
const job: Find = ({ before, after }) => {
  const completed = gained(before.complete, after.complete);
  const reopened_ids = gained(after.complete, before.complete).filter((job_id) => after.jobs.has(job_id));
  const job_ids = [...completed, ...reopened_ids];
  return job_ids.length > 0 ? { job_ids, reopened_ids } : null;
};

/** The first that finds something tells the change; `news` is for what nothing else tells. */
const FINDS: readonly { kind: NoticeKind; find: Find }[] = [
  { kind: 'shaken', find: shaken },
  { kind: 'asked', find: asked },
  { kind: 'question', find: question },
  { kind: 'disagreed', find: disagreed },
  { kind: 'held', find: held },
  { kind: 'job', find: job },
  { kind: 'news', find: ({ events, view }) => (events.some((event) => isNews(event, view)) ? {} : null) },
];

/**
 * What one change tells one person: one notice, of the most pressing kind there is, or null. Nobody is told of what they
 * did themselves, nor of what a file brought that says it happened long ago.
 */
export function noticeOf(change: NoticedChange, person_id: string): Notice | null {
  const events = change.events.filter((event) => isKnown(event) && event.import_id === null && !isBy(event, person_id));
  if (events.length === 0) return null;
  const told = { ...change, events };
  for (const { kind, find } of FINDS) {
    const found = find(told, person_id);
    if (found === null) continue;
    return { kind, event_ids: events.map(({ id }) => id), job_ids: [], reopened_ids: [], ...found };
  }
  return null;
}

const isBy = (event: AnyEvent, person_id: string): boolean =>
  event.actor.id === person_id || event.on_behalf_of === person_id;
