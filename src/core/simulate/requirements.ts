import type { Role } from '../body/words.ts';
import { askEveryone } from './assenting.ts';
import { act, buyer, type Course, champion } from './course.ts';
import type { LateRequirements } from './texts/kind.ts';
import { scoreFrom, weighOptions } from './weighing.ts';

type Priority = 'must' | 'should' | 'could';

/** The list that the group begins with. */
export function firstRequirements(course: Course): void {
  const count = course.random.int(4, 6);
  for (let place = 0; place < count; place++) require_(course, place, champion(course));
  askEveryone(course);
}

/** One more requirement of the kind's list, or, in a few cases, one that no seller reads. */
export function addRequirement(course: Course): void {
  const { random, plan, requirements } = course;
  if (random.chance(0.1)) keepCeiling(course);
  else if (random.chance(0.25)) raise(course);
  else require_(course, requirements.length % plan.texts.requirements.length, champion(course));
  askEveryone(course);
}

function require_(course: Course, at: number, actor: ReturnType<typeof buyer>): void {
  const requirement = course.plan.texts.requirements[at];
  if (requirement === undefined) return;
  const [text, priority] = requirement;
  const requirement_id = newId(course);
  course.requirements.push({ requirement_id, at });
  act(course, actor, { kind: 'requirement.changed', body: { requirement_id, text, priority } });
}

/** What was a wish becomes a must. */
function raise(course: Course): void {
  const wish = Object.values(course.state.basis.requirements).find(({ priority }) => priority !== 'must');
  if (wish === undefined) return;
  const { requirement_id, text } = wish;
  act(course, champion(course), { kind: 'requirement.changed', body: { requirement_id, text, priority: 'must' } });
}

/** The buyers' own ceiling: it shakes them, and the seller's view does not change. */
function keepCeiling(course: Course): void {
  const text = 'Stays below the ceiling that the board set for this year';
  const body = { requirement_id: newId(course), text, priority: 'must' as Priority };
  act(course, champion(course), { kind: 'requirement.changed', zone: 'buyer', body });
}

/** Security, legal, finance and users bring requirements of their own when they come late. */
export function bringRequirement(course: Course, person_id: string): void {
  const { random, plan, state } = course;
  const person = state.stakeholders[person_id];
  if (person === undefined || person.left_at !== null) return;
  const role = person.roles.find((one): one is Role & keyof LateRequirements => one in plan.texts.late);
  if (role === undefined || state.jobs.length === 0 || course.requirements.length === 0) return;
  if (!random.chance(role === 'security' || role === 'legal' ? 0.85 : 0.15)) return;
  const text = random.pick(plan.texts.late[role]);
  if (Object.values(state.basis.requirements).some((known) => known.text === text)) return;
  const body = { requirement_id: newId(course), text, priority: random.pick<Priority>(['must', 'must', 'should']) };
  act(course, buyer(person_id), { kind: 'requirement.changed', body });
  askEveryone(course);
}

const newId = (course: Course): string => `requirement-${course.random.word().toString(36)}`;

/** Three options against three requirements, then the rest, the costs, and what matters to whom. */
export function score(course: Course): void {
  const { random, options, requirements } = course;
  for (const { option_id } of options.slice(0, 3)) {
    for (const { requirement_id } of requirements.slice(0, 3)) {
      const body = {
        option_id,
        requirement_id,
        score: scoreFrom(course, option_id, requirement_id, random.int(4, 19)),
      };
      act(course, champion(course), { kind: 'score.changed', body });
    }
  }
  weighOptions(course);
  askEveryone(course);
}

/** A test or a visit changes how an option does. */
export function scoreAgain(course: Course): void {
  const { random, options, requirements } = course;
  const option = options[0];
  const requirement = requirements[random.int(0, 2)];
  if (option === undefined || requirement === undefined) return;
  const { option_id } = option;
  const { requirement_id } = requirement;
  const body = { option_id, requirement_id, score: scoreFrom(course, option_id, requirement_id, random.int(4, 19)) };
  act(course, champion(course), { kind: 'score.changed', body });
  askEveryone(course);
}
