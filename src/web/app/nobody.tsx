import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { frame } from '../../catalogue/frame.ts';
import { call } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { Text } from '../ui/field.tsx';
import { sayError } from '../ui/toast.tsx';

/** A workspace without anyone: asks for a name. */
export function NobodyYet({ workspace_id }: { workspace_id: string }): ReactNode {
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const add = useMutation({
    mutationFn: () => call('people.create', { params: { workspace_id }, body: { name } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['people', workspace_id] }),
    onError: sayError,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <main id="page" className="wrap">
      <form onSubmit={submit} className="card max-w-md mx-auto mt-16 space-y-3">
        <h1>{frame.no_one}</h1>
        <p className="text-sm text-dim">{frame.no_one_about}</p>
        <Text
          label={frame.your_name}
          value={name}
          onChange={(event) => setName(event.target.value)}
          required
          autoFocus
        />
        <Button type="submit" look="primary" disabled={name.trim() === '' || add.isPending}>
          {frame.begin}
        </Button>
      </form>
    </main>
  );
}
