import { describe, expect, test } from 'vitest';
import { auditSentence } from './audit.ts';

const ada = { kind: 'person', id: 'ada', side: 'seller' };
const names = (id: string) => ({ ada: 'Ada', kim: 'Kim' })[id] ?? null;
const said = (action: string, about: object = {}, actor: object = ada) =>
  auditSentence({ action, about: { ...about }, actor: { ...actor } }, names);

describe('an entry of the log, in words', () => {
  test.each([
    ['guest.let_in', { person_id: 'kim' }, 'Ada let in Kim.'],
    ['guest.let_in', { email: 'kim@mills.example' }, 'Ada let in kim@mills.example.'],
    ['guest.entered', { email: '(erased)' }, 'Ada came in.'],
    ['pass.made', { email: '(erased)' }, 'Ada invited someone (erased) into the room.'],
    ['guest.entered', { email: 'k@m.example', administrator: true }, 'Ada came in (k@m.example), and governs.'],
    ['guest.refused', { person_id: 'kim' }, 'Ada refused Kim.'],
    ['guest.waits', { email: 'k@m.example' }, 'Ada waits at the door (k@m.example).'],
    [
      'pass.refused',
      { email: 'k@m.example', reason: 'buyers_decide' },
      'Ada tried to invite k@m.example, and was refused: since a buyer is in, the buyers decide.',
    ],
    ['export.made', { what: 'audit' }, 'Ada exported this log.'],
    ['retention.run', { viewings: 1, mails: 2, passes: 0 }, 'Ada deleted what was due: 1 viewing and 2 mails.'],
    ['key.used', { name: 'backup' }, 'Ada used a key for the first time that day: backup.'],
    ['person.erased', { self: true }, 'Ada was erased, as they asked.'],
    ['some.new_thing', {}, 'Ada some: new thing.'],
  ])('%s', (action, about, sentence) => expect(said(action, about)).toBe(sentence));

  test('given nobody knows a name, then it says what they are, never an id', () => {
    expect(said('room.closed', {}, { kind: 'person', id: 'x-1' })).toBe('Someone closed the room.');
    expect(said('key.refused', {}, { kind: 'key', id: 'x-1' })).toBe('A key was refused: unknown, expired or revoked.');
    expect(said('room.closed', {}, { kind: 'operator', id: 'operator' })).toBe(
      'Who runs this machine closed the room.',
    );
  });
});
