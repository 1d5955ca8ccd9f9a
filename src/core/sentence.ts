import type { Role } from './body/words.ts';
import { activeStakeholders, type Completion, completionOf } from './completion.ts';
import type { Cause, Job, PurchaseState } from './state.ts';

const plain = (word: string): string => word.replaceAll('_', ' ');

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** A person's name in this view, or what they are. */
export function personName(state: PurchaseState, person_id: string | null): string {
  const person = person_id === null ? undefined : state.stakeholders[person_id];
  if (person === undefined) return 'someone';
  return person.name ?? plain(person.roles[0] ?? 'stakeholder');
}

/** The completion rule of a job as one sentence, with the numbers of now. */
export function ruleSentence(state: PurchaseState, job: Job): string {
  const { counted, needed } = completionOf(state, job);
  const roles = listed(job.required_roles.map(plain));
  const everyone = roles === '' ? '' : `everyone who is ${roles.replace(/ and (?=[^,]*$)/, ' or ')} agrees and `;
  const share = `${job.quorum} of those who have not stood aside`;
  const nobody = activeStakeholders(state).length === 0 ? 'nobody is named yet' : 'everyone stood aside';
  const now = counted === 0 ? nobody : `that is ${Math.max(needed, 1)} of ${counted} people`;
  return `Complete when ${everyone}at least ${share} agree (${now}).`;
}

/** What still keeps a job from being complete, one plain clause each; empty for a complete job. */
export function missingClauses(
  state: PurchaseState,
  job: Job,
  completion: Completion = completionOf(state, job),
): string[] {
  if (completion.complete) return [];
  const clauses = completion.unheld_roles.map((role: Role) => `no ${plain(role)} named yet`);
  for (const person_id of completion.missing_people) {
    const assent = job.assents[person_id];
    const name = personName(state, person_id);
    if (assent?.state === 'given') clauses.push(`${name} has not looked again`);
    else if (assent?.state === 'aside') clauses.push(`${name} stood aside although the role is required`);
    else if (assent?.state === 'withheld') clauses.push(`${name} does not agree`);
    else clauses.push(`${name} has not agreed yet`);
  }
  // Those named above count too: what is told is how many are missing besides them.
  const named = completion.missing_people.length;
  const besides = Math.max(completion.needed, 1) - completion.given - named;
  if (besides > 0) {
    clauses.push(`${besides} ${named > 0 ? 'other' : 'more'} ${besides === 1 ? 'person has' : 'people have'} to agree`);
  }
  return clauses;
}

const CAUSE: Record<string, (who: string, what: string) => string> = {
  'requirement.changed': (_who, what) => `requirement changed: ${what}`,
  'option.changed': (_who, what) => `option changed: ${what}`,
  'option.costed': (_who, what) => `the cost changed${what === '' ? '' : `: ${what}`}`,
  'weights.stated': (who) => `${who} weighed what matters`,
  'weights.aside': (who) => `${who} left the weighing to others`,
  'score.changed': (_who, what) => `score changed${what === '' ? '' : `: ${what}`}`,
  'purchase.problem_stated': () => 'the problem statement changed',
  'claim.changed': (_who, what) => `claim changed: ${what}`,
  'contradiction.opened': (_who, what) => `contradiction opened${what === '' ? '' : `: ${what}`}`,
  'contradiction.found': (_who, what) => `contradiction found: ${what}`,
  'contradiction.resolved': (_who, what) => `settled against it: ${what}`,
  'assumption.changed': (_who, what) => `agreed assumption changed: ${what}`,
  'assumption.judged': (_who, what) => `agreed assumption disputed: ${what}`,
  'driver.changed': (_who, what) => `driver changed: ${what}`,
  'file.changed': (_who, what) => `file: ${what}`,
  'case.set': () => 'the terms of the value case changed',
  'plan.set': () => 'the terms of the plan changed',
  'step.changed': (_who, what) => `step changed: ${what}`,
  'step.progressed': (_who, what) => `how a step stands changed: ${what}`,
  'step.commented': (_who, what) => `something was said about a step: ${what}`,
  'net_value.changed': (_who, what) => `the net value moved${what === '' ? '' : `: ${what}`}`,
  'purchase.revived': () => 'the purchase was revived',
  'purchase.opened': () => 'the purchase began',
  'purchase.outcome_reached': () => 'the purchase ended',
  'stakeholder.named': (who) => `${who} joined`,
  'stakeholder.entered': (who) => `${who} came in`,
  'stakeholder.left': (who) => `${who} left`,
  'stakeholder.roles_changed': (who) => `${who} has other roles`,
  'job.added': (_who, what) => `job added: ${what}`,
  'job.reworded': (_who, what) => `the sentence of ${what} changed`,
  'job.rule_changed': (_who, what) => `the rule of ${what} changed`,
  'job.removed': (_who, what) => `${what} is no longer a job`,
  'assent.given': (who) => `${who} agreed`,
  'assent.reaffirmed': (who) => `${who} agreed again`,
  'assent.working': (who) => `${who} is working on it again`,
  'assent.withheld': (who) => `${who} does not agree`,
  'assent.withdrawn': (who) => `${who} took the assent back`,
  'assent.aside': (who) => `${who} stood aside`,
  'assent.shaken': (_who, what) => what,
  'evidence.recorded': (_who, what) => (what === '' ? 'evidence' : what),
  'question.asked': () => 'a question was asked',
  'question.answered': () => 'a question was answered',
  'question.closed': () => 'a question was closed',
  'answer.accepted': () => 'an answer was accepted',
  'risk.changed': () => 'a risk changed',
  'touch.recorded': () => 'someone got in touch again after the end',
};

/** What happened, as a clause: "data residency added", "Dana joined". */
export function causeClause(state: PurchaseState, cause: Cause): string {
  const say = CAUSE[cause.kind];
  return say === undefined
    ? plain(cause.kind).replace('.', ' ')
    : say(personName(state, cause.person_id), cause.what ?? '');
}

/** What keeps a job from being complete, in few words: people in the same case are counted, not listed. */
export function missingSummary(
  state: PurchaseState,
  job: Job,
  completion: Completion = completionOf(state, job),
): string {
  if (completion.complete) return '';
  const clauses = completion.unheld_roles.map((role) => `no ${plain(role)} named yet`);
  if (completion.shaken > 0) clauses.push(`${peopleHave(completion.shaken)} not looked again`);
  const others = completion.missing_people.filter((person_id) => job.assents[person_id]?.state !== 'given');
  const against = others.filter((person_id) => job.assents[person_id]?.state === 'withheld');
  const waiting = others.filter((person_id) => !against.includes(person_id));
  for (const person_id of against) clauses.push(`${personName(state, person_id)} does not agree`);
  if (waiting.length > 2) clauses.push(`${peopleHave(waiting.length)} not agreed yet`);
  else for (const person_id of waiting) clauses.push(`${personName(state, person_id)} has not agreed yet`);
  const short = Math.max(completion.needed, 1) - completion.given;
  if (clauses.length === 0) clauses.push(`${peopleHave(short, 'more ')} to agree`);
  return clauses.join('; ');
}

const peopleHave = (count: number, more = ''): string =>
  count === 1 ? `one ${more}person has` : `${count} ${more}people have`;
