import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { CornerDownRight } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { formatDateTime } from '../../../catalogue/format.ts';
import { ledgerWords as words } from '../../../catalogue/ledger.ts';
import { zoneWords } from '../../../catalogue/zone.ts';
import { Padlock } from '../../signs/padlock.tsx';
import type { LedgerEntry } from '../../types.ts';
import { Button } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { useCall, usePlace } from '../../workspace.ts';
import { CorrectionDialog } from './correction.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { useOpened } from './write.ts';

const PAGE_SIZE = 25;
/** What events of the simulator name as their source. */
const SIMULATED = 'simulated';

function useLedger(as_of: string | null, kinds: string | undefined) {
  const { workspace_id, as } = usePlace();
  const { page } = useOpened();
  const { purchase_id } = page;
  const call = useCall();
  return useInfiniteQuery({
    queryKey: ['events', workspace_id, purchase_id, as, as_of, kinds],
    queryFn: ({ pageParam, signal }) => {
      const query = {
        ...(as_of === null ? {} : { as_of }),
        limit: PAGE_SIZE,
        ...(kinds === undefined ? {} : { kinds }),
        ...(pageParam === null ? {} : { cursor: pageParam }),
      };
      return call('purchases.events', { params: { workspace_id, purchase_id }, query }, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
    placeholderData: (before, query) =>
      query?.queryKey[2] === purchase_id && query.queryKey[3] === as ? before : undefined,
  });
}

/** Everything that happened, newest first, each with what it led to. */
export function Ledger({ as_of }: { as_of: string | null }): ReactNode {
  const { kinds } = useSearch({ from: '/w/$workspace_id/purchases/$purchase_id' });
  const { page, locked } = useOpened();
  const ledger = useLedger(as_of, kinds);
  const [correcting, setCorrecting] = useState<LedgerEntry | null>(null);
  const [moving, setMoving] = useState<LedgerEntry | null>(null);
  const entries = ledger.data?.pages.flatMap((one) => one.events) ?? [];
  return (
    <section aria-labelledby="ledger" className="border-t border-line pt-5">
      <div className="flex flex-wrap items-center gap-2 mb-2">
        <h2 id="ledger" className="mr-2">
          {words.title}
        </h2>
        <Filters kinds={kinds} />
      </div>
      {ledger.isError && <Trouble error={ledger.error} retry={() => void ledger.refetch()} />}
      {ledger.isPending && <Skeleton className="h-40" />}
      {ledger.isSuccess && entries.length === 0 && <p className="text-sm text-dim py-4">{words.empty}</p>}
      <ol>
        {entries.map((entry) => (
          <Entry
            key={entry.id}
            entry={entry}
            correct={
              locked === null && entry.corrected === null && entry.kind !== 'event.corrected'
                ? () => setCorrecting(entry)
                : null
            }
            move={locked === null && isMovable(entry, page.view) ? () => setMoving(entry) : null}
          />
        ))}
      </ol>
      {ledger.hasNextPage && (
        <Button className="mt-3" disabled={ledger.isFetchingNextPage} onClick={() => void ledger.fetchNextPage()}>
          {words.more}
        </Button>
      )}
      {correcting !== null && <CorrectionDialog entry={correcting} onClose={() => setCorrecting(null)} />}
      {moving !== null && (
        <MoveDialog
          thing={{
            ...{ event_id: moving.id, text: moving.text, zone: moving.zone },
            ...(moving.kind === 'file.changed' && { more: <p className="mt-1 text-dim">{zoneWords.file_along}</p> }),
          }}
          onClose={() => setMoving(null)}
        />
      )}
    </section>
  );
}

/** What one's own side wrote here, of content: the server has the last word. */
const isMovable = (entry: LedgerEntry, own: 'buyer' | 'seller'): boolean =>
  entry.corrected === null &&
  entry.import_id === null &&
  entry.actor.side === own &&
  !/^(event|import)\.|^purchase\.(opened|revived)$|^stakeholder\.entered$/.test(entry.kind);

function Filters({ kinds }: { kinds: string | undefined }): ReactNode {
  const navigate = useNavigate({ from: '/w/$workspace_id/purchases/$purchase_id' });
  const set = (chosen: string): void =>
    void navigate({
      search: (before) => ({ ...before, kinds: chosen === '' ? undefined : chosen }) as never,
      replace: true,
      resetScroll: false,
    });
  return (
    <fieldset className="flex flex-wrap gap-1.5" aria-label={words.filter}>
      {words.groups.map((group) => (
        <button
          key={group.label}
          type="button"
          className="chip !min-h-6 !py-0.5 !text-xs"
          aria-pressed={(kinds ?? '') === group.kinds}
          onClick={() => set(group.kinds)}
        >
          {group.label}
        </button>
      ))}
    </fieldset>
  );
}

interface EntryProps {
  entry: LedgerEntry;
  correct: (() => void) | null;
  move: (() => void) | null;
}

function Entry({ entry, correct, move }: EntryProps): ReactNode {
  const late = Date.parse(entry.recorded_at) - Date.parse(entry.occurred_at) > 86_400_000;
  const agent =
    entry.actor.kind === 'agent' ? ` ${words.agent}` : entry.actor.kind === 'operator' ? ` ${words.operator}` : '';
  const told = agent === '' && entry.actor_name !== null && entry.text.startsWith(entry.actor_name);
  return (
    <li
      className={`group grid grid-cols-[132px_minmax(0,1fr)_auto] max-sm:grid-cols-[1fr_auto] gap-x-4 gap-y-0.5 border-t border-line py-1.5 text-sm ${entry.corrected === null ? '' : 'text-dim'}`}
    >
      <time
        dateTime={entry.occurred_at}
        className="text-xs text-dim pt-0.5 max-sm:col-span-2"
        title={words.times(formatDateTime(entry.known_at), formatDateTime(entry.recorded_at))}
      >
        {formatDateTime(entry.occurred_at)}
      </time>
      <div className="min-w-0">
        <p className={`wrap-anywhere ${entry.corrected === null ? '' : 'line-through'}`}>{entry.text}</p>
        {entry.consequences.map((what) => (
          <p key={what} className="text-xs text-warn flex gap-1 items-start wrap-anywhere">
            <CornerDownRight size={12} className="mt-0.5 shrink-0" aria-hidden />
            {what}
          </p>
        ))}
        <p className="text-xs text-dim flex flex-wrap gap-x-3">
          {!told && (
            <span>
              <bdi>{entry.actor_name ?? words.someone}</bdi>
              {agent}
            </span>
          )}
          {entry.import_id !== null && <span>{words.imported}</span>}
          {entry.source !== null && entry.source !== SIMULATED && <span>{entry.source}</span>}
          {late && entry.import_id === null && entry.source === null && (
            <span>{words.late(formatDateTime(entry.recorded_at))}</span>
          )}
          {entry.corrected !== null && <span>{words.corrected[entry.corrected]}</span>}
          <Padlock zone={entry.zone} />
        </p>
      </div>
      <span className="self-start flex flex-wrap justify-end">
        {move !== null && (
          <Button look="quiet" small aria-label={`${zoneWords.move} ${entry.text}`} onClick={move}>
            {words.move}
          </Button>
        )}
        {correct !== null && (
          <Button look="quiet" small aria-label={`${words.correct}: ${entry.text}`} onClick={correct}>
            {words.correct}
          </Button>
        )}
      </span>
    </li>
  );
}
