import type { Channel } from '../body/words.ts';
import type { BodyOf, LedgerEvent } from '../event.ts';
import { attendance, type Seat, type Third } from './attendance.ts';
import { buyer, type Course, decided, sellerActor } from './course.ts';
import { freeMoment } from './moment.ts';
import { pulseEvents } from './pulse.ts';
import type { Random } from './random.ts';
import { nextSources } from './sources.ts';

/** What buying time goes to, in the words of research figure 1; a touch says it as its `activity`. */
export const ACTIVITIES = {
  online: 'independent online research',
  group: 'meeting with the buying group',
  offline: 'independent offline research',
  suppliers: 'meeting with suppliers',
  partners: 'meeting with partners',
  other: 'other',
} as const;
type Activity = keyof typeof ACTIVITIES;

/** Shares of buying time, research figure 1. */
const SHARES: Readonly<Record<Activity, number>> = {
  online: 0.27,
  group: 0.22,
  offline: 0.18,
  suppliers: 0.17,
  partners: 0.11,
  other: 0.05,
};

/** Channels that count as digital use (research figure 4). */
export const DIGITAL: ReadonlySet<Channel> = new Set(['web', 'email', 'chat', 'video', 'room', 'api', 'agent']);

/** Where each activity takes place; a channel that stands twice is twice as frequent. */
const PLACES: Readonly<Record<Activity, readonly Channel[]>> = {
  online: ['web', 'web', 'web', 'web', 'room', 'room', 'agent'],
  group: ['in_person', 'in_person', 'video', 'video', 'chat', 'phone'],
  offline: ['in_person', 'event', 'phone'],
  suppliers: ['video', 'video', 'in_person', 'phone', 'email', 'email', 'chat', 'event'],
  partners: ['partner', 'partner', 'video', 'in_person'],
  other: ['email', 'chat', 'phone', 'api'],
};

/** Minutes that one interaction takes on a channel, from and to. */
const MINUTES: Readonly<Record<Channel, readonly [number, number]>> = {
  web: [8, 34],
  email: [3, 12],
  chat: [4, 15],
  phone: [8, 30],
  video: [25, 60],
  in_person: [40, 110],
  event: [45, 120],
  partner: [25, 75],
  room: [6, 25],
  api: [1, 5],
  agent: [2, 12],
};

/** Of three suppliers one is this one. */
const OURS = 1 / 3;
const MOST_TOUCHES = 400;

type Touch = BodyOf<'touch.recorded'>;

/**
 * The interactions of a purchase on all channels, up to its last event. Time is divided among the activities by always
 * taking the one that is furthest behind its share. A member without digital use in a third of the journey gets only
 * other channels there; one with it reads something at least once.
 */
export function touchEvents(course: Course): LedgerEvent[] {
  const thirds = attendance(course);
  const spent = noTime();
  const events: LedgerEvent[] = [];
  const add = (activity: Activity, channel: Channel, people: Seat[], third: Third): void => {
    const at_ms = momentOf(course, people, third);
    if (at_ms === null) return;
    const [from, to] = MINUTES[channel];
    const duration_s = course.random.int(from * 60, to * 60);
    const made = touchEvent(course, activity, channel, people, duration_s, at_ms);
    if (made.length > 0) spent[activity] += duration_s;
    events.push(...made);
  };
  for (const third of thirds) {
    for (const seat of third.seats) if (seat.digital) add('online', pickPlace(course.random, 'online'), [seat], third);
  }
  const shares = sharesOf(course.random);
  // Independent reading came first; the rest is added until that reading has its share.
  const enough_s = (spent.online / shares.online) * course.random.between(1.02, 1.2);
  for (let count = 0; count < MOST_TOUCHES && total(spent) < enough_s; count++) {
    const third = course.random.pick(thirds);
    const activity = furthestBehind(spent, shares);
    const channel = pickPlace(course.random, activity);
    const people = peopleFor(course.random, activity, channel, third);
    if (people.length > 0) add(activity, channel, people, third);
  }
  return [...events, ...pulseEvents(course, thirds.at(-1)?.seats ?? [])];
}

const noTime = (): Record<Activity, number> => ({
  online: 0,
  group: 0,
  offline: 0,
  suppliers: 0,
  partners: 0,
  other: 0,
});
const total = (spent: Record<Activity, number>): number => Object.values(spent).reduce((sum, part) => sum + part, 0);
const pickPlace = (random: Random, activity: Activity): Channel => random.pick(PLACES[activity]);
const NAMES = Object.keys(SHARES) as Activity[];

/** Each purchase has shares of its own around the published ones. */
function sharesOf(random: Random): Record<Activity, number> {
  const shares = noTime();
  for (const name of NAMES) shares[name] = SHARES[name] * random.between(0.8, 1.2);
  return shares;
}

function furthestBehind(spent: Record<Activity, number>, shares: Record<Activity, number>): Activity {
  let found: Activity = 'group';
  for (const name of NAMES) if (spent[name] / shares[name] < spent[found] / shares[found]) found = name;
  return found;
}

function peopleFor(random: Random, activity: Activity, channel: Channel, third: Third): Seat[] {
  const able = third.seats.filter((seat) => seat.digital || !DIGITAL.has(channel));
  if (activity === 'online' || activity === 'offline' || activity === 'other') return random.sample(able, 1);
  if (activity === 'group') return able.length < 2 ? [] : random.sample(able, random.int(2, 7));
  return random.sample(able, random.int(1, 3));
}

/** An instant in the third at which all of them are there and nobody rests; none where that cannot be. */
function momentOf(course: Course, people: Seat[], third: Third): number | null {
  const from_ms = Math.max(third.from_ms, ...people.map((seat) => seat.from_ms));
  const to_ms = Math.min(third.to_ms, ...people.map((seat) => seat.to_ms));
  return freeMoment(course, from_ms, to_ms);
}

function touchEvent(
  course: Course,
  activity: Activity,
  channel: Channel,
  people: Seat[],
  duration_s: number,
  at_ms: number,
): LedgerEvent[] {
  const { random, state } = course;
  const ours = activity === 'suppliers' && random.chance(OURS);
  const first = people[0]?.person_id ?? '';
  const note = noteOf(activity, ours, people[0]);
  const job = random.chance(0.6) ? random.pick(state.jobs) : undefined;
  const body: Touch = {
    channel,
    activity: ACTIVITIES[activity],
    person_ids: people.map((seat) => seat.person_id),
    by: ours ? course.seller.id : first,
    sides: ours ? ['buyer', 'seller'] : ['buyer'],
    ...(job === undefined ? {} : { job_id: job.job_id }),
    duration_s,
    ...(note === undefined ? {} : { note }),
  };
  const zone = !ours && random.chance(kept(activity)) ? 'buyer' : 'shared';
  const command = { kind: 'touch.recorded', zone, body } as const;
  if (channel === 'agent') {
    const agent = { kind: 'agent', id: `${first}-agent`, side: 'buyer' } as const;
    return decided(course, agent, command, at_ms, first);
  }
  return decided(course, ours ? sellerActor(course) : buyer(first), command, at_ms);
}

/** How much of an activity the buyers keep to themselves. */
const kept = (activity: Activity): number => (activity === 'group' || activity === 'suppliers' ? 0.12 : 0.05);

function noteOf(activity: Activity, ours: boolean, reader: Seat | undefined): string | undefined {
  if (activity === 'suppliers') return ours ? undefined : 'With another supplier.';
  if ((activity !== 'online' && activity !== 'offline') || reader === undefined) return undefined;
  return `Sources: ${nextSources(reader.sources, activity).join('; ')}`;
}
