import { formatDate, listed, plural } from '../format.ts';
import type * as en from '../purchase-brief.ts';

export const words: typeof en.words = {
  tab: 'Briefing',
  title: 'Vor dem Gespräch',
  about: 'Aus dem, was Sie lesen dürfen. Was die Käufer für sich behalten, steht nicht darin.',
  stuck: 'Was stockt, bei wem, und was helfen würde',
  stuck_none: 'Nichts stockt: Alle Aufgaben sind erfüllt, oder die Beschaffung ist beendet.',
  for_whom: (names) => `Bei ${listed(names)}.`,
  help: 'Würde helfen',
  helpers: (names) => `Im Team: ${listed(names)}.`,
  people: 'Auf wen es ankommt',
  people_none: 'Vom Buying Center ist noch niemand genannt.',
  changed: 'Was sich geändert hat',
  changed_since: (text, at) => `Seit dem letzten Gespräch, ${formatDate(at)}: ${text}`,
  changed_ever: 'Noch kein Gespräch ist festgehalten, darum von Anfang an.',
  changed_none: 'Seitdem hat sich nichts geändert.',
  more: (n) => `und ${plural(n, 'weitere Änderung', 'weitere Änderungen')}`,
  questions: 'Offene Fragen',
  questions_none: 'Keine, die Sie lesen können.',
  not_again: 'Schon beantwortet: nicht noch einmal fragen',
  not_again_none: 'Noch wurde nichts gesagt.',
};
