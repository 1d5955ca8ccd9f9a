import { risksInOrder, severityOf } from '../core/risk.ts';
import type { Db } from '../store/db.ts';
import { namesOf } from '../store/person.ts';
import type { Handlers } from './bind.ts';
import { scopeOfCaller } from './caller.ts';
import { readState } from './purchase.ts';
import { sellersNamed } from './sellers.ts';

/** What could go wrong, as the caller may know it; a risk is set in `command.ts`. */
export const riskHandlers = (db: Db): Pick<Handlers, 'risks.list'> => ({
  'risks.list': async ({ caller, params }) => {
    const scope = scopeOfCaller(caller);
    const state = await readState(db, caller, params.purchase_id);
    const risks = risksInOrder(Object.values(state.risks));
    const [names, sellers] = await Promise.all([
      namesOf(
        db,
        scope,
        risks.flatMap(({ owner_id }) => owner_id ?? []),
      ),
      sellersNamed(db, caller, params.purchase_id),
    ]);
    const nameOf = (id: string): string | null => state.stakeholders[id]?.name ?? names.get(id) ?? null;
    return {
      risks: risks.map((one) => ({
        ...{ risk_id: one.risk_id, text: one.text, for_whom: one.for_whom ?? null, mitigation: one.mitigation ?? null },
        ...{ likelihood: one.likelihood, impact: one.impact, severity: severityOf(one), state: one.state },
        owner_id: one.owner_id ?? null,
        owner: one.owner_id == null ? null : nameOf(one.owner_id),
        ...{ zone: one.zone, at: one.at, seen: one.event_id },
      })),
      sellers,
    };
  },
});
