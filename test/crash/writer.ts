/**
 * A program that is killed: it starts the embedded Postgres in a folder, repeats what was not acknowledged before, then
 * imports and writes until it ends. It says each thing on a line: `ready PID`, `ask PURCHASE COMMAND`, `ack COMMAND`,
 * `importing ID`, `imported ID`.
 */
import { randomUUID } from 'node:crypto';
import { simulatePurchases } from '../../src/core/simulate/simulate.ts';
import { ZONES } from '../../src/core/zone.ts';
import { execute } from '../../src/store/command.ts';
import { connect, type Db } from '../../src/store/db.ts';
import { startEmbedded } from '../../src/store/embedded.ts';
import { putImport, runImport } from '../../src/store/imports.ts';
import { migrate } from '../../src/store/migrate.ts';
import { scopeOf } from '../../src/store/scope.ts';
import { makeWorkspace } from '../../src/store/workspace.ts';
import { IMPORTED_PURCHASES, type Order, PURCHASES, WORKSPACE } from './order.ts';

const order = JSON.parse(process.argv[2] ?? '{}') as Order;
const scope = scopeOf(WORKSPACE, 'sven', 'seller');
const say = (line: string): boolean => process.stdout.write(`${line}\n`);
const now = (): string => new Date().toISOString();

const server = await startEmbedded({ dir: order.dir, onLost: () => process.exit(3) });
const db = await connect({ url: server.url, login_password: server.login_password });
await migrate(db.owner, { login_password: server.login_password });
await makeWorkspace(db, { workspace_id: WORKSPACE, name: 'Crash', simulated: true, created_at: now() });
for (const purchase_id of PURCHASES) await open(db, purchase_id);
for (const { purchase_id, command_id } of order.pending) await write(db, purchase_id, command_id);
say(`ready ${server.pid}`);
await Promise.all([imports(db), ...PURCHASES.map((purchase_id) => writes(db, purchase_id)), writes(db, PURCHASES[0])]);

async function open(at: Db, purchase_id: string): Promise<void> {
  const body = { name: purchase_id, template: 'core-4' as const };
  await execute(at, scope, { ...request(purchase_id, randomUUID()), commands: [{ kind: 'purchase.opened', body }] });
}

function request(purchase_id: string, command_id: string) {
  const actor = { kind: 'person' as const, id: 'sven', side: 'seller' as const };
  return { purchase_id, command_id, actor, on_behalf_of: null, source: null, now: now() };
}

async function writes(at: Db, purchase_id: string): Promise<void> {
  for (;;) await write(at, purchase_id, randomUUID());
}

/** What is asked under one command id is always the same, so that repeating it is recognised. */
async function write(at: Db, purchase_id: string, command_id: string): Promise<void> {
  say(`ask ${purchase_id} ${command_id}`);
  const body = { requirement_id: command_id, text: `Requirement ${command_id}` };
  const done = await execute(at, scope, {
    ...request(purchase_id, command_id),
    commands: [{ kind: 'requirement.changed', body }],
  });
  if ('rejection' in done) throw new Error(done.rejection.message);
  say(`ack ${command_id}`);
}

async function imports(at: Db): Promise<void> {
  for (const id of order.imports) {
    say(`importing ${id}`);
    await putImport(at, scope, {
      import_id: id,
      name: id,
      sha256: id,
      upload_id: null,
      mapping: null,
      started_at: now(),
    });
    let rows_read = 0;
    const batches = function* () {
      const options = { purchases: IMPORTED_PURCHASES, seed: 1, now: '2026-03-01T10:00:00.000Z' };
      for (const event of simulatePurchases(options)) {
        rows_read++;
        yield [{ ...event, id: `${id}-${event.id}`, stream_id: `${id}-${event.stream_id}`, import_id: id }];
      }
    };
    await runImport(at, scope, id, batches(), () => ({ rows_read, refusals: [] }), { now: now(), zones: ZONES });
    say(`imported ${id}`);
  }
}
