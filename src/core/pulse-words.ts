import type { PulseItem } from './body/pulse.ts';

/** What each pulse question says, in our own words; answered from 1 to 5. */
export const PULSE_STATEMENTS: Readonly<Record<PulseItem, string>> = {
  ease: 'How easy is this purchase so far?',
  confidence: 'How sure are you that this is going the right way?',
  uncertainty_paralysed: 'Where I work, uncertainty keeps us from deciding.',
  uncertainty_team: 'It is not clear to me what this would change for my team.',
  uncertainty_change: 'There is too much change at once where I work.',
  information_good: 'The information that we get is good.',
  information_overwhelming: 'It is more information than we can work through.',
  information_contradictory: 'Much of it can be trusted, and still contradicts itself.',
  information_tradeoffs: 'It is hard to weigh what speaks for one option against what speaks for another.',
};
