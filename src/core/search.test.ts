import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  amongSellers,
  claim,
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
import { entriesOf, searchIn } from './search.ts';
import type { PurchaseState } from './state.ts';

const story = [
  opened(job('fit')),
  named('ann', 'champion'),
  told('purchase.problem_stated', { statement: 'Picking errors cost two days a week' }),
  requirement('r1', 'Data stays in the EU', { why: 'promised to customers' }),
  requirement('r2', 'European support'),
  option('o1', 'Example WMS'),
  claim('c1', 4, { source: 'the offer' }),
  told('assumption.changed', { assumption_id: 'a1', name: 'hours saved', value: 12, source: 'counted in March' }),
  told('driver.changed', { driver_id: 'd1', name: 'Fewer returns', formula: 'hours_saved * 2' }),
  told('question.asked', { question_id: 'q1', text: 'Who pays for the training?' }),
  told('question.answered', { question_id: 'q1', answer_id: 'w1', text: 'We do, for two days.' }),
  told('risk.changed', { risk_id: 'k1', text: 'The old system stops too early', mitigation: 'Both run for a month' }),
  told('step.changed', { step_id: 's1', name: 'Sign the lease', checklist: [{ item_id: 'i', text: 'Ask notary' }] }),
  told('file.changed', { file_id: 'f1', name: 'Brochure.pdf', link: 'https://files.example/brochure' }),
];
const find = (q: string, state: PurchaseState = stateAfter(...story)) =>
  searchIn(entriesOf(state), q, 20).map(({ kind, id }) => `${kind} ${id}`);

describe('searching', () => {
  it.each([
    ['ann', 'person ann'],
    ['lease', 'step s1'],
    ['notary', 'step s1'],
    ['brochure', 'file f1'],
    ['fit', 'job fit'],
    ['picking', 'problem problem'],
    ['promised', 'requirement r1'],
    ['wms', 'option o1'],
    ['offer', 'claim c1'],
    ['march', 'assumption a1'],
    ['returns', 'driver d1'],
    ['who pays', 'question q1'],
    ['we do', 'answer q1'],
    ['month', 'risk k1'],
  ])('“%s” finds %s', (q, first) => {
    expect(find(q)[0]).toBe(first);
  });

  it('wants every word, and ranks a whole word before a beginning, a title before the rest', () => {
    expect(find('eu')).toEqual(['requirement r1', 'requirement r2']);
    expect(find('eu nothing')).toEqual([]);
    expect(find('')).toEqual([]);
    expect(find(' ?! ')).toEqual([]);
    expect(find('days')[0]).not.toBe('risk k1');
  });

  it('finds what is said exactly, first or with the same rank, in any script', () => {
    const texts = fc.array(fc.constantFrom('Data', 'EU', 'مرحبا', '数据', '🙂', 'für', 'alt'), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 5 }), (all) => {
        const titles = all.map((list) => list.join(' ')).filter((title) => /[\p{L}\p{N}]/u.test(title));
        const state = stateAfter(opened(), ...titles.map((title, n) => requirement(`r${n}`, title)));
        for (const title of titles) {
          const [best] = searchIn(entriesOf(state), title, 20);
          const own = searchIn(entriesOf(state), title, 20).find((hit) => hit.title === title);
          expect(own?.score).toBe(best?.score);
        }
      }),
    );
  });

  it('shows the part of a long text in which the word stands', () => {
    const long = `${'nothing here '.repeat(60)} the needle ${'nor here '.repeat(60)}`;
    const state = stateAfter(opened(), requirement('r', 'A title', { why: long }));
    const [hit] = searchIn(entriesOf(state), 'needle', 5);
    expect(hit?.text).toContain('needle');
    expect([...(hit?.text ?? '')].length).toBeLessThan(220);
  });

  it('gives nothing that the view does not hold', () => {
    const kept: Told[] = [
      privately(requirement('b', 'hidden need')),
      amongSellers(told('risk.changed', { risk_id: 'k2', text: 'hidden risk' })),
    ];
    expect(find('hidden', seen({ view: 'buyer' }, ...story, ...kept))).toEqual(['requirement b']);
    expect(find('hidden', seen({ view: 'seller' }, ...story, ...kept))).toEqual(['risk k2']);
  });
});
