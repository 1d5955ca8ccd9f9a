import { describe, expect, test } from 'vitest';
import { ann, at, begun, moving, read } from '../../test/core/moves.ts';
import { fold } from './fold.ts';
import type { Move } from './moving.ts';
import type { Zone } from './zone.ts';

describe('moving a file between zones', () => {
  const sha = (letter: string): string => letter.repeat(64);
  const bytes = (letter: string) => ({ sha256: sha(letter), size_bytes: 7, media_type: 'text/plain' });
  const filed = (zone: Zone, body: object, more: object = {}) => ({
    kind: 'file.changed',
    occurred_at: at(3),
    zone,
    actor: ann,
    body: { file_id: 'f', name: 'a.txt', ...body },
    ...more,
  });
  const by_sam = { actor: { ...ann, id: 'sam', side: 'seller' } };
  const jobs = (zone: Zone) => ({
    kind: 'job.added',
    occurred_at: at(3),
    zone,
    actor: ann,
    body: { job_id: 'ours', name: 'Ours', sentence: 'It is ours.' },
  });
  /** What a view holds of the file after a move of its newest event. */
  const fileThen = (lines: readonly object[], move: Partial<Move>, view: 'buyer' | 'seller', as_of?: string) => {
    const commands = moving(lines, move);
    if (commands === null || 'rejection' in commands) throw new Error(JSON.stringify(commands));
    const moved = commands.map(({ kind, body, zone }) => ({ kind, body, zone, occurred_at: at(5), actor: ann }));
    const options = { view, ...(as_of !== undefined && { as_of }) };
    return fold('p', read([...begun, ...lines, ...moved]), options).files.f;
  };

  test('all versions go along, once each, and nothing of how it was called in between', () => {
    const lines = [
      filed('buyer', { content: bytes('a') }),
      filed('buyer', { name: 'Our limit.txt' }),
      filed('buyer', { name: 'b.txt', content: bytes('b') }),
      filed('buyer', { name: 'Terms', link: 'https://vendor.example/terms' }),
    ];
    const move = { event_id: 'e6' };
    expect(JSON.stringify(moving(lines, move))).not.toContain('Our limit');
    expect(fold('p', read([...begun, ...lines]), { view: 'seller' }).files).toEqual({});
    for (const view of ['buyer', 'seller'] as const) {
      const file = fileThen(lines, move, view);
      expect(file).toMatchObject({ name: 'Terms', zone: 'shared', side: 'buyer' });
      expect(file?.versions.map(({ name, zone }) => [name, zone])).toEqual([
        ['a.txt', 'shared'],
        ['b.txt', 'shared'],
        ['Terms', 'shared'],
      ]);
    }
    expect(fileThen(lines, move, 'seller', at(4))).toBe(undefined);
    expect(fileThen(lines, move, 'buyer', at(4))?.versions).toHaveLength(3);
  });

  test('what was shared is gone for the other side, and whole on the own', () => {
    const lines = [filed('shared', { content: bytes('a') }), filed('shared', { content: bytes('b') })];
    const move: Partial<Move> = { event_id: 'e4', to: 'buyer' };
    expect(fileThen(lines, move, 'seller')).toBe(undefined);
    const file = fileThen(lines, move, 'buyer');
    expect(file?.zone).toBe('buyer');
    expect(file?.versions.map(({ content, zone }) => [content?.sha256, zone])).toEqual([
      [sha('a'), 'buyer'],
      [sha('b'), 'buyer'],
    ]);
    expect(fileThen(lines, move, 'seller', at(4))?.versions).toHaveLength(2);
  });

  test('a version of the other side stays where it is', () => {
    const lines = [
      filed('shared', { content: bytes('a') }),
      filed('shared', { content: bytes('b') }, by_sam),
      filed('shared', { content: bytes('c') }),
    ];
    const move: Partial<Move> = { event_id: 'e5', to: 'buyer' };
    expect(fileThen(lines, move, 'seller')?.versions.map(({ by }) => by)).toEqual(['sam']);
    expect(fileThen(lines, move, 'buyer')?.versions.map(({ zone }) => zone)).toEqual(['shared', 'buyer', 'buyer']);
  });

  test('a folder that the other side does not know is not named to it; one that it knows goes along', () => {
    const line = filed('buyer', { job_id: 'ours', content: bytes('a') });
    expect(JSON.stringify(moving([jobs('buyer'), line], { event_id: 'e4' }))).not.toContain('ours');
    expect(fileThen([jobs('shared'), line], { event_id: 'e4' }, 'seller')?.job_id).toBe('ours');
    expect(
      fileThen([jobs('buyer'), filed('shared', { content: bytes('a') })], { event_id: 'e4', to: 'buyer' }, 'buyer'),
    ).toMatchObject({ job_id: null });
  });

  test('what is written is refused where the file changed since it was looked at', () => {
    const commands = moving([filed('buyer', { content: bytes('a') }), filed('buyer', { name: 'b' })], {
      event_id: 'e4',
    });
    expect(commands).toMatchObject([{ body: { name: 'a.txt' }, seen: 'e4' }, { body: { name: 'b' } }, {}, {}]);
    expect((commands as object[])[1]).not.toHaveProperty('seen');
  });

  test.each([
    ['move.not_newest', [filed('buyer', { content: bytes('a') }), filed('buyer', { name: 'b' })], {}],
    ['zone.not_yours', [filed('shared', { content: bytes('a') }, by_sam)], { to: 'buyer' }],
    ['move.not_yours', [filed('buyer', { content: bytes('a') }, { actor: { ...ann, id: 'ben' } })], {}],
    [
      'move.not_yours',
      [
        filed('buyer', { content: bytes('a') }, { actor: { ...ann, id: 'ben' } }),
        filed('buyer', { content: bytes('b') }),
      ],
      { event_id: 'e4' },
    ],
    ['move.imported', [filed('buyer', { content: bytes('a') }, { import_id: 'i' })], {}],
    [
      'move.not_newest',
      [filed('buyer', { content: bytes('a') }), filed('buyer', { removed: true })],
      { event_id: 'e4' },
    ],
  ] as [string, object[], Partial<Move>][])('%s', (code, lines, move) => {
    expect(moving(lines, move)).toMatchObject({ rejection: { code } });
  });

  test('shared, taken back and shared again: each version once', () => {
    const first = filed('buyer', { content: bytes('a') });
    const lines: object[] = [first];
    for (const to of ['shared', 'buyer', 'shared'] as const) {
      const file = fold('p', read([...begun, ...lines]), { view: 'buyer' }).files.f;
      const commands = moving(lines, { event_id: file?.event_id ?? '', to });
      if (commands === null || 'rejection' in commands) throw new Error(JSON.stringify(commands));
      lines.push(...commands.map(({ kind, body, zone }) => ({ kind, body, zone, occurred_at: at(5), actor: ann })));
    }
    for (const view of ['buyer', 'seller'] as const) {
      const file = fold('p', read([...begun, ...lines]), { view }).files.f;
      expect(file?.versions.map(({ zone }) => zone)).toEqual(['shared']);
    }
  });
});
