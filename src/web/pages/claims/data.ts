import { useQuery } from '@tanstack/react-query';
import type { InputOf, OutputOf } from '../../../contract/operations.ts';
import { useCall, usePlace } from '../../workspace.ts';
import { atDate, useOpened } from '../purchase/write.ts';

export type ClaimList = OutputOf<'claims.list'>;
export type ClaimView = ClaimList['claims'][number];
export type ContradictionView = ClaimList['contradictions'][number];

type Page = 'channels.get' | 'claim_audits.get' | 'overloads.get' | 'sheets.get';

/** The claims of the open purchase, filtered as the address says. */
export function useClaims(query: NonNullable<InputOf<'claims.list'>['query']> = {}) {
  const { workspace_id, as } = usePlace();
  const { page } = useOpened();
  const call = useCall();
  const { purchase_id } = page;
  return useQuery({
    queryKey: ['claims', workspace_id, purchase_id, as, page.as_of, query],
    queryFn: ({ signal }) =>
      call('claims.list', { params: { workspace_id, purchase_id }, query: { ...query, ...atDate(page) } }, { signal }),
    placeholderData: (before, last) =>
      last?.queryKey[2] === purchase_id && last.queryKey[3] === as ? before : undefined,
  });
}

/** One of the pages that are made of the claims. */
export function useClaimPage<N extends Page>(name: N) {
  const { workspace_id, as } = usePlace();
  const { page } = useOpened();
  const call = useCall();
  const { purchase_id } = page;
  return useQuery({
    queryKey: [name, workspace_id, purchase_id, as, page.as_of],
    queryFn: async ({ signal }): Promise<OutputOf<N>> =>
      call(name, { params: { workspace_id, purchase_id }, query: atDate(page) } as unknown as InputOf<N>, { signal }),
  });
}
