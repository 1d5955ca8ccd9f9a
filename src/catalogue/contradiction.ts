import { texts } from './texts.ts';

const said = (value: string, source: string): string => (source === '' ? value : `${source} says ${value}`);

export const contradictionWords = texts('contradiction', 'contradictionWords', {
  title: 'Open contradictions',
  none: 'None open.',
  all_claims: 'All claims',
  open_for: (span: string) => `open for ${span}`,
  settle: 'Settle',
  settle_title: 'Settle a contradiction',
  what_holds: 'What holds, and how do you know?',
  settled: 'Contradiction settled',
  note: 'Note one …',
  note_title: 'Two statements that cannot both hold',
  note_about: 'Both are kept as claims. What rests on them is shaken until it is settled.',
  subject: 'About what?',
  attribute: 'Which property of it?',
  first: 'One says',
  second: 'Another says',
  source: 'Where',
  note_go: 'Note it',
  opened: 'Contradiction noted',
  sentence: (form: {
    subject: string;
    attribute: string;
    first: string;
    first_source: string;
    second: string;
    second_source: string;
  }) =>
    `${form.subject}, ${form.attribute}: ${said(form.first, form.first_source)}, ${said(form.second, form.second_source)}`,
});
