import { listed, plain } from './format.ts';
import { texts } from './texts.ts';

const quoted = (words: string): string => `“${words}”`;
const because = (clause: string, reason: string): string => (reason === '' ? clause : `${clause}: ${quoted(reason)}`);

/** What an event says, as one sentence without its end. A reason that was not given is an empty text. */
export const telling = texts('telling', 'telling', {
  newer: (kind: string) => `Written by a newer Coassent: ${kind}`,
  opened: (name: string) => `The purchase ${quoted(name)} began`,
  renamed: (name: string) => `Renamed to ${quoted(name)}`,
  amount: 'The amount changed',
  stage: (stage: string, odds: string) => `The CRM says: ${stage}${odds === '' ? '' : ` (${odds})`}`,
  problem: (statement: string) => `Problem stated: ${quoted(statement)}`,
  ended: (outcome: string, reason: string) => because(`Ended: ${plain(outcome)}`, reason),
  revived: (reason: string) => because('Taken up again', reason),
  import_undone: 'An import was undone',
  import_restored: 'An undone import counts again',
  corrected: (voided: boolean, reason: string) =>
    because(voided ? 'An earlier event was voided' : 'An earlier event was corrected', reason),
  moved: (shared: boolean) =>
    shared ? 'Something of your own side was shared' : 'Something shared was taken back to your side',
  erased: 'Who someone here was, was erased',
  blanked: 'A text that named someone erased was blanked',
  evidence: (activity: string, job: string, signal: string) =>
    `${activity === '' ? 'Evidence' : activity}: suggests ${quoted(job)} ${plain(signal)}`,
  touch: (activity: string, channel: string, note: string) =>
    because(`${activity === '' ? 'Touch' : activity} (${plain(channel)})`, note),
  joined: (name: string, roles: readonly string[]) =>
    `${name} joined${roles.length === 0 ? '' : ` as ${listed(roles)}`}`,
  came_in: (name: string) => `${name} came in`,
  left: (name: string, reason: string) => because(`${name} left`, reason),
  roles: (name: string, roles: readonly string[]) =>
    `${name} is now ${roles.length === 0 ? 'without a role' : listed(roles)}`,
  no_delegate: (name: string) => `${name} has no delegate any more`,
  delegate: (name: string, delegate: string) => `${name} named ${delegate} as delegate`,
  stance: (name: string, did: string, job: string, by: string, reason: string) =>
    because(`${name} ${did} ${quoted(job)}${by === '' ? '' : ` (said by ${by})`}`, reason),
  shaken: (job: string, reason: string) => because(`Something changed under ${quoted(job)}`, reason),
  private_reason: (name: string, reason: string) => because(`${name}, kept on the buyer's side`, reason),
  job_added: (name: string) => `Job added: ${quoted(name)}`,
  job_reads: (name: string, sentence: string) => `${quoted(name)} now reads ${quoted(sentence)}`,
  job_rule: (name: string) => `The rule of ${quoted(name)} changed`,
  job_removed: (name: string) => `${quoted(name)} is no longer a job`,
  requirement: (text: string, removed: boolean) => `Requirement ${removed ? 'removed' : 'set'}: ${quoted(text)}`,
  option: (name: string, what: 'removed' | 'chosen' | 'set') => `Option ${what}: ${quoted(name)}`,
  an_option: 'an option',
  cost: (option: string, taken_back: boolean) => `Cost ${taken_back ? 'taken back' : 'set'}: ${option}`,
  weighed: (name: string, sentence: string) => because(`${name} weighed what matters`, sentence),
  weighing_left: (name: string, reason: string) => because(`${name} left the weighing to others`, reason),
  scored: (option: string) => `Scored: ${option}`,
  claim: (subject: string, attribute: string, value: string, retracted: boolean) =>
    `${retracted ? 'Claim taken back' : 'Claim'}: ${subject}, ${attribute}: ${value}`,
  contradiction: (note: string) => because('Contradiction opened', note),
  settled: (no_conflict: boolean, evidence: string) =>
    because(no_conflict ? 'Said to be no contradiction' : 'Contradiction settled', evidence),
  net_value: 'The net value changed',
  file: (name: string, what: 'removed' | 'link' | 'file' | 'set') =>
    `${{ removed: 'File removed', link: 'Link', file: 'File', set: 'File set' }[what]}: ${quoted(name)}`,
  assumption_removed: (name: string) => `Assumption taken out: ${name}`,
  assumption: (name: string, state: string, value: string) => `Assumption ${state}: ${name}, ${value}`,
  an_assumption: 'an assumption',
  judged: (name: string, judgement: 'agreed' | 'disputed' | 'open', assumption: string, reason: string) =>
    because(
      `${name} ${{ agreed: 'agreed to', disputed: 'disputes', open: 'has no say yet on' }[judgement]} ${quoted(assumption)}`,
      reason,
    ),
  said_of: (assumption: string, comment: string) => because(`Said of ${quoted(assumption)}`, comment),
  driver: (name: string, removed: boolean) => `Driver ${removed ? 'taken out' : 'set'}: ${name}`,
  a_driver: 'a driver',
  case_set: 'The terms of the value case were set',
  realised: (month: string, driver: string, cause: string) => because(`Realised in ${month}: ${driver}`, cause),
  plan_set: 'The target or the working days of the plan were set',
  a_step: 'a step',
  step: (name: string, removed: boolean) => `Step ${removed ? 'taken out' : 'set'}: ${quoted(name)}`,
  step_stands: (name: string, to: 'open' | 'started' | 'done') =>
    `Step ${quoted(name)} ${{ open: 'is open again', started: 'was started', done: 'is done; no job is agreed by that' }[to]}`,
  ticked: (name: string, open: boolean) =>
    `Checklist of ${quoted(name)}: an entry ${open ? 'is open again' : 'is done'}`,
  said_of_step: (name: string, comment: string) => because(`Said of the step ${quoted(name)}`, comment),
  skipped: (name: string, question: string) => `${name} skipped a question: ${quoted(question)}`,
  rated: (name: string, question: string, value: number) => `${name} answered ${quoted(question)}: ${value} of 5`,
  a_question: 'a question',
  question: (text: string) => `Question: ${quoted(text)}`,
  answer: (question: string, text: string) => `Answer to ${quoted(question)}: ${quoted(text)}`,
  own_words: (text: string) => `You said this without your name: ${quoted(text)}`,
  question_closed: (question: string, opened: boolean, reason: string) =>
    because(`Question ${opened ? 'opened again' : 'closed'}: ${quoted(question)}`, reason),
  accepted: (question: string, claim: boolean) =>
    `An answer to ${quoted(question)} was accepted${claim ? ', and is a claim' : ''}`,
  risk: (text: string, state: string, removed: boolean) => `Risk ${removed ? 'taken out' : state}: ${quoted(text)}`,
  other: (kind: string) => plain(kind.replace('.', ': ')),
});

/** What somebody did about a job, by the kind of the event. */
export const stanceWords = texts('telling', 'stanceWords', {
  'assent.given': 'agreed to',
  'assent.reaffirmed': 'agreed again to',
  'assent.working': 'is working on',
  'assent.withheld': 'does not agree to',
  'assent.withdrawn': 'took back the assent to',
  'assent.aside': 'stood aside on',
});

/** What an event led to. */
export const consequences = texts('telling', 'consequences', {
  no_longer_held: 'no longer held together',
  held: 'held together',
  shook: (names: readonly string[]) => `shook ${listed(names)}`,
  reopened: (job: string) => `${job} reopened`,
  complete: (job: string, by_composition: boolean) =>
    `${job} complete${by_composition ? ', by who counts and not by an assent' : ''}`,
});

/** What each pulse question says, in our own words; answered from 1 to 5. */
export const pulseStatements = texts('telling', 'pulseStatements', {
  ease: 'How easy is this purchase so far?',
  confidence: 'How sure are you that this is going the right way?',
  uncertainty_paralysed: 'Where I work, uncertainty keeps us from deciding.',
  uncertainty_team: 'It is not clear to me what this would change for my team.',
  uncertainty_change: 'There is too much change at once where I work.',
  information_good: 'The information that we get is good.',
  information_overwhelming: 'It is more information than we can work through.',
  information_contradictory: 'Much of it can be trusted, and still contradicts itself.',
  information_tradeoffs: 'It is hard to weigh what speaks for one option against what speaks for another.',
});
