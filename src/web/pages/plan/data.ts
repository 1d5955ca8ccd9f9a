import { useQuery } from '@tanstack/react-query';
import { createContext, useCallback, useContext } from 'react';
import { stepWords, words } from '../../../catalogue/plan.ts';
import type { OutputOf } from '../../../contract/operations.ts';
import { useCall, usePlace } from '../../workspace.ts';
import { useOpened, useWrite } from '../purchase/write.ts';

export type PlanPageData = OutputOf<'plans.get'>;
export type StepView = PlanPageData['steps'][number];
export type StepState = StepView['state'];

/** The plan of the open purchase, as the one who acts may know it. */
export function usePlanQuery() {
  const { workspace_id, as } = usePlace();
  const { page } = useOpened();
  const call = useCall();
  const { purchase_id } = page;
  return useQuery({
    queryKey: ['plan', workspace_id, purchase_id, as],
    queryFn: ({ signal }) => call('plans.get', { params: { workspace_id, purchase_id } }, { signal }),
  });
}

export interface OpenPlan {
  plan: PlanPageData;
  /** Those that are shown: all, or only the reader's own. */
  shown: readonly StepView[];
  /** Opens a step, or with null a new one. */
  open: (step_id: string | null) => void;
}

export const PlanContext = createContext<OpenPlan | null>(null);

/** The plan that is open; only below its page. */
export function usePlan(): OpenPlan {
  const plan = useContext(PlanContext);
  if (plan === null) throw new Error('A part of the plan was drawn without its page.');
  return plan;
}

/** What a step is called. */
export const nameOfStep = ({ steps }: PlanPageData, step_id: string): string =>
  steps.find((one) => one.step_id === step_id)?.name ?? '';

/** Who sees to a step: a name, else a role, else a side. */
export function ownerText({ owner }: StepView): string {
  if (owner === null) return words.nobody;
  if (owner.name !== null) return owner.name;
  if (owner.role !== null) return stepWords.role_of(owner.role, owner.side);
  return owner.side === null ? words.nobody : stepWords.side[owner.side];
}

/** Says how a step stands now; taken back by voiding it. */
export function useProgress() {
  const write = useWrite();
  return useCallback(
    (step: StepView, to: StepState, on?: string): Promise<boolean> =>
      write(
        'step_progress.create',
        { step_id: step.step_id },
        { to, ...(on !== undefined && { on }) },
        { said: words.said[to](step.name) },
      ),
    [write],
  );
}

/** Why a step cannot be changed by the one who acts, or null. */
export function useLock(step: StepView): string | null {
  const { locked } = useOpened();
  return locked ?? step.locked;
}
