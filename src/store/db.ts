import {
  type ClientBase,
  escapeLiteral,
  Pool,
  type PoolClient,
  type PoolConfig,
  type QueryConfig,
  type QueryResultRow,
  types,
} from 'pg';
import { errorCode, StoreFailure } from './failure.ts';
import { login_role, type WorkingRole } from './roles.ts';

/** Connections to one database. Each pool connects when it is first used. */
export interface Db {
  /** As the owner: migrations, rebuild, backup. Row-level security does not hold it. */
  owner: Pool;
  /**
   * As the application, which may do nothing outside `transactionAs`. Queries are pipelined: those sent without waiting
   * for each other share one round trip and run in order.
   */
  app: Pool;
  /** As the application too, but for `COPY` and cursors, which cannot be pipelined. */
  bulk: Pool;
  /** As Postgres counts: 150004 is 15.4. */
  server_version: number;
  close(): Promise<void>;
}

export interface ConnectOptions {
  /** `postgresql://…` of the owner. */
  url: string;
  /** The password of `coassent_login`; without it the application uses the owner's login and gives its rights away. */
  login_password?: string;
  /** A connection that nobody was using broke; the pool replaces it. */
  onError?: (error: Error) => void;
}

const oldest_server = 150_000;

/**
 * Opens the pools of a database and checks that its server can be used.
 * Fails with `db.bad_url`, `db.unreachable`, `db.login_refused`, `db.no_database` or `db.server_too_old`.
 */
export async function connect(options: ConnectOptions): Promise<Db> {
  const app_url = applicationUrl(options);
  const open = (url: string, config: PoolConfig) => {
    const pool = new Pool({ connectionString: url, application_name: 'coassent', types: our_types, ...config });
    pool.on('error', (error) => options.onError?.(error));
    return pool;
  };
  // Together with the queue's own they stay below the 40 connections of the embedded server.
  const owner = open(options.url, { max: 4 });
  const app = open(app_url, { max: 16, pipeline: true });
  const bulk = open(app_url, { max: 4 });
  const close = async () => {
    await Promise.all([owner.end(), app.end(), bulk.end()]);
  };
  try {
    return { owner, app, bulk, server_version: await checkServer(owner), close };
  } catch (error) {
    await close();
    throw connectionFailure(options.url, error);
  }
}

async function checkServer(owner: Pool): Promise<number> {
  const answer = await owner.query<{ version: string }>(`select current_setting('server_version_num') as version`);
  const version = Number(answer.rows[0]?.version);
  if (version >= oldest_server) return version;
  throw new StoreFailure(
    'db.server_too_old',
    `The Postgres server has version ${Math.floor(version / 10_000)}; Coassent needs 15 or newer.`,
  );
}

function parseUrl(url: string): URL {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed?.protocol === 'postgres:' || parsed?.protocol === 'postgresql:') return parsed;
  throw new StoreFailure(
    'db.bad_url',
    'DATABASE_URL is not the address of a Postgres server. It looks like postgresql://user:password@host:5432/database.',
  );
}

/** With a password the application logs in as itself; else its sessions start, and reset to, its powerless role. */
const applicationUrl = (options: ConnectOptions): string =>
  urlFor(options, options.login_password === undefined ? `-c role=${login_role}` : null);

/** How the account library connects: as the role of identities, which can read nothing of any workspace. */
export const identityUrl = (options: ConnectOptions): string =>
  urlFor(options, '-c role=coassent_identity -c search_path=identity');

function urlFor(options: ConnectOptions, settings: string | null): string {
  const url = parseUrl(options.url);
  if (options.login_password !== undefined) {
    url.username = login_role;
    url.password = options.login_password;
  }
  if (settings !== null) {
    const given = url.searchParams.get('options');
    url.searchParams.set('options', `${given === null ? '' : `${given} `}${settings}`);
  }
  return url.toString();
}

/** Names the server without its password. */
function connectionFailure(url: string, error: unknown): unknown {
  const { hostname, port, pathname } = new URL(url);
  const server = `${hostname}${port === '' ? '' : `:${port}`}`;
  switch (errorCode(error)) {
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENOENT':
    case 'EAI_AGAIN':
      return new StoreFailure(
        'db.unreachable',
        `No Postgres server answers at ${server}. Check that it runs and that DATABASE_URL names it.`,
        error,
      );
    case '28000':
    case '28P01':
      return new StoreFailure(
        'db.login_refused',
        `The Postgres server at ${server} refuses the user or the password. Check DATABASE_URL.`,
        error,
      );
    case '3D000':
      return new StoreFailure(
        'db.no_database',
        `The Postgres server at ${server} has no database "${pathname.slice(1)}". Create it, or correct DATABASE_URL.`,
        error,
      );
    default:
      return error;
  }
}

const int8_oid = 20;
const date_oid = 1082;

/**
 * 64-bit integers become numbers (an amount or count beyond 2^53 is an error, not a rounding) and days stay text:
 * a day has no zone, and a Date would put it at midnight of the server's.
 */
const our_types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === int8_oid && format !== 'binary') return exactNumber;
    if (oid === date_oid && format !== 'binary') return (text: string) => text;
    return types.getTypeParser(oid, format);
  },
};

function exactNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new StoreFailure('db.number_too_large', `${text} is too large to be exact.`);
  return value;
}

/** In whose name a transaction reads and writes; row-level security compares rows with it. */
export interface Scope {
  role: WorkingRole;
  workspace_id: string;
  /** Null where the program acts on nobody's behalf. */
  person_id: string | null;
  /** The zones that may be read: `shared`, and at most one side's own. */
  zones: readonly string[];
  /** The purchases that may be read and written; null for all of the workspace. */
  purchases: readonly string[] | null;
  /** From when on the buyer zone of the ledger may be read; null from its beginning. */
  reach: string | null;
}

/** Between the ids of `coassent.purchases`; no id may hold it. */
const separator = '\x1f';

const purchasesSetting = (purchases: readonly string[] | null): string => {
  if (purchases === null) return '*';
  if (purchases.some((id) => id === '*' || id.includes(separator))) {
    throw new StoreFailure('db.bad_purchase', 'The id of a purchase cannot be that. Choose another.');
  }
  return purchases.join(separator);
};

/**
 * Opens a transaction in a scope, in one round trip. `SET LOCAL` ends with the transaction, and Citus carries it to its
 * workers (`citus.propagate_set_commands`), which it does not do for `set_config`.
 */
export async function begin(client: ClientBase, scope: Scope): Promise<void> {
  for (const zone of scope.zones) {
    if (!/^[a-z_]+$/.test(zone)) throw new StoreFailure('db.bad_zone', `"${zone}" is not the name of a zone.`);
  }
  await client.query(`begin; ${settingsOf(scope)}`);
}

/** What holds an open transaction to a scope: everything that a policy asks for, and the role. */
export const settingsOf = (scope: Scope): string =>
  `set local coassent.workspace = ${escapeLiteral(scope.workspace_id)}; ` +
  `set local coassent.person = ${escapeLiteral(scope.person_id ?? '')}; ` +
  `set local coassent.zones = ${escapeLiteral(scope.zones.join(','))}; ` +
  `set local coassent.purchases = ${escapeLiteral(purchasesSetting(scope.purchases))}; ` +
  `set local coassent.reach = ${escapeLiteral(scope.reach ?? '-infinity')}; set local role ${scope.role}`;

/** Lends a connection to `fn`; one that broke is thrown away instead of going back to the pool. */
export async function withClient<T>(pool: Pool, fn: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const onError = (error: Error) => {
    broken = error;
  };
  client.on('error', onError);
  try {
    return await fn(client);
  } finally {
    client.off('error', onError);
    // A transaction that is still open here must not reach the next borrower.
    client.release(broken ?? client.getTransactionStatus() !== 'I');
  }
}

/** Runs `fn` in one transaction: all of it is stored when this resolves, nothing when it rejects. */
export function transaction<T>(pool: Pool, fn: (client: PoolClient) => Promise<T>): Promise<T> {
  return inTransaction(pool, (client) => client.query('begin'), fn);
}

/** `transaction` in a scope. On a pipelined pool the opening travels with the first query. */
export function transactionAs<T>(pool: Pool, scope: Scope, fn: (client: PoolClient) => Promise<T>): Promise<T> {
  return inTransaction(pool, (client) => begin(client, scope), fn);
}

/** `transactionAs` for a single query that only reads: opened, asked and closed in one round trip. */
export function readAs<R extends QueryResultRow>(pool: Pool, scope: Scope, query: QueryConfig): Promise<R[]> {
  return withClient(pool, async (client) => {
    sendTogether(client);
    const sent = [begin(client, scope), client.query<R>(query), client.query('commit')] as const;
    const [opened, asked, closed] = await Promise.allSettled(sent);
    // What failed first is why; Postgres refuses what follows it, and closing undoes it.
    for (const one of [opened, asked, closed]) if (one.status === 'rejected') throw one.reason;
    return asked.status === 'fulfilled' ? asked.value.rows : [];
  });
}

/** What is asked of a pipelined connection from now until the program waits for something leaves in one packet. */
export function sendTogether(client: PoolClient): void {
  if (!client.pipeline) return;
  const { stream } = client.connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

function inTransaction<T>(
  pool: Pool,
  open: (client: PoolClient) => Promise<unknown>,
  fn: (client: PoolClient) => Promise<T>,
): Promise<T> {
  return withClient(pool, async (client) => {
    try {
      sendTogether(client);
      const opened = open(client);
      // When the opening fails, Postgres refuses what follows it, so nothing has to wait for its answer.
      opened.catch(() => undefined);
      if (!client.pipeline) await opened;
      const result = await fn(client);
      await opened;
      const end = await client.query('commit');
      if (end.command === 'COMMIT') return result;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    }
    // Postgres answers COMMIT with ROLLBACK when a statement failed and its error was caught inside `fn`.
    throw new StoreFailure('db.rolled_back', 'A statement of the transaction had failed, so nothing was stored.');
  });
}
