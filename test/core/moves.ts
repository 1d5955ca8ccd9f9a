import type { LedgerEvent } from '../../src/core/event.ts';
import { fold } from '../../src/core/fold.ts';
import { isRefused, readLine } from '../../src/core/line.ts';
import { type Move, movingOf } from '../../src/core/moving.ts';

/** Lines as events `e1`, `e2` and so on. */
export const read = (lines: readonly object[]): LedgerEvent[] =>
  lines.map((one, index) => {
    const event = readLine({ id: `e${index + 1}`, purchase_id: 'p', ...one }, index + 1);
    if (isRefused(event)) throw new Error(event.message);
    return event as LedgerEvent;
  });

/** A day of the story, 1 to 9. */
export const at = (day: number) => `2026-03-0${day}T10:00:00.000Z`;
export const ann = { kind: 'person', id: 'ann', side: 'buyer' };
/** A purchase that a buyer, Ann, has come into. */
export const begun = [
  {
    kind: 'purchase.opened',
    occurred_at: at(1),
    body: { name: 'Mills' },
    actor: { ...ann, id: 'sam', side: 'seller' },
  },
  { kind: 'stakeholder.entered', occurred_at: at(2), body: { person_id: 'ann' }, actor: ann },
];
const by_ann = { person_id: 'ann', side: 'buyer', governs: false } as const;
/** What moving an event of what was said after the beginning leads to: as a rule the third, by Ann, to both. */
export const moving = (lines: readonly object[], move: Partial<Move> = {}) => {
  const events = read([...begun, ...lines]);
  const state = fold('p', events, { view: move.side === 'seller' ? 'seller' : 'buyer' });
  return movingOf({ event_id: 'e3', to: 'shared', ...by_ann, ...move }, events, state);
};
