import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { sellerWords as words } from '../../../catalogue/settings.ts';
import { Button } from '../../ui/button.tsx';
import { Text } from '../../ui/field.tsx';
import { say, sayError } from '../../ui/toast.tsx';
import { useActAs, useCall, usePlace } from '../../workspace.ts';

/** The selling side: who there is, and adding someone. */
export function Sellers(): ReactNode {
  const { workspace_id, people, as } = usePlace();
  const actAs = useActAs();
  const call = useCall();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const add = useMutation({
    mutationFn: () => call('people.create', { params: { workspace_id }, body: { name: name.trim() } }),
    onSuccess: (person) => {
      setName('');
      say(words.added(person.name));
      return queries.invalidateQueries({ queryKey: ['people', workspace_id] });
    },
    onError: sayError,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <>
      <p className="text-sm text-dim mb-3 max-w-prose">{words.about}</p>
      <ul className="max-w-xl">
        {people
          .filter((person) => person.side === 'seller')
          .map((person) => (
            <li key={person.person_id} className="flex items-center gap-3 border-t border-line py-1.5 min-h-10">
              <bdi className="font-[520]">{person.name}</bdi>
              <span className="text-xs text-dim grow">{person.function}</span>
              {person.person_id === as ? (
                <span className="text-xs text-dim">{words.you}</span>
              ) : (
                <Button small aria-label={words.act_as(person.name)} onClick={() => actAs(person.person_id)}>
                  {words.act}
                </Button>
              )}
            </li>
          ))}
      </ul>
      <form onSubmit={submit} className="flex items-end gap-2 max-w-xl mt-3">
        <div className="grow">
          <Text
            label={words.name}
            value={name}
            onChange={(event) => setName(event.target.value)}
            required
            maxLength={120}
          />
        </div>
        <Button type="submit" disabled={name.trim() === '' || add.isPending}>
          {words.add}
        </Button>
      </form>
    </>
  );
}
