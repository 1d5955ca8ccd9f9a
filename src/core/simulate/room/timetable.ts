import type { Side } from '../../body/words.ts';
import { PLAN_TEMPLATES, type PlanTemplateName } from '../../plan/templates.ts';
import type { Zone } from '../../zone.ts';
import type { Course } from '../course.ts';
import { OWN_STEPS } from '../texts/rooms/any.ts';
import type { AnyRole, OwnStep, RoomTexts } from '../texts/rooms/room.ts';
import { shareOfDays } from './in-room.ts';

/** By when the steps of the templates are due, as shares of the planned course. */
const PLACES: Readonly<Record<PlanTemplateName, Readonly<Record<string, number>>>> = {
  software: {
    ...{ needs: 0.24, papers: 0.34, shown: 0.43, budget: 0.5, security: 0.58, draft: 0.6, trial: 0.66, contract: 0.72 },
    ...{ order: 0.84, decision: 0.92, signature: 0.97, setup: 1.1, training: 1.17, first_day: 1.2 },
  },
  equipment: {
    ...{ needs: 0.24, site: 0.31, specification: 0.42, budget: 0.5, draft: 0.55, reference: 0.58, safety: 0.6 },
    ...{ contract: 0.72, order: 0.84, decision: 0.92, signature: 0.97, building: 1.28, acceptance: 1.34 },
    ...{ installation: 1.42, takeover: 1.45 },
  },
  services: {
    ...{ needs: 0.24, scope: 0.4, budget: 0.5, access: 0.52, people: 0.54, draft: 0.6, contract: 0.72, order: 0.84 },
    ...{ decision: 0.92, signature: 0.97, kickoff: 1.02, result: 1.18 },
  },
};

/** What is planned as so many days after something else rather than for a day. */
const COUNTED: ReadonlySet<string> = new Set([
  ...['draft', 'trial', 'reference', 'people', 'order', 'parallel', 'night', 'back_test', 'answers', 'pilot'],
]);

/** From here on it is what follows the decision. */
export const DECISION = 'decision';
const DECIDED_AT = 0.92;

/** A step before it is written into the plan. */
export interface PlannedStep {
  key: string;
  name: string;
  side: Side;
  role: AnyRole;
  due: number;
  duration_days: number;
  after: readonly string[];
  zone: Zone;
  /** When it is going to be done, as a share of the course; null for the decision and what follows it. */
  done: number | null;
  counted: boolean;
  from_template?: string;
  text: Pick<OwnStep, 'internal' | 'job_id' | 'checklist' | 'said'>;
}

export const stepId = (key: string): string => `step-${key}`;

/** Every step of a room's plan, each after those that it waits for. */
export function timetable(course: Course, texts: RoomTexts): PlannedStep[] {
  const { random } = course.room;
  // Some buyers show the supplier what they have to do inside.
  const shows = random.chance(0.25);
  const steps = [...fromTemplate(texts.template, shows), ...texts.steps.map(ownStep), ...OWN_STEPS.map(ownStep)];
  steps.sort((a, b) => a.due - b.due);
  const zones = new Map(steps.map(({ key, zone }) => [key, zone]));
  const done = new Map<string, number>();
  return steps.map((step) => {
    // Nothing that one side reads waits for what it does not.
    const reads = (key: string): boolean => zones.get(key) === 'shared' || zones.get(key) === step.zone;
    const waits = step.after.filter(reads);
    const ended = step.due >= DECIDED_AT ? null : doneAt(course, step, waits, done);
    if (ended !== null) done.set(step.key, ended);
    return { ...step, after: waits, done: ended };
  });
}

/** Most are done in time or some days after it; a few take weeks longer. */
function doneAt(
  course: Course,
  step: PlannedStep,
  waits: readonly string[],
  done: ReadonlyMap<string, number>,
): number {
  const { random } = course.room;
  const draw = random.unit();
  const days = draw < 0.6 ? random.between(-4, 0) : draw < 0.88 ? random.between(0, 4) : random.between(4, 15);
  const before = Math.max(0, ...waits.map((key) => done.get(key) ?? 0));
  return Math.max(step.due + shareOfDays(course, days), before + shareOfDays(course, 1.5));
}

function fromTemplate(template: PlanTemplateName, shows: boolean): PlannedStep[] {
  return PLAN_TEMPLATES[template].steps.map(
    ({ key, after, internal, side, role, name, duration_days, checklist, ...rest }) => ({
      ...{
        key,
        name,
        side,
        role,
        duration_days,
        after,
        done: null,
        text: { ...rest, ...(checklist && { checklist }), ...(internal && { internal }) },
      },
      due: PLACES[template][key] ?? 1,
      zone: internal === undefined || shows ? 'shared' : side,
      counted: COUNTED.has(key),
      from_template: `${template}/${key}`,
    }),
  );
}

function ownStep({ key, name, owner, due, duration_days, after = [], zone, ...text }: OwnStep): PlannedStep {
  const [side, role] = owner.split(' ') as [Side, AnyRole];
  const planned = { key, name, side, role, due, duration_days, after, zone: zone ?? 'shared', text } as const;
  return { ...planned, done: null, counted: COUNTED.has(key) };
}
