import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreedNumbers, memoStory, textsOf, WISH } from '../../../test/core/memo.ts';
import { byBuyer, eventsOf, PURCHASE, seen, stateAfter, told } from '../../../test/core/story.ts';
import { lives } from '../../../test/core/world.ts';
import { valueCaseOf } from '../case-of-view.ts';
import { fold } from '../fold.ts';
import { personName } from '../sentence.ts';
import type { PurchaseState } from '../state.ts';
import { figuresOf } from '../value/figures.ts';
import { buildModel } from '../value/model.ts';
import { memoMarkdown } from './markdown.ts';
import { type MemoWish, memoOf } from './memo.ts';
import type { Memo, MemoSectionId } from './model.ts';
import { dayText, moneyText, numberText, shareText } from './writing.ts';

const made = (state: PurchaseState, more: Partial<MemoWish> = {}): Memo => {
  const memo = memoOf(state, { ...WISH, ...more });
  if (memo === null) throw new Error('there is no memo');
  return memo;
};
const wordsOf = (memo: Memo, section: MemoSectionId): string =>
  textsOf({ ...memo, title: '', subtitle: '', sections: memo.sections.filter((one) => one.section === section) }).join(
    '\n',
  );

const state = stateAfter(...memoStory);

describe('a board memo', () => {
  it('says of when it is and on how much it rests', () => {
    expect(made(state).subtitle).toContain('28 November 2026, 13:30 UTC: 3 people in the buying group');
    expect(made(state).subtitle).toContain(`${state.events} entries in the record`);
  });

  it('tells what is chosen, what it costs, and what is still open', () => {
    const words = wordsOf(made(state), 'decision');
    expect(words).toContain('The buying group has chosen: Aurelia *Watch*.');
    expect(words).toContain('What it costs in all: EUR 123,450.50.');
    expect(words).toContain('1 of 2 jobs before the decision are complete. Still open: Supplier selection.');
  });

  it('calls nothing a saving that nobody on the buyer side agreed to', () => {
    const before = wordsOf(made(state), 'value');
    expect(before).not.toMatch(/saving/i);
    expect(before).toContain('expected benefit');
    expect(before).toContain('proposed by the supplier, not agreed');
    expect(before).toContain('None of it is agreed.');
    const after = wordsOf(made(stateAfter(...memoStory, ...agreedNumbers)), 'value');
    expect(after).toContain('\nsaving\nagreed\n');
    expect(after).toContain('All of the benefits rest on numbers that named buyers agreed to.');
    const half = wordsOf(made(stateAfter(...memoStory, ...agreedNumbers.slice(0, 1))), 'value');
    expect(half).not.toMatch(/saving/i);
  });

  it('gives an interval with the runs it rests on', () => {
    expect(wordsOf(made(state), 'value')).toMatch(
      /8 of 10 outcomes lie between EUR [\d,]+ and EUR [\d,]+; .*n = 2,000 runs/,
    );
  });

  it('shows people by name, in numbers, or not at all', () => {
    const names = made(state);
    expect(wordsOf(names, 'people')).toContain('Ben on Supplier selection: “The price has no end date”');
    const by_name = names.sections.find(({ section }) => section === 'people')?.blocks[1];
    expect(by_name).toMatchObject({
      rows: [
        ['Ann', 'agrees', 'has not said'],
        ['Ben', 'agrees', 'does not agree'],
        ['Cem', 'has not said', 'has not said'],
      ],
    });
    for (const people of ['counts', 'none'] as const) {
      expect(textsOf(made(state, { people })).join('\n')).not.toMatch(/\b(Ann|Ben|Cem)\b|no end date/);
    }
    const counted = made(state, { people: 'counts' }).sections.find(({ section }) => section === 'people');
    const table = counted?.blocks.find((block) => block.kind === 'table');
    expect(table).toMatchObject({
      rows: [
        ['Requirements building', '2', '0', '0', '0', '1'],
        ['Supplier selection', '0', '0', '1', '0', '2'],
      ],
    });
    expect(made(state, { people: 'none' }).sections.map(({ section }) => section)).not.toContain('people');
  });

  it('leaves to the group what someone kept from others', () => {
    expect(JSON.stringify(made(state))).not.toContain('My boss');
  });

  it('numbers its sources as they are first named', () => {
    const memo = made(state);
    expect(wordsOf(memo, 'options')).toContain('Aurelia *Watch* (chosen) [1]');
    expect(wordsOf(memo, 'value')).toContain('Stops avoided [2]');
    expect(wordsOf(memo, 'sources')).toMatch(
      /\[1\] support, answers within: 4 h: watch\.pdf, Data sheet, line 12\n\[2\] Stops avoided: Last year’s log/,
    );
  });

  it('tells what could go wrong and what is to be done, and who by as people are shown', () => {
    const story = [
      ...memoStory,
      byBuyer('ann', told('risk.changed', { risk_id: 'late', text: 'It comes late', likelihood: 4, impact: 5 })),
      byBuyer('ann', told('risk.changed', { risk_id: 'gone', text: 'It was settled', state: 'closed' })),
      byBuyer('ann', told('step.changed', { step_id: 'sign', name: 'Sign', owner_id: 'ann', due_on: '2026-12-31' })),
      byBuyer('ann', told('step.changed', { step_id: 'read', name: 'Read it', due_on: '2026-12-01' })),
      byBuyer('ann', told('step.progressed', { step_id: 'read', to: 'done' })),
    ];
    const known = stateAfter(...story);
    const risks = wordsOf(made(known), 'risks');
    expect(risks).toContain('1 risk is watched. 1 more was settled.');
    expect(risks).toContain('It comes late\n4 of 5\n5 of 5\nnothing yet');
    expect(risks).not.toContain('It was settled');
    const plan = wordsOf(made(known, { people: 'names' }), 'plan');
    expect(plan).toContain('1 step is done, 1 to go.');
    expect(plan).toContain('31 December 2026');
    expect(plan).not.toContain('Read it');
    const named = personName(known, 'ann');
    expect(plan).toContain(named);
    expect(wordsOf(made(known, { people: 'counts' }), 'plan')).not.toContain(named);
    expect(wordsOf(made(state), 'plan')).toContain('There is no plan yet.');
  });

  it('has the sections that were asked for, in its own order', () => {
    const memo = made(state, { sections: ['value', 'problem'] });
    expect(memo.sections.map(({ section }) => section)).toEqual(['problem', 'value']);
  });

  it('is made of the buyers’ view only', () => {
    expect(memoOf(seen({ view: 'seller' }, ...memoStory), WISH)).toBe(null);
  });
});

describe('as Markdown', () => {
  it('has every text, and takes none for a mark of its own', () => {
    const text = memoMarkdown(made(state));
    expect(text).toContain('| Aurelia \\*Watch\\* (chosen) \\[1\\] | this supplier | EUR 123,450.50 (three years) |');
    expect(text).toContain('| Warns \\| a day before | must |');
    expect(text).toContain('\n## What it is worth\n');
    const plain = text.replaceAll('\\', '');
    for (const said of textsOf(made(state))) expect(plain).toContain(said.replaceAll(/\s+/g, ' '));
  });
});

/** Every number that is written in a text, without the marks between its digits. */
const numbersIn = (text: string): string[] =>
  [...text.matchAll(/\d[\d,]*(\.\d+)?/g)].map(([found]) => String(Number(found.replaceAll(',', ''))));

/** Every number that a memo may tell: what the state says, what is counted in it, and what it comes to. */
function numbersOf(of: PurchaseState): Set<string> {
  const known = new Set(numbersIn(JSON.stringify(of).replaceAll(/(\d{4})-0?(\d+)-0?(\d+)T/g, '$1 $2 $3 ')));
  const most = Math.max(of.events, Object.keys(of.stakeholders).length);
  for (let n = 0; n <= most; n++) known.add(String(n));
  const figures = figuresOf(buildModel(valueCaseOf(of)));
  for (const amount of [figures.net_value, figures.benefits, figures.costs])
    known.add(String(Math.abs(Math.round(amount))));
  // Amounts are kept in minor units; a must-have counts as met from 50 of 100 on.
  for (const { groups } of JSON.stringify(of).matchAll(/"amount_minor":-?(?<minor>\d+)/g)) {
    known.add(numbersIn(numberText(Number(groups?.minor) / 100))[0] ?? '');
  }
  for (const one of [...numbersIn(WISH.now), '28', '11', '13', '30', '2026', '50', '100']) known.add(one);
  return known;
}

describe('any memo', () => {
  it('has no number that is not of its view, and none for a seller', () => {
    fc.assert(
      fc.property(lives(), (lines) => {
        const events = eventsOf(...lines);
        expect(memoOf(fold(PURCHASE, events, { view: 'seller' }), WISH)).toBe(null);
        const buyers = fold(PURCHASE, events, { view: 'buyer' });
        const known = numbersOf(buyers);
        for (const text of textsOf(made(buyers))) {
          expect([text, numbersIn(text).filter((one) => !known.has(one))]).toEqual([text, []]);
        }
      }),
      { seed: 20_260_101, numRuns: 60 },
    );
  });
});

describe('writing', () => {
  it.each([
    [numberText(1_234_567.5), '1,234,567.5'],
    [numberText(-1_200), '-1,200'],
    [numberText(0.004), '0'],
    [numberText(1_000.999, 0), '1,001'],
    [moneyText(1_200, 'EUR'), 'EUR 12'],
    [moneyText(-1_250, 'EUR'), 'EUR -12.50'],
    [moneyText(1_250, 'JPY'), 'JPY 1,250'],
    [shareText(0.004), 'under 1 %'],
    [shareText(0.999), 'over 99 %'],
    [dayText('2026-03-09T00:00:00.000Z'), '9 March 2026'],
  ])('%s', (written, expected) => expect(written).toBe(expected));
});
