import { texts } from './texts.ts';

export const basisWords = texts('purchase-basis', 'basisWords', {
  title: 'What it rests on',
  about: 'A change here shakes what people agreed to on it; they are asked to look again.',
  side_by_side: 'Weigh the options side by side',
  problem: 'Problem',
  no_problem: 'Nobody has stated the problem yet.',
  requirements: 'Requirements',
  no_requirements: 'No requirements yet.',
  options: 'Options',
  no_options: 'No options yet.',
  chosen: 'chosen',
  choose: 'Choose this',
  state: 'State it',
  change: 'Change',
  add: 'Add',
  texts: {
    problem: 'What is the problem, and why is it worth solving?',
    requirement: 'What is needed?',
    option: 'Name of the option',
  },
  priority: 'How much it matters',
  priorities: { must: 'must', should: 'should', could: 'could' },
  kind: 'Kind',
  kinds: {
    this_supplier: 'this supplier',
    other_supplier: 'another supplier',
    build: 'build it',
    smaller_scope: 'smaller scope',
    do_nothing: 'do nothing',
  },
  wording_only: 'Only the wording changes, not the meaning: nobody is asked again',
  difference: 'The difference',
  remove: 'Take it out',
  changed: { problem: 'Problem stated', requirement: 'Requirement changed', option: 'Option changed' },
  removed: 'Taken out',
  chosen_said: (name: string) => `${name} is the chosen option`,
  titles: { problem: 'The problem', requirement: 'A requirement', option: 'An option' },
});

export type BasisKind = keyof typeof basisWords.titles;
