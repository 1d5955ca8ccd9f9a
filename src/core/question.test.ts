import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accepts, answers, asks, closes, group, threadOf } from '../../test/core/asking.ts';
import { buyer, context, deciding, outcomeOf, seller } from '../../test/core/deciding.ts';
import {
  agrees,
  amongSellers,
  byBuyer,
  bySeller,
  imported,
  left,
  named,
  on,
  privately,
  seen,
  stateAfter,
  type Told,
} from '../../test/core/story.ts';
import { commandsOfAcceptance } from './acceptance.ts';
import { briefOf } from './brief.ts';
import { decide } from './decide.ts';
import { nextThing } from './next.ts';
import { inOrder, shortly, statusOf, timeToAnswer } from './question.ts';
import type { PurchaseState } from './state.ts';

describe('a thread', () => {
  it.each<[string, Told[], string]>([
    ['is open', [], 'open'],
    ['is answered', [answers('q', 'a')], 'answered'],
    ['is accepted by the side that asked', [answers('q', 'a'), accepts('q', 'a')], 'accepted'],
    ['is closed', [closes('q', { reason: 'asked twice' })], 'closed'],
    ['is opened again, as it was', [answers('q', 'a'), closes('q'), closes('q', { open: true })], 'answered'],
  ])('%s', (_what, story, status) => {
    expect(statusOf(threadOf(stateAfter(...group, asks('q'), ...story)))).toBe(status);
  });

  it('holds what everyone said, in order, and what the other side keeps is not in it', () => {
    const story = [...group, asks('q'), answers('q', 'a'), privately(byBuyer('ben', answers('q', 'b')))];
    const ids = (view: 'buyer' | 'seller') =>
      threadOf(seen({ view }, ...story)).answers.map(({ answer_id }) => answer_id);
    expect([ids('buyer'), ids('seller')]).toEqual([['a', 'b'], ['a']]);
  });

  it('kept by one side is the same once it is shared; what the other side calls the same is another', () => {
    const own = [...group, privately(asks('q')), privately(byBuyer('ben', answers('q', 'b')))];
    expect(threadOf(stateAfter(...own, asks('q'))).answers).toHaveLength(1);
    expect(threadOf(stateAfter(...own, asks('q'))).zone).toBe('shared');
    const theirs = [...group, amongSellers(bySeller(asks('q'))), amongSellers(answers('q', 'a'))];
    expect(threadOf(seen({ view: 'seller' }, ...theirs, asks('q'))).answers).toEqual([]);
  });

  it('changes nothing of who agreed to what', () => {
    const before = stateAfter(...group, agrees('ann', 'fit'), agrees('ben', 'fit'));
    const after = stateAfter(...group, agrees('ann', 'fit'), agrees('ben', 'fit'), asks('q'), answers('q', 'a'));
    expect(after.jobs).toEqual(before.jobs);
  });
});

describe('deciding on questions', () => {
  const state = stateAfter(...group, asks('q'), answers('q', 'a'), named('cem'), left('cem'));
  it.each<[string, Told, string | string[]]>([
    ['anyone asks', asks('n'), ['question.asked']],
    ['to a seller', asks('n', { to_id: 'sam' }), ['question.asked']],
    ['to a colleague', asks('n', { to_id: 'ben' }), ['question.asked']],
    ['to nobody who is here', asks('n', { to_id: 'dan' }), 'question.unknown_person'],
    ['to who left', asks('n', { to_id: 'cem' }), 'question.unknown_person'],
    ['to a seller, of the buyers', asks('n', { to_id: 'sam', to_side: 'buyer' }), 'question.other_side'],
    ['to sellers, where they cannot read it', privately(asks('n', { to_side: 'seller' })), 'question.not_readable'],
    ['to a seller, where they cannot read it', privately(asks('n', { to_id: 'sam' })), 'question.not_readable'],
    ['with an id that is taken', asks('q'), 'question.already_there'],
    ['of a job that is not there', asks('n', { job_id: 'none' }), 'job.unknown'],
    ['an answer to nothing', answers('none', 'a'), 'question.unknown'],
    ['an answer twice', answers('q', 'a'), 'answer.already_there'],
    ['accepting nothing', accepts('q', 'none'), 'answer.unknown'],
    ['closing nothing', closes('none'), 'question.unknown'],
    ['accepting', accepts('q', 'a'), ['answer.accepted']],
  ])('%s', (_what, line, outcome) => {
    expect(outcomeOf(deciding(state, buyer('ann'), line))).toEqual(outcome);
  });

  it('only the side that asked says whether it is answered, and no file does it for buyers', () => {
    expect(outcomeOf(deciding(state, seller('sam'), accepts('q', 'a')))).toBe('question.not_yours');
    expect(outcomeOf(deciding(state, seller('sam'), closes('q')))).toBe('question.not_yours');
    const from_file = stateAfter(...group, asks('q'), answers('q', 'a'), imported('i', accepts('q', 'a')));
    expect(threadOf(from_file).accepted).toBeNull();
  });

  it('what is answered to one’s own question stays there, and cannot be said to both', () => {
    const own = stateAfter(...group, privately(asks('q')));
    const decided = deciding(own, buyer('ben'), answers('q', 'a'));
    expect('events' in decided && decided.events.map(({ zone }) => zone)).toEqual(['buyer']);
    expect(outcomeOf(deciding(own, buyer('ben'), { ...answers('q', 'a'), zone: 'shared' }))).toBe(
      'zone.on_your_side_only',
    );
  });

  it('what was seen before is compared with the newest of the thread', () => {
    const late = { ...accepts('q', 'a'), seen: threadOf(state).event_id };
    expect(outcomeOf(deciding(state, buyer('ann'), late))).toBe('conflict.changed_meanwhile');
    const now = { ...accepts('q', 'a'), seen: threadOf(state).answers.at(-1)?.event_id };
    expect(outcomeOf(deciding(state, buyer('ann'), now))).toEqual(['answer.accepted']);
  });
});

describe('an accepted answer', () => {
  const story = [...group, asks('q', { job_id: 'fit' }), answers('q', 'a')];
  const claim = { claim_id: 'c', subject: 'Data', attribute: 'stands in', value: 'Dublin' };
  const accepting = (state: PurchaseState) => {
    const question = threadOf(state);
    const [answer] = question.answers;
    if (answer === undefined) throw new Error('no answer');
    return commandsOfAcceptance(state, { question, answer, claim, answered_by: 'Sam' });
  };
  const run = (state: PurchaseState) =>
    accepting(state).map((command) => {
      const decided = decide(command, state, context(buyer('ann')));
      if ('rejection' in decided) throw new Error(decided.rejection.code);
      return decided.events[0];
    });

  it('becomes a claim that says where it comes from, used for the job that was asked about', () => {
    const [made, taken] = run(stateAfter(...story));
    expect(made).toMatchObject({
      kind: 'claim.changed',
      zone: 'shared',
      body: { ...claim, said_by: 'Sam', channel: 'rep', used_for: ['fit'], quote: 'In Dublin.' },
    });
    expect((made?.body as { source?: string } | undefined)?.source).toBe(
      'Answer of 2026-01-05 to “Where does our data stand?”',
    );
    expect(taken?.body).toEqual({ question_id: 'q', answer_id: 'a', claim_id: 'c' });
  });

  it('stands where question and answer do', () => {
    const own = stateAfter(...group, asks('q'), privately(byBuyer('ben', answers('q', 'a'))));
    expect(run(own).map((event) => event?.zone)).toEqual(['buyer', 'buyer']);
  });

  it('is what is not asked again, and no open question any more', () => {
    const after = seen({ view: 'seller' }, ...story, accepts('q', 'a'));
    expect(briefOf(after).not_again[0]?.text).toBe('“Where does our data stand?”: “In Dublin.”');
    expect(
      briefOf(after)
        .open_questions.map(({ text }) => text)
        .join(),
    ).not.toContain('Where does');
  });
});

describe('who is asked', () => {
  it('gets it as their next thing until somebody answered', () => {
    const story = [...group, bySeller(asks('q', { to_id: 'ben' })), agrees('ben', 'fit')];
    const next = (...more: Told[]) => nextThing(stateAfter(...story, ...more), { person_id: 'ben', governs: false });
    expect(next()).toMatchObject({
      action: { do: 'answer', question_id: 'q' },
      why: expect.stringMatching(/^The supplier/),
    });
    expect(next(byBuyer('ann', answers('q', 'a')))?.action).not.toMatchObject({ do: 'answer' });
  });
});

describe('who asked', () => {
  it('is told of an answer once nothing else waits, unless they asked without their name', () => {
    const story = (more: object) => [...group, agrees('ann', 'fit'), asks('q', more), answers('q', 'a')];
    const next = (more: object, ...after: Told[]) =>
      nextThing(stateAfter(...story(more), ...after), { person_id: 'ann', governs: false });
    expect(next({})).toMatchObject({ action: { do: 'answer' }, what: expect.stringMatching(/^Say whether/) });
    expect(next({ anonymous: true })?.action).not.toMatchObject({ do: 'answer' });
    expect(next({}, accepts('q', 'a'))?.action).not.toMatchObject({ do: 'answer' });
  });
});

describe('time to answer', () => {
  const times = (...story: Told[]) => timeToAnswer(Object.values(stateAfter(...group, ...story).questions));
  const days = (n: number): number => n * 86_400_000;

  it('is the median over first answers by someone else, with how many, and who still waits', () => {
    expect(times()).toEqual({ n: 0, median_ms: null, waiting: 0 });
    const asked = ['p', 'q', 'r', 's'].map((id) => on(10, asks(id)));
    const all = [
      ...asked,
      on(11, answers('p', 'a')),
      on(12, byBuyer('ann', answers('q', 'own'))),
      on(14, answers('q', 'a')),
      on(20, answers('q', 'b')),
      on(16, closes('s')),
    ];
    expect(times(...all)).toEqual({ n: 2, median_ms: days(2.5), waiting: 1 });
  });

  it('is never negative, whatever comes when', () => {
    const line = fc.tuple(fc.constantFrom('p', 'q'), fc.integer({ min: 5, max: 30 }), fc.boolean());
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const told = lines.map(([id, at, is_answer], n) => on(at, is_answer ? answers(id, `a${n}`) : asks(id)));
        const { n, median_ms, waiting } = times(...told);
        expect(n === 0 ? median_ms : (median_ms ?? -1) >= 0).toBe(n === 0 ? null : true);
        expect(n + waiting).toBeLessThanOrEqual(2);
      }),
    );
  });
});

describe('texts', () => {
  it('of ten pages, in any script, are kept; longer ones are refused with what to do', () => {
    const long = '🙂 مرحبا '.repeat(1000);
    expect(threadOf(stateAfter(...group, asks('q', {}, long))).text).toBe(long);
    expect(() => stateAfter(...group, asks('q', {}, 'x'.repeat(20_001)))).toThrow('more than 20,000 characters');
    expect(() => stateAfter(...group, asks('q', {}, ' \n '))).toThrow('Write something first');
  });

  it('are cut between characters, on one line', () => {
    expect(shortly('a\n b', 9)).toBe('a b');
    expect(shortly('🙂🙂🙂🙂', 3)).toBe('🙂🙂…');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 30 }), (text, most) => {
        expect([...shortly(text, most)].length).toBeLessThanOrEqual(most);
        expect(shortly(text, most)).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
      }),
    );
  });
});

describe('the list', () => {
  it('has open ones first, the newest of a kind first', () => {
    const state = stateAfter(...group, asks('a'), asks('b'), answers('a', 'x'), asks('c'), closes('c'));
    expect(inOrder(Object.values(state.questions)).map(({ question_id }) => question_id)).toEqual(['b', 'a', 'c']);
  });
});
