import type { LedgerEvent } from '../core/event.ts';
import { DEMO_PURCHASES, DEMO_SEED } from '../core/simulate/demo.ts';
import { SELLERS } from '../core/simulate/sellers.ts';
import { simulatePurchases } from '../core/simulate/simulate.ts';
import { ZONES } from '../core/zone.ts';
import { appendBulk } from '../store/bulk.ts';
import type { Db } from '../store/db.ts';
import { type Person, putPeople } from '../store/person.ts';
import { countPurchases } from '../store/portfolio.ts';
import { scopeOf } from '../store/scope.ts';
import { makeWorkspace } from '../store/workspace.ts';

export const DEMO_WORKSPACE = 'demo';
export const OWN_WORKSPACE = 'own';

interface PrepareOptions {
  demo: boolean;
  signal: AbortSignal;
  onProgress: (share: number, step: string) => void;
}

/** A machine's own first seller; the name is to be changed or added to in the settings. */
const FIRST_SELLER: Person = {
  person_id: 'first-seller',
  side: 'seller',
  name: 'You',
  function: null,
  purchase_id: null,
};

/**
 * Makes the workspaces that a start without accounts begins with: an empty one for the user's own data and, unless it is
 * not wanted, the simulated demo. What is there already stays as it is; a demo that was interrupted is loaded anew.
 */
export async function prepareWorkspaces(db: Db, { demo, signal, onProgress }: PrepareOptions): Promise<void> {
  const created_at = new Date().toISOString();
  if (demo) await prepareDemo(db, created_at, signal, onProgress);
  const own = { workspace_id: OWN_WORKSPACE, name: 'Your workspace', simulated: false, created_at };
  if (await makeWorkspace(db, own)) await putPeople(db, OWN_WORKSPACE, [FIRST_SELLER]);
}

async function prepareDemo(db: Db, created_at: string, signal: AbortSignal, onProgress: PrepareOptions['onProgress']) {
  await makeWorkspace(db, { workspace_id: DEMO_WORKSPACE, name: 'Demo (simulated)', simulated: true, created_at });
  // What people said in the demo stands in both sides' zones, so it is stored as nobody's in particular.
  const scope = scopeOf(DEMO_WORKSPACE, null, 'none');
  if ((await countPurchases(db, scope, {})).total > 0) return;
  onProgress(0, 'Loading the demo workspace');
  const people = SELLERS.map(({ id, name, function: where }): Person => {
    return { person_id: id, side: 'seller', name, function: where, purchase_id: null };
  });
  await putPeople(db, DEMO_WORKSPACE, people);
  await appendBulk(db, scope, blocks(created_at, onProgress), { now: created_at, zones: ZONES, signal });
}

/** Simulated events purchase by purchase. */
function* blocks(now: string, onProgress: PrepareOptions['onProgress']): Generator<LedgerEvent[]> {
  let block: LedgerEvent[] = [];
  let purchases = 0;
  for (const event of simulatePurchases({ purchases: DEMO_PURCHASES, seed: DEMO_SEED, now })) {
    if (event.kind === 'purchase.opened' && block.length > 0) {
      purchases++;
      onProgress(purchases / DEMO_PURCHASES, 'Loading the demo workspace');
      yield block;
      block = [];
    }
    block.push(event);
  }
  if (block.length > 0) yield block;
}
