import { isComplete, isLive } from '../completion.ts';
import { type Job, jobOf, type Stakeholder } from '../state.ts';
import type { StanceKind } from '../statement.ts';
import { act, activeMembers, after, buyer, type Course, sellerActor, shareOf } from './course.ts';
import { ASIDE_REASONS, PRIVATE_REASONS, SIGNS, WITHDRAWN_REASONS, WITHHELD_REASONS } from './texts/reasons.ts';

/** How long a person takes to answer, on average, as a share of the span; never longer than the bound. */
const ANSWERS_AFTER = 0.016;
const ANSWERS_WITHIN = 0.05;
/** From here on everyone is asked to make up their mind. */
const LAST_CALL = 0.9;

/** The group takes up a job: signs of it show, then everyone is asked. */
export function begin(course: Course, job_id: string): void {
  if (jobOf(course.state, job_id) === undefined) return;
  course.begun.add(job_id);
  sign(course, job_id);
  askEveryone(course);
}

/** A sign of progress that is nobody's statement: seen by both, or told by a seller to sellers only. */
export function sign(course: Course, job_id: string): void {
  const { random } = course;
  const activity = random.pick(SIGNS[job_id] ?? ['mentioned in a meeting']);
  const person = random.pick(activeMembers(course));
  const told = random.chance(0.4);
  act(course, told || person === undefined ? sellerActor(course) : buyer(person.person_id), {
    kind: 'evidence.recorded',
    zone: told ? 'seller' : 'shared',
    body: {
      job_id,
      signal: random.pick(told ? ['advanced', 'completed'] : ['started', 'advanced']),
      activity,
      ...(person === undefined || random.chance(0.4) ? {} : { person_id: person.person_id }),
      sides: ['buyer'],
    },
  });
}

/** Everyone whose live assent to a job that was taken up is missing is asked for it. */
export function askEveryone(course: Course): void {
  if (course.state.outcome !== null) return;
  const members = activeMembers(course);
  for (const job_id of course.begun) {
    const job = jobOf(course.state, job_id);
    if (job === undefined) continue;
    for (const person of members) {
      const assent = job.assents[person.person_id];
      if (!isLive(assent) && assent?.state !== 'aside') ask(course, job_id, person.person_id);
    }
  }
}

function ask(course: Course, job_id: string, person_id: string, patience = 1): void {
  const key = `${job_id} ${person_id}`;
  if (course.asked.has(key)) return;
  course.asked.add(key);
  const delay = Math.min(course.random.exponential(ANSWERS_AFTER * patience), ANSWERS_WITHIN * patience);
  after(course, delay, () => {
    course.asked.delete(key);
    answer(course, job_id, person_id);
  });
}

function answer(course: Course, job_id: string, person_id: string): void {
  const { state, random, plan } = course;
  const job = jobOf(state, job_id);
  const person = state.stakeholders[person_id];
  if (job === undefined || person === undefined || person.left_at !== null || state.outcome !== null) return;
  const assent = job.assents[person_id];
  if (isLive(assent) || assent?.state === 'aside') return;
  const required = person.roles.some((role) => job.required_roles.includes(role));
  // Who is not needed for a job that is complete often does not look again.
  if (!required && isComplete(job) && assent !== undefined && random.chance(0.8)) return;
  if (isBlocker(course, job, person)) {
    if (assent?.state !== 'withheld') withhold(course, job_id, person_id);
    return;
  }
  const share = shareOf(course);
  // Some look again only when they are reminded.
  if (!required && assent?.state === 'given' && share < LAST_CALL && random.chance(0.35)) return;
  if (plan.stalls_at !== null && share >= plan.stalls_at && random.chance(0.8)) return;
  if (!required && job.required_roles.length > 0 && assent === undefined && random.chance(asideOdds(person))) {
    say(course, 'assent.aside', job_id, person_id, random.pick(ASIDE_REASONS));
    return;
  }
  if (share < LAST_CALL && hesitates(course, job_id, person_id, assent?.state)) {
    ask(course, job_id, person_id, 3);
    return;
  }
  say(course, assent?.state === 'given' ? 'assent.reaffirmed' : 'assent.given', job_id, person_id);
}

/** Says something else than yes, for now. */
function hesitates(course: Course, job_id: string, person_id: string, before: string | undefined): boolean {
  const draw = course.random.unit();
  if (before === 'given') {
    if (draw >= 0.07) return false;
    if (draw < 0.02) say(course, 'assent.withdrawn', job_id, person_id, course.random.pick(WITHDRAWN_REASONS));
    else if (draw < 0.04) withhold(course, job_id, person_id);
    else say(course, 'assent.working', job_id, person_id);
    return true;
  }
  if (before !== undefined || draw >= 0.22) return false;
  if (draw < 0.05) withhold(course, job_id, person_id);
  else say(course, 'assent.working', job_id, person_id);
  return true;
}

function withhold(course: Course, job_id: string, person_id: string): void {
  const { random } = course;
  const draw = random.unit();
  if (draw < 0.2) {
    // Only the buyer side reads that this person does not agree.
    const reason = random.pick(PRIVATE_REASONS);
    act(course, buyer(person_id), { kind: 'assent.withheld', zone: 'buyer', body: { job_id, person_id, reason } });
    return;
  }
  say(course, 'assent.withheld', job_id, person_id, draw < 0.35 ? undefined : random.pick(WITHHELD_REASONS));
  if (draw >= 0.35) return;
  const reason = random.pick(PRIVATE_REASONS);
  act(course, buyer(person_id), { kind: 'assent.private_reason', body: { job_id, person_id, reason } });
}

/** States an assent, by the person or the delegate that the person named. */
function say(course: Course, kind: StanceKind, job_id: string, person_id: string, reason?: string): void {
  const { random, state } = course;
  const by = state.stakeholders[person_id]?.delegate_id ?? person_id;
  const whose = { job_id, person_id };
  switch (kind) {
    case 'assent.given':
    case 'assent.reaffirmed': {
      const confidence = random.chance(0.5) ? { confidence: random.int(2, 5) } : {};
      act(course, buyer(by), { kind, body: { ...whose, ...confidence } });
      return;
    }
    case 'assent.working':
      act(course, buyer(by), { kind, body: whose });
      return;
    default:
      act(course, buyer(by), { kind, body: { ...whose, ...(reason === undefined ? {} : { reason }) } });
  }
}

/** Whoever blocks and had agreed takes the assent back. */
export function turnAway(course: Course): void {
  for (const job of course.state.jobs) {
    for (const person of activeMembers(course)) {
      if (!isBlocker(course, job, person) || job.assents[person.person_id]?.state !== 'given') continue;
      say(course, 'assent.withdrawn', job.job_id, person.person_id, course.random.pick(WITHDRAWN_REASONS));
    }
  }
}

/** The one who blocks: of those whom the last job requires, the last named; where nobody is, whoever holds that role. */
function isBlocker(course: Course, job: Job, person: Stakeholder): boolean {
  const { blocked_from } = course.plan;
  if (blocked_from === null || shareOf(course) < blocked_from) return false;
  const last = course.state.jobs.filter(({ phase }) => phase === 'decide').at(-1);
  return last === job && person.roles.some((role) => role === last.required_roles.at(-1));
}

function asideOdds(person: Stakeholder): number {
  if (person.roles.some((role) => role === 'partner' || role === 'legal')) return 0.4;
  return person.roles.some((role) => role === 'security' || role === 'user' || role === 'procurement') ? 0.14 : 0.06;
}
