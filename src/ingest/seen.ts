import { hash } from 'node:crypto';

const FIRST_CAPACITY = 1 << 14;
/** A slot that is free. No hash is this, as 0 is made 1. */
const FREE = 0;

/**
 * Counts how often each case came, in 16 bytes per case: a file may have more cases than memory has room for their
 * names. Cases are told apart by 53 bits of a hash; two of a million that are taken for one another have a chance of
 * 1 in 18,000, and then the second one is only numbered as if it came again.
 */
export class SeenCases {
  #slots = new Float64Array(FIRST_CAPACITY);
  #cases = 0;
  /** Only cases that came more than once. */
  readonly #again = new Map<number, number>();

  /** Notes a case. @returns how often it came before */
  add(case_id: string): number {
    const key = keyOf(case_id);
    const at = this.#find(key);
    if (this.#slots[at] === FREE) {
      this.#slots[at] = key;
      if (++this.#cases * 2 > this.#slots.length) this.#grow();
      return 0;
    }
    const before = (this.#again.get(key) ?? 0) + 1;
    this.#again.set(key, before);
    return before;
  }

  #find(key: number): number {
    let at = key % this.#slots.length;
    while (this.#slots[at] !== FREE && this.#slots[at] !== key) at = (at + 1) % this.#slots.length;
    return at;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Float64Array(old.length * 2);
    for (const key of old) if (key !== FREE) this.#slots[this.#find(key)] = key;
  }
}

function keyOf(case_id: string): number {
  const bytes = hash('sha1', case_id, 'buffer');
  return bytes.readUIntBE(0, 6) * 32 + (bytes.readUInt8(6) % 32) || 1;
}
