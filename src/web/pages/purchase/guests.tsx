import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { common } from '../../../catalogue/frame.ts';
import { words } from '../../../catalogue/purchase-room.ts';
import type { InputOf, OutputOf } from '../../../contract/operations.ts';
import { links } from '../../links.ts';
import { Button } from '../../ui/button.tsx';
import { sayError } from '../../ui/toast.tsx';
import { useCall, usePlace } from '../../workspace.ts';
import { useOpened } from './write.ts';

type Guest = OutputOf<'guests.list'>['guests'][number];

/** The buyer side of a room: who is in and who waits; who governs it lets people in and grants. */
export function Guests(): ReactNode {
  const { workspace_id, standing } = usePlace();
  const { page } = useOpened();
  const call = useCall();
  const queries = useQueryClient();
  const params = { workspace_id, purchase_id: page.purchase_id };
  const guests = useQuery({
    queryKey: ['guests', workspace_id, page.purchase_id],
    queryFn: ({ signal }) => call('guests.list', { params }, { signal }),
  });
  const put = useMutation({
    mutationFn: ({ person_id, ...body }: { person_id: string } & InputOf<'guests.put'>['body']) =>
      call('guests.put', { params: { ...params, person_id }, body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['guests', workspace_id, page.purchase_id] }),
    onError: sayError,
  });
  const governs = standing?.guest?.administrator === true;
  return (
    <section className="mt-2">
      <h3 className="text-sm font-semibold">{words.guests}</h3>
      <ul>
        {guests.data?.guests.map((guest) => (
          <li key={guest.person_id} className="border-t border-line py-1.5 text-sm">
            <bdi className="font-[520]">{guest.name ?? common.nobody}</bdi>{' '}
            <span className="text-xs text-dim wrap-anywhere">{about(guest)}</span>
            {governs && (
              <Link
                {...links.recorded(workspace_id, page.purchase_id, guest.person_id)}
                className="text-xs underline ml-2"
              >
                {words.recorded}
              </Link>
            )}
            {governs && <Choices guest={guest} put={(body) => put.mutate({ person_id: guest.person_id, ...body })} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function about({ email, state, administrator, reach }: Guest): string {
  const standing = state === 'in' ? (administrator ? words.administrator : words.reach[reach]) : words.states[state];
  return email === null ? standing : `${email} · ${standing}`;
}

function Choices({ guest, put }: { guest: Guest; put: (body: InputOf<'guests.put'>['body']) => void }): ReactNode {
  if (guest.state === 'waiting') {
    return (
      <span className="flex gap-2 mt-1">
        <Button small look="primary" onClick={() => put({ state: 'in' })}>
          {words.let_in}
        </Button>
        <Button small onClick={() => put({ state: 'refused' })}>
          {words.refuse}
        </Button>
      </span>
    );
  }
  if (guest.state !== 'in') return null;
  if (guest.administrator) {
    return (
      <Button small className="mt-1" onClick={() => put({ administrator: false })}>
        {words.unmake_administrator}
      </Button>
    );
  }
  return (
    <span className="flex flex-wrap gap-2 mt-1">
      {guest.reach !== 'all' && (
        <Button small onClick={() => put({ reach: 'all' })}>
          {words.grant}
        </Button>
      )}
      {guest.reach !== 'shared' && (
        <Button small onClick={() => put({ reach: 'shared' })}>
          {words.narrow}
        </Button>
      )}
      <Button small onClick={() => put({ administrator: true })}>
        {words.make_administrator}
      </Button>
    </span>
  );
}
