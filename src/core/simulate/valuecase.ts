import { twoDigits } from './account.ts';
import { askEveryone } from './assenting.ts';
import { act, type Course, champion, sellerActor } from './course.ts';

const idOf = (place: number): string => `assumption-${place + 1}`;

/** The supplier proposes what the value case counts on. */
export function proposeAssumptions(course: Course): void {
  course.plan.texts.assumptions.forEach((_, place) => {
    assume(course, place, 'proposed', 1);
  });
}

/** The group agrees to one of them; in a few cases it disputes it. */
export function agreeAssumption(course: Course, place: number): void {
  assume(course, place, course.random.chance(0.12) ? 'disputed' : 'agreed', course.random.pick([1, 1, 0.9, 0.8]));
}

function assume(course: Course, place: number, state: 'proposed' | 'agreed' | 'disputed', factor: number): void {
  const assumption = course.plan.texts.assumptions[place];
  if (assumption === undefined) return;
  const [name, value, unit] = assumption;
  const body = { assumption_id: idOf(place), name, value: twoDigits(value * factor), unit, state };
  act(course, state === 'proposed' ? sellerActor(course) : champion(course), { kind: 'assumption.changed', body });
}

/** What the value case comes to at first. */
export function stateNetValue(course: Course): void {
  netValue(course, course.random.between(0.8, 2.6));
}

function netValue(course: Course, times_amount: number): void {
  const { amount_minor, currency } = course.plan.account;
  const body = { amount_minor: Math.round(twoDigits(amount_minor * times_amount)), currency };
  act(course, champion(course), { kind: 'net_value.changed', body });
  askEveryone(course);
}

/** Finance looks at it: an agreed assumption is corrected, and the net value moves, mostly by more than 10 %. */
export function rebuildCase(course: Course): void {
  const { random, state } = course;
  const before = state.basis.net_value;
  if (before === null) return;
  assume(course, random.int(0, 2), 'agreed', random.pick([0.7, 0.8, 1.1]));
  const moved = random.pick([-0.35, -0.2, -0.15, -0.08, 0.12]);
  netValue(course, (before.amount_minor / course.plan.account.amount_minor) * (1 + moved));
}
