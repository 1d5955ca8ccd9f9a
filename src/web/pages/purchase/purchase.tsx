import { useParams } from '@tanstack/react-router';
import { type ReactNode, useEffect, useMemo } from 'react';
import { common } from '../../../catalogue/frame.ts';
import { words } from '../../../catalogue/purchase.ts';
import { Strip } from '../../signs/strip.tsx';
import type { Page } from '../../types.ts';
import { Empty } from '../../ui/empty.tsx';
import { PageSkeleton } from '../../ui/skeleton.tsx';
import { usePlace } from '../../workspace.ts';
import { AsOfNotice, BackToNow, useAsOf, useLock } from './as-of.tsx';
import { Basis } from './basis.tsx';
import { BrokenPurchase, usePurchase } from './frame.tsx';
import { PurchaseHeader } from './header.tsx';
import { Ledger } from './ledger.tsx';
import { Matrix } from './matrix.tsx';
import { People } from './people.tsx';
import { Side } from './side.tsx';
import { StripTable } from './strip-table.tsx';
import { PurchaseTabs } from './tabs.tsx';
import { OpenedContext } from './write.ts';

/** One purchase as the one who acts may know it, now or as of a date. */
export function PurchasePage(): ReactNode {
  const { purchase_id } = useParams({ from: '/w/$workspace_id/purchases/$purchase_id' });
  const [as_of] = useAsOf();
  const now = usePurchase(purchase_id, null);
  const then = usePurchase(purchase_id, as_of);
  const shown = as_of === null ? now : then;
  if (shown.isPending || now.isPending) return <PageSkeleton />;
  if (shown.isError || now.isError)
    return (
      <BrokenPurchase error={shown.error ?? now.error} retry={() => void shown.refetch()}>
        <BackToNow />
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
  const locked = useLock(as_of) ?? page.read_only;
  const opened = useMemo(() => ({ page, locked }), [page, locked]);
  const [, setAsOf] = useAsOf();
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
