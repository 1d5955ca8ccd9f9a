import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { formatDate } from '../../format.ts';
import { Button } from '../../ui/button.tsx';
import { Select, Text, Tick } from '../../ui/field.tsx';
import { sayError } from '../../ui/toast.tsx';
import { useCall, usePlace } from '../../workspace.ts';
import { apiKeyWords as words } from './words.ts';

const SCOPES = { read: ['read'], write: ['read', 'write'], admin: ['read', 'write', 'admin'] } as const;

/** Keys for software: made once, shown once, revoked at once. */
export function ApiKeys(): ReactNode {
  const { workspace_id, standing } = usePlace();
  const call = useCall();
  const queries = useQueryClient();
  const [made, setMade] = useState({ name: '', scope: 'read' as keyof typeof SCOPES, agent: false });
  const keys = useQuery({
    queryKey: ['keys', workspace_id],
    queryFn: ({ signal }) => call('keys.list', { params: { workspace_id } }, { signal }),
  });
  const refresh = () => queries.invalidateQueries({ queryKey: ['keys', workspace_id] });
  const make = useMutation({
    mutationFn: () => {
      const { name, scope, agent } = made;
      return call('keys.create', { params: { workspace_id }, body: { name, agent, scopes: [...SCOPES[scope]] } });
    },
    onSuccess: refresh,
    onError: sayError,
  });
  const revoke = useMutation({
    mutationFn: (key_id: string) => call('keys.delete', { params: { workspace_id, key_id } }),
    onSuccess: refresh,
    onError: sayError,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    make.mutate();
  };
  const scopes = (['read', 'write', ...(standing?.role === 'admin' ? (['admin'] as const) : [])] as const).map(
    (value) => ({
      value,
      label: words.scopes[value],
    }),
  );
  return (
    <>
      <p className="text-sm text-dim mb-3 max-w-prose">{words.about}</p>
      <ul className="max-w-2xl">
        {keys.data?.keys.map((key) => (
          <li
            key={key.key_id}
            className="flex flex-wrap items-center gap-3 border-t border-line py-1.5 min-h-10 text-sm"
          >
            <bdi className="font-[520] grow">{key.name}</bdi>
            <span className="text-xs text-dim">
              {key.scopes.join(', ')} ·{' '}
              {key.last_used_at === null ? words.never_used : words.used(formatDate(key.last_used_at))} ·{' '}
              {key.revoked_at === null ? words.until(formatDate(key.expires_at)) : words.revoked}
            </span>
            {key.revoked_at === null && (
              <Button small onClick={() => revoke.mutate(key.key_id)}>
                {words.revoke}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <form onSubmit={submit} className="flex flex-wrap items-end gap-2 max-w-2xl mt-3">
        <div className="grow">
          <Text
            label={words.name}
            value={made.name}
            onChange={(event) => setMade({ ...made, name: event.target.value })}
            required
            maxLength={120}
          />
        </div>
        <Select
          label={words.scope}
          options={scopes}
          value={made.scope}
          onChange={(event) => setMade({ ...made, scope: event.target.value as keyof typeof SCOPES })}
        />
        <Tick checked={made.agent} onChange={(event) => setMade({ ...made, agent: event.target.checked })}>
          {words.agent}
        </Tick>
        <Button type="submit" disabled={make.isPending}>
          {words.make}
        </Button>
      </form>
      {make.data !== undefined && (
        <p className="text-sm mt-2">
          {words.shown_once} <code className="text-xs break-all block bg-sunk rounded p-2 mt-1">{make.data.key}</code>
        </p>
      )}
    </>
  );
}
