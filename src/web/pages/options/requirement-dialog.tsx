import { type FormEvent, type ReactNode, useState } from 'react';
import { common } from '../../../catalogue/frame.ts';
import { words as pageWords, dialogWords as words } from '../../../catalogue/options.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { LongText, Select, Text, Tick } from '../../ui/field.tsx';
import { Difference } from '../purchase/difference-shown.tsx';
import { Shakes } from '../purchase/shakes.tsx';
import { useWrite } from '../purchase/write.ts';
import { type Requirement, useShown } from './data.ts';

interface RequirementDialogProps {
  /** null makes a new one. */
  requirement: Requirement | null;
  onClose: () => void;
}

/** What is typed of a requirement, and what saves it or takes it out. */
function useRequirementDraft({ requirement, onClose }: RequirementDialogProps) {
  const write = useWrite();
  const [id] = useState(() => requirement?.requirement_id ?? crypto.randomUUID());
  const [text, setText] = useState(requirement?.text ?? '');
  const [priority, setPriority] = useState<string>(requirement?.priority ?? 'should');
  const [met_from, setMetFrom] = useState(String(requirement?.met_from ?? 50));
  const [why, setWhy] = useState(requirement?.why ?? '');
  const [check, setCheck] = useState(requirement?.check ?? '');
  const [owner_id, setOwner] = useState(requirement?.owner_id ?? '');
  const [matters_to, setMattersTo] = useState<readonly string[]>(requirement?.matters_to ?? []);
  const [wording_only, setWordingOnly] = useState(false);
  const [zone, setZone] = useState<string>(requirement?.zone ?? 'shared');
  const send = (more: object, said: string): Promise<boolean> =>
    write(
      'requirements.put',
      { requirement_id: id },
      {
        text: text.trim(),
        priority,
        why: why.trim(),
        check: check.trim(),
        owner_id: owner_id === '' ? null : owner_id,
        matters_to,
        ...(priority === 'must' ? { met_from: Number(met_from) } : {}),
        ...(wording_only ? { wording_only } : {}),
        zone,
        seen: requirement?.seen ?? null,
        ...more,
      },
      { said },
    );
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (await send({}, words.saved_requirement)) onClose();
  };
  const remove = async (): Promise<void> => {
    if (await send({ removed: true }, words.removed)) onClose();
  };
  return {
    ...{ text, setText, priority, setPriority, met_from, setMetFrom, why, setWhy, check, setCheck, owner_id, setOwner },
    ...{ matters_to, setMattersTo, wording_only, setWordingOnly, zone, setZone, submit, remove },
  };
}

/** A requirement: what is needed, why and to whom it matters, how it is checked and by whom. */
export function RequirementDialog({ requirement, onClose }: RequirementDialogProps): ReactNode {
  const { page } = useShown();
  const draft = useRequirementDraft({ requirement, onClose });
  const { text, priority } = draft;
  const people = page.people.map(({ person_id, name }) => ({ value: person_id, label: name }));
  const title = requirement === null ? words.new_requirement : words.requirement;
  return (
    <Dialog title={title} {...versionOf(requirement)} open onClose={onClose}>
      <form onSubmit={(event) => void draft.submit(event)} className="space-y-3">
        <LongText
          label={words.text}
          value={text}
          onChange={(event) => draft.setText(event.target.value)}
          required
          autoFocus
        />
        {requirement !== null && text !== requirement.text && (
          <>
            <Difference before={requirement.text} after={text} />
            <Tick checked={draft.wording_only} onChange={(event) => draft.setWordingOnly(event.target.checked)}>
              {words.wording_only}
            </Tick>
          </>
        )}
        <div className="grid grid-cols-2 gap-3">
          <Select
            label={words.priority}
            options={(['must', 'should', 'could'] as const).map((value) => ({ value, label: pageWords[value] }))}
            value={priority}
            onChange={(event) => draft.setPriority(event.target.value)}
          />
          {priority === 'must' && (
            <Text
              label={words.met_from}
              type="number"
              min={0}
              max={100}
              required
              value={draft.met_from}
              onChange={(event) => draft.setMetFrom(event.target.value)}
            />
          )}
        </div>
        <Text label={words.why} value={draft.why} onChange={(event) => draft.setWhy(event.target.value)} />
        <MattersTo people={people} chosen={draft.matters_to} onChange={draft.setMattersTo} />
        <Text label={words.check} value={draft.check} onChange={(event) => draft.setCheck(event.target.value)} />
        <OwnerAndZone draft={draft} />
        {!draft.wording_only && <Shakes rests_on={['requirements']} />}
        <div className="flex justify-end gap-2">
          {requirement !== null && (
            <Button look="danger" className="mr-auto" onClick={() => void draft.remove()}>
              {words.remove}
            </Button>
          )}
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button type="submit" look="primary" disabled={text.trim() === ''}>
            {common.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function OwnerAndZone({ draft }: { draft: ReturnType<typeof useRequirementDraft> }): ReactNode {
  const { page } = useShown();
  const people = page.people.map(({ person_id, name }) => ({ value: person_id, label: name }));
  return (
    <div className="grid grid-cols-2 gap-3">
      <Select
        label={words.owner}
        options={[{ value: '', label: words.nobody }, ...people]}
        value={draft.owner_id}
        onChange={(event) => draft.setOwner(event.target.value)}
      />
      <Select
        label={pageWords.zone_label}
        options={(['shared', page.view] as const).map((value) => ({ value, label: pageWords.zones[value] }))}
        value={draft.zone}
        onChange={(event) => draft.setZone(event.target.value)}
      />
    </div>
  );
}

const versionOf = (requirement: Requirement | null): { about?: string } =>
  requirement === null ? {} : { about: words.version(requirement.version) };

interface MattersProps {
  people: readonly { value: string; label: string }[];
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
}

function MattersTo({ people, chosen, onChange }: MattersProps): ReactNode {
  if (people.length === 0) return null;
  const toggle = (id: string): void =>
    onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <fieldset>
      <legend className="text-xs text-dim mb-1">{words.matters_to}</legend>
      <div className="flex flex-wrap gap-1.5">
        {people.map(({ value, label }) => (
          <button
            key={value}
            type="button"
            className="chip"
            aria-pressed={chosen.includes(value)}
            onClick={() => toggle(value)}
          >
            {label}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
