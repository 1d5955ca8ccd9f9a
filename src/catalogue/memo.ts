import { texts } from './texts.ts';

/** Every sentence of the board memo's page; the memo's own words come with it. */
export const words = texts('memo', 'words', {
  tab: 'Board memo',
  about:
    'Made of what the buyer side knows right now, to take to whoever decides. No seller can make it or read it here.',
  choose: 'What is in it',
  sections: 'Sections',
  people: 'People are shown',
  people_as: { names: 'by name', counts: 'as numbers only', none: 'not at all' },
  no_section: 'Nothing is chosen. Tick at least one section.',
  pdf: 'Save as PDF',
  md: 'Save as Markdown',
  print: 'Print',
  making: 'Making the file …',
  made: (what: string): string => `${what} is among your downloads`,
  buyers_only: 'The board memo is the buyers’ own',
  buyers_only_about: 'It is made by the buyer side of this purchase, of what they read. There is nothing of it here.',
});
