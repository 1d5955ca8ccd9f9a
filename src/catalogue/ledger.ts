import { plain } from './format.ts';
import { texts } from './texts.ts';

export const ledgerWords = texts('ledger', 'ledgerWords', {
  title: 'What happened, with causes',
  empty: 'Nothing of this kind happened yet.',
  more: 'Show earlier',
  filter: 'Which kinds to show',
  groups: [
    { label: 'all', kinds: '' },
    { label: 'assents', kinds: 'assent' },
    { label: 'people', kinds: 'stakeholder' },
    { label: 'jobs', kinds: 'job' },
    {
      label: 'what it rests on',
      kinds: 'requirement,option,score,claim,contradiction,assumption,driver,case,net_value,realised',
    },
    { label: 'evidence', kinds: 'evidence' },
    { label: 'touches', kinds: 'touch' },
    { label: 'purchase', kinds: 'purchase,import,event' },
  ],
  someone: 'someone',
  agent: '(software)',
  operator: '(who runs the machine)',
  imported: 'imported',
  late: (at: string) => `recorded ${at}`,
  times: (known: string, recorded: string) => `Known ${known}, recorded ${recorded}`,
  corrected: { corrected: 'corrected since', voided: 'voided since', retracted: 'its import was undone' },
  correct: 'Correct',
  move: 'Who reads it',
  correct_title: 'Correct or void an entry',
  correct_about: 'The entry stays in the ledger; from now on the correction counts.',
  field: (key: string) => plain(key),
  reason: 'Why?',
  save: 'Correct it',
  void: 'Void it: it never counts',
  done: 'Corrected',
  voided: 'Voided',
});
