import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, inject } from 'vitest';
import { connect, type Db } from '../src/store/db.ts';
import { template_name } from './postgres-setup.ts';

/** A database that belongs to one test file. */
export interface TestDatabase {
  db: Db;
  /** Connects as the owner. */
  url: string;
  login_password: string;
}

/**
 * A new, migrated, empty database, dropped after the file (or the `describe`) that called this. Call it at the top level,
 * where files may wait: `const { db } = await freshDatabase();`
 */
export function freshDatabase(): Promise<TestDatabase> {
  return makeDatabase(template_name);
}

/** As `freshDatabase`, but without a single migration. */
export function emptyDatabase(): Promise<TestDatabase> {
  return makeDatabase('template0');
}

async function makeDatabase(template: string): Promise<TestDatabase> {
  const server = inject('postgres');
  const name = `test_${randomBytes(8).toString('hex')}`;
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  let db: Db | undefined;
  afterAll(async () => {
    await db?.close();
    await asOwner(server.url, `drop database if exists ${name} with (force)`);
  });
  await asOwner(server.url, `create database ${name} template ${template}`);
  db = await connect({ url: url.toString(), login_password: server.login_password });
  return { db, url: url.toString(), login_password: server.login_password };
}

async function asOwner(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
