import { tradeoffWords } from '../../catalogue/tradeoff-words.ts';
import { isActive } from '../completion.ts';
import { personName } from '../sentence.ts';
import type { PurchaseState } from '../state.ts';
import type { TradeoffTable, WeighedOption, WeighedScore } from './table.ts';

/** The score from which a must counts as met, where its requirement says none. */
export const MET_FROM = 50;

/** Doing nothing is always an option, also where nobody has written it down. */
export const DO_NOTHING: WeighedOption = {
  option_id: 'do-nothing',
  get name() {
    return tradeoffWords.do_nothing;
  },
  kind: 'do_nothing',
  cost: null,
};

/** What a purchase's trade-off is computed from, as far as this view knows it. Who left, or only observes, is not counted. */
export function tableOf(state: PurchaseState): TradeoffTable {
  const { basis } = state;
  return {
    requirements: Object.values(basis.requirements).map(({ requirement_id, text, priority, met_from }) => ({
      requirement_id,
      text,
      priority,
      met_from: met_from ?? MET_FROM,
    })),
    options: optionsOf(state),
    scores: Object.values(basis.scores).flatMap(({ option_id, requirement_id, score, low, high }): WeighedScore[] => {
      if (score === null) return [];
      return [{ option_id, requirement_id, low: low ?? score, point: score, high: high ?? score }];
    }),
    weighings: Object.values(basis.weights).flatMap(({ person_id, method, answers }) => {
      const person = state.stakeholders[person_id];
      if (person === undefined || !isActive(person)) return [];
      return [{ person_id, name: personName(state, person_id), method, answers }];
    }),
  };
}

function optionsOf({ basis }: PurchaseState): WeighedOption[] {
  const options = Object.values(basis.options).map(({ option_id, name, kind }) => ({
    option_id,
    name,
    kind,
    cost: basis.costs[option_id]?.cost ?? null,
  }));
  if (options.some(({ kind }) => kind === 'do_nothing')) return options;
  return [...options, { ...DO_NOTHING, cost: basis.costs[DO_NOTHING.option_id]?.cost ?? null }];
}
