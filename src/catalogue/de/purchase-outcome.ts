import { formatNumber } from '../format.ts';
import type * as en from '../purchase-outcome.ts';

export const outcomeCardWords: typeof en.outcomeCardWords = {
  title: 'Wie es ausging',
  still_open: 'Noch offen.',
  record: 'Ausgang festhalten …',
  revive: 'Wieder aufnehmen',
  revived: (n) =>
    n === 1
      ? 'Nach einem Ende einmal wieder aufgenommen.'
      : `Nach einem Ende ${formatNumber(n)}-mal wieder aufgenommen.`,
  taken_up: 'Wieder aufgenommen; alle werden gebeten, neu hinzusehen',
  outcome: 'Ausgang',
  choices: {
    bought: 'Gekauft',
    lost: 'Verloren: Sie haben sich anders entschieden',
    no_decision: 'Keine Entscheidung',
  },
  reason: 'Warum, in einem Satz',
  recorded: 'Ausgang festgehalten',
};
