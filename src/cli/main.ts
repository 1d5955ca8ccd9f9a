import { Command, CommanderError } from 'commander';
import { addBackup } from './backup.ts';
import { addExport } from './export.ts';
import { CommandFailure, codeOf } from './failure.ts';
import { addFold } from './fold.ts';
import { addImport } from './import.ts';
import { addJourney } from './journey.ts';
import { addMigrate } from './migrate.ts';
import { addRebuild } from './rebuild.ts';
import { addRestore } from './restore.ts';
import { addSimulate } from './simulate.ts';
import { addStart } from './start.ts';
import { version } from './version.ts';

/** The command line: `coassent COMMAND`. Exit codes: 0 done, 1 failed, 2 called wrongly. */
async function main(): Promise<void> {
  const program = new Command('coassent')
    .description('The shared system of record of a B2B purchase.')
    .version(version)
    .showHelpAfterError('(--help shows how)')
    .exitOverride();
  addStart(program);
  addImport(program);
  addJourney(program);
  addFold(program);
  addExport(program);
  addRebuild(program);
  addBackup(program);
  addRestore(program);
  addMigrate(program);
  addSimulate(program);
  try {
    await program.parseAsync();
  } catch (error) {
    process.exitCode = fail(error);
  }
}

function fail(error: unknown): number {
  // Commander has said what it had to say; help and version are no failures.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${message}${code === null ? '' : ` (${code})`}\n`);
  if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify({ error: { code, message } })}\n`);
  return error instanceof CommandFailure ? error.exit_code : 1;
}

// Who reads our output may close it early (`| head`); that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

await main();
