import { DAY_MS } from './calendar.ts';
import type { Course } from './course.ts';
import { type Sources, sourcesOf } from './sources.ts';

/** Share of members with a digital touch in the early, middle and late third of the journey (research figure 4). */
const DIGITAL_USE = [0.93, 0.94, 0.83] as const;

/** One member during one third of the journey. Instants are milliseconds since 1970. */
export interface Seat {
  person_id: string;
  from_ms: number;
  to_ms: number;
  /** Uses a digital channel in this third. */
  digital: boolean;
  /** Where this person gets information. */
  sources: Sources;
}

export interface Third {
  from_ms: number;
  to_ms: number;
  seats: Seat[];
}

/** The journey runs from the opening to the last event so far; who was there in each of its thirds. */
export function attendance(course: Course): Third[] {
  const { state, plan, random, events } = course;
  const end_ms = journeyEnd(course);
  const step_ms = (end_ms - plan.opened_ms) / 3;
  const sources = new Map(Object.keys(state.stakeholders).map((person_id) => [person_id, sourcesOf(random)]));
  const left = new Map<string, number>();
  for (const event of events) {
    if (event.kind === 'stakeholder.left') left.set(event.body.person_id, Date.parse(event.occurred_at));
  }
  return DIGITAL_USE.map((digital_use, place) => {
    const from_ms = plan.opened_ms + place * step_ms;
    const to_ms = from_ms + step_ms;
    const seats: Seat[] = [];
    for (const person of Object.values(state.stakeholders)) {
      const seat_from_ms = Math.max(from_ms, Date.parse(person.named_at));
      const seat_to_ms = Math.min(to_ms, left.get(person.person_id) ?? to_ms);
      const found = sources.get(person.person_id);
      if (seat_to_ms <= seat_from_ms || found === undefined) continue;
      const digital = random.chance(digital_use);
      seats.push({ person_id: person.person_id, from_ms: seat_from_ms, to_ms: seat_to_ms, digital, sources: found });
    }
    return { from_ms, to_ms, seats };
  });
}

/** The outcome, or what happened last where there is none. */
function journeyEnd({ state, plan, events }: Course): number {
  const last_at = state.outcome?.at ?? events.at(-1)?.occurred_at;
  return last_at === undefined ? plan.opened_ms + DAY_MS : Date.parse(last_at);
}
