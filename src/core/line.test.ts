import { describe, expect, it } from 'vitest';
import { isRefused, readLine, writeLine } from './line.ts';

const minimal = {
  purchase_id: 'p',
  kind: 'assent.given',
  occurred_at: '2026-03-01T10:00:00+01:00',
  body: { person_id: 'ann', job_id: 'fit' },
};
const read = (more: Record<string, unknown> = {}, number = 1) => {
  const event = readLine({ ...minimal, ...more }, number);
  if (isRefused(event)) throw new Error(event.message);
  return event;
};
const refused = (more: Record<string, unknown>): { code: string; message: string } => {
  const result = readLine({ ...minimal, ...more }, 1);
  return isRefused(result) ? result : { code: 'read', message: '' };
};

describe('a line', () => {
  it('needs a purchase, a kind, a time and a body; the rest has defaults', () => {
    expect(read({}, 7)).toEqual({
      id: expect.stringMatching(/^line-[0-9a-f]{32}$/),
      stream_kind: 'purchase',
      stream_id: 'p',
      seq: 7,
      kind: 'assent.given',
      v: 1,
      zone: 'shared',
      actor: { kind: 'person', id: 'ann', side: 'buyer' },
      on_behalf_of: null,
      command_id: null,
      cause_id: null,
      import_id: null,
      source: null,
      occurred_at: '2026-03-01T09:00:00.000Z',
      known_at: '2026-03-01T09:00:00.000Z',
      recorded_at: '2026-03-01T09:00:00.000Z',
      body: { person_id: 'ann', job_id: 'fit' },
    });
  });

  it('without an id has one of what it says, wherever it stands', () => {
    const ids = [
      read({}, 1),
      read({}, 2),
      read({ zone: 'buyer' }),
      read({ body: { person_id: 'ben', job_id: 'fit' } }),
    ];
    expect(new Set(ids.map((event) => event.id)).size).toBe(3);
    expect(ids[0]?.id).toBe(ids[1]?.id);
    expect(read({ id: 'mine' }).id).toBe('mine');
  });

  it.each([
    ['an assent', 'assent.given', { person_id: 'ann', job_id: 'fit' }, undefined, 'ann', 'buyer'],
    ['an entry', 'stakeholder.entered', { person_id: 'ann' }, undefined, 'ann', 'buyer'],
    [
      'naming a delegate',
      'stakeholder.delegate_named',
      { person_id: 'ann', delegate_id: 'ben' },
      undefined,
      'ann',
      'buyer',
    ],
    ['naming someone', 'stakeholder.named', { person_id: 'ann' }, undefined, 'unnamed', 'buyer'],
    ['an external shake', 'assent.shaken', { job_id: 'fit', reason: 'merger' }, undefined, 'unnamed', 'buyer'],
    ['anything among sellers', 'touch.recorded', { channel: 'email' }, 'seller', 'unnamed', 'seller'],
    ['a stage', 'purchase.stage_changed', { stage: 'Proposal' }, undefined, 'unnamed', 'seller'],
  ])('of %s is by the person it fits', (_what, kind, body, zone, id, side) => {
    expect(read({ kind, body, zone }).actor).toEqual({ kind: 'person', id, side });
  });

  it('of imported activity is the sellers own record', () => {
    const touch = { kind: 'touch.recorded', body: { channel: 'email' } };
    expect(read(touch).zone).toBe('shared');
    expect(read({ ...touch, import_id: 'crm' })).toMatchObject({ zone: 'seller', actor: { side: 'seller' } });
    expect(read({ ...touch, import_id: 'crm', zone: 'shared' }).zone).toBe('shared');
    const evidence = { kind: 'evidence.recorded', body: { job_id: 'fit', signal: 'started' } };
    expect(read({ ...evidence, import_id: 'crm' }).zone).toBe('seller');
    expect(read({ import_id: 'crm' }).zone).toBe('shared');
  });

  it('is known when it was stored, or, of an import, when it happened', () => {
    const stored = { recorded_at: '2026-04-01T00:00:00Z' };
    expect(read(stored).known_at).toBe('2026-04-01T00:00:00.000Z');
    expect(read({ ...stored, import_id: 'crm' })).toMatchObject({
      known_at: '2026-03-01T09:00:00.000Z',
      recorded_at: '2026-04-01T00:00:00.000Z',
    });
    expect(read({ ...stored, known_at: '2026-03-05T00:00:00Z' }).known_at).toBe('2026-03-05T00:00:00.000Z');
    expect(read({ known_at: '2026-03-05T00:00:00Z' }).recorded_at).toBe('2026-03-05T00:00:00.000Z');
  });

  it('about an import stands in the stream of the workspace, unless it names a purchase', () => {
    const undo = { kind: 'import.retracted', body: { import_id: 'crm' } };
    expect(read({ ...undo, purchase_id: undefined })).toMatchObject({
      stream_kind: 'workspace',
      stream_id: 'workspace',
    });
    expect(read(undo)).toMatchObject({ stream_kind: 'purchase', stream_id: 'p' });
    expect(read({ purchase_id: undefined, stream_kind: 'account', stream_id: 'a' })).toMatchObject({
      stream_kind: 'account',
      stream_id: 'a',
    });
  });

  it('of a kind or version that is not known is kept as it is', () => {
    expect(read({ kind: 'mood.changed', body: { mood: 'good' } })).toMatchObject({
      kind: 'mood.changed',
      zone: 'shared',
      body: { mood: 'good' },
    });
    expect(read({ v: 2, body: { other: 1 } })).toMatchObject({ v: 2, body: { other: 1 } });
  });

  it('is written as it is read', () => {
    for (const event of [
      read(),
      read({ kind: 'import.retracted', purchase_id: undefined, body: { import_id: 'crm' } }),
    ]) {
      expect(writeLine(event)).not.toHaveProperty('seq');
      expect(readLine(JSON.parse(JSON.stringify(writeLine(event))), event.seq)).toEqual(event);
    }
  });
});

describe('a line is refused', () => {
  it.each([
    ['without a purchase', { purchase_id: undefined }, 'event.malformed', 'purchase_id'],
    ['with an unknown field', { person: 'ann' }, 'event.malformed', 'person'],
    ['without a time zone', { occurred_at: '2026-03-01T10:00:00' }, 'event.malformed', 'occurred_at'],
    ['on a day that is none', { occurred_at: '2026-02-30T10:00:00Z' }, 'event.malformed', 'occurred_at'],
    ['in a year that is none', { occurred_at: '9999-12-31T23:00:00-02:00' }, 'event.malformed', 'occurred_at'],
    ['with an id of every object', { id: 'constructor' }, 'event.malformed', 'id'],
    ['without a body', { body: undefined }, 'event.malformed', 'body'],
    ['with a body of another kind', { body: { person_id: 'ann' } }, 'event.bad_body', 'body.job_id'],
    ['with a body that says more', { body: { ...minimal.body, mood: 'good' } }, 'event.bad_body', 'mood'],
    ['in a zone that its kind has not', { zone: 'seller' }, 'zone.not_for_kind', 'seller zone'],
    [
      'with two jobs of one id',
      {
        kind: 'purchase.opened',
        body: { name: 'P', jobs: [1, 2].map(() => ({ job_id: 'a', name: 'A', sentence: 'A.' })) },
      },
      'event.bad_body',
      'same job_id',
    ],
    [
      'with a quorum above one',
      { kind: 'job.rule_changed', body: { job_id: 'fit', quorum: '3/2' } },
      'event.bad_body',
      'at most 1/1',
    ],
  ])('%s', (_why, more, code, says) => {
    expect(refused(more).code).toBe(code);
    expect(refused(more).message).toContain(says);
  });

  it('that is no object at all', () => {
    expect(readLine('nonsense', 1)).toMatchObject({ code: 'event.malformed' });
  });
});
