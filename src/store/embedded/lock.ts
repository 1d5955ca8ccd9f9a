import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { errorCode, StoreFailure } from '../failure.ts';
import { processRun } from './process.ts';

/** Who holds a data folder: a process, told apart from a later one of the same number by `run`. */
interface Holder {
  pid: number;
  run: string | null;
  address: string | null;
}

/** A data folder that belongs to this process until `release`. */
export interface FolderLock {
  release(): void;
}

function readHolder(file: string): Holder | undefined {
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8')) as Holder;
    return typeof holder.pid === 'number' ? holder : undefined;
  } catch {
    return undefined;
  }
}

function isLive(holder: Holder | undefined): holder is Holder {
  return holder !== undefined && holder.run !== null && processRun(holder.pid) === holder.run;
}

/** The live process that has a data folder; undefined where none has. */
export function holderOf(folder: string): { pid: number; address: string | null } | undefined {
  const holder = readHolder(path.join(folder, 'coassent.lock'));
  return isLive(holder) ? holder : undefined;
}

function refusal(folder: string, holder: Holder): StoreFailure {
  const where = holder.address === null ? '' : ` at ${holder.address}`;
  return new StoreFailure(
    'embedded.already_running',
    `Coassent already runs on the data folder ${folder}: process ${holder.pid}${where}. ` +
      'Use that one, stop it first, or choose another folder with --data.',
  );
}

/**
 * Takes the data folder for this process, or fails with `embedded.already_running` and says who has it.
 * A lock whose process is gone is taken over. `address` is what a second start is told ("http://127.0.0.1:4400").
 */
export function lockFolder(folder: string, address: string | undefined): FolderLock {
  const lock = path.join(folder, 'coassent.lock');
  const own = `${lock}.${process.pid}`;
  const aside = `${own}.stale`;
  const text = JSON.stringify({ pid: process.pid, run: processRun(process.pid), address: address ?? null });
  // Written aside and linked into place: the lock appears whole or not at all.
  writeFileSync(own, text, { mode: 0o600 });
  try {
    for (;;) {
      try {
        linkSync(own, lock);
        return { release: () => readFileIs(lock, text) && rmSync(lock, { force: true }) };
      } catch (error) {
        if (errorCode(error) !== 'EEXIST') throw error;
      }
      const holder = readHolder(lock);
      if (isLive(holder)) throw refusal(folder, holder);
      moveAside(lock, aside);
    }
  } finally {
    rmSync(own, { force: true });
  }
}

function readFileIs(file: string, text: string): boolean {
  try {
    return readFileSync(file, 'utf8') === text;
  } catch {
    return false;
  }
}

/** Of several starts that found the same dead lock one moves it away; a live one that slipped in is put back. */
function moveAside(lock: string, aside: string): void {
  try {
    renameSync(lock, aside);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw error;
  }
  if (isLive(readHolder(aside))) linkSync(aside, lock);
  rmSync(aside, { force: true });
}
