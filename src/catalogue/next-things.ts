import { listed } from './format.ts';
import { texts } from './texts.ts';

const quoted = (words: readonly string[]): string => listed(words.map((word) => `“${word}”`));

/** The one next thing of a person, and why it is theirs. */
export const nextThings = texts('next-things', 'nextThings', {
  shaken: (jobs: readonly string[]) =>
    `Say whether ${quoted(jobs)} still ${jobs.length === 1 ? 'holds' : 'hold'} for you`,
  shaken_why: (cause: string, several: boolean) =>
    `Since you agreed, something it rests on changed: ${cause}.${several ? ' You can go through them one by one, or say it of all at once.' : ''}`,
  required_why: (roles: readonly string[]) =>
    `This job is not complete without you: it needs everyone who is ${listed(roles)}.`,
  contradiction: 'Look at two claims that cannot both hold',
  contradiction_why: (job: string) =>
    `You agreed to “${job}”, which rests on what you were told. Say which of the claims holds.`,
  question: (text: string) => `Answer a question: “${text}”`,
  the_supplier: 'The supplier',
  question_why: (who: string) => `${who} asked you, and nobody has answered yet.`,
  answered: (text: string) => `Say whether this is answered: “${text}”`,
  answered_why: 'You asked, and there is an answer. Take it, or say what is missing.',
  step: (name: string) => `Go on with “${name}”`,
  step_why: (due: string, more: number) =>
    `This step of the plan is yours and ${due}.${more === 0 ? '' : ` ${more} more of yours ${more === 1 ? 'is' : 'are'} due too.`}`,
  short_why: (short: number) =>
    `${short === 1 ? 'One more person has' : `${short} more people have`} to agree, and you have not said how it stands for you.`,
  others_why: 'Others are needed too, and you have not said how it stands for you.',
  delegate_why: (name: string) => `${name} lets you say it for them, and the job needs them.`,
  say: (job: string) => `Say how “${job}” stands for you`,
  say_for: (job: string, name: string) => `Say how “${job}” stands for ${name}`,
  problem: 'Write down the problem in a sentence',
  problem_why: (job: string) => `Nobody has yet, and “${job}” rests on it. Anyone can change it later.`,
  role: (role: string) => `Name who is ${role}`,
  role_why: (jobs: readonly string[]) =>
    `Nobody is yet, and ${quoted(jobs)} ${jobs.length === 1 ? 'needs' : 'need'} it.`,
  decision: 'Say how it was decided',
  decision_why: 'All jobs are complete at once: you are ready to decide.',
});

/** When a step is due, and why one is late. */
export const dueTexts = texts('next-things', 'dueTexts', {
  today: 'due today',
  in_days: (days: number) => `due in ${workingDays(days)}`,
  overdue: (days: number) => `overdue by ${workingDays(days)}`,
  slip: (moved: number, name: string) =>
    `${moved === 1 ? 'One step' : `${moved} steps`} moved because “${name}” slipped.`,
  late: (days: number) => `Likely ${workingDays(days)} later than planned.`,
  late_because: (days: number, name: string) => `Likely ${workingDays(days)} later, because “${name}” slipped.`,
  cannot_be_kept: (name: string) => `Its day cannot be kept: “${name}” comes before it and ends too late.`,
});

const workingDays = (n: number): string => `${n} working ${n === 1 ? 'day' : 'days'}`;

/** Where a purchase is stuck, and what would help. */
export const stuckTexts = texts('next-things', 'stuckTexts', {
  nobody_yet: (role: string) => `whoever is to be ${role} (not named yet)`,
  reopened: (cause: string, missing: string) => `Reopened: ${cause}. ${missing}`,
  clear_up: (note: string | null) =>
    `Clear up with proof which of two claims holds, on ${note === null ? 'what you told them.' : `“${note}”`}`,
  answer: (name: string, reason: string) => `Answer ${name}: “${reason}”`,
  ask_what: (names: readonly string[]) => `Ask ${names.join(' or ')} what would have to change.`,
  many_people: (count: number) => `the ${count} people who had agreed`,
  show: (whom: string, cause: string) => `Show ${whom} what changed, so that they can look again: ${cause}.`,
  ask_who: (champion: string, roles: readonly string[]) => `Ask ${champion} who is ${listed(roles)} for this purchase.`,
  bring_in: (champion: string, names: readonly string[]) =>
    `Give ${champion} what it takes to bring in ${listed(names)}.`,
  who_else: (champion: string, job: string) =>
    `Ask ${champion} who else has to agree to “${job}”, and what they need for it.`,
  what_open: (name: string, job: string) => `Ask ${name} what is still open for them in “${job}”.`,
  someone: 'someone of the buying group',
});

/** What a seller needs before a conversation. */
export const briefTexts = texts('next-things', 'briefTexts', {
  agrees: (agreed: number, of: number) => `agrees to ${agreed} of ${of}`,
  against: (jobs: readonly string[]) => `does not agree to ${quoted(jobs)}`,
  again: (jobs: readonly string[]) => `has to look again at ${quoted(jobs)}`,
  needed: (jobs: number) => (jobs === 1 ? 'one open job needs them' : `${jobs} open jobs need them`),
  not_in: 'has not come in yet',
  two_claims: (note: string | null) => `Two claims cannot both hold${note === null ? '.' : `: “${note}”`}`,
  disputed: (name: string) => `The assumption “${name}” is disputed.`,
  who_is: (role: string) => `Who has the role “${role}”?`,
  no_problem: 'What is the problem, in the buyers’ own words? Nobody wrote it down.',
  your_side: 'Your side',
  a_buyer: 'Someone of the buyers',
  asks: (who: string, answered: boolean, text: string) =>
    `${who} asks${answered ? ', and has not taken an answer' : ''}: “${text}”`,
  answered: (question: string, answer: string) => `“${question}”: “${answer}”`,
  objection: (name: string, job: string, reason: string) => `${name} on “${job}”: “${reason}”`,
  problem: (statement: string) => `What the problem is: “${statement}”`,
  requirements: (names: string) => `What they need: ${names}`,
  options: (names: string) => `What they choose between: ${names}`,
  assumptions: (names: string) => `What they reckon with: ${names}`,
  cleared: (note: string) => `Cleared up: “${note}”`,
  deciders: (names: readonly string[]) => `Who decides: ${listed(names)}`,
  more: (count: number) => `${count} more`,
});
