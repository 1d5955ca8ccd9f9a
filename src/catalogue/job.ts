import { texts } from './texts.ts';

export const jobWords = texts('job', 'jobWords', {
  change: 'Change …',
  change_job: (name: string) => `Change ${name}`,
  add: 'Add a job …',
  none: 'No jobs yet: nobody can say what is done.',
  add_title: 'Add a job',
  add_about: 'It comes last in the list. A decide job that nobody has agreed to keeps the purchase from being held.',
  add_go: 'Add the job',
  change_what: 'What to change',
  tabs: { wording: 'Wording', rule: 'Rule', removal: 'Take it out' },
  about: {
    wording: 'Who agreed to the old sentence is asked again, unless only the wording changes.',
    rule: 'Nobody is asked again. If the new rule completes or reopens the job, the page says that a rule did it.',
    removal:
      'It no longer counts, and nobody can agree to it. What was said stays in the ledger; you can undo this right after.',
  },
  quoted: (sentence: string) => `“${sentence}”`,
  remove_go: 'Take the job out',
  added: (name: string) => `${name} is now a job`,
  reworded: (name: string) => `${name} is reworded`,
  ruled: (name: string) => `The rule of ${name} is changed`,
  removed: (name: string) => `${name} is no longer a job`,
});
