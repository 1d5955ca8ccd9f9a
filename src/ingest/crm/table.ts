import { importRefusals } from '../../catalogue/import-refusals.ts';
import type { Mapping, Refusal } from '../../core/mapping.ts';
import { AmountReader } from '../amount.ts';
import { bareFact, type Fact, UNTIMED } from '../fact.ts';
import { UnreadableFile } from '../read/broken.ts';
import { openRows } from '../read/open.ts';
import { type Row, type RowSource, refuse } from '../read/row.ts';
import type { ParseTime } from '../read/time-parse.ts';
import { asRefusal, timeParser } from '../rows.ts';
import { SAMPLE_ROWS, withSample } from '../sample.ts';

/** What is said of all parts of an import. */
export interface PartContext {
  mapping: Mapping;
  onRefused: (refusal: Refusal) => void;
  /** Numbers facts in the order in which they are read. */
  nextOrder: () => number;
}

/** `StageName`, `stage_name` and `Stage Name` are one column; HubSpot's exports put `property_` in front. */
export function plainName(column: string): string {
  return column
    .toLowerCase()
    .replace(/^property_/, '')
    .replace(/[^a-z0-9]/g, '');
}

/** One part of an export while it is read: cells by plain column names, times and amounts as their columns write them. */
export class PartTable {
  readonly part: string;
  readonly #context: PartContext;
  readonly #source: RowSource;
  /** By plain name; columns that the mapping ignores are not there. */
  readonly #index_of = new Map<string, number>();
  readonly #times = new Map<number, ParseTime>();
  readonly #amounts = new Map<number, AmountReader>();
  #sample: Row[] = [];

  private constructor(part: string, source: RowSource, context: PartContext) {
    this.part = part;
    this.#source = source;
    this.#context = context;
  }

  static async open(part: string, path: string, context: PartContext): Promise<PartTable> {
    return new PartTable(part, await openRows(path), context);
  }

  get bytes_read(): number {
    return this.#source.bytes_read;
  }

  /** The rows; those that cannot be read are refused. */
  async *rows(): AsyncGenerator<Row[]> {
    for await (const batch of withSample(this.#source.batches(), (sample) => this.#begin(sample))) {
      for (const refusal of batch.refused) this.#context.onRefused(asRefusal(refusal));
      yield batch.rows;
    }
  }

  #begin(sample: Row[]): void {
    this.#sample = sample.slice(0, SAMPLE_ROWS);
    const { columns } = this.#context.mapping;
    this.#source.columns.forEach((column, at) => {
      const plain = plainName(column);
      if (columns[`${this.part}/${column}`] !== 'ignore' && !this.#index_of.has(plain)) this.#index_of.set(plain, at);
    });
  }

  /** The first of some columns that is filled in, by plain names; '' where none is. */
  text(row: Row, ...names: string[]): string {
    for (const name of names) {
      const value = row.cells[this.#index_of.get(name) ?? -1]?.trim() ?? '';
      if (value !== '') return value;
    }
    return '';
  }

  /** Whether a column says yes. */
  isTrue(row: Row, name: string): boolean {
    return /^(?:true|t|yes|y|1)$/i.test(this.text(row, name));
  }

  /** Epoch milliseconds of the first of some columns that is filled in; `UNTIMED` where none is, null where it is bad. */
  time(row: Row, ...names: string[]): number | null {
    for (const name of names) {
      const value = this.text(row, name);
      if (value === '') continue;
      const time = this.#parser(name)(value);
      if (typeof time === 'number') return time;
      return this.refuse(row, name, value, time.code, time.reason);
    }
    return UNTIMED;
  }

  #parser(name: string): ParseTime {
    const at = this.#index_of.get(name) ?? -1;
    let parse = this.#times.get(at);
    if (parse === undefined) {
      parse = timeParser(
        this.#context.mapping,
        this.#sample.map((row) => row.cells[at] ?? ''),
      );
      this.#times.set(at, parse);
    }
    return parse;
  }

  /** Puts the amount of a column into a fact. */
  takeAmount(fact: Fact, row: Row, name: string): void {
    const at = this.#index_of.get(name);
    if (at === undefined) return;
    let reader = this.#amounts.get(at);
    if (reader === undefined) {
      const sample = this.#sample.map((one) => one.cells[at] ?? '');
      reader = new AmountReader(sample, this.#context.mapping.currency);
      this.#amounts.set(at, reader);
    }
    const value = row.cells[at] ?? '';
    const amount = reader.read(value, this.text(row, 'currencyisocode', 'dealcurrencycode', 'currency'));
    if (amount === null) return;
    if ('code' in amount) {
      this.refuse(row, name, value, amount.code, importRefusals.and_rest_taken(amount.reason));
      return;
    }
    fact.amount_minor = amount.amount_minor;
    fact.currency = amount.currency;
  }

  /** A fact of this part's row. */
  fact(row: Row, case_id: string, time_ms: number): Fact {
    return bareFact(case_id, time_ms, row.line, this.#context.nextOrder());
  }

  /** Lists a row, or a part of one, as not taken. */
  refuse(row: Row, name: string, value: string, code: string, reason: string): null {
    const column = this.#source.columns[this.#index_of.get(name) ?? -1];
    const where = column === undefined ? this.part : `${this.part}/${column}`;
    this.#context.onRefused(asRefusal(refuse(row.line, where, value, code, reason)));
    return null;
  }
}

type SideName = Parameters<typeof importRefusals.too_many_side_rows>[1];

/** What is kept in memory to join the parts of an export. */
export class SideTable<V> {
  readonly #name: SideName;
  readonly #values = new Map<string, V>();

  constructor(name: SideName) {
    this.#name = name;
  }

  get(key: string): V | undefined {
    return this.#values.get(key);
  }

  has(key: string): boolean {
    return this.#values.has(key);
  }

  /** @throws UnreadableFile beyond `MAX_SIDE_ROWS` */
  set(key: string, value: V): void {
    this.#values.set(key, value);
    if (this.#values.size <= MAX_SIDE_ROWS) return;
    const message = importRefusals.too_many_side_rows(MAX_SIDE_ROWS, this.#name);
    throw new UnreadableFile('crm.too_many_rows', message);
  }
}

/** Contacts, accounts and links are held in memory, at a few hundred bytes each. Deals, history and tasks are not. */
const MAX_SIDE_ROWS = 1_000_000;
