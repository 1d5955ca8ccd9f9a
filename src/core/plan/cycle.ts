import type { Step } from './step.ts';

/** What says of a step which others come before it. */
export type Waits = Pick<Step, 'step_id' | 'depends_on' | 'after_id'>;

/** The steps that come before a step, each once. */
export const beforeStep = ({ depends_on, after_id }: Omit<Waits, 'step_id'>): string[] => [
  ...new Set(after_id === null ? depends_on : [...depends_on, after_id]),
];

/**
 * The way by which a step would wait for itself if it came after another one: the ids from that one back to the step.
 * Null where there is none.
 */
export function cycleBy(steps: Readonly<Record<string, Waits>>, step_id: string, before_id: string): string[] | null {
  const came_from = new Map<string, string | null>([[before_id, null]]);
  const queue = [before_id];
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    if (at === step_id) return wayTo(came_from, at);
    const step = steps[at];
    for (const next of step === undefined ? [] : beforeStep(step)) {
      if (came_from.has(next)) continue;
      came_from.set(next, at);
      queue.push(next);
    }
  }
  return null;
}

function wayTo(came_from: ReadonlyMap<string, string | null>, end: string): string[] {
  const way: string[] = [];
  for (let at: string | null = end; at !== null; at = came_from.get(at) ?? null) way.unshift(at);
  return way;
}

/** The step without what would make it wait for itself: of what comes by an import, the later edge has no effect. */
export function withoutCycles<S extends Waits>(steps: Readonly<Record<string, Waits>>, step: S): S {
  const free = (before_id: string): boolean => cycleBy(steps, step.step_id, before_id) === null;
  const after_id = step.after_id !== null && !free(step.after_id) ? null : step.after_id;
  return { ...step, depends_on: step.depends_on.filter(free), after_id };
}
