import { DAY_MS } from '../calendar.ts';
import type { Course } from '../course.ts';
import { ROOM_TEXTS } from '../texts/rooms/rooms.ts';
import { askAround } from './asks.ts';
import { putLinks, watchRisks } from './risks.ts';
import { planTogether } from './steps.ts';

/** Younger purchases have no plan yet. */
const YOUNGEST_MS = 20 * DAY_MS;
/** Of those that ended, so many were worked on here in every way. */
const ENDED = 0.35;

/**
 * Puts a plan, questions, risks and links into the room of a purchase that is worked on in every way: those that are running for
 * more than a few weeks, and a third of those that ended. Everything is drawn from the room's own stream, and nothing of it
 * changes who agreed to what.
 */
export function furnish(course: Course): void {
  const { plan, room } = course;
  const texts = ROOM_TEXTS[plan.texts.kind];
  const chosen =
    plan.standing === null
      ? plan.revival === null && room.random.chance(ENDED)
      : plan.now_ms - plan.opened_ms > YOUNGEST_MS;
  if (texts === undefined || !chosen) return;
  planTogether(course, texts);
  askAround(course, texts);
  watchRisks(course, texts);
  putLinks(course, texts);
}
