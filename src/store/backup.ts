import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Transform, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { ClientBase, PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { placesIn, writeFile } from './backup-files.ts';
import { type Db, withClient } from './db.ts';

/*
 * A backup is one gzip file of lines:
 *
 *   {"coassent_backup":1,"made_at":...,"migrations":[...]}
 *   {"table":"event","columns":[...]}
 *   one line of COPY's text for each row
 *   \.
 *   {"rows":292831,"sha256":"..."}          of the lines between
 *   ... the next table ...
 *   {"file":"9f…/c4…/shared/b1…"}
 *   its bytes as lines of base64
 *   \.
 *   {"bytes":48213,"sha256":"..."}
 *   ... the next file ...
 *   {"tables":15,"files":3}
 */

export interface BackupReport {
  tables: Record<string, number>;
  files: number;
  bytes: number;
}

export interface BackupOptions {
  /** The folder in which the bytes of files stand; nothing is amiss where there is none. */
  files_dir: string;
  onProgress?: (table: string) => void;
}

interface Head {
  coassent_backup: number;
  made_at: string;
  migrations: string[];
}

/**
 * Writes everything into one file, as it is at one moment; others go on writing meanwhile. The file is there whole or not
 * at all.
 * @param now the clock, ISO 8601
 */
export async function backup(
  db: Db,
  file: string,
  now: string,
  { files_dir, onProgress }: BackupOptions,
): Promise<BackupReport> {
  const making = `${file}.part`;
  const tables: Record<string, number> = {};
  const gzip = createGzip({ level: 6 });
  try {
    const written = pipeline(gzip, createWriteStream(making, { mode: 0o600 }));
    written.catch(() => undefined);
    await withClient(db.owner, async (client) => {
      await client.query('begin isolation level repeatable read read only');
      const head: Head = { coassent_backup: 1, made_at: now, migrations: await migrationsOf(client) };
      writeLine(gzip, head);
      for (const { name, columns } of await tablesOf(client)) {
        onProgress?.(name);
        tables[name] = await writeTable(client, gzip, name, columns);
      }
      await client.query('commit');
    });
    // Bytes are kept before the ledger names them, so those of the moment above are all there by now.
    const files = await writeFiles(gzip, files_dir, onProgress);
    writeLine(gzip, { tables: Object.keys(tables).length, files });
    gzip.end();
    await written;
    const bytes = await sync(making);
    await rename(making, file);
    return { tables, files, bytes };
  } catch (error) {
    gzip.destroy();
    await rm(making, { force: true });
    throw error;
  }
}

async function writeFiles(out: Writable, dir: string, onProgress: BackupOptions['onProgress']): Promise<number> {
  let files = 0;
  for (const place of await placesIn(dir)) {
    onProgress?.('files');
    const written = await writeFile(out, dir, place, () => writeLine(out, { file: place }));
    if (written === null) continue;
    out.write('\\.\n');
    writeLine(out, written);
    files++;
  }
  return files;
}

const writeLine = (out: Writable, line: unknown): boolean => out.write(`${JSON.stringify(line)}\n`);

async function sync(file: string): Promise<number> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
    return (await handle.stat()).size;
  } finally {
    await handle.close();
  }
}

/** The migrations that a database has been through, with their checksums. */
export async function migrationsOf(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ migration: string }>(
    `select name || ' ' || checksum as migration from schema_migration order by number`,
  );
  return rows.map((row) => row.migration);
}

/** A table with its columns in their order. */
export interface BackedUp {
  name: string;
  columns: string[];
}

/** All tables of ours, those that others refer to first; names and columns are quoted where they need it. */
export async function tablesOf(client: ClientBase): Promise<BackedUp[]> {
  const { rows } = await client.query<BackedUp>(
    `select c.oid::regclass::text as name, array_agg(quote_ident(a.attname) order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace in ('public'::regnamespace, 'identity'::regnamespace) and c.relkind in ('r', 'p') and not c.relispartition
       and c.relname <> 'schema_migration'
     group by c.oid, c.relname
     order by exists (select 1 from pg_constraint k where k.conrelid = c.oid and k.contype = 'f'), 1`,
  );
  return rows;
}

async function writeTable(client: PoolClient, out: Writable, name: string, columns: string[]): Promise<number> {
  writeLine(out, { table: name, columns });
  const hash = createHash('sha256');
  let rows = 0;
  const source = client.query(copyTo(`copy ${name} (${columns.join(', ')}) to stdout`));
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) rows++;
      done(null, chunk);
    },
  });
  await pipeline(source, counted, async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      if (!out.write(chunk)) await new Promise((resolve) => out.once('drain', resolve));
    }
  });
  out.write('\\.\n');
  writeLine(out, { rows, sha256: hash.digest('hex') });
  return rows;
}
