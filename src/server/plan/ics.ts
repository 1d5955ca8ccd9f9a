import { ICalCalendar, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { languageNow } from '../../catalogue/language.ts';
import { sentences } from '../../catalogue/sentences.ts';
import { calendarTexts } from '../../catalogue/server-texts.ts';
import type { PlanPage } from '../present/plan.ts';

export interface CalendarOf {
  name: string;
  /** When the steps were last as they are. */
  stamp: Date;
  /** Where the plan can be looked at. */
  url: string;
}

type StepView = PlanPage['steps'][number];

/** A plan as iCalendar (RFC 5545): each step a whole day, the one on which it is likely done. */
export function calendarOfPlan(page: PlanPage, { name, stamp, url }: CalendarOf): string {
  const calendar = new ICalCalendar({
    name,
    ttl: 3600,
    prodId: { company: 'Coassent', product: 'Plan', language: languageNow().toUpperCase() },
  });
  for (const step of page.steps) {
    calendar.createEvent({
      id: `${step.step_id}@${page.purchase_id}.coassent`,
      allDay: true,
      start: new Date(`${step.likely_on}T00:00:00.000Z`),
      // Whole days have no time zone; told one, the date is written as it is in that one.
      timezone: 'UTC',
      stamp,
      summary: step.state === 'done' ? `✓ ${step.name}` : step.name,
      description: descriptionOf(step, page),
      url,
      status: step.state === 'done' ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE,
      // A step to be done takes nobody's day.
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
}

function ownerText(owner: StepView['owner']): string | null {
  if (owner === null || owner.name !== null) return owner?.name ?? null;
  if (owner.role !== null) return sentences.role(owner.role);
  return owner.side === null ? null : calendarTexts.side[owner.side];
}

function descriptionOf(step: StepView, { steps }: PlanPage): string {
  const nameOf = (step_id: string): string => steps.find((one) => one.step_id === step_id)?.name ?? '';
  const owner = step.owner?.name ?? ownerText(step.owner);
  const lines = [
    step.state === 'done' ? calendarTexts.done : null,
    owner === null ? null : calendarTexts.owner(owner),
    step.due_on === null || step.state === 'done' ? null : calendarTexts.planned(step.due_on),
    step.why,
    step.waits_for.length === 0 ? null : calendarTexts.waits(step.waits_for.map(nameOf).join(', ')),
  ];
  return lines.filter((line) => line !== null).join('\n');
}
