import { type Command, type Context, type Decision, decide } from '../../src/core/decide.ts';
import type { Actor } from '../../src/core/event.ts';
import type { PurchaseState } from '../../src/core/state.ts';
import { day, PURCHASE, type Told } from './story.ts';

export const buyer = (id: string): Actor => ({ kind: 'person', id, side: 'buyer' });
export const seller = (id: string): Actor => ({ kind: 'person', id, side: 'seller' });

/** A context on day 100 whose ids count up; people whose id starts with `s` are sellers. */
export function context(who: Actor, more: Partial<Context> = {}): Context {
  let ids = 0;
  return {
    now: day(100),
    actor: who,
    on_behalf_of: null,
    command_id: 'command',
    import_id: null,
    source: null,
    stream_id: PURCHASE,
    nextId: () => `decided-${++ids}`,
    sideOf: (person_id) => (person_id.startsWith('s') ? 'seller' : null),
    ...more,
  };
}

/** What is decided when someone wants a line of a story to happen. */
export const deciding = (state: PurchaseState, who: Actor, line: Told, more: Partial<Context> = {}): Decision =>
  decide(line as unknown as Command, state, context(who, more));

/** The kinds that a decision leads to, or the code of its rejection. */
export function outcomeOf(decision: Decision): string[] | string {
  return 'rejection' in decision ? decision.rejection.code : decision.events.map((event) => event.kind);
}
