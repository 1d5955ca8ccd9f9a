import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { words } from '../../../catalogue/account.ts';
import type { MemberRole } from '../../../core/access.ts';
import { call } from '../../api.ts';
import { links } from '../../links.ts';
import { Button } from '../../ui/button.tsx';
import { say, sayError } from '../../ui/toast.tsx';
import { SessionList } from './sessions.tsx';

/** A workspace that someone belongs to. */
export interface Joined {
  workspace_id: string;
  name: string;
  role: MemberRole;
}

/** The workspaces that this browser is signed in to by their own providers. */
export const useCompanyWorkspaces = () =>
  useQuery({ queryKey: ['sso.workspaces'], queryFn: ({ signal }) => call('sso_workspaces.list', {}, { signal }) });

/** The workspaces someone belongs to, each a link. */
export const WorkspaceList = ({ workspaces }: { workspaces: readonly Joined[] }): ReactNode => (
  <ul>
    {workspaces.map((one) => (
      <li key={one.workspace_id} className="border-t border-line py-2 flex items-baseline gap-3">
        <Link {...links.portfolio(one.workspace_id)} className="font-[560] underline grow">
          <bdi>{one.name}</bdi>
        </Link>
        <span className="text-xs text-dim">{words.roles[one.role]}</span>
      </li>
    ))}
  </ul>
);

/** Where one is signed in to one workspace by its provider, and signing out of it. */
export function CompanySessions({ workspace_id }: Pick<Joined, 'workspace_id'>): ReactNode {
  const queries = useQueryClient();
  const sessions = useQuery({
    queryKey: ['sso.sessions', workspace_id],
    queryFn: ({ signal }) => call('sso_sessions.list', { params: { workspace_id } }, { signal }),
  });
  const end = useMutation({
    mutationFn: (session_id: string) => call('sso_sessions.delete', { params: { workspace_id, session_id } }),
    onSuccess: () => {
      say(words.session_ended);
      return queries.invalidateQueries({ queryKey: ['sso.sessions', workspace_id] });
    },
    onError: sayError,
  });
  const current = sessions.data?.sessions.find((one) => one.current);
  const signOut = async (): Promise<void> => {
    if (current !== undefined) await end.mutateAsync(current.session_id);
    queries.clear();
    location.assign('/');
  };
  return (
    <>
      <SessionList sessions={sessions.data?.sessions ?? []} end={end.mutate} />
      <Button look="quiet" disabled={current === undefined} onClick={() => void signOut()}>
        {words.sign_out}
      </Button>
    </>
  );
}
