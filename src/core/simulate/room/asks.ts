import { commandsOfAcceptance } from '../../acceptance.ts';
import type { Actor } from '../../event.ts';
import { jobOf } from '../../state.ts';
import { DAY_MS } from '../calendar.ts';
import { type Course, champion } from '../course.ts';
import { SELLERS } from '../sellers.ts';
import { ANY_ASKS, CLOSED } from '../texts/rooms/any.ts';
import type { AskText, RoomTexts } from '../texts/rooms/room.ts';
import { actorFor, atShare, inDays, inRoom, isSellerRole } from './in-room.ts';

const FIRST_AT = 0.13;
const LAST_AT = 0.82;
/** Of what is asked in any purchase, so much is asked in one. */
const OF_ANY = 5;

/** What is asked in the course of a purchase, and what of it still waits where it is running. */
export function askAround(course: Course, { asks, waiting }: RoomTexts): void {
  const { random } = course.room;
  const some = [...asks, ...random.sample(ANY_ASKS, OF_ANY)];
  some.forEach((text, place) => {
    const share = FIRST_AT + ((LAST_AT - FIRST_AT) * (place + random.between(0.1, 0.9))) / some.length;
    atShare(course, share, () => ask(course, text));
  });
  const { standing, now_ms, opened_ms, span_ms, stalls_at } = course.plan;
  if (standing === null) return;
  // Where everything went silent, this was the last.
  const until_ms = standing === 'silent' ? opened_ms + (stalls_at ?? 1) * span_ms : now_ms;
  for (const text of waiting) {
    const asked_ms = until_ms - random.between(0.6, 8) * DAY_MS;
    atShare(course, (asked_ms - opened_ms) / span_ms, () => ask(course, text));
  }
}

const newId = (course: Course, what: string): string => `${what}-${course.room.random.word().toString(36)}`;

function ask(course: Course, text: AskText): void {
  const { random } = course.room;
  const question_id = newId(course, 'question');
  const asker = actorFor(course, text.who);
  const { zone, anonymous, job_id } = text;
  const to = whoIsAsked(course, text, asker);
  const asked = inRoom(course, asker, {
    kind: 'question.asked',
    // Without a name it would stand on the buyers' side unless it says otherwise.
    zone: zone ?? 'shared',
    body: {
      ...{ question_id, text: text.text, ...to },
      ...(job_id !== undefined && jobOf(course.state, job_id) !== undefined && { job_id }),
      ...(anonymous === true && { anonymous }),
    },
  });
  if (!asked || text.answer === undefined) return;
  const days = Math.min(random.exponential(2.2) + 0.1, 11);
  inDays(course, days, () => answer(course, question_id, text, asker));
}

/** A side is asked; the champion by name where the supplier asks the group. */
function whoIsAsked(course: Course, { who, answer: answered, zone }: AskText, asker: Actor) {
  if (zone !== undefined) return {};
  if (!isSellerRole(who)) return { to_side: 'seller' as const };
  const role = answered?.[0] ?? 'champion';
  const { id } = actorFor(course, role, asker.id);
  return SELLERS.some((one) => one.id === id) ? { to_side: 'buyer' as const } : { to_id: id };
}

function answer(course: Course, question_id: string, text: AskText, asker: Actor): void {
  const { random } = course.room;
  const [role, words] = text.answer ?? ['sales', ''];
  const answer_id = newId(course, 'answer');
  const by = actorFor(course, role, asker.id);
  if (!inRoom(course, by, { kind: 'question.answered', body: { question_id, answer_id, text: words } })) return;
  // Who asked without a name says no more.
  if (text.anonymous === true) return;
  if (text.but !== undefined)
    inDays(course, random.between(0.2, 2), () => add(course, question_id, text.but ?? '', asker));
  inDays(course, 2 + random.exponential(2), () => conclude(course, { question_id, answer_id, text, asker, by }));
}

function add(course: Course, question_id: string, text: string, asker: Actor): void {
  const body = { question_id, answer_id: newId(course, 'answer'), text };
  inRoom(course, asker, { kind: 'question.answered', body });
}

interface Answered {
  question_id: string;
  answer_id: string;
  text: AskText;
  asker: Actor;
  by: Actor;
}

/** Mostly the answer is taken, and becomes a claim where it says something that can be held against others. */
function conclude(course: Course, { question_id, answer_id, text, asker, by }: Answered): void {
  const { random } = course.room;
  const draw = random.unit();
  if (draw < 0.12) return;
  const actor = stillThere(course, asker) ? asker : champion(course);
  if (draw < 0.19 && text.claim === undefined) {
    inRoom(course, actor, { kind: 'question.closed', body: { question_id, reason: random.pick(CLOSED) } });
    return;
  }
  const question = course.state.questions[question_id];
  const said = question?.answers.find((one) => one.answer_id === answer_id);
  if (question === undefined || said === undefined) return;
  const answered_by = nameOf(course, by.id);
  for (const command of commandsOfAcceptance(course.state, {
    question,
    answer: said,
    claim: claimOf(course, text),
    answered_by,
  }))
    inRoom(course, actor, command);
}

const stillThere = ({ state }: Course, { id, side }: Actor): boolean =>
  side === 'seller' || state.stakeholders[id]?.left_at === null;

const nameOf = ({ state }: Course, id: string): string | null =>
  SELLERS.find((one) => one.id === id)?.name ?? state.stakeholders[id]?.name ?? null;

/** It is used for no job, so that taking an answer shakes nobody. */
function claimOf(course: Course, { claim }: AskText) {
  if (claim === undefined) return null;
  const [subject, attribute, value, unit] = claim;
  const claim_id = newId(course, 'taken');
  return { claim_id, subject, attribute, value, ...(unit !== undefined && { unit }), used_for: [] };
}
