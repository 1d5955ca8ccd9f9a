import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { LedgerEvent } from '../core/event.ts';
import { fold } from '../core/fold.ts';
import { DEMO_SEED } from '../core/simulate/demo.ts';
import { simulatePurchase } from '../core/simulate/simulate.ts';
import { mediaTypeOf } from '../server/files/media.ts';
import { withFiles } from './demo-files.ts';

const NOW = '2026-06-30T12:00:00.000Z';
const lives = Array.from({ length: 60 }, (_, index) => simulatePurchase(index, DEMO_SEED, NOW));
const furnished = lives.filter((events) => events.some(({ kind }) => kind === 'plan.set'));
const made = furnished.map(withFiles);

describe('files of the demo', () => {
  test('are the same for the same events, and none where there is no plan', () => {
    const [first] = furnished as [LedgerEvent[]];
    expect(withFiles(first)).toEqual(withFiles(structuredClone(first)));
    const bare = lives.find((events) => !furnished.includes(events)) ?? [];
    expect(withFiles(bare)).toEqual({ events: bare, files: [] });
  });

  test('are what their names say, and their events say of the bytes what they are', async () => {
    const kinds = new Set<string>();
    for (const { bytes, event } of made.flatMap(({ files }) => files)) {
      const { name, content } = event.body;
      expect(content?.size_bytes).toBe(bytes.length);
      expect(content?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
      expect(content?.media_type).toBe(await mediaTypeOf(bytes.subarray(0, 4_200), name));
      kinds.add(content?.media_type ?? '');
    }
    expect([...kinds].sort()).toEqual(['application/pdf', 'text/csv', 'text/markdown']);
  });

  test('stand in the order of time, each under an id of its own, and both sides fold them', () => {
    for (const { events, files } of made) {
      const times = events.map(({ occurred_at }) => occurred_at);
      expect([...times].sort()).toEqual(times);
      expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
      const fresh = events.map((event, place) => ({ ...event, seq: place + 1 }));
      const refused: string[] = [];
      for (const view of ['buyer', 'seller'] as const) {
        const onEvent = (_state: unknown, event: { kind: string }, why: unknown): void => {
          if (why !== null) refused.push(event.kind);
        };
        const state = fold(fresh[0]?.stream_id ?? '', fresh, { view, onEvent });
        const own = files.filter(({ event }) => event.zone === 'shared' || event.zone === view);
        for (const { event } of own) expect(state.files[event.body.file_id]).toBeDefined();
      }
      expect(refused).toEqual([]);
    }
  });

  test('say to the supplier nothing of what the buyers keep', () => {
    for (const { events, files } of made) {
      const own = events.filter(({ zone, kind }) => zone === 'buyer' && kind === 'requirement.changed');
      const kept = own.flatMap(({ body }) => ('text' in body && typeof body.text === 'string' ? [body.text] : []));
      const shared = files.filter(({ event }) => event.zone === 'shared').map(({ bytes }) => bytes.toString('utf8'));
      for (const text of kept) expect(shared.some((one) => one.includes(text))).toBe(false);
    }
    expect(made.flatMap(({ files }) => files).some(({ event }) => event.zone === 'buyer')).toBe(true);
  });
});
