import { daysBefore, dueBefore, ENDED_SESSIONS_DAYS } from '../core/retention.ts';
import { noteAudit } from '../store/audit.ts';
import type { Db } from '../store/db.ts';
import { erasePerson } from '../store/erasure.ts';
import { deleteDue, deleteEndedSessions, getRetention, identitiesDue, putRetention } from '../store/retention.ts';
import type { AppOptions } from './app-options.ts';
import type { Handlers } from './bind.ts';
import { scopeOfCaller } from './caller.ts';
import { deleteUploads } from './upload-files.ts';

/** How long a workspace keeps things. */
export const retentionHandlers = ({ db }: AppOptions): Pick<Handlers, 'retention.get' | 'retention.put'> => ({
  'retention.get': ({ params }) => getRetention(db, params.workspace_id),

  'retention.put': async ({ caller, params, body }) => {
    await putRetention(db, scopeOfCaller(caller), body, new Date().toISOString());
    const entry = { zone: 'seller' as const, action: 'setting.retention', purchase_id: null, actor: caller.actor };
    await noteAudit(db, params.workspace_id, [{ ...entry, about: body }]);
    return getRetention(db, params.workspace_id);
  },
});

const actor = { kind: 'operator' as const, id: 'retention', side: 'none' as const };

/**
 * Deletes what is due in a workspace, and erases the people of purchases that ended long ago. A run that did something
 * stands in the supplier's log with its counts.
 * @param now the clock, ISO 8601
 */
export async function runRetention(db: Db, uploads_dir: string, workspace_id: string, now: string): Promise<void> {
  const due = dueBefore(await getRetention(db, workspace_id), now);
  const { deleted, files } = await deleteDue(db, workspace_id, due);
  await deleteUploads(uploads_dir, files);
  let identities = 0;
  for (const { purchase_id, person_id } of await identitiesDue(db, workspace_id, due)) {
    const request = { person_id, side: 'buyer' as const, purchase_ids: [purchase_id], actor, self: false, now };
    const erased = await erasePerson(db, workspace_id, request);
    if (erased === null) continue;
    await deleteUploads(uploads_dir, erased.files);
    identities++;
  }
  const about = { ...deleted, identities };
  if (Object.values(about).every((count) => count === 0)) return;
  await noteAudit(db, workspace_id, [{ zone: 'seller', action: 'retention.run', purchase_id: null, actor, about }]);
}

/** Deletes sessions that ended long ago; they belong to no workspace. */
export const dropEndedSessions = (db: Db, now: string): Promise<number> =>
  deleteEndedSessions(db, daysBefore(now, ENDED_SESSIONS_DAYS));
