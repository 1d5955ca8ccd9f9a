import { askEveryone, begin, sign } from './assenting.ts';
import { DAY_MS } from './calendar.ts';
import { addJob, changeAmount, changeRule, nameDelegate, rewordJob, shakeFromOutside, swapRoles } from './changes.ts';
import { contradict, hearAnswers, makeClaim } from './claims.ts';
import { act, activeMembers, after, at, buyer, type Course, champion, sellerActor } from './course.ts';
import { chooseOption, considerOption, offerOptions } from './options.ts';
import { type Member, successor } from './people.ts';
import { addRequirement, bringRequirement, firstRequirements, score, scoreAgain } from './requirements.ts';
import { LEFT_REASONS } from './texts/reasons.ts';
import { agreeAssumption, proposeAssumptions, rebuildCase, stateNetValue } from './valuecase.ts';

/** When the group takes up its decide jobs, by how many there are, as shares of the span. */
const BEGINNINGS: Readonly<Record<number, readonly number[]>> = {
  2: [0.05, 0.42],
  4: [0.03, 0.1, 0.17, 0.37],
  6: [0.03, 0.1, 0.17, 0.37, 0.47, 0.58],
};

/**
 * Begins the purchase and writes into the agenda what is going to happen, endings aside. A seller opens it and names the
 * champion; once the champion has come in the group is the buyers' own, and the rest follows.
 */
export function script(course: Course): void {
  act(course, sellerActor(course), openedBody(course));
  const [first, ...others] = course.plan.members;
  if (first === undefined) return;
  act(course, sellerActor(course), namedBody(first));
  after(course, 0.004, () => {
    act(course, buyer(first.person_id), { kind: 'stakeholder.entered', body: { person_id: first.person_id } });
    people(course, others);
    jobs(course);
    findings(course);
    changes(course);
    hearAnswers(course);
  });
}

function openedBody(course: Course) {
  const { account, name, template } = course.plan;
  const { account_name, amount_minor, currency } = account;
  return {
    kind: 'purchase.opened' as const,
    body: { name, account_name, amount_minor, currency, template, simulated: true },
  };
}

function jobs(course: Course): void {
  const decide = course.state.jobs.filter(({ phase }) => phase === 'decide');
  const beginnings = BEGINNINGS[decide.length] ?? [];
  decide.forEach((job, place) => {
    const share = (beginnings[place] ?? 0.5) + course.random.between(0, 0.03);
    at(course, Math.max(0, share - 0.04), () => sign(course, job.job_id));
    at(course, share, () => begin(course, job.job_id));
    if (course.random.chance(0.6)) at(course, share + 0.1, () => sign(course, job.job_id));
  });
  // Whoever forgot to answer is reminded.
  for (const share of [0.3, 0.5, 0.66, 0.8, 0.88, 0.94, 1, 1.06, 1.12, 1.18, 1.24])
    at(course, share, () => askEveryone(course));
}

/** Who comes, who leaves, who gets another part. */
function people(course: Course, others: Member[]): void {
  const { random } = course;
  for (const member of others) at(course, member.arrives, () => arrive(course, member));
  if (random.chance(0.35)) at(course, random.between(0.3, 0.72), () => leave(course));
  if (random.chance(0.1)) at(course, random.between(0.35, 0.7), () => swapRoles(course));
  if (random.chance(0.15)) at(course, random.between(0.3, 0.6), () => nameDelegate(course));
}

function namedBody({ person_id, name, function: where, roles }: Member) {
  return { kind: 'stakeholder.named' as const, body: { person_id, name, function: where, roles } };
}

function arrive(course: Course, member: Member): void {
  const { random } = course;
  const { person_id } = member;
  if (!act(course, champion(course), namedBody(member))) return;
  if (random.chance(0.6)) {
    after(course, random.between(0.002, 0.02), () => {
      const person = course.state.stakeholders[person_id];
      if (person?.left_at !== null || person.entered_at !== null) return;
      act(course, buyer(person_id), { kind: 'stakeholder.entered', body: { person_id } });
    });
  }
  after(course, random.between(0.004, 0.02), () => bringRequirement(course, person_id));
  askEveryone(course);
}

/** Someone leaves; mostly another takes over some days later. */
function leave(course: Course): void {
  const { random, plan } = course;
  const members = activeMembers(course);
  const person = random.pick(members);
  if (members.length < 6 || person.roles.includes('champion')) return;
  const { person_id } = person;
  const left = plan.members.find((member) => member.person_id === person_id);
  const reason = random.pick(LEFT_REASONS);
  if (!act(course, champion(course), { kind: 'stakeholder.left', body: { person_id, reason } })) return;
  askEveryone(course);
  if (left === undefined || random.chance(0.2)) return;
  const days = random.between(3, 15) * DAY_MS;
  after(course, days / plan.span_ms, () => arrive(course, successor(left, plan.members, random)));
}

/** What the group finds out on its way, and what it builds. */
function findings(course: Course): void {
  const { random, plan } = course;
  const [first, ...sharper] = plan.texts.problems;
  at(course, 0.015, () => stateProblem(course, first));
  const restated = random.between(0.22, 0.44);
  if (random.chance(0.97)) at(course, restated, () => stateProblem(course, sharper[0] ?? first));
  if (random.chance(0.35)) at(course, restated + 0.2, () => stateProblem(course, sharper[1] ?? first));
  at(course, 0.075, () => offerOptions(course));
  at(course, random.between(0.25, 0.4), () => considerOption(course));
  if (random.chance(0.3)) at(course, random.between(0.42, 0.62), () => considerOption(course));
  at(course, 0.13, () => firstRequirements(course));
  at(course, 0.345, () => score(course));
  at(course, 0.42, () => proposeAssumptions(course));
  for (const place of [0, 1, 2]) at(course, random.between(0.47, 0.56), () => agreeAssumption(course, place));
  at(course, 0.5, () => stateNetValue(course));
  at(course, random.between(0.56, 0.62), () => chooseOption(course));
}

/** What shakes what was settled. */
function changes(course: Course): void {
  const { random, plan } = course;
  const odds = (p: number, low: number, high: number, change: (course: Course) => void): void => {
    if (random.chance(p)) at(course, random.between(low, high), () => change(course));
  };
  odds(0.9, 0.36, 0.5, (it) => addRequirement(it));
  odds(0.35, 0.5, 0.76, (it) => addRequirement(it));
  odds(0.4, 0.5, 0.66, scoreAgain);
  odds(0.7, 0.6, 0.74, rebuildCase);
  odds(0.22, 0.5, 0.72, shakeFromOutside);
  odds(0.2, 0.3, 0.75, changeAmount);
  odds(0.12, 0.35, 0.6, rewordJob);
  odds(0.07, 0.4, 0.65, changeRule);
  odds(0.1, 0.45, 0.6, addJob);
  random.sample(plan.texts.claims, 3).forEach((disagreement, place) => {
    const claimed = random.between(0.2, 0.32);
    const contradicted = [0.36, 0.54, 0.7][place] ?? 0.5;
    at(course, claimed, () => {
      const claim_id = makeClaim(course, disagreement);
      at(course, contradicted + random.between(-0.04, 0.06), () => contradict(course, disagreement, claim_id));
    });
  });
}

function stateProblem(course: Course, statement: string): void {
  const wording = course.state.basis.problem !== null && course.random.chance(0.05) ? { wording_only: true } : {};
  act(course, champion(course), { kind: 'purchase.problem_stated', body: { statement, ...wording } });
  askEveryone(course);
}
