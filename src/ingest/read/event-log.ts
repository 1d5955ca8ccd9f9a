import { importRefusals } from '../../catalogue/import-refusals.ts';
import { type EventLog, LogBuilder } from '../../core/journey/log.ts';
import { UnreadableFile } from './broken.ts';
import { openRows } from './open.ts';
import { type Refusal, type Row, type RowSource, refuse } from './row.ts';
import { recogniseTimes } from './time.ts';
import { compileTime, type ParseTime } from './time-parse.ts';

/** Which columns make an event. */
export interface LogColumns {
  case: string;
  activity: string;
  time: string;
}

export interface ReadLogOptions {
  /** Columns by name; those not given are found by the names that event logs usually use. */
  columns?: Partial<LogColumns>;
  /** IANA zone of times without an offset. */
  zone: string;
}

/** A log read from a file, with what was not taken and how it was read. */
export interface ReadLog {
  log: EventLog;
  /** The first thousand refusals, and how many there were. */
  refused: Refusal[];
  refused_count: number;
  columns: LogColumns;
  /** True when the times had no offset, so that `zone` was used. */
  zone_used: boolean;
}

/** Names by which columns are found, in lower case, the likeliest first. */
const USUAL: Record<keyof LogColumns, readonly string[]> = {
  case: ['case:concept:name', 'case id', 'case_id', 'caseid', 'case', 'trace', 'purchase', 'opportunity_id', 'deal_id'],
  activity: ['concept:name', 'activity', 'activity name', 'event', 'task', 'stage_name', 'stage'],
  time: ['time:timestamp', 'complete timestamp', 'timestamp', 'time', 'start timestamp', 'date', 'occurred_at'],
};

/** How many rows are looked at to recognise the times; they are kept until then. */
const SAMPLE_ROWS = 2000;

/**
 * Reads a file of events into a log, in one pass and without holding more of the file than a piece. Rows without a
 * case, an activity or a readable time are refused; any text is a case id, `NA` and `null` included.
 *
 * @throws UnreadableFile when the file, its columns or its times cannot be recognised
 */
export async function readEventLog(path: string, options: ReadLogOptions): Promise<ReadLog> {
  const source = await openRows(path);
  const builder = new LogBuilder();
  const refused = new Refusals();
  let waiting: Row[] = [];
  let taker: EventTaker | undefined;
  for await (const batch of source.batches()) {
    for (const refusal of batch.refused) refused.add(refusal);
    if (taker) taker.take(batch.rows);
    else {
      waiting = waiting.length === 0 ? batch.rows : [...waiting, ...batch.rows];
      if (waiting.length < SAMPLE_ROWS) continue;
      taker = new EventTaker(source, waiting, options, builder, refused);
      taker.take(waiting);
      waiting = [];
    }
  }
  if (!taker) {
    taker = new EventTaker(source, waiting, options, builder, refused);
    taker.take(waiting);
  }
  return {
    log: builder.finish(),
    refused: refused.first,
    refused_count: refused.count,
    columns: taker.columns,
    zone_used: taker.zone_used,
  };
}

const KEPT_REFUSALS = 1000;

/** Keeps the first refusals and counts all: a file that is wrong in every row must not fill the memory. */
class Refusals {
  readonly first: Refusal[] = [];
  count = 0;

  add(refusal: Refusal): void {
    this.count++;
    if (this.first.length < KEPT_REFUSALS) this.first.push(refusal);
  }
}

/** Takes rows into a log once columns and times are known. */
class EventTaker {
  readonly columns: LogColumns;
  readonly zone_used: boolean;
  readonly #case: number;
  readonly #activity: number;
  readonly #time: number;
  readonly #parse: ParseTime;
  readonly #builder: LogBuilder;
  readonly #refused: Refusals;

  constructor(
    source: RowSource,
    sample: readonly Row[],
    options: ReadLogOptions,
    builder: LogBuilder,
    refused: Refusals,
  ) {
    this.columns = findColumns(source.columns, options.columns ?? {});
    this.#case = source.columns.indexOf(this.columns.case);
    this.#activity = source.columns.indexOf(this.columns.activity);
    this.#time = source.columns.indexOf(this.columns.time);
    const times = recogniseTimes(sample.slice(0, SAMPLE_ROWS).map((row) => row.cells[this.#time] ?? ''));
    if (times.format === null) throw noTimes(this.columns.time, times.examples);
    if (times.ambiguous) throw ambiguousTimes(this.columns.time, times.examples);
    this.zone_used = times.zone_needed;
    this.#parse = compileTime(times.format, options.zone);
    this.#builder = builder;
    this.#refused = refused;
  }

  take(rows: readonly Row[]): void {
    for (const { line, cells } of rows) {
      const case_id = cells[this.#case] ?? '';
      const activity = cells[this.#activity] ?? '';
      const value = cells[this.#time] ?? '';
      if (case_id === '') this.#blank(line, this.columns.case);
      else if (activity === '') this.#blank(line, this.columns.activity);
      else if (value === '') this.#blank(line, this.columns.time);
      else {
        const time = this.#parse(value);
        if (typeof time === 'number') this.#builder.add(case_id, activity, time);
        else this.#refused.add(refuse(line, this.columns.time, value, time.code, time.reason));
      }
    }
  }

  #blank(line: number, column: string): void {
    const reason = importRefusals.cell_blank_event_needs;
    this.#refused.add(refuse(line, column, '', 'event.blank_cell', reason));
  }
}

function findColumns(names: readonly string[], given: Partial<LogColumns>): LogColumns {
  const find = (part: keyof LogColumns): string => {
    const wanted = given[part];
    if (wanted !== undefined) {
      if (names.includes(wanted)) return wanted;
      throw new UnreadableFile('log.no_such_column', importRefusals.there_no_column_columns(wanted, names.join(', ')));
    }
    for (const usual of USUAL[part]) {
      const name = names.find((one) => one.trim().toLowerCase() === usual);
      if (name !== undefined) return name;
    }
    const message = importRefusals.no_event_column(part, names.join(', '));
    throw new UnreadableFile(`log.no_${part}_column`, message);
  };
  return { case: find('case'), activity: find('activity'), time: find('time') };
}

function noTimes(column: string, examples: readonly string[]): UnreadableFile {
  const shown = examples.map((value) => `"${value}"`).join(', ') || importRefusals.only_blanks;
  const message = importRefusals.column_no_times_can(column, shown);
  return new UnreadableFile('log.no_times', message);
}

function ambiguousTimes(column: string, examples: readonly string[]): UnreadableFile {
  const shown = examples.map((value) => `"${value}"`).join(', ');
  const message = importRefusals.dates_can_read_month(column, shown);
  return new UnreadableFile('log.ambiguous_times', message);
}
