import { effectiveEvents } from '../core/fold.ts';
import { entriesOf, searchIn, touchesOf } from '../core/search.ts';
import type { Db } from '../store/db.ts';
import { allEvents } from '../store/purchase.ts';
import type { Handlers } from './bind.ts';
import { scopeOfCaller } from './caller.ts';
import { readState } from './purchase.ts';

/** Searching a purchase: only what the caller's view holds is looked through. */
export const searchHandlers = (db: Db): Pick<Handlers, 'searches.get'> => ({
  'searches.get': async ({ caller, params, query }) => {
    const scope = scopeOfCaller(caller);
    const state = await readState(db, caller, params.purchase_id);
    const events = await allEvents(db, scope, params.purchase_id);
    const touches = touchesOf(effectiveEvents(events, { view: scope.view }));
    const hits = searchIn([...entriesOf(state), ...touches], query.q, query.limit);
    return {
      hits: hits.map(({ kind, id, title, text, zone, at, score }) => ({ kind, id, title, text, zone, at, score })),
    };
  },
});
