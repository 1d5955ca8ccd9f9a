import { listed, plural } from './format.ts';
import { texts } from './texts.ts';

/** What a change would make people look at again, said before it is saved. */
export const shakesWords = texts('purchase-shakes', 'shakesWords', {
  note: (people: number, jobs: readonly string[]) =>
    `Saving this asks ${plural(people, 'person', 'people')} to look again at what they agreed to: ${listed(jobs)}.`,
  you: (jobs: readonly string[]) => `Saving this asks you to look again at what you agreed to: ${listed(jobs)}.`,
});
