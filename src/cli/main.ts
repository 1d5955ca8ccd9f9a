import { Command, CommanderError } from 'commander';
import { CommandFailure, codeOf } from './failure.ts';
import { addFold } from './fold.ts';
import { addJourney } from './journey.ts';
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
  addJourney(program);
  addFold(program);
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
  // A reader that closed the pipe has had enough.
  if (codeOf(error) === 'EPIPE') return 0;
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${message}${code === null ? '' : ` (${code})`}\n`);
  if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify({ error: { code, message } })}\n`);
  return error instanceof CommandFailure ? error.exit_code : 1;
}

await main();
