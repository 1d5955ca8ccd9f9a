import { describe, expect, it } from 'vitest';
import {
  agrees,
  bySeller,
  delegate,
  entered,
  eventsOf,
  job,
  left,
  named,
  opened,
  roles,
  stateAfter,
  type Told,
  told,
  withdraws,
  withholds,
  works,
} from '../../test/core/story.ts';
import type { LedgerEvent } from './event.ts';
import { refusal } from './refusal.ts';

/** The code with which the last line of a story has no effect; null where it has one. */
function refusedWith(...story: Told[]): string | null {
  const event = eventsOf(...story).at(-1) as LedgerEvent;
  const why_not = refusal(stateAfter(...story.slice(0, -1)), event);
  if (why_not !== null) expect(why_not.message).toMatch(/^[A-Z].*\.$/);
  return why_not?.code ?? null;
}

const group = [opened(job('fit')), named('ann'), named('zoe'), left('zoe')];

describe('a purchase', () => {
  it('opens once', () => {
    expect(refusedWith(opened())).toBeNull();
    expect(refusedWith(opened(), opened())).toBe('purchase.already_open');
  });
});

describe('once a buyer came in', () => {
  const changes: Told[] = [
    named('ben'),
    named('zoe'),
    entered('ben'),
    entered('zoe'),
    left('ann'),
    roles('ann', 'legal'),
    told('job.added', job('price')),
    told('job.reworded', { job_id: 'fit', sentence: 'It fits.' }),
    told('job.rule_changed', { job_id: 'fit', quorum: '1/2' }),
    told('job.removed', { job_id: 'fit' }),
  ];

  it.each(changes.map((line) => [line.kind, line] as const))('%s is for the buyer side alone', (_kind, line) => {
    const before = refusedWith(...group, bySeller(line));
    expect(before).toBeNull();
    expect(refusedWith(...group, entered('ann'), bySeller(line))).toBe('group.buyers_only');
    expect(
      refusedWith(...group, entered('ann'), { ...line, actor: { kind: 'operator', id: 'op', side: 'none' } }),
    ).toBe('group.buyers_only');
    expect(refusedWith(...group, entered('ann'), line)).toBeNull();
  });

  it('a seller still notes what happens, and that someone of the group came in', () => {
    for (const line of [told('touch.recorded', { channel: 'email' }), entered('ann')]) {
      expect(refusedWith(...group, entered('ann'), bySeller(line))).toBeNull();
    }
  });
});

describe('a job', () => {
  it('has to be there, and to be new when it is added', () => {
    expect(refusedWith(...group, told('job.added', job('fit')))).toBe('job.already_there');
    expect(refusedWith(...group, told('job.added', job('price')))).toBeNull();
    for (const line of [
      agrees('ann', 'price'),
      told('job.removed', { job_id: 'price' }),
      told('evidence.recorded', { job_id: 'price', signal: 'started' }),
      told('assent.shaken', { job_id: 'price', reason: 'merger' }),
    ]) {
      expect(refusedWith(...group, line)).toBe('job.unknown');
    }
    expect(refusedWith(...group, told('evidence.recorded', { job_id: 'fit', signal: 'started' }))).toBeNull();
  });

  it('of a touch may be unknown', () => {
    expect(refusedWith(...group, told('touch.recorded', { channel: 'email', job_id: 'price' }))).toBeNull();
    expect(refusedWith(...group, told('touch.recorded', { channel: 'email' }))).toBeNull();
  });

  it('that was taken out is unknown, and can be added anew', () => {
    const without = [...group, told('job.removed', { job_id: 'fit' })];
    expect(refusedWith(...without, agrees('ann', 'fit'))).toBe('job.unknown');
    expect(refusedWith(...without, told('job.added', job('fit')))).toBeNull();
  });
});

describe('a person', () => {
  const lines = (who: string): Told[] => [
    agrees(who, 'fit'),
    works(who, 'fit'),
    withholds(who, 'fit'),
    withdraws(who, 'fit'),
    told('assent.reaffirmed', { person_id: who, job_id: 'fit' }),
    told('assent.aside', { person_id: who, job_id: 'fit' }),
    left(who),
    roles(who, 'legal'),
    delegate(who, 'ann'),
  ];

  it.each(lines('who').map((line, index) => [line.kind, index] as const))('of %s is in the group', (_kind, index) => {
    expect(refusedWith(...group, lines('ann')[index] as Told)).toBeNull();
    expect(refusedWith(...group, lines('ben')[index] as Told)).toBe('group.not_a_stakeholder');
    expect(refusedWith(...group, lines('zoe')[index] as Told)).toBe('group.not_a_stakeholder');
  });

  it('names their own delegate, and nobody else does', () => {
    expect(refusedWith(...group, bySeller(delegate('ann', 'sam')))).toBe('group.not_yours');
    expect(refusedWith(...group, { ...delegate('ann', 'sam'), import_id: 'crm' })).toBe('group.not_yours');
    expect(
      refusedWith(...group, { ...delegate('ann', 'sam'), actor: { kind: 'agent', id: 'ann', side: 'buyer' } }),
    ).toBe('group.not_yours');
  });

  it('on the selling side is never a stakeholder', () => {
    for (const line of [named('sam'), entered('sam')]) {
      expect(refusedWith(...group, bySeller(line, 'sam'))).toBe('group.seller_not_stakeholder');
      expect(refusedWith(...group, bySeller(line, 'sue'))).toBeNull();
      expect(refusedWith(...group, { ...line, actor: { kind: 'person', id: 'sam', side: 'buyer' } })).toBeNull();
    }
  });
});
