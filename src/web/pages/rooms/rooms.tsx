import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formatDate } from '../../../catalogue/format.ts';
import { eraseWords } from '../../../catalogue/records.ts';
import { words } from '../../../catalogue/rooms.ts';
import { call, download } from '../../api.ts';
import { links } from '../../links.ts';
import { Button } from '../../ui/button.tsx';
import { sayError } from '../../ui/toast.tsx';
import { Frame } from '../account/frame.tsx';
import { Erase } from '../records/erase.tsx';

/** A buyer's rooms of all suppliers, and the sessions that open them. */
export function RoomsPage(): ReactNode {
  const queries = useQueryClient();
  const me = useQuery({
    queryKey: ['buyer'],
    queryFn: ({ signal }) => call('buyers.me', {}, { signal }),
    retry: false,
  });
  const end = useMutation({
    mutationFn: (session_id: string) => call('buyer_sessions.delete', { params: { session_id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['buyer'] }),
    onError: sayError,
  });
  if (me.isPending) return null;
  if (me.isError)
    return (
      <Frame title={words.title} about={words.nobody}>
        {null}
      </Frame>
    );
  const { rooms, sessions, session_id, email } = me.data;
  return (
    <Frame title={words.title} about={email === null ? words.about : `${email}. ${words.about}`}>
      {rooms.length === 0 && <p className="text-sm">{words.none}</p>}
      <ul>
        {rooms.map((room) => (
          <li key={`${room.workspace_id} ${room.purchase_id}`} className="border-t border-line py-2">
            <Link
              {...links.purchaseStart(room.workspace_id, room.purchase_id)}
              className="font-[560] underline block py-1"
            >
              <bdi>{room.name ?? words.unnamed}</bdi>
            </Link>
            <span className="text-xs text-dim">
              <bdi>{room.supplier}</bdi>
            </span>
          </li>
        ))}
      </ul>
      <section className="border-t border-line pt-3">
        <h2>{words.sessions}</h2>
        <ul>
          {sessions.map((one) => (
            <li key={one.session_id} className="flex items-center gap-3 py-1.5 text-sm">
              <span className="grow wrap-anywhere">
                {one.agent ?? words.unknown} · {formatDate(one.created_at)}
              </span>
              <Button small onClick={() => end.mutate(one.session_id)}>
                {one.session_id === session_id ? words.leave : words.end}
              </Button>
            </li>
          ))}
        </ul>
      </section>
      <section className="border-t border-line pt-3 flex flex-col items-start gap-2">
        <h2>{words.yours}</h2>
        <p className="text-sm text-dim">{words.yours_about}</p>
        <Button
          small
          onClick={() => void download('buyer_records.archive', {}, 'my-identity.zip', null).catch(sayError)}
        >
          {words.download}
        </Button>
        <Erase
          ask={eraseWords.ask_all}
          lines={[eraseWords.goes, eraseWords.goes_all, eraseWords.stays]}
          erase={() => call('buyer_erasures.create', { body: { confirmed: true } })}
        />
      </section>
    </Frame>
  );
}
