import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import type { Zone } from '../../core/zone.ts';

/** Where the bytes of a file stand: its workspace first, and apart by purchase and zone. */
export interface BytesKey {
  workspace_id: string;
  purchase_id: string;
  zone: Zone;
  sha256: string;
}

/** Keeps bytes by what they are. Who may read them is asked before; it knows nobody. */
export interface FileBytes {
  /** Where what is coming in is written first. */
  incoming_dir: string;
  /** Takes over a file that is complete; it is gone from where it was. */
  keep: (key: BytesKey, file: string) => Promise<void>;
  /** Null where there are none. */
  read: (key: BytesKey) => Promise<Readable | null>;
  remove: (key: BytesKey) => Promise<void>;
}

/** A path of letters and digits alone, whatever ids people chose. */
export const pathOf = ({ workspace_id, purchase_id, zone, sha256 }: BytesKey): string =>
  [plain(workspace_id), plain(purchase_id), zone, sha256].join('/');

const plain = (id: string): string => createHash('sha256').update(id).digest('hex').slice(0, 32);

/** Bytes in a folder of this machine. */
export function localBytes(dir: string): FileBytes {
  const at = (key: BytesKey): string => path.join(dir, pathOf(key));
  return {
    incoming_dir: path.join(dir, 'incoming'),
    keep: async (key, file) => {
      await mkdir(path.dirname(at(key)), { recursive: true, mode: 0o700 });
      await rename(file, at(key));
    },
    read: async (key) => {
      const handle = await open(at(key), 'r').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      });
      return handle === null ? null : createReadStream('', { fd: handle });
    },
    remove: (key) => rm(at(key), { force: true }),
  };
}
