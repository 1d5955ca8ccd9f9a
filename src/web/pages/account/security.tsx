import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { callAccount } from '../../account.ts';
import { formatDate } from '../../format.ts';
import { Button } from '../../ui/button.tsx';
import { Text } from '../../ui/field.tsx';
import { sayError } from '../../ui/toast.tsx';
import { words } from './words.ts';

interface Session {
  id: string;
  token: string;
  userAgent: string | null;
  createdAt: string;
}

/** The second factor, and where one is signed in. */
export function Security(): ReactNode {
  const own = useQuery({
    queryKey: ['session'],
    queryFn: () => callAccount<{ session: Session; user: { twoFactorEnabled?: boolean } }>('get-session'),
  });
  if (!own.data) return null;
  return (
    <>
      <SecondFactor on={own.data.user.twoFactorEnabled === true} />
      <Sessions own={own.data.session.id} />
    </>
  );
}

function SecondFactor({ on }: { on: boolean }): ReactNode {
  const queries = useQueryClient();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [made, setMade] = useState<{ totpURI: string; backupCodes: string[] } | null>(null);
  const turn = useMutation({
    mutationFn: async () => {
      if (on) await callAccount('two-factor/disable', { password });
      else if (made === null) setMade(await callAccount('two-factor/enable', { password }));
      else await callAccount('two-factor/verify-totp', { code: code.trim() }).then(() => setMade(null));
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['session'] }),
    onError: sayError,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    turn.mutate();
  };
  return (
    <form onSubmit={submit} className="border-t border-line pt-3 space-y-2">
      <h2>{words.second_factor}</h2>
      <p className="text-sm text-dim">{on ? words.second_factor_on : words.second_factor_off}</p>
      {made === null ? (
        <Text
          label={words.password}
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          required
        />
      ) : (
        <>
          <p className="text-sm">{words.scan}</p>
          <code className="text-xs break-all block bg-sunk rounded p-2">{made.totpURI}</code>
          <p className="text-sm">{words.backup}</p>
          <code className="text-xs block bg-sunk rounded p-2 whitespace-pre-wrap">{made.backupCodes.join('  ')}</code>
          <Text
            label={words.code}
            inputMode="numeric"
            autoComplete="one-time-code"
            value={code}
            onChange={(event) => setCode(event.target.value)}
            required
          />
        </>
      )}
      <Button type="submit" disabled={turn.isPending}>
        {on ? words.turn_off : made === null ? words.turn_on : words.confirm}
      </Button>
    </form>
  );
}

function Sessions({ own }: { own: string }): ReactNode {
  const queries = useQueryClient();
  const sessions = useQuery({ queryKey: ['sessions'], queryFn: () => callAccount<Session[]>('list-sessions') });
  const end = useMutation({
    mutationFn: (token: string) => callAccount('revoke-session', { token }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['sessions'] }),
    onError: sayError,
  });
  return (
    <section className="border-t border-line pt-3">
      <h2>{words.sessions}</h2>
      <ul>
        {sessions.data?.map((one) => (
          <li key={one.id} className="flex items-center gap-3 py-1.5 text-sm">
            <span className="grow wrap-anywhere">
              {one.userAgent || words.unknown_device} · {formatDate(one.createdAt)}
            </span>
            {one.id === own ? (
              <span className="text-xs text-dim">{words.this_session}</span>
            ) : (
              <Button small onClick={() => end.mutate(one.token)}>
                {words.end_session}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
