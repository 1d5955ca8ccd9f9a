import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { formatDate } from '../../../catalogue/format.ts';
import { apiKeyWords as words } from '../../../catalogue/settings.ts';
import type { OutputOf } from '../../../contract/operations.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Select, Text } from '../../ui/field.tsx';
import { say, sayError } from '../../ui/toast.tsx';
import { useCall, usePlace } from '../../workspace.ts';

const SCOPES = { read: ['read'], write: ['read', 'write'], admin: ['read', 'write', 'admin'] } as const;
type Scope = keyof typeof SCOPES;
type Whose = keyof typeof words.whose_choices;
type Key = OutputOf<'keys.list'>['keys'][number];

/** Keys for software, of a person or of the workspace itself: made once, shown once, revoked at once. */
export function ApiKeys(): ReactNode {
  const { workspace_id, standing } = usePlace();
  const call = useCall();
  const queries = useQueryClient();
  const keys = useQuery({
    queryKey: ['keys', workspace_id],
    queryFn: ({ signal }) => call('keys.list', { params: { workspace_id } }, { signal }),
  });
  const members = useQuery({
    queryKey: ['members', workspace_id],
    queryFn: ({ signal }) => call('members.list', { params: { workspace_id } }, { signal }),
    enabled: standing?.role === 'admin',
  });
  const nameOf = (person_id: string) => members.data?.members.find((one) => one.person_id === person_id)?.name ?? null;
  const revoke = useMutation({
    mutationFn: (key_id: string) => call('keys.delete', { params: { workspace_id, key_id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['keys', workspace_id] }),
    onError: sayError,
  });
  return (
    <>
      <p className="text-sm text-dim mb-3 max-w-prose">{words.about}</p>
      {keys.data?.keys.length === 0 && <Empty title={words.none} />}
      <ul className="max-w-2xl">
        {keys.data?.keys.map((key) => (
          <Row key={key.key_id} shown={key} nameOf={nameOf} revoke={revoke.mutate} />
        ))}
      </ul>
      <NewKey />
    </>
  );
}

interface RowProps {
  shown: Key;
  nameOf: (person_id: string) => string | null;
  revoke: (key_id: string) => void;
}

function Row({ shown: key, nameOf, revoke }: RowProps): ReactNode {
  const { as } = usePlace();
  const expired = Date.parse(key.expires_at) < Date.now();
  const kind = words.kinds[key.person_id === null ? 'service' : key.agent ? 'agent' : 'own'];
  const maker = nameOf(key.made_by ?? '');
  const owner = key.person_id === as ? null : nameOf(key.person_id ?? '');
  const told = [
    kind,
    maker !== null && words.by(maker),
    owner !== null && words.of(owner),
    key.scopes.map((scope) => words.granted[scope]).join(', '),
    key.last_used_at === null ? words.never_used : words.used(formatDate(key.last_used_at)),
    key.revoked_at !== null ? words.revoked : expired ? words.expired : words.until(formatDate(key.expires_at)),
  ].filter((one) => one !== false && one !== '');
  return (
    <li className="flex flex-wrap items-center gap-3 border-t border-line py-1.5 min-h-10 text-sm">
      <span className="grow min-w-0">
        <bdi className="font-[520] block wrap-anywhere">{key.name}</bdi>
        <span className="text-xs text-dim">{told.join(' · ')}</span>
      </span>
      {key.revoked_at === null && !expired && (
        <Button small aria-label={words.revoke_key(key.name)} onClick={() => revoke(key.key_id)}>
          {words.revoke}
        </Button>
      )}
    </li>
  );
}

const optionsOf = (labels: object, leave_out: string | null) =>
  Object.entries(labels)
    .filter(([value]) => value !== leave_out)
    .map(([value, label]) => ({ value, label: String(label) }));

function NewKey(): ReactNode {
  const { workspace_id, standing } = usePlace();
  const call = useCall();
  const queries = useQueryClient();
  const admin = standing?.role === 'admin';
  const [asked, setAsked] = useState({ name: '', scope: 'read' as Scope, whose: 'own' as Whose, days: 90 });
  const make = useMutation({
    mutationFn: () => {
      const { name, scope, whose, days } = asked;
      const kind = { agent: whose === 'agent', service: whose === 'service' };
      return call('keys.create', {
        params: { workspace_id },
        body: { name, days, ...kind, scopes: [...SCOPES[scope]] },
      });
    },
    onSuccess: () => {
      setAsked({ ...asked, name: '' });
      return queries.invalidateQueries({ queryKey: ['keys', workspace_id] });
    },
    onError: sayError,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    make.mutate();
  };
  return (
    <>
      <form onSubmit={submit} className="grid grid-cols-2 max-sm:grid-cols-1 gap-2 max-w-2xl mt-4">
        <Text
          label={words.name}
          value={asked.name}
          onChange={(event) => setAsked({ ...asked, name: event.target.value })}
          required
          maxLength={120}
        />
        <Select
          label={words.whose}
          options={optionsOf(words.whose_choices, admin ? null : 'service')}
          value={asked.whose}
          onChange={(event) => setAsked({ ...asked, whose: event.target.value as Whose })}
        />
        <Select
          label={words.scope}
          options={optionsOf(words.scopes, admin ? null : 'admin')}
          value={asked.scope}
          onChange={(event) => setAsked({ ...asked, scope: event.target.value as Scope })}
        />
        <Select
          label={words.days}
          options={optionsOf(words.day_choices, null)}
          value={asked.days}
          onChange={(event) => setAsked({ ...asked, days: Number(event.target.value) })}
        />
        <Button type="submit" className="justify-self-start" disabled={make.isPending}>
          {words.make}
        </Button>
      </form>
      {make.data !== undefined && <ShownOnce text={make.data.key} />}
    </>
  );
}

function ShownOnce({ text }: { text: string }): ReactNode {
  return (
    <div role="status" className="text-sm mt-3 max-w-2xl">
      {words.shown_once}
      <p className="flex items-center gap-2 mt-1">
        <code className="text-xs break-all bg-sunk rounded p-2 grow">{text}</code>
        <Button small onClick={() => void navigator.clipboard.writeText(text).then(() => say(words.copied), sayError)}>
          {words.copy}
        </Button>
      </p>
    </div>
  );
}
