import { afterAll } from 'vitest';

declare module 'vitest' {
  interface TaskMeta {
    /** What a file of zone tests has counted, by what it is. */
    zones?: Record<string, number>;
  }
}

/** Counts what was proven; `summary.ts` adds up all files and prints it once. */
export function counting(): (what: string, n?: number) => void {
  const counts: Record<string, number> = {};
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern what a hook asks for
  afterAll(({}, suite) => {
    suite.meta.zones = counts;
  });
  return (what, n = 1) => {
    counts[what] = (counts[what] ?? 0) + n;
  };
}
