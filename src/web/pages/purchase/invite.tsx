import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { roleWords } from '../../../catalogue/frame.ts';
import { words } from '../../../catalogue/purchase-room.ts';
import { Button } from '../../ui/button.tsx';
import { Select, Text, Tick } from '../../ui/field.tsx';
import { say, sayError } from '../../ui/toast.tsx';
import { useCall, usePlace } from '../../workspace.ts';
import { useOpened } from './write.ts';

/** Invites someone into the room by mail: a link and a button, no account. @param role chosen at first @param open shown without asking */
export function Invite({ role = '', open = false }: { role?: string; open?: boolean }): ReactNode {
  const call = useCall();
  const { workspace_id } = usePlace();
  const { page } = useOpened();
  const params = { workspace_id, purchase_id: page.purchase_id };
  const queries = useQueryClient();
  const [who, setWho] = useState({ name: '', email: '', role, consultant: false });
  const send = useMutation({
    mutationFn: () => {
      const { name, email, role, consultant } = who;
      return call('passes.create', { params, body: { name, email, consultant, roles: role === '' ? [] : [role] } });
    },
    onSuccess: () => {
      say(words.invited(who.name));
      setWho({ name: '', email: '', role: '', consultant: false });
      return queries.invalidateQueries({ queryKey: ['guests'] });
    },
    onError: sayError,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send.mutate();
  };
  const roles = [
    { value: '', label: words.no_role as string },
    ...Object.entries(roleWords).map(([value, label]) => ({ value, label })),
  ];
  return (
    <details className="mt-2" open={open}>
      <summary className="text-sm cursor-pointer">{words.invite}</summary>
      <form onSubmit={submit} className="space-y-2 mt-2">
        <p className="text-xs text-dim">{words.invite_about}</p>
        <Text
          label={words.name}
          value={who.name}
          onChange={(event) => setWho({ ...who, name: event.target.value })}
          required
          maxLength={120}
        />
        <Text
          label={words.email}
          type="email"
          value={who.email}
          onChange={(event) => setWho({ ...who, email: event.target.value })}
          required
        />
        <Select
          label={words.role}
          options={roles}
          value={who.role}
          onChange={(event) => setWho({ ...who, role: event.target.value })}
        />
        <Tick checked={who.consultant} onChange={(event) => setWho({ ...who, consultant: event.target.checked })}>
          {words.consultant}
        </Tick>
        <Button type="submit" look="primary" disabled={send.isPending}>
          {words.send}
        </Button>
      </form>
    </details>
  );
}
