import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { formatDateTime } from '../../../catalogue/format.ts';
import { words } from '../../../catalogue/notices.ts';
import { Button } from '../../ui/button.tsx';
import { say, sayError } from '../../ui/toast.tsx';
import { useCall, usePlace } from '../../workspace.ts';

/** Mails of notices to the workspace's own people that were given up, for its admins. */
export function DeadMails(): ReactNode {
  const { workspace_id, standing } = usePlace();
  const call = useCall();
  const queries = useQueryClient();
  const queryKey = ['dead mails', workspace_id];
  const dead = useQuery({
    queryKey,
    queryFn: ({ signal }) => call('notice_mails.list', { params: { workspace_id } }, { signal }),
    enabled: standing?.role === 'admin',
  });
  const retry = useMutation({
    mutationFn: (mail_id: string) => call('notice_retries.create', { params: { workspace_id, mail_id }, body: {} }),
    onSuccess: () => {
      say(words.dead_retried);
      return queries.invalidateQueries({ queryKey });
    },
    onError: sayError,
  });
  if (dead.data === undefined) return null;
  return (
    <section aria-labelledby="dead-mails" className="mt-8">
      <h2 id="dead-mails">{words.dead_title}</h2>
      <p className="text-sm text-dim mb-2">{words.dead_about}</p>
      {dead.data.mails.length === 0 && <p className="text-sm">{words.dead_none}</p>}
      <ul>
        {dead.data.mails.map(({ mail_id, name, made_at, attempts, failure }) => (
          <li key={mail_id} className="border-t border-line py-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
            <bdi className="font-[560]">{name}</bdi>
            <span className="text-dim">{formatDateTime(made_at)}</span>
            <span className="grow">{words.dead_line(attempts, failure ?? '')}</span>
            <Button small disabled={retry.isPending} onClick={() => retry.mutate(mail_id)}>
              {words.dead_retry}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
