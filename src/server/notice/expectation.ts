import { expectationSentence, expectedMails } from '../../core/notice/expected.ts';
import type { Db } from '../../store/db.ts';
import { allEvents } from '../../store/purchase.ts';
import { scopeOf } from '../../store/scope.ts';

/**
 * What the people of a room have to expect, from what both sides may know alone: it is told at the door, to whoever stands
 * there, and to both sides alike.
 */
export async function expectationOf(db: Db, workspace_id: string, purchase_id: string) {
  const shared = { ...scopeOf(workspace_id, null, 'buyer'), zones: ['shared'] as const, purchases: [purchase_id] };
  const events = await allEvents(db, shared, purchase_id);
  const expected = expectedMails(purchase_id, events, { view: 'buyer', now: new Date().toISOString() });
  return { ...expected, sentence: expectationSentence(expected) };
}
