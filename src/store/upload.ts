import type { Db } from './db.ts';
import { asApp, type Scope } from './scope.ts';

/** A file that was uploaded to be imported; its bytes are kept beside the database. */
export interface Upload {
  upload_id: string;
  name: string;
  bytes: number;
  sha256: string;
  /** The name of the file in the folder of uploads. */
  file: string;
  /** What was found on looking at it. */
  preview: unknown;
  person_id: string | null;
  uploaded_at: string;
}

/** Takes an upload down, in place of one with the same id. */
export async function putUpload(db: Db, scope: Scope, upload: Upload): Promise<void> {
  await asApp(db, scope, (client) =>
    client.query(
      `insert into upload (workspace_id, view, upload_id, name, bytes, sha256, file, preview, person_id, uploaded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict (workspace_id, view, upload_id) do update set preview = excluded.preview`,
      [
        scope.workspace_id,
        scope.view,
        upload.upload_id,
        upload.name,
        upload.bytes,
        upload.sha256,
        upload.file,
        JSON.stringify(upload.preview ?? null),
        upload.person_id,
        upload.uploaded_at,
      ],
    ),
  );
}

/** An upload; null where there is none. */
export function getUpload(db: Db, scope: Scope, upload_id: string): Promise<Upload | null> {
  return asApp(db, scope, async (client) => {
    const { rows } = await client.query<Omit<Upload, 'uploaded_at'> & { uploaded_at: Date }>(
      `select upload_id, name, bytes, sha256, file, preview, person_id, uploaded_at from upload
       where workspace_id = $1 and view = $2 and upload_id = $3`,
      [scope.workspace_id, scope.view, upload_id],
    );
    const row = rows[0];
    return row === undefined ? null : { ...row, uploaded_at: row.uploaded_at.toISOString() };
  });
}
