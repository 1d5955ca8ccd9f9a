import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { words } from '../../../catalogue/enter.ts';
import { call } from '../../api.ts';
import { links } from '../../links.ts';
import { Button } from '../../ui/button.tsx';
import { Text } from '../../ui/field.tsx';
import { Again } from '../account/again.tsx';
import { Frame } from '../account/frame.tsx';

interface Entered {
  state: 'in' | 'waiting' | 'mailed';
  purchase_id: string;
}

/** Goes into the room, or says what comes next. A whole new page, so that nothing of before stays. */
function goIn(workspace_id: string, { state, purchase_id }: Entered): void {
  if (state === 'in') {
    location.assign(`/w/${encodeURIComponent(workspace_id)}/purchases/${encodeURIComponent(purchase_id)}/start`);
  }
}

const Said = ({ error }: { error: Error | null }): ReactNode =>
  error === null ? null : (
    <p role="alert" className="text-sm text-bad">
      {error.message}
    </p>
  );

/** How many mails one will get, said before one comes in. */
const Mails = ({ sentence }: { sentence: string }): ReactNode => (
  <p className="text-sm text-dim">
    {words.mails} {sentence}
  </p>
);

/** The mailed link: one button. Opening the page spends nothing, so that mail scanners and reloads do no harm. */
export function PassPage(): ReactNode {
  const params = useParams({ from: '/enter/$workspace_id/$token' });
  const look = useQuery({
    queryKey: ['pass', params.token],
    queryFn: ({ signal }) => call('passes.look', { params }, { signal }),
    retry: false,
  });
  const enter = useMutation({
    mutationFn: () => call('passes.spend', { params, body: {} }),
    onSuccess: (entered) => goIn(params.workspace_id, entered),
  });
  const renew = useMutation({ mutationFn: () => call('passes.renew', { params, body: {} }) });
  if (look.isPending) return null;
  if (look.isError) return <Frame title={words.unknown}>{null}</Frame>;
  const { state, brand, runs_it, name, mails } = look.data;
  return (
    <Frame
      brand={brand}
      title={words.title(brand.name)}
      about={name === null ? words.about : `${words.hello(name)} ${words.about}`}
    >
      {state === 'usable' && enter.data?.state !== 'waiting' && (
        <Button
          look="primary"
          className="w-full min-h-12 text-base"
          disabled={enter.isPending}
          onClick={() => enter.mutate()}
        >
          {words.enter}
        </Button>
      )}
      {enter.data?.state === 'waiting' && <p role="status">{words.waiting}</p>}
      <Said error={enter.error} />
      {(state === 'used' || state === 'expired') && !renew.isSuccess && (
        <>
          <p>{words[state]}</p>
          <div className="flex flex-wrap gap-3 items-center">
            <Button look="primary" disabled={renew.isPending} onClick={() => renew.mutate()}>
              {words.renew}
            </Button>
            <Link {...links.rooms()} className="underline text-sm">
              {words.my_rooms}
            </Link>
          </div>
        </>
      )}
      {state === 'closed' && <p>{words.closed}</p>}
      {renew.isSuccess && (
        <>
          <p role="status">{words.renewed}</p>
          <Again send={() => call('passes.renew', { params, body: {} })} />
        </>
      )}
      {state === 'usable' && <Mails sentence={mails} />}
      <p className="text-xs text-dim">{words.runs_it(runs_it)}</p>
    </Frame>
  );
}

/** The room's own link: asks for what its rung asks for. The secret stands after the #, which servers never see. */
export function DoorPage(): ReactNode {
  const params = useParams({ from: '/r/$workspace_id/$purchase_id' });
  const secret = location.hash.slice(1);
  const [fields, setFields] = useState({ name: '', email: '', password: '' });
  const look = useQuery({
    queryKey: ['door', params.purchase_id, secret],
    queryFn: ({ signal }) => call('rooms.look', { params, body: { secret } }, { signal }),
    retry: false,
  });
  const knock = () => {
    const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value.trim() !== ''));
    return call('rooms.enter', { params, body: { secret, ...given } });
  };
  const enter = useMutation({
    mutationFn: knock,
    onSuccess: (entered) => goIn(params.workspace_id, entered),
  });
  if (look.isPending) return null;
  if (look.isError) return <Frame title={words.unknown}>{null}</Frame>;
  const { brand, runs_it, asks, mails } = look.data;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    enter.mutate();
  };
  const change = (key: keyof typeof fields) => (event: { target: { value: string } }) =>
    setFields({ ...fields, [key]: event.target.value });
  return (
    <Frame brand={brand} title={words.title(brand.name)} about={words.about}>
      {enter.data === undefined || enter.data.state === 'in' ? (
        <form onSubmit={submit} className="space-y-3">
          {asks.name && (
            <Text label={words.name} autoComplete="name" value={fields.name} onChange={change('name')} required />
          )}
          {asks.email && (
            <Text
              label={words.email}
              type="email"
              autoComplete="email"
              value={fields.email}
              onChange={change('email')}
              required
            />
          )}
          {asks.password && (
            <Text
              label={words.password}
              type="password"
              value={fields.password}
              onChange={change('password')}
              required
            />
          )}
          <Said error={enter.error} />
          <Button type="submit" look="primary" className="w-full min-h-12 text-base" disabled={enter.isPending}>
            {words.enter}
          </Button>
        </form>
      ) : (
        <p role="status">{enter.data.state === 'mailed' ? words.mailed : words.waiting}</p>
      )}
      {enter.data?.state === 'mailed' && <Again send={knock} />}
      <Mails sentence={mails} />
      <p className="text-xs text-dim">{words.runs_it(runs_it)}</p>
    </Frame>
  );
}
