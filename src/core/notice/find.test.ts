import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  agrees,
  byBuyer,
  claim,
  entered,
  eventsOf,
  imported,
  job,
  named,
  opened,
  PURCHASE,
  privately,
  requirement,
  roles,
  type Told,
  told,
  withholds,
} from '../../../test/core/story.ts';
import { lives } from '../../../test/core/world.ts';
import { fold } from '../fold.ts';
import { type View, viewReads } from '../zone.ts';
import { noticeOf } from './find.ts';
import type { Notice } from './kinds.ts';
import { standingOf } from './standing.ts';
import { noticeText } from './telling.ts';

/** What the last line of a story tells someone, as a view knows it. */
function told_to(person_id: string, story: Told[], view: View = 'buyer'): Notice | null {
  const events = eventsOf(...story);
  const last = events.slice(-1).filter(({ zone }) => viewReads(view, zone));
  const standing = (some: typeof events) => standingOf(fold(PURCHASE, some, { view }));
  const change = { before: standing(events.slice(0, -1)), after: standing(events), events: last, view };
  return noticeOf(change, person_id);
}

const group = [
  opened(job('fit', { rests_on: ['requirements'], required_roles: ['finance'] }), job('price')),
  named('ann', 'champion'),
  named('ben', 'finance'),
  entered('ann'),
  entered('ben'),
];

describe('what a change tells', () => {
  it('everyone who relied on what changed that it did, and once, however many jobs rest on it', () => {
    const story = [...group, agrees('ann', 'fit'), agrees('ben', 'fit'), byBuyer('cem', requirement('r', 'fast'))];
    expect(told_to('ann', story)).toMatchObject({ kind: 'shaken', job_ids: ['fit'] });
    expect(told_to('ben', story)).toMatchObject({ kind: 'shaken', job_ids: ['fit'] });
    expect(told_to('sam', story)).toMatchObject({ kind: 'job', reopened_ids: ['fit'] });
  });

  it('nobody what they did themselves', () => {
    expect(told_to('ann', [...group, agrees('ann', 'fit'), byBuyer('ann', requirement('r', 'fast'))])).toBeNull();
  });

  it('who is shaken already that another thing changed, too', () => {
    const shaken = [...group, agrees('ann', 'fit'), byBuyer('cem', requirement('r', 'fast'))];
    expect(told_to('ann', [...shaken, byBuyer('cem', requirement('q', 'safe'))])?.kind).toBe('shaken');
    expect(told_to('ann', [...shaken, byBuyer('cem', claim('c', 4))])?.kind).toBe('news');
  });

  it('someone that they have a role, or that a job has come to need theirs', () => {
    expect(told_to('ann', [...group, byBuyer('ben', roles('ann', 'champion', 'finance'))])).toMatchObject({
      kind: 'asked',
      job_ids: ['fit'],
    });
    const ruled = byBuyer('ben', told('job.rule_changed', { job_id: 'price', required_roles: ['champion'] }));
    expect(told_to('ann', [...group, ruled])).toMatchObject({ kind: 'asked', job_ids: ['price'] });
    expect(told_to('ben', [...group, byBuyer('ann', roles('ben', 'finance'))])?.kind).toBe('news');
  });

  it('someone that they are asked something, and who asked that there is an answer', () => {
    const asks = byBuyer('ann', told('question.asked', { question_id: 'q', text: 'Does it hum?', to_id: 'ben' }));
    expect(told_to('ben', [...group, asks])?.kind).toBe('question');
    expect(told_to('cem', [...group, asks])?.kind).toBe('news');
    const answered = byBuyer('ben', told('question.answered', { question_id: 'q', answer_id: 'w', text: 'No.' }));
    expect(told_to('ann', [...group, asks, answered])?.kind).toBe('question');
    const added = byBuyer('ann', told('question.answered', { question_id: 'q', answer_id: 'a', text: 'At night.' }));
    expect(told_to('ann', [...group, asks, added, answered])?.kind).toBe('question');
    const nameless = told('question.asked', { question_id: 'n', text: 'Is it safe?', anonymous: true });
    const said = told('question.answered', { question_id: 'n', answer_id: 'v', text: 'It is.' });
    // Nobody can be told apart as the one who asked.
    for (const who of ['ann', 'ben', 'cem'])
      expect(told_to(who, [...group, byBuyer('eve', nameless), said])?.kind).toBe('news');
  });

  it('others that somebody does not agree, and what was completed or is open again', () => {
    expect(told_to('ann', [...group, withholds('ben', 'price')])?.kind).toBe('disagreed');
    const complete = [...group, agrees('ann', 'price'), agrees('ben', 'price')];
    expect(told_to('ann', complete)).toMatchObject({ kind: 'job', job_ids: ['price'], reopened_ids: [] });
    const reopened = [...complete, byBuyer('ben', told('assent.withdrawn', { person_id: 'ben', job_id: 'price' }))];
    expect(told_to('ann', reopened)).toMatchObject({ kind: 'job', job_ids: ['price'], reopened_ids: ['price'] });
  });

  it('that all is complete at once, before it tells of the job', () => {
    const held = [...group, agrees('ann', 'price'), agrees('ben', 'price'), agrees('ann', 'fit'), agrees('ben', 'fit')];
    expect(told_to('ann', held)?.kind).toBe('held');
  });

  it('nothing of what a file brought, and buyers nothing of touches', () => {
    expect(told_to('ann', [...group, agrees('ann', 'fit'), imported('i', requirement('r', 'fast'))])).toBeNull();
    const touch = byBuyer('ben', told('touch.recorded', { channel: 'phone' }));
    expect(told_to('ann', [...group, touch])).toBeNull();
    expect(told_to('sam', [...group, touch], 'seller')?.kind).toBe('news');
  });

  it('nobody of an own answer to the pulse', () => {
    const answered = told('pulse.answered', { person_id: 'ben', item: 'ease', value: 4 });
    expect(told_to('ann', [...group, byBuyer('ben', answered)])).toBeNull();
  });
});

describe('in any life of a purchase', () => {
  it('a change of one side’s own tells the other side nothing', () => {
    fc.assert(
      fc.property(lives(), (story) => {
        const kept = [...story, privately(byBuyer('ann', requirement('kept', 'kept')))];
        const events = eventsOf(...kept);
        const before = fold(PURCHASE, events.slice(0, -1), { view: 'seller' });
        const after = fold(PURCHASE, events, { view: 'seller' });
        expect(standingOf(after)).toEqual(standingOf(before));
      }),
      { numRuns: 100 },
    );
  });

  it('every notice can be told, and by the events it names alone', () => {
    fc.assert(
      fc.property(lives(), fc.constantFrom<View>('buyer', 'seller'), (story, view) => {
        const events = eventsOf(...story);
        const state = fold(PURCHASE, events, { view });
        for (const person_id of ['ann', 'ben', 'sam']) {
          const notice = told_to(person_id, story, view);
          if (notice === null) continue;
          // What somebody said ends with its own mark.
          expect(noticeText(state, events, notice, person_id)).toMatch(/\.”?$/);
          expect(noticeText(state, [], notice, person_id)).toBeNull();
        }
      }),
      { numRuns: 100 },
    );
  });
});
