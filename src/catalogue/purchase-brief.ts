import { formatDate, listed, plural } from './format.ts';
import { texts } from './texts.ts';

/** Every sentence of the brief. */
export const words = texts('purchase-brief', 'words', {
  tab: 'Brief',
  title: 'Before you talk to them',
  about: 'From what you may read. What the buyers keep to their side is not in it.',
  stuck: 'What is stuck, for whom, and what would help',
  stuck_none: 'Nothing is stuck: every job is complete, or the purchase has ended.',
  for_whom: (names: readonly string[]) => `For ${listed(names)}.`,
  help: 'Would help',
  helpers: (names: readonly string[]) => `In the pod: ${listed(names)}.`,
  people: 'Who matters',
  people_none: 'Nobody of the buying group is named yet.',
  changed: 'What changed',
  changed_since: (text: string, at: string) => `Since the last conversation, ${formatDate(at)}: ${text}`,
  changed_ever: 'No conversation is recorded yet, so this is since the beginning.',
  changed_none: 'Nothing changed since.',
  more: (n: number) => `and ${plural(n, 'more change', 'more changes')}`,
  questions: 'Open questions',
  questions_none: 'None that you can read.',
  not_again: 'Answered already: do not ask again',
  not_again_none: 'Nothing was said yet.',
});
