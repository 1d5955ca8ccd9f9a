import { texts } from './texts.ts';

/** Every sentence of the search. */
export const words = texts('search', 'words', {
  title: 'Search',
  label: 'Search this purchase',
  about:
    'People, jobs, requirements, options, claims, the value case, questions and answers, risks, the plan, files, conversations: all that you may read here.',
  nothing: 'Nothing found',
  nothing_about: 'Every word has to be there. Try fewer words, or part of one.',
  kinds: {
    person: 'Person',
    job: 'Job',
    problem: 'Problem',
    requirement: 'Requirement',
    option: 'Option',
    claim: 'Claim',
    assumption: 'Assumption',
    driver: 'Driver',
    question: 'Question',
    answer: 'Answer',
    risk: 'Risk',
    step: 'Step of the plan',
    file: 'File',
    touch: 'Conversation',
  },
  all: (q: string) => `Everything on “${q}”`,
});
