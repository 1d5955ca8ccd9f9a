import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { words } from '../../../catalogue/handover.ts';
import { links } from '../../links.ts';
import { Button, buttonLook } from '../../ui/button.tsx';
import { LongText } from '../../ui/field.tsx';
import { say, sayError } from '../../ui/toast.tsx';
import { useCall, usePlace } from '../../workspace.ts';
import type { Made } from './set-up.ts';

/** Who is to be invited first, as far as that is known; empty where it is not. */
export interface Contact {
  name: string;
  email: string;
}

interface Props {
  purchase: { purchase_id: string; name: string; jobs: number };
  made: Made;
  contact: Contact;
  onClose: () => void;
}

/** What a dialog says once a purchase is ready: its link, an invitation to send, and a look at it with the eyes of a buyer. */
export function HandOver({ purchase, made, contact, onClose }: Props): ReactNode {
  const { workspace_id, me } = usePlace();
  const { purchase_id, name } = purchase;
  const { link } = made;
  const queries = useQueryClient();
  // The page of the purchase shows the link too, as long as this one is open.
  useEffect(() => {
    if (link !== null) queries.setQueryData(['room-link', purchase_id], link);
  }, [queries, purchase_id, link]);
  const found = [
    words.made.jobs(purchase.jobs),
    ...(made.steps > 0 ? [words.made.steps(made.steps)] : []),
    ...(made.requirements > 0 ? [words.made.requirements(made.requirements)] : []),
  ];
  return (
    <div className="space-y-3 text-sm">
      <p>{words.ready_about(name)}</p>
      <p className="font-[560]">{found.join(' · ')}</p>
      {link === null ? (
        <p className="text-dim">{words.no_room}</p>
      ) : (
        <>
          <p className="text-xs text-dim mb-1">{words.link}</p>
          <code className="text-xs break-all block bg-sunk rounded p-2">{link}</code>
          <Letter text={words.invitation(contact.name, name, me?.name ?? '', link)} link={link} />
          {contact.email !== '' && <Mail purchase_id={purchase_id} contact={contact} />}
        </>
      )}
      <div className="flex flex-wrap justify-end gap-2 pt-1">
        <Link
          {...links.purchaseStart(workspace_id, purchase_id)}
          search={(before: object) => ({ ...before, preview: 'buyer' }) as never}
          className={buttonLook()}
        >
          {words.preview}
        </Link>
        <Link {...links.purchase(workspace_id, purchase_id)} className={buttonLook('primary')} onClick={onClose}>
          {words.to_purchase}
        </Link>
      </div>
    </div>
  );
}

function Letter({ text: proposed, link }: { text: string; link: string }): ReactNode {
  const [text, setText] = useState(proposed);
  const copy = (what: string): void =>
    void navigator.clipboard.writeText(what).then(
      () => say(words.copied),
      () => say(words.not_copied, { bad: true }),
    );
  return (
    <>
      <LongText label={words.letter} rows={10} value={text} onChange={(event) => setText(event.target.value)} />
      <div className="flex flex-wrap gap-2">
        <Button small onClick={() => copy(link)}>
          {words.copy_link}
        </Button>
        <Button small onClick={() => copy(text)}>
          {words.copy_letter}
        </Button>
      </div>
    </>
  );
}

/** The program's own mail: one link, one button, and the champion is in. */
function Mail({ purchase_id, contact }: { purchase_id: string; contact: Contact }): ReactNode {
  const { workspace_id } = usePlace();
  const call = useCall();
  const { email } = contact;
  const name = contact.name === '' ? (email.split('@')[0] ?? email) : contact.name;
  const send = useMutation({
    mutationFn: () => {
      const body = { email, name, roles: ['champion'] };
      return call('passes.create', { params: { workspace_id, purchase_id }, body });
    },
    onError: sayError,
  });
  if (send.isSuccess) return <p role="status">{words.mailed(email)}</p>;
  return (
    <Button look="primary" disabled={send.isPending} onClick={() => send.mutate()}>
      {words.mail(email)}
    </Button>
  );
}
