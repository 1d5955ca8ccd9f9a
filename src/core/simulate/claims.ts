import { askEveryone } from './assenting.ts';
import { act, activeMembers, after, buyer, type Course, champion, sellerActor } from './course.ts';
import type { Disagreement } from './texts/kind.ts';

/** How long a contradiction stays open, as a share of the span: median, and how it spreads (logarithm). */
const OPEN_FOR = 0.04;
const OPEN_SPREAD = 0.5;

/** The first of two sources is heard, and used. */
export function makeClaim(course: Course, disagreement: Disagreement): string {
  return claim(course, disagreement, 0);
}

function claim(course: Course, { subject, attribute, unit, values }: Disagreement, which: 0 | 1): string {
  const { random, state } = course;
  const claim_id = `claim-${random.word().toString(36)}`;
  const [value, source] = values[which];
  const used_for = state.jobs.filter((job) => job.rests_on.includes('claims_used')).map(({ job_id }) => job_id);
  const actor = which === 0 ? sellerActor(course) : buyer(random.pick(activeMembers(course)).person_id);
  const measured_in = unit === undefined ? {} : { unit };
  const body = { claim_id, subject, attribute, value, ...measured_in, source, used_for };
  act(course, actor, { kind: 'claim.changed', body });
  return claim_id;
}

/** The second source says something else: the contradiction stays open until somebody finds out. */
export function contradict(course: Course, disagreement: Disagreement, first_id: string): void {
  const { random, state } = course;
  if (state.basis.claims[first_id] === undefined) return;
  const second_id = claim(course, disagreement, 1);
  const contradiction_id = `contradiction-${random.word().toString(36)}`;
  const body = { contradiction_id, claim_ids: [first_id, second_id], note: disagreement.note };
  act(course, champion(course), { kind: 'contradiction.opened', body });
  after(course, random.logNormal(OPEN_FOR, OPEN_SPREAD), () => {
    const holds = random.chance(0.6) ? second_id : first_id;
    act(course, champion(course), { kind: 'contradiction.resolved', body: { contradiction_id, holds } });
    askEveryone(course);
  });
  // Half of the groups go on meanwhile; the others wait until it is resolved.
  if (random.chance(0.5)) askEveryone(course);
}
