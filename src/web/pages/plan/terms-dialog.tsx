import { type FormEvent, type ReactNode, useState } from 'react';
import { time_zone as own_zone } from '../../../catalogue/format.ts';
import { common } from '../../../catalogue/frame.ts';
import { termsWords as words } from '../../../catalogue/plan.ts';
import { faultOfDay, isTimeZone } from '../../../core/body/plan.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { LongText, Text, Tick } from '../../ui/field.tsx';
import { useWrite } from '../purchase/write.ts';
import { usePlan } from './data.ts';

const daysIn = (text: string): string[] => text.split(/[\s,;]+/).filter((one) => one !== '');

/** The target of the plan, and on which days people work. */
export function TermsDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { terms } = usePlan().plan;
  const write = useWrite();
  // Whoever never chose one most likely means their own.
  const [form, setForm] = useState({
    target_on: terms.target_on ?? '',
    time_zone: terms.seen === null ? own_zone : terms.time_zone,
    holidays: terms.holidays.join('\n'),
  });
  const [weekend, setWeekend] = useState<readonly number[]>(terms.weekend);
  const holidays = daysIn(form.holidays);
  const bad = holidays.filter((day) => faultOfDay(day) !== null);
  const target_fault = form.target_on === '' ? null : faultOfDay(form.target_on);
  const set =
    (key: keyof typeof form) =>
    (event: { target: { value: string } }): void =>
      setForm({ ...form, [key]: event.target.value });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const body = {
      target_on: form.target_on === '' ? null : form.target_on,
      time_zone: form.time_zone.trim(),
      weekend: [...weekend].sort((a, b) => a - b),
      holidays: [...new Set(holidays)].sort(),
      seen: terms.seen,
    };
    if (await write('plan_terms.put', {}, body, { said: words.saved })) onClose();
  };
  return (
    <Dialog title={words.title} about={words.about} open onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} className="space-y-3">
        <Text
          label={words.target}
          type="date"
          value={form.target_on}
          onChange={set('target_on')}
          aria-invalid={target_fault !== null}
          hint={target_fault === null ? undefined : <span className="text-bad">{target_fault}</span>}
        />
        <Text
          label={words.time_zone}
          hint={words.time_zone_hint}
          value={form.time_zone}
          onChange={set('time_zone')}
          aria-invalid={!isTimeZone(form.time_zone.trim())}
          required
        />
        <Weekend value={weekend} onChange={setWeekend} />
        <LongText
          label={words.holidays}
          value={form.holidays}
          onChange={set('holidays')}
          rows={5}
          aria-invalid={bad.length > 0}
          hint={
            bad.length > 0 ? <span className="text-bad">{words.bad_days(bad.slice(0, 5))}</span> : words.holidays_hint
          }
        />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button type="submit" look="primary" disabled={bad.length > 0 || target_fault !== null}>
            {words.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function Weekend({
  value,
  onChange,
}: {
  value: readonly number[];
  onChange: (days: readonly number[]) => void;
}): ReactNode {
  return (
    <fieldset>
      <legend className="text-xs text-dim mb-1">{words.weekend}</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-1">
        {words.weekdays.map((name, at) => (
          <Tick
            key={name}
            checked={value.includes(at + 1)}
            onChange={(event) =>
              onChange(event.target.checked ? [...value, at + 1] : value.filter((day) => day !== at + 1))
            }
          >
            {name}
          </Tick>
        ))}
      </div>
    </fieldset>
  );
}
