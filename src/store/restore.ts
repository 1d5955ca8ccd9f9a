import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { ClientBase, PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type BackedUp, type BackupOptions, migrationsOf, tablesOf } from './backup.ts';
import { FilesBack } from './backup-files.ts';
import { type Db, transaction } from './db.ts';
import { StoreFailure } from './failure.ts';

/**
 * Puts a backup into a database that has been migrated and is empty, and the bytes of its files into their folder, wholly or
 * not at all, checking each table's rows and each file's bytes.
 * Fails with `restore.not_empty`, `restore.not_a_backup`, `restore.damaged` or `restore.other_version`.
 */
export async function restore(
  db: Db,
  file: string,
  { files_dir, onProgress }: BackupOptions,
): Promise<{ tables: Record<string, number>; files: number }> {
  const files = new FilesBack(files_dir);
  try {
    const tables = await transaction(db.owner, async (client) => {
      const known = await tablesOf(client);
      await refuseFull(client, known);
      // An owner who is no superuser may otherwise not COPY into them; ends with the transaction.
      await alterAll(client, known, 'no force row level security');
      const restored = await readBackup({ client, file, known, files, onProgress });
      await alterAll(client, known, 'force row level security');
      // Bytes that no ledger names do no harm; a ledger that names bytes that are not there would.
      await files.keep();
      return restored;
    });
    await db.owner.query('analyze');
    return { tables, files: files.count };
  } catch (error) {
    await files.discard();
    throw error;
  }
}

type KnownTables = readonly BackedUp[];

async function alterAll(client: ClientBase, known: KnownTables, how: string): Promise<void> {
  await client.query(known.map(({ name }) => `alter table ${name} ${how}`).join('; '));
}

async function refuseFull(client: ClientBase, known: KnownTables): Promise<void> {
  for (const { name } of known) {
    const { rows } = await client.query(`select 1 from ${name} limit 1`);
    if (rows.length === 0) continue;
    throw new StoreFailure(
      'restore.not_empty',
      'This database already holds something, and a backup never overwrites. Restore into an empty folder or database.',
    );
  }
}

interface Reading {
  client: PoolClient;
  file: string;
  known: KnownTables;
  files: FilesBack;
  onProgress: ((table: string) => void) | undefined;
}

async function readBackup(reading: Reading): Promise<Record<string, number>> {
  const { file } = reading;
  const reader = new Reader(reading, await migrationsOf(reading.client));
  try {
    await pipeline(createReadStream(file), createGunzip(), reader);
  } catch (error) {
    if (error instanceof StoreFailure) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'Z_DATA_ERROR' && !reader.begun) throw notBackup(file);
    if (code?.startsWith('Z_') === true) throw damaged(file);
    if (code === 'ENOENT') {
      throw new StoreFailure('restore.not_a_backup', `There is no file ${file}. Name the backup to restore.`, error);
    }
    throw error;
  }
  return reader.tables;
}

const notBackup = (file: string): StoreFailure =>
  new StoreFailure('restore.not_a_backup', `${path.basename(file)} is not a backup of Coassent. Name one that is.`);

const damaged = (file: string): StoreFailure =>
  new StoreFailure(
    'restore.damaged',
    `${path.basename(file)} is damaged or cut short, and nothing of it was restored. Use another backup.`,
  );

const end_of_rows = Buffer.from('\\.\n');

/** Reads the lines of a backup: `head`, then for each table or file its name, its `rows` and their `count`, then the `end`. */
class Reader extends Writable {
  readonly tables: Record<string, number> = {};
  begun = false;
  readonly #reading: Reading;
  readonly #migrations: string[];
  #expects: 'head' | 'table' | 'rows' | 'count' | 'nothing' = 'head';
  #rest: Buffer = Buffer.alloc(0);
  #table = '';
  #rows = 0;
  #hash = createHash('sha256');
  #copy: Writable | null = null;
  /** What the rows are of. */
  #within: 'table' | 'file' = 'table';
  #sizes: { bytes: number; sha256: string } | null = null;

  constructor(reading: Reading, migrations: string[]) {
    super();
    this.#reading = reading;
    this.#migrations = migrations;
  }

  get #file(): string {
    return this.#reading.file;
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#take(chunk).then(() => done(), done);
  }

  override _final(done: (error?: Error | null) => void): void {
    done(this.#expects === 'nothing' && this.#rest.length === 0 ? null : damaged(this.#file));
  }

  /** A COPY that is not ended would keep the transaction from being undone. */
  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#copy?.destroy();
    done(error);
  }

  async #take(chunk: Buffer): Promise<void> {
    let data = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    for (;;) {
      if (this.#expects === 'rows') {
        const taken = await this.#takeRows(data);
        data = data.subarray(taken);
        if (this.#expects === 'rows') break;
      }
      const end = data.indexOf(10);
      if (end === -1) break;
      await this.#takeLine(data.subarray(0, end).toString('utf8'));
      data = data.subarray(end + 1);
    }
    this.#rest = Buffer.from(data);
  }

  /** Hands on whole lines up to the end of the rows. @returns how many bytes are dealt with */
  async #takeRows(data: Buffer): Promise<number> {
    let at = 0;
    for (;;) {
      const end = data.indexOf(10, at);
      if (end === -1) break;
      if (end - at === 2 && data.subarray(at, end + 1).equals(end_of_rows)) {
        await this.#copyRows(data.subarray(0, at));
        await this.#endRows();
        return end + 1;
      }
      this.#rows++;
      at = end + 1;
    }
    await this.#copyRows(data.subarray(0, at));
    return at;
  }

  async #copyRows(rows: Buffer): Promise<void> {
    if (rows.length === 0) return;
    if (this.#within === 'file') return this.#reading.files.write(rows);
    this.#hash.update(rows);
    // What waits to be sent may not be overwritten meanwhile.
    await this.#untilCopied((copy, done) => copy.write(Buffer.from(rows), done));
  }

  async #endRows(): Promise<void> {
    this.#expects = 'count';
    if (this.#within === 'file') {
      this.#sizes = await this.#reading.files.end();
      return;
    }
    await this.#untilCopied((copy, done) => copy.end(done));
    this.#copy = null;
  }

  /** Rows that Postgres refuses were changed after it wrote them. */
  async #untilCopied(send: (copy: Writable, done: (error?: Error | null) => void) => void): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const copy = this.#copy;
      if (copy === null) {
        reject(damaged(this.#file));
        return;
      }
      const onError = (): void => reject(damaged(this.#file));
      copy.once('error', onError);
      send(copy, (error) => {
        copy.off('error', onError);
        if (error) onError();
        else resolve();
      });
    });
  }

  async #takeLine(text: string): Promise<void> {
    const line = this.#parse(text);
    if (this.#expects === 'head') this.#takeHead(line);
    else if (this.#expects === 'table' && 'table' in line) this.#takeTable(line);
    else if (this.#expects === 'table' && 'file' in line) await this.#takeFile(line);
    else if (this.#expects === 'count') this.#takeCount(line);
    else if (this.#expects === 'table' && this.#isEnd(line)) this.#expects = 'nothing';
    else throw damaged(this.#file);
  }

  #parse(text: string): Record<string, unknown> {
    try {
      const value: unknown = JSON.parse(text);
      if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
    } catch {
      // Said below.
    }
    throw this.begun ? damaged(this.#file) : notBackup(this.#file);
  }

  #takeHead(line: Record<string, unknown>): void {
    if (line.coassent_backup !== 1) throw notBackup(this.#file);
    this.begun = true;
    if (JSON.stringify(line.migrations) !== JSON.stringify(this.#migrations)) {
      throw new StoreFailure(
        'restore.other_version',
        'This backup was made by another version of Coassent. Restore it with the version that made it, then update.',
      );
    }
    this.#expects = 'table';
  }

  /** Backups of before files were in them say nothing of files. */
  #isEnd(line: Record<string, unknown>): boolean {
    return line.tables === Object.keys(this.tables).length && (line.files ?? 0) === this.#reading.files.count;
  }

  async #takeFile(line: Record<string, unknown>): Promise<void> {
    this.#reading.onProgress?.('files');
    if (!(await this.#reading.files.begin(String(line.file)))) throw damaged(this.#file);
    this.#within = 'file';
    this.#expects = 'rows';
  }

  #takeTable(line: Record<string, unknown>): void {
    const known = this.#reading.known.find(({ name }) => name === line.table);
    if (known === undefined || JSON.stringify(known.columns) !== JSON.stringify(line.columns))
      throw damaged(this.#file);
    this.#reading.onProgress?.(known.name);
    this.#within = 'table';
    this.#table = known.name;
    this.#rows = 0;
    this.#hash = createHash('sha256');
    this.#copy = this.#reading.client.query(copyFrom(`copy ${known.name} (${known.columns.join(', ')}) from stdin`));
    this.#copy.on('error', () => {
      this.#copy = null;
    });
    this.#expects = 'rows';
  }

  #takeCount(line: Record<string, unknown>): void {
    this.#expects = 'table';
    if (this.#within === 'file') {
      if (line.bytes !== this.#sizes?.bytes || line.sha256 !== this.#sizes?.sha256) throw damaged(this.#file);
      return;
    }
    if (line.rows !== this.#rows || line.sha256 !== this.#hash.digest('hex')) throw damaged(this.#file);
    this.tables[this.#table] = this.#rows;
  }
}
