import { agrees, job, named, opened, stateAfter, type Told, theJob, told } from './story.ts';

/** Ann agrees to one job that rests on the given topics, after some lines and before others; what shook her assent. */
export function shaking(rests_on: readonly string[], before: Told[], later: Told[]): string[] {
  const story = [opened(job('fit', { rests_on })), named('ann'), ...before, agrees('ann', 'fit'), ...later];
  return theJob(stateAfter(...story), 'fit').assents.ann?.shaken.map((cause) => cause.kind) ?? [];
}
export const problem = (statement: string, more = {}): Told => told('purchase.problem_stated', { statement, ...more });
export const score = (value: number | null, more = {}): Told =>
  told('score.changed', { option_id: 'o1', requirement_id: 'r1', score: value, ...more });
export const assumption = (value: number, state: string, more = {}): Told =>
  told('assumption.changed', { assumption_id: 'a1', name: 'hours saved', value, state, ...more });
