import { useQueryClient } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { reviewWords, recordWords as words } from '../../../catalogue/records.ts';
import { download } from '../../api.ts';
import { Empty } from '../../ui/empty.tsx';
import { sayError } from '../../ui/toast.tsx';
import { useCall, usePlace } from '../../workspace.ts';
import { PurchaseFrame } from '../purchase/frame.tsx';
import { useOpened } from '../purchase/write.ts';
import { LogList } from './log-list.tsx';
import { ReviewList } from './reviews.tsx';

const FAMILIES = ['', 'guest', 'pass', 'room', 'grant', 'zone', 'export', 'record', 'person', 'text', 'key'] as const;

/** The log of the buyer side of a purchase, and the texts to look through after an erasure: for who governs it. */
export function BuyerLogPage(): ReactNode {
  return (
    <PurchaseFrame title={words.log_title}>
      <BuyerLog />
    </PurchaseFrame>
  );
}

function BuyerLog(): ReactNode {
  const { workspace_id, standing, me, as } = usePlace();
  const search = useSearch({ from: '/w/$workspace_id/purchases/$purchase_id/log' });
  const { page } = useOpened();
  const call = useCall();
  const queries = useQueryClient();
  const { purchase_id } = page;
  const params = { workspace_id, purchase_id };
  const governs = standing === null ? me?.side === 'buyer' : standing.guest?.administrator === true;
  if (!governs) return <Empty title={words.for_administrators}>{words.for_administrators_about}</Empty>;
  const nameOf = (id: string): string =>
    page.people.find((person) => person.person_id === id)?.name ?? reviewWords.someone;
  const decide = async (review_id: string, state: 'blanked' | 'kept') => {
    await call('buyer_reviews.put', { params: { ...params, review_id }, body: { state } });
    // What was blanked stands on other pages too.
    await queries.invalidateQueries({ queryKey: ['purchase', workspace_id, purchase_id] });
  };
  return (
    <div className="max-w-3xl">
      <h1>{words.log_title}</h1>
      <p className="text-sm text-dim mt-1 mb-3">{words.log_about}</p>
      <LogList
        search={search}
        queryKey={['buyer log', workspace_id, purchase_id, as]}
        load={({ purchase_id: _all, ...query }, signal) => call('buyer_audit.list', { params, query }, { signal })}
        save={({ purchase_id: _all, ...query }) =>
          void download('buyer_audit.export', { params, query }, `log.${query.format}`, as).catch(sayError)
        }
        people={page.people.map(({ person_id, name }) => ({ person_id, name }))}
        families={FAMILIES}
      />
      <ReviewList
        queryKey={['buyer reviews', workspace_id, purchase_id, as]}
        load={(signal) => call('buyer_reviews.list', { params }, { signal })}
        decide={decide}
        nameOf={nameOf}
      />
    </div>
  );
}
