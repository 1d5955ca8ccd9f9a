import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readlinkSync } from 'node:fs';
import type { OsAccount } from './account.ts';

/** How a finished program ended: its exit code (null when killed) and the last of what it wrote. */
interface ProgramEnd {
  code: number | null;
  output: string;
}

/**
 * The surroundings of every Postgres program: nothing of ours (`PGOPTIONS`, `PGDATA`) leaks in, messages stay English so
 * that they can be recognised, and the working folder is one that any user can enter.
 */
export function surroundings(account: OsAccount | undefined) {
  return {
    cwd: '/',
    env: { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
    ...(account === undefined ? {} : { uid: account.uid, gid: account.gid }),
  };
}

/** Runs one of Postgres's programs to its end, as `account`. Never rejects: a program that cannot start ends with null. */
export function runProgram(file: string, args: string[], account: OsAccount | undefined): Promise<ProgramEnd> {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(file, args, { ...surroundings(account), stdio: ['ignore', 'pipe', 'pipe'] });
    const keep = (chunk: Buffer) => {
      output = (output + chunk.toString('utf8')).slice(-8000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve({ code: null, output: error.message }));
    child.on('close', (code) => resolve({ code, output: output.trim() }));
  });
}

/**
 * A text that names one run of one process: two processes that had the same number one after the other differ.
 * Null when no such process lives (a dead one that its parent has not asked about counts as dead).
 */
export function processRun(pid: number): string | null {
  if (existsSync('/proc/self/stat')) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The name in brackets may hold anything, so count the fields after it: state is the 1st, start time the 20th.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (fields[0] === 'Z' || fields[0] === 'X') return null;
      const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
      return `${boot}/${fields[19] ?? ''}`;
    } catch {
      return null;
    }
  }
  const asked = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', env: { LC_ALL: 'C' } });
  const started = asked.stdout?.trim() ?? '';
  return started === '' ? null : started;
}

/**
 * Whether process `pid` is a Postgres server that works in `cluster` (a server's working folder is its cluster).
 * `gone`: no such process; `other`: the number now belongs to something else; `unknown`: we may not look.
 */
export function serverOf(pid: number, cluster: string): 'this' | 'other' | 'gone' | 'unknown' {
  if (processRun(pid) === null) return 'gone';
  if (existsSync('/proc/self/stat')) {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === cluster ? 'this' : 'other';
    } catch {
      return processRun(pid) === null ? 'gone' : 'unknown';
    }
  }
  const asked = spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  return (asked.stdout ?? '').includes(cluster) ? 'this' : 'other';
}
