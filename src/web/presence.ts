import { useQuery } from '@tanstack/react-query';
import type { OutputOf } from '../contract/operations.ts';
import type { SeenBy } from '../core/presence.ts';
import { useCall, usePlace } from './workspace.ts';

export type Here = OutputOf<'presences.put'>['people'][number];

const EVERY_MS = 20_000;
const KEY = 'coassent.seen-by';

/** Whether this browser lets the other side see that one is here; not unless one said so. */
export const seenBy = (): SeenBy => (localStorage.getItem(KEY) === 'everyone' ? 'everyone' : 'side');
export const keepSeenBy = (seen_by: SeenBy): void => localStorage.setItem(KEY, seen_by);

/** Says that one is here while the page is looked at, and who else is. */
export function usePresence(purchase_id: string, page: string): readonly Here[] {
  const { workspace_id, as, previews } = usePlace();
  const call = useCall();
  const here = useQuery({
    queryKey: ['presence', workspace_id, purchase_id, as, page],
    queryFn: ({ signal }) =>
      call(
        'presences.put',
        { params: { workspace_id, purchase_id }, body: { page, seen_by: seenBy() } },
        // That one was here is not worth saying later.
        { signal, only_now: true },
      ),
    refetchInterval: EVERY_MS,
    staleTime: 0,
    retry: false,
    placeholderData: (before) => before,
    enabled: as !== '' && !previews,
  });
  return (here.data?.people ?? []).filter(({ person_id }) => person_id !== as);
}
