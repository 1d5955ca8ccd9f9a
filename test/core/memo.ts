import { MEMO_SECTIONS, type Memo } from '../../src/core/memo/model.ts';
import {
  agrees,
  byBuyer,
  bySeller,
  claim,
  entered,
  job,
  named,
  opened,
  option,
  privately,
  requirement,
  type Told,
  told,
  withholds,
} from './story.ts';

/** A purchase that has something of all that a memo tells. */
export const memoStory: Told[] = [
  opened(
    job('fit', { name: 'Requirements building', required_roles: ['champion'], quorum: '1/2' }),
    job('price', { name: 'Supplier selection' }),
  ),
  named('ann', 'champion'),
  entered('ann'),
  named('ben', 'finance'),
  entered('ben'),
  named('cem', 'user'),
  told('purchase.problem_stated', { statement: 'Presses stand still 41 hours a month.\n\nNobody knows beforehand.' }),
  requirement('r1', 'Warns | a day before', { priority: 'must', check: 'A test on two presses' }),
  requirement('r2', 'Runs without our network', { priority: 'should' }),
  option('o1', 'Aurelia *Watch*', { kind: 'this_supplier', chosen: true }),
  option('o2', 'Built by ourselves', { kind: 'build' }),
  told('option.costed', { option_id: 'o1', cost: { amount_minor: 12_345_050, currency: 'EUR' }, note: 'three years' }),
  claim('c1', 4, { source: 'Data sheet', document: 'watch.pdf', line: 12, option_id: 'o1', used_for: ['price'] }),
  claim('c2', 9, { source: 'Their web page' }),
  told('score.changed', { option_id: 'o1', requirement_id: 'r1', score: 80, low: 70, high: 90, claim_ids: ['c1'] }),
  told('score.changed', { option_id: 'o2', requirement_id: 'r1', score: 30 }),
  bySeller(
    told('assumption.changed', {
      ...{ assumption_id: 'stops', name: 'Stops avoided', symbol: 'stops', value: 3, unit: '1/month', low: 2, high: 4 },
      source: 'Last year’s log',
    }),
  ),
  bySeller(
    told('assumption.changed', {
      assumption_id: 'gain',
      name: 'Cost of a stop',
      symbol: 'gain',
      value: 900,
      unit: 'EUR',
    }),
  ),
  bySeller(told('driver.changed', { driver_id: 'g', name: 'Fewer stops', symbol: 'g', formula: 'stops * gain' })),
  told('case.set', { horizon_months: 12, currency: 'EUR' }),
  agrees('ann', 'fit'),
  agrees('ben', 'fit'),
  withholds('ben', 'price', { reason: 'The price has no end date' }),
  privately(told('assent.private_reason', { job_id: 'price', person_id: 'ben', reason: 'My boss wants another one' })),
];

/** Ben agrees to all numbers. */
export const agreedNumbers: Told[] = ['stops', 'gain'].map((assumption_id) =>
  byBuyer('ben', told('assumption.judged', { assumption_id, person_id: 'ben', judgement: 'agreed' })),
);

export const WISH = { now: '2026-11-28T13:30:00.000Z', people: 'names', sections: MEMO_SECTIONS } as const;

/** Every text of a memo, in the order in which it is read. */
export const textsOf = ({ title, subtitle, sections }: Memo): string[] => [
  title,
  subtitle,
  ...sections.flatMap((section) => [
    section.title,
    ...section.blocks.flatMap((block) => {
      if (block.kind === 'text') return [block.text];
      if (block.kind === 'list') return block.items;
      return [block.title, ...block.columns.map((column) => column.title), ...block.rows.flat()];
    }),
  ]),
];
