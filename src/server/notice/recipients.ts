import { createHash } from 'node:crypto';
import type { NoticeKind } from '../../core/notice/kinds.ts';
import type { View } from '../../core/zone.ts';
import type { Db } from '../../store/db.ts';
import { settingsOf } from '../../store/notice.ts';
import type { Recipient } from '../../store/notice-people.ts';

/** Those who read the same, together. */
export function groupedByReach(recipients: readonly Recipient[]): Recipient[][] {
  const groups = new Map<string, Recipient[]>();
  for (const recipient of recipients) {
    const { zones, reach } = recipient.scope;
    const key = JSON.stringify([zones, reach]);
    groups.set(key, [...(groups.get(key) ?? []), recipient]);
  }
  return [...groups.values()];
}

/** Whether someone gets a kind of notice by mail, too. */
export async function isMailed(
  db: Db,
  workspace_id: string,
  to: { person_id: string; address: string | null; side: View; kind: NoticeKind },
): Promise<boolean> {
  if (to.address === null) return false;
  const { kinds, mails_off } = await settingsOf(db, workspace_id, to.person_id, to.side);
  return !mails_off && kinds[to.kind] !== 'off';
}

/** What it is about and for whom says which notice it is. */
export const idOf = (parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
