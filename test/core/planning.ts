import { byBuyer, bySeller, type Told, told } from './story.ts';

/** A step that Ann, a buyer, adds. */
export const step = (step_id: string, more: Record<string, unknown> = {}): Told =>
  byBuyer('ann', told('step.changed', { step_id, name: step_id, ...more }));
export const sellersStep = (step_id: string, more: Record<string, unknown> = {}): Told =>
  bySeller(told('step.changed', { step_id, name: step_id, ...more }));
export const progress = (step_id: string, more: Record<string, unknown>): Told =>
  byBuyer('ann', told('step.progressed', { step_id, ...more }));
