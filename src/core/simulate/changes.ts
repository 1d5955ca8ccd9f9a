import { twoDigits } from './account.ts';
import { askEveryone, begin } from './assenting.ts';
import { act, activeMembers, buyer, type Course, champion, sellerActor } from './course.ts';
import { OUTSIDE_SHAKES } from './texts/reasons.ts';

/** The offer grows or shrinks. */
export function changeAmount(course: Course): void {
  const { account } = course.plan;
  const amount_minor = Math.round(twoDigits(account.amount_minor * course.random.pick([0.7, 0.85, 1.15, 1.3])));
  const body = { amount_minor, currency: account.currency };
  act(course, sellerActor(course), { kind: 'purchase.amount_changed', body });
}

/** Something in the world shakes one job. */
export function shakeFromOutside(course: Course): void {
  const { random, state } = course;
  const job = random.pick(state.jobs.filter(({ phase }) => phase === 'decide'));
  if (job === undefined) return;
  const reason = random.pick(OUTSIDE_SHAKES);
  act(course, champion(course), { kind: 'assent.shaken', body: { job_id: job.job_id, reason } });
  askEveryone(course);
}

/** Buyers put a job into their own words. */
export function rewordJob(course: Course): void {
  const { random, state } = course;
  const job = state.jobs.find(({ phase }) => phase === 'decide');
  if (job === undefined) return;
  const sentence = `${job.sentence.replace(/\.$/, '')}, and everyone here can say it in one sentence.`;
  const wording = random.chance(0.5) ? { wording_only: true } : {};
  act(course, champion(course), { kind: 'job.reworded', body: { job_id: job.job_id, sentence, ...wording } });
  askEveryone(course);
}

/** The group changes how many have to agree. */
export function changeRule(course: Course): void {
  const { random, state } = course;
  const job = random.pick(state.jobs.filter(({ phase }) => phase === 'decide'));
  if (job === undefined) return;
  const body = { job_id: job.job_id, quorum: random.pick(['1/2', '3/4']) };
  act(course, champion(course), { kind: 'job.rule_changed', body });
  askEveryone(course);
}

/** The group adds a job of its own. */
export function addJob(course: Course): void {
  const added = act(course, champion(course), {
    kind: 'job.added',
    body: {
      job_id: 'ready_to_run',
      name: 'Ready to run it',
      sentence: 'We know who runs this afterwards, and they are ready to.',
      phase: 'decide',
      required_roles: ['champion'],
      rests_on: ['chosen_option'],
      quorum: '1/2',
    },
  });
  if (added) begin(course, 'ready_to_run');
}

/** An evaluator takes on procurement as well, or a user becomes an evaluator. */
export function swapRoles(course: Course): void {
  const user = activeMembers(course).find((person) => person.roles.includes('user'));
  if (user === undefined) return;
  const { person_id } = user;
  act(course, champion(course), {
    kind: 'stakeholder.roles_changed',
    body: { person_id, roles: ['user', 'evaluator'] },
  });
  askEveryone(course);
}

/** A busy decision maker lets a colleague speak for them. */
export function nameDelegate(course: Course): void {
  const members = activeMembers(course);
  const busy = members.find((person) => person.roles.includes('decision_maker') || person.roles.includes('approver'));
  const colleague = members.find(
    (person) => person.roles.includes('evaluator') && person.person_id !== busy?.person_id,
  );
  if (busy === undefined || colleague === undefined) return;
  const body = { person_id: busy.person_id, delegate_id: colleague.person_id };
  act(course, buyer(busy.person_id), { kind: 'stakeholder.delegate_named', body });
}
