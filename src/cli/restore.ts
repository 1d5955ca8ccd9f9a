import path from 'node:path';
import type { Command } from 'commander';
import { restore } from '../store/restore.ts';
import { withStore } from './open.ts';
import { type DataOptions, filesDirOf, withData } from './options.ts';
import { note, printJson, progressBar } from './output.ts';

export function addRestore(program: Command): void {
  withData(program.command('restore'))
    .summary('Read a backup into an empty data folder.')
    .description('Reads a backup into an empty database; one that holds anything is left alone and says so.')
    .argument('<file>', 'a file that `backup` wrote')
    .addHelpText(
      'after',
      '\nExamples:\n  coassent restore coassent.backup.gz --data ./new\n  coassent start --data ./new',
    )
    .action(async (file: string, options: DataOptions) => {
      const bar = progressBar();
      const report = await withStore({ data: options.data, beside: true, onProgress: note }, ({ db }) =>
        restore(db, path.resolve(file), {
          files_dir: filesDirOf(options),
          onProgress: (table) => bar.update(0.5, table),
        }),
      ).finally(() => bar.stop());
      if (options.json === true) printJson({ file, ...report });
      else note(`Restored ${report.tables.event ?? 0} events and ${report.files} files from ${file}.`);
    });
}
