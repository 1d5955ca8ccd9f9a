import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { words } from '../../../catalogue/account.ts';
import { callAccount } from '../../account.ts';
import { call } from '../../api.ts';
import { say, sayError } from '../../ui/toast.tsx';
import { Passkeys } from './passkeys.tsx';
import { SecondFactor } from './second-factor.tsx';
import { SessionList } from './sessions.tsx';

/** How one signs in, and where one is signed in. */
export function Security(): ReactNode {
  const own = useQuery({
    queryKey: ['session'],
    queryFn: () => callAccount<{ user: { twoFactorEnabled?: boolean } }>('get-session'),
  });
  if (!own.data) return null;
  return (
    <>
      <Passkeys />
      <SecondFactor on={own.data.user.twoFactorEnabled === true} />
      <Sessions />
    </>
  );
}

function Sessions(): ReactNode {
  const queries = useQueryClient();
  const sessions = useQuery({
    queryKey: ['sessions'],
    queryFn: ({ signal }) => call('account_sessions.list', {}, { signal }),
  });
  const end = useMutation({
    mutationFn: (session_id: string) => call('account_sessions.delete', { params: { session_id } }),
    onSuccess: () => {
      say(words.session_ended);
      return queries.invalidateQueries({ queryKey: ['sessions'] });
    },
    onError: sayError,
  });
  return <SessionList sessions={sessions.data?.sessions ?? []} end={end.mutate} />;
}
