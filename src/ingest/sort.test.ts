import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DiskSorter } from './sort.ts';

interface Thing {
  key: string;
  n: number;
}

const byKey = (a: Thing, b: Thing) => (a.key === b.key ? a.n - b.n : a.key < b.key ? -1 : 1);

async function sorted(things: readonly Thing[], chunk_length: number): Promise<Thing[]> {
  const sorter = new DiskSorter<Thing>(byKey, chunk_length);
  try {
    await sorter.add(things);
    const result: Thing[] = [];
    for await (const thing of sorter.sorted()) result.push(thing);
    return result;
  } finally {
    await sorter.close();
  }
}

test('chunks on disk give the same order as memory, whatever text there is', async () => {
  const keys = fc.array(fc.oneof(fc.string(), fc.constantFrom('a\nb', '\u2028', '\ud800', '"', 'constructor')));
  await fc.assert(
    fc.asyncProperty(keys, fc.integer({ min: 1, max: 5 }), async (texts, chunk_length) => {
      const things = texts.map((key, n) => ({ key, n }));
      expect(await sorted(things, chunk_length)).toEqual([...things].sort(byKey));
    }),
    { numRuns: 30 },
  );
});

test('temporary files are taken away', async () => {
  const before = folders();
  const things = Array.from({ length: 10 }, (_, n) => ({ key: String(n % 3), n }));
  const sorter = new DiskSorter<Thing>(byKey, 2);
  await sorter.add(things);
  expect(folders().length).toBeGreaterThan(before.length);
  await sorter.close();
  expect(folders().filter((name) => !before.includes(name))).toEqual([]);
});

const folders = () => readdirSync(tmpdir()).filter((name) => name.startsWith(`coassent-import-${process.pid}-`));
