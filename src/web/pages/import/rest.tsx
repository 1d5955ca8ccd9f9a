import { type ReactNode, useEffect, useState } from 'react';
import { time_zone } from '../../../catalogue/format.ts';
import { mappingWords as words } from '../../../catalogue/import.ts';
import { Select, Text } from '../../ui/field.tsx';
import { useTemplates } from '../portfolio/new-purchase.tsx';
import type { Change, Mapping } from './mapping.tsx';

const zones = [...new Set([time_zone, 'UTC', ...Intl.supportedValuesOf('timeZone')])];

/** The job template, the currency, time zone and side of persons that the file itself does not say. */
export function Rest({ mapping, change }: { mapping: Mapping; change: Change }): ReactNode {
  const templates = useTemplates().data?.templates ?? [];
  const template_options = templates.map((one) => ({
    value: one.preset ? one.name : one.template_id,
    label: one.name,
  }));
  const known = template_options.some((one) => one.value === mapping.template);
  const persons = Object.entries(words.persons_are).map(([value, label]) => ({ value, label }));
  const formats = [...new Set([...Object.keys(words.formats), mapping.time.format])].map((value) => ({
    value,
    label: (words.formats as Record<string, string>)[value] ?? value,
  }));
  const setTime = (part: Partial<Mapping['time']>): void => {
    const time = { ...mapping.time, ...part };
    if (time.zone === '') delete time.zone;
    change({ time });
  };
  return (
    <section aria-labelledby="rest">
      <h2 id="rest" className="mb-1.5">
        {words.settings}
      </h2>
      <div className="grid grid-cols-3 max-md:grid-cols-2 max-sm:grid-cols-1 gap-3">
        <Select
          label={words.template}
          options={
            known ? template_options : [{ value: mapping.template, label: mapping.template }, ...template_options]
          }
          value={mapping.template}
          onChange={(event) => change({ template: event.target.value })}
        />
        <Select
          label={words.persons}
          options={persons}
          value={mapping.persons}
          onChange={(event) => change({ persons: event.target.value as Mapping['persons'] })}
        />
        <Select
          label={words.zone}
          options={[{ value: '', label: words.zone_none }, ...zones.map((zone) => ({ value: zone, label: zone }))]}
          value={mapping.time.zone ?? ''}
          onChange={(event) => setTime({ zone: event.target.value })}
        />
        <Select
          label={words.format}
          options={formats}
          value={mapping.time.format}
          onChange={(event) => setTime({ format: event.target.value })}
        />
        <Currency currency={mapping.currency ?? ''} onChange={(currency) => change({ currency })} />
      </div>
    </section>
  );
}

/** Half-typed codes stay in the field and out of the mapping. */
function Currency({ currency, onChange }: { currency: string; onChange: (currency: string) => void }): ReactNode {
  const [text, setText] = useState(currency);
  useEffect(() => setText(currency), [currency]);
  const type = (value: string): void => {
    setText(value);
    if (/^[A-Z]{3}$/.test(value)) onChange(value);
  };
  return (
    <Text
      label={words.currency}
      value={text}
      placeholder="EUR"
      maxLength={3}
      aria-invalid={text !== '' && !/^[A-Z]{3}$/.test(text)}
      onChange={(event) => type(event.target.value.toUpperCase())}
    />
  );
}
