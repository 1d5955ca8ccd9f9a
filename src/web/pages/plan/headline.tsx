import type { ReactNode } from 'react';
import { formatDay, listed } from '../../../catalogue/format.ts';
import { words } from '../../../catalogue/plan.ts';
import { PLAN_TEMPLATES } from '../../../core/plan/templates.ts';
import { Button } from '../../ui/button.tsx';
import { useOpened, useWrite } from '../purchase/write.ts';
import { type PlanPageData, usePlan } from './data.ts';

/** When all is likely done, against the target; what moved, and what is the reader's own to do now. */
export function PlanHeadline(): ReactNode {
  const { plan } = usePlan();
  return (
    <header className="space-y-3">
      <div className="flex flex-wrap items-baseline gap-x-6 gap-y-1">
        <End plan={plan} />
        <p className="text-sm text-dim tabular-nums">
          {words.progress(plan.steps.filter(({ state }) => state === 'done').length, plan.steps.length)}
        </p>
      </div>
      <p className="text-sm text-dim max-w-[70ch]">{words.about}</p>
      <Slips plan={plan} />
      <Yours plan={plan} />
      <CouldAdd plan={plan} />
    </header>
  );
}

function End({ plan }: { plan: PlanPageData }): ReactNode {
  const { terms, likely_on, target_late_days, today } = plan;
  if (plan.steps.every(({ state }) => state === 'done')) {
    return (
      <p>
        <b className="text-lg font-semibold">{words.done}.</b>{' '}
        <span className="text-sm text-dim">{words.done_about}</span>
      </p>
    );
  }
  const late = target_late_days !== null && target_late_days > 0;
  return (
    <p className="tabular-nums">
      <b className="text-lg font-semibold">{likely_on === null ? '' : words.likely(likely_on, today)}</b>{' '}
      <span className={`text-sm ${late ? 'text-warn font-[560]' : 'text-dim'}`}>
        {terms.target_on === null || target_late_days === null
          ? words.no_target
          : `${words.target_late(target_late_days)} (${words.target(terms.target_on, today)})`}
      </span>
    </p>
  );
}

function Slips({ plan }: { plan: PlanPageData }): ReactNode {
  if (plan.slips.length === 0) return null;
  return (
    <ul className="rounded-lg bg-warn-soft px-3.5 py-2.5 space-y-1 max-w-4xl" aria-live="polite">
      {plan.slips.map((slip) => (
        <li key={slip.step_id} className="text-sm wrap-anywhere">
          <span className="text-warn font-[560]">{slip.text}</span>
          <details className="text-xs">
            <summary className="text-dim min-h-6">{words.moved}</summary>
            <ul className="list-disc pl-5">
              {slip.moved.map((id) => (
                <li key={id}>
                  <Moved plan={plan} step_id={id} />
                </li>
              ))}
            </ul>
          </details>
        </li>
      ))}
    </ul>
  );
}

function Moved({ plan, step_id }: { plan: PlanPageData; step_id: string }): ReactNode {
  const step = plan.steps.find((one) => one.step_id === step_id);
  if (step === undefined) return null;
  const from = step.due_on === null ? '' : `${formatDay(step.due_on, plan.today)} → `;
  return (
    <>
      <bdi>{step.name}</bdi>: {from}
      <b className="font-[560]">{formatDay(step.likely_on, plan.today)}</b>
    </>
  );
}

function Yours({ plan }: { plan: PlanPageData }): ReactNode {
  const { open } = usePlan();
  if (plan.reminders.length === 0) return null;
  return (
    <section aria-labelledby="yours" className="rounded-lg bg-acc-soft px-3.5 py-2.5 max-w-4xl">
      <h2 id="yours" className="!text-acc-dim">
        {words.yours}
      </h2>
      <ul className="space-y-0.5">
        {plan.reminders.map(({ step_id, name, text, in_days }) => (
          <li key={step_id} className="text-sm wrap-anywhere">
            <button
              type="button"
              className="font-[560] underline underline-offset-2 text-left min-h-6"
              onClick={() => open(step_id)}
            >
              <bdi>{name}</bdi>
            </button>{' '}
            <span className={in_days < 0 ? 'font-[560]' : ''}>{text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A plan that the supplier began lacks what only the buyers can add. */
function CouldAdd({ plan }: { plan: PlanPageData }): ReactNode {
  const { locked } = useOpened();
  const write = useWrite();
  const [template] = plan.could_add;
  if (template === undefined || locked !== null) return null;
  const names = PLAN_TEMPLATES[template].steps.flatMap(({ internal, name }) => (internal === undefined ? [] : [name]));
  return (
    <p className="card max-w-4xl text-sm flex flex-wrap items-center gap-x-4 gap-y-2">
      <span>{words.could_add(listed(names))}</span>
      <Button
        small
        look="primary"
        onClick={() => void write('plans.begin', {}, { template, internal: 'only' }, { said: words.added })}
      >
        {words.could_add_go}
      </Button>
    </p>
  );
}
