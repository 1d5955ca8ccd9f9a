import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { words } from '../../../catalogue/account.ts';
import { call } from '../../api.ts';
import { Button } from '../../ui/button.tsx';

const ADDRESS = /^[^@\s]+@[^@\s]+\.[^@\s]{2,}$/;

/** The sign-ins that the domain of an address has, asked for by a press: what is typed is not sent along the way. */
export function CompanySignIn({ email, back }: { email: string; back: string | undefined }): ReactNode {
  const [asked, setAsked] = useState<string | null>(null);
  const wanted = asked === email ? asked : null;
  const offers = useQuery({
    queryKey: ['sso.offers', wanted],
    queryFn: ({ signal }) => call('sso.offers', { body: { email: wanted ?? '' } }, { signal }),
    enabled: wanted !== null,
    retry: false,
  });
  const go = useMutation({
    mutationFn: (provider_id: string) =>
      call('sso_attempts.create', {
        params: { provider_id },
        body: { email, ...(back !== undefined && { back }) },
      }),
    onSuccess: ({ location: to }) => location.assign(to),
  });
  const error = go.error ?? offers.error;
  if (wanted === null || offers.isPending) {
    return (
      <Button small look="quiet" disabled={!ADDRESS.test(email)} onClick={() => setAsked(email)}>
        {words.sso_ask}
      </Button>
    );
  }
  return (
    <div className="space-y-2" aria-live="polite">
      {offers.data?.offers.length === 0 && <p className="text-xs text-dim">{words.sso_looked}</p>}
      {offers.data?.offers.map(({ provider_id, label, host }) => (
        <Button
          key={provider_id}
          look="primary"
          className="w-full min-h-11 flex-wrap py-1"
          disabled={go.isPending}
          onClick={() => go.mutate(provider_id)}
        >
          <bdi>{words.sso_go_on(label)}</bdi> <span className="text-xs opacity-80">{words.sso_at(host)}</span>
        </Button>
      ))}
      {error !== null && (
        <p role="alert" className="text-sm text-bad">
          {error.message}
        </p>
      )}
    </div>
  );
}
