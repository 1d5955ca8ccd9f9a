import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, lazy, type ReactNode, Suspense, useState } from 'react';
import { formatDate } from '../../../catalogue/format.ts';
import { common } from '../../../catalogue/frame.ts';
import { words } from '../../../catalogue/purchase-room.ts';
import type { InputOf } from '../../../contract/operations.ts';
import { Button } from '../../ui/button.tsx';
import { LongText, Select, Text } from '../../ui/field.tsx';
import { say, sayError } from '../../ui/toast.tsx';
import { useCall, usePlace } from '../../workspace.ts';
import { Card } from './card.tsx';
import { Guests } from './guests.tsx';
import { Invite } from './invite.tsx';
import { useOpened } from './write.ts';

const MakeReady = lazy(async () => ({ default: (await import('../handover/ready.tsx')).MakeReady }));

type Rung = keyof typeof words.rungs;

const DAY_MS = 86_400_000;

/** The room of a purchase: its door for the supplier, the buyer side's people for buyers, and who could look. */
export function RoomCard(): ReactNode {
  const { standing, workspace_id } = usePlace();
  const { page, locked } = useOpened();
  const [readying, setReadying] = useState(false);
  const call = useCall();
  const params = { workspace_id, purchase_id: page.purchase_id };
  const room = useQuery({
    queryKey: ['room', workspace_id, page.purchase_id],
    queryFn: ({ signal }) => call('rooms.get', { params }, { signal }),
    enabled: standing !== null,
  });
  if (standing === null || room.data === undefined) return null;
  const { room: door, runs_it } = room.data;
  const buyer = standing.side === 'buyer';
  const entered = page.people.some((person) => person.entered_at !== null);
  const may_invite =
    door !== null && door.closed_at === null && (buyer ? standing.guest?.administrator === true : !entered);
  return (
    <Card title={words.title}>
      {door === null && <p className="text-sm">{words.none}</p>}
      {door?.closed_at && <p className="text-sm">{words.closed}</p>}
      {door !== null && door.closed_at === null && (
        <p className="text-sm">
          {words.opened(words.rungs[door.rung])}
          {door.expires_at !== null && ` ${words.until(formatDate(door.expires_at))}`}
        </p>
      )}
      {!buyer && door === null && !entered && locked === null && (
        <Button small className="mt-2" onClick={() => setReadying(true)}>
          {words.make_ready}
        </Button>
      )}
      {readying && (
        <Suspense fallback={null}>
          <MakeReady onClose={() => setReadying(false)} />
        </Suspense>
      )}
      {!buyer && !door?.closed_at && <Door open={door !== null} />}
      {may_invite && <Invite />}
      {!buyer && entered && !door?.closed_at && <p className="text-sm text-dim mt-2">{words.buyers_only}</p>}
      {buyer && <Guests />}
      <Viewings />
      <Mails />
      <p className="text-xs text-dim mt-2">{words.runs_it(runs_it)}</p>
    </Card>
  );
}

/** How many mails the room leads to, the same for both sides and for who stands at the door. */
function Mails(): ReactNode {
  const call = useCall();
  const { params } = useRoom();
  const expected = useQuery({
    queryKey: ['mail expectation', params.workspace_id, params.purchase_id],
    queryFn: ({ signal }) => call('mail_expectations.get', { params }, { signal }),
  });
  if (expected.data === undefined) return null;
  return (
    <p className="text-xs text-dim mt-2">
      {words.mails} {expected.data.sentence}
    </p>
  );
}

function useRoom() {
  const { workspace_id } = usePlace();
  const { page } = useOpened();
  const queries = useQueryClient();
  return {
    params: { workspace_id, purchase_id: page.purchase_id },
    refresh: () => queries.invalidateQueries({ queryKey: ['room', workspace_id, page.purchase_id] }),
  };
}

function Door({ open }: { open: boolean }): ReactNode {
  const call = useCall();
  const { params, refresh } = useRoom();
  const [link, keepLink] = useRoomLink();
  const [rung, setRung] = useState<Rung>('verified');
  const [listed, setListed] = useState('');
  const [password, setPassword] = useState('');
  const [days, setDays] = useState('');
  const put = useMutation({
    mutationFn: () => {
      const body: InputOf<'rooms.put'>['body'] = { rung };
      if (days !== '') body.expires_at = new Date(Date.now() + Number(days) * DAY_MS).toISOString();
      if (rung === 'listed') body.listed = listed.split(/[\s,;]+/).filter((entry) => entry !== '');
      if (rung === 'password') body.password = password;
      return call('rooms.put', { params, body });
    },
    onSuccess: ({ link }) => {
      keepLink(link);
      return refresh();
    },
    onError: sayError,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    put.mutate();
  };
  const options = Object.entries(words.rungs).map(([value, label]) => ({ value, label }));
  return (
    <>
      <details className="mt-2" open={!open}>
        <summary className="text-sm cursor-pointer">{open ? words.renew : words.open}</summary>
        <form onSubmit={submit} className="space-y-2 mt-2">
          <Select
            label={words.rung}
            options={options}
            value={rung}
            onChange={(event) => setRung(event.target.value as Rung)}
          />
          {rung === 'listed' && (
            <LongText
              label={words.listed}
              value={listed}
              onChange={(event) => setListed(event.target.value)}
              required
            />
          )}
          {rung === 'password' && (
            <Text
              label={words.password}
              type="password"
              minLength={8}
              value={password}
              onChange={(event) => setPassword(event.target.value)}
              required
            />
          )}
          <Select
            label={words.expires}
            options={words.expiries}
            value={days}
            onChange={(event) => setDays(event.target.value)}
          />
          <Button type="submit" look={open ? 'plain' : 'primary'} disabled={put.isPending}>
            {open ? words.renew : words.open}
          </Button>
        </form>
      </details>
      {link !== null && <RoomLink link={link} />}
      {open && <Closing />}
    </>
  );
}

/** The link of a room, as long as the page of its workspace is open: the program itself keeps only its digest. */
function useRoomLink(): [link: string | null, keep: (link: string) => void] {
  const { params } = useRoom();
  const queries = useQueryClient();
  const key = ['room-link', params.purchase_id];
  const { data = null } = useQuery<string | null>({
    queryKey: key,
    queryFn: skipToken,
    gcTime: Number.POSITIVE_INFINITY,
  });
  return [data, (link) => queries.setQueryData(key, link)];
}

function RoomLink({ link }: { link: string }): ReactNode {
  const copy = (): void =>
    void navigator.clipboard.writeText(link).then(
      () => say(words.copied),
      () => say(words.not_copied, { bad: true }),
    );
  return (
    <div className="text-sm mt-2 space-y-1.5">
      <p>{words.link}</p>
      <code className="text-xs break-all block bg-sunk rounded p-2">{link}</code>
      <Button small onClick={copy}>
        {words.copy}
      </Button>
    </div>
  );
}

function Closing(): ReactNode {
  const call = useCall();
  const { params, refresh } = useRoom();
  const [asked, setAsked] = useState(false);
  const close = useMutation({
    mutationFn: () => call('rooms.close', { params }),
    onSuccess: refresh,
    onError: sayError,
  });
  if (!asked) {
    return (
      <Button small className="mt-5" onClick={() => setAsked(true)}>
        {words.close}
      </Button>
    );
  }
  return (
    <div className="mt-2 space-y-2">
      <p className="text-sm">{words.close_sure}</p>
      <Button look="danger" small disabled={close.isPending} onClick={() => close.mutate()}>
        {words.close_yes}
      </Button>{' '}
      <Button small onClick={() => setAsked(false)}>
        {common.cancel}
      </Button>
    </div>
  );
}

/** Everything that is recorded about who looked: the same for both sides. */
function Viewings(): ReactNode {
  const call = useCall();
  const { params } = useRoom();
  const { page } = useOpened();
  const [open, setOpen] = useState(false);
  const viewings = useQuery({
    queryKey: ['viewings', params.workspace_id, params.purchase_id],
    queryFn: ({ signal }) => call('viewings.list', { params }, { signal }),
    enabled: open,
  });
  const name = (id: string) => page.people.find((person) => person.person_id === id)?.name ?? id;
  return (
    <details className="mt-2" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="text-sm cursor-pointer">{words.viewings}</summary>
      <ul className="text-xs mt-1 space-y-0.5">
        {viewings.data?.viewings.length === 0 && <li>{words.no_viewings}</li>}
        {viewings.data?.viewings.map((one) => (
          <li key={`${one.person_id} ${one.what} ${one.day}`}>
            {name(one.person_id)} · {formatDate(one.day)} · {words.viewed(one.times)}
          </li>
        ))}
      </ul>
    </details>
  );
}
