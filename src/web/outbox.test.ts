import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Discarded, discardUnsent, sendOrKeep, sendUnsent } from './outbox.ts';

/** A connection that is there or not, and what arrived over it, in order. */
function connection() {
  const line = { up: false, arrived: [] as string[] };
  const write = (what: string, same = what) =>
    sendOrKeep(same, async () => {
      if (!line.up) throw new TypeError('Failed to fetch');
      line.arrived.push(what);
      return new Response(what);
    });
  return { line, write };
}

describe('writes without a connection', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    discardUnsent();
    vi.useRealTimers();
  });

  it('are sent in order when it is back, each once, and answer who asked', async () => {
    const { line, write } = connection();
    const [first, second] = [write('a'), write('b')];
    const again = write('a');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(line.arrived).toEqual([]);
    line.up = true;
    sendUnsent();
    expect(await Promise.all([first, second, again].map(async (one) => (await one).text()))).toEqual(['a', 'b', 'a']);
    expect(line.arrived).toEqual(['a', 'b']);
  });

  it('that were ended on the way are wanted no more', async () => {
    const ended = new DOMException('ended', 'AbortError');
    await expect(sendOrKeep('a', () => Promise.reject(ended))).rejects.toBe(ended);
    const { line, write } = connection();
    line.up = true;
    expect(await (await write('b')).text()).toBe('b');
  });

  it('are tried again by themselves', async () => {
    const { line, write } = connection();
    const answer = write('a');
    line.up = true;
    await vi.advanceTimersByTimeAsync(16_000);
    expect(await (await answer).text()).toBe('a');
  });

  it('wait behind those that wait already', async () => {
    const { line, write } = connection();
    const first = write('a');
    await vi.advanceTimersByTimeAsync(0);
    line.up = true;
    const second = write('b');
    await vi.advanceTimersByTimeAsync(16_000);
    await Promise.all([first, second]);
    expect(line.arrived).toEqual(['a', 'b']);
  });

  it('are given up when someone says so', async () => {
    const { line, write } = connection();
    const given_up = write('a').catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(0);
    discardUnsent();
    expect(await given_up).toBeInstanceOf(Discarded);
    line.up = true;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(line.arrived).toEqual([]);
  });

  it('that are refused are answered, and the next one goes on', async () => {
    const { line, write } = connection();
    line.up = true;
    const refused = await sendOrKeep('no', async () => new Response('no', { status: 409 }));
    expect(refused.status).toBe(409);
    expect(await (await write('b')).text()).toBe('b');
  });
});
