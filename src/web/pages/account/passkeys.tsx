import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { words } from '../../../catalogue/account.ts';
import { formatDate } from '../../../catalogue/format.ts';
import { callAccount } from '../../account.ts';
import { Button } from '../../ui/button.tsx';
import { Text } from '../../ui/field.tsx';
import { say, sayError } from '../../ui/toast.tsx';
import { addPasskey, type Passkey } from './passkey.ts';

/** The passkeys of an account: add one by a name, and remove them. */
export function Passkeys(): ReactNode {
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const passkeys = useQuery({
    queryKey: ['passkeys'],
    queryFn: () => callAccount<Passkey[]>('passkey/list-user-passkeys'),
  });
  const refresh = () => queries.invalidateQueries({ queryKey: ['passkeys'] });
  const add = useMutation({
    mutationFn: () => addPasskey(name.trim()),
    onSuccess: () => {
      setName('');
      say(words.passkey_added);
      return refresh();
    },
    onError: sayError,
  });
  const remove = useMutation({
    mutationFn: (id: string) => callAccount('passkey/delete-passkey', { id }),
    onSuccess: () => {
      say(words.passkey_removed);
      return refresh();
    },
    onError: sayError,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <section className="border-t border-line pt-3 space-y-2" aria-label={words.passkeys}>
      <h2>{words.passkeys}</h2>
      <p className="text-sm text-dim">{words.passkeys_about}</p>
      {passkeys.data?.length === 0 && <p className="text-sm">{words.passkeys_none}</p>}
      <ul>
        {passkeys.data?.map((one) => (
          <li key={one.id} className="flex items-center gap-3 py-1.5 text-sm">
            <span className="grow wrap-anywhere">
              <bdi className="font-[520]">{one.name || words.passkey_unnamed}</bdi>{' '}
              <span className="text-xs text-dim">{words.passkey_since(formatDate(one.createdAt))}</span>
            </span>
            <Button
              small
              aria-label={words.passkey_remove(one.name || words.passkey_unnamed)}
              disabled={remove.isPending}
              onClick={() => remove.mutate(one.id)}
            >
              {words.passkey_remove_short}
            </Button>
          </li>
        ))}
      </ul>
      <form onSubmit={submit} className="space-y-2">
        <Text
          label={words.passkey_name}
          hint={words.passkey_name_hint}
          value={name}
          onChange={(event) => setName(event.target.value)}
          required
          maxLength={60}
        />
        <Button type="submit" disabled={name.trim() === '' || add.isPending}>
          {words.passkey_add}
        </Button>
      </form>
    </section>
  );
}
