import { listed, plain } from './format.ts';
import { texts } from './texts.ts';

/** How a document that is kept writes days and numbers: the same on every machine. */
export const documentFormats = texts('memo-document', 'documentFormats', {
  day: (day: number, month: number, year: string) => `${day} ${months[month - 1]} ${year}`,
  group: ',',
  decimal: '.',
  money: (currency: string, amount: string) => `${currency} ${amount}`,
  under: 'under 1 %',
  over: 'over 99 %',
});

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

/** The frame of the board memo. */
export const memoFrame = texts('memo-document', 'memoFrame', {
  title: (name: string) => `Board memo: ${name}`,
  subtitle: (account: string, day: string, time: string, people: number, entries: string, one_entry: boolean) =>
    `${account === '' ? '' : `${account}. `}As the buyer side knows it on ${day}, ${time} UTC: ${count(people, 'person', 'people')} in the buying group, ${entries} ${one_entry ? 'entry' : 'entries'} in the record. For the buyer side only.`,
  file: 'board-memo',
  sections: {
    decision: 'What is to be decided',
    problem: 'The problem',
    options: 'The options',
    requirements: 'The requirements',
    value: 'What it is worth',
    open: 'What contradicts itself',
    risks: 'What could go wrong',
    plan: 'The plan',
    people: 'Who agrees and who does not',
    sources: 'Sources',
  },
  no_sources: 'Nothing in this memo names a source.',
  page: (title: string, page: number, of: number) => `${title} · page ${page} of ${of}`,
  letter: (box: string) =>
    `${box} stands for a letter that the font of this file has not. The page and the Markdown file show it.`,
  not_said: 'not said',
  to: (low: string, high: string) => `${low} to ${high}`,
});

/** What it is about: the decision, the problem, options, requirements and contradictions. */
export const memoBasis = texts('memo-document', 'memoBasis', {
  no_problem: 'The group has not written down yet what the problem is.',
  stated: (day: string) => `As stated on ${day}.`,
  kind: {
    this_supplier: 'this supplier',
    other_supplier: 'another supplier',
    build: 'build it',
    smaller_scope: 'a smaller scope',
    do_nothing: 'do nothing',
  },
  chosen: ' (chosen)',
  none: 'none',
  not_ranked: 'not ranked',
  options: 'What can be chosen',
  option_columns: ['Option', 'Kind', 'Cost in all', 'Must-haves missed', 'Points of 100'],
  no_requirements: 'There are no requirements yet.',
  not_scored: 'not scored',
  priority: (priority: string) => priority,
  requirements: 'What it has to do',
  requirement_columns: ['Requirement', 'Priority', 'How it is checked'],
  of_100: (option: string) => `${option}, of 100`,
  proof: (kind: string, reference: string) => `${plain(kind)}: ${reference}`,
  no_source: ' (no source given)',
  line: (line: number) => `, line ${line}`,
  no_contradiction: 'Nothing that was said contradicts something else that was said.',
  cannot_hold: 'These statements cannot all hold. Nobody has settled which does.',
  quoted: (words: string) => `“${words}”`,
  against: (said: readonly string[]) => said.join(' against '),
  not_chosen: 'The buying group has not chosen an option yet. This memo shows where it stands.',
  has_chosen: (option: string) => `The buying group has chosen: ${option}`,
  costs: (money: string) => `What it costs in all: ${money}.`,
  about_to_cost: (money: string) => `What it is about to cost: ${money}.`,
  no_jobs: 'No job stands between the group and a decision: none has been named.',
  all_complete: (jobs: number, day: string) =>
    `All ${count(jobs, 'job', 'jobs')} before the decision are complete at the same time, since ${day}.`,
  some_complete: (complete: number, jobs: number, open: readonly string[]) =>
    `${complete} of ${count(jobs, 'job', 'jobs')} before the decision are complete. Still open: ${listed(open)}.`,
  ended: (outcome: 'bought' | 'lost' | 'no_decision', day: string) =>
    `${{ bought: 'It was bought', lost: 'Another way was chosen', no_decision: 'It ended without a decision' }[outcome]}, ${day}.`,
});

/** Who agrees, what could go wrong, and what is planned. */
export const memoRoom = texts('memo-document', 'memoRoom', {
  nobody_asked: 'Nobody has been asked yet.',
  group: (n: number) => `${count(n, 'person belongs', 'people belong')} to the buying group.`,
  who_agrees: 'Who agrees',
  columns: {
    agrees: 'Agrees',
    again: 'Has to look again',
    against: 'Does not agree',
    aside: 'Stands aside',
    not_said: 'Has not said',
  },
  says: {
    agrees: 'agrees',
    again: 'has to look again',
    against: 'does not agree',
    aside: 'stands aside',
    not_said: 'has not said',
  },
  person: 'Person',
  job: 'Job',
  job_sentence: (name: string, sentence: string, given: number, needed: number, stands: string) =>
    `${name}, “${sentence}”: ${given} agree of ${needed} needed, ${stands}.`,
  complete_since: (day: string) => `complete since ${day}`,
  not_complete: (roles: readonly string[]) => `not complete${roles.map((role) => `; no ${role} named yet`).join('')}`,
  reason: (name: string, job: string, reason: string) => `${name} on ${job}: “${reason}”`,
  why_not: 'Why not, in their words:',
  no_risk: 'No risk was noted.',
  watched: (live: number, settled: number) =>
    `${count(live, 'risk is', 'risks are')} watched.${settled === 0 ? '' : ` ${count(settled, 'more was', 'more were')} settled.`}`,
  risks: 'Risks',
  risk_columns: ['What could go wrong', 'Likely', 'Bad', 'What is done about it'],
  of_5: (n: number) => `${n} of 5`,
  nothing_yet: 'nothing yet',
  no_plan: 'There is no plan yet.',
  progress: (done: number, left: number, target: string, likely: string) =>
    `${count(done, 'step is', 'steps are')} done, ${left} to go.${target === '' ? '' : ` The target is ${target}.`}${likely === '' ? '' : ` All is likely done on ${likely}.`} Doing a step agrees to nothing.`,
  supplier: 'the supplier',
  our_side: 'our side',
  open: 'open',
  to_do: 'What is still to be done',
  step_columns: ['Step', 'Who', 'Planned', 'Likely'],
});

/** What it is worth, how sure that is, and on whose word. */
export const memoValue = texts('memo-document', 'memoValue', {
  nobody: 'Nobody has put numbers to it yet.',
  stated: (money: string, day: string) =>
    `A net value of ${money} was stated on ${day}. The numbers beneath it are not recorded here, and no buyer has agreed to them here.`,
  net: (months: number, amount: string, rate: string | null) =>
    `Benefits less costs over ${months} months: ${amount} (${rate === null ? 'not discounted' : `discounted at ${rate} % a year`}).`,
  no_benefit: 'No benefit has been put into numbers yet.',
  all_agreed: 'All of the benefits rest on numbers that named buyers agreed to.',
  agreed: (share: string) => `${share} on numbers that named buyers agreed to`,
  disputed: (share: string) => `${share} on numbers that a buyer disputes`,
  unreviewed: (share: string) => `${share} on numbers that no buyer has agreed to`,
  rests: (parts: readonly string[], some_agreed: boolean) =>
    `The benefits rest: ${listed(parts)}. ${some_agreed ? 'Only the first are agreed; the rest is expected.' : 'None of it is agreed.'}`,
  no_interval: 'No number has a range, so there is no interval to give.',
  interval: (low: string, high: string, positive: string, runs: string) =>
    `8 of 10 outcomes lie between ${low} and ${high}; ${positive} are above zero (n = ${runs} runs over the ranges below).`,
  left_out: (names: readonly string[]) => `Not in it, as it cannot be computed yet: ${listed(names)}.`,
  standing: {
    agreed: 'agreed',
    disputed: 'disputed',
    supplier_proposed: 'proposed by the supplier, not agreed',
    unreviewed: 'not agreed yet',
  },
  saving: 'saving',
  expected: 'expected benefit',
  price: 'price',
  cost: 'cost',
  drivers: 'What it brings and costs',
  driver_columns: ['What', 'Is', 'Numbers', 'Present value'],
  never: 'not within the time looked at',
  at_once: 'at once',
  years: (years: string) => `${years} years`,
  none: 'none',
  no_single: 'no single one',
  figures: 'In figures',
  figure_columns: ['Figure', 'Amount'],
  figure: {
    benefits: 'Benefits, at present value',
    costs: 'Costs, at present value',
    roi: 'Return on investment',
    irr: 'Internal rate of return',
    payback: 'Payback',
    tco: 'Total cost of ownership, as paid',
  },
  state: (state: string) => (state === 'proposed' ? 'proposed, not agreed' : state),
  rests_on: 'What it rests on',
  assumption_columns: ['Number', 'Value', 'Range', 'State'],
  no_range: 'none given',
});
