import { describe, expect, test } from 'vitest';
import type { Command } from '../../src/core/decide.ts';
import { servedApp } from '../served-app.ts';
import { counting } from './count.ts';
import type { App } from './people.ts';
import { everything, openWorld, play, run, type World } from './world.ts';

/*
 * What is said without a name: two worlds that differ only in who of the buyers asked. A colleague, who governs the buyer
 * side, and a seller ask for everything there is, and write; all that they get has to be the same, byte for byte.
 */
const app: App = await servedApp();
const count = counting();
const BUYERS = ['dana', 'gus', 'hal'];

const question: Command = {
  kind: 'question.asked',
  body: { question_id: 'nameless', text: 'Are we sure of this?', anonymous: true },
};
const answer: Command = {
  kind: 'question.answered',
  body: { question_id: 'nameless', answer_id: 'own', text: 'I am not.', anonymous: true },
};

/** A world in which one buyer asks and answers without a name. */
async function worldOf(who: string, zone: 'buyer' | 'shared'): Promise<World> {
  const world = await openWorld(app);
  await play(app, world, 'buyer', [], []);
  for (const person_id of BUYERS.slice(1)) {
    const name: Command = { kind: 'stakeholder.named', body: { person_id, name: person_id, roles: ['user'] } };
    await run(app, world, 'buyer', [name], `name ${person_id}`);
    await run(app, as(world, person_id), 'buyer', [{ kind: 'stakeholder.entered', body: { person_id } }], person_id);
  }
  await run(app, as(world, who), 'buyer', [{ ...question, zone }], 'ask');
  await run(app, as(world, who), 'buyer', [{ ...answer, zone }], 'answer');
  return world;
}

/** The same world, as a buyer. */
const as = (world: World, person_id: string): World => ({
  ...world,
  cast: { ...world.cast, buyer: person_id },
  shown: { ...world.shown, buyer: { 'x-acting-as': person_id } },
});

describe.each(['buyer', 'shared'] as const)('who asked without a name, in the %s zone', (zone) => {
  test.each([
    ['a colleague who governs', 'buyer'],
    ['a seller', 'seller'],
  ] as const)('is told to %s by nothing that they can ask for', async (_who, side) => {
    const [by_dana, by_gus] = [await worldOf('dana', zone), await worldOf('gus', zone)];
    const first = await everything(app, as(by_dana, 'hal'), side);
    const second = await everything(app, as(by_gus, 'hal'), side);
    count('answers compared between worlds', first.length);
    for (const [at, one] of first.entries()) expect(second[at]).toBe(one);
    // Else nothing would be proven: it is there to be read, where it may be.
    expect(first.some((one) => one.includes('Are we sure of this?'))).toBe(side === 'buyer' || zone === 'shared');
  });

  test('is told to who it was', async () => {
    const world = await worldOf('dana', zone);
    const own = (await everything(app, as(world, 'dana'), 'buyer')).join('\n');
    const others = (await everything(app, as(world, 'hal'), 'buyer')).join('\n');
    expect([own.includes('question.owned'), others.includes('question.owned')]).toEqual([true, false]);
  });
});
