import { type AddressInfo, createServer } from 'node:net';
import type { Db } from '../store/db.ts';
import { startLive } from '../store/live.ts';
import { openAccounts } from './accounts.ts';
import { buildApp } from './app.ts';
import { openBytes } from './files/s3.ts';
import { ImportQueue } from './import-queue.ts';
import { LIMITS } from './limits.ts';
import { openMailer } from './mail/mailer.ts';
import { startNotices } from './notice/loop.ts';
import { openOutgoing } from './outgoing.ts';
import type { Setting } from './setting.ts';
import { startUpkeep } from './upkeep.ts';

export interface ServeOptions {
  store: { db: Db; url: string; login_password: string | undefined };
  /** Loopback, unless the setting says that others may come. */
  host?: string;
  /** 0 takes any free port. */
  port: number;
  /** What is set about this machine; told the port that was taken. */
  settingFor: (port: number) => Setting;
  /** What shows that a request comes from who runs this machine. */
  owner_token: string;
  web_dir: string | null;
  uploads_dir: string;
  /** Where files of purchases are kept, unless they are kept elsewhere. */
  files_dir: string;
  onFailure: (what: string, error: unknown) => void;
}

export interface Serving {
  url: string;
  close(): Promise<void>;
}

/**
 * Serves the web client and the API on the loopback interface, and goes on with imports that were interrupted.
 * Rejects with `EADDRINUSE` when the port is taken.
 */
export async function serve(options: ServeOptions): Promise<Serving> {
  const { store, host = '127.0.0.1', onFailure } = options;
  const live = await startLive(store.db, (error) => onFailure('live updates', error));
  const imports = new ImportQueue({ ...options, uploads_dir: options.uploads_dir });
  const port = options.port === 0 ? await freePort(host) : options.port;
  const setting = options.settingFor(port);
  const { smtp_url, mail_from: from } = setting;
  const mailer = openMailer({ db: store.db, smtp_url, from, onFailure });
  const accounts = await openAccounts({ ...store, setting, mailer, onFailure });
  const outgoing = openOutgoing(setting.outgoing_allow);
  const files = await openBytes(setting.files, options.files_dir);
  const parts = { db: store.db, live, imports, mailer, accounts, outgoing, setting, files, limits: LIMITS };
  const app = await buildApp({ ...options, ...parts });
  let stopUpkeep: (() => Promise<void>) | undefined;
  let stopNotices: (() => Promise<void>) | undefined;
  const close = async () => {
    await stopUpkeep?.();
    await stopNotices?.();
    await imports.close();
    // Streams never end by themselves.
    await live.close();
    await app.close();
    await accounts.close();
    await mailer.close();
  };
  try {
    await app.listen({ host, port });
  } catch (error) {
    await close();
    throw error;
  }
  imports.resume();
  stopUpkeep = startUpkeep(store.db, options.uploads_dir, onFailure);
  stopNotices = startNotices({ db: store.db, mailer, setting }, onFailure);
  return { url: setting.public_url, close };
}

/** Addresses in mails name the port, so it has to be known before anything is built. */
function freePort(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen({ host, port: 0 }, () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
