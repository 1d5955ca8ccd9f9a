import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { formatDate } from '../../../catalogue/format.ts';
import { common } from '../../../catalogue/frame.ts';
import { words } from '../../../catalogue/mailbox.ts';
import { call } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';

/** The mails of this machine, for who runs it: the address that the start printed carries the proof. */
export function MailboxPage(): ReactNode {
  const token = location.hash.slice(1);
  const mails = useQuery({
    queryKey: ['mailbox'],
    queryFn: async ({ signal }) => {
      if (token !== '') await call('owner_sessions.create', { body: { token } }, { signal });
      return call('mailbox.list', {}, { signal });
    },
    retry: false,
    refetchInterval: 5_000,
  });
  useEffect(() => {
    document.title = `${words.title} · ${common.product}`;
    // The token has done its work: it need not stand in the history.
    if (mails.isSuccess && location.hash !== '') history.replaceState(null, '', location.pathname);
  }, [mails.isSuccess]);
  return (
    <main id="page" className="wrap py-10 !max-w-3xl">
      <h1>{words.title}</h1>
      <p className="text-sm text-dim mt-1 mb-4">{words.about}</p>
      {mails.isError && <p role="alert">{mails.error.message}</p>}
      {mails.data?.mails.length === 0 && <Empty title={words.none}>{words.none_about}</Empty>}
      <ul className="space-y-3">
        {mails.data?.mails.map((mail) => (
          <li key={mail.mail_id} className="card">
            <p className="font-semibold">{mail.subject}</p>
            <p className="text-xs text-dim">
              {words.to(mail.to_address)} · {formatDate(mail.made_at)}
              {mail.sent_at !== null && ` · ${words.sent}`}
              {mail.failure !== null && ` · ${words.failed(mail.failure)}`}
            </p>
            <Body text={mail.body_text} />
          </li>
        ))}
      </ul>
      <Button className="mt-4" onClick={() => void mails.refetch()}>
        {words.look}
      </Button>
    </main>
  );
}

/** The text as it was sent, its links to press. */
function Body({ text }: { text: string }): ReactNode {
  return (
    <p className="text-sm mt-2 whitespace-pre-wrap wrap-anywhere">
      {text.split(/(https?:\/\/\S+)/).map((part, at) =>
        at % 2 === 1 ? (
          <a key={part} href={part} className="underline text-acc">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </p>
  );
}
