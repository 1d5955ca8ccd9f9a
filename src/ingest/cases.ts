import { importRefusals } from '../catalogue/import-refusals.ts';
import { type Fact, UNTIMED } from './fact.ts';
import type { ImportOptions } from './import.ts';
import { SeenCases } from './seen.ts';
import { DiskSorter } from './sort.ts';

/** All facts of one purchase in the order (time, file order), and how often the purchase came before. */
export interface CaseFacts {
  facts: Fact[];
  run: number;
}

/** Cases of a file that keeps each together. One that comes again is given again, as another run. */
export async function* casesInPlace(pieces: AsyncIterable<Fact[]>): AsyncGenerator<CaseFacts> {
  const seen = new SeenCases();
  let facts: Fact[] = [];
  for await (const piece of pieces) {
    for (const fact of piece) {
      if (facts.length > 0 && facts[0]?.case_id !== fact.case_id) {
        yield inOrder(facts, seen);
        facts = [];
      }
      facts.push(fact);
    }
  }
  if (facts.length > 0) yield inOrder(facts, seen);
}

function inOrder(facts: Fact[], seen: SeenCases): CaseFacts {
  facts.sort((a, b) => a.time_ms - b.time_ms || a.order - b.order);
  return { facts, run: seen.add(facts[0]?.case_id ?? '') };
}

/** Cases whose facts may be scattered over the file or several files. */
export async function* casesSorted(
  pieces: AsyncIterable<Fact[]>,
  options: Pick<ImportOptions, 'chunk_length' | 'mapping' | 'onRefused'>,
): AsyncGenerator<CaseFacts> {
  const sorter = new DiskSorter<Fact>(byCase, options.chunk_length);
  try {
    for await (const piece of pieces) await sorter.add(piece);
    let facts: Fact[] = [];
    for await (const fact of sorter.sorted()) {
      if (facts.length > 0 && facts[0]?.case_id !== fact.case_id) {
        if (isTimed(facts, options)) yield { facts, run: 0 };
        facts = [];
      }
      facts.push(fact);
    }
    if (facts.length > 0 && isTimed(facts, options)) yield { facts, run: 0 };
  } finally {
    await sorter.close();
  }
}

function byCase(a: Fact, b: Fact): number {
  if (a.case_id !== b.case_id) return a.case_id < b.case_id ? -1 : 1;
  return a.time_ms - b.time_ms || a.order - b.order;
}

/** Gives facts without a time that of the first that has one, else that of the mapping; false where there is none. */
function isTimed(facts: Fact[], options: Pick<ImportOptions, 'mapping' | 'onRefused'>): boolean {
  if (facts[0]?.time_ms !== UNTIMED) return true;
  const { at } = options.mapping.time;
  const time_ms = facts.find((fact) => fact.time_ms !== UNTIMED)?.time_ms ?? (at === undefined ? null : Date.parse(at));
  for (const fact of facts) {
    if (time_ms === null) {
      options.onRefused?.({
        line: fact.line,
        column: null,
        value: fact.case_id,
        code: 'time.blank',
        reason: importRefusals.nothing_purchase_says_when,
      });
    } else if (fact.time_ms === UNTIMED) fact.time_ms = time_ms;
  }
  return time_ms !== null;
}
