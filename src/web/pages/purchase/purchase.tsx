import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type ReactNode, useEffect, useMemo } from 'react';
import { links } from '../../links.ts';
import { Strip } from '../../signs/strip.tsx';
import type { Page } from '../../types.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { PageSkeleton } from '../../ui/skeleton.tsx';
import { common } from '../../words.ts';
import { usePlace } from '../../workspace.ts';
import { Basis } from './basis.tsx';
import { BackToNow, BrokenPurchase, usePurchase } from './frame.tsx';
import { PurchaseHeader } from './header.tsx';
import { Ledger } from './ledger.tsx';
import { Matrix } from './matrix.tsx';
import { People } from './people.tsx';
import { Side } from './side.tsx';
import { StripTable } from './strip-table.tsx';
import { PurchaseTabs } from './tabs.tsx';
import { words } from './words.ts';
import { OpenedContext, useOpened } from './write.ts';

/** One purchase as the one who acts may know it, now or as of a date. */
export function PurchasePage(): ReactNode {
  const { purchase_id } = useParams({ from: '/w/$workspace_id/purchases/$purchase_id' });
  const { as_of = null } = useSearch({ from: '/w/$workspace_id/purchases/$purchase_id' });
  const now = usePurchase(purchase_id, null);
  const then = usePurchase(purchase_id, as_of);
  const shown = as_of === null ? now : then;
  if (shown.isPending || now.isPending) return <PageSkeleton />;
  if (shown.isError || now.isError)
    return (
      <BrokenPurchase error={shown.error ?? now.error} retry={() => void shown.refetch()}>
        <BackToNow as_of={as_of} />
      </BrokenPurchase>
    );
  return <Opened key={purchase_id} now={now.data} page={shown.data} as_of={as_of} fetching={shown.isPlaceholderData} />;
}

interface OpenedProps {
  now: Page;
  page: Page;
  as_of: string | null;
  fetching: boolean;
}

function Opened({ now, page, as_of, fetching }: OpenedProps): ReactNode {
  const { workspace_id } = usePlace();
  const navigate = useNavigate();
  const { purchase_id } = page;
  const locked = as_of === null ? page.read_only : words.as_of(as_of);
  const opened = useMemo(() => ({ page, locked }), [page, locked]);
  const setAsOf = (at: string | null): void =>
    void navigate({
      ...links.purchase(workspace_id, purchase_id),
      search: (before) => ({ ...before, as_of: at ?? undefined }) as never,
      replace: true,
      resetScroll: false,
    });
  useEffect(() => {
    document.title = `${page.name ?? words.unnamed} · ${common.product}`;
  }, [page.name]);
  return (
    <OpenedContext value={opened}>
      <main id="page" className={`wrap pt-5 pb-10 ${fetching ? 'opacity-70' : ''}`} aria-busy={fetching}>
        <PurchaseHeader />
        <PurchaseTabs />
        <Notices as_of={as_of} onNow={() => setAsOf(null)} />
        <div className="grid grid-cols-[minmax(0,1fr)_300px] max-lg:grid-cols-1 gap-x-7 gap-y-6 mt-4">
          <div className="min-w-0 space-y-7">
            <section aria-labelledby="strip">
              <h2 id="strip" className="mb-1">
                {words.strip}
              </h2>
              {now.jobs.length === 0 ? (
                <Empty title={words.no_jobs}>{words.no_jobs_about}</Empty>
              ) : (
                <>
                  <Strip page={now} as_of={as_of} onAsOf={setAsOf} />
                  <StripTable page={now} />
                </>
              )}
            </section>
            <Matrix />
            <People />
            <Basis />
            <Ledger as_of={as_of} />
          </div>
          <Side />
        </div>
      </main>
    </OpenedContext>
  );
}

function Notices({ as_of, onNow }: { as_of: string | null; onNow: () => void }): ReactNode {
  const { me, as } = usePlace();
  const buyer = me?.side === 'buyer' ? me : null;
  return (
    <>
      {buyer !== null && as !== '' && (
        <p className="mt-3 rounded-lg bg-acc-soft px-3.5 py-2 text-sm">
          <b className="font-semibold">{words.buyer_banner}.</b> {words.buyer_looks}
        </p>
      )}
      <AsOfNotice as_of={as_of} onNow={onNow} />
    </>
  );
}

function AsOfNotice({ as_of, onNow }: { as_of: string | null; onNow: () => void }): ReactNode {
  const { page } = useOpened();
  if (as_of === null && page.read_only === null) return null;
  return (
    <div
      role="status"
      className="mt-3 rounded-lg border border-ink/25 bg-sunk px-3.5 py-2 text-sm flex flex-wrap items-center gap-x-3 gap-y-1"
    >
      <span>{as_of === null ? `${words.read_only} ${page.read_only ?? ''}` : words.as_of(as_of)}</span>
      {as_of !== null && (
        <Button small onClick={onNow}>
          {words.now}
        </Button>
      )}
    </div>
  );
}
