import { type NoticedChange, noticeOf } from '../../core/notice/find.ts';
import { standingOf } from '../../core/notice/standing.ts';
import { VIEWS, type View } from '../../core/zone.ts';
import type { Db } from '../../store/db.ts';
import type { AnyEvent } from '../../store/event.ts';
import { append, canAppend, type Folded, foldAll } from '../../store/folded.ts';
import { type ChangedPurchase, keepNotices, type NewNotice, unnoticed } from '../../store/notice.ts';
import { recipientsOf } from '../../store/notice-people.ts';
import { allEvents } from '../../store/purchase.ts';
import { groupedByReach, idOf, isMailed } from './recipients.ts';

/** What is under way in a workspace, and what was asked for meanwhile: however many ask, it is looked through once more. */
interface Gathering {
  now: Promise<void>;
  next: Promise<void> | null;
}
const under_way = new WeakMap<Db, Map<string, Gathering>>();

/** Brings a workspace's notices up to date; everyone who asks meanwhile waits for the same work. */
export function gatherNotices(db: Db, workspace_id: string): Promise<void> {
  const of_db = under_way.get(db) ?? new Map<string, Gathering>();
  under_way.set(db, of_db);
  const running = of_db.get(workspace_id);
  if (running !== undefined) {
    running.next ??= running.now.catch(() => undefined).then(() => gatherNotices(db, workspace_id));
    return running.next;
  }
  const now = gather(db, workspace_id).finally(() => of_db.delete(workspace_id));
  of_db.set(workspace_id, { now, next: null });
  return now;
}

/**
 * Looks through what changed in a workspace since it was last looked at, and keeps for each person what they are to be told:
 * from what that person may read alone. Doing it twice, or two doing it at once, tells nothing twice.
 */
async function gather(db: Db, workspace_id: string): Promise<void> {
  for (const view of VIEWS) {
    for (;;) {
      const { from, to, purchases } = await unnoticed(db, workspace_id, view);
      if (from === to) break;
      const found: NewNotice[] = [];
      for (const purchase of purchases) found.push(...(await noticesOf(db, workspace_id, view, purchase)));
      await keepNotices(db, workspace_id, view, to, found);
    }
  }
}

async function noticesOf(
  db: Db,
  workspace_id: string,
  view: View,
  { purchase_id, instants }: ChangedPurchase,
): Promise<NewNotice[]> {
  const found: NewNotice[] = [];
  const recipients = await recipientsOf(db, workspace_id, view, purchase_id);
  for (const alike of groupedByReach(recipients)) {
    const [first] = alike;
    if (first === undefined) continue;
    // Whoever reads the same reads it together; what only its author may read is told to nobody.
    const events = await allEvents(db, { ...first.scope, person_id: null }, purchase_id);
    const changeAt = changesOf(purchase_id, events, view);
    for (const at of instants) {
      const change = changeAt(at);
      if (change === null) continue;
      for (const { person_id, address } of alike) {
        const notice = noticeOf(change, person_id);
        if (notice === null) continue;
        const by_mail = await isMailed(db, workspace_id, { person_id, address, side: view, kind: notice.kind });
        const notice_id = idOf([purchase_id, person_id, ...notice.event_ids]);
        found.push({ ...notice, notice_id, person_id, purchase_id, side: view, at, by_mail });
      }
    }
  }
  return found;
}

/**
 * Says how a purchase stood before and after what was recorded at one instant; null where these readers know of nothing then.
 * Folding is most of the work, so what stands is built upon where what came next only adds to it.
 */
function changesOf(purchase_id: string, events: readonly AnyEvent[], view: View) {
  let known: { folded: Folded; seq: number } | null = null;
  /** What counted when so many of the purchase's events were there. */
  const foldedAt = (seq: number): Folded => {
    const next = events.filter(
      (event) => event.stream_kind === 'purchase' && event.seq <= seq && event.seq > (known?.seq ?? 0),
    );
    if (known !== null && known.seq <= seq && canAppend(known.folded, next)) {
      for (const event of next) append(known.folded, event);
    } else {
      const there = events.filter((event) => event.stream_kind !== 'purchase' || event.seq <= seq);
      known = { folded: foldAll(purchase_id, there, { view }), seq };
    }
    known.seq = seq;
    return known.folded;
  };
  return (at: string): NoticedChange | null => {
    const own = events.filter(({ stream_kind, recorded_at }) => stream_kind === 'purchase' && recorded_at === at);
    const [first, last] = [own[0], own.at(-1)];
    if (first === undefined || last === undefined) return null;
    const before = standingOf(foldedAt(first.seq - 1).state);
    return { before, after: standingOf(foldedAt(last.seq).state), events: own, view };
  };
}
