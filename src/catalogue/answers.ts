import { formatDate, formatSeconds, plural } from './format.ts';
import { texts } from './texts.ts';

/** Every sentence of the answers page. */
export const words = texts('answers', 'words', {
  title: 'Answers',
  about:
    'Ask anyone here anything. What was answered stays, with who said it and when, and is found when it is asked again.',
  ask: 'Ask a question',
  none: 'Nothing was asked yet',
  none_about: {
    buyer: 'Ask the supplier or your colleagues. You can leave out your name inside your group.',
    seller: 'What buyers ask stands here, and what you ask them. Ask what you need to know to help.',
  },
  groups: {
    open: 'Waiting for an answer',
    answered: 'Answered, not taken yet',
    accepted: 'Settled',
    closed: 'Closed',
  },
  time: (median_ms: number, n: number) =>
    `Answered ${median_ms < 1000 ? 'at once' : `in ${formatSeconds(median_ms / 1000)}`} (median, n = ${n})`,
  waiting: (n: number) => `${plural(n, 'question waits', 'questions wait')}`,
  someone: { buyer: 'Someone in the buying group', seller: 'Someone of the supplier', none: 'Someone' },
  you_nameless: 'You, without your name,',
  you: 'You',
  to: {
    anyone: 'anyone',
    seller: 'the supplier',
    buyer: 'the buying group',
    you: 'you',
  },
  asks: { you: 'ask', others: 'asks' },
  about_job: (job: string) => `about ${job}`,
  answers: (n: number) => plural(n, 'answer'),
  no_answer: 'no answer yet',
  for_you: 'for you',
  said: (who: string, on: string) => `${who}, ${on}`,
  taken: (by: string, at: string) => `Taken by ${by}, ${formatDate(at)}`,
  is_claim: 'Now a claim:',
  closed: (by: string, at: string) => `Closed by ${by}, ${formatDate(at)}`,
  your_answer: 'Your answer',
  answer: 'Answer',
  answered: 'Answered',
  add: 'Add to it',
  nameless_answer: 'Without my name',
  nameless_about: 'Nobody is told that it was you, not even colleagues.',
  take: 'Take this answer',
  close: 'Needs no answer any more',
  open_again: 'Open it again',
  close_said: 'Closed',
  opened_said: 'Open again',
  publish: 'Into the library',
});

export const askWords = texts('answers', 'askWords', {
  title: 'Ask a question',
  text: 'What do you want to know?',
  too_long: (over: number) =>
    `This is ${plural(over, 'character')} longer than the 20,000 that fit. Shorten it, or split it.`,
  to: 'Who should answer?',
  anyone: 'Anyone who knows',
  seller: 'The supplier',
  buyer: 'The buying group',
  job: 'What is it about?',
  no_job: 'No job in particular',
  nameless: 'Ask without my name inside our group',
  nameless_about:
    'Your group reads the question, and nobody is told who asked: not colleagues, not who governs your side, not the supplier. Only you see that it is yours.',
  few: (others: number) =>
    others === 0
      ? 'Nobody else of your group is here yet: who reads it will know.'
      : `Your group has only ${plural(others, 'other person', 'other people')}: they may guess who asks.`,
  similar: 'Asked before',
  library: 'Answered by the supplier before',
  no_answer_yet: 'no answer yet',
  library_from: (on: string, reviewed: string | null) =>
    reviewed === null
      ? `Answer of ${formatDate(on)}`
      : `Answer of ${formatDate(on)}, looked at again ${formatDate(reviewed)}`,
  look: 'Look at it',
  ask: 'Ask',
  asked: 'Asked',
});

export const takeWords = texts('answers', 'takeWords', {
  title: 'Take this answer',
  about:
    'Your name stands with that you took it. As a claim it can be compared with what others say, and used for a job.',
  subject: 'What is it about?',
  attribute: 'What of it?',
  value: 'What holds?',
  value_hint: 'For example 4 h, ≤ 4 h, yes, 2026-05-01, or words.',
  understood: (text: string) => `Understood as ${text}`,
  job: 'Used for',
  as_claim: 'Take it, as a claim',
  only: 'Take it only',
  taken: 'Answer taken',
  taken_as_claim: 'Answer taken, and noted as a claim',
});

export const libraryWords = texts('answers', 'libraryWords', {
  title: 'Into the library',
  about: 'Other customers find this when they ask the same. Leave out whose question it was, and every name.',
  question: 'The question, as anyone would ask it',
  answer: 'The answer',
  source: 'What it rests on',
  owner: 'Who keeps it right',
  published: 'Customers find it',
  published_about: 'Else your side alone does.',
  save: 'Save in the library',
  saved: 'Saved in the library',
  list_about:
    'What your side answers again and again, each with one owner. Published answers are shown to buyers of every room while they type the same question.',
  none: 'Nothing in the library yet',
  none_about: 'Open a question that you answered in a purchase and take it into the library, or write one here.',
  add: 'Write an answer',
  add_title: 'An answer of the library',
  own: 'only your side',
  shown: 'published',
  owner_of: (name: string) => `kept by ${name}`,
  no_owner: 'nobody keeps it right',
  answered_on: (on: string) => `answered ${formatDate(on)}`,
  reviewed_on: (on: string) => `looked at ${formatDate(on)}`,
  never_reviewed: 'never looked at again',
  still_holds: 'It still holds',
  reviewed: 'Looked at today',
  change: 'Change',
  change_this: (question: string) => `Change: ${question}`,
});
