import { type ReactNode, useId } from 'react';
import { words as plan_words, stepWords as words } from '../../../catalogue/plan.ts';
import { calendarOf, isWorkingDay, numberOfDay } from '../../../core/plan/calendar.ts';
import { choicesOf } from '../../ui/choices.ts';
import { LongText, Select, Text, Tick } from '../../ui/field.tsx';
import { usePlace } from '../../workspace.ts';
import { useOpened } from '../purchase/write.ts';
import { type StepView, usePlan } from './data.ts';
import { daysIn, faultOfForm, personValue, ROLES_OF, roleValue, type StepForm, type When } from './step-form.ts';

export interface FieldsProps {
  form: StepForm;
  step: StepView | null;
  set: (change: Partial<StepForm>) => void;
}

/** The fields of a step: what, who, by when, and what comes before. */
export function StepFields({ form, step, set }: FieldsProps): ReactNode {
  const { page } = useOpened();
  const jobs = [{ value: '', label: words.job_none as string }].concat(
    page.jobs.map(({ job_id, name }) => ({ value: job_id, label: name })),
  );
  const kinds = [{ value: '', label: words.internal_none as string }].concat(
    Object.entries(plan_words.internal).map(([value, label]) => ({ value, label })),
  );
  return (
    <>
      <Text
        label={words.name}
        value={form.name}
        onChange={(event) => set({ name: event.target.value })}
        required
        maxLength={300}
        dir="auto"
        autoFocus={step === null}
      />
      <div className="grid grid-cols-2 max-sm:grid-cols-1 gap-3 items-start">
        <OwnerSelect value={form.owner} onChange={(owner) => set({ owner })} />
        <Text
          label={words.duration}
          inputMode="numeric"
          value={form.duration}
          onChange={(event) => set({ duration: event.target.value })}
          aria-invalid={daysIn(form.duration) === null}
          hint={
            daysIn(form.duration) === null ? <span className="text-bad">{words.bad_number}</span> : words.duration_hint
          }
        />
      </div>
      <WhenFields form={form} step={step} set={set} />
      <Before form={form} step={step} set={set} />
      <div className="grid grid-cols-2 max-sm:grid-cols-1 gap-3 items-start">
        <Select
          label={words.job}
          options={jobs}
          value={form.job_id}
          onChange={(event) => set({ job_id: event.target.value })}
        />
        <Select
          label={words.internal}
          options={kinds}
          value={form.internal}
          hint={form.internal === '' ? undefined : words.internal_hint}
          onChange={(event) => set({ internal: event.target.value as StepForm['internal'] })}
        />
      </div>
      <LongText
        label={words.checklist}
        value={form.checklist}
        rows={3}
        onChange={(event) => set({ checklist: event.target.value })}
      />
    </>
  );
}

function WhenFields({ form, step, set }: FieldsProps): ReactNode {
  const others = useOthers(step);
  const options = [{ value: '', label: '…' }, ...others.map(({ step_id, name }) => ({ value: step_id, label: name }))];
  const whens = choicesOf(words.whens).filter(({ value }) => value !== 'after' || others.length > 0);
  return (
    <div className={`grid ${form.when === 'none' ? '' : 'grid-cols-2 max-sm:grid-cols-1'} gap-3 items-start`}>
      <Select
        label={words.when}
        options={whens}
        value={form.when}
        onChange={(event) => set({ when: event.target.value as When })}
      />
      {form.when === 'day' && <DayField form={form} set={set} />}
      {form.when === 'after' && (
        <>
          <Select
            label={words.after}
            options={options}
            value={form.after_id}
            required
            onChange={(event) => set({ after_id: event.target.value })}
          />
          <Text
            label={words.after_days}
            inputMode="numeric"
            value={form.after_days}
            onChange={(event) => set({ after_days: event.target.value })}
            aria-invalid={daysIn(form.after_days) === null}
            hint={daysIn(form.after_days) === null ? <span className="text-bad">{words.bad_number}</span> : undefined}
          />
        </>
      )}
    </div>
  );
}

function DayField({ form, set }: Omit<FieldsProps, 'step'>): ReactNode {
  const { terms } = usePlan().plan;
  const fault = form.day === '' ? null : faultOfForm(form);
  const is_free = form.day !== '' && fault === null && !isWorkingDay(calendarOf(terms), numberOfDay(form.day));
  return (
    <Text
      label={words.day}
      type="date"
      value={form.day}
      required
      onChange={(event) => set({ day: event.target.value })}
      aria-invalid={fault !== null}
      hint={fault !== null ? <span className="text-bad">{fault}</span> : is_free ? words.free_day : undefined}
    />
  );
}

const useOthers = (step: StepView | null): readonly StepView[] =>
  usePlan().plan.steps.filter(({ step_id }) => step_id !== step?.step_id);

function Before({ form, step, set }: FieldsProps): ReactNode {
  const others = useOthers(step);
  const chosen = form.depends_on;
  return (
    <details open={chosen.length > 0}>
      <summary className="text-sm min-h-7">
        {words.before}
        {chosen.length > 0 && ` (${chosen.length})`}
      </summary>
      {others.length === 0 && <p className="text-xs text-dim">{words.before_none}</p>}
      <div className="grid grid-cols-2 max-sm:grid-cols-1 gap-x-4 gap-y-1.5 mt-1.5 max-h-52 overflow-y-auto">
        {others.map(({ step_id, name }) => (
          <Tick
            key={step_id}
            checked={chosen.includes(step_id)}
            onChange={(event) =>
              set({
                depends_on: event.target.checked ? [...chosen, step_id] : chosen.filter((one) => one !== step_id),
              })
            }
          >
            <bdi>{name}</bdi>
          </Tick>
        ))}
      </div>
    </details>
  );
}

function OwnerSelect({ value, onChange }: { value: string; onChange: (owner: string) => void }): ReactNode {
  const id = useId();
  const { page } = useOpened();
  const { people } = usePlace();
  const buyers = page.people.filter(({ left_at }) => left_at === null);
  const sellers = people.filter(({ side }) => side === 'seller');
  return (
    <div>
      <label htmlFor={id} className="block text-xs text-dim mb-1">
        {words.owner}
      </label>
      <select id={id} className="field" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{words.owner_none}</option>
        <optgroup label={words.buyers}>
          {buyers.map(({ person_id, name }) => (
            <option key={person_id} value={personValue(person_id)}>
              {name}
            </option>
          ))}
        </optgroup>
        <optgroup label={words.sellers}>
          {sellers.map(({ person_id, name }) => (
            <option key={person_id} value={personValue(person_id)}>
              {name}
            </option>
          ))}
        </optgroup>
        {(['buyer', 'seller'] as const).map((side) => (
          <optgroup key={side} label={side === 'buyer' ? words.buyer_roles : words.seller_roles}>
            {ROLES_OF[side].map((role) => (
              <option key={role} value={roleValue(side, role)}>
                {words.role_of(role, side)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}
