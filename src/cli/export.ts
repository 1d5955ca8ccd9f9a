import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { Command } from 'commander';
import { writeLine } from '../core/line.ts';
import { VIEWS } from '../core/zone.ts';
import { readLedger } from '../store/ledger.ts';
import { scopeOf } from '../store/scope.ts';
import { actingScope } from './acting.ts';
import { CommandFailure } from './failure.ts';
import { withStore } from './open.ts';
import { type DataOptions, withData } from './options.ts';
import { note, printJson } from './output.ts';
import { OWN_WORKSPACE } from './prepare.ts';

interface ExportOptions extends DataOptions {
  workspace: string;
  view: string;
  purchase?: string;
  out: string;
}

export function addExport(program: Command): void {
  withData(program.command('export'))
    .summary('Write everything of a workspace that one side may read, as JSON lines.')
    .description('Writes the ledger as one side may read it: what `fold` and `import` read back.')
    .option('--workspace <id>', 'of which workspace', OWN_WORKSPACE)
    .option('--view <side>', 'buyer or seller: what that side may read', 'seller')
    .option('--purchase <id>', 'one purchase only')
    .option('--out <file>', 'where to write; - for standard output', '-')
    .addHelpText(
      'after',
      '\nExamples:\n  coassent export --out ledger.jsonl\n  coassent export --workspace demo --view buyer | coassent fold /dev/stdin --json',
    )
    .action(runExport);
}

async function runExport(options: ExportOptions): Promise<void> {
  const view = VIEWS.find((one) => one === options.view);
  if (view === undefined) throw new CommandFailure('export.unknown_view', 'A view is buyer or seller.', 2);
  await withStore({ data: options.data, beside: true, onProgress: note }, async ({ db }) => {
    await actingScope(db, options.workspace, undefined);
    const to: Writable = options.out === '-' ? process.stdout : createWriteStream(options.out);
    let events = 0;
    const scope = scopeOf(options.workspace, null, view);
    await readLedger(db, scope, options.purchase ?? null, async (batch) => {
      events += batch.length;
      const text = batch.map((event) => `${JSON.stringify(writeLine(event))}\n`).join('');
      if (!to.write(text)) await once(to, 'drain');
    });
    if (to === process.stdout) return;
    to.end();
    await finished(to);
    if (options.json === true) printJson({ events, out: options.out });
    else note(`Wrote ${events} events to ${options.out}.`);
  });
}
