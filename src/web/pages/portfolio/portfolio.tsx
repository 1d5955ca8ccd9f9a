import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { common, frame } from '../../../catalogue/frame.ts';
import { words } from '../../../catalogue/portfolio.ts';
import type { PortfolioSearch } from '../../searches.ts';
import { Button } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { useActAs, useCall, usePlace } from '../../workspace.ts';
import { BuyerNowhere } from './buyer-nowhere.tsx';
import { Filters, NothingFits, SearchAndOrder } from './filters.tsx';
import { PurchaseList } from './list.tsx';

const PAGE_SIZE = 100;

const FirstRun = lazy(async () => ({ default: (await import('./first-run.tsx')).FirstRun }));
const NewPurchase = lazy(async () => ({ default: (await import('./new-purchase.tsx')).NewPurchase }));

const filterOf = (search: PortfolioSearch) => ({
  ...(search.q === undefined ? {} : { q: search.q }),
  ...(search.outcome === undefined ? {} : { outcome: search.outcome }),
  ...(search.needs_help ? { needs_help: 'true' } : {}),
  ...(search.held ? { held: 'true' } : {}),
  ...(search.import_id === undefined ? {} : { import_id: search.import_id }),
});

/** What the chips count: everything that the search and the import leave. */
const aroundOf = ({ q, import_id }: PortfolioSearch): PortfolioSearch => ({
  ...(q === undefined ? {} : { q }),
  ...(import_id === undefined ? {} : { import_id }),
});

function usePurchases(search: PortfolioSearch) {
  const { workspace_id, as } = usePlace();
  const call = useCall();
  const filter = { ...filterOf(search), sort: search.sort ?? 'need' };
  return useInfiniteQuery({
    queryKey: ['purchases', workspace_id, as, filter],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...filter, limit: PAGE_SIZE, ...(pageParam === null ? {} : { cursor: pageParam }) };
      return call('purchases.list', { params: { workspace_id }, query }, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
    placeholderData: (before) => before,
  });
}

/** How many there are: of all that the search leaves, for the chips; and of what is shown. */
export function useCounts(search: PortfolioSearch) {
  const { workspace_id, as } = usePlace();
  const call = useCall();
  const query = filterOf(search);
  return useQuery({
    queryKey: ['counts', workspace_id, as, query],
    queryFn: ({ signal }) => call('purchases.count', { params: { workspace_id }, query }, { signal }),
    placeholderData: (before) => before,
  });
}

/** Purchases, most in need of help first. */
export function PortfolioPage(): ReactNode {
  const search = useSearch({ from: '/w/$workspace_id/purchases' });
  const { me, workspace } = usePlace();
  const around = useCounts(aroundOf(search));
  const shown = useCounts(search);
  const list = usePurchases(search);
  const [opening, setOpening] = useState(false);
  useEffect(() => {
    document.title = `${words.title} · ${workspace?.name ?? common.product}`;
  }, [workspace]);
  if (me?.side === 'buyer' || (me === null && list.isError)) return <BuyerNowhere />;
  if (list.isError) return <Broken error={list.error} retry={() => void list.refetch()} />;
  const filtered = Object.keys(filterOf(search)).length > 0;
  const empty = list.isSuccess && !list.isPlaceholderData && list.data.pages.every(({ rows }) => rows.length === 0);
  // The dialog stays where it is when the first purchase fills the list behind it.
  return (
    <>
      {empty && !filtered ? (
        <Suspense fallback={null}>
          <FirstRun onOpen={() => setOpening(true)} />
        </Suspense>
      ) : (
        <Purchases
          search={search}
          list={list}
          counts={[shown.data?.total, around.data]}
          onOpen={() => setOpening(true)}
        />
      )}
      <Suspense fallback={null}>{opening && <NewPurchase onClose={() => setOpening(false)} />}</Suspense>
    </>
  );
}

interface PurchasesProps {
  search: PortfolioSearch;
  list: ReturnType<typeof usePurchases>;
  counts: [shown: number | undefined, around: ReturnType<typeof useCounts>['data']];
  onOpen: () => void;
}

function Purchases({ search, list, counts: [shown, around], onOpen }: PurchasesProps): ReactNode {
  const counted_to = list.data?.pages[0]?.counted_to ?? null;
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const empty = list.isSuccess && !list.isPlaceholderData && rows.length === 0;
  return (
    <main id="page" className="wrap pt-5 pb-10">
      <div className="flex flex-wrap items-center gap-3 mb-3">
        <h1>{words.title}</h1>
        <Total shown={shown} all={around?.total} />
        <span className="grow" />
        <SearchAndOrder search={search} />
        <Button look="primary" onClick={onOpen}>
          <Plus size={14} aria-hidden />
          {words.new_purchase}
        </Button>
      </div>
      <Filters search={search} counts={around ?? null} />
      {counted_to !== null && <CountedTo at={counted_to} />}
      {list.isPending && <Loading />}
      {empty && <NothingFits />}
      {rows.length > 0 && counted_to !== null && (
        <PurchaseList
          rows={rows}
          total={shown ?? rows.length}
          counted_to={counted_to}
          stale={list.isPlaceholderData}
          more={list.hasNextPage && !list.isFetchingNextPage ? () => void list.fetchNextPage() : null}
          done={!list.hasNextPage}
        />
      )}
    </main>
  );
}

function Total({ shown, all }: { shown: number | undefined; all: number | undefined }): ReactNode {
  const text = shown === undefined || all === undefined ? '' : shown === all ? words.total(all) : words.of(shown, all);
  return (
    <span className="text-dim" aria-live="polite">
      {text}
    </span>
  );
}

const DAY_MS = 86_400_000;

function CountedTo({ at }: { at: string }): ReactNode {
  if (Date.now() - Date.parse(at) < DAY_MS) return null;
  return <p className="text-xs text-dim mb-2 border-l-2 border-warn pl-2.5">{words.counted_to(at)}</p>;
}

const Loading = (): ReactNode => (
  <div role="status" aria-label={common.loading} className="space-y-2 mt-3">
    {['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((key) => (
      <Skeleton key={key} className="h-14" />
    ))}
  </div>
);

function Broken({ error, retry }: { error: unknown; retry: () => void }): ReactNode {
  const { people, me } = usePlace();
  const actAs = useActAs();
  const seller = people.find((person) => person.side === 'seller');
  return (
    <main id="page" className="wrap">
      <Trouble error={error} retry={retry}>
        {seller !== undefined && me?.side !== 'seller' && (
          <Button onClick={() => actAs(seller.person_id)}>{frame.act_as_seller}</Button>
        )}
      </Trouble>
    </main>
  );
}
