/*
 *              (waits for others)
 *   open ──▶ started ──▶ done
 *     ▲         │          │
 *     └─────────┴──────────┘   opened again; counted, never shown as failure
 */
import type { StepState } from '../body/plan.ts';
import type { Plan, Step } from './step.ts';

/** The columns of the board, in order. */
export const COLUMNS: readonly StepState[] = ['open', 'started', 'done'];

/** The steps that have to be done before a step can go on, and are not. */
export const waitsFor = (plan: Plan, { depends_on }: Pick<Step, 'depends_on'>): string[] =>
  depends_on.filter((id) => plan.steps[id] !== undefined && plan.steps[id].state !== 'done');
