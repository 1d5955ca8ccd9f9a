import { afterEach, describe, expect, test, vi } from 'vitest';
import { openEar, type Standing } from './standing.ts';

const NOON = Date.parse('2026-03-01T12:00:00.000Z');
const at = (minutes: number): string => new Date(NOON + minutes * 60_000).toISOString();

/** Someone who was let in to listen to `all`, and how they stand when they are looked at. */
function someone(stands: () => Standing = () => ({ listening: 'all', until: null })) {
  const state = { doors: 1, looks: 0 };
  const ear = openEar({ doors: () => state.doors }, 'all', async () => {
    state.looks++;
    return stands();
  });
  return { ear, state };
}

describe('whether someone may still hear', () => {
  afterEach(() => void vi.useRealTimers());

  test('is not known before they were looked at', async () => {
    const { ear } = someone();
    expect(ear.isOpen()).toBe(false);
    expect(await ear.lookAgain()).toBe(true);
    expect(ear.isOpen()).toBe(true);
  });

  test('is asked once, until a door moves', async () => {
    const { ear, state } = someone();
    await ear.lookAgain();
    for (let n = 0; n < 3; n++) expect(ear.isOpen()).toBe(true);
    expect(state.looks).toBe(1);
    state.doors++;
    expect(ear.isOpen()).toBe(false);
    await ear.lookAgain();
    expect(ear.isOpen()).toBe(true);
  });

  test('is asked once more where a door moved while they were looked at', async () => {
    const { ear, state } = someone(() => {
      state.doors++;
      return { listening: 'all', until: null };
    });
    expect(await ear.lookAgain()).toBe(true);
    expect(ear.isOpen()).toBe(false);
  });

  test('is known until what they showed ends by itself', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: NOON });
    const { ear } = someone(() => ({ listening: 'all', until: at(10) }));
    await ear.lookAgain();
    vi.setSystemTime(NOON + 10 * 60_000 - 1);
    expect(ear.isOpen()).toBe(true);
    vi.setSystemTime(NOON + 10 * 60_000);
    expect(ear.isOpen()).toBe(false);
  });

  test.each<[string, () => Standing]>([
    ['they are not let in', () => expect.fail('shown out')],
    ['they may hear something else', () => ({ listening: 'less', until: null })],
  ])('is no where %s', async (_what, stands) => {
    const { ear } = someone(stands);
    expect(await ear.lookAgain()).toBe(false);
    expect(ear.isOpen()).toBe(false);
  });
});
