import { useQuery } from '@tanstack/react-query';
import type { OutputOf } from '../../../contract/operations.ts';
import { call } from '../../api.ts';
import { links } from '../../links.ts';

export type Hit = OutputOf<'searches.get'>['hits'][number];

/** So many characters say what is meant. */
const LEAST_TYPED = 2;

/** What of a purchase fits a search, as the one who acts may know it. */
export function useHits(
  workspace_id: string,
  purchase_id: string | null,
  as: string | null,
  text: string,
  limit: number,
) {
  const q = [...text.trim()].slice(0, 500).join('');
  return useQuery({
    queryKey: ['search', workspace_id, purchase_id, as, q, limit],
    queryFn: ({ signal }) =>
      call(
        'searches.get',
        { params: { workspace_id, purchase_id: purchase_id ?? '' }, query: { q, limit } },
        { as, signal },
      ),
    enabled: purchase_id !== null && q.length >= LEAST_TYPED,
    placeholderData: (before, query) =>
      query?.queryKey[2] === purchase_id && query.queryKey[3] === as ? before : undefined,
  });
}

/** The page on which a thing of each kind stands. */
export function linkOfHit(workspace_id: string, purchase_id: string, { kind, id }: Hit) {
  switch (kind) {
    case 'requirement':
    case 'option':
      return links.options(workspace_id, purchase_id);
    case 'claim':
      return links.claims(workspace_id, purchase_id);
    case 'assumption':
    case 'driver':
      return links.value(workspace_id, purchase_id);
    case 'question':
    case 'answer':
      return links.answers(workspace_id, purchase_id, { question: id });
    case 'risk':
      return links.risks(workspace_id, purchase_id, { risk: id });
    case 'step':
      return links.plan(workspace_id, purchase_id, { step: id });
    case 'file':
      return links.files(workspace_id, purchase_id, { file: id });
    default:
      return links.purchase(workspace_id, purchase_id);
  }
}
