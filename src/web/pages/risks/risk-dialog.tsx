import { type FormEvent, type ReactNode, useState } from 'react';
import { common } from '../../../catalogue/frame.ts';
import { words } from '../../../catalogue/risks.ts';
import { type Zone, ZoneChoice } from '../../signs/zone-choice.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { LongText, Select, Text } from '../../ui/field.tsx';
import { useOpened, useWrite } from '../purchase/write.ts';
import type { Risk } from './risks.tsx';

interface RiskDialogProps {
  /** null notes a new one. */
  risk: Risk | null;
  sellers: readonly { person_id: string; name: string }[];
  onClose: () => void;
}

const formOf = (risk: Risk | null) => ({
  text: risk?.text ?? '',
  for_whom: risk?.for_whom ?? '',
  likelihood: String(risk?.likelihood ?? 3),
  impact: String(risk?.impact ?? 3),
  mitigation: risk?.mitigation ?? '',
  owner_id: risk?.owner_id ?? '',
  state: (risk?.state ?? 'open') as string,
});
type Form = ReturnType<typeof formOf>;

const optionsOf = (labels: Readonly<Record<string | number, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

/** Notes a risk or changes one. */
export function RiskDialog({ risk, sellers, onClose }: RiskDialogProps): ReactNode {
  const { page } = useOpened();
  const write = useWrite();
  const [risk_id] = useState(() => risk?.risk_id ?? crypto.randomUUID());
  const [form, setForm] = useState(() => formOf(risk));
  const [zone, setZone] = useState<Zone>('shared');
  const send = async (more: object, said: string): Promise<void> => {
    const body = {
      text: form.text.trim(),
      for_whom: form.for_whom.trim(),
      likelihood: Number(form.likelihood),
      impact: Number(form.impact),
      mitigation: form.mitigation.trim(),
      owner_id: form.owner_id === '' ? null : form.owner_id,
      state: form.state,
      // What stands on one side stays there; what is new stands where its author says.
      ...(risk === null ? { zone, seen: null } : { zone: risk.zone, seen: risk.seen }),
      ...more,
    };
    if (await write('risks.put', { risk_id }, body, { said })) onClose();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void send({}, risk === null ? words.saved : words.changed);
  };
  const set =
    (key: keyof Form) =>
    (event: { target: { value: string } }): void =>
      setForm({ ...form, [key]: event.target.value });
  return (
    <Dialog title={risk === null ? words.add_title : words.change_title} open onClose={onClose}>
      <form onSubmit={submit} className="space-y-3">
        <LongText
          label={words.risk}
          value={form.text}
          onChange={set('text')}
          required
          maxLength={2000}
          rows={2}
          dir="auto"
          autoFocus
        />
        <Text label={words.for_whom} value={form.for_whom} onChange={set('for_whom')} maxLength={300} dir="auto" />
        <Grades form={form} set={set} />
        <LongText
          label={words.mitigation}
          value={form.mitigation}
          onChange={set('mitigation')}
          maxLength={20_000}
          rows={2}
          dir="auto"
        />
        <div className="grid grid-cols-2 max-sm:grid-cols-1 gap-3">
          <Owner form={form} sellers={sellers} set={set} />
          <Select label={words.state} options={optionsOf(words.states)} value={form.state} onChange={set('state')} />
        </div>
        {risk === null && <ZoneChoice own={page.view} value={zone} onChange={setZone} />}
        <div className="flex flex-wrap justify-end gap-2 pt-1">
          {risk !== null && (
            <Button look="danger" className="mr-auto" onClick={() => void send({ removed: true }, words.removed)}>
              {words.remove}
            </Button>
          )}
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button type="submit" look="primary" disabled={form.text.trim() === ''}>
            {common.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface PartProps {
  form: Form;
  set: (key: keyof Form) => (event: { target: { value: string } }) => void;
}

const Grades = ({ form, set }: PartProps): ReactNode => (
  <div className="grid grid-cols-2 gap-3">
    <Select
      label={words.likelihood}
      options={optionsOf(words.likelihoods)}
      value={form.likelihood}
      onChange={set('likelihood')}
    />
    <Select label={words.impact} options={optionsOf(words.impacts)} value={form.impact} onChange={set('impact')} />
  </div>
);

function Owner({ form, set, sellers }: PartProps & { sellers: RiskDialogProps['sellers'] }): ReactNode {
  const { page } = useOpened();
  const people = [...page.people.filter(({ active }) => active), ...sellers];
  const options = [
    { value: '', label: words.nobody as string },
    ...people.map(({ person_id, name }) => ({ value: person_id, label: name })),
  ];
  return <Select label={words.owner} options={options} value={form.owner_id} onChange={set('owner_id')} />;
}
