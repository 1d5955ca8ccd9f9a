import { describe, expect, it } from 'vitest';
import { buyer, deciding, outcomeOf, seller } from '../../test/core/deciding.ts';
import {
  agrees,
  amongSellers,
  entered,
  job,
  named,
  opened,
  option,
  privately,
  requirement,
  seen,
  stateAfter,
  type Told,
  told,
} from '../../test/core/story.ts';
import type { Actor } from './event.ts';

const group = [opened(job('fit')), named('ann'), entered('ann')];
const ann = buyer('ann');

/** The zones of what is decided when someone wants a line after a story, or the code of the rejection. */
const zonesOf = (who: Actor, line: Told, ...story: Told[]) => {
  const view = who.side === 'seller' ? 'seller' : 'buyer';
  const decision = deciding(seen({ view }, ...group, ...story), who, line);
  return 'rejection' in decision ? decision.rejection.code : decision.events.map((event) => event.zone);
};

describe('what is said of something that stands on one side only', () => {
  it('stays on that side, where no zone is said', () => {
    const secret = privately(requirement('r1', 'quiet'));
    expect(zonesOf(ann, requirement('r1', 'silent'), secret)).toEqual(['buyer']);
    const rival = privately(option('o1', 'Rival'));
    const score = told('score.changed', { option_id: 'o1', requirement_id: 'r1', score: 40 });
    expect(zonesOf(ann, score, requirement('r1', 'quiet'), rival)).toEqual(['buyer']);
    expect(zonesOf(ann, agrees('ann', 'own'), privately(told('job.added', job('own'))))).toEqual(['buyer']);
    expect(zonesOf(seller('sam'), requirement('r2', 'cheap'), amongSellers(requirement('r2', 'dear')))).toEqual([
      'seller',
    ]);
    const problem = (statement: string) => told('purchase.problem_stated', { statement });
    expect(zonesOf(ann, problem('worse'), privately(problem('bad')))).toEqual(['buyer']);
  });

  it('is not said to both sides by the way', () => {
    const score = told('score.changed', { option_id: 'o1', requirement_id: 'r1', score: 40 });
    const rival = privately(option('o1', 'Rival'));
    expect(zonesOf(ann, { ...score, zone: 'shared' }, requirement('r1', 'quiet'), rival)).toBe(
      'zone.on_your_side_only',
    );
    // What they set themselves they may show, where they say so.
    const shown = { ...requirement('r1', 'silent'), zone: 'shared' };
    expect(zonesOf(ann, shown, privately(requirement('r1', 'quiet')))).toEqual(['shared']);
  });

  it('is shared where the thing is, and for the other side it is as if it were not there', () => {
    expect(zonesOf(ann, requirement('r1', 'silent'), requirement('r1', 'quiet'))).toEqual(['shared']);
    expect(zonesOf(seller('sam'), requirement('r1', 'cheap'), privately(requirement('r1', 'quiet')))).toEqual([
      'shared',
    ]);
  });
});

describe('a job that one side has for itself', () => {
  const own = privately(told('job.added', job('own', { sentence: 'We can pay it.' })));

  it('becomes shared when that side says it to both, with what was said of it', () => {
    const shared = { ...told('job.added', job('own', { sentence: 'We can pay it.' })), zone: 'shared' };
    expect(outcomeOf(deciding(stateAfter(...group, own), ann, shared))).toEqual(['job.added']);
    const state = stateAfter(...group, own, privately(agrees('ann', 'own')), told('job.added', job('own')));
    const [, job_own] = state.jobs;
    expect(state.jobs).toHaveLength(2);
    expect(job_own).toMatchObject({ zone: 'shared', assents: { ann: { state: 'given' } } });
  });

  it('is added once only', () => {
    expect(zonesOf(ann, told('job.added', job('fit')))).toBe('job.already_there');
    expect(zonesOf(ann, own, own)).toBe('job.already_there');
  });
});
