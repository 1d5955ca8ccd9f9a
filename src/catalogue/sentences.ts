import { listed, listedOr, plain } from './format.ts';
import { texts } from './texts.ts';

/** What the rules say of jobs and people: the parts that other sentences are made of. */
export const sentences = texts('sentences', 'sentences', {
  quoted: (words: string) => `“${words}”`,
  someone: 'someone',
  someone_first: 'Someone',
  stakeholder: 'stakeholder',
  purchase: 'Purchase',
  role: (role: string) => plain(role),
  either: (values: readonly string[]) => values.join(' or '),
  two_claims: 'two claims that cannot both hold',
  rule: (roles: readonly string[], quorum: string, now: string) =>
    `Complete when ${roles.length === 0 ? '' : `everyone who is ${listedOr(roles)} agrees and `}at least ${quorum} of those who have not stood aside agree (${now}).`,
  nobody_named: 'nobody is named yet',
  everyone_aside: 'everyone stood aside',
  now_needed: (needed: number, counted: number) => `that is ${needed} of ${counted} people`,
  missing: {
    role: (role: string) => `no ${role} named yet`,
    not_looked: (name: string) => `${name} has not looked again`,
    aside: (name: string) => `${name} stood aside although the role is required`,
    withheld: (name: string) => `${name} does not agree`,
    not_yet: (name: string) => `${name} has not agreed yet`,
    besides: (count: number, named: boolean) =>
      `${count} ${named ? 'other' : 'more'} ${count === 1 ? 'person has' : 'people have'} to agree`,
    not_looked_many: (count: number) => `${peopleHave(count)} not looked again`,
    not_yet_many: (count: number) => `${peopleHave(count)} not agreed yet`,
    short: (count: number) => `${peopleHave(count, 'more ')} to agree`,
  },
  agree: (count: number, sentence: string) =>
    `${count === 1 ? 'One person agrees' : `${count} people agree`}: “${sentence}”`,
});

const peopleHave = (count: number, more = ''): string =>
  count === 1 ? `one ${more}person has` : `${count} ${more}people have`;

/** What happened, as a clause, by the kind of its event. */
export const causes = texts('sentences', 'causes', {
  'requirement.changed': (_who: string, what: string) => `requirement changed: ${what}`,
  'option.changed': (_who: string, what: string) => `option changed: ${what}`,
  'option.costed': (_who: string, what: string) => `the cost changed${what === '' ? '' : `: ${what}`}`,
  'weights.stated': (who: string) => `${who} weighed what matters`,
  'weights.aside': (who: string) => `${who} left the weighing to others`,
  'score.changed': (_who: string, what: string) => `score changed${what === '' ? '' : `: ${what}`}`,
  'purchase.problem_stated': () => 'the problem statement changed',
  'claim.changed': (_who: string, what: string) => `claim changed: ${what}`,
  'contradiction.opened': (_who: string, what: string) => `contradiction opened${what === '' ? '' : `: ${what}`}`,
  'contradiction.found': (_who: string, what: string) => `contradiction found: ${what}`,
  'contradiction.resolved': (_who: string, what: string) => `settled against it: ${what}`,
  'assumption.changed': (_who: string, what: string) => `agreed assumption changed: ${what}`,
  'assumption.judged': (_who: string, what: string) => `agreed assumption disputed: ${what}`,
  'driver.changed': (_who: string, what: string) => `driver changed: ${what}`,
  'file.changed': (_who: string, what: string) => `file: ${what}`,
  'case.set': () => 'the terms of the value case changed',
  'plan.set': () => 'the terms of the plan changed',
  'step.changed': (_who: string, what: string) => `step changed: ${what}`,
  'step.progressed': (_who: string, what: string) => `how a step stands changed: ${what}`,
  'step.commented': (_who: string, what: string) => `something was said about a step: ${what}`,
  'net_value.changed': (_who: string, what: string) => `the net value moved${what === '' ? '' : `: ${what}`}`,
  'purchase.revived': () => 'the purchase was revived',
  'purchase.opened': () => 'the purchase began',
  'purchase.outcome_reached': () => 'the purchase ended',
  'stakeholder.named': (who: string) => `${who} joined`,
  'stakeholder.entered': (who: string) => `${who} came in`,
  'stakeholder.left': (who: string) => `${who} left`,
  'stakeholder.roles_changed': (who: string) => `${who} has other roles`,
  'job.added': (_who: string, what: string) => `job added: ${what}`,
  'job.reworded': (_who: string, what: string) => `the sentence of ${what} changed`,
  'job.rule_changed': (_who: string, what: string) => `the rule of ${what} changed`,
  'job.removed': (_who: string, what: string) => `${what} is no longer a job`,
  'assent.given': (who: string) => `${who} agreed`,
  'assent.reaffirmed': (who: string) => `${who} agreed again`,
  'assent.working': (who: string) => `${who} is working on it again`,
  'assent.withheld': (who: string) => `${who} does not agree`,
  'assent.withdrawn': (who: string) => `${who} took the assent back`,
  'assent.aside': (who: string) => `${who} stood aside`,
  'assent.shaken': (_who: string, what: string) => what,
  'evidence.recorded': (_who: string, what: string) => (what === '' ? 'evidence' : what),
  'question.asked': () => 'a question was asked',
  'question.answered': () => 'a question was answered',
  'question.closed': () => 'a question was closed',
  'answer.accepted': () => 'an answer was accepted',
  'risk.changed': () => 'a risk changed',
  'touch.recorded': () => 'someone got in touch again after the end',
});

/** Why a purchase needs help. */
export const needs = texts('sentences', 'needs', {
  shaken: (job: string, why: string, people: number) =>
    `${job} was shaken: ${why}. ${people === 1 ? 'One person has' : `${people} people have`} not looked again.`,
  missing: (job: string, missing: readonly string[]) => `${job}: ${missing.join('; ')}.`,
  contradiction: (open: number) => (open === 1 ? 'One contradiction is open.' : `${open} contradictions are open.`),
  silence: (silent: string, usual: string, n: number) =>
    `Silent for ${silent}; at this point half stay under ${usual} (n = ${n}).`,
  repeats: (repeats: number, usual: number, n: number) =>
    `Went back ${times(repeats)}; half do so ${usual < 1 ? 'never' : `at most ${times(usual)}`} (n = ${n}).`,
  age: (age: string, usual: string, n: number) =>
    `Open for ${age}; half of those bought took under ${usual} (n = ${n}).`,
  years: (n: number) => `${n} years`,
  months: (n: number) => `${n} months`,
  days: (n: number) => `${n} days`,
  hours: (n: number) => (n <= 1 ? 'an hour' : `${n} hours`),
});

const times = (n: number): string => (n === 1 ? 'once' : n === 2 ? 'twice' : `${Math.round(n)} times`);

/** What changed since somebody last looked. */
export const news = texts('sentences', 'news', {
  stance: (who: string, did: string, jobs: readonly string[]) =>
    `${who} ${did} ${listed(jobs.map((job) => `“${job}”`))}.`,
  many: (count: number, kind: string, last: string) =>
    `${count} changes of the kind “${plain(kind)}”, the last: ${last}`,
});
