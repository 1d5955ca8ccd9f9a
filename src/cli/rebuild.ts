import type { Command } from 'commander';
import { type RebuildReport, rebuild } from '../store/rebuild.ts';
import { listWorkspaces } from '../store/workspace.ts';
import { actingScope } from './acting.ts';
import { withStore } from './open.ts';
import { type DataOptions, withData } from './options.ts';
import { note, printJson, printLines, progressBar } from './output.ts';

interface RebuildOptions extends DataOptions {
  workspace?: string;
}

export function addRebuild(program: Command): void {
  withData(program.command('rebuild'))
    .summary('Fold everything anew from the ledger, and say what differed.')
    .description(
      'Empties the rows that screens read and folds them again from the ledger. Nothing may change by that: what does was\n' +
        'tampered with, is told, and makes the exit code 1.',
    )
    .option('--workspace <id>', 'one workspace only')
    .addHelpText('after', '\nExamples:\n  coassent rebuild\n  coassent rebuild --workspace own --json')
    .action(runRebuild);
}

async function runRebuild(options: RebuildOptions): Promise<void> {
  const reports = await withStore({ data: options.data, beside: true, onProgress: note }, async ({ db }) => {
    if (options.workspace !== undefined) await actingScope(db, options.workspace, undefined);
    const all = (await listWorkspaces(db)).map(({ workspace_id }) => workspace_id);
    const done: RebuildReport[] = [];
    for (const workspace_id of options.workspace === undefined ? all : [options.workspace]) {
      const bar = progressBar();
      const tell = (folded: number, of: number) => bar.update(of === 0 ? 1 : folded / of, workspace_id);
      done.push(await rebuild(db, workspace_id, new Date().toISOString(), tell).finally(() => bar.stop()));
    }
    return done;
  });
  if (reports.some(({ tampered, broken_streams }) => tampered.length + broken_streams.length > 0)) process.exitCode = 1;
  if (options.json === true) printJson({ workspaces: reports });
  else printLines(reports.flatMap(reportLines));
}

/** So many are told one by one; `--json` has all. */
const TOLD = 20;

function reportLines({ workspace_id, purchases, tampered, broken_streams }: RebuildReport): string[] {
  const found = tampered.length + broken_streams.length;
  const beyond = Math.max(0, tampered.length - TOLD);
  return [
    `${workspace_id}: ${purchases} purchases folded anew, ${found === 0 ? 'nothing differed' : `${found} differed`}`,
    ...tampered
      .slice(0, TOLD)
      .map(
        ({ table, view, purchase_id, columns }) => `  ${table} of ${purchase_id} (${view} view): ${columns.join(', ')}`,
      ),
    ...(beyond > 0 ? [`  … and ${beyond} more; --json has all`] : []),
    ...broken_streams.map(
      (stream) => `  the ledger of ${stream} has gaps: events were taken out or put in from outside`,
    ),
  ];
}
