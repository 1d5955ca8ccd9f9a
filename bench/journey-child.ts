import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';
import { journeyGraph } from '../src/core/journey/graph.ts';
import type { EventLog } from '../src/core/journey/log.ts';
import { countRework } from '../src/core/journey/rework.ts';
import { findVariants } from '../src/core/journey/variants.ts';
import { readEventLog } from '../src/ingest/read/event-log.ts';
import { median } from './figure.ts';

/** What one process measured; `journey.ts` starts it as `journey-child.ts ours|pm4js FILE` and reads its JSON. */
export interface Measured {
  /** From the file on disk to graph, variants and rework. */
  file_ms: number;
  /** Peak resident memory of the process until then. */
  peak_mb: number;
  /** Graph, variants and rework again on the log in memory: median of the repetitions. */
  memory_ms: number;
  variants: number;
  edges: number;
  /** Activities that some case has more than once. */
  reworked: number;
}

interface Found {
  variants: number;
  edges: number;
  reworked: number;
}

/** The part of pm4js that is used here; it has no types of its own and puts its classes on the global object. */
interface Pm4js {
  XesImporter: { apply(xml: string): Pm4jsLog };
  FrequencyDfgDiscovery: { apply(log: Pm4jsLog): { pathsFrequency: Record<string, number> } };
  GeneralLogStatistics: { getVariants(log: Pm4jsLog): Record<string, number> };
}

interface Pm4jsLog {
  traces: { events: { attributes: Record<string, { value: string }> }[] }[];
}

const REPETITIONS = 7;

function oursInMemory(log: EventLog): Found {
  const variants = findVariants(log);
  const rework = countRework(log);
  const graph = journeyGraph(log, variants, rework);
  const reworked = graph.nodes.filter((node) => node.rework > 0).length;
  return { variants: variants.count, edges: graph.edges.length, reworked };
}

async function ours(file: string): Promise<Measured> {
  return timed(async () => (await readEventLog(file, { zone: 'UTC' })).log, oursInMemory);
}

function pm4jsInMemory(pm4js: Pm4js, log: Pm4jsLog): Found {
  const graph = pm4js.FrequencyDfgDiscovery.apply(log);
  const variants = pm4js.GeneralLogStatistics.getVariants(log);
  // pm4js can filter by rework but not count it: counted in the plainest way on its own objects.
  const rework: Record<string, number> = {};
  for (const trace of log.traces) {
    const counts: Record<string, number> = {};
    for (const event of trace.events) {
      const activity = event.attributes['concept:name']?.value ?? '';
      counts[activity] = (counts[activity] ?? 0) + 1;
    }
    for (const activity in counts) if ((counts[activity] ?? 0) > 1) rework[activity] = (rework[activity] ?? 0) + 1;
  }
  return {
    variants: Object.keys(variants).length,
    edges: Object.keys(graph.pathsFrequency).length,
    reworked: Object.keys(rework).length,
  };
}

async function pm4js(file: string): Promise<Measured> {
  createRequire(import.meta.url)('pm4js');
  const library = globalThis as unknown as Pm4js;
  const read = async () => {
    const bytes = readFileSync(file);
    const xml = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8');
    return library.XesImporter.apply(xml);
  };
  return timed(read, (log) => pm4jsInMemory(library, log));
}

async function timed<Log>(read: () => Promise<Log>, compute: (log: Log) => Found): Promise<Measured> {
  const started = performance.now();
  const log = await read();
  const found = compute(log);
  const file_ms = performance.now() - started;
  const peak_mb = process.resourceUsage().maxRSS / 1024;
  const times: number[] = [];
  for (let i = 0; i < REPETITIONS; i++) {
    const before = performance.now();
    compute(log);
    times.push(performance.now() - before);
  }
  return { file_ms, peak_mb, memory_ms: median(times), ...found };
}

const [side, file] = process.argv.slice(2);
if (side && file) console.log(JSON.stringify(await (side === 'ours' ? ours : pm4js)(file)));
