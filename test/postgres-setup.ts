import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { connect } from '../src/store/db.ts';
import { type Embedded, startEmbedded } from '../src/store/embedded.ts';
import { migrate } from '../src/store/migrate.ts';

/** What a test needs to make databases of its own in the server of this run. */
export interface TestServer {
  url: string;
  login_password: string;
}

/** The database that every `freshDatabase` is copied from: migrated once, and nobody stays connected to it. */
export const template_name = 'coassent_template';

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: TestServer;
  }
}

/** One server for all projects of a run, and one more where the project asks for the system's Postgres. */
const running = new Map<string, { server: Promise<Embedded>; folder: string; users: number }>();

/**
 * Vitest's global set-up of the projects that need a database. The server syncs nothing to disk, which no test can tell
 * from one that does, short of pulling the plug; the crash tests start their own, which sync.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const binaries = project.name === 'store-system' ? systemBinaries() : undefined;
  const key = binaries ?? 'embedded';
  const entry = running.get(key) ?? { ...start(binaries), users: 0 };
  running.set(key, entry);
  entry.users += 1;
  const { url, login_password } = await entry.server;
  project.provide('postgres', { url, login_password });
  return async () => {
    entry.users -= 1;
    if (entry.users > 0) return;
    running.delete(key);
    const server = await entry.server;
    await server.stop();
    rmSync(path.dirname(server.cluster), { recursive: true, force: true });
    rmSync(entry.folder, { recursive: true, force: true });
  };
}

function start(binaries: string | undefined): { server: Promise<Embedded>; folder: string } {
  const folder = mkdtempSync(path.join(tmpdir(), 'coassent-test-'));
  return { folder, server: startServer(folder, binaries) };
}

async function startServer(dir: string, binaries: string | undefined): Promise<Embedded> {
  const settings = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '200' };
  const server = await startEmbedded({ dir, settings, ...(binaries === undefined ? {} : { binaries }) });
  try {
    await makeTemplate(server);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return server;
}

async function makeTemplate(server: Embedded): Promise<void> {
  const { login_password } = server;
  const first = await connect({ url: server.url, login_password });
  await first.owner.query(`create database ${template_name}`);
  await first.close();
  const url = new URL(server.url);
  url.pathname = `/${template_name}`;
  const template = await connect({ url: url.toString(), login_password });
  try {
    await migrate(template.owner, { login_password });
  } finally {
    await template.close();
  }
}

/** The programs of the newest Postgres that the machine itself has, where that is 15 or newer. */
export function systemBinaries(): string | undefined {
  const root = '/usr/lib/postgresql';
  if (!existsSync(root)) return undefined;
  const versions = readdirSync(root).map(Number);
  const newest = Math.max(0, ...versions.filter((version) => version >= 15));
  const folder = path.join(root, String(newest), 'bin');
  return existsSync(path.join(folder, 'initdb')) ? folder : undefined;
}
