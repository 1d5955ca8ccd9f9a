import { describe, expect, test } from 'vitest';
import { ann, at, begun, moving, read } from '../../test/core/moves.ts';
import { fold } from './fold.ts';
import type { Move } from './moving.ts';
import type { Zone } from './zone.ts';

const requirement = (zone: Zone, text = 'quiet') => ({
  kind: 'requirement.changed',
  occurred_at: at(3),
  zone,
  actor: ann,
  body: { requirement_id: 'r1', text },
});
const touch = (more: object = {}) => ({
  kind: 'touch.recorded',
  occurred_at: at(3),
  zone: 'buyer',
  actor: ann,
  body: { channel: 'phone' },
  ...more,
});

describe('moving between zones', () => {
  test('what was private is said again in shared, and noted on its own side only', () => {
    expect(moving([requirement('buyer')])).toEqual([
      { kind: 'requirement.changed', zone: 'shared', body: { requirement_id: 'r1', text: 'quiet' } },
      { kind: 'event.zone_moved', zone: 'buyer', body: { event_id: 'e3', to: 'shared' } },
    ]);
  });

  test('what was shared is voided there before it stands in the own zone', () => {
    expect(moving([requirement('shared')], { to: 'buyer' })).toMatchObject([
      { kind: 'event.corrected', zone: 'shared', body: { event_id: 'e3', body: null } },
      { kind: 'requirement.changed', zone: 'buyer' },
      { kind: 'event.zone_moved', zone: 'buyer', body: { to: 'buyer' } },
    ]);
  });

  test.each([
    ['zone.not_yours', [requirement('shared')], { to: 'seller', side: 'seller', person_id: 'sam', governs: true }],
    ['zone.not_yours', [requirement('buyer')], { to: 'seller' }],
    ['zone.not_yours', [requirement('buyer')], { side: 'none', person_id: null, governs: true }],
    ['move.there_already', [requirement('shared')], {}],
    ['move.not_yours', [requirement('buyer')], { person_id: 'ben' }],
    ['move.imported', [touch({ import_id: 'i1' })], {}],
    ['move.not_newest', [requirement('buyer'), { ...requirement('buyer', 'silent'), occurred_at: at(4) }], {}],
    ['zone.not_for_kind', [], { event_id: 'e2', to: 'buyer' }],
  ] as [string, object[], Partial<Move>][])('%s', (code, lines, move) => {
    expect(moving(lines, move)).toMatchObject({ rejection: { code } });
  });

  test('a statement of a person is moved by that person alone, whoever governs', () => {
    const given = { kind: 'assent.given', occurred_at: at(3), zone: 'buyer', actor: ann };
    const line = { ...given, body: { job_id: 'validation', person_id: 'ann' } };
    expect(moving([line], { person_id: 'ben', governs: true })).toMatchObject({
      rejection: { code: 'assent.not_yours' },
    });
    expect(moving([line])).toMatchObject([{ kind: 'assent.given', zone: 'shared' }, { kind: 'event.zone_moved' }]);
  });

  test('an event that one may not read is not there', () => {
    expect(moving([], { event_id: 'e9' })).toBeNull();
  });

  test('a touch that was moved counts once on its own side, and for the other side as any touch', () => {
    const lines = [
      ...begun,
      touch(),
      touch({ zone: 'shared' }),
      {
        kind: 'event.zone_moved',
        occurred_at: at(4),
        zone: 'buyer',
        actor: ann,
        body: { event_id: 'e3', to: 'shared' },
      },
    ];
    const events = read(lines);
    for (const view of ['buyer', 'seller'] as const) {
      expect(fold('p', events, { view }).touches.count).toBe(1);
      expect(fold('p', events, { view, as_of: at(3) }).touches.count).toBe(view === 'buyer' ? 2 : 1);
    }
  });

  test('the other side cannot take an event out of the count by saying that it moved', () => {
    const foreign = { kind: 'person', id: 'sam', side: 'seller' };
    const moved = { kind: 'event.zone_moved', occurred_at: at(4), zone: 'seller', actor: foreign };
    const events = read([...begun, touch({ zone: 'shared' }), { ...moved, body: { event_id: 'e3', to: 'shared' } }]);
    expect(fold('p', events, { view: 'seller' }).touches.count).toBe(1);
  });
});

describe('a question that its side moves back to itself', () => {
  const sam = { kind: 'person', id: 'sam', side: 'seller' };
  const asked = { kind: 'question.asked', actor: ann, body: { question_id: 'q', text: 'Does it hum?' } };
  const thread = [
    { ...asked, occurred_at: at(3), zone: 'shared' },
    {
      kind: 'question.answered',
      ...{ occurred_at: at(4), zone: 'shared', actor: sam },
      body: { question_id: 'q', answer_id: 'a', text: 'At night.' },
    },
    {
      kind: 'answer.accepted',
      ...{ occurred_at: at(5), zone: 'shared', actor: ann },
      body: { question_id: 'q', answer_id: 'a' },
    },
  ];
  /** What the commands of a move write, on the sixth day, by Ben. */
  const moved = (lines: readonly object[], event_id: string) => {
    const commands = moving(lines, { event_id, to: 'buyer', person_id: 'ben', governs: true });
    if (!Array.isArray(commands)) throw new Error('not moved');
    return read([
      ...begun,
      ...lines,
      ...commands.map((one) => ({ ...one, occurred_at: at(6), actor: { ...ann, id: 'ben' } })),
    ]);
  };

  test('keeps its answers and which of them was accepted, who asked it and when', () => {
    const { q } = fold('p', moved(thread, 'e3'), { view: 'buyer' }).questions;
    expect(q).toMatchObject({ zone: 'buyer', by: 'ann', at: at(3), text: 'Does it hum?' });
    expect(q?.answers).toMatchObject([{ answer_id: 'a', text: 'At night.', by: 'sam', zone: 'shared' }]);
    expect(q?.accepted).toMatchObject({ answer_id: 'a', by: 'ann' });
  });

  test('is gone for the other side, whose answer stays in the ledger and as it was before', () => {
    const events = moved(thread, 'e3');
    expect(fold('p', events, { view: 'seller' }).questions).toEqual({});
    expect(events.filter(({ kind, zone }) => kind === 'question.answered' && zone === 'shared')).toHaveLength(1);
    expect(fold('p', events, { view: 'seller', as_of: at(5) }).questions.q?.answers).toHaveLength(1);
  });

  test('after it was shared, stands once, as it stood', () => {
    const shared = [
      { ...asked, occurred_at: at(3), zone: 'buyer' },
      { ...asked, occurred_at: at(4), zone: 'shared' },
      {
        kind: 'event.zone_moved',
        occurred_at: at(4),
        zone: 'buyer',
        actor: ann,
        body: { event_id: 'e3', to: 'shared' },
      },
      ...thread.slice(1),
    ];
    const { q } = fold('p', moved(shared, 'e4'), { view: 'buyer' }).questions;
    expect(q).toMatchObject({ zone: 'buyer', event_id: 'e3', answers: [{ answer_id: 'a' }] });
    expect(fold('p', moved(shared, 'e4'), { view: 'seller' }).questions).toEqual({});
  });

  test('an answer moved back stays the accepted one', () => {
    const own = { ...thread[1], actor: ann };
    const { q } = fold('p', moved([thread[0] as object, own, thread[2] as object], 'e4'), { view: 'buyer' }).questions;
    expect(q?.answers).toMatchObject([{ answer_id: 'a', zone: 'buyer', at: at(4) }]);
    expect(q?.accepted).toMatchObject({ answer_id: 'a' });
  });
});
