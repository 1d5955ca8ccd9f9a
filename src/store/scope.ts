import type { ClientBase, PoolClient, QueryConfig, QueryResultRow } from 'pg';
import type { Side } from '../core/body/words.ts';
import { VIEWS, type View, viewReads, ZONES, type Zone, zonesOfView } from '../core/zone.ts';
import { type Db, readAs, settingsOf, transactionAs } from './db.ts';
import type { WorkingRole } from './roles.ts';

/** For whom the store reads and writes. */
export interface Scope {
  workspace_id: string;
  /** Null where the program acts on nobody's behalf. */
  person_id: string | null;
  /** `none` is whoever runs the machine: works in the seller view. */
  side: Side | 'none';
  view: View;
  zones: readonly Zone[];
  /** The purchases that may be read and written; null for all of the workspace. */
  purchases: readonly string[] | null;
  /** From when on the buyer zone may be read; null from its beginning. */
  reach: string | null;
}

/** Rows are folded for whoever reads all of a view; who reads less of their side's zone gets a fold of their own. */
export const readsWholeView = ({ zones, view, reach }: Scope): boolean => reach === null && zones.includes(view);

/** The scope of a person of a side in a workspace. */
export function scopeOf(workspace_id: string, person_id: string | null, side: Side | 'none'): Scope {
  const view: View = side === 'none' ? 'seller' : side;
  return { workspace_id, person_id, side, view, zones: zonesOfView(view), purchases: null, reach: null };
}

/** Reads (and what the application may write) as the application, held to the scope's workspace and zones. */
export function asApp<T>(db: Db, scope: Scope, fn: (client: PoolClient) => Promise<T>): Promise<T> {
  return transactionAs(db.app, roleScope('coassent_app', scope), fn);
}

/** The rows of one query that only reads, as the application: `asApp` in one round trip. */
export function readAsApp<R extends QueryResultRow>(db: Db, scope: Scope, query: QueryConfig): Promise<R[]> {
  return readAs(db.app, roleScope('coassent_app', scope), query);
}

/** Work on both views of a workspace at once: what follows from the ledger. Nothing it reads may be shown as it is. */
export function asProjector<T>(db: Db, workspace_id: string, fn: (client: PoolClient) => Promise<T>): Promise<T> {
  return transactionAs(db.bulk, projectorScope(workspace_id), fn);
}

const roleScope = (role: WorkingRole, scope: Scope) => ({
  role,
  workspace_id: scope.workspace_id,
  person_id: scope.person_id,
  zones: scope.zones,
  purchases: scope.purchases,
  reach: scope.reach,
});

/** Work on what identifies people across workspaces; it can read nothing of any workspace. */
export const asIdentity = <T>(db: Db, fn: (client: PoolClient) => Promise<T>): Promise<T> =>
  transactionAs(
    db.bulk,
    { role: 'coassent_identity', workspace_id: '', person_id: null, zones: [], purchases: [], reach: null },
    fn,
  );

export const projectorScope = (workspace_id: string) => ({
  role: 'coassent_projector' as const,
  workspace_id,
  person_id: null,
  zones: ZONES,
  purchases: null,
  reach: null,
});

/** What makes an open transaction go on as the application, held to these zones. */
export const becomingApp = (zones: readonly Zone[]): string =>
  `set local role coassent_app; set local coassent.zones = '${zones.join(',')}'`;

/** What makes an open transaction go on as the projector, reading both views of all purchases. */
export const becomingProjector =
  `set local role coassent_projector; set local coassent.zones = '${ZONES.join(',')}'; ` +
  `set local coassent.purchases = '*'; set local coassent.reach = '-infinity'`;

/** Makes an open transaction go on as the application, held to all of a scope: its purchases and its reach too. */
export const becomeApp = (client: ClientBase, scope: Scope): Promise<unknown> =>
  client.query(settingsOf(roleScope('coassent_app', scope)));

export const becomeProjector = (client: ClientBase): Promise<unknown> => client.query(becomingProjector);

/** The views that read a zone, always in the same order, so that writers lock their feeds in the same order. */
export const viewsOfZone = (zone: Zone): View[] => VIEWS.filter((view) => viewReads(view, zone));
