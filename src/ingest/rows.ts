import { importRefusals } from '../catalogue/import-refusals.ts';
import type { Side } from '../core/body/words.ts';
import { COLUMN_USES, type Mapping, type Refusal } from '../core/mapping.ts';
import { AmountReader } from './amount.ts';
import { channelOf } from './channel.ts';
import { bareFact, type Fact } from './fact.ts';
import { BadMapping, type Meanings } from './meaning.ts';
import { type Row, type RowSource, refuse } from './read/row.ts';
import { recogniseTimes } from './read/time.ts';
import { compileTime, type ParseTime, type TimeFormat } from './read/time-parse.ts';
import { SAMPLE_ROWS } from './sample.ts';

type Use = (typeof COLUMN_USES)[number];

/** Turns the rows of one file into facts by a mapping. */
export class RowTaker {
  #source: RowSource | null = null;
  readonly #mapping: Mapping;
  readonly #meanings: Meanings;
  readonly #onRefused: (refusal: Refusal) => void;
  readonly #column_of = new Map<Use, string>();
  readonly #index_of = {} as Record<Use, number>;
  readonly #at_ms: number | null;
  #columns_known = -1;
  #parseTime: ParseTime | null = null;
  #amount: AmountReader | null = null;
  #order = 0;

  /** @throws BadMapping when no column is the purchase, or nothing says when */
  constructor(mapping: Mapping, meanings: Meanings, onRefused: (refusal: Refusal) => void) {
    this.#mapping = mapping;
    this.#meanings = meanings;
    this.#onRefused = onRefused;
    for (const [column, use] of Object.entries(mapping.columns)) {
      if (!this.#column_of.has(use)) this.#column_of.set(use, column);
    }
    this.#at_ms = mapping.time.at === undefined ? null : Date.parse(mapping.time.at);
    if (!this.#column_of.has('purchase')) throw noPurchaseColumn();
    if (!this.#column_of.has('time') && this.#at_ms === null) throw noTimeColumn();
  }

  /**
   * Recognises, from the first rows, what the mapping leaves open. Has to be called before `take`.
   * @throws BadMapping for a column that the file does not have, or a zone that does not exist
   */
  begin(source: RowSource, sample: readonly Row[]): void {
    this.#source = source;
    this.#findColumns();
    for (const use of ['purchase', 'time'] as const) {
      const column = this.#column_of.get(use);
      if (column !== undefined && this.#index_of[use] < 0) throw noSuchColumn(column, use, source.columns);
    }
    const values = (use: Use) => sample.slice(0, SAMPLE_ROWS).map((row) => row.cells[this.#index_of[use]] ?? '');
    if (this.#column_of.has('time')) this.#parseTime = timeParser(this.#mapping, values('time'));
    if (this.#column_of.has('amount')) this.#amount = new AmountReader(values('amount'), this.#mapping.currency);
  }

  /** The facts of rows; what cannot be taken is refused. */
  take(rows: readonly Row[]): Fact[] {
    if (this.#columns_known !== this.#source?.columns.length) this.#findColumns();
    const facts: Fact[] = [];
    for (const row of rows) {
      const fact = this.#fact(row);
      if (fact !== null) facts.push(fact);
    }
    return facts;
  }

  #findColumns(): void {
    const names = this.#source?.columns ?? [];
    this.#columns_known = names.length;
    for (const use of COLUMN_USES) {
      const column = this.#column_of.get(use);
      this.#index_of[use] = column === undefined ? -1 : names.indexOf(column);
    }
  }

  #fact(row: Row): Fact | null {
    const { cells, line } = row;
    const at = this.#index_of;
    const case_id = cells[at.purchase] ?? '';
    if (case_id.trim() === '') return this.#refuse(line, 'purchase', '', BLANK_PURCHASE);
    const activity = this.#activity(cells);
    if (this.#meanings.activities.get(activity)?.ignore === true) return null;
    const time_ms = this.#time(line, cells[at.time] ?? '');
    if (time_ms === null) return null;
    const fact = bareFact(case_id, time_ms, line, this.#order++);
    fact.activity = activity.length > 300 ? activity.slice(0, 300) : activity;
    fact.name = cells[at.name] ?? '';
    fact.account = cells[at.account] ?? '';
    fact.person = cells[at.person] ?? '';
    fact.stage = cells[at.stage] ?? '';
    fact.outcome = cells[at.outcome] ?? '';
    if (at.side >= 0) {
      fact.side = sideOf(cells[at.side] ?? '');
      fact.person_side = fact.side;
    }
    if (at.channel >= 0) fact.channel = channelOf(cells[at.channel] ?? '') ?? '';
    if (at.amount >= 0) this.#takeAmount(fact, cells);
    return fact;
  }

  /** With the lifecycle where the mapping names it so. */
  #activity(cells: readonly string[]): string {
    const word = cells[this.#index_of.activity] ?? '';
    const lifecycle = cells[this.#index_of.lifecycle] ?? '';
    if (lifecycle === '') return word;
    const both = `${word}+${lifecycle}`;
    return this.#meanings.activities.has(both) ? both : word;
  }

  #time(line: number, value: string): number | null {
    if (this.#parseTime === null || value === '') {
      return this.#at_ms ?? this.#refuse(line, 'time', '', BLANK_TIME);
    }
    const time = this.#parseTime(value);
    return typeof time === 'number' ? time : this.#refuse(line, 'time', value, time);
  }

  #takeAmount(fact: Fact, cells: readonly string[]): void {
    const value = cells[this.#index_of.amount] ?? '';
    const amount = this.#amount?.read(value, cells[this.#index_of.currency] ?? '') ?? null;
    if (amount === null) return;
    if ('code' in amount) {
      this.#refuse(fact.line, 'amount', value, {
        code: amount.code,
        reason: `${amount.reason} ${importRefusals.rest_row_was_imported}`,
      });
      return;
    }
    fact.amount_minor = amount.amount_minor;
    fact.currency = amount.currency;
  }

  #refuse(line: number, use: Use, value: string, why: { code: string; reason: string }): null {
    this.#onRefused(asRefusal(refuse(line, this.#column_of.get(use) ?? '', value, why.code, why.reason)));
    return null;
  }
}

/** A refusal of a reader in the words of the contract. */
export function asRefusal(refusal: {
  line: number;
  column: string;
  value: string;
  code: string;
  reason: string;
}): Refusal {
  const { line, column, value, code, reason } = refusal;
  return { line, column: column === '' ? null : column, value: value === '' ? null : value, code, reason };
}

/**
 * The parser of a column of times.
 * @param sample values of the column, by which `auto` is decided
 * @throws BadMapping when they are no times, when day and month cannot be told apart, or for an unknown zone
 */
export function timeParser(mapping: Mapping, sample: readonly string[]): ParseTime {
  const { zone } = mapping.time;
  try {
    return compileTime(timeFormat(mapping.time.format, sample), zone ?? null);
  } catch (error) {
    if (error instanceof RangeError) throw new BadMapping('import.bad_zone', error.message);
    throw error;
  }
}

const FORMATS: ReadonlySet<string> = new Set(['iso', 'month_first', 'day_first', 'epoch_s', 'epoch_ms']);

function timeFormat(format: string, sample: readonly string[]): TimeFormat {
  if (FORMATS.has(format)) return format as TimeFormat;
  if (format !== 'auto') {
    throw new BadMapping(
      'import.no_such_time_format',
      importRefusals.there_no_time_format(format, [...FORMATS].join(', ')),
    );
  }
  const found = recogniseTimes(sample);
  const shown = found.examples.map((value) => `"${value}"`).join(', ');
  if (found.ambiguous) {
    const message = importRefusals.dates_such_as_can(shown);
    throw new BadMapping('time.ambiguous', message);
  }
  if (found.format === null && found.of > 0) {
    throw new BadMapping('import.no_times', importRefusals.column_time_holds_no(shown));
  }
  return found.format ?? 'iso';
}

function sideOf(word: string): Side | '' {
  const plain = word.trim().toLowerCase();
  if (/^(?:buyer|buying|customer|client|prospect|external|inbound|incoming)/.test(plain)) return 'buyer';
  return /^(?:seller|selling|supplier|vendor|staff|employee|agent|internal|outbound|outgoing)/.test(plain)
    ? 'seller'
    : '';
}

const BLANK_PURCHASE = {
  code: 'import.blank_purchase',
  get reason() {
    return importRefusals.cell_blank_so_not;
  },
};
const BLANK_TIME = {
  code: 'time.blank',
  get reason() {
    return importRefusals.row_does_not_say;
  },
};
const noPurchaseColumn = (): BadMapping =>
  new BadMapping('import.no_purchase_column', importRefusals.no_column_says_which);
const noTimeColumn = (): BadMapping => new BadMapping('import.no_time_column', importRefusals.no_column_says_when);

function noSuchColumn(column: string, use: string, columns: readonly string[]): BadMapping {
  const shown = columns.slice(0, 20).join(', ') + (columns.length > 20 ? ', …' : '');
  return new BadMapping('import.no_such_column', importRefusals.file_no_column_for(column, use, shown));
}
