import { expect, test } from 'vitest';
import { freshDatabase } from '../../test/postgres.ts';
import { simulatePurchases } from '../core/simulate/simulate.ts';
import { STATE_SHAPE } from '../core/state.ts';
import { ZONES } from '../core/zone.ts';
import { appendBulk } from './bulk.ts';
import { refoldOutdated } from './refold.ts';
import { scopeOf } from './scope.ts';
import { makeWorkspace } from './workspace.ts';

const { db } = await freshDatabase();
const now = '2026-03-01T10:00:00.000Z';

test('after an update, what another version folded is folded anew, and only that', async () => {
  for (const workspace_id of ['old', 'new', 'empty']) {
    await makeWorkspace(db, { workspace_id, name: workspace_id, simulated: true, created_at: now });
    if (workspace_id === 'empty') continue;
    const events = [...simulatePurchases({ purchases: 3, seed: 5, now })];
    await appendBulk(db, scopeOf(workspace_id, null, 'none'), [events], { now, zones: ZONES });
  }
  await db.owner.query(
    `update purchase set state = jsonb_set(state::jsonb - 'basis', '{v}', '1')::text where workspace_id = 'old'`,
  );
  const said: string[] = [];
  expect(await refoldOutdated(db, now, (sentence) => said.push(sentence))).toEqual(['old']);
  expect(said).toEqual(['Folding old anew for this version']);
  const { rows } = await db.owner.query(
    `select distinct (state::json->>'v')::int as v, state::json->'basis' is not null as whole from purchase`,
  );
  expect(rows).toEqual([{ v: STATE_SHAPE, whole: true }]);
  expect(await refoldOutdated(db, now, (sentence) => said.push(sentence))).toEqual([]);
});
