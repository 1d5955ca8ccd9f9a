import { describe, expect, it } from 'vitest';
import {
  agrees,
  claim,
  contradiction,
  job,
  left,
  named,
  opened,
  option,
  requirement,
  standsAside,
  stateAfter,
  type Told,
  theJob,
  told,
  withholds,
} from '../../test/core/story.ts';
import { listed } from '../catalogue/format.ts';
import { EVENT_KINDS } from './event.ts';
import { causeClause, missingClauses, missingSummary, personName, ruleSentence } from './sentence.ts';

const about = <T>(
  say: (state: ReturnType<typeof stateAfter>, one: ReturnType<typeof theJob>) => T,
  ...story: Told[]
): T => {
  const state = stateAfter(...story);
  return say(state, theJob(state, 'fit'));
};
const missing = (...story: Told[]) => about((state, one) => missingClauses(state, one), ...story);

describe('words', () => {
  it('are listed as one says them', () => {
    expect([listed([]), listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c'])]).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c',
    ]);
  });

  it('for a person are the name, else the role, else someone', () => {
    const state = stateAfter(
      opened(),
      named('ann'),
      told('stakeholder.named', { person_id: 'dan', roles: ['decision_maker'] }),
      told('stakeholder.named', { person_id: 'eve' }),
    );
    expect(['ann', 'dan', 'eve', 'zoe', null].map((who) => personName(state, who))).toEqual([
      'Ann',
      'decision maker',
      'stakeholder',
      'someone',
      'someone',
    ]);
  });
});

describe('the rule as one sentence', () => {
  it.each<[string, Told[]]>([
    [
      'Complete when everyone who is champion or decision maker agrees and at least 2/3 of those who have not stood aside agree (that is 2 of 2 people).',
      [
        opened(job('fit', { quorum: '2/3', required_roles: ['champion', 'decision_maker'] })),
        named('ann'),
        named('ben'),
      ],
    ],
    [
      'Complete when at least 1/1 of those who have not stood aside agree (nobody is named yet).',
      [opened(job('fit')), named('oda', 'observer'), named('leo'), left('leo')],
    ],
    [
      'Complete when at least 1/1 of those who have not stood aside agree (everyone stood aside).',
      [opened(job('fit')), named('ann'), standsAside('ann', 'fit')],
    ],
  ])('%s', (sentence, story) => {
    expect(about(ruleSentence, ...story)).toBe(sentence);
  });
});

describe('what is missing', () => {
  const story = [opened(job('fit', { required_roles: ['champion', 'legal'] })), named('ann', 'champion'), named('ben')];

  it('is told of roles that nobody holds, of people and of numbers', () => {
    expect(missing(opened(job('fit', { required_roles: ['decision_maker'] })))).toEqual([
      'no decision maker named yet',
      '1 more person has to agree',
    ]);
    expect(missing(...story)).toEqual(['no legal named yet', 'Ann has not agreed yet', '1 other person has to agree']);
    expect(missing(...story, agrees('ben', 'fit'))).toEqual(['no legal named yet', 'Ann has not agreed yet']);
  });

  it.each<[string, Told[]]>([
    ['Ann does not agree', [withholds('ann', 'fit')]],
    ['Ann stood aside although the role is required', [standsAside('ann', 'fit')]],
    ['Ann has not looked again', [agrees('ann', 'fit'), told('assent.shaken', { job_id: 'fit', reason: 'merger' })]],
  ])('%s', (clause, lines) => {
    const lea = [named('lea', 'legal'), agrees('lea', 'fit'), agrees('ben', 'fit')];
    // Lea and Ben may have been shaken too; Ann is told of first.
    expect(missing(...story, ...lea, ...lines)).toContain(clause);
  });

  it('is nothing where a job is complete', () => {
    expect(missing(opened(job('fit')), named('ann'), agrees('ann', 'fit'))).toEqual([]);
  });
});

describe('a cause as a clause', () => {
  const clauseOf = (...story: Told[]): string => {
    const state = stateAfter(
      opened(job('fit', { rests_on: ['requirements', 'options', 'scores', 'claims_used'] })),
      named('ann'),
      ...story,
    );
    const cause = theJob(state, 'fit').assents.ann?.shaken.at(-1);
    return cause === undefined ? '' : causeClause(state, cause);
  };
  const given = agrees('ann', 'fit');

  it.each<[string, Told[]]>([
    ['requirement changed: data residency', [given, requirement('r1', 'data residency')]],
    ['option changed: Ours', [given, option('o1', 'Ours')]],
    [
      'score changed: Ours',
      [option('o1', 'Ours'), given, told('score.changed', { option_id: 'o1', requirement_id: 'r1', score: 5 })],
    ],
    ['score changed', [given, told('score.changed', { option_id: 'o1', requirement_id: 'r1', score: 5 })]],
    [
      'contradiction opened: support: answers within',
      [claim('c1', 4, { used_for: ['fit'] }), given, contradiction('x1', 'c0', 'c1')],
    ],
    ['claim changed: support: answers within', [claim('c1', 4, { used_for: ['fit'] }), given, claim('c1', 5)]],
    ['the sentence of fit changed', [given, told('job.reworded', { job_id: 'fit', sentence: 'It fits.' })]],
    ['the law changed', [given, told('assent.shaken', { job_id: 'fit', reason: 'the law changed' })]],
    ['the purchase was revived', [given, told('purchase.revived', {})]],
    [
      'someone got in touch again after the end',
      [given, told('purchase.outcome_reached', { outcome: 'lost' }), told('touch.recorded', { channel: 'phone' })],
    ],
  ])('%s', (clause, story) => {
    expect(clauseOf(...story)).toBe(clause);
  });

  it('of every kind is words, without the dots and dashes of its name', () => {
    const state = stateAfter(opened(), named('ann'));
    for (const kind of [...Object.keys(EVENT_KINDS), 'mood.changed_again']) {
      const clause = causeClause(state, { event_id: 'e', kind, at: '', person_id: 'ann', what: 'this' });
      expect(clause).not.toBe('');
      expect(clause).not.toMatch(/[._]/);
    }
    expect(causeClause(state, { event_id: 'e', kind: 'stakeholder.left', at: '', person_id: 'ann', what: null })).toBe(
      'Ann left',
    );
  });
});

describe('what is missing, in few words', () => {
  const summary = (...story: Told[]) => about((state, one) => missingSummary(state, one), ...story);
  const fit = job('fit', { required_roles: ['champion', 'finance'], rests_on: ['requirements'] });
  const group = ['ann', 'ben', 'cem'].map((person_id) => named(person_id, 'champion'));

  it('counts people who are in the same case, and names those who are few', () => {
    expect(summary(opened(fit), ...group)).toBe('no finance named yet; 3 people have not agreed yet');
    const [ann] = group as [Told];
    expect(summary(opened(fit), ann, withholds('ann', 'fit', { reason: 'too dear' }))).toBe(
      'no finance named yet; Ann does not agree',
    );
    const agreed = group.map((_one, index) => agrees(['ann', 'ben', 'cem'][index] as string, 'fit'));
    const shaken = [opened(fit), ...group, named('fay', 'finance'), ...agreed, requirement('r', 'Runs offline')];
    expect(summary(...shaken)).toBe('3 people have not looked again; Fay has not agreed yet');
  });

  it('asks for more where only the share is short, and for nothing when all is agreed', () => {
    const open = job('fit');
    expect(summary(opened(open), named('ann'), named('ben'), agrees('ann', 'fit'))).toBe(
      'one more person has to agree',
    );
    expect(summary(opened(open), named('ann'), agrees('ann', 'fit'))).toBe('');
  });
});
