import { describe, expect, it } from 'vitest';
import { problem, score } from '../../test/core/shaken.ts';
import {
  agrees,
  bySeller,
  day,
  imported,
  job,
  named,
  on,
  opened,
  option,
  reaffirms,
  requirement,
  stateAfter,
  type Told,
  theJob,
  told,
  withdraws,
  works,
} from '../../test/core/story.ts';
import { isHeld } from './completion.ts';

const openly = (line: Told): Told => ({ ...line, zone: 'shared' });

describe('reviving', () => {
  const outcome = (ended: string): Told => told('purchase.outcome_reached', { outcome: ended });
  const touch = (more = {}): Told => told('touch.recorded', { channel: 'email', ...more });
  const evidence = (more = {}): Told => told('evidence.recorded', { job_id: 'fit', signal: 'advanced', ...more });
  const jobs = opened(job('fit'), job('adopt', { phase: 'after' }));
  const ended = (how: string, ...later: Told[]) =>
    stateAfter(jobs, named('ann'), named('ben'), agrees('ann', 'fit'), agrees('ben', 'fit'), outcome(how), ...later);

  it('shakes every assent and takes the outcome away; the last outcome counts', () => {
    const revived = ended('lost', told('purchase.revived', {}));
    expect(revived.outcome).toBeNull();
    expect(Object.values(theJob(revived, 'fit').assents).map((assent) => assent.shaken)).toMatchObject([
      [{ kind: 'purchase.revived' }],
      [{ kind: 'purchase.revived' }],
    ]);
    expect(revived.held).toMatchObject([{ ended: { kind: 'purchase.revived' } }]);
    const bought = ended('lost', told('purchase.revived', {}), outcome('no_decision'), outcome('bought'));
    expect(bought.outcome?.outcome).toBe('bought');
  });

  it.each<[string, string, Told]>([
    ['lost', 'a touch', touch()],
    ['no_decision', 'a touch of both sides', touch({ sides: ['seller', 'buyer'] })],
    ['lost', 'an assent', reaffirms('ann', 'fit')],
    ['bought', 'someone at work on a decide job', works('ann', 'fit')],
    ['bought', 'someone who takes it back', withdraws('ann', 'fit')],
    ['lost', 'evidence', evidence()],
    ['lost', 'imported evidence that names a stakeholder', imported('crm', openly(evidence({ person_id: 'ann' })))],
    ['lost', 'imported evidence of the buyer side', imported('crm', openly(evidence({ sides: ['buyer'] })))],
    ['lost', 'a new requirement', requirement('r1', 'fast')],
    ['lost', 'a new option', option('o1', 'Ours')],
    ['lost', 'a score', score(5)],
    ['lost', 'another problem statement', problem('slow')],
  ])('after %s: %s does', (how, _what, line) => {
    const state = ended(how, line);
    expect(state.outcome).toBeNull();
    expect(state.revived).toMatchObject([{ kind: line.kind, at: day(7) }]);
    expect(theJob(state, 'fit').assents.ben?.shaken).toMatchObject([{ kind: line.kind }]);
    expect(isHeld(state)).toBe(false);
  });

  it('who revives by agreeing has agreed', () => {
    const { assents } = theJob(ended('lost', reaffirms('ann', 'fit')), 'fit');
    expect(assents.ann?.shaken).toEqual([]);
    expect(assents.ben?.shaken).toHaveLength(1);
  });

  it.each<[string, string, Told]>([
    ['bought', 'a touch: that is using it', touch()],
    ['bought', 'an assent to an after-phase job', agrees('ann', 'adopt')],
    ['lost', 'a touch among sellers', touch({ sides: ['seller'] })],
    ['lost', 'evidence of the seller alone', evidence({ sides: ['seller'], person_id: 'ann' })],
    ['lost', 'imported evidence of nobody known', imported('crm', openly(evidence()))],
    ['lost', 'evidence for an after-phase job', told('evidence.recorded', { job_id: 'adopt', signal: 'started' })],
    ['lost', 'an assent that was only imported', imported('crm', agrees('ann', 'fit'))],
    ['lost', 'a correction of wording', requirement('r1', 'fast', { wording_only: true })],
    ['lost', "the seller's requirement", bySeller(requirement('r1', 'fast'))],
    ['lost', "the seller's score", bySeller(score(5))],
    ['lost', 'a renaming', told('purchase.renamed', { name: 'Again' })],
    ['lost', 'a touch of the same instant', on(6, touch())],
  ])('after %s: not %s', (how, _what, line) => {
    const state = ended(how, line);
    expect(state.outcome?.outcome).toBe(how);
    expect(state.revived).toEqual([]);
  });

  it('an open purchase has nothing to revive by activity', () => {
    expect(stateAfter(jobs, named('ann'), agrees('ann', 'fit'), touch()).revived).toEqual([]);
  });
});
