import type { Command } from 'commander';
import { defaultZone, isEventKind, type LedgerEvent, type UnknownEvent } from '../core/event.ts';
import { fold } from '../core/fold.ts';
import { isRefused, readLine } from '../core/line.ts';
import { type PurchaseReport, purchaseReport } from '../core/report.ts';
import { VIEWS, type View, viewReads, ZONES, type Zone } from '../core/zone.ts';
import { jsonRecords } from '../ingest/read/jsonl.ts';
import { openText } from '../ingest/read/open.ts';
import { CommandFailure } from './failure.ts';
import { instantOf } from './instant.ts';
import { printJson, printLines } from './output.ts';

type AnyEvent = LedgerEvent | UnknownEvent;

interface RefusedLine {
  line: number;
  code: string;
  reason: string;
}

interface FoldedPurchase extends PurchaseReport {
  /** Events that this view may read and that had no effect, and why. */
  without_effect: { event_id: string; code: string; reason: string }[];
}

interface FoldOptions {
  view: string;
  asOf?: string;
  known?: string;
  json?: boolean;
}

export function addFold(program: Command): void {
  program
    .command('fold')
    .summary('Fold a file of events into what one side may know, as of any date.')
    .description(
      'Folds a file of events (JSON lines, see docs/events) into jobs, completion and held, as one side may know them.\n' +
        'Needs no database. A date without a time is the end of that day in UTC.',
    )
    .argument('<file>', 'events, one JSON object a line; may be gzipped')
    .option('--view <side>', 'buyer or seller: whose view', 'buyer')
    .option('--as-of <instant>', 'only what had happened and was known by then')
    .option('--known <instant>', 'only what was known by then')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  coassent fold purchase.jsonl --view seller --json\n  coassent fold purchase.jsonl --view buyer --as-of 2026-03-31',
    )
    .action(runFold);
}

async function runFold(file: string, options: FoldOptions): Promise<void> {
  const view = VIEWS.find((one) => one === options.view);
  if (view === undefined) throw new CommandFailure('fold.unknown_view', 'A view is buyer or seller.', 2);
  const as_of = instantOf(options.asOf, '--as-of');
  const known = instantOf(options.known, '--known');
  const { purchases, everywhere, refused } = await readEvents(file, view);
  const folded = [...purchases].map(([purchase_id, events]) =>
    foldPurchase(purchase_id, [...events, ...everywhere], { view, ...(as_of && { as_of }), ...(known && { known }) }),
  );
  const visible = folded.filter((purchase) => purchase !== null);
  if (options.json === true)
    printJson({ view, as_of: as_of ?? null, known: known ?? null, purchases: visible, refused });
  else
    printLines([
      ...visible.flatMap(purchaseLines),
      ...refused.map((r) => `line ${r.line} refused: ${r.reason} (${r.code})`),
    ]);
}

interface ReadEvents {
  purchases: Map<string, AnyEvent[]>;
  /** Events of the workspace's stream: retractions that hold for all purchases. */
  everywhere: AnyEvent[];
  refused: RefusedLine[];
}

async function readEvents(file: string, view: View): Promise<ReadEvents> {
  const { text } = await openText(file);
  const read: ReadEvents = { purchases: new Map(), everywhere: [], refused: [] };
  const bodies = new Map<string, string>();
  for await (const batch of jsonRecords(text)) {
    for (const { line, code, reason } of batch.refused) read.refused.push({ line, code, reason });
    for (const { line, value } of batch.records) {
      const event = readLine(value, line);
      // What stands in the other side's zone is not there for this view: not its ids, and not its faults.
      if (!viewReads(view, isRefused(event) ? zoneGiven(value) : event.zone)) continue;
      if (isRefused(event)) read.refused.push({ line, code: event.code, reason: event.message });
      else if (isReused(event, bodies))
        read.refused.push({ line, code: 'event.id_reused', reason: reusedReason(event.id) });
      else take(read, event);
    }
  }
  return read;
}

/** The zone that a line that cannot be read says it stands in. */
function zoneGiven({ zone, kind, import_id }: Record<string, unknown>): Zone {
  const given = ZONES.find((one) => one === zone);
  if (given !== undefined) return given;
  const import_given = typeof import_id === 'string' ? import_id : null;
  return typeof kind === 'string' && isEventKind(kind) ? defaultZone(kind, import_given) : 'shared';
}

const reusedReason = (id: string): string =>
  `The id ${id} was used before for another event. What stands first in the file stays; choose another id.`;

/** Whether an id came before with another content; the same content again is a repeated delivery. */
function isReused(event: AnyEvent, bodies: Map<string, string>): boolean {
  const content = JSON.stringify([event.stream_id, event.kind, event.v, event.zone, event.occurred_at, event.body]);
  const before = bodies.get(event.id);
  if (before === undefined) bodies.set(event.id, content);
  return before !== undefined && before !== content;
}

function take(read: ReadEvents, event: AnyEvent): void {
  if (event.stream_kind !== 'purchase') {
    read.everywhere.push(event);
    return;
  }
  const events = read.purchases.get(event.stream_id);
  if (events === undefined) read.purchases.set(event.stream_id, [event]);
  else events.push(event);
}

function foldPurchase(
  purchase_id: string,
  events: AnyEvent[],
  options: { view: View; as_of?: string; known?: string },
): FoldedPurchase | null {
  const without_effect: FoldedPurchase['without_effect'] = [];
  const state = fold(purchase_id, events, {
    ...options,
    onEvent: (_state, event, why) => {
      if (why !== null) without_effect.push({ event_id: event.id, code: why.code, reason: why.message });
    },
  });
  // A purchase of which this view knows nothing is not there for it.
  if (state.events === 0) return null;
  return { ...purchaseReport(state), without_effect };
}

function purchaseLines(purchase: FoldedPurchase): string[] {
  const held = purchase.held.held ? `held since ${purchase.held.since}` : 'not held';
  const title = `${purchase.name ?? purchase.purchase_id} (${purchase.view} view): ${held}${purchase.outcome === null ? '' : `, ${purchase.outcome}`}`;
  const jobs = purchase.jobs.map((job) => {
    const why = job.complete ? '' : `: ${job.missing.join('; ')}`;
    return `  ${job.state.padEnd(9)} ${job.name}  ${job.given} of ${Math.max(1, job.needed)}${why}`;
  });
  return [title, ...jobs];
}
