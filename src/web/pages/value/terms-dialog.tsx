import { type FormEvent, type ReactNode, useState } from 'react';
import { common } from '../../../catalogue/frame.ts';
import { editWords as words } from '../../../catalogue/value-edit.ts';
import { isFault } from '../../../core/value/fault.ts';
import { currenciesIn, readUnit } from '../../../core/value/unit.ts';
import { type Zone, ZoneChoice } from '../../signs/zone-choice.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select, Text } from '../../ui/field.tsx';
import { useWrite } from '../purchase/write.ts';
import { useCase } from './context.ts';
import type { ValuePage } from './live.ts';

type Pair = ValuePage['terms']['correlations'][number];

interface Fields {
  horizon: string;
  periods: string;
  currency: string;
  discount: string;
  starts_on: string;
  rates: ReadonlyMap<string, string>;
  pairs: readonly Pair[];
}

function fieldsOf({ terms }: ValuePage): Fields {
  return {
    horizon: String(terms.horizon_months),
    periods: terms.periods,
    currency: terms.currency,
    discount: terms.discount_rate_id ?? '',
    starts_on: terms.starts_on ?? '',
    rates: new Map(terms.rates.map((rate) => [rate.currency, rate.assumption_id])),
    pairs: terms.correlations,
  };
}

const bodyOf = ({ horizon, periods, currency, discount, starts_on, rates, pairs }: Fields) => ({
  horizon_months: Math.max(1, Math.min(240, Math.round(Number(horizon) || 1))),
  ...{ horizon_id: null, periods, currency: currency.trim().toUpperCase() },
  discount_rate_id: discount === '' ? null : discount,
  starts_on: starts_on === '' ? null : starts_on,
  rates: [...rates].flatMap(([of, assumption_id]) => (assumption_id === '' ? [] : [{ currency: of, assumption_id }])),
  correlations: pairs.filter(({ one, other }) => one !== other),
});

/** What holds for the whole case: horizon, periods, discount rate, currency and its rates, correlations. */
export function TermsDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { page } = useCase();
  const [fields, setFields] = useState(() => fieldsOf(page));
  const [zone, setZone] = useState<Zone>('shared');
  const write = useWrite();
  const set = (more: Partial<Fields>): void => setFields((before) => ({ ...before, ...more }));
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (await write('value_terms.put', {}, { ...bodyOf(fields), zone }, { said: words.saved })) onClose();
  };
  return (
    <Dialog title={words.terms} open onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} className="space-y-3">
        <Span fields={fields} set={set} />
        <Rates fields={fields} set={set} />
        <Correlations fields={fields} set={set} />
        <ZoneChoice own={page.view} value={zone} onChange={setZone} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button type="submit" look="primary">
            {common.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface PartProps {
  fields: Fields;
  set: (more: Partial<Fields>) => void;
}

function Span({ fields, set }: PartProps): ReactNode {
  return (
    <div className="grid grid-cols-2 gap-3">
      <Text
        label={words.horizon}
        type="number"
        min={1}
        max={240}
        value={fields.horizon}
        onChange={(event) => set({ horizon: event.target.value })}
      />
      <Select
        label={words.periods}
        value={fields.periods}
        onChange={(event) => set({ periods: event.target.value })}
        options={Object.entries(words.period).map(([value, label]) => ({ value, label }))}
      />
      <Text
        label={words.currency}
        value={fields.currency}
        pattern="[A-Za-z]{3}"
        maxLength={3}
        onChange={(event) => set({ currency: event.target.value })}
      />
      <Text
        label={words.starts_on}
        type="month"
        value={fields.starts_on}
        onChange={(event) => set({ starts_on: event.target.value })}
      />
    </div>
  );
}

function Rates({ fields, set }: PartProps): ReactNode {
  const { page } = useCase();
  const shares = page.assumptions.filter(
    ({ unit, assumption_id }) => unit === '%' || assumption_id === fields.discount,
  );
  const named = (some: ValuePage['assumptions']) =>
    some.map(({ assumption_id, name }) => ({ value: assumption_id, label: name }));
  return (
    <>
      <Select
        label={words.discount_rate}
        hint={shares.length === 0 ? words.discount_new : undefined}
        value={fields.discount}
        onChange={(event) => set({ discount: event.target.value })}
        options={[{ value: '', label: words.discount_none }, ...named(shares)]}
      />
      {foreign(page, fields.currency).map((code) => (
        <Select
          key={code}
          label={words.rate_of(code)}
          value={fields.rates.get(code) ?? ''}
          onChange={(event) => set({ rates: new Map(fields.rates).set(code, event.target.value) })}
          options={[{ value: '', label: '–' }, ...named(page.assumptions)]}
        />
      ))}
    </>
  );
}

/** Currencies that some assumption is in, besides the case's. */
function foreign(page: ValuePage, currency: string): string[] {
  const codes = page.assumptions.flatMap(({ unit }) => {
    const read = readUnit(unit);
    return isFault(read) ? [] : currenciesIn(read.dimension).map(([code]) => code);
  });
  return [...new Set(codes)].filter((code) => code !== currency);
}

function Correlations({ fields, set }: PartProps): ReactNode {
  const { page } = useCase();
  const options = page.assumptions.map(({ assumption_id, name }) => ({ value: assumption_id, label: name }));
  const { pairs } = fields;
  const change = (at: number, more: Partial<Pair>): void =>
    set({ pairs: pairs.map((pair, place) => (place === at ? { ...pair, ...more } : pair)) });
  const [first, second] = options;
  return (
    <fieldset className="space-y-2">
      <legend className="text-xs text-dim mb-1">{words.correlation}</legend>
      {pairs.map((pair, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a pair is edited in its place
        <div key={at} className="grid grid-cols-[1fr_1fr_88px] gap-2 items-end">
          <Select
            label={words.assumption}
            value={pair.one}
            options={options}
            onChange={(event) => change(at, { one: event.target.value })}
          />
          <Select
            label={words.assumption}
            value={pair.other}
            options={options}
            onChange={(event) => change(at, { other: event.target.value })}
          />
          <Text
            label={words.correlation_r}
            type="number"
            min={-0.99}
            max={0.99}
            step="any"
            value={pair.r}
            onChange={(event) => change(at, { r: Math.max(-0.99, Math.min(0.99, Number(event.target.value) || 0)) })}
          />
        </div>
      ))}
      {first !== undefined && second !== undefined && (
        <Button
          small
          look="quiet"
          onClick={() => set({ pairs: [...pairs, { one: first.value, other: second.value, r: 0.5 }] })}
        >
          {words.correlation_add}
        </Button>
      )}
    </fieldset>
  );
}
