import type { LedgerEvent } from '../event.ts';
import type { Seat } from './attendance.ts';
import { buyer, type Course, decided } from './course.ts';
import { freeMoment } from './moment.ts';

/** What a touch says as its `activity` where it is an answer to the uncertainty pulse (research figure 6). */
export const UNCERTAINTY_PULSE = { high: 'uncertainty pulse: high', low: 'uncertainty pulse: low' } as const;

const ANSWERS = 3;

/**
 * Answers of some members to the three statements on organisational uncertainty, kept on the buyers' side. At most one of
 * them sees it differently from the purchase as a whole. Takes no buying time.
 */
export function pulseEvents(course: Course, seats: readonly Seat[]): LedgerEvent[] {
  const { random, plan } = course;
  const able = seats.filter((seat) => freeMoment(course, seat.from_ms, seat.to_ms) !== null);
  const asked = random.sample(able, ANSWERS);
  const dissents = asked.length === ANSWERS && random.chance(0.15) ? random.int(0, ANSWERS - 1) : -1;
  return asked.flatMap((seat, place) => {
    const high = (place === dissents) !== plan.high_uncertainty;
    const at_ms = freeMoment(course, seat.from_ms, seat.to_ms);
    if (at_ms === null) return [];
    const rate = (): number => (high ? random.int(3, 5) : random.int(1, 3));
    const note = `Of 5: paralysed by uncertainty ${rate()}, unclear what the change means for my team ${rate()}, too much change ${rate()}.`;
    const activity = UNCERTAINTY_PULSE[high ? 'high' : 'low'];
    const body = { channel: 'room' as const, activity, person_ids: [seat.person_id], sides: ['buyer' as const], note };
    return decided(course, buyer(seat.person_id), { kind: 'touch.recorded', zone: 'buyer', body }, at_ms);
  });
}
