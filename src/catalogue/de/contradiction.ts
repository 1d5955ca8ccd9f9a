import type * as en from '../contradiction.ts';
import { unitWords } from './units.ts';

const said = (value: string, source: string): string => (source === '' ? value : `${source} sagt ${value}`);

export const contradictionWords: typeof en.contradictionWords = {
  title: 'Offene Widersprüche',
  none: 'Keine offen.',
  all_claims: 'Alle Aussagen',
  open_for: (span) => `offen seit ${unitWords.bent(span)}`,
  settle: 'Klären',
  settle_title: 'Widerspruch klären',
  what_holds: 'Was gilt, und woher wissen Sie es?',
  settled: 'Widerspruch geklärt',
  note: 'Festhalten …',
  note_title: 'Zwei Aussagen, die nicht beide gelten können',
  note_about: 'Beide werden als Aussagen festgehalten. Was darauf beruht, ist erschüttert, bis es geklärt ist.',
  subject: 'Worum geht es?',
  attribute: 'Welche Eigenschaft?',
  first: 'Die eine sagt',
  second: 'Die andere sagt',
  source: 'Wo',
  note_go: 'Festhalten',
  opened: 'Widerspruch festgehalten',
  sentence: (form) =>
    `${form.subject}, ${form.attribute}: ${said(form.first, form.first_source)}, ${said(form.second, form.second_source)}`,
};
