import { type FormEvent, type ReactNode, useState } from 'react';
import { common, roleWords } from '../../../catalogue/frame.ts';
import { peopleWords as words } from '../../../catalogue/people.ts';
import type { Stakeholder } from '../../types.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select, Text } from '../../ui/field.tsx';
import { useOpened, useWrite } from './write.ts';

type Role = keyof typeof roleWords;

interface PersonDialogProps {
  /** null names someone new. */
  person: Stakeholder | null;
  onClose: () => void;
}

/** Names a stakeholder with roles, or changes one: roles, entry, departure, delegate. */
export function PersonDialog({ person, onClose }: PersonDialogProps): ReactNode {
  const [name, setName] = useState(person?.name ?? '');
  const [where, setWhere] = useState(person?.function ?? '');
  const [roles, setRoles] = useState<ReadonlySet<Role>>(new Set(person?.roles ?? []));
  const [delegate, setDelegate] = useState<string | null>(null);
  const write = useWrite();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const chosen = [...roles];
    const person_id = person?.person_id ?? crypto.randomUUID();
    const seen = person === null ? {} : { seen: person.seen };
    let fine = true;
    if (person === null || !isSamePerson(person, name.trim(), where.trim())) {
      const body = {
        name: name.trim(),
        ...(where.trim() === '' ? {} : { function: where.trim() }),
        roles: chosen,
        ...seen,
      };
      fine = await write('stakeholders.put', { person_id }, body, { said: words.named(name.trim()) });
    } else if (!hasSameRoles(person, roles)) {
      fine = await write(
        'roles.put',
        { person_id },
        { roles: chosen, ...seen },
        { said: words.roles_changed(name.trim()) },
      );
    }
    if (fine && delegate !== null)
      fine = await write(
        'delegates.put',
        { person_id },
        { delegate_id: delegate === '' ? null : delegate },
        { said: words.delegated },
      );
    if (fine) onClose();
  };
  return (
    <Dialog
      title={person === null ? words.add_title : words.edit(person.name)}
      about={words.add_about}
      open
      onClose={onClose}
    >
      <form onSubmit={(event) => void submit(event)} className="space-y-4">
        <div className="grid grid-cols-2 max-sm:grid-cols-1 gap-3">
          <Text
            label={words.name}
            value={name}
            onChange={(event) => setName(event.target.value)}
            required
            maxLength={300}
            autoFocus
          />
          <Text
            label={words.function}
            hint={words.function_hint}
            value={where}
            onChange={(event) => setWhere(event.target.value)}
            maxLength={120}
          />
        </div>
        <RoleTicks roles={roles} onChange={setRoles} />
        {person !== null && <Changes person={person} delegate={delegate} onDelegate={setDelegate} onClose={onClose} />}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button
            type="submit"
            look="primary"
            disabled={name.trim() === '' || roles.size === 0}
            title={roles.size === 0 ? words.choose_role : undefined}
          >
            {person === null ? words.add : common.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

const isSamePerson = (person: Stakeholder, name: string, where: string): boolean =>
  person.name === name && (person.function ?? '') === where;

const hasSameRoles = (person: Stakeholder, roles: ReadonlySet<Role>): boolean =>
  roles.size === person.roles.length && person.roles.every((role) => roles.has(role));

function RoleTicks({
  roles,
  onChange,
}: {
  roles: ReadonlySet<Role>;
  onChange: (roles: ReadonlySet<Role>) => void;
}): ReactNode {
  const toggle = (role: Role): void => {
    const next = new Set(roles);
    if (!next.delete(role)) next.add(role);
    onChange(next);
  };
  return (
    <fieldset>
      <legend className="text-xs text-dim mb-1.5">{words.roles}</legend>
      <div className="flex flex-wrap gap-1.5">
        {(Object.keys(roleWords) as Role[]).map((role) => (
          <button key={role} type="button" className="chip" aria-pressed={roles.has(role)} onClick={() => toggle(role)}>
            {roleWords[role]}
          </button>
        ))}
      </div>
      <p className="text-xs text-dim mt-1.5">{words.observer_hint}</p>
    </fieldset>
  );
}

interface ChangesProps {
  person: Stakeholder;
  delegate: string | null;
  onDelegate: (person_id: string) => void;
  onClose: () => void;
}

function Changes({ person, delegate, onDelegate, onClose }: ChangesProps): ReactNode {
  const { page } = useOpened();
  const write = useWrite();
  const { person_id } = person;
  const others = page.people.filter((one) => one.active && one.person_id !== person_id);
  const now = others.find((one) => one.name === person.delegate || one.person_id === person.delegate)?.person_id ?? '';
  const leave = async (): Promise<void> => {
    if (await write('departures.put', { person_id }, {}, { said: words.left_said(person.name) })) onClose();
  };
  const enter = async (): Promise<void> => {
    if (await write('entries.put', { person_id }, {}, { said: words.entered(person.name) })) onClose();
  };
  return (
    <div className="space-y-3 border-t border-line pt-3">
      <Select
        label={words.delegate}
        value={delegate ?? now}
        onChange={(event) => onDelegate(event.target.value)}
        options={[
          { value: '', label: words.delegate_none },
          ...others.map((one) => ({ value: one.person_id, label: one.name })),
        ]}
      />
      <div className="flex flex-wrap items-center gap-2">
        {person.entered_at === null && (
          <Button small onClick={() => void enter()} title={words.enter_about}>
            {words.enter}
          </Button>
        )}
        {person.left_at === null && (
          <Button small look="danger" onClick={() => void leave()}>
            {words.leave}
          </Button>
        )}
      </div>
    </div>
  );
}
