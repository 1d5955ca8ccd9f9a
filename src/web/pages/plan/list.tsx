import type { ReactNode } from 'react';
import { words } from '../../../catalogue/plan.ts';
import { dayOfNumber, numberOfDay } from '../../../core/plan/calendar.ts';
import { type StepView, usePlan } from './data.ts';
import { StepLine } from './step-line.tsx';

/** The steps by the week in which they are likely done; what is done last of all. */
export function PlanList(): ReactNode {
  const { plan, shown } = usePlan();
  const open = shown.filter(({ state }) => state !== 'done');
  const done = shown.filter(({ state }) => state === 'done');
  const weeks = [...new Set(open.map(({ likely_on }) => mondayOf(likely_on)))];
  return (
    <div className="space-y-5 max-w-4xl">
      {weeks.map((monday) => (
        <Group
          key={monday}
          title={words.week(monday, plan.today)}
          steps={open.filter(({ likely_on }) => mondayOf(likely_on) === monday)}
        />
      ))}
      {done.length > 0 && (
        <details open={open.length === 0}>
          <summary className="text-sm text-dim min-h-8">{words.done_group(done.length)}</summary>
          <ul>
            {done.map((step) => (
              <StepLine key={step.step_id} step={step} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Group({ title, steps }: { title: string; steps: readonly StepView[] }): ReactNode {
  return (
    <section aria-label={title}>
      <h2 className="mb-1">{title}</h2>
      <ul>
        {steps.map((step) => (
          <StepLine key={step.step_id} step={step} />
        ))}
      </ul>
    </section>
  );
}

/** 5 January 1970 was a Monday. */
const mondayOf = (day: string): string => {
  const number = numberOfDay(day);
  return dayOfNumber(number - ((((number - 4) % 7) + 7) % 7));
};
