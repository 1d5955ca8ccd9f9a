import { effectiveEvents } from '../../core/fold.ts';
import { importText } from '../../core/notice/import-text.ts';
import { NOTICE_KINDS } from '../../core/notice/kinds.ts';
import { noticeText } from '../../core/notice/telling.ts';
import type { View } from '../../core/zone.ts';
import type { Db } from '../../store/db.ts';
import { getImport } from '../../store/imports.ts';
import type { KeptNotice } from '../../store/notice.ts';
import { memberToTell, type Recipient, recipientsOf } from '../../store/notice-people.ts';
import { allEvents, getPurchase } from '../../store/purchase.ts';

/** A notice in words, with the purchase it is about as its reader knows it; null for what is of the workspace. */
export interface ShownNotice extends KeptNotice {
  purchase_name: string | null;
  text: string;
}

/** Notices of one person in one purchase, or of the workspace where both are null, in words, oldest first. */
export interface ShownPurchase {
  purchase_id: string | null;
  name: string | null;
  recipient: Recipient;
  notices: ShownNotice[];
}

/**
 * Puts a person's notices into words, from what they may read at this moment, by the same doors as everything else: what
 * they may not read any more is left out, as are purchases that they are no longer told of.
 */
export async function showNotices(
  db: Db,
  workspace_id: string,
  { person_id, side }: { person_id: string; side: View },
  notices: readonly KeptNotice[],
): Promise<ShownPurchase[]> {
  const shown: ShownPurchase[] = [];
  for (const purchase_id of new Set(notices.map((notice) => notice.purchase_id))) {
    if (purchase_id === null) continue;
    const recipients = await recipientsOf(db, workspace_id, side, purchase_id);
    const recipient = recipients.find((one) => one.person_id === person_id);
    if (recipient === undefined) continue;
    const found = await getPurchase(db, recipient.scope, purchase_id);
    if (found === null) continue;
    const { state } = found;
    // What was taken back, or moved to where they may not read, counts no more and is not told.
    const events = effectiveEvents(await allEvents(db, recipient.scope, purchase_id), { view: side });
    const place = new Map(events.map(({ id }, at) => [id, at]));
    const orderOf = (notice: KeptNotice): number => place.get(notice.event_ids[0] ?? '') ?? 0;
    const name = state.name ?? '';
    const texts = notices.flatMap((notice): ShownNotice[] => {
      const text = notice.purchase_id === purchase_id ? noticeText(state, events, notice, person_id) : null;
      return text === null ? [] : [{ ...notice, purchase_name: name, text }];
    });
    texts.sort((one, other) => order(one.at, other.at) || orderOf(one) - orderOf(other));
    if (texts.length > 0) shown.push({ purchase_id, name, recipient, notices: texts });
  }
  return side === 'seller' ? [...shown, ...(await showImports(db, workspace_id, person_id, notices))] : shown;
}

/** What someone is told of their imports, as long as they are one of the supplier's people. */
async function showImports(
  db: Db,
  workspace_id: string,
  person_id: string,
  notices: readonly KeptNotice[],
): Promise<ShownPurchase[]> {
  const of_imports = notices.filter((notice) => notice.import !== undefined);
  const recipient = of_imports.length === 0 ? null : await memberToTell(db, workspace_id, person_id);
  if (recipient === null) return [];
  const texts: ShownNotice[] = [];
  for (const notice of of_imports) {
    const found = notice.import === undefined ? null : await getImport(db, recipient.scope, notice.import.import_id);
    const text = found === null || notice.import === undefined ? null : importText(found, notice.import);
    if (text !== null) texts.push({ ...notice, purchase_name: null, text });
  }
  texts.sort((one, other) => order(one.at, other.at));
  return texts.length === 0 ? [] : [{ purchase_id: null, name: null, recipient, notices: texts }];
}

const order = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Newest first, over all purchases; those of one instant in an order that tells nothing but what they are. */
export const newestFirst = (shown: readonly ShownPurchase[]): ShownNotice[] =>
  shown
    .flatMap(({ notices }) => [...notices].reverse())
    .sort(
      (one, other) =>
        order(other.at, one.at) ||
        order(one.purchase_id ?? '', other.purchase_id ?? '') ||
        NOTICE_KINDS.indexOf(one.kind) - NOTICE_KINDS.indexOf(other.kind),
    );
