import { describe, expect, it } from 'vitest';
import { asks, group, threadOf } from '../../test/core/asking.ts';
import { buyer, deciding, outcomeOf, seller } from '../../test/core/deciding.ts';
import { day, eventsOf, PURCHASE, stateAfter, type Told } from '../../test/core/story.ts';
import { ANONYMOUS } from './anonymous.ts';
import { briefOf } from './brief.ts';
import { concerns } from './erasure.ts';
import type { LedgerEvent } from './event.ts';
import { fold } from './fold.ts';
import { movingOf } from './moving.ts';
import { newsOf } from './news.ts';
import { eventSentence } from './telling.ts';

describe('without a name', () => {
  const state = stateAfter(...group);
  const ask = (who = buyer('ann'), line = asks('n', { anonymous: true }), more = {}): LedgerEvent[] => {
    const decided = deciding(state, who, line, more);
    if ('rejection' in decided) throw new Error(decided.rejection.code);
    return decided.events;
  };

  it('the ledger does not know who asked; an event that only they read does', () => {
    const [question, owned] = ask();
    expect(question).toMatchObject({ kind: 'question.asked', zone: 'buyer', actor: { id: ANONYMOUS, side: 'buyer' } });
    expect(JSON.stringify(question)).not.toContain('"ann"');
    expect(owned).toMatchObject({ kind: 'question.owned', zone: 'buyer', actor: { id: 'ann' } });
    expect(owned?.id).not.toBe(question?.id);
  });

  it('nor, of what software did, for whom', () => {
    const [question] = ask({ kind: 'agent', id: 'helper', side: 'buyer' }, asks('n', { anonymous: true }), {
      on_behalf_of: 'ann',
    });
    expect(JSON.stringify(question)).not.toMatch(/"ann"|helper/);
  });

  it('nothing that follows from it tells who it was', () => {
    const [question] = ask(buyer('ann'), { ...asks('n', { anonymous: true }), zone: 'shared' });
    if (question === undefined) throw new Error('nothing was asked');
    const after = fold(PURCHASE, [...eventsOf(...group), question], { view: 'buyer' });
    expect(threadOf(after, 'n').by).toBeNull();
    expect(JSON.stringify(after.questions)).not.toContain('ann');
    expect(eventSentence(after, question)).not.toMatch(/ann/i);
    expect(concerns(question, 'ann')).toBe(false);
    const news = newsOf(after, [question], { since: day(1), not_by: 'ben', limit: 9, ledTo: () => [] });
    expect(JSON.stringify(news)).not.toMatch(/ann/i);
    expect(briefOf(after).open_questions[0]?.text).toContain('Someone of the buyers asks');
  });

  it('only buyers leave it out, and not towards sellers alone', () => {
    const anonymous = (line: Told): Told => ({ ...line, body: { ...line.body, anonymous: true } });
    expect(outcomeOf(deciding(state, seller('sam'), anonymous(asks('n'))))).toBe('question.named');
    expect(outcomeOf(deciding(state, seller('sam'), { ...anonymous(asks('n')), zone: 'shared' }))).toBe(
      'question.named',
    );
  });

  it('a file that names who said it does not say it here either', () => {
    const [event] = eventsOf(asks('n', { anonymous: true }));
    expect(event?.actor).toEqual({ kind: 'person', id: ANONYMOUS, side: 'buyer' });
  });

  it('cannot be moved to where others read it: who moved it would be who asked', () => {
    const [question] = ask();
    if (question === undefined) throw new Error('nothing was asked');
    const move = { event_id: question.id, to: 'shared', side: 'buyer', person_id: 'ann', governs: true } as const;
    const events = [...eventsOf(...group), question];
    expect(JSON.stringify(movingOf(move, events, state))).toContain('move.without_name');
  });
});
