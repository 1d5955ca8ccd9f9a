import type { Command } from 'commander';
import { withStore } from './open.ts';
import { type DataOptions, withData } from './options.ts';
import { note, printJson, printLines } from './output.ts';

export function addMigrate(program: Command): void {
  withData(program.command('migrate'))
    .summary('Bring a database up to this version.')
    .description('Applies what is missing to the database (DATABASE_URL, or the embedded one). `start` does the same.')
    .addHelpText(
      'after',
      '\nExamples:\n  coassent migrate\n  DATABASE_URL=postgresql://user:secret@host/coassent coassent migrate',
    )
    .action(async (options: DataOptions) => {
      const steps: string[] = [];
      const onProgress = (sentence: string) => {
        steps.push(sentence);
        note(sentence);
      };
      await withStore({ data: options.data, beside: true, onProgress }, async ({ db }) => {
        if (options.json === true) printJson({ server_version: db.server_version, steps });
        else printLines(['The database is up to date.']);
      });
    });
}
