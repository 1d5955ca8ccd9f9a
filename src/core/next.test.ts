import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buyer, deciding } from '../../test/core/deciding.ts';
import {
  agrees,
  amongSellers,
  byBuyer,
  bySeller,
  claim,
  contradiction,
  delegate,
  entered,
  eventsOf,
  job,
  left,
  named,
  opened,
  privately,
  requirement,
  seen,
  standsAside,
  stateAfter,
  type Told,
  told,
  withholds,
} from '../../test/core/story.ts';
import { lives } from '../../test/core/world.ts';
import { fold } from './fold.ts';
import { type NextThing, nextThing } from './next.ts';
import type { PurchaseState } from './state.ts';

const next = (state: PurchaseState, person_id: string, governs = false): NextThing | null =>
  nextThing(state, { person_id, governs });
const says = (who: string, job_id: string): Told => byBuyer(who, agrees(who, job_id));
const fit = job('fit', { required_roles: ['champion'], rests_on: ['requirements', 'claims_used'] });
const price = job('price', { required_roles: ['finance'] });
const begun = (...more: Told[]): PurchaseState =>
  stateAfter(opened(fit, price), named('ann', 'champion'), named('fay', 'finance'), named('uma', 'user'), ...more);

describe('your one next thing', () => {
  it('is the job that requires your role, with the reason', () => {
    expect(next(begun(), 'ann')).toEqual({
      what: 'Say how “fit” stands for you',
      why: 'This job is not complete without you: it needs everyone who is champion.',
      action: { do: 'state', person_id: 'ann', job_id: 'fit' },
    });
    expect(next(begun(), 'fay')?.action).toEqual({ do: 'state', person_id: 'fay', job_id: 'price' });
  });

  it('is first of all what changed under what you said', () => {
    const state = begun(says('ann', 'fit'), requirement('r', 'It floats'));
    expect(next(state, 'ann')).toMatchObject({
      why: 'Since you agreed, something it rests on changed: requirement changed: It floats.',
      action: { do: 'reaffirm', job_ids: ['fit'] },
    });
  });

  it('is a contradiction only where you agreed to a job that rests on what was told', () => {
    const before = [claim('c1', 4), claim('c2', 8), contradiction('x', 'c1', 'c2')];
    expect(next(begun(...before, says('ann', 'fit')), 'ann')?.action).toEqual({ do: 'settle', contradiction_id: 'x' });
    expect(next(begun(...before, says('fay', 'price')), 'fay')?.action).toMatchObject({ do: 'state', job_id: 'fit' });
  });

  it('is a job that lacks assents, for who is required by none', () => {
    expect(next(begun(), 'uma')?.action).toEqual({ do: 'state', person_id: 'uma', job_id: 'fit' });
  });

  it('is to speak for someone who lets you, once you have said your own', () => {
    const state = begun(byBuyer('fay', delegate('fay', 'ann')), says('ann', 'fit'), says('ann', 'price'));
    expect(next(state, 'ann')?.action).toEqual({ do: 'state', person_id: 'fay', job_id: 'price' });
  });

  it('is to name a missing role only for who governs', () => {
    const alone = stateAfter(opened(price), named('ann', 'champion'), says('ann', 'price'));
    expect(next(alone, 'ann', true)).toMatchObject({
      what: 'Name who is finance',
      action: { do: 'name', role: 'finance' },
    });
    expect(next(alone, 'ann')).toBe(null);
  });

  it('is to write down the problem where a job rests on it and nobody did', () => {
    const alone = stateAfter(opened(job('fit', { rests_on: ['problem_statement'] })), named('ann'), says('ann', 'fit'));
    expect(next(alone, 'ann')?.action).toEqual({ do: 'state_problem' });
  });

  it('is the decision once all jobs are complete at once, for who decides or governs', () => {
    const held = stateAfter(
      opened(job('fit')),
      named('ann', 'decision_maker'),
      named('uma', 'user'),
      says('ann', 'fit'),
      says('uma', 'fit'),
    );
    expect(next(held, 'ann')?.action).toEqual({ do: 'decide' });
    expect(next(held, 'uma')).toBe(null);
  });

  it('is nothing for who said no or stood aside, left, is no stakeholder, or where it ended', () => {
    const said = begun(
      byBuyer('ann', withholds('ann', 'fit', { reason: 'no' })),
      byBuyer('ann', standsAside('ann', 'price')),
    );
    expect(next(said, 'ann')).toBe(null);
    expect(next(begun(left('ann')), 'ann')).toBe(null);
    expect(next(begun(), 'sam')).toBe(null);
    expect(next(begun(told('purchase.outcome_reached', { outcome: 'no_decision' })), 'ann')).toBe(null);
  });

  it('asks for what comes after once it was bought', () => {
    const adopt = job('adopt', { phase: 'after', required_roles: ['user'] });
    const bought = stateAfter(
      opened(fit, adopt),
      named('uma', 'user'),
      told('purchase.outcome_reached', { outcome: 'bought' }),
    );
    expect(next(bought, 'uma')?.action).toEqual({ do: 'state', person_id: 'uma', job_id: 'adopt' });
  });

  it('knows nothing of what only the other side can read', () => {
    const story = [
      opened(fit),
      named('ann', 'champion'),
      entered('ann'),
      says('ann', 'fit'),
      amongSellers(bySeller(requirement('r', 'secret'))),
      amongSellers(bySeller(contradiction('x', 'c1'))),
    ];
    expect(JSON.stringify(next(seen({ view: 'buyer' }, ...story), 'ann'))).toBe('null');
    const private_too = [...story, privately(byBuyer('ann', requirement('s', 'ours')))];
    expect(next(seen({ view: 'buyer' }, ...private_too), 'ann')?.action.do).toBe('reaffirm');
  });

  it('can always be done by the person it is for, whatever happened', () => {
    const done = new Set<string>();
    fc.assert(
      fc.property(lives(), fc.constantFrom('ann', 'ben', 'cem'), fc.boolean(), (lines, who, governs) => {
        const state = fold('p', eventsOf(...lines), { view: 'buyer' });
        const found = next(state, who, governs);
        if (found === null) return;
        done.add(found.action.do);
        for (const command of commandsOf(state, found, who)) {
          const decision = deciding(state, buyer(who), command);
          expect('rejection' in decision ? decision.rejection : null).toBe(null);
        }
      }),
      { numRuns: 400 },
    );
    expect([...done]).toEqual(expect.arrayContaining(['reaffirm', 'state', 'decide']));
  });
});

/** What pressing the button writes. */
function commandsOf(state: PurchaseState, { action }: NextThing, who: string): Told[] {
  switch (action.do) {
    case 'reaffirm':
      return action.job_ids.map((job_id) => told('assent.reaffirmed', { job_id, person_id: who }));
    case 'state': {
      const sentence = state.jobs.find((one) => one.job_id === action.job_id)?.sentence;
      return [told('assent.given', { job_id: action.job_id, person_id: action.person_id, sentence })];
    }
    case 'settle':
      return [told('contradiction.resolved', { contradiction_id: action.contradiction_id })];
    case 'answer':
      return [told('question.answered', { question_id: action.question_id, answer_id: 'new', text: 'Yes.' })];
    case 'step':
      return [told('step.progressed', { step_id: action.step_id, to: 'started' })];
    case 'state_problem':
      return [told('purchase.problem_stated', { statement: 'It is slow' })];
    case 'name':
      return [told('stakeholder.named', { person_id: 'new', name: 'New', roles: [action.role] })];
    case 'decide':
      return [told('purchase.outcome_reached', { outcome: 'bought' })];
  }
}
