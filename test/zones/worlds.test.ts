import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { servedApp } from '../served-app.ts';
import { counting } from './count.ts';
import { kept, notPlanted } from './kept.ts';
import type { App } from './people.ts';
import { reads, writes } from './requests.ts';
import { accountWorld, everything, openWorld, play, type World } from './world.ts';

/*
 * Two worlds: the same purchase with and without what one side keeps to itself. Whatever the other side can ask for, write,
 * or is mailed has to be the same in both, byte for byte; then the unique words that were kept are looked for everywhere
 * (canaries). What is asked is generated from the contract.
 */
const app: App = await servedApp();
const count = counting();
const SIDES = [
  ['buyer', 'seller'],
  ['seller', 'buyer'],
] as const;

/** What rests on something else: it comes after all shared things, and only where that is kept too. */
const RESTING = new Map<string, readonly string[]>([
  ['assent.private_reason', []],
  ['weights.stated', []],
  ['contradiction.opened', []],
  ['contradiction.resolved', ['contradiction.opened']],
  ['score.changed', ['option.changed', 'requirement.changed']],
  ['option.costed', ['option.changed']],
  ['assumption.judged', ['assumption.changed']],
  ['assumption.commented', ['assumption.changed']],
  ['realised.recorded', ['driver.changed']],
  ['question.answered', ['question.asked']],
  ['question.closed', ['question.asked']],
  ['answer.accepted', ['question.asked', 'question.answered']],
  ['step.progressed', ['step.changed']],
  ['step.commented', ['step.changed']],
]);

test.each(SIDES)('everything that the %s side can keep is kept in these worlds', (side) => {
  expect(notPlanted(side)).toEqual([]);
});

describe.each(SIDES)('what the %s side keeps to itself', (side, other) => {
  const compare = async (one: World, plain: string[]) => {
    const answers = await everything(app, one, other);
    count('pairs of worlds compared');
    count('answers compared between worlds', answers.length);
    for (const [at, answer] of answers.entries()) expect(answer).toBe(plain[at]);
    expect(answers.length).toBe(plain.length);
  };

  test('changes nothing, byte for byte, of what the other side can ask for', async () => {
    const bare = await openWorld(app);
    await play(app, bare, side, [], []);
    const plain = await everything(app, bare, other);
    expect(plain.length).toBeGreaterThan(2 * reads('x').length + writes('x').length);
    const all = kept(side, bare.cast, (what) => `canary ${what}`);
    const places = fc.array(fc.integer({ min: 3, max: 5 }), { minLength: all.length, maxLength: all.length });
    const picks = fc.subarray(
      all.map((_command, at) => at),
      { minLength: 1 },
    );
    await fc.assert(
      fc.asyncProperty(picks, places, async (chosen, at) => {
        const picked = all.filter((_command, n) => chosen.includes(n));
        const secrets = picked.filter(({ kind }) => standsOn(kind, picked));
        const world = await openWorld(app);
        await play(
          app,
          world,
          side,
          secrets,
          at.map((place, n) => (RESTING.has(secrets[n]?.kind ?? '') ? 5 : place)),
        );
        await compare(world, plain);
      }),
      // A failure names the answer that differs; smaller worlds would say no more of it.
      { numRuns: 6, endOnFailure: true },
    );
  });

  test('changes nothing where there are accounts, rooms and mails', async () => {
    const [bare, full] = [
      await accountWorld(app, side === 'buyer' ? 1 : 3),
      await accountWorld(app, side === 'buyer' ? 2 : 4),
    ];
    await play(app, bare, side, [], []);
    await play(
      app,
      full,
      side,
      kept(side, full.cast, (what) => `canary ${what}`),
      [],
    );
    await compare(full, await everything(app, bare, other));
  });

  test('stands nowhere that the other side, or another workspace, can look', async () => {
    const words: string[] = [];
    const mark = (what: string): string => {
      const word = `canary-${what.replaceAll(' ', '-')}-${randomUUID().slice(0, 8)}`;
      words.push(word);
      return word;
    };
    const [world, elsewhere] = [await openWorld(app), await openWorld(app)];
    await play(app, world, side, kept(side, world.cast, mark), []);
    await play(app, elsewhere, side, [], []);
    count('canaries planted', words.length);
    const printed = listening();
    const own = (await everything(app, world, side)).join('\n');
    // Else nothing would be proven: its own side reads nearly all of them (a later name hides an earlier one).
    expect(words.filter((word) => own.includes(word)).length).toBeGreaterThan(words.length * 0.8);
    const answers = [
      ...(await everything(app, world, other)),
      ...(await everything(app, elsewhere, side)),
      ...(await everything(app, elsewhere, other)),
      JSON.stringify(app.mails),
      JSON.stringify(app.failures.map(String)),
      printed(),
    ];
    count('answers, mails and logs swept for canaries', answers.length);
    for (const answer of answers) expect(words.filter((word) => answer.includes(word))).toEqual([]);
  });
});

/** Whether what a secret rests on is among those chosen. */
const standsOn = (kind: string, chosen: readonly { kind: string }[]): boolean =>
  (RESTING.get(kind) ?? []).every((needed) => chosen.some((one) => one.kind === needed));

/** Takes down what the program prints meanwhile. */
function listening(): () => string {
  const printed: string[] = [];
  const streams = [process.stdout, process.stderr];
  const before = streams.map((stream) => stream.write);
  for (const [at, stream] of streams.entries()) {
    stream.write = ((...given: Parameters<typeof stream.write>) => {
      printed.push(String(given[0]));
      return before[at]?.apply(stream, given) ?? true;
    }) as typeof stream.write;
  }
  return () => {
    for (const [at, stream] of streams.entries()) if (before[at] !== undefined) stream.write = before[at];
    return printed.join('\n');
  };
}
