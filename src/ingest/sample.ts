import type { Batch, Row } from './read/row.ts';

/** How many rows are looked at to recognise times and amounts where the mapping does not say. */
export const SAMPLE_ROWS = 2000;

/** Batches as they come, but the first rows are shown together before any is given. */
export async function* withSample(
  batches: AsyncIterable<Batch>,
  begin: (sample: Row[]) => void,
): AsyncGenerator<Batch> {
  let waiting: Batch[] = [];
  let rows: Row[] = [];
  let begun = false;
  for await (const batch of batches) {
    if (begun) {
      yield batch;
      continue;
    }
    waiting.push(batch);
    rows = rows.concat(batch.rows);
    if (rows.length < SAMPLE_ROWS) continue;
    begin(rows);
    begun = true;
    yield* waiting;
    waiting = [];
  }
  if (begun) return;
  begin(rows);
  yield* waiting;
}
