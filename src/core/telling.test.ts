import { describe, expect, it } from 'vitest';
import { agrees, eventsOf, job, named, opened, PURCHASE, type Told, told } from '../../test/core/story.ts';
import { fold } from './fold.ts';
import { consequencesOf, eventSentence } from './telling.ts';

/** What the last line of a story is told as, and what it led to. */
function tellLast(...story: Told[]): { text: string; led_to: string[] } {
  const events = eventsOf(...story);
  const last = events.at(-1);
  const state = fold(PURCHASE, events, { view: 'buyer' });
  return {
    text: last === undefined ? '' : eventSentence(state, last),
    led_to: last === undefined ? [] : consequencesOf(state, last.id),
  };
}

const begin = [opened(job('fit', { rests_on: ['requirements'] })), named('ann', 'champion')];

describe('an event in words', () => {
  it.each([
    [named('ben', 'finance', 'legal'), 'Ben joined as finance and legal.'],
    [agrees('ann', 'fit'), 'Ann agreed to “fit”.'],
    [
      told('assent.withheld', { person_id: 'ann', job_id: 'fit', reason: 'too dear' }),
      'Ann does not agree to “fit”: “too dear”.',
    ],
    [
      told('assent.withheld', { person_id: 'ann', job_id: 'fit', reason: 'Too dear.' }),
      'Ann does not agree to “fit”: “Too dear.”',
    ],
    [told('purchase.stage_changed', { stage: 'Commit', odds: 0.9 }), 'The CRM says: Commit (90 %).'],
    [told('purchase.outcome_reached', { outcome: 'no_decision' }), 'Ended: no decision.'],
    [
      told('evidence.recorded', { job_id: 'fit', signal: 'advanced', activity: 'O_SENT' }),
      'O_SENT: suggests “fit” advanced.',
    ],
    [told('option.changed', { option_id: 'o', name: 'Build it', chosen: true }), 'Option chosen: “Build it”.'],
    [{ kind: 'something.newer', body: {} }, 'Written by a newer Coassent: something.newer.'],
  ])('%#: %o', (line, text) => {
    expect(tellLast(...begin, line).text).toBe(text);
  });
});

describe('what an event led to', () => {
  it('is told by the event that did it, and only by it', () => {
    const done = [...begin, agrees('ann', 'fit')];
    expect(tellLast(...done).led_to).toEqual(['fit complete', 'held together']);
    expect(
      tellLast(...done, told('requirement.changed', { requirement_id: 'r', text: 'Runs offline' })).led_to,
    ).toEqual(['fit reopened', 'no longer held together', 'shook Ann']);
    expect(tellLast(...done, told('touch.recorded', { channel: 'phone' })).led_to).toEqual([]);
  });

  it('says so when a departure completed a job', () => {
    const group = [opened(job('fit')), named('ann'), named('ben'), agrees('ann', 'fit')];
    const leaving = told('stakeholder.left', { person_id: 'ben' });
    expect(tellLast(...group, leaving).led_to[0]).toBe('fit complete, by who counts and not by an assent');
  });
});
