import { formatNumber } from './format.ts';
import { texts } from './texts.ts';

export const outcomeCardWords = texts('purchase-outcome', 'outcomeCardWords', {
  title: 'How it ended',
  still_open: 'Still open.',
  record: 'Record how it ended …',
  revive: 'Take it up again',
  revived: (n: number) =>
    n === 1 ? 'Taken up again once after an end.' : `Taken up again ${formatNumber(n)} times after an end.`,
  taken_up: 'Taken up again; everyone is asked to look again',
  outcome: 'Outcome',
  choices: { bought: 'Bought', lost: 'Lost: they chose another way', no_decision: 'No decision' },
  reason: 'Why, in a sentence',
  recorded: 'Outcome recorded',
});
