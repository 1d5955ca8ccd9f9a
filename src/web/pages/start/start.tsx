import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { common } from '../../../catalogue/frame.ts';
import { words } from '../../../catalogue/workspaces.ts';
import { call } from '../../api.ts';
import { links } from '../../links.ts';
import { RingRow } from '../../signs/ring.tsx';
import type { Workspace } from '../../types.ts';
import { Button } from '../../ui/button.tsx';
import { Text } from '../../ui/field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { sayError } from '../../ui/toast.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { useWorkspaces } from '../../workspace.ts';

const ring = (job_id: string, agreed: number, shaken: number, indicated: 'none' | 'advanced' | 'completed') =>
  ({
    job_id,
    name: '',
    phase: 'decide',
    state: agreed === 1 ? 'complete' : 'working',
    agreed,
    shaken,
    indicated,
  }) as const;
const SAMPLE = [
  ring('a', 1, 0, 'none'),
  ring('b', 1, 0, 'none'),
  ring('c', 0.5, 0.2, 'none'),
  ring('d', 0.25, 0, 'completed'),
  ring('e', 0, 0, 'advanced'),
];

/** The workspaces on this machine. */
export function StartPage(): ReactNode {
  const workspaces = useWorkspaces();
  useEffect(() => {
    document.title = common.product;
  }, []);
  return (
    <main id="page" className="wrap py-14 max-sm:py-8 !max-w-3xl">
      <div aria-hidden className="mb-5">
        <RingRow rings={SAMPLE} size={44} />
      </div>
      <p className="font-semibold tracking-tight text-acc">{common.product}</p>
      <h1 className="!text-[28px] mt-1 max-w-[30ch]">{words.about}</h1>
      <p className="mt-4 flex flex-wrap gap-x-5 gap-y-2 text-sm">
        <Link {...links.account()} className="underline">
          {words.sellers}
        </Link>
        <Link {...links.rooms()} className="underline">
          {words.buyers}
        </Link>
      </p>
      <h2 className="mt-9 mb-2">{words.title}</h2>
      {workspaces.isPending && <Skeleton className="h-24" />}
      {workspaces.isError && <Trouble error={workspaces.error} retry={() => void workspaces.refetch()} />}
      <ul className="grid sm:grid-cols-2 gap-4">
        {workspaces.data?.workspaces.map((one) => (
          <Tile key={one.workspace_id} workspace={one} />
        ))}
        {workspaces.isSuccess && <NewTile />}
      </ul>
    </main>
  );
}

function Tile({ workspace }: { workspace: Workspace }): ReactNode {
  return (
    <li className="card relative hover:border-acc transition-colors">
      <p className="font-semibold text-[15px]">
        <Link
          {...links.portfolio(workspace.workspace_id)}
          className="after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:outline-acc focus-visible:after:rounded-[10px] focus-visible:outline-none"
        >
          <bdi>{workspace.name}</bdi>
        </Link>
        {workspace.simulated && !workspace.name.includes(common.simulated) && (
          <span className="ml-2 rounded border border-line px-1.5 text-2xs text-dim font-normal">
            {common.simulated}
          </span>
        )}
      </p>
      <p className="text-sm text-dim mt-0.5">{workspace.simulated ? words.simulated : words.yours}</p>
    </li>
  );
}

function NewTile(): ReactNode {
  const [name, setName] = useState('');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const make = useMutation({
    mutationFn: () => call('workspaces.create', { body: { name: name.trim() } }),
    onSuccess: async (workspace) => {
      await queries.invalidateQueries({ queryKey: ['workspaces'] });
      await navigate(links.portfolio(workspace.workspace_id));
    },
    onError: sayError,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    make.mutate();
  };
  return (
    <li className="card !border-dashed">
      <form onSubmit={submit} className="space-y-2">
        <p className="font-semibold text-[15px]">{words.new_title}</p>
        <p className="text-sm text-dim">{words.new_about}</p>
        <div className="flex gap-2 items-end">
          <div className="grow">
            <Text
              label={words.name}
              value={name}
              onChange={(event) => setName(event.target.value)}
              required
              maxLength={120}
            />
          </div>
          <Button type="submit" disabled={name.trim() === '' || make.isPending}>
            {words.make}
          </Button>
        </div>
      </form>
    </li>
  );
}
