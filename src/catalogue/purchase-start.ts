import { formatDate, listed, plural } from './format.ts';
import { roleWords, signWords } from './frame.ts';
import { texts } from './texts.ts';

type Role = keyof typeof roleWords;

/** Every sentence of the start page. */
export const words = texts('purchase-start', 'words', {
  tab: 'Start',
  title: (name: string) => `Deciding on ${name}`,
  about: (others: number, supplier: string) =>
    `${others === 0 ? 'You decide here' : `You and ${plural(others, 'other person', 'other people')} decide here`}${supplier === '' ? '' : ` together with ${supplier}`}: each job below is done when the people it needs say so themselves.`,
  about_guest: 'This is what the buying group sees first, as shared with you.',
  preview: 'See it as a buyer',
  memo: 'Board memo',
  memo_about: 'What you know so far as a document for whoever decides, made in a moment.',
  next: 'Your one next thing',
  nothing: 'Nothing waits for you.',
  nothing_about: 'You have said all that you can say here for now. This page says when that changes.',
  ended: {
    bought: 'It was decided: bought.',
    lost: 'It was decided: lost.',
    no_decision: 'It was decided: no decision.',
  },
  settled: 'Settled',
  settled_none: 'Nothing yet. The first job that everyone it needs agrees to stands here.',
  open: 'Open',
  open_none: 'Nothing is open.',
  missing: 'Who is missing',
  missing_none: 'Nobody: every role is filled, and everyone who was named is here.',
  since: (at: string) => `since ${formatDate(at)}`,
  again_since: (at: string) => `open again since ${formatDate(at)}`,
  need: {
    required: (role: Role, jobs: readonly string[]) =>
      `${roleWords[role]}: without one, ${listed(jobs)} cannot be complete.`,
    usual: (role: Role, jobs: readonly string[]) => `${roleWords[role]}: usual for ${listed(jobs)}.`,
  },
  not_here: (names: readonly string[]) => `Named, and not here yet: ${listed(names)}.`,
  news: 'What changed',
  news_since: (at: string) => `Since your last visit, ${formatDate(at)}`,
  news_none: 'Nothing since your last visit.',
  news_first: 'From your next visit on, you read here what others changed meanwhile.',
  more: (n: number) => `and ${plural(n, 'more change', 'more changes')}`,
  all_events: 'everything that happened',
  jobs: 'The jobs',
  jobs_about: 'Each sentence is what “I agree” states. Whoever thinks otherwise says so just as easily.',
  mine: 'you',
  my_sign: (sign: keyof typeof signWords) => `you: ${signWords[sign]}`,
  say: (job: string) => `Say how ${job} stands for you`,
  say_this: 'Say how this stands for you',
  close: 'Close',
  agree_of: (given: number, counted: number) => `${given} of ${counted} agree`,
  waits: (clauses: readonly string[]) => `Waits: ${clauses.join('; ')}.`,
  rests: 'Rests on',
  material: 'Look at what it rests on',
  settle: 'Look at it',
  answer: 'Go to the question',
  step: 'Open the step',
  state_problem: 'Write it down',
  name: 'Name someone',
  decide: 'Say how it was decided',
  reaffirm_all: (n: number) => (n === 1 ? 'It still holds for me' : `All ${n} still hold for me`),
  one_by_one: 'Each of them stands among the jobs below, where you can also say that it no longer holds.',
  people: 'People',
  invite: 'Bring someone in',
  nowhere: 'Function not said',
  away: 'not here yet',
  delegate: 'Who may say it in your place',
  delegate_hint: 'Both names are shown with what they say. You can change it any time.',
  delegate_none: 'nobody, only you',
  delegated: 'Changed who may speak for you',
  pod: (supplier: string) => `Who helps${supplier === '' ? '' : ` at ${supplier}`}`,
  pod_none: 'The supplier has not said who helps with this purchase.',
  helps: (jobs: readonly string[]) => (jobs.length === 0 ? 'helps with anything' : `helps with ${listed(jobs)}`),
});

export const pulseWords = texts('purchase-start', 'pulseWords', {
  title: 'One question, if you like',
  who: 'Only you read your answer, no colleague and no seller. Your group sees the mean of 3 people or more, a week later; the supplier only means of 5 people or more, over all its rooms.',
  group: (mean: string, people: number) => `Your group, last counted: ${mean} of 5 (n = ${people}).`,
  results: 'What your group answers',
  of: (mean: string, people: number) => `${mean} of 5, n = ${people}`,
  skip: 'Skip',
  answered: 'Answered. Thank you; nothing more is asked for a week.',
  skipped: 'Skipped; nothing is asked for a week.',
  /** What 1 and 5 mean. */
  ends: {
    ease: ['very hard', 'very easy'],
    confidence: ['not at all', 'very sure'],
    agree: ['I disagree', 'I agree'],
  },
  value: (n: number, low: string, high: string) => (n === 1 ? `1, ${low}` : n === 5 ? `5, ${high}` : String(n)),
});
