import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type FigureLine, median } from './figure.ts';
import type { Measured } from './journey-child.ts';

const RUNS = 3;
const CHILD = fileURLToPath(new URL('./journey-child.ts', import.meta.url));
const SHARED_LOG = fileURLToPath(new URL('../../shared/data/event-logs/bpic2012.xes.gz', import.meta.url));

/**
 * The journey figures against pm4js on the same file: from file to graph, variants and rework in time and peak
 * memory, and graph, variants and rework alone on the log in memory. Each side runs in a process of its own, in
 * turns. Ours takes the median delay of every edge as well, which pm4js is not asked for.
 */
export async function run(): Promise<FigureLine[]> {
  const file = logFile();
  const ours: Measured[] = [];
  const pm4js: Measured[] = [];
  for (let i = 0; i < RUNS; i++) {
    ours.push(await measure('ours', file));
    pm4js.push(await measure('pm4js', file));
  }
  const [a, b] = [ours[0], pm4js[0]];
  if (!a || !b || a.variants !== b.variants || a.edges !== b.edges || a.reworked !== b.reworked) {
    throw new Error(`Both sides must find the same: ${JSON.stringify({ ours: a, pm4js: b })}`);
  }
  const of = (side: Measured[], key: keyof Measured) => median(side.map((one) => one[key]));
  const log = { log: file.split('/').at(-1), variants: a.variants, edges: a.edges, activities_with_rework: a.reworked };
  const line = (figure: string, key: keyof Measured, must: number, better: 'higher' | 'lower'): FigureLine => {
    const mine = of(ours, key);
    const theirs = of(pm4js, key);
    const ratio = Number((better === 'higher' ? theirs / mine : mine / theirs).toPrecision(4));
    return { figure, ratio, must, better, runs: RUNS, detail: { ...log, [key]: { ours: mine, pm4js: theirs } } };
  };
  return [
    line('journey.file_to_graph_time', 'file_ms', 5, 'higher'),
    line('journey.file_to_graph_memory', 'peak_mb', 0.25, 'lower'),
    line('journey.graph_in_memory', 'memory_ms', 10, 'higher'),
  ];
}

/** The real log where it is at hand, else the smaller one that pm4js carries. */
function logFile(): string {
  if (existsSync(SHARED_LOG)) return SHARED_LOG;
  return join(dirname(createRequire(import.meta.url).resolve('pm4js')), 'examples/input_data/receipt.xes');
}

async function measure(side: 'ours' | 'pm4js', file: string): Promise<Measured> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', CHILD, side, file]);
  return JSON.parse(stdout) as Measured;
}
