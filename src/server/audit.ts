import { listAudit } from '../store/audit.ts';
import { listViewings } from '../store/viewing.ts';
import type { AppOptions } from './app-options.ts';
import type { Handlers } from './bind.ts';
import { scopeOfCaller } from './caller.ts';

type Nouns = 'audit.list' | 'buyer_audit.list' | 'viewings.list';

/** What was done with doors, grants and exports: each side reads its own log. */
export const auditHandlers = ({ db }: AppOptions): Pick<Handlers, Nouns> => ({
  'audit.list': async ({ caller, query }) => ({ entries: await listAudit(db, scopeOfCaller(caller), query) }),

  'buyer_audit.list': async ({ caller, params, query }) => ({
    entries: await listAudit(db, scopeOfCaller(caller), { ...query, purchase_id: params.purchase_id }),
  }),

  'viewings.list': async ({ caller, params }) => ({
    viewings: await listViewings(db, scopeOfCaller(caller), params.purchase_id),
  }),
});
