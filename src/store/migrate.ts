import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ClientBase, Pool } from 'pg';
import { withClient } from './db.ts';
import { errorCode, StoreFailure } from './failure.ts';
import { ensureRoles } from './roles.ts';

/** One numbered file of SQL. Once released it never changes; a mistake is mended by the next number. */
interface Migration {
  number: number;
  name: string;
  sql: string;
  checksum: string;
}

/** A migration that this database has been through. */
interface Applied {
  number: number;
  name: string;
  checksum: string;
}

export interface MigrateOptions {
  /** The folder of `0001_name.sql` files; the program's own where not given. */
  folder?: string;
  /** See `ensureRoles`. */
  login_password?: string;
  /** Told before each migration. */
  onProgress?: (sentence: string) => void;
}

/** Beside this file in the sources, beside the bundle in the package. */
const own_folder = fileURLToPath(new URL('./migrations/', import.meta.url));

/** Any constant will do, so long as nothing else of ours in the same database uses it. */
const lock_key = 4_400_001;

/**
 * Brings the database up to this program and returns the names of the migrations that were applied now. Safe to run
 * twice at once: the second waits, then finds nothing to do. Each migration is stored wholly or not at all.
 * Fails with `migrate.database_newer`, `migrate.changed`, `migrate.failed`, `migrate.not_allowed`, `migrate.bad_folder`
 * or what `ensureRoles` fails with.
 */
export function migrate(owner: Pool, options: MigrateOptions = {}): Promise<string[]> {
  const migrations = readMigrations(options.folder ?? own_folder);
  return withClient(owner, async (client) => {
    await client.query('select pg_advisory_lock($1)', [lock_key]);
    try {
      await ensureRoles(client, options.login_password);
      const applied = await readApplied(client);
      check(migrations, applied);
      const missing = migrations.slice(applied.length);
      for (const migration of missing) {
        options.onProgress?.(`Preparing the database: ${migration.name}`);
        await apply(client, migration);
      }
      return missing.map((migration) => migration.name);
    } finally {
      await client.query('select pg_advisory_unlock($1)', [lock_key]).catch(() => undefined);
    }
  });
}

function readMigrations(folder: string): Migration[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.sql'));
  return files.sort().map((file, index) => {
    const number = index + 1;
    if (!file.startsWith(`${String(number).padStart(4, '0')}_`)) {
      throw new StoreFailure(
        'migrate.bad_folder',
        `${path.join(folder, file)} should have the number ${number}: migrations count up from 0001 without gaps.`,
      );
    }
    // A checkout may have turned line ends; that is no change.
    const sql = readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n');
    const checksum = createHash('sha256').update(sql).digest('hex');
    return { number, name: file.slice(0, -'.sql'.length), sql, checksum };
  });
}

async function readApplied(client: ClientBase): Promise<Applied[]> {
  try {
    await client.query(
      `create table if not exists schema_migration (
        number integer primary key, name text not null, checksum text not null,
        applied_at timestamptz not null default now())`,
    );
  } catch (error) {
    throw errorCode(error) === '42501' ? notAllowed(error) : error;
  }
  const found = await client.query<Applied>('select number, name, checksum from schema_migration order by number');
  return found.rows;
}

function check(migrations: Migration[], applied: Applied[]): void {
  const newest = applied.at(-1);
  const known = migrations.at(-1);
  if (newest !== undefined && newest.number > migrations.length) {
    throw new StoreFailure(
      'migrate.database_newer',
      `This database was prepared by a newer Coassent (${newest.name}) than this one (${known?.name ?? 'none'}). ` +
        'Start the newer program, or restore a backup of before into an empty folder.',
    );
  }
  for (const [index, was] of applied.entries()) {
    const is = migrations[index];
    if (is?.checksum === was.checksum && is.number === was.number) continue;
    throw new StoreFailure(
      'migrate.changed',
      `The migration ${was.name} is not the one this database went through. ` +
        'Put that file back as it was, and write what is to change into a new migration.',
    );
  }
}

async function apply(client: ClientBase, migration: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(migration.sql);
    await client.query('insert into schema_migration (number, name, checksum) values ($1, $2, $3)', [
      migration.number,
      migration.name,
      migration.checksum,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    if (errorCode(error) === '42501') throw notAllowed(error);
    throw new StoreFailure(
      'migrate.failed',
      `The migration ${migration.name} failed and was undone: ${error instanceof Error ? error.message : String(error)}`,
      error,
    );
  }
}

function notAllowed(cause: unknown): StoreFailure {
  return new StoreFailure(
    'migrate.not_allowed',
    'The user of DATABASE_URL may not create tables in this database. ' +
      'Make it the owner: alter database NAME owner to USER;',
    cause,
  );
}
