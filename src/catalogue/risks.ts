import { plural } from './format.ts';
import { texts } from './texts.ts';

/** Every sentence of the risks page. */
export const words = texts('risks', 'words', {
  title: 'Risks',
  about: 'What could go wrong, for whom, and what is done about it. Nothing here changes who agreed to what.',
  add: 'Note a risk',
  none: 'No risk is noted yet',
  none_about:
    'Say what could go wrong while there is time to do something about it. What only concerns your side can stay there.',
  matrix: 'Likelihood and impact',
  matrix_about: 'How many risks that are open or have happened stand where.',
  likelihood: 'Likelihood',
  impact: 'Impact',
  likelihoods: { 1: '1 hardly', 2: '2 unlikely', 3: '3 possible', 4: '4 likely', 5: '5 almost surely' },
  impacts: { 1: '1 barely felt', 2: '2 small', 3: '3 felt', 4: '4 hard', 5: '5 it fails' },
  cell: (n: number, likelihood: number, impact: number) =>
    `${plural(n, 'risk')} with likelihood ${likelihood} and impact ${impact}`,
  risk: 'What could go wrong',
  for_whom: 'For whom',
  for_whom_is: (whom: string) => `for whom: ${whom}`,
  severity: 'Weight',
  severity_of: (severity: number, likelihood: number, impact: number) =>
    `${severity} of 25: likelihood ${likelihood}, impact ${impact}`,
  mitigation: 'What is done about it',
  owner: 'Who looks after it',
  nobody: 'nobody yet',
  owner_is: (name: string | null) => `who looks after it: ${name ?? 'nobody yet'}`,
  state: 'State',
  states: {
    open: 'open',
    mitigated: 'mitigated',
    accepted: 'accepted',
    happened: 'happened',
    closed: 'closed',
  },
  change: 'Change',
  change_this: (what: string) => `Change: ${what}`,
  add_title: 'A risk',
  change_title: 'Change a risk',
  remove: 'Take it out',
  removed: 'Taken out',
  saved: 'Risk noted',
  changed: 'Risk changed',
  file: 'risks.csv',
  kept: 'Stands',
  kept_in: { shared: 'shared', buyer: 'buyer', seller: 'seller' },
});
