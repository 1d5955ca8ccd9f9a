import path from 'node:path';
import type { Command } from 'commander';
import { backup } from '../store/backup.ts';
import { withStore } from './open.ts';
import { type DataOptions, filesDirOf, withData } from './options.ts';
import { note, printJson, progressBar } from './output.ts';

export function addBackup(program: Command): void {
  withData(program.command('backup'))
    .summary('Write everything into one file.')
    .description(
      'Writes all workspaces, with the ledger, its files and everything beside it, into one compressed file with checksums. The program may\n' +
        'go on working meanwhile: the backup is of one moment. The file holds what both sides keep to themselves; keep it safe.\n' +
        'Files that are kept in S3 stay there and are not in it.',
    )
    .argument('<file>', 'where to write')
    .addHelpText(
      'after',
      '\nExamples:\n  coassent backup coassent.backup.gz\n  coassent backup /mnt/safe/today.gz --data ./mine',
    )
    .action(async (file: string, options: DataOptions) => {
      const bar = progressBar();
      const report = await withStore({ data: options.data, beside: true, onProgress: note }, ({ db }) =>
        backup(db, path.resolve(file), new Date().toISOString(), {
          files_dir: filesDirOf(options),
          onProgress: (table) => bar.update(0.5, table),
        }),
      ).finally(() => bar.stop());
      if (options.json === true) printJson({ file, ...report });
      else note(`Wrote ${report.bytes} bytes to ${file}: ${report.tables.event ?? 0} events, ${report.files} files.`);
    });
}
