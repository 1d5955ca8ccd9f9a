import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { words } from '../../../catalogue/plan.ts';
import { PLAN_SHOWS, type PlanSearch } from '../../searches.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { PurchaseFrame } from '../purchase/frame.tsx';
import { useOpened } from '../purchase/write.ts';
import { BeginPlan } from './begin.tsx';
import { PlanBoard } from './board.tsx';
import { PlanContext, type PlanPageData, usePlan, usePlanQuery } from './data.ts';
import { FeedDialog } from './feed-dialog.tsx';
import { PlanHeadline } from './headline.tsx';
import { PlanList } from './list.tsx';
import { NewStepDialog, StepDialog } from './step-dialog.tsx';
import { TermsDialog } from './terms-dialog.tsx';
import { PlanTimeline } from './timeline.tsx';

const HERE = '/w/$workspace_id/purchases/$purchase_id/plan';
const SHOWN = { list: PlanList, board: PlanBoard, timeline: PlanTimeline } as const;

/** What has to be done by whom and when, on both sides, and what that means for the end. */
export function PlanPage(): ReactNode {
  return (
    <PurchaseFrame title={words.title}>
      <h1 className="sr-only">{words.title}</h1>
      <Inside />
    </PurchaseFrame>
  );
}

function Inside(): ReactNode {
  const plan = usePlanQuery();
  if (plan.isError) return <Trouble error={plan.error} retry={() => void plan.refetch()} />;
  return plan.data === undefined ? <Skeleton className="h-56" /> : <Opened plan={plan.data} />;
}

/** What the address says of how the plan is shown, and how to change it. */
function useShow() {
  const search = useSearch({ from: HERE });
  const navigate = useNavigate({ from: HERE });
  const set = useCallback(
    (change: { [K in keyof PlanSearch]?: PlanSearch[K] | undefined }): void =>
      void navigate({ search: (before) => ({ ...before, ...change }) as never, replace: true, resetScroll: false }),
    [navigate],
  );
  return { ...search, set };
}

function Opened({ plan }: { plan: PlanPageData }): ReactNode {
  const { step, mine, set } = useShow();
  const [adding, setAdding] = useState(false);
  const open = useCallback(
    (step_id: string | null): void => (step_id === null ? setAdding(true) : set({ step: step_id })),
    [set],
  );
  const opened = plan.steps.find(({ step_id }) => step_id === step);
  const context = useMemo(
    () => ({ plan, open, shown: mine === true ? plan.steps.filter((one) => one.mine) : plan.steps }),
    [plan, open, mine],
  );
  return (
    <PlanContext value={context}>
      {plan.steps.length === 0 ? <BeginPlan /> : <Body />}
      {opened !== undefined && (
        <StepDialog key={opened.step_id} step={opened} onClose={() => set({ step: undefined })} />
      )}
      {adding && <NewStepDialog onClose={() => setAdding(false)} />}
    </PlanContext>
  );
}

function Body(): ReactNode {
  const { shown } = usePlan();
  const { show = 'list', set } = useShow();
  const Shown = SHOWN[show];
  return (
    <div className="space-y-5">
      <PlanHeadline />
      <Toolbar />
      {shown.length === 0 ? (
        <Empty title={words.none_mine}>
          <p>{words.none_mine_about}</p>
          <Button onClick={() => set({ mine: undefined })}>{words.all}</Button>
        </Empty>
      ) : (
        <Shown />
      )}
    </div>
  );
}

function Toolbar(): ReactNode {
  const { open } = usePlan();
  const { locked } = useOpened();
  const { show = 'list', mine, set } = useShow();
  const [dialog, setDialog] = useState<'terms' | 'feed' | null>(null);
  const close = (): void => setDialog(null);
  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      <fieldset className="flex gap-1.5">
        <legend className="sr-only">{words.shows_label}</legend>
        {PLAN_SHOWS.map((one) => (
          <button
            key={one}
            type="button"
            className="chip"
            aria-pressed={show === one}
            onClick={() => set({ show: one === 'list' ? undefined : one })}
          >
            {words.shows[one]}
          </button>
        ))}
      </fieldset>
      <button
        type="button"
        className="chip"
        aria-pressed={mine === true}
        onClick={() => set({ mine: mine === true ? undefined : true })}
      >
        {words.mine}
      </button>
      <span className="grow" />
      <Button small onClick={() => setDialog('feed')}>
        {words.feed}
      </Button>
      {locked === null && (
        <>
          <Button small onClick={() => setDialog('terms')}>
            {words.terms}
          </Button>
          <Button small look="primary" onClick={() => open(null)}>
            {words.add}
          </Button>
        </>
      )}
      {dialog === 'terms' && <TermsDialog onClose={close} />}
      {dialog === 'feed' && <FeedDialog onClose={close} />}
    </div>
  );
}
