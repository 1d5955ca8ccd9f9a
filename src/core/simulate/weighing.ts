import { act, activeMembers, after, buyer, type Course, champion, shareOf } from './course.ts';
import { type Random, randomOf } from './random.ts';

/** A stream of its own, so that what is weighed changes nothing in the rest of a purchase. */
const WEIGHING = 3;
const TRIALS = [
  'Trial of two weeks, our own data',
  'Visit at a reference',
  'Answer in the request for proposals',
] as const;

/** Kept beside the course: the group's scores, what each option costs, and what matters to whom. */
export function weighOptions(course: Course): void {
  const random = randomOf(course.plan.opened_ms, WEIGHING);
  const aside: Course = { ...course, random };
  scoreRest(aside);
  for (const option of Object.values(course.state.basis.options)) costOf(aside, option);
  for (const { person_id } of activeMembers(course)) {
    after(aside, random.between(0.005, 0.06), () => weighs({ ...course, random }, person_id));
  }
}

/** A score from a draw of 4 to 19: on a must-have most options do, and doing nothing mostly does not. */
export function scoreFrom(course: Course, option_id: string, requirement_id: string, drawn: number): number {
  const { options, requirements } = course.state.basis;
  if (options[option_id]?.kind === 'do_nothing') return Math.round(drawn * 2.5);
  return requirements[requirement_id]?.priority === 'must' ? 45 + (drawn - 3) * 3 : drawn * 5;
}

/** Most of what is not scored yet; some of it only roughly, some with what it rests on. */
function scoreRest(course: Course): void {
  const { random, state } = course;
  // Half of the groups let the supplier see how it does.
  const open = random.chance(0.5);
  for (const { option_id, kind } of Object.values(state.basis.options)) {
    const zone = open && kind === 'this_supplier' ? ({ zone: 'shared' } as const) : {};
    for (const requirement_id of Object.keys(state.basis.requirements)) {
      if (state.basis.scores[JSON.stringify([option_id, requirement_id])] !== undefined || random.chance(0.2)) continue;
      const score = scoreFrom(course, option_id, requirement_id, random.int(4, 19));
      const give = random.chance(0.3) ? random.int(1, 4) * 5 : 0;
      const range = give === 0 ? {} : { low: Math.max(0, score - give), high: Math.min(100, score + give) };
      const reference = random.pick(TRIALS);
      const evidence = random.chance(0.3) ? { evidence: [{ kind: 'test' as const, reference }] } : {};
      const body = { option_id, requirement_id, score, ...range, ...evidence };
      act(course, champion(course), { kind: 'score.changed', body, ...zone });
    }
  }
}

const COST: Record<string, readonly [low: number, high: number]> = {
  this_supplier: [1.1, 1.5],
  other_supplier: [0.8, 1.6],
  build: [0.9, 2.2],
  smaller_scope: [0.4, 0.7],
  do_nothing: [0.2, 0.9],
};

/** What an option costs in all, beside the amount that the supplier asks. */
function costOf(course: Course, { option_id, kind }: { option_id: string; kind: string }): void {
  const { random, plan } = course;
  const { amount_minor, currency } = plan.account;
  const [low, high] = COST[kind] ?? [1, 1];
  const cost = { amount_minor: Math.round((amount_minor * random.between(low, high)) / 100_000) * 100_000, currency };
  act(course, champion(course), {
    kind: 'option.costed',
    body: { option_id, cost, note: 'Five years, our own hours too' },
  });
}

/** Someone says what matters to them; a few leave it to others, and in a group that stalled nobody does. */
function weighs(course: Course, person_id: string): void {
  const { random, plan, state } = course;
  const person = state.stakeholders[person_id];
  if (person === undefined || person.left_at !== null || shareOf(course) >= (plan.stalls_at ?? Infinity)) return;
  if (random.chance(0.12)) return;
  if (random.chance(0.1)) {
    act(course, buyer(person_id), { kind: 'weights.aside', body: { person_id } });
    return;
  }
  const order = leanings(course, random).slice(0, 10);
  const swings = random.chance(0.3);
  const answers = order.map((requirement_id, place) => ({
    requirement_id,
    value: swings ? Math.max(5, 100 - place * random.int(2, 4) * 5) : place + 1,
  }));
  const method = swings ? ('swing' as const) : ('ranking' as const);
  act(course, buyer(person_id), { kind: 'weights.stated', body: { person_id, method, answers } });
}

/** The requirements in the order in which they matter to someone: must-haves first, more or less. */
function leanings({ state }: Course, random: Random): string[] {
  return Object.values(state.basis.requirements)
    .map(({ requirement_id, priority }) => ({
      requirement_id,
      weight: (priority === 'must' ? 1 : priority === 'should' ? 0.6 : 0.3) + random.between(0, 0.9),
    }))
    .sort((a, b) => b.weight - a.weight)
    .map(({ requirement_id }) => requirement_id);
}
