import type { EndedImport } from './kinds.ts';

/** An import as its notice tells it. */
export interface ToldImport {
  name: string;
  state: string;
  failure: string | null;
  events: number;
  purchases: number;
  refused: number;
}

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;

/** How an import ended, in words; null where it was undone or done again since, and then it is not told. */
export function importText({ name, state, failure, ...told }: ToldImport, ended: EndedImport): string | null {
  if (state !== ended.state) return null;
  if (state === 'failed') return `“${name}” could not be imported. ${failure ?? 'Look at it, and import it again.'}`;
  const { events, purchases, refused } = told;
  const done = `“${name}” is imported: ${counted(events, 'event', 'events')} in ${counted(purchases, 'purchase', 'purchases')}.`;
  if (refused === 0) return done;
  return `${done} ${counted(refused, 'row was', 'rows were')} refused: see why, and mend the file.`;
}
