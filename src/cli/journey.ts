import type { Command } from 'commander';
import { type JourneySummary, summarise } from '../core/journey/summary.ts';
import { type ReadLogOptions, readEventLog } from '../ingest/read/event-log.ts';
import { note, printJson, printLines } from './output.ts';

interface JourneyOptions {
  case?: string;
  activity?: string;
  time?: string;
  zone: string;
  json?: boolean;
}

export function addJourney(program: Command): void {
  program
    .command('journey')
    .summary('Compute the journeys in an event log: graph, variants, rework.')
    .description(
      'Reads an event log (CSV, XES, XES.gz) and computes what follows what, how often, and what is repeated.',
    )
    .argument('<file>', 'the event log')
    .option('--case <column>', 'the column of the case; found by its usual names if left out')
    .option('--activity <column>', 'the column of the activity')
    .option('--time <column>', 'the column of the time')
    .option('--zone <zone>', 'IANA zone of times without an offset', 'UTC')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  coassent journey log.xes.gz --json\n  coassent journey log.csv --case "Case ID" --zone Europe/Rome',
    )
    .action(runJourney);
}

async function runJourney(file: string, options: JourneyOptions): Promise<void> {
  const { case: case_column, activity, time } = options;
  const columns: NonNullable<ReadLogOptions['columns']> = {
    ...(case_column !== undefined && { case: case_column }),
    ...(activity !== undefined && { activity }),
    ...(time !== undefined && { time }),
  };
  const read = await readEventLog(file, { columns, zone: options.zone });
  for (const refused of read.refused.slice(0, 20)) note(`line ${refused.line}: ${refused.reason} (${refused.code})`);
  if (read.refused.length > 20) note(`… and ${read.refused.length - 20} more rows were refused.`);
  if (read.zone_used) note(`Times have no offset and were read as ${options.zone}; say --zone for another.`);
  const summary = summarise(read.log);
  if (options.json === true) printJson(summary);
  else printLines(summaryLines(summary));
}

function summaryLines(summary: JourneySummary): string[] {
  const days = (seconds: number): string => `${(seconds / 86_400).toFixed(1)} days`;
  return [
    `${summary.events} events of ${summary.cases} cases, ${summary.activities} activities, ${summary.variants} variants`,
    `from ${summary.first_event} to ${summary.last_event}`,
    `half of the cases take under ${days(summary.cycle_seconds.median)}, nine tenths under ${days(summary.cycle_seconds.p90)}`,
    `${summary.cases_with_rework} cases repeat an activity`,
    ...summary.edges.slice(0, 15).map(([from, to, count]) => `  ${String(count).padStart(7)}  ${from} → ${to}`),
  ];
}
