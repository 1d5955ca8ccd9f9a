import { describe, expect, it } from 'vitest';
import { buyer, deciding, outcomeOf, seller } from '../../test/core/deciding.ts';
import {
  agrees,
  amongSellers,
  job,
  named,
  opened,
  privately,
  seen,
  stateAfter,
  type Told,
  told,
} from '../../test/core/story.ts';
import { risksInOrder, severityOf } from './risk.ts';

const group = [opened(job('fit')), named('ann', 'champion')];
const risk = (risk_id: string, more: object = {}): Told => told('risk.changed', { risk_id, text: 'It stops', ...more });

describe('a risk', () => {
  it('is open and in the middle where nobody said more; what a change leaves out stays', () => {
    const first = stateAfter(...group, risk('k', { for_whom: 'The night shift', likelihood: 2, owner_id: 'ann' }));
    expect(first.risks.k).toMatchObject({ state: 'open', likelihood: 2, impact: 3 });
    const after = stateAfter(
      ...group,
      risk('k', { for_whom: 'The night shift', likelihood: 2, owner_id: 'ann' }),
      risk('k', { state: 'mitigated', impact: 5, mitigation: 'Both run' }),
    ).risks.k;
    expect(after).toMatchObject({ for_whom: 'The night shift', likelihood: 2, impact: 5, owner_id: 'ann' });
    expect(after).toMatchObject({ state: 'mitigated', mitigation: 'Both run', first_at: first.risks.k?.at });
    expect(after === undefined ? 0 : severityOf(after)).toBe(10);
    expect(stateAfter(...group, risk('k'), risk('k', { removed: true })).risks).toEqual({});
  });

  it('shakes nobody', () => {
    const agreed = [...group, agrees('ann', 'fit')];
    expect(stateAfter(...agreed, risk('k')).jobs).toEqual(stateAfter(...agreed).jobs);
  });

  it('kept by a side is not in the other view; what is said of it stays there', () => {
    const story = [...group, privately(risk('k')), amongSellers(risk('s'))];
    const ids = (view: 'buyer' | 'seller') => Object.keys(seen({ view }, ...story).risks);
    expect([ids('buyer'), ids('seller')]).toEqual([['k'], ['s']]);
    const decided = deciding(stateAfter(...story), buyer('ann'), risk('k', { impact: 4 }));
    expect('events' in decided && decided.events[0]?.zone).toBe('buyer');
    const shared = deciding(stateAfter(...story), buyer('ann'), { ...risk('k', { impact: 4 }), zone: 'shared' });
    expect(outcomeOf(shared)).toEqual(['risk.changed']);
  });

  it('that someone else changed meanwhile is looked at again', () => {
    const state = stateAfter(...group, risk('k'));
    expect(outcomeOf(deciding(state, seller('sam'), { ...risk('k'), seen: null }))).toBe('conflict.changed_meanwhile');
  });

  it('that is live and weighs most comes first', () => {
    const state = stateAfter(
      ...group,
      risk('closed', { likelihood: 5, impact: 5, state: 'closed' }),
      risk('small', { likelihood: 1, impact: 2 }),
      risk('big', { likelihood: 4, impact: 4, state: 'happened' }),
    );
    expect(risksInOrder(Object.values(state.risks)).map(({ risk_id }) => risk_id)).toEqual(['big', 'small', 'closed']);
  });
});
