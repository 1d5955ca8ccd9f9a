import { type FormEvent, type ReactNode, useState } from 'react';
import { formatFinely, formatTyped, parseNumber } from '../../../catalogue/format.ts';
import { common } from '../../../catalogue/frame.ts';
import { valueWords } from '../../../catalogue/value.ts';
import { editWords as words } from '../../../catalogue/value-edit.ts';
import { VALUE_TEMPLATES } from '../../../core/value/templates.ts';
import { type Zone, ZoneChoice } from '../../signs/zone-choice.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select, Text } from '../../ui/field.tsx';
import { Shakes } from '../purchase/shakes.tsx';
import { useOpened, useWrite } from '../purchase/write.ts';
import { useCase } from './context.ts';
import { Judgements, Thread } from './judgements.tsx';
import type { AssumptionView } from './live.ts';

interface Fields {
  name: string;
  value: string;
  unit: string;
  low: string;
  high: string;
  distribution: AssumptionView['distribution'];
  owner_id: string;
  source: string;
  symbol: string;
}

/** What a name in a formula is called in a template, with its usual unit. */
const inputNamed = (symbol: string) =>
  Object.values(VALUE_TEMPLATES)
    .flatMap(({ inputs }) => inputs)
    .find((input) => input.symbol === symbol);

function fieldsOf(assumption: AssumptionView | null, symbol: string): Fields {
  const asked = inputNamed(symbol);
  const number = (value: number | null | undefined): string =>
    value === null || value === undefined ? '' : formatTyped(value);
  return {
    name: assumption?.name ?? asked?.name ?? symbol.replaceAll('_', ' '),
    value: number(assumption?.value),
    unit: assumption?.unit ?? asked?.unit ?? '',
    low: number(assumption?.low),
    high: number(assumption?.high),
    distribution: assumption?.distribution ?? 'triangular',
    owner_id: assumption?.owner?.id ?? '',
    source: assumption?.source ?? '',
    symbol: assumption?.symbol ?? symbol,
  };
}

interface AssumptionDialogProps {
  assumption: AssumptionView | null;
  /** What formulas already call it, for a new one. */
  symbol: string;
  onClose: () => void;
}

/** One assumption: who judges it how, its number and range, what was said of it. */
export function AssumptionDialog({ assumption, symbol, onClose }: AssumptionDialogProps): ReactNode {
  return (
    <Dialog title={assumption?.name ?? words.new_assumption} open onClose={onClose}>
      <div className="space-y-4">
        {assumption !== null && <Judgements assumption={assumption} />}
        <AssumptionForm assumption={assumption} symbol={symbol} onClose={onClose} />
        {assumption !== null && <Thread assumption={assumption} />}
      </div>
    </Dialog>
  );
}

function AssumptionForm({ assumption: given, symbol, onClose }: AssumptionDialogProps): ReactNode {
  // As it was when one began: a change by others meanwhile is a conflict, and is shown as one.
  const [assumption] = useState(given);
  const { page, locked } = useCase();
  const [fields, setFields] = useState(() => fieldsOf(assumption, symbol));
  const [zone, setZone] = useState<Zone>(assumption?.zone ?? 'shared');
  const write = useWrite();
  const [id] = useState(() => assumption?.assumption_id ?? crypto.randomUUID());
  const set = (key: keyof Fields) => (event: { target: { value: string } }) =>
    setFields((before) => ({ ...before, [key]: event.target.value }));
  const value = parseNumber(fields.value);
  const seen = assumption === null ? {} : { seen: assumption.seen };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const body = {
      ...{ name: fields.name.trim(), value, unit: fields.unit.trim(), distribution: fields.distribution, zone },
      ...{ low: parseNumber(fields.low), high: parseNumber(fields.high) },
      owner_id: fields.owner_id === '' ? null : fields.owner_id,
      ...(fields.source.trim() === '' ? {} : { source: fields.source.trim() }),
      ...(fields.symbol.trim() === '' ? {} : { symbol: fields.symbol.trim() }),
      ...seen,
    };
    if (await write('assumptions.put', { assumption_id: id }, body, { said: words.saved })) onClose();
  };
  const remove = async (said: string): Promise<void> => {
    const body = { name: fields.name, value: assumption?.value ?? 0, removed: true, zone: assumption?.zone, ...seen };
    if (await write('assumptions.put', { assumption_id: id }, body, { said })) onClose();
  };
  const used = page.drivers.filter(({ rests_on }) => rests_on.includes(id)).map(({ name }) => name);
  return (
    <form onSubmit={(event) => void submit(event)} className="space-y-3">
      <fieldset disabled={locked !== null} className="space-y-3">
        <Text label={words.name} value={fields.name} onChange={set('name')} required maxLength={200} />
        <div className="grid grid-cols-2 gap-3">
          <Text
            label={words.value}
            value={fields.value}
            onChange={set('value')}
            inputMode="decimal"
            required
            aria-invalid={value === null && fields.value !== ''}
          />
          <Text label={words.unit} value={fields.unit} onChange={set('unit')} maxLength={40} placeholder="EUR/h" />
          <Text label={words.low} value={fields.low} onChange={set('low')} inputMode="decimal" />
          <Text label={words.high} value={fields.high} onChange={set('high')} inputMode="decimal" />
        </div>
        <p className="text-xs text-dim -mt-1">{words.unit_hint}</p>
        <Select
          label={words.distribution}
          value={fields.distribution}
          onChange={set('distribution')}
          options={Object.entries(words.distributions).map(([one, label]) => ({ value: one, label }))}
        />
        <Text label={words.source} value={fields.source} onChange={set('source')} />
        <Owner value={fields.owner_id} onChange={set('owner_id')} />
        <Text
          label={words.symbol}
          value={fields.symbol}
          onChange={set('symbol')}
          pattern="[\p{L}_][\p{L}\p{N}_]{0,59}"
        />
        <ZoneChoice own={page.view} value={zone} onChange={setZone} />
      </fieldset>
      {assumption !== null && (
        <p className="text-xs text-dim">{used.length === 0 ? words.unused : words.used_by(used)}</p>
      )}
      {assumption?.shared != null && (
        <p className="text-xs text-dim">
          {words.shared_version(`${formatFinely(assumption.shared.value)} ${assumption.shared.unit ?? ''}`.trim())}{' '}
          <button type="button" className="linklike" onClick={() => void remove(words.saved)}>
            {words.drop_own}
          </button>
        </p>
      )}
      {assumption?.state === 'agreed' && <Shakes rests_on={['agreed_assumptions']} />}
      <div className="flex justify-end gap-2">
        {assumption !== null && assumption.shared === null && locked === null && (
          <Button look="danger" className="mr-auto" onClick={() => void remove(words.removed)}>
            {words.remove}
          </Button>
        )}
        <Button onClick={onClose}>{common.cancel}</Button>
        <Button type="submit" look="primary" disabled={locked !== null || value === null || fields.name.trim() === ''}>
          {common.save}
        </Button>
      </div>
    </form>
  );
}

function Owner({
  value,
  onChange,
}: {
  value: string;
  onChange: (event: { target: { value: string } }) => void;
}): ReactNode {
  const { page } = useOpened();
  const people = page.people.filter(({ left_at }) => left_at === null);
  const options = [
    { value: '', label: words.nobody },
    ...people.map(({ person_id, name }) => ({ value: person_id, label: name })),
  ];
  if (value !== '' && !people.some(({ person_id }) => person_id === value))
    options.push({ value, label: valueWords.everyone });
  return <Select label={words.owner} value={value} onChange={onChange} options={options} />;
}
