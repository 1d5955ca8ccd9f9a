import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { words } from '../../../catalogue/notices.ts';
import { call } from '../../api.ts';
import { links } from '../../links.ts';
import { Button } from '../../ui/button.tsx';
import { Frame } from '../account/frame.tsx';

/** Where the link at the foot of a mail leads: one button. Opening the page stops nothing, so that mail scanners may. */
export function StopPage(): ReactNode {
  const params = useParams({ from: '/unsubscribe/$workspace_id/$token' });
  const look = useQuery({
    queryKey: ['stop', params.token],
    queryFn: ({ signal }) => call('unsubscribes.look', { params }, { signal }),
    retry: false,
  });
  const stop = useMutation({ mutationFn: () => call('unsubscribes.create', { params, body: {} }) });
  if (look.isPending) return null;
  if (look.isError) return <Frame title={words.stop_unknown}>{null}</Frame>;
  const stopped = look.data.stopped || stop.isSuccess;
  return (
    <Frame title={words.stop_title} about={stopped ? undefined : words.stop_about(look.data.supplier)}>
      {stopped ? (
        <>
          <p role="status">{words.stopped}</p>
          <Link {...links.rooms()} className="underline text-sm">
            {words.my_rooms}
          </Link>
        </>
      ) : (
        <Button
          look="primary"
          className="w-full min-h-12 text-base"
          disabled={stop.isPending}
          onClick={() => stop.mutate()}
        >
          {words.stop}
        </Button>
      )}
      {stop.isError && (
        <p role="alert" className="text-sm text-bad">
          {stop.error.message}
        </p>
      )}
    </Frame>
  );
}
