import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '../../test/postgres.ts';
import type { Command } from '../core/decide.ts';
import { fold } from '../core/fold.ts';
import { type Executed, execute } from './command.ts';
import { allEvents, getPurchase, listEvents } from './purchase.ts';
import { scopeOf } from './scope.ts';
import { makeWorkspace } from './workspace.ts';

const { db } = await freshDatabase();
const workspace_id = 'acme';
const now = '2026-03-01T10:00:00.000Z';
const dana = scopeOf(workspace_id, 'dana', 'buyer');
const sven = scopeOf(workspace_id, 'sven', 'seller');

beforeAll(async () => {
  await makeWorkspace(db, { workspace_id, name: 'Acme', simulated: false, created_at: now });
});

function ask(
  scope: typeof dana,
  purchase_id: string,
  commands: Command[],
  more: { command_id?: string; now?: string } = {},
) {
  return execute(db, scope, {
    purchase_id,
    commands,
    actor: { kind: 'person', id: scope.person_id ?? 'operator', side: scope.side },
    on_behalf_of: null,
    command_id: randomUUID(),
    source: null,
    now,
    ...more,
  });
}

async function done(result: ReturnType<typeof ask>): Promise<Executed> {
  const answer = await result;
  if ('rejection' in answer) throw new Error(`${answer.rejection.code}: ${answer.rejection.message}`);
  return answer;
}

/** A new purchase of one job, with Dana, who has to agree to it. */
async function opened(people: string[] = ['dana']): Promise<string> {
  const purchase_id = randomUUID();
  const job = {
    job_id: 'j',
    name: 'J',
    sentence: 'It is done.',
    phase: 'decide',
    required_roles: ['champion'],
  } as const;
  await done(
    ask(sven, purchase_id, [
      {
        kind: 'purchase.opened',
        body: {
          name: 'Lathe',
          template: 'none',
          jobs: [{ ...job, required_roles: ['champion'], rests_on: ['requirements'], quorum: '2/3' }],
        },
      },
      ...people.map((person_id) => ({
        kind: 'stakeholder.named' as const,
        body: { person_id, name: `Name of ${person_id}`, roles: ['champion' as const] },
      })),
    ]),
  );
  return purchase_id;
}

const agree = (person_id: string, seen?: string | null): Command => ({
  kind: 'assent.given',
  body: { job_id: 'j', person_id },
  ...(seen === undefined ? {} : { seen }),
});

describe('a command', () => {
  it('is stored with what follows from it in both views', async () => {
    const purchase_id = await opened();
    const { events, state } = await done(ask(dana, purchase_id, [agree('dana')]));
    expect(events.map(({ kind, seq }) => [kind, seq])).toEqual([
      ['stakeholder.entered', 3],
      ['assent.given', 4],
    ]);
    for (const scope of [dana, sven]) {
      const stored = await getPurchase(db, scope, purchase_id);
      expect(stored?.state).toEqual(fold(purchase_id, await allEvents(db, scope, purchase_id), { view: scope.view }));
      expect(stored?.state.jobs[0]?.complete).toHaveLength(1);
    }
    expect((await getPurchase(db, dana, purchase_id))?.state).toEqual(state);
  });

  it('delivered again is answered as the first time and stores nothing', async () => {
    const purchase_id = await opened();
    const command_id = randomUUID();
    const first = await done(ask(dana, purchase_id, [agree('dana')], { command_id }));
    const again = await done(ask(dana, purchase_id, [agree('dana')], { command_id, now: '2026-03-02T10:00:00.000Z' }));
    expect(again).toEqual({ ...first, repeated: true });
    expect(await ask(dana, purchase_id, [agree('eve')], { command_id })).toMatchObject({
      rejection: { code: 'command.reused_with_other_body' },
    });
    expect(await allEvents(db, dana, purchase_id)).toHaveLength(4);
  });

  it('is refused whole when one of several is', async () => {
    const purchase_id = await opened();
    const result = await ask(dana, purchase_id, [agree('dana'), agree('sven')]);
    expect(result).toMatchObject({ rejection: { code: 'group.not_a_stakeholder' }, index: 1 });
    expect(await allEvents(db, dana, purchase_id)).toHaveLength(2);
  });

  it('kept private is not there for the other side, down to the bytes', async () => {
    const purchase_id = await opened();
    const before = await getPurchase(db, sven, purchase_id);
    await done(ask(dana, purchase_id, [{ ...agree('dana'), zone: 'buyer' }]));
    expect(await getPurchase(db, sven, purchase_id)).toEqual(before);
    expect((await getPurchase(db, dana, purchase_id))?.version).not.toBe(before?.version);
    expect((await listEvents(db, sven, purchase_id, { limit: 50 })).events).toHaveLength(2);
    expect((await listEvents(db, dana, purchase_id, { limit: 50 })).events).toHaveLength(3);
  });
});

describe('fifty writers at once on one purchase', () => {
  it('lose nothing, and each place in the stream is taken once', async () => {
    const people = Array.from({ length: 50 }, (_, i) => `p${i}`);
    const purchase_id = await opened(people);
    await Promise.all(
      people.map((person) => done(ask(scopeOf(workspace_id, person, 'buyer'), purchase_id, [agree(person)]))),
    );
    const events = await allEvents(db, dana, purchase_id);
    expect(events.map((event) => event.seq)).toEqual(Array.from({ length: 151 }, (_, i) => i + 1));
    const stored = await getPurchase(db, dana, purchase_id);
    expect(Object.keys(stored?.state.jobs[0]?.assents ?? {}).sort()).toEqual([...people].sort());
    expect(stored?.state).toEqual(fold(purchase_id, events, { view: 'buyer' }));
  });

  it('conflict only where the same thing was changed', async () => {
    const purchase_id = await opened();
    const change = (requirement_id: string, text: string): Command => ({
      kind: 'requirement.changed',
      body: { requirement_id, text },
      seen: null,
    });
    const writers = Array.from({ length: 50 }, (_, i) => ask(dana, purchase_id, [change(`r${i % 25}`, `text ${i}`)]));
    const results = await Promise.all(writers);
    const refused = results.filter((result) => 'rejection' in result);
    expect(refused).toHaveLength(25);
    expect(refused[0]).toMatchObject({ rejection: { code: 'conflict.changed_meanwhile' } });
    expect(Object.keys((await getPurchase(db, dana, purchase_id))?.state.basis.requirements ?? {})).toHaveLength(25);
  });
});

describe('the ledger of a purchase', () => {
  it('is read in pages, newest first, without repeating or missing any', async () => {
    const purchase_id = await opened(['a', 'b', 'c', 'd']);
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listEvents(db, dana, purchase_id, { limit: 2, after });
      seen.push(...page.events.map((event) => event.id));
      after = page.next ?? undefined;
    } while (after !== undefined);
    const all = await allEvents(db, dana, purchase_id);
    expect(seen).toEqual(all.map((event) => event.id).reverse());
  });

  it('keeps names and free text outside of the events', async () => {
    const purchase_id = await opened();
    const { rows } = await db.owner.query(
      `select body::text from event where stream_id = $1 and kind = 'stakeholder.named'`,
      [purchase_id],
    );
    expect(rows[0].body).not.toContain('Name of dana');
    await db.owner.query('delete from outside_text where content = $1', ['Name of dana']);
    expect((await listEvents(db, dana, purchase_id, { limit: 1 })).events[0]?.body).toMatchObject({ name: '(erased)' });
  });
});
