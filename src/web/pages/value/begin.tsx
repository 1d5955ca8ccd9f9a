import { type FormEvent, type ReactNode, useState } from 'react';
import { parseNumber } from '../../../catalogue/format.ts';
import { common } from '../../../catalogue/frame.ts';
import { valueWords as words } from '../../../catalogue/value.ts';
import {
  VALUE_TEMPLATE_NAMES,
  VALUE_TEMPLATES,
  type ValueTemplate,
  type ValueTemplateName,
} from '../../../core/value/templates.ts';
import { type Zone, ZoneChoice } from '../../signs/zone-choice.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Text } from '../../ui/field.tsx';
import { useWrite } from '../purchase/write.ts';
import { useCase } from './context.ts';

/** No case yet: templates to begin with, or an empty one. */
export function BeginCase(): ReactNode {
  const { locked, open } = useCase();
  const [chosen, setChosen] = useState<ValueTemplateName | null>(null);
  if (locked !== null) return <Empty title={words.nothing}>{locked}</Empty>;
  return (
    <>
      <Empty title={words.nothing}>{words.nothing_about}</Empty>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(230px,1fr))] gap-3 -mt-6">
        {VALUE_TEMPLATE_NAMES.map((name) => (
          <li key={name}>
            <button
              type="button"
              className="card w-full h-full text-left hover:border-edge"
              onClick={() => setChosen(name)}
            >
              <span className="font-semibold block">{VALUE_TEMPLATES[name].label}</span>
              <span className="text-sm text-dim">{VALUE_TEMPLATES[name].about}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="mt-4 text-sm text-dim">
        {words.own_from}{' '}
        <Button small onClick={() => open({ what: 'driver', driver_id: null })}>
          {words.add_driver}
        </Button>
      </p>
      {chosen !== null && <TemplateDialog name={chosen} onClose={() => setChosen(null)} />}
    </>
  );
}

function TemplateDialog({ name, onClose }: { name: ValueTemplateName; onClose: () => void }): ReactNode {
  const { page } = useCase();
  const template: ValueTemplate = VALUE_TEMPLATES[name];
  const [values, setValues] = useState<Record<string, string>>({});
  const [zone, setZone] = useState<Zone>('shared');
  const write = useWrite();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const given = Object.entries(values).flatMap(([symbol, text]) => {
      const number = parseNumber(text);
      return number === null ? [] : [[symbol, number] as const];
    });
    if (
      await write('value.begin', {}, { template: name, values: Object.fromEntries(given), zone }, { said: words.begun })
    )
      onClose();
  };
  return (
    <Dialog title={template.label} about={words.template_fill} open onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} className="space-y-3">
        <div className="grid grid-cols-2 max-sm:grid-cols-1 gap-3 items-end">
          {template.inputs.map((input) => (
            <Text
              key={input.symbol}
              label={`${input.name}${input.unit === '' ? '' : ` (${input.unit})`}`}
              inputMode="decimal"
              value={values[input.symbol] ?? ''}
              onChange={(event) => setValues((before) => ({ ...before, [input.symbol]: event.target.value }))}
            />
          ))}
        </div>
        <ZoneChoice own={page.view} value={zone} onChange={setZone} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button type="submit" look="primary">
            {words.begin}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
