import { plain } from './format.ts';
import { texts } from './texts.ts';

/** What the server says beside the answers themselves. */
export const serverTexts = texts('server-texts', 'serverTexts', {
  job: (job_id: string) => plain(job_id),
  no_effect: (why: string) => `had no effect: ${why}`,
  operator: 'who runs this machine',
  without_name: 'someone, without a name',
  reopened: (job: string, cause: string) => `${job} was reopened: ${cause}.`,
  not_complete: (job: string) => `${job} is not complete yet.`,
  internal_step: (side: 'buyer' | 'seller') =>
    `An internal step of the ${side} side: they change it, anyone can comment.`,
  earlier_date: 'You are looking at an earlier date. Go back to now to change something.',
  newer: (kind: string) => `A newer Coassent wrote “${kind}” here. Update to change this purchase.`,
  room_closed: 'The supplier closed this room. You can go on reading and exporting what you could read.',
  remains: 'What was shared stays in the ledger of both sides; from now on it counts for your side only.',
  no_model: 'No text model is set up here. Who runs this machine can set one up; nothing needs it.',
  nothing_known: 'There is nothing to summarise for this job yet.',
  dropped: (count: number) =>
    `Left out of what the text model drafted, because what it cites does not say it: ${count}.`,
});

/** The steps of a plan in somebody's calendar. */
export const calendarTexts = texts('server-texts', 'calendarTexts', {
  done: 'Done. That a step is done agrees to no job.',
  owner: (owner: string) => `Owner: ${owner}`,
  planned: (day: string) => `Planned for ${day}`,
  waits: (names: string) => `Waits for: ${names}`,
  side: { buyer: 'buyer', seller: 'seller' },
});

/** The value case as a workbook. What its columns and sheets are called is read again, so that is the same everywhere. */
export const valueSheetTexts = texts('server-texts', 'valueSheetTexts', {
  per_month: 'Drivers, per month',
  months_after: 'Months after the decision',
  present_value: 'present value',
  years_discounted: 'Years it is discounted for',
  worth_now: 'Worth now',
  net: 'The buyer’s benefits less costs',
  value_case: 'Value case',
  horizon: 'Horizon in months',
  periods: 'Discounted at the end of each',
  rate: 'Discount rate a year',
  net_value: 'Net value',
  benefits: 'Benefits, present value',
  costs: 'Costs, present value',
  roi: 'Return on investment',
  period: 'Period',
  less_costs: 'Benefits less costs',
  complete: 'Computed from all drivers that this side may read.',
  incomplete: 'Some drivers cannot be computed from what this side may read; they are left out.',
});

/** A request for proposals as a workbook. */
export const rfpSheetTexts = texts('server-texts', 'rfpSheetTexts', {
  sheet: 'Requirements',
  columns: [
    'No.',
    'Requirement',
    'Priority',
    'Why it matters',
    'How it will be checked',
    'Do you meet it? (yes / partly / no)',
    'Your answer',
    'Where we can check it',
  ],
  answers: ['yes', 'partly', 'no'],
});

/** Archives of what is recorded. */
export const archiveTexts = texts('server-texts', 'archiveTexts', {
  purchase: 'Everything that this person may read of one purchase',
  identity: 'Your identity across suppliers',
  person: 'Everything recorded about one person in one purchase',
  seller: 'Everything recorded about one person of the selling side',
  not_in_here: 'What they wrote in purchases: the archive of each purchase holds it.',
  purchase_readme: `This archive holds everything that you may read of one purchase. You need no special program to read it.

manifest.json     what is in here, for whom it was made, who runs the machine, and a checksum (SHA-256) of each file
events.jsonl      everything that happened, one event a line, in the order in which it was recorded (JSON)
people.csv        the people of the buying group
jobs.csv          the jobs that the group has to get done, and whether each is complete
assents.csv       who agreed to what, when, and to which words
requirements.csv  what the group needs
options.csv       what it can choose
claims.csv        what was claimed, and by which source
assumptions.csv   the assumptions of the value case
drivers.csv       its drivers, with their formulas
questions.csv     what was asked, and of whom
answers.csv       what was answered, and which answer was accepted
risks.csv         what could go wrong
realised.csv      what drivers really brought, month by month
files.csv         the files and links, with their versions; the files themselves stand in the folder files

The tables show how things stand after the last event. An apostrophe before =, +, - or @ keeps spreadsheets from running
a text as a formula; it is not part of the text.
`,
  person_readme: `This archive holds what is recorded about one person. You need no special program to read it.

manifest.json  whom it is about, for whom it was made, who runs the machine, and a checksum (SHA-256) of each file
about.json     who they are here
viewings.csv   what they looked at, one line a day
notices.csv    what they were told, when they read it, and whether it was mailed; empty for everyone but themselves
passes.csv     the invitations and the ways in that were mailed to them (never what opens the door)
keys.csv       their keys for software (never the keys themselves)
feeds.csv      the addresses from which calendars read a plan for them (never the addresses themselves)
log.csv        the entries about and by them in the log of their side
events.jsonl   what happened in the purchase that is about them or by them, one event a line (JSON)

An apostrophe before =, +, - or @ keeps spreadsheets from running a text as a formula; it is not part of the text.
`,
});
