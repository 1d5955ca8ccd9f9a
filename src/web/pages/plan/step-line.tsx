import { Check, Circle, CircleDot } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatDay } from '../../../catalogue/format.ts';
import { words } from '../../../catalogue/plan.ts';
import { Padlock } from '../../signs/padlock.tsx';
import { nameOfStep, ownerText, type StepView, useLock, usePlan, useProgress } from './data.ts';

/** One step in the list: done or not in one press, its days, and who sees to it. */
export function StepLine({ step }: { step: StepView }): ReactNode {
  const { plan, open } = usePlan();
  return (
    <li className="border-t border-line py-2 grid grid-cols-[auto_minmax(0,1fr)_auto] max-sm:grid-cols-[auto_minmax(0,1fr)] gap-x-3 items-start">
      <DoneButton step={step} />
      <div className="min-w-0">
        <button
          type="button"
          className={`text-left font-[560] wrap-anywhere hover:underline underline-offset-2 min-h-6 ${step.state === 'done' ? 'text-dim' : ''}`}
          onClick={() => open(step.step_id)}
        >
          <bdi>{step.name}</bdi>
        </button>
        <Marks step={step} />
        <Why step={step} waits={step.waits_for.map((id) => nameOfStep(plan, id))} />
      </div>
      <Days step={step} today={plan.today} />
    </li>
  );
}

/** Done, or not after all, in one press. */
export function DoneButton({ step }: { step: StepView }): ReactNode {
  const progress = useProgress();
  const lock = useLock(step);
  const done = step.state === 'done';
  const Sign = done ? Check : step.state === 'started' ? CircleDot : Circle;
  return (
    <button
      type="button"
      disabled={lock !== null}
      title={lock ?? undefined}
      aria-pressed={done}
      aria-label={done ? words.mark_open(step.name) : words.mark_done(step.name)}
      className={`grid place-items-center size-7 rounded-full ${done ? 'bg-acc text-acc-ink' : 'text-acc hover:bg-acc-soft'} disabled:opacity-60`}
      onClick={() => void progress(step, done ? 'open' : 'done')}
    >
      <Sign size={done ? 15 : 19} aria-hidden />
    </button>
  );
}

/** Who sees to a step, what it is about and how far it is, in one line. */
export function Marks({ step }: { step: StepView }): ReactNode {
  const ticked = step.checklist.filter((item) => item.ticked).length;
  const parts = [
    step.checklist.length === 0 ? null : words.entries(ticked, step.checklist.length),
    step.comments.length === 0 ? null : words.comments(step.comments.length),
  ].filter((part) => part !== null);
  return (
    <span className="flex flex-wrap items-center gap-x-2 text-xs text-dim">
      <bdi className={step.mine ? 'text-ink font-[560]' : ''}>
        {ownerText(step)}
        {step.mine && ` (${words.you})`}
      </bdi>
      {step.internal !== null && step.internal !== step.owner?.role && <span>{words.internal[step.internal]}</span>}
      <Padlock zone={step.zone} />
      {parts.map((part) => (
        <span key={part}>{part}</span>
      ))}
      {step.critical && (
        <span className="rounded bg-acc-soft text-acc-dim px-1.5" title={words.critical_about}>
          {words.critical}
        </span>
      )}
    </span>
  );
}

/** Why a step is late, else what it waits for. */
export function Why({ step, waits }: { step: StepView; waits: readonly string[] }): ReactNode {
  if (step.state === 'done') return null;
  if (step.why !== null) {
    // What moved is told once above; here it is only the reason of a day.
    const look = step.slipped ? 'text-warn' : 'text-dim';
    return <span className={`block text-xs ${look} wrap-anywhere`}>{step.why}</span>;
  }
  if (waits.length === 0) return null;
  return <span className="block text-xs text-dim wrap-anywhere">{words.waits(waits)}</span>;
}

function Days({ step, today }: { step: StepView; today: string }): ReactNode {
  const done = step.state === 'done';
  return (
    <span className="text-sm text-right tabular-nums max-sm:col-start-2 max-sm:text-left max-sm:flex max-sm:flex-wrap max-sm:gap-x-2 max-sm:text-xs">
      <span className={`block whitespace-nowrap ${step.late_days > 0 && !done ? 'text-warn font-[560]' : ''}`}>
        {done && step.done_on !== null
          ? words.was_done(step.done_on, today)
          : step.late_days > 0 || step.due_on === null
            ? words.likely_short(step.likely_on, today)
            : formatDay(step.likely_on, today)}
      </span>
      {!done && step.late_days > 0 && step.due_on !== null && (
        <span className="block whitespace-nowrap text-xs text-dim">{words.due(step.due_on, today)}</span>
      )}
      {step.slack_days !== null && (
        <span className={`block whitespace-nowrap text-xs ${step.slack_days < 0 ? 'text-warn' : 'text-dim'}`}>
          {words.slack(step.slack_days)}
        </span>
      )}
    </span>
  );
}
