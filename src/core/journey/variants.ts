import type { EventLog } from './log.ts';

/** The variants of a log, numbered in order of first appearance. */
export interface Variants {
  readonly count: number;
  /** Per case, the number of its variant. */
  readonly variant_of: Int32Array;
  /** Per variant, the first case that follows it: its activities spell the variant. */
  readonly first_case: Int32Array;
  /** Per variant, how many cases follow it. */
  readonly frequency: Int32Array;
}

/** One variant spelled out, for people and JSON. */
export interface SpelledVariant {
  count: number;
  trace: string[];
}

/**
 * Finds the variants: two cases follow the same variant when their events, in order, have the same activities.
 * Sequences are looked up by a 32-bit hash in an open table; equal hashes are compared event by event, so a
 * collision never merges two variants.
 */
export function findVariants(log: EventLog): Variants {
  const cases = log.case_ids.length;
  const variant_of = new Int32Array(cases);
  const first_case = new Int32Array(cases);
  const frequency = new Int32Array(cases);
  const hashes = new Int32Array(cases);
  const table = new Int32Array(tableSize(cases)).fill(-1);
  const mask = table.length - 1;
  let count = 0;
  for (let c = 0; c < cases; c++) {
    const hash = hashCase(log, c);
    let slot = hash & mask;
    let variant = table[slot] as number;
    while (variant >= 0 && !(hashes[variant] === hash && sameTrace(log, first_case[variant] as number, c))) {
      slot = (slot + 1) & mask;
      variant = table[slot] as number;
    }
    if (variant < 0) {
      variant = count++;
      table[slot] = variant;
      hashes[variant] = hash;
      first_case[variant] = c;
    }
    variant_of[c] = variant;
    frequency[variant] = (frequency[variant] as number) + 1;
  }
  return { count, variant_of, first_case: first_case.slice(0, count), frequency: frequency.slice(0, count) };
}

/** The most frequent variants; equal frequencies in the order of their traces, activity name by activity name. */
export function topVariants(log: EventLog, variants: Variants, limit: number): SpelledVariant[] {
  const numbers = Array.from({ length: variants.count }, (_, variant) => variant);
  const often = (variant: number) => variants.frequency[variant] as number;
  numbers.sort((a, b) => often(b) - often(a));
  const last = numbers[limit - 1];
  // Only variants as frequent as the last one listed can be tied with it: the others need no spelling.
  const candidates = last === undefined ? numbers : numbers.filter((variant) => often(variant) >= often(last));
  return candidates
    .map((variant) => ({ count: often(variant), trace: traceOf(log, variants.first_case[variant] as number) }))
    .sort((a, b) => b.count - a.count || compareTraces(a.trace, b.trace))
    .slice(0, limit);
}

/** The activities of one case in order. */
export function traceOf(log: EventLog, case_index: number): string[] {
  const trace: string[] = [];
  const to = log.case_start[case_index + 1] as number;
  for (let i = log.case_start[case_index] as number; i < to; i++) {
    trace.push(log.activities[log.activity_of[i] as number] as string);
  }
  return trace;
}

function compareTraces(a: string[], b: string[]): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) {
    const x = a[i] as string;
    const y = b[i] as string;
    if (x !== y) return x < y ? -1 : 1;
  }
  return a.length - b.length;
}

/** A power of two at least twice the number of cases keeps the open table half empty at worst. */
function tableSize(cases: number): number {
  return 2 ** Math.max(4, Math.ceil(Math.log2(cases * 2 + 1)));
}

/** FNV-1a over the activity numbers, with a final mixing because only the low bits choose the slot. */
function hashCase(log: EventLog, c: number): number {
  const { activity_of, case_start } = log;
  const to = case_start[c + 1] as number;
  let hash = 0x811c9dc5 | 0;
  for (let i = case_start[c] as number; i < to; i++) hash = Math.imul(hash ^ (activity_of[i] as number), 0x01000193);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  return hash ^ (hash >>> 13);
}

function sameTrace(log: EventLog, a: number, b: number): boolean {
  const { activity_of, case_start } = log;
  const from_a = case_start[a] as number;
  const from_b = case_start[b] as number;
  const length = (case_start[a + 1] as number) - from_a;
  if ((case_start[b + 1] as number) - from_b !== length) return false;
  for (let i = 0; i < length; i++) if (activity_of[from_a + i] !== activity_of[from_b + i]) return false;
  return true;
}
