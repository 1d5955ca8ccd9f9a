import type { Cause, Interval, Job } from '../core/state.ts';
import type { Folded } from './folded.ts';
import { replacing, type Table, type TextRow } from './table.ts';

export const intervalTable: Table = {
  name: 'job_interval',
  columns: [
    ['workspace_id', 'text'],
    ['view', 'text'],
    ['purchase_id', 'text'],
    ['kind', 'text'],
    ['about', 'text'],
    ['n', 'smallint'],
    ['from_at', 'timestamptz'],
    ['to_at', 'timestamptz'],
    ['cause', 'json'],
  ],
};

export const replaceInterval = replacing(intervalTable, ['workspace_id', 'view', 'purchase_id', 'kind', 'about', 'n']);

/** When what was so in a purchase: its jobs complete or indicated, all held, how it had ended. Rows of `intervalTable`. */
export function intervalRows(workspace_id: string, folded: Folded): TextRow[] {
  const { state, outcomes } = folded;
  const rows: TextRow[] = [];
  const counts = new Map<string, number>();
  const add = (kind: string, about: string, from: string, to: string | null, cause: Cause | null): void => {
    const key = `${kind} ${about}`;
    const n = (counts.get(key) ?? 0) + 1;
    counts.set(key, n);
    const ended = cause === null ? null : JSON.stringify(cause);
    rows.push([workspace_id, state.view, state.purchase_id, kind, about, String(n), from, to, ended]);
  };
  const addAll = (kind: string, about: string, intervals: readonly Interval[]): void => {
    for (const { from, to, ended } of intervals) add(kind, about, from, to, ended);
  };
  const addJob = (job: Job): void => {
    addAll('complete', job.job_id, job.complete);
    addAll('indicated', job.job_id, job.indicated.intervals);
  };
  for (const job of state.removed_jobs) addJob(job);
  for (const job of state.jobs) addJob(job);
  addAll('held', '', state.held);
  for (const { outcome, from, to } of outcomes) add('outcome', outcome, from, to, null);
  return rows;
}

/** What has to be written and deleted to get from the rows stored to the rows that should be. */
export function intervalChanges(before: readonly TextRow[], after: readonly TextRow[]) {
  const keyOf = (row: TextRow): string => row.slice(1, 6).join('\t');
  const old = new Map(before.map((row) => [keyOf(row), row]));
  const written: TextRow[] = [];
  for (const row of after) {
    const was = old.get(keyOf(row));
    old.delete(keyOf(row));
    if (was === undefined || was.some((value, column) => value !== row[column])) written.push(row);
  }
  return { written, deleted: [...old.values()] };
}
