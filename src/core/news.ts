import { news } from '../catalogue/sentences.ts';
import { stanceWords } from '../catalogue/telling.ts';
import { isKnown, type LedgerEvent, type UnknownEvent } from './event.ts';
import { personName } from './sentence.ts';
import { jobOf, type PurchaseState } from './state.ts';
import { isStanceKind } from './statement.ts';
import { eventSentence } from './telling.ts';
import type { View } from './zone.ts';

/** One thing that changed, or several of a kind by the same person, as a sentence. */
export interface News {
  text: string;
  /** The newest of them. */
  at: string;
  /** What it led to, each once: jobs completed and reopened, assents shaken. */
  led_to: string[];
}

/** What changed: the newest first, and how many more groups there are. */
export interface NewsList {
  items: News[];
  more: number;
}

/** More than so many of one kind by one person are counted, not listed. */
const LISTED = 3;
/** What says nothing to a reader of news: the bookkeeping of imports, and what is nobody else's to read. */
const NOT_NEWS: ReadonlySet<string> = new Set([
  'import.retracted',
  'import.restored',
  'event.corrected',
  'event.zone_moved',
  'assent.private_reason',
  'pulse.answered',
  'pulse.skipped',
  'question.owned',
]);

/** That someone met or read something changes nothing for a buyer; a seller wants to know. */
export const NO_NEWS_TO_BUYERS: readonly string[] = ['touch', 'evidence'];

/** Whether an event is worth telling to those of a view. */
export function isNews(event: LedgerEvent | UnknownEvent, view: View): boolean {
  if (event.stream_kind !== 'purchase' || !isKnown(event) || NOT_NEWS.has(event.kind)) return false;
  return view === 'seller' || !NO_NEWS_TO_BUYERS.includes(event.kind.split('.')[0] ?? '');
}

/** What is to be told of a purchase's events, and since when. */
export interface NewsOptions {
  /** Exclusive; what became known after it is news, however long ago it happened. */
  since: string;
  /** The one who asks knows what they did themselves; null leaves nothing out. */
  not_by: string | null;
  limit: number;
  /** First parts of kinds that are no news to this reader: `touch`. */
  without?: readonly string[];
  /** What an event led to, as `consequencesOf` told it; undefined for one that does not count. */
  ledTo: (event_id: string) => readonly string[] | undefined;
}

/**
 * What changed since an instant, in sentences. What one person did of one kind is one sentence: "Dana agreed to A and B".
 * @param state the purchase now, as the reader may know it @param events what the reader may read, in any order
 */
export function newsOf(
  state: PurchaseState,
  events: readonly (LedgerEvent | UnknownEvent)[],
  { since, not_by, limit, ledTo, without = [] }: NewsOptions,
): NewsList {
  const groups = new Map<string, LedgerEvent[]>();
  for (const event of [...events].sort(newestFirst)) {
    if (event.known_at <= since || event.stream_kind !== 'purchase' || !isKnown(event)) continue;
    if (without.includes(event.kind.split('.')[0] ?? '')) continue;
    if (NOT_NEWS.has(event.kind) || event.actor.id === not_by || ledTo(event.id) === undefined) continue;
    const key = JSON.stringify([event.kind, aboutWhom(event), event.actor.id]);
    groups.set(key, [...(groups.get(key) ?? []), event]);
  }
  const found = [...groups.values()].flatMap((group): News[] => {
    const [newest] = group;
    if (newest === undefined) return [];
    const led_to = new Set(group.flatMap(({ id }) => ledTo(id) ?? []));
    return [{ text: sentenceOf(state, group, newest), at: newest.known_at, led_to: [...led_to] }];
  });
  return { items: found.slice(0, limit), more: Math.max(0, found.length - limit) };
}

const newestFirst = (a: { known_at: string; seq: number }, b: { known_at: string; seq: number }): number =>
  a.known_at < b.known_at ? 1 : a.known_at > b.known_at ? -1 : b.seq - a.seq;

/** Whose doing a statement is; other kinds are grouped by who wrote them. */
const aboutWhom = (event: LedgerEvent): string | null =>
  isStanceKind(event.kind) ? (event.body as { person_id: string }).person_id : null;

function sentenceOf(state: PurchaseState, group: readonly LedgerEvent[], newest: LedgerEvent): string {
  if (group.length === 1) return eventSentence(state, newest);
  if (isStanceKind(newest.kind)) {
    const jobs = new Set(group.map((event) => (event.body as { job_id: string }).job_id));
    const names = [...jobs].map((job_id) => jobOf(state, job_id)?.name ?? job_id);
    return news.stance(personName(state, aboutWhom(newest)), stanceWords[newest.kind], names);
  }
  // The same thing changed twice is told once, as it is now.
  const told = [...new Set(group.map((event) => eventSentence(state, event)))];
  if (told.length <= LISTED) return told.join(' ');
  return news.many(told.length, newest.kind.split('.')[0] ?? '', told[0] ?? '');
}
