import { order } from './order.ts';

/**
 * A columnar event log, ordered by (case, time, file order). Events of case `c` are the positions
 * `case_start[c]` up to, not including, `case_start[c + 1]`. Cases and activities are numbered in the order
 * in which the file first names them.
 */
export interface EventLog {
  readonly case_ids: readonly string[];
  readonly activities: readonly string[];
  /** One more entry than there are cases; the last is the number of events. */
  readonly case_start: Int32Array;
  /** Per event, an index into `activities`. */
  readonly activity_of: Int32Array;
  /** Per event, epoch milliseconds. */
  readonly time_ms: Float64Array;
  /** Per event, how many events were added before it. */
  readonly file_order: Int32Array;
}

const FIRST_CAPACITY = 1024;

/**
 * Collects events one by one in the order of a file and gives the ordered log.
 *
 * @example
 * const builder = new LogBuilder();
 * builder.add('A-1', 'demo', Date.UTC(2024, 0, 2));
 * builder.add('A-1', 'call', Date.UTC(2024, 0, 1));
 * builder.finish().activity_of; // [1, 0]: the call came first
 */
export class LogBuilder {
  #cases = new Names();
  #activities = new Names();
  #case_of = new Int32Array(FIRST_CAPACITY);
  #activity_of = new Int32Array(FIRST_CAPACITY);
  #time_ms = new Float64Array(FIRST_CAPACITY);
  #events = 0;

  /** Number of events added so far. */
  get events(): number {
    return this.#events;
  }

  /**
   * Adds one event. Any text is a case id, `NA` and `null` included.
   *
   * @throws RangeError when `time_ms` is not a finite number: such an event has no place in an order.
   */
  add(case_id: string, activity: string, time_ms: number): void {
    if (!Number.isFinite(time_ms)) throw new RangeError('An event of a log needs a finite time in milliseconds.');
    const at = this.#events;
    if (at === this.#case_of.length) this.#grow();
    this.#case_of[at] = this.#cases.index(case_id);
    this.#activity_of[at] = this.#activities.index(activity);
    this.#time_ms[at] = time_ms;
    this.#events = at + 1;
  }

  /** The log of all events added, ordered stably by (case, time, order added). The builder is empty afterwards. */
  finish(): EventLog {
    const log = order({
      case_ids: this.#cases.names,
      activities: this.#activities.names,
      case_of: this.#case_of.subarray(0, this.#events),
      activity_of: this.#activity_of.subarray(0, this.#events),
      time_ms: this.#time_ms.subarray(0, this.#events),
    });
    this.#cases = new Names();
    this.#activities = new Names();
    this.#case_of = new Int32Array(FIRST_CAPACITY);
    this.#activity_of = new Int32Array(FIRST_CAPACITY);
    this.#time_ms = new Float64Array(FIRST_CAPACITY);
    this.#events = 0;
    return log;
  }

  #grow(): void {
    const capacity = Math.ceil(this.#case_of.length * 1.5);
    const case_of = new Int32Array(capacity);
    case_of.set(this.#case_of);
    this.#case_of = case_of;
    const activity_of = new Int32Array(capacity);
    activity_of.set(this.#activity_of);
    this.#activity_of = activity_of;
    const time_ms = new Float64Array(capacity);
    time_ms.set(this.#time_ms);
    this.#time_ms = time_ms;
  }
}

/** Texts numbered in order of first appearance. */
class Names {
  readonly names: string[] = [];
  readonly #indexes = new Map<string, number>();
  #last_name: string | undefined;
  #last_index = -1;

  index(name: string): number {
    // Files mostly keep a case together, so the name before is the likeliest one.
    if (name === this.#last_name) return this.#last_index;
    let index = this.#indexes.get(name);
    if (index === undefined) {
      index = this.names.length;
      const own = detached(name);
      this.names.push(own);
      this.#indexes.set(own, index);
    }
    this.#last_name = this.names[index];
    this.#last_index = index;
    return index;
  }
}

/** A copy with its own memory: a slice of a text that was read keeps the whole text it was cut from alive. */
function detached(text: string): string {
  return text.split('').join('');
}
