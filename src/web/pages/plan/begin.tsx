import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { time_zone } from '../../../catalogue/format.ts';
import { common } from '../../../catalogue/frame.ts';
import { words as plan_words, stepWords, beginWords as words } from '../../../catalogue/plan.ts';
import { fromTemplate } from '../../../core/plan/begin.ts';
import { PLAN_TEMPLATE_NAMES, PLAN_TEMPLATES, type PlanTemplateName } from '../../../core/plan/templates.ts';
import { Button } from '../../ui/button.tsx';
import { choicesOf } from '../../ui/choices.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Select, Text, Tick } from '../../ui/field.tsx';
import { useCall, usePlace } from '../../workspace.ts';
import { useOpened, useWrite } from '../purchase/write.ts';
import { usePlan } from './data.ts';

/** No plan yet: one in a click, or an empty one. */
export function BeginPlan(): ReactNode {
  const { page, locked } = useOpened();
  const { open } = usePlan();
  const [chosen, setChosen] = useState<PlanTemplateName | null>(null);
  const buyer = page.view === 'buyer';
  if (locked !== null) return <Empty title={words.title}>{words.locked}</Empty>;
  return (
    <>
      <Empty title={words.title}>{buyer ? words.about : words.about_seller}</Empty>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(230px,1fr))] gap-3 -mt-6">
        {PLAN_TEMPLATE_NAMES.map((name) => {
          const { label, about, steps } = PLAN_TEMPLATES[name];
          const internal = steps.filter((step) => step.internal !== undefined).length;
          return (
            <li key={name}>
              <button
                type="button"
                className="card w-full h-full text-left hover:border-edge"
                onClick={() => setChosen(name)}
              >
                <span className="font-semibold block">{label}</span>
                <span className="text-sm text-dim block">{about}</span>
                <span className="text-xs text-dim">
                  {buyer ? words.steps(steps.length, internal) : words.steps_seller(steps.length - internal)}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      <p className="mt-4 text-sm text-dim">
        {words.own}{' '}
        <Button small onClick={() => open(null)}>
          {plan_words.add}
        </Button>
      </p>
      {chosen !== null && <TemplateDialog name={chosen} onClose={() => setChosen(null)} />}
    </>
  );
}

function TemplateDialog({ name, onClose }: { name: PlanTemplateName; onClose: () => void }): ReactNode {
  const { page } = useOpened();
  const { plan } = usePlan();
  const write = useWrite();
  const [starts_on, setStartsOn] = useState(plan.today);
  const [internal, setInternal] = useState('own');
  const [learned, setLearned] = useState(false);
  const buyer = page.view === 'buyer';
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const body = { template: name, starts_on, time_zone, ...(buyer ? { internal } : { learned }) };
    if (await write('plans.begin', {}, body, { said: words.made })) onClose();
  };
  return (
    <Dialog title={PLAN_TEMPLATES[name].label} about={words.dialog_about} open onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} className="space-y-3">
        <Text
          label={words.starts_on}
          type="date"
          value={starts_on}
          required
          onChange={(event) => setStartsOn(event.target.value)}
        />
        {buyer ? (
          <Select
            label={words.internal}
            options={choicesOf(words.internals)}
            value={internal}
            onChange={(event) => setInternal(event.target.value)}
          />
        ) : (
          <LearnedChoice name={name} checked={learned} onChange={setLearned} />
        )}
        <Steps name={name} internal={buyer && internal !== 'none'} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button type="submit" look="primary">
            {words.go}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function Steps({ name, internal }: { name: PlanTemplateName; internal: boolean }): ReactNode {
  const steps = PLAN_TEMPLATES[name].steps.filter((step) => internal || step.internal === undefined);
  return (
    <section aria-label={words.order}>
      <ol className="text-sm max-h-60 overflow-y-auto">
        {steps.map((step) => (
          <li key={step.key} className="border-t border-line py-1.5 flex justify-between gap-3">
            <span>
              {step.name}
              <span className="block text-xs text-dim">
                {stepWords.role_of(step.role, step.side)}
                {step.internal !== undefined &&
                  step.internal !== step.role &&
                  ` · ${plan_words.internal[step.internal]}`}
              </span>
            </span>
            <span className="text-xs text-dim whitespace-nowrap tabular-nums">{words.days(step.duration_days)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

interface LearnedProps {
  name: PlanTemplateName;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** What the workspace's own finished plans say of the steps, with how many cases say so. */
function LearnedChoice({ name, checked, onChange }: LearnedProps): ReactNode {
  const { workspace_id, as } = usePlace();
  const call = useCall();
  const { data } = useQuery({
    queryKey: ['plan learnings', workspace_id, as],
    queryFn: ({ signal }) => call('plan_learnings.get', { params: { workspace_id } }, { signal }),
  });
  const found = PLAN_TEMPLATES[name].steps.flatMap((step) => {
    const one = data?.steps.find(({ from_template }) => from_template === fromTemplate(name, step.key));
    return one === undefined ? [] : [{ ...one, step }];
  });
  if (data === undefined || found.length === 0) return <p className="text-xs text-dim">{words.learned_none}</p>;
  const enough = found.some(({ n }) => n >= data.fewest);
  return (
    <div>
      {enough && (
        <Tick checked={checked} onChange={(event) => onChange(event.target.checked)}>
          {words.learned(data.plans)}
        </Tick>
      )}
      <ul className="text-xs text-dim mt-1">
        {found.map(({ step, median_days, least_days, most_days, n }) => (
          <li key={step.key}>
            {step.name}:{' '}
            {n < data.fewest
              ? words.too_few(n, data.fewest)
              : words.learned_step(median_days, least_days, most_days, n)}
          </li>
        ))}
      </ul>
    </div>
  );
}
