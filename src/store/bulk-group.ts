import type { AnyEvent } from './event.ts';

/** One purchase's new events. */
export interface Group {
  purchase_id: string;
  events: AnyEvent[];
}

/** So many events are folded and written at once. */
export const chunk_events = 4_000;

/** Events in groups of one purchase each, about `chunk_events` together. */
export async function* chunksOf(
  batches: AsyncIterable<readonly AnyEvent[]> | Iterable<readonly AnyEvent[]>,
): AsyncGenerator<Group[]> {
  let chunk: Group[] = [];
  let group: Group | undefined;
  let events = 0;
  for await (const batch of batches) {
    for (const event of batch) {
      if (event.stream_kind !== 'purchase') continue;
      if (group?.purchase_id !== event.stream_id) {
        if (events >= chunk_events) {
          yield chunk;
          chunk = [];
          events = 0;
        }
        group = { purchase_id: event.stream_id, events: [] };
        chunk.push(group);
      }
      group.events.push(event);
      events++;
    }
  }
  if (chunk.length > 0) yield chunk;
}

/** The groups with those of the same purchase made one. */
export function merged(groups: readonly Group[]): Group[] {
  const by_id = new Map<string, Group>();
  for (const group of groups) {
    const before = by_id.get(group.purchase_id);
    if (before === undefined) by_id.set(group.purchase_id, group);
    else before.events.push(...group.events);
  }
  return [...by_id.values()];
}
