import { plural } from './format.ts';
import { texts } from './texts.ts';

/** Every sentence of making a purchase ready for its buyers and handing it over. */
export const words = texts('handover', 'words', {
  title: 'Make it ready for the buyers',
  about:
    'A plan with roles in place of names, requirements to begin with, and a room to come in by. All of it can be changed.',
  go: 'Make it ready',
  kind: 'What kind of purchase is it?',
  kind_hint: (steps: number, requirements: number) =>
    `Brings a plan of ${plural(steps, 'step')} and ${plural(requirements, 'requirement')} that fit.`,
  kind_none: 'Another kind: begin empty',
  details: 'Choose plan and requirements apart',
  plan: 'Plan',
  no_plan: 'no plan yet',
  requirements: 'Requirements',
  no_requirements: 'no requirements yet',
  problem: 'The problem, as you understood it',
  problem_hint: 'One sentence for the buyers to correct. Nothing is agreed by it.',
  room: 'Open the room: who has the link shows an e-mail address and proves it',
  fill: 'Fill it from a row of your CRM',
  row: 'The row, as copied',
  row_hint:
    'Copy it out of a list or an export, with or without the line of names above it. It fills the fields below.',
  row_nothing: 'Nothing was found in it. Fill the fields by hand.',
  ready: 'Ready to hand over',
  ready_about: (name: string) => `This is what the buyers find in “${name}”:`,
  made: {
    jobs: (n: number) => plural(n, 'job'),
    steps: (n: number) => plural(n, 'step'),
    requirements: (n: number) => plural(n, 'requirement'),
  },
  link: 'The link of the room',
  copy_link: 'Copy the link',
  letter: 'An invitation, ready to send',
  copy_letter: 'Copy the invitation',
  copied: 'Copied',
  not_copied: 'This browser does not let pages copy. Mark it and copy it by hand.',
  mail: (email: string) => `Mail it to ${email}`,
  mailed: (email: string) => `${email} is invited: one link and one button, no account.`,
  preview: 'Preview as the buyer',
  to_purchase: 'To the purchase',
  no_room: 'This workspace is open on this machine and has no rooms: choose a buyer at “acting as” to see their side.',
  invitation: (to: string, purchase: string, from: string, link: string) =>
    [
      to === '' ? 'Hello,' : `Hello ${to},`,
      `we have prepared a room for “${purchase}”: what has to be agreed, the steps of both sides with dates, and a first list of requirements. Everything in it is yours to change.`,
      `You come in by this link, without an account: ${link}`,
      'What your side keeps to itself there, we do not see.',
      from,
    ].join('\n\n'),
});
