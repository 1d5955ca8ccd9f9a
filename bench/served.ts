import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serve } from '../src/server/serve.ts';
import { readSetting } from '../src/server/setting.ts';
import type { Db } from '../src/store/db.ts';

/** The program's own HTTP server, on a free port of this machine. */
export async function served(db: Db, url: string, login_password: string) {
  const uploads_dir = mkdtempSync(path.join(tmpdir(), 'coassent-bench-'));
  const onFailure = (what: string, error: unknown): never => {
    throw new Error(what, { cause: error });
  };
  const serving = await serve({
    store: { db, url, login_password },
    port: 0,
    settingFor: (port) => readSetting({ env: {}, host: '127.0.0.1', port, data_dir: uploads_dir }),
    owner_token: randomUUID(),
    web_dir: null,
    uploads_dir,
    files_dir: uploads_dir,
    onFailure,
  });
  const close = async () => {
    await serving.close();
    rmSync(uploads_dir, { recursive: true, force: true });
  };
  return { port: Number(new URL(serving.url).port), close };
}
