import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { LedgerEvent } from '../core/event.ts';
import { DEMO_PURCHASES, DEMO_SEED } from '../core/simulate/demo.ts';
import { SELLERS } from '../core/simulate/sellers.ts';
import { simulatePurchases } from '../core/simulate/simulate.ts';
import { LIBRARY } from '../core/simulate/texts/library.ts';
import { ZONES } from '../core/zone.ts';
import { type FileBytes, localBytes } from '../server/files/bytes.ts';
import { appendBulk } from '../store/bulk.ts';
import type { Db } from '../store/db.ts';
import { putInLibrary } from '../store/library.ts';
import { type Person, putPeople } from '../store/person.ts';
import { countPurchases } from '../store/portfolio.ts';
import { scopeOf } from '../store/scope.ts';
import { makeWorkspace } from '../store/workspace.ts';
import { type DemoFile, withFiles } from './demo-files.ts';

export const DEMO_WORKSPACE = 'demo';
export const OWN_WORKSPACE = 'own';

interface PrepareOptions {
  demo: boolean;
  /** Where files of purchases are kept on this machine; null where they are kept elsewhere: the demo has links alone then. */
  files_dir: string | null;
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
export async function prepareWorkspaces(db: Db, { demo, ...options }: PrepareOptions): Promise<void> {
  const created_at = new Date().toISOString();
  if (demo) await prepareDemo(db, created_at, options);
  const own = { workspace_id: OWN_WORKSPACE, name: 'Your workspace', simulated: false, created_at };
  if (await makeWorkspace(db, own)) await putPeople(db, OWN_WORKSPACE, [FIRST_SELLER]);
}

type DemoOptions = Omit<PrepareOptions, 'demo'>;

async function prepareDemo(db: Db, created_at: string, options: DemoOptions): Promise<void> {
  await makeWorkspace(db, { workspace_id: DEMO_WORKSPACE, name: 'Demo (simulated)', simulated: true, created_at });
  // What people said in the demo stands in both sides' zones, so it is stored as nobody's in particular.
  const scope = scopeOf(DEMO_WORKSPACE, null, 'none');
  if ((await countPurchases(db, scope, {})).total > 0) return;
  options.onProgress(0, 'Loading the demo workspace');
  const people = SELLERS.map(({ id, name, function: where }): Person => {
    return { person_id: id, side: 'seller', name, function: where, purchase_id: null };
  });
  await putPeople(db, DEMO_WORKSPACE, people);
  await fillLibrary(db, created_at);
  const { signal } = options;
  await appendBulk(db, scope, blocks(created_at, options), { now: created_at, zones: ZONES, signal });
}

const DAY_MS = 86_400_000;

async function fillLibrary(db: Db, now: string): Promise<void> {
  const day = (ago: number): string => new Date(Date.parse(now) - ago * DAY_MS).toISOString().slice(0, 10);
  for (const [place, { answered_days, reviewed_days, ...text }] of LIBRARY.entries()) {
    const days = { answered_on: day(answered_days), reviewed_on: reviewed_days === null ? null : day(reviewed_days) };
    const scope = scopeOf(DEMO_WORKSPACE, text.owner_id, 'seller');
    await putInLibrary(db, scope, { library_id: `library-${place + 1}`, ...text, ...days }, now);
  }
}

/** Simulated events purchase by purchase, with the bytes of their files kept before. */
async function* blocks(now: string, { files_dir, onProgress }: DemoOptions): AsyncGenerator<LedgerEvent[]> {
  const bytes = files_dir === null ? null : localBytes(files_dir);
  let purchases = 0;
  for (const simulated of byPurchase(simulatePurchases({ purchases: DEMO_PURCHASES, seed: DEMO_SEED, now }))) {
    purchases++;
    onProgress(purchases / DEMO_PURCHASES, 'Loading the demo workspace');
    if (bytes === null) {
      yield simulated;
      continue;
    }
    const { events, files } = withFiles(simulated);
    for (const file of files) await keep(bytes, file);
    yield events;
  }
}

function* byPurchase(events: Iterable<LedgerEvent>): Generator<LedgerEvent[]> {
  let block: LedgerEvent[] = [];
  for (const event of events) {
    if (event.kind === 'purchase.opened' && block.length > 0) {
      yield block;
      block = [];
    }
    block.push(event);
  }
  if (block.length > 0) yield block;
}

async function keep({ incoming_dir, keep: take }: FileBytes, { bytes, event }: DemoFile): Promise<void> {
  const { body, zone, stream_id, id } = event;
  const file = path.join(incoming_dir, id);
  await mkdir(incoming_dir, { recursive: true, mode: 0o700 });
  await writeFile(file, bytes, { mode: 0o600 });
  const sha256 = body.content?.sha256 ?? '';
  await take({ workspace_id: DEMO_WORKSPACE, purchase_id: stream_id, zone, sha256 }, file);
}
