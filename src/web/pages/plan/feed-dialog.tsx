import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { formatDateTime } from '../../../catalogue/format.ts';
import { feedWords as words } from '../../../catalogue/plan.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Text } from '../../ui/field.tsx';
import { say, sayError } from '../../ui/toast.tsx';
import { useCall, usePlace } from '../../workspace.ts';
import { useOpened } from '../purchase/write.ts';

/** An address from which one's own calendar reads the plan; made, and ended. */
export function FeedDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { workspace_id, as } = usePlace();
  const { purchase_id } = useOpened().page;
  const call = useCall();
  const queries = useQueryClient();
  const [address, setAddress] = useState<string | null>(null);
  const params = { workspace_id, purchase_id };
  const key = ['calendar feeds', workspace_id, purchase_id, as];
  const { data } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call('calendar_feeds.list', { params }, { signal }),
  });
  const make = async (): Promise<void> => {
    setAddress((await call('calendar_feeds.create', { params })).address);
    await queries.invalidateQueries({ queryKey: key });
  };
  const end = async (feed_id: string): Promise<void> => {
    await call('calendar_feeds.delete', { params: { ...params, feed_id } });
    setAddress(null);
    await queries.invalidateQueries({ queryKey: key });
    say(words.ended);
  };
  return (
    <Dialog title={words.title} about={words.about} open onClose={onClose}>
      <div className="space-y-4">
        {address === null ? (
          <Button look="primary" onClick={() => void make().catch(sayError)}>
            {words.make}
          </Button>
        ) : (
          <NewAddress address={address} />
        )}
        <section aria-labelledby="feeds">
          <h2 id="feeds">{words.yours}</h2>
          {data?.feeds.length === 0 && <p className="text-sm text-dim">{words.none}</p>}
          <ul>
            {data?.feeds.map(({ feed_id, made_at, last_read_at }) => (
              <li key={feed_id} className="flex items-center justify-between gap-3 border-t border-line py-1.5 text-sm">
                <span>
                  {words.made_at(formatDateTime(made_at))}
                  <span className="block text-xs text-dim">
                    {words.read_at(last_read_at === null ? null : formatDateTime(last_read_at))}
                  </span>
                </span>
                <Button small look="danger" onClick={() => void end(feed_id).catch(sayError)}>
                  {words.end}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Dialog>
  );
}

function NewAddress({ address }: { address: string }): ReactNode {
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(address);
    say(words.copied);
  };
  return (
    <div className="space-y-2 rounded-lg bg-acc-soft p-3">
      <p className="text-sm">{words.made}</p>
      <Text label={words.address} value={address} readOnly onFocus={(event) => event.target.select()} />
      <Button small onClick={() => void copy().catch(sayError)}>
        {words.copy}
      </Button>
    </div>
  );
}
