import { plural } from '../format.ts';
import type * as en from '../risks.ts';

export const words: typeof en.words = {
  title: 'Risiken',
  about: 'Was schiefgehen könnte, für wen, und was dagegen getan wird. Nichts hier ändert, wer wozu zugestimmt hat.',
  add: 'Risiko notieren',
  none: 'Noch ist kein Risiko notiert',
  none_about:
    'Sagen Sie, was schiefgehen könnte, solange Zeit ist, etwas zu tun. Was nur Ihre Seite betrifft, kann dort bleiben.',
  matrix: 'Wahrscheinlichkeit und Auswirkung',
  matrix_about: 'Wie viele offene oder eingetretene Risiken wo stehen.',
  likelihood: 'Wahrscheinlichkeit',
  impact: 'Auswirkung',
  likelihoods: {
    1: '1 kaum',
    2: '2 unwahrscheinlich',
    3: '3 möglich',
    4: '4 wahrscheinlich',
    5: '5 fast sicher',
  },
  impacts: { 1: '1 kaum spürbar', 2: '2 gering', 3: '3 spürbar', 4: '4 schwer', 5: '5 es scheitert' },
  cell: (n, likelihood, impact) =>
    `${plural(n, 'Risiko', 'Risiken')} mit Wahrscheinlichkeit ${likelihood} und Auswirkung ${impact}`,
  risk: 'Was schiefgehen könnte',
  for_whom: 'Für wen',
  for_whom_is: (whom) => `für: ${whom}`,
  severity: 'Gewicht',
  severity_of: (severity, likelihood, impact) =>
    `${severity} von 25: Wahrscheinlichkeit ${likelihood}, Auswirkung ${impact}`,
  mitigation: 'Gegenmaßnahme',
  owner: 'Wer sich kümmert',
  owner_is: (name) => (name === null ? 'noch kümmert sich niemand' : `es kümmert sich: ${name}`),
  nobody: 'noch niemand',
  state: 'Stand',
  states: {
    open: 'offen',
    mitigated: 'gemindert',
    accepted: 'hingenommen',
    happened: 'eingetreten',
    closed: 'erledigt',
  },
  change: 'Ändern',
  change_this: (what) => `Ändern: ${what}`,
  add_title: 'Ein Risiko',
  change_title: 'Risiko ändern',
  remove: 'Herausnehmen',
  removed: 'Herausgenommen',
  saved: 'Risiko notiert',
  changed: 'Risiko geändert',
  file: 'risiken.csv',
  kept: 'Gehört',
  kept_in: { shared: 'beiden Seiten', buyer: 'Käuferseite', seller: 'Anbieterseite' },
};
