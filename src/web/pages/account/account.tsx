import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { words } from '../../../catalogue/account.ts';
import { callAccount } from '../../account.ts';
import { call, isRefusal } from '../../api.ts';
import { links } from '../../links.ts';
import { Button } from '../../ui/button.tsx';
import { Text } from '../../ui/field.tsx';
import { sayError } from '../../ui/toast.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { CompanySessions, useCompanyWorkspaces, WorkspaceList } from './company.tsx';
import { Frame } from './frame.tsx';
import { Security } from './security.tsx';

const useAccount = () =>
  useQuery({ queryKey: ['account'], queryFn: ({ signal }) => call('accounts.me', {}, { signal }), retry: false });

/** A seller's own place: their workspaces, making one, and how they sign in. */
export function AccountPage(): ReactNode {
  const account = useAccount();
  const queries = useQueryClient();
  if (account.isError) {
    if (isRefusal(account.error) && account.error.status === 401) return <WithoutAccount />;
    return (
      <Frame title={words.home}>
        <Trouble error={account.error} retry={() => void account.refetch()} />
      </Frame>
    );
  }
  const signOut = (): void =>
    void callAccount('sign-out', {}).then(() => {
      queries.clear();
      location.assign('/');
    }, sayError);
  return (
    <Frame title={words.home} about={account.data?.email}>
      {account.data?.workspaces.length === 0 && <p className="text-sm">{words.none}</p>}
      <WorkspaceList workspaces={account.data?.workspaces ?? []} />
      <NewWorkspace />
      <Security />
      <Button look="quiet" onClick={signOut}>
        {words.sign_out}
      </Button>
    </Frame>
  );
}

/** For who came in by their company's sign-in, which is no account; and for who has to sign in. */
function WithoutAccount(): ReactNode {
  const company = useCompanyWorkspaces();
  if (company.isPending) return null;
  const workspaces = company.data?.workspaces ?? [];
  if (workspaces.length === 0) return <SignInFirst back="/account" />;
  return (
    <Frame title={words.sso_title} about={words.sso_about}>
      <WorkspaceList workspaces={workspaces} />
      {workspaces.map(({ workspace_id }) => (
        <CompanySessions key={workspace_id} workspace_id={workspace_id} />
      ))}
    </Frame>
  );
}

function SignInFirst({ back }: { back: string }): ReactNode {
  return (
    <Frame title={words.sign_in} about={words.sign_in_about}>
      <p className="flex gap-4">
        <Link {...links.signIn(back)} className="underline">
          {words.sign_in}
        </Link>
        <Link {...links.signUp(back)} className="underline">
          {words.sign_up}
        </Link>
      </p>
    </Frame>
  );
}

function NewWorkspace(): ReactNode {
  const [name, setName] = useState('');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const make = useMutation({
    mutationFn: () => call('accounts.make_workspace', { body: { name: name.trim() } }),
    onSuccess: async ({ workspace_id }) => {
      await queries.invalidateQueries({ queryKey: ['workspaces'] });
      await navigate(links.portfolio(workspace_id));
    },
    onError: sayError,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    make.mutate();
  };
  return (
    <form onSubmit={submit} className="flex items-end gap-2 flex-wrap">
      <div className="grow">
        <Text
          label={words.workspace_name}
          value={name}
          onChange={(event) => setName(event.target.value)}
          required
          maxLength={120}
        />
      </div>
      <Button type="submit" disabled={name.trim() === '' || make.isPending}>
        {words.make}
      </Button>
    </form>
  );
}

/** Joins the workspace that one was invited to. */
export function InvitationPage(): ReactNode {
  const { workspace_id, token } = useParams({ from: '/invitation/$workspace_id/$token' });
  const account = useAccount();
  const navigate = useNavigate();
  const join = useMutation({
    mutationFn: () => call('invitations.accept', { params: { workspace_id }, body: { token } }),
    onSuccess: () => navigate(links.portfolio(workspace_id)),
  });
  if (account.isPending) return null;
  if (!account.isSuccess) return <SignInFirst back={`/invitation/${encodeURIComponent(workspace_id)}/${token}`} />;
  return (
    <Frame title={words.join_title} about={account.data.email}>
      {join.isError && (
        <p role="alert" className="text-sm text-bad">
          {join.error.message}
        </p>
      )}
      <Button look="primary" className="w-full min-h-11" disabled={join.isPending} onClick={() => join.mutate()}>
        {words.join}
      </Button>
    </Frame>
  );
}
