import { describe, expect, it } from 'vitest';
import {
  agrees,
  claim,
  job,
  named,
  opened,
  option,
  requirement,
  stateAfter,
  type Told,
  theJob,
  told,
} from '../../../test/core/story.ts';
import { auditClaims } from './audit.ts';
import { answersOf } from './channels.ts';
import { overloadOf } from './overload.ts';
import { senseOf } from './sense.ts';
import { sheetMarkdown, sheetOf } from './sheet.ts';
import { similarClaims, similarity } from './similar.ts';

const TODAY = '2026-06-01';
const options = [
  option('o', 'Ours', { kind: 'this_supplier' }),
  option('t', 'Theirs'),
  option('n', 'Nothing', { kind: 'do_nothing' }),
];
const start = [
  opened(
    job('fit', { rests_on: ['claims_used', 'scores'] }),
    job('price', { rests_on: ['net_value', 'agreed_assumptions'], required_roles: ['finance'] }),
  ),
  named('ann'),
  named('ben'),
  ...options,
];
const on = (channel: string, claim_id: string, value: unknown, more = {}): Told =>
  claim(claim_id, value, { channel, ...more });

describe('the same answer on every channel', () => {
  it('puts what differs first, says where nothing is said, and leaves out what is said of others', () => {
    const state = stateAfter(
      ...start,
      on('web', 'a', 4),
      on('proposal', 'b', 8),
      on('web', 'c', 30, { attribute: 'repairs within' }),
      on('rep', 'd', 1800, { attribute: 'repairs within', unit: 'min' }),
      on('web', 'e', 5, { option_id: 't' }),
    );
    const [first, second, ...none] = answersOf(state);
    expect(none).toEqual([]);
    expect(first).toMatchObject({
      attribute: 'answers within',
      verdict: 'conflict',
      silent: ['rep', 'partner', 'support'],
      mend: [],
    });
    expect(second).toMatchObject({ verdict: 'same', silent: ['proposal', 'partner', 'support'] });
  });

  it('says what to mend once it is settled', () => {
    const settled = [
      on('web', 'a', 4),
      on('proposal', 'b', 8),
      told('contradiction.resolved', { contradiction_id: 'x', claim_ids: ['a', 'b'], holds: 'b' }),
    ];
    const [answer] = answersOf(stateAfter(...start, ...settled));
    expect(answer?.holds?.claim_id).toBe('b');
    expect(answer?.mend.map(({ claim_id }) => claim_id)).toEqual(['a']);
    expect(answersOf(stateAfter(...start, ...settled, claim('a', 4, { retracted: true })))[0]).toMatchObject({
      verdict: 'same',
      mend: [],
    });
  });
});

describe('the audit', () => {
  const state = stateAfter(
    ...start,
    claim('a', 4),
    claim('b', 240, { option_id: 't', unit: 'min', subject: 'helpdesk' }),
    claim('c', true, { option_id: 'o', attribute: 'single sign-on', unit: undefined, evidence: 'shown to us' }),
    claim('d', 12, { option_id: 'o', attribute: 'weeks' }),
    claim('e', 20, { option_id: 't', attribute: 'weeks' }),
  );

  it('tells what every option claims from what one alone does', () => {
    const { by_all, by_one, differing, without_evidence, option_ids } = auditClaims(state);
    expect(option_ids).toEqual(['o', 't']);
    expect(by_all.map(({ attribute }) => attribute)).toEqual(['answers within']);
    expect(by_one.map(({ attribute }) => attribute)).toEqual(['single sign-on']);
    expect(differing.map(({ attribute }) => attribute)).toEqual(['weeks']);
    expect(without_evidence.map(({ claim_id }) => claim_id)).toEqual(['a', 'b', 'd', 'e']);
  });
});

describe('overload', () => {
  it('counts pieces, people and use, and says what to put aside with why', () => {
    const state = stateAfter(
      ...start,
      claim('a', 4, { used_for: ['fit'] }),
      claim('b', 240, { unit: 'min' }),
      claim('c', 7, { attribute: 'seats', valid_to: '2026-05-31' }),
      claim('d', 9, { attribute: 'wards' }),
      claim('e', 1, { attribute: 'sites' }),
      claim('f', 2, { attribute: 'sites' }),
      claim('g', 3, { attribute: 'floors', aside: true }),
      claim('h', 3, { attribute: 'lifts', retracted: true }),
    );
    const { put_aside, aside, ...rest } = overloadOf(state, TODAY);
    expect(rest).toEqual({ pieces: 6, people: 2, per_person: 3, used: 1 });
    expect(put_aside.map(({ claim: { claim_id }, why }) => [claim_id, why])).toEqual([
      ['c', 'expired'],
      ['b', 'repeats'],
      ['d', 'unused'],
    ]);
    expect(aside.map(({ claim_id }) => claim_id)).toEqual(['g']);
  });

  it('of nobody has no share for each', () => {
    expect(overloadOf(stateAfter(opened(), claim('a', 4)), TODAY)).toMatchObject({ people: 0, per_person: null });
  });
});

describe('making sense', () => {
  const story = [
    ...start,
    requirement('r', 'It turns', { priority: 'must' }),
    claim('a', 4, { used_for: ['fit'], channel: 'web' }),
    claim('b', 240, { unit: 'min', channel: 'proposal' }),
    claim('c', 1, { attribute: 'sites', used_for: ['fit'] }),
    claim('d', 2, { attribute: 'sites' }),
    claim('e', 5, { attribute: 'colours', aside: true }),
    claim('f', 5, { attribute: 'tested', evidence: 'we measured it', used_for: ['fit'] }),
  ];

  it('tells for a job what is established, disputed, missing and does not matter', () => {
    const state = stateAfter(...story);
    const sense = senseOf(state, theJob(state, 'fit'), TODAY);
    expect(sense.established.map(({ claim: { claim_id }, ground, also }) => [claim_id, ground, also.length])).toEqual([
      ['f', 'evidence', 0],
      ['a', 'agreed_sources', 1],
    ]);
    expect(sense.disputed.map(({ claims }) => claims.map(({ claim_id }) => claim_id))).toEqual([['c', 'd']]);
    expect(sense.missing).toEqual([
      { kind: 'score', what: 'It turns' },
      { kind: 'evidence', what: 'support, answers within' },
      { kind: 'evidence', what: 'support, sites' },
    ]);
    expect(sense.no_matter.map(({ claim: { claim_id }, why }) => [claim_id, why])).toEqual([['e', 'aside']]);
  });

  it('follows what the job rests on', () => {
    const state = stateAfter(
      ...story,
      told('assumption.changed', { assumption_id: 'h', name: 'hours saved', value: 5, state: 'proposed' }),
      told('assumption.changed', { assumption_id: 'w', name: 'wage', value: 5, state: 'disputed' }),
    );
    const sense = senseOf(state, theJob(state, 'price'), TODAY);
    expect(sense.missing).toEqual([
      { kind: 'role', what: 'finance' },
      { kind: 'net_value', what: null },
      { kind: 'assumption', what: 'hours saved' },
    ]);
    expect(sense.disputed).toMatchObject([{ assumption: 'wage' }]);
    expect(sense.established).toEqual([]);
  });

  it('is one for the group: who agrees to what does not change it', () => {
    const sense = (lines: Told[]) => {
      const state = stateAfter(...lines);
      return senseOf(state, theJob(state, 'fit'), TODAY);
    };
    expect(sense([...story, agrees('ann', 'fit')])).toEqual(sense(story));
  });
});

describe('a competition sheet', () => {
  it('holds only what says where it comes from, with the source', () => {
    const state = stateAfter(
      ...start,
      claim('a', 4, { source: 'website', line: 7, quote: 'within 4 h' }),
      claim('b', 8, { option_id: 't', said_by: 'their rep' }),
      claim('c', 9, { attribute: 'sites' }),
    );
    const sheet = sheetOf(state);
    expect(sheet.left_out).toBe(1);
    const text = sheetMarkdown(state, sheet);
    expect(text).toContain('| answers within | 4 h [1] | 8 h [2] |');
    expect(text).toContain('1. website, line 7: “within 4 h”');
    expect(text).toContain('Left out, because they name no source: 1.');
    expect(text).not.toContain('sites');
  });
});

describe('similar claims', () => {
  const about = (claim_id: string, subject: string, attribute: string, value: string | number) => ({
    claim_id,
    subject,
    attribute,
    value,
  });

  it.each([
    ['support answers', 'Support, answered!', 1],
    ['support answers', 'the archive', 0],
    ['answer time', 'time to answer', 1],
    ['応答時間', '応答時間は', 0.8571428571428571],
    ['', '', 0],
  ])('%s and %s', (a, b, expected) => {
    expect(similarity(a, b)).toBeCloseTo(expected, 12);
    expect(similarity(b, a)).toBeCloseTo(expected, 12);
  });

  it('are put side by side where a program cannot say, or the words differ', () => {
    const pairs = similarClaims([
      about('a', 'Support', 'answer time', '4 h'),
      about('b', 'Support', 'time to answer', '8 h'),
      about('c', 'Support', 'answer time', 'very fast'),
      about('d', 'Archive', 'size', '4 TB'),
    ]);
    expect(pairs.map(({ claim_ids }) => claim_ids.join(' '))).toEqual(['a b', 'a c', 'b c']);
  });
});
