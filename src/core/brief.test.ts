import { describe, expect, it } from 'vitest';
import {
  agrees,
  byBuyer,
  bySeller,
  claim,
  day,
  entered,
  eventsOf,
  job,
  named,
  opened,
  privately,
  requirement,
  seen,
  stateAfter,
  type Told,
  told,
  withholds,
} from '../../test/core/story.ts';
import { briefOf, lastConversation } from './brief.ts';
import { fold } from './fold.ts';
import { missingRoles } from './missing.ts';
import { newsOf } from './news.ts';
import { roomStart } from './room-start.ts';
import { consequencesOf } from './telling.ts';

const says = (who: string, job_id: string): Told => byBuyer(who, agrees(who, job_id));
const fit = job('fit', { required_roles: ['champion'], rests_on: ['requirements', 'claims_used'] });
const price = job('price', { required_roles: ['finance'] });
const people = [named('ann', 'champion'), entered('ann'), named('fay', 'finance')];
const asSeller = (...more: Told[]) => briefOf(seen({ view: 'seller' }, opened(fit, price), ...people, ...more));

describe('what is stuck', () => {
  it('is said job by job, those that were complete first, with for whom, why and what would help', () => {
    const { stuck } = asSeller(says('ann', 'fit'), byBuyer('fay', agrees('fay', 'fit')), requirement('r', 'It floats'));
    expect(stuck.map(({ name }) => name)).toEqual(['fit', 'price']);
    expect(stuck[0]).toMatchObject({
      for_whom: ['Ann'],
      why: 'Reopened: requirement changed: It floats. 2 people have not looked again.',
      help: 'Show Ann and Fay what changed, so that they can look again: requirement changed: It floats.',
    });
    expect(stuck[1]?.help).toBe('Ask Fay what is still open for them in “price”.');
  });

  it.each([
    [
      'a contradiction',
      [
        claim('c', 1),
        bySeller(told('contradiction.opened', { contradiction_id: 'x', claim_ids: ['c'], note: '4 h or 8 h' })),
      ],
      'Clear up with proof which of two claims holds, on “4 h or 8 h”',
    ],
    ['an objection', [byBuyer('ann', withholds('ann', 'fit', { reason: 'Too heavy' }))], 'Answer Ann: “Too heavy”'],
    ['an objection without a reason', [byBuyer('ann', withholds('ann', 'fit'))], 'Ask Ann what would have to change.'],
    ['nothing said', [], 'Ask Ann what is still open for them in “fit”.'],
  ])('is helped by what fits: %s', (_what, story, help) => {
    expect(asSeller(...story).stuck.find(({ name }) => name === 'fit')?.help).toBe(help);
  });

  it('asks the champion who has a role that nobody holds, and to bring in who was only named', () => {
    const alone = briefOf(seen({ view: 'seller' }, opened(price), named('ann', 'champion'), entered('ann')));
    expect(alone.stuck[0]).toMatchObject({
      for_whom: ['whoever is to be finance (not named yet)'],
      help: 'Ask Ann who is finance for this purchase.',
    });
    expect(asSeller().stuck[1]?.help).toBe('Give Ann what it takes to bring in Fay.');
  });

  it('is nothing once all is held, or it ended', () => {
    const held = [
      says('ann', 'fit'),
      says('ann', 'price'),
      byBuyer('fay', agrees('fay', 'fit')),
      byBuyer('fay', agrees('fay', 'price')),
    ];
    expect(asSeller(...held).stuck).toEqual([]);
    expect(asSeller(told('purchase.outcome_reached', { outcome: 'lost' })).stuck).toEqual([]);
  });

  it('tells a seller nothing of what buyers keep', () => {
    const kept = [
      privately(byBuyer('ann', withholds('ann', 'fit', { reason: 'secret no' }))),
      privately(byBuyer('ann', requirement('r', 'secret need'))),
      privately(told('purchase.problem_stated', { statement: 'secret problem' })),
    ];
    expect(asSeller(...kept)).toEqual(asSeller());
  });
});

describe('before a conversation', () => {
  it('open questions and what not to ask again are told apart', () => {
    const brief = asSeller(
      told('purchase.problem_stated', { statement: 'It is slow' }),
      requirement('r', 'It floats'),
      claim('c', 1),
      bySeller(told('contradiction.opened', { contradiction_id: 'x', claim_ids: ['c'], note: 'was' })),
      bySeller(told('contradiction.resolved', { contradiction_id: 'x' })),
      bySeller(told('contradiction.opened', { contradiction_id: 'y', claim_ids: ['c'], note: 'is' })),
      bySeller(told('assumption.changed', { assumption_id: 'a', name: 'hours', value: 3 })),
      byBuyer('ann', told('assumption.judged', { assumption_id: 'a', person_id: 'ann', judgement: 'disputed' })),
      byBuyer('ann', withholds('ann', 'price', { reason: 'Too dear' })),
    );
    expect(brief.open_questions.map(({ text }) => text)).toEqual([
      'Two claims cannot both hold: “is”',
      'Ann on “price”: “Too dear”',
      'The assumption “hours” is disputed.',
    ]);
    expect(brief.not_again.map(({ text }) => text)).toEqual([
      'What the problem is: “It is slow”',
      'What they need: “It floats”',
      'Cleared up: “was”',
    ]);
    expect(brief.people.map(({ name, stands }) => `${name} ${stands}`)).toEqual([
      'Ann agrees to 0 of 2; does not agree to “price”; one open job needs them.',
      'Fay agrees to 0 of 2; one open job needs them; has not come in yet.',
    ]);
  });

  it('the last conversation is the last touch that sellers took part in and that counts', () => {
    const events = eventsOf(
      opened(fit),
      told('touch.recorded', { channel: 'phone' }),
      told('touch.recorded', { channel: 'web', sides: ['buyer'] }),
      { ...told('touch.recorded', { channel: 'video', sides: ['seller'] }), id: 'voided' },
    );
    expect(lastConversation(events, (id) => id !== 'voided')?.occurred_at).toBe(day(2));
    expect(lastConversation(events.slice(0, 1), () => true)).toBe(null);
  });
});

describe('what changed since', () => {
  const read = (lines: Told[], since: number, not_by: string | null = null, limit = 8) => {
    const events = eventsOf(...lines.map((line, at) => ({ known_at: day(at + 1), ...line })));
    const led = new Map<string, string[]>();
    const state = fold('p', events, {
      view: 'buyer',
      onEvent: (after, event, refused) =>
        refused === null ? led.set(event.id, consequencesOf(after, event.id)) : null,
    });
    return newsOf(state, events, { since: day(since), not_by, limit, ledTo: (id) => led.get(id) });
  };

  it('gathers what one person did of one kind, newest first, with what it led to', () => {
    const lines = [
      opened(fit, price),
      ...people,
      says('ann', 'fit'),
      says('ann', 'price'),
      requirement('r', 'It floats'),
    ];
    expect(read(lines, 4)).toEqual({
      items: [
        { text: 'Requirement set: “It floats”.', at: day(7), led_to: ['shook Ann'] },
        { text: 'Ann agreed to “price” and “fit”.', at: day(6), led_to: [] },
      ],
      more: 0,
    });
    expect(read(lines, 4, 'ann').items.map(({ text }) => text)).toEqual(['Requirement set: “It floats”.']);
    expect(read(lines, 4, null, 1)).toMatchObject({ items: [{ at: day(7) }], more: 1 });
  });

  it('counts what is many, leaves out what had no effect, and says nothing of pulses', () => {
    const many = Array.from({ length: 5 }, (_one, at) => requirement(`r${at}`, `Need ${at}`));
    const pulse = privately(byBuyer('ann', told('pulse.answered', { person_id: 'ann', item: 'ease', value: 1 })));
    const nowhere = byBuyer('ann', agrees('ann', 'no such job'));
    expect(read([opened(fit), ...people, ...many, pulse, nowhere], 4).items).toEqual([
      { text: '5 changes of the kind “requirement”, the last: Requirement set: “Need 4”.', at: day(9), led_to: [] },
    ]);
  });
});

describe('the start of a room', () => {
  it('says what is settled, what is open and who is not here yet', () => {
    const state = stateAfter(opened(job('fit', { quorum: '1/3' }), price), ...people, says('ann', 'fit'));
    expect(roomStart(state)).toEqual({
      settled: [{ job_id: 'fit', name: 'fit', text: 'One person agrees: “fit is done.”', since: day(5) }],
      open: [{ job_id: 'price', name: 'price', text: 'Fay has not agreed yet.', since: null }],
      missing: [],
      not_here: ['fay'],
    });
  });

  it('names the roles that jobs require, and those that such jobs usually require', () => {
    const validation = job('validation', { required_roles: ['evaluator'] });
    expect(missingRoles(stateAfter(opened(validation, price), named('ann', 'champion')))).toEqual([
      { role: 'evaluator', need: 'required', jobs: ['validation'] },
      { role: 'finance', need: 'required', jobs: ['price'] },
    ]);
    expect(missingRoles(stateAfter(opened(validation), named('eve', 'evaluator')))).toEqual([
      { role: 'finance', need: 'usual', jobs: ['validation'] },
    ]);
  });
});
