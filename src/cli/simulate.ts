import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type Command, InvalidArgumentError } from 'commander';
import { instant, type LedgerEvent } from '../core/event.ts';
import { simulatedLines, simulatePurchases } from '../core/simulate/simulate.ts';
import { instantOf } from './instant.ts';
import { note, printJson, progressBar } from './output.ts';

interface SimulateOptions {
  purchases: number;
  seed: number;
  out: string;
  now?: string;
  json?: boolean;
}

const whole = (value: string): number => {
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 0)
    throw new InvalidArgumentError('It has to be a whole number from 0 up.');
  return number;
};

export function addSimulate(program: Command): void {
  program
    .command('simulate')
    .summary('Write made-up purchases, labelled as such, as a file of events.')
    .description('Generates purchases from a seed: the same seed and --now give the same file. Any size streams.')
    .option('--purchases <n>', 'how many', whole, 200)
    .option('--seed <n>', 'the seed', whole, 7)
    .requiredOption('--out <file>', 'where to write (JSON lines; .gz compresses; - for standard output)')
    .option('--now <instant>', 'the last instant that anything happens at; default now')
    .option('--json', 'print what was written as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  coassent simulate --purchases 1000 --seed 3 --out demo.jsonl\n  coassent simulate --out - | coassent fold /dev/stdin --json',
    )
    .action(runSimulate);
}

async function runSimulate(options: SimulateOptions): Promise<void> {
  const now = instantOf(options.now, '--now') ?? instant.parse(new Date().toISOString());
  const counts = { purchases: 0, events: 0 };
  const bar = options.out === '-' ? null : progressBar();
  const lines = lineBlocks(options, now, counts, (share) => bar?.update(share, 'writing'));
  if (options.out === '-') await pipeline(lines, process.stdout, { end: false });
  else if (options.out.endsWith('.gz')) await pipeline(lines, createGzip(), createWriteStream(options.out));
  else await pipeline(lines, createWriteStream(options.out));
  bar?.stop();
  if (options.out === '-') return;
  if (options.json === true) printJson({ ...counts, seed: options.seed, now, out: options.out });
  else note(`Wrote ${counts.events} events of ${counts.purchases} simulated purchases to ${options.out}.`);
}

/** How many characters are gathered before they are written. */
const BLOCK = 1 << 16;

function* lineBlocks(
  options: SimulateOptions,
  now: string,
  counts: { purchases: number; events: number },
  onShare: (share: number) => void,
): Generator<string> {
  const events = simulatePurchases({ purchases: options.purchases, seed: options.seed, now });
  let block = '';
  for (const line of simulatedLines(counting(events, counts))) {
    block += line;
    if (block.length < BLOCK) continue;
    onShare(counts.purchases / options.purchases);
    yield block;
    block = '';
  }
  if (block !== '') yield block;
}

function* counting(
  events: Iterable<LedgerEvent>,
  counts: { purchases: number; events: number },
): Generator<LedgerEvent> {
  for (const event of events) {
    if (event.kind === 'purchase.opened') counts.purchases++;
    counts.events++;
    yield event;
  }
}
