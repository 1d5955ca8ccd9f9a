import { type FormEvent, type ReactNode, useState } from 'react';
import { common, roleWords } from '../../../catalogue/frame.ts';
import { editWords as words } from '../../../catalogue/value-edit.ts';
import { isFault } from '../../../core/value/fault.ts';
import { readFormula } from '../../../core/value/formula.ts';
import { type Zone, ZoneChoice } from '../../signs/zone-choice.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { LongText, Select, Text, Tick } from '../../ui/field.tsx';
import { useOpened, useWrite } from '../purchase/write.ts';
import { useCase } from './context.ts';
import type { DriverView } from './live.ts';

type Fields = Pick<
  DriverView,
  | 'name'
  | 'formula'
  | 'kind'
  | 'side'
  | 'price'
  | 'recurring'
  | 'start_month'
  | 'ramp_months'
  | 'ramp'
  | 'attrition'
  | 'matters_to'
>;

const NEW: Fields = {
  ...{ name: '', formula: '', kind: 'benefit', side: 'buyer', price: false, recurring: true },
  ...{ start_month: 0, ramp_months: 0, ramp: 'linear', attrition: 0, matters_to: [] },
} as Fields;

function fieldsOf(driver: DriverView | null): Fields {
  if (driver === null) return NEW;
  const { name, formula, kind, side, price, recurring, start_month, ramp_months, ramp, attrition, matters_to } = driver;
  return { name, formula, kind, side, price, recurring, start_month, ramp_months, ramp, attrition, matters_to };
}

const choices = (of: Record<string, string>) => Object.entries(of).map(([value, label]) => ({ value, label }));
const whole = (text: string): number => Math.max(0, Math.round(Number(text) || 0));

/** One driver: its formula, when it counts and for whom. */
export function DriverDialog({
  driver: given,
  onClose,
}: {
  driver: DriverView | null;
  onClose: () => void;
}): ReactNode {
  // As it was when one began: a change by others meanwhile is a conflict, and is shown as one.
  const [driver] = useState(given);
  const { page } = useCase();
  const [fields, setFields] = useState(() => fieldsOf(driver));
  const [zone, setZone] = useState<Zone>(driver?.zone ?? 'shared');
  const [id] = useState(() => driver?.driver_id ?? crypto.randomUUID());
  const write = useWrite();
  const set = (more: Partial<Fields>): void => setFields((before) => ({ ...before, ...more }));
  const seen = driver === null ? {} : { seen: driver.seen };
  const read = readFormula(fields.formula);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const body = { ...fields, name: fields.name.trim(), zone, ...seen };
    if (await write('drivers.put', { driver_id: id }, body, { said: words.saved })) onClose();
  };
  const remove = async (): Promise<void> => {
    const body = { name: fields.name, removed: true, zone: driver?.zone, ...seen };
    if (await write('drivers.put', { driver_id: id }, body, { said: words.removed })) onClose();
  };
  return (
    <Dialog title={driver?.name ?? words.new_driver} open onClose={onClose} wide>
      <form onSubmit={(event) => void submit(event)} className="space-y-3">
        <Text
          label={words.name}
          value={fields.name}
          onChange={(event) => set({ name: event.target.value })}
          required
          maxLength={200}
        />
        <LongText
          label={words.formula}
          value={fields.formula}
          onChange={(event) => set({ formula: event.target.value })}
          rows={2}
          required
          spellCheck={false}
          className="field font-mono"
          hint={
            fields.formula !== '' && isFault(read) ? (
              <span className="text-bad">{read.message}</span>
            ) : (
              words.formula_hint
            )
          }
        />
        <Names
          zone={zone}
          onPick={(symbol) =>
            set({ formula: `${fields.formula}${/[\w)]\s*$/.test(fields.formula) ? ' * ' : ''}${symbol}` })
          }
        />
        <div className="grid grid-cols-2 max-sm:grid-cols-1 gap-3">
          <Select
            label={words.kind}
            value={fields.kind}
            options={choices(words.kinds)}
            onChange={(event) => set({ kind: event.target.value as Fields['kind'] })}
          />
          {page.view === 'seller' && (
            <Select
              label={words.side}
              value={fields.side}
              options={choices(words.sides)}
              onChange={(event) => set({ side: event.target.value as Fields['side'] })}
            />
          )}
        </div>
        <When fields={fields} set={set} />
        <MattersTo value={fields.matters_to} onChange={(matters_to) => set({ matters_to })} />
        <ZoneChoice own={page.view} value={zone} onChange={setZone} />
        <div className="flex justify-end gap-2">
          {driver !== null && (
            <Button look="danger" className="mr-auto" onClick={() => void remove()}>
              {words.remove}
            </Button>
          )}
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button type="submit" look="primary" disabled={fields.name.trim() === '' || isFault(read)}>
            {common.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface WhenProps {
  fields: Fields;
  set: (more: Partial<Fields>) => void;
}

function When({ fields, set }: WhenProps): ReactNode {
  if (fields.kind === 'figure') return null;
  return (
    <>
      <Tick checked={fields.recurring} onChange={(event) => set({ recurring: event.target.checked })}>
        {words.recurring}
      </Tick>
      {fields.kind === 'cost' && fields.side === 'buyer' && (
        <Tick checked={fields.price} onChange={(event) => set({ price: event.target.checked })}>
          {words.price}
        </Tick>
      )}
      <div className="grid grid-cols-2 gap-3">
        <Text
          label={words.start}
          type="number"
          min={0}
          max={240}
          value={fields.start_month}
          onChange={(event) => set({ start_month: whole(event.target.value) })}
        />
        {fields.recurring && (
          <>
            <Text
              label={words.ramp_months}
              type="number"
              min={0}
              max={240}
              value={fields.ramp_months}
              onChange={(event) => set({ ramp_months: whole(event.target.value) })}
            />
            <Select
              label={words.ramp}
              value={fields.ramp}
              options={choices(words.ramps)}
              onChange={(event) => set({ ramp: event.target.value as Fields['ramp'] })}
            />
            <Text
              label={words.attrition}
              type="number"
              min={0}
              max={100}
              step="any"
              value={Math.round(fields.attrition * 1e6) / 1e4}
              onChange={(event) => set({ attrition: Math.max(0, Math.min(1, Number(event.target.value) / 100)) })}
            />
          </>
        )}
      </div>
    </>
  );
}

function Names({ onPick }: { zone: Zone; onPick: (symbol: string) => void }): ReactNode {
  const { page } = useCase();
  const names = [...page.assumptions, ...page.drivers].map(({ symbol, name }) => ({ symbol, name }));
  if (names.length === 0) return null;
  return (
    <details className="text-xs">
      <summary className="text-dim">{words.formula_names}</summary>
      <p className="flex flex-wrap gap-1.5 mt-1.5">
        {names.map(({ symbol, name }) => (
          <button
            key={symbol}
            type="button"
            className="chip !text-xs font-mono"
            title={name}
            onClick={() => onPick(symbol)}
          >
            {symbol}
          </button>
        ))}
      </p>
    </details>
  );
}

function MattersTo({ value, onChange }: { value: readonly string[]; onChange: (value: string[]) => void }): ReactNode {
  const { page } = useOpened();
  const held = new Set(page.people.flatMap(({ roles }) => roles));
  const roles = Object.entries(roleWords).filter(([role]) => held.has(role as never) || value.includes(role));
  const people = page.people.filter(({ active, person_id }) => active || value.includes(person_id));
  const all = [
    ...roles.map(([id, name]) => ({ id, name })),
    ...people.map(({ person_id, name }) => ({ id: person_id, name })),
  ];
  return (
    <fieldset>
      <legend className="text-xs text-dim mb-1">{words.matters_to}</legend>
      <div className="flex flex-wrap gap-1.5">
        {all.map(({ id, name }) => (
          <button
            key={id}
            type="button"
            className="chip !text-xs"
            aria-pressed={value.includes(id)}
            onClick={() => onChange(value.includes(id) ? value.filter((one) => one !== id) : [...value, id])}
          >
            {name}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
