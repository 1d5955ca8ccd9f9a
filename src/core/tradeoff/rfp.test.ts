import { describe, expect, it } from 'vitest';
import { named, opened, privately, requirement, stateAfter, told } from '../../../test/core/story.ts';
import { rfpMarkdown, rfpOf } from './rfp.ts';

const story = [
  opened(),
  named('ann'),
  told('purchase.problem_stated', { statement: 'Pumps stop.' }),
  requirement('r1', 'Nice', { priority: 'could' }),
  requirement('r2', 'Runs *offline*\nfor a day', { priority: 'must', why: 'Cellar', check: 'Unplug it' }),
  privately(requirement('r3', 'Below the ceiling of the board')),
];

describe('a request for proposals', () => {
  it('has the shared requirements, must-haves first, and never what buyers keep', () => {
    const rfp = rfpOf(stateAfter(...story));
    expect(rfp.requirements.map(({ number, text }) => [number, text])).toEqual([
      [1, 'Runs *offline*\nfor a day'],
      [2, 'Nice'],
    ]);
    const text = rfpMarkdown(rfp);
    expect(text).not.toContain('ceiling');
    expect(text).toContain('Pumps stop.');
    const kept = privately(told('purchase.problem_stated', { statement: 'The old ones are bad.' }));
    expect(rfpOf(stateAfter(...story, kept)).problem).toBeNull();
    expect(text).toContain(
      '## 1. Runs \\*offline\\* for a day\n\n*must*\n\nWhy it matters: Cellar\n\nHow it will be checked: Unplug it\n\nYour answer:',
    );
  });
});
