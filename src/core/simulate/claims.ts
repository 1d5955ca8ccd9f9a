import { askEveryone } from './assenting.ts';
import { act, activeMembers, after, at, buyer, type Course, champion, sellerActor } from './course.ts';
import { randomOfName } from './random.ts';
import { ASKED, type Asked, CHANNEL_OF, type Said } from './texts/answers.ts';
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
  const channel = CHANNEL_OF[source] ?? 'other';
  const body = { claim_id, subject, attribute, value, ...measured_in, source, channel, used_for };
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

/** In so many purchases the channels of the supplier do not all say the same. */
const DIFFER = 0.4;
/** Of these, so many are found out. */
const FOUND_OUT = 0.8;

/**
 * What the supplier says on every channel and another option says of the same, heard by and by. It is used for nothing, so
 * that it shakes nobody; it draws from a stream of its own, so that all else happens as it would without it.
 */
export function hearAnswers(course: Course): void {
  const random = randomOfName(course.plan.purchase_id, 0);
  const apart: Course = { ...course, random };
  const differ = random.chance(DIFFER);
  ASKED.forEach((asked, place) => {
    for (const said of asked.said) {
      if (said.differs === true && !differ) continue;
      at(apart, random.between(0.1, 0.5), () => hear({ ...course, random }, asked, said, place));
    }
    at(apart, random.between(0.2, 0.5), () => hearOfOther({ ...course, random }, asked, place));
  });
  if (differ) at(apart, 0.55, () => findOut({ ...course, random }));
}

function hear(course: Course, { subject, attribute, unit }: Asked, said: Said, place: number): void {
  const { channel, value, document, quote, evidence } = said;
  const body = {
    claim_id: `answer-${place}-${channel}`,
    ...{ subject, attribute, value, channel, document },
    ...(unit !== undefined && { unit }),
    ...(quote !== undefined && { quote }),
    ...(evidence !== undefined && { evidence }),
  };
  const by_seller = channel === 'web' || channel === 'proposal';
  act(course, by_seller ? sellerActor(course) : champion(course), { kind: 'claim.changed', body });
}

/** What is heard of others stays with the buyers. */
function hearOfOther(course: Course, { subject, attribute, unit, other }: Asked, place: number): void {
  const options = Object.values(course.state.basis.options);
  const option = options.find(({ kind }) => kind === 'other_supplier');
  if (other === undefined || option === undefined) return;
  const { value, document, evidence } = other;
  const body = {
    claim_id: `answer-${place}-other`,
    ...{ subject, attribute, value, document, option_id: option.option_id, channel: 'document' as const },
    ...(unit !== undefined && { unit }),
    ...(evidence !== undefined && { evidence }),
  };
  act(course, champion(course), { kind: 'claim.changed', body, zone: 'buyer' });
}

/** Somebody asks, and mostly gets an answer that settles it. */
function findOut(course: Course): void {
  for (const { claim_ids, contradiction_id, spans } of Object.values(course.state.basis.found)) {
    const mine = claim_ids.filter((claim_id) => claim_id.startsWith('answer-'));
    if (mine.length < claim_ids.length || spans.at(-1)?.to !== null || !course.random.chance(FOUND_OUT)) continue;
    const holds = mine.find((claim_id) => course.state.basis.claims[claim_id]?.channel === 'proposal') ?? mine[0];
    if (holds === undefined) continue;
    const body = { contradiction_id, claim_ids, holds, evidence: 'The supplier confirmed it in writing.' };
    act(course, champion(course), { kind: 'contradiction.resolved', body });
  }
}
