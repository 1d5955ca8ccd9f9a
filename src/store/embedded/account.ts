import { spawnSync } from 'node:child_process';
import { lstatSync } from 'node:fs';
import { StoreFailure } from '../failure.ts';

/** The user of the operating system that Postgres runs as. */
export interface OsAccount {
  uid: number;
  gid: number;
  name: string;
}

const own_name = 'coassent';
const known_names = [own_name, 'postgres', '_postgres'];

function idOf(name: string): OsAccount | undefined {
  const ask = (flag: string) => {
    const answer = spawnSync('id', [flag, name], { encoding: 'utf8' });
    return answer.status === 0 ? Number.parseInt(answer.stdout, 10) : Number.NaN;
  };
  const uid = ask('-u');
  const gid = ask('-g');
  return Number.isNaN(uid) || Number.isNaN(gid) || uid === 0 ? undefined : { uid, gid, name };
}

/** Makes a user without password, home or shell, with whichever of the two usual programs the machine has. */
function makeAccount(): OsAccount {
  const home = ['--home-dir', '/nonexistent', '--no-create-home', '--shell', '/usr/sbin/nologin'];
  spawnSync('useradd', ['--system', '--user-group', ...home, own_name]);
  const made = idOf(own_name);
  if (made !== undefined) return made;
  spawnSync('adduser', ['-S', '-D', '-H', '-s', '/sbin/nologin', own_name]);
  const second = idOf(own_name);
  if (second !== undefined) return second;
  throw new StoreFailure(
    'embedded.no_account',
    'Postgres does not run as root, and no other user could be made for it. ' +
      'Start Coassent as an ordinary user, make a user named "coassent" first, or set DATABASE_URL.',
  );
}

/**
 * Who Postgres runs as: undefined means as we are. Only root has to become somebody else, and then the owner of an
 * existing cluster stays its owner; a new one goes to the first known user, which is made where there is none.
 * Fails with `embedded.folder_other_owner` when an ordinary user is given somebody else's cluster.
 */
export function accountFor(cluster: string): OsAccount | undefined {
  const our_uid = process.getuid?.();
  if (our_uid === undefined) return undefined;
  const owner = lstatSync(cluster, { throwIfNoEntry: false });
  if (our_uid !== 0) {
    if (owner === undefined || owner.uid === our_uid) return undefined;
    throw new StoreFailure(
      'embedded.folder_other_owner',
      `The database in ${cluster} belongs to another user (number ${owner.uid}). ` +
        'Start Coassent as that user or as root, or choose another folder with --data.',
    );
  }
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid, name: `user ${owner.uid}` };
  for (const name of known_names) {
    const account = idOf(name);
    if (account !== undefined) return account;
  }
  return makeAccount();
}

/** Whether `account` can enter `folder`: asked of the system itself, so access lists and mounts count too. */
export function canEnter(folder: string, account: OsAccount): boolean {
  const answer = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], {
    cwd: '/',
    uid: account.uid,
    gid: account.gid,
    stdio: 'ignore',
  });
  return answer.status === 0;
}
