import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useEffect, useMemo } from 'react';
import { common, frame } from '../../../catalogue/frame.ts';
import { words } from '../../../catalogue/purchase.ts';
import { links } from '../../links.ts';
import { RingRow } from '../../signs/ring.tsx';
import { Button } from '../../ui/button.tsx';
import { PageSkeleton } from '../../ui/skeleton.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { useActAs, useCall, usePlace } from '../../workspace.ts';
import { AsOfField, AsOfNotice, BackToNow, useAsOf, useLock } from './as-of.tsx';
import { WhoIsHere } from './here.tsx';
import { PurchaseTabs } from './tabs.tsx';
import { OpenedContext, useOpened } from './write.ts';

/** A purchase as the one who acts may know it: now, or as of a date. */
export function usePurchase(purchase_id: string, as_of: string | null) {
  const { workspace_id, as } = usePlace();
  const call = useCall();
  return useQuery({
    queryKey: ['purchase', workspace_id, purchase_id, as, as_of],
    queryFn: ({ signal }) =>
      call(
        'purchases.get',
        { params: { workspace_id, purchase_id }, query: as_of === null ? {} : { as_of } },
        { signal },
      ),
    // While another date loads, the page of the last one stays; never that of another person or purchase.
    placeholderData: (before, query) =>
      query?.queryKey[2] === purchase_id && query.queryKey[3] === as ? before : undefined,
  });
}

interface FrameProps {
  title: string;
  /** Whether the page can be shown as of an earlier date. */
  dated?: boolean;
  children: ReactNode;
}

/**
 * What surrounds every further page of a purchase: its name, its rings small, and its tabs. Below it, `useOpened` gives
 * the purchase and `useWrite` changes it.
 */
export function PurchaseFrame({ title, dated = false, children }: FrameProps): ReactNode {
  const { purchase_id = '' } = useParams({ strict: false });
  const [asked, setAsOf] = useAsOf();
  const as_of = dated ? asked : null;
  const now = usePurchase(purchase_id, as_of);
  const page = now.data;
  const why_locked = useLock(as_of);
  const opened = useMemo(
    () => (page === undefined ? null : { page, locked: why_locked ?? page.read_only }),
    [page, why_locked],
  );
  const name = page?.name ?? null;
  useEffect(() => {
    document.title = `${title} · ${name ?? words.unnamed} · ${common.product}`;
  }, [title, name]);
  if (now.isError && opened === null)
    return (
      <BrokenPurchase error={now.error} retry={() => void now.refetch()}>
        {dated && <BackToNow />}
      </BrokenPurchase>
    );
  if (opened === null) return <PageSkeleton />;
  return (
    <OpenedContext value={opened}>
      <main id="page" className="wrap pt-4 pb-10">
        <SmallHeader dated={dated} />
        <PurchaseTabs />
        <AsOfNotice as_of={as_of} onNow={() => setAsOf(null)} />
        <div className="mt-5">{children}</div>
      </main>
    </OpenedContext>
  );
}

function SmallHeader({ dated }: { dated: boolean }): ReactNode {
  const { page } = useOpened();
  const { workspace_id } = usePlace();
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 pb-2">
      <p className="min-w-0 wrap-anywhere">
        <Link {...links.purchase(workspace_id, page.purchase_id)} className="font-semibold hover:underline">
          <bdi>{page.name ?? words.unnamed}</bdi>
        </Link>{' '}
        <bdi className="text-dim">{page.account_name ?? words.no_account}</bdi>
      </p>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {dated && <AsOfField />}
        <WhoIsHere />
        <RingRow rings={page.rings} />
      </div>
    </div>
  );
}

/** A purchase that cannot be shown, and what to do about it. */
export function BrokenPurchase({
  error,
  retry,
  children,
}: {
  error: unknown;
  retry: () => void;
  children?: ReactNode;
}): ReactNode {
  const { people, me } = usePlace();
  const actAs = useActAs();
  const seller = people.find((person) => person.side === 'seller');
  return (
    <main id="page" className="wrap">
      <Trouble error={error} retry={retry}>
        {children}
        {seller !== undefined && me?.side !== 'seller' && (
          <Button onClick={() => actAs(seller.person_id)}>{frame.act_as_seller}</Button>
        )}
      </Trouble>
    </main>
  );
}
