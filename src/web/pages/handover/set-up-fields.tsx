import type { ReactNode } from 'react';
import { words } from '../../../catalogue/handover.ts';
import { PLAN_TEMPLATE_NAMES, PLAN_TEMPLATES, type PlanTemplateName } from '../../../core/plan/templates.ts';
import { LongText, Select, Tick } from '../../ui/field.tsx';
import { usePlace } from '../../workspace.ts';
import { kindOptions, planOfKind, requirementsOf, stepsOf } from './kinds.ts';
import type { SetUp } from './set-up.ts';

interface Props {
  how: SetUp;
  onChange: (changed: Partial<SetUp>) => void;
}

const plans = (): { value: string; label: string }[] => [
  ...PLAN_TEMPLATE_NAMES.map((value) => ({ value, label: PLAN_TEMPLATES[value].label })),
  { value: '', label: words.no_plan },
];

/** What a purchase begins with: by its kind in one choice, or apart. */
export function SetUpFields({ how, onChange }: Props): ReactNode {
  const { standing } = usePlace();
  const hint = words.kind_hint(stepsOf(how.plan), requirementsOf(how.requirements).length);
  const choose = (kind: string): void => onChange({ requirements: kind, plan: kind === '' ? '' : planOfKind(kind) });
  return (
    <>
      <LongText
        label={words.problem}
        hint={words.problem_hint}
        rows={2}
        maxLength={2_000}
        value={how.problem}
        onChange={(event) => onChange({ problem: event.target.value })}
      />
      <Select
        label={words.kind}
        hint={how.plan === '' && how.requirements === '' ? undefined : hint}
        options={[...kindOptions(), { value: '', label: words.kind_none }]}
        value={how.requirements}
        onChange={(event) => choose(event.target.value)}
      />
      <details>
        <summary className="text-xs text-dim cursor-pointer min-h-7">{words.details}</summary>
        <div className="grid sm:grid-cols-2 gap-3 mt-1">
          <Select
            label={words.plan}
            options={plans()}
            value={how.plan}
            onChange={(event) => onChange({ plan: event.target.value as PlanTemplateName | '' })}
          />
          <Select
            label={words.requirements}
            options={[...kindOptions(), { value: '', label: words.no_requirements }]}
            value={how.requirements}
            onChange={(event) => onChange({ requirements: event.target.value })}
          />
        </div>
      </details>
      {standing !== null && (
        <Tick checked={how.room} onChange={(event) => onChange({ room: event.target.checked })}>
          {words.room}
        </Tick>
      )}
    </>
  );
}
