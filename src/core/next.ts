/*
 * The one next thing of one person: the first of these that there is, and that they can do.
 *
 *   what they agreed to and changed since ▸ jobs that require their role and that they said nothing of ▸ a contradiction on
 *   a job they agreed to ▸ a question that was put to them ▸ a step of the plan that is theirs and due soon or overdue ▸ other
 *   jobs that lack assents ▸ those who let them speak in their place ▸ an answer to what they asked ▸ the problem nobody wrote
 *   down ▸ a role nobody holds ▸ the decision, once all jobs are complete at once
 */
import { nextThings } from '../catalogue/next-things.ts';
import { sentences } from '../catalogue/sentences.ts';
import type { Role } from './body/words.ts';
import { completionOf, isActive, isHeld, isLive } from './completion.ts';
import { missingRoles } from './missing.ts';
import { dueWords, planReminders } from './plan/reminder.ts';
import { firstAnswer, type Question, shortly, statusOf } from './question.ts';
import { causeClause, personName } from './sentence.ts';
import type { Assent, Job, PurchaseState, Stakeholder } from './state.ts';

export type NextAction =
  | { do: 'reaffirm'; job_ids: string[] }
  | { do: 'state'; person_id: string; job_id: string }
  | { do: 'settle'; contradiction_id: string }
  | { do: 'answer'; question_id: string }
  | { do: 'step'; step_id: string }
  | { do: 'state_problem' }
  | { do: 'name'; role: Role }
  | { do: 'decide' };

export interface NextThing {
  /** What to do, as a clause that begins with a verb. */
  what: string;
  why: string;
  action: NextAction;
}

/** Who asks: someone of the group, and what they may do besides speaking for themselves. */
export interface NextFor {
  person_id: string;
  /** They may name people and give roles. */
  governs: boolean;
  /** In the time zone of the plan, YYYY-MM-DD; left out, no step is due. */
  today?: string;
}

type Find = (state: PurchaseState, person: Stakeholder, who: NextFor) => NextThing | null;

/**
 * A person's one next thing, from what they may read; null where nothing waits for them, for who is not of the group, and
 * once a purchase was ended without buying.
 */
export function nextThing(state: PurchaseState, who: NextFor): NextThing | null {
  const person = state.stakeholders[who.person_id];
  if (person === undefined || person.left_at !== null || state.unknown_kind !== null) return null;
  if (state.outcome !== null && state.outcome.outcome !== 'bought') return null;
  const counts = isActive(person);
  for (const { find, counted } of FINDS) {
    const found = counted && !counts ? null : find(state, person, who);
    if (found !== null) return found;
  }
  return null;
}

/** The jobs that are to be done now: those to decide by, and after buying those that follow. */
const jobsNow = (state: PurchaseState): Job[] =>
  state.jobs.filter(({ phase }) => phase === (state.outcome === null ? 'decide' : 'after'));

const isOpen = (assent: Assent | undefined): boolean =>
  assent === undefined || assent.state === 'working' || assent.state === 'withdrawn';

const shaken: Find = (state, { person_id }) => {
  const jobs = jobsNow(state).filter(({ assents }) => isShaken(assents[person_id]));
  const cause = jobs[0]?.assents[person_id]?.shaken[0];
  if (cause === undefined) return null;
  return {
    what: nextThings.shaken(jobs.map(({ name }) => name)),
    why: nextThings.shaken_why(causeClause(state, cause), jobs.length > 1),
    action: { do: 'reaffirm', job_ids: jobs.map(({ job_id }) => job_id) },
  };
};

const isShaken = (assent: Assent | undefined): boolean => assent?.state === 'given' && !isLive(assent);

const required: Find = (state, person, who) => {
  for (const job of jobsNow(state)) {
    const mine = job.required_roles.filter((role) => person.roles.includes(role));
    if (mine.length === 0 || !isOpen(job.assents[person.person_id])) continue;
    // Nobody can agree that a problem is worth solving which nobody wrote down.
    if (job.rests_on.includes('problem_statement') && state.basis.problem === null) return problem(state, person, who);
    return saying(job, person.person_id, null, nextThings.required_why(mine.map(sentences.role)));
  }
  return null;
};

const contradiction: Find = (state, { person_id }) => {
  const agreed = jobsNow(state).find(
    ({ rests_on, assents }) => rests_on.includes('claims_used') && isLive(assents[person_id]),
  );
  const open = Object.values(state.basis.contradictions).find(({ resolved_at }) => resolved_at === null);
  if (agreed === undefined || open === undefined) return null;
  return {
    what: nextThings.contradiction,
    why: nextThings.contradiction_why(agreed.name),
    action: { do: 'settle', contradiction_id: open.contradiction_id },
  };
};

const question: Find = (state, { person_id }) => {
  const [first] = Object.values(state.questions)
    .filter((one) => one.to_id === person_id && statusOf(one) === 'open')
    .sort((a, b) => a.at.localeCompare(b.at));
  if (first === undefined) return null;
  return {
    what: nextThings.question(shortly(first.text)),
    why: nextThings.question_why(whoAsked(state, first)),
    action: { do: 'answer', question_id: first.question_id },
  };
};

function whoAsked(state: PurchaseState, { by, side }: Question): string {
  if (by !== null && side === 'seller') return nextThings.the_supplier;
  return by === null || state.stakeholders[by] === undefined ? sentences.someone_first : personName(state, by);
}

/** Of what was asked without a name nobody knows whom to tell; they see it on the page of the answers. */
const answered: Find = (state, { person_id }) => {
  const theirs = Object.values(state.questions).filter((one) => one.by === person_id && statusOf(one) === 'answered');
  const [first] = theirs.filter((one) => firstAnswer(one) !== undefined).sort((a, b) => a.at.localeCompare(b.at));
  if (first === undefined) return null;
  return {
    what: nextThings.answered(shortly(first.text)),
    why: nextThings.answered_why,
    action: { do: 'answer', question_id: first.question_id },
  };
};

const step: Find = (state, person, { person_id, today }) => {
  if (today === undefined) return null;
  const [first, ...more] = planReminders(state.plan, { person_id, side: 'buyer', roles: person.roles }, today);
  if (first === undefined) return null;
  return {
    what: nextThings.step(first.name),
    why: nextThings.step_why(dueWords(first), more.length),
    action: { do: 'step', step_id: first.step_id },
  };
};

const wanted: Find = (state, { person_id }) => {
  for (const job of jobsNow(state)) {
    const completion = completionOf(state, job);
    if (completion.complete || !isOpen(job.assents[person_id])) continue;
    const short = Math.max(completion.needed, 1) - completion.given;
    return saying(job, person_id, null, short > 0 ? nextThings.short_why(short) : nextThings.others_why);
  }
  return null;
};

const for_others: Find = (state, { person_id }) => {
  for (const other of Object.values(state.stakeholders)) {
    if (other.delegate_id !== person_id || !isActive(other)) continue;
    for (const job of jobsNow(state)) {
      const assent = job.assents[other.person_id];
      const waits = job.required_roles.some((role) => other.roles.includes(role));
      if (!waits || !(isOpen(assent) || isShaken(assent))) continue;
      const name = personName(state, other.person_id);
      return saying(job, other.person_id, name, nextThings.delegate_why(name));
    }
  }
  return null;
};

/** @param other whom the asker speaks for; null for themselves */
function saying(job: Job, person_id: string, other: string | null, why: string): NextThing {
  return {
    what: other === null ? nextThings.say(job.name) : nextThings.say_for(job.name, other),
    why,
    action: { do: 'state', person_id, job_id: job.job_id },
  };
}

const problem: Find = (state) => {
  const job = jobsNow(state).find(({ rests_on }) => rests_on.includes('problem_statement'));
  if (job === undefined || state.basis.problem !== null) return null;
  return {
    what: nextThings.problem,
    why: nextThings.problem_why(job.name),
    action: { do: 'state_problem' },
  };
};

const role: Find = (state, _person, { governs }) => {
  const missing = governs ? missingRoles(state).find(({ need }) => need === 'required') : undefined;
  if (missing === undefined) return null;
  return {
    what: nextThings.role(sentences.role(missing.role)),
    why: nextThings.role_why(missing.jobs),
    action: { do: 'name', role: missing.role },
  };
};

const decision: Find = (state, person, { governs }) => {
  if (!isHeld(state) || state.outcome !== null) return null;
  if (!governs && !person.roles.includes('decision_maker')) return null;
  return {
    what: nextThings.decision,
    why: nextThings.decision_why,
    action: { do: 'decide' },
  };
};

/** In their order; `counted` ones are only for who counts, which an observer does not. */
const FINDS: readonly { find: Find; counted: boolean }[] = [
  { find: shaken, counted: true },
  { find: required, counted: true },
  { find: contradiction, counted: true },
  { find: question, counted: false },
  { find: step, counted: false },
  { find: wanted, counted: true },
  { find: for_others, counted: false },
  { find: answered, counted: false },
  { find: problem, counted: true },
  { find: role, counted: false },
  { find: decision, counted: false },
];
