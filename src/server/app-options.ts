import type { Db } from '../store/db.ts';
import type { Live } from '../store/live.ts';
import type { Accounts } from './accounts.ts';
import type { FileBytes } from './files/bytes.ts';
import type { ImportQueue } from './import-queue.ts';
import type { Limits } from './limits.ts';
import type { Mailer } from './mail/mailer.ts';
import type { Outgoing } from './outgoing.ts';
import type { Setting } from './setting.ts';

/** What the HTTP server is made of. */
export interface AppOptions {
  db: Db;
  live: Live;
  imports: ImportQueue;
  mailer: Mailer;
  accounts: Accounts;
  /** Asks addresses that people gave. */
  outgoing: Outgoing;
  setting: Setting;
  /** What shows that a request comes from who runs this machine. */
  owner_token: string;
  limits: Limits;
  /** Where uploaded files are kept until they are imported. */
  uploads_dir: string;
  /** The bytes of the files of purchases. */
  files: FileBytes;
  /** The built web client; without it only the API answers. */
  web_dir: string | null;
  /** Every failure that nobody foresaw, with what was asked for; holds no content of a purchase. */
  onFailure: (what: string, error: unknown) => void;
}
