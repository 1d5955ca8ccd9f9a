import { z } from 'zod';
import { SEARCH_KINDS } from '../core/search.ts';
import { operation } from './operation.ts';
import { count, id, in_purchase, instant, zone } from './terms.ts';

export const searchOperations = {
  'searches.get': operation({
    method: 'GET',
    path: '/workspaces/:workspace_id/purchases/:purchase_id/search',
    noun: 'search',
    summary: 'Searches what you may read of a purchase; the best first.',
    permission: 'member',
    zone: 'view',
    params: in_purchase,
    query: z.strictObject({
      q: z.string().max(500).default('').describe('Every word has to be there, or its beginning, or a part.'),
      limit: count.min(1).max(100).default(30),
    }),
    output: z.strictObject({
      hits: z.array(
        z.strictObject({
          kind: z.enum(SEARCH_KINDS),
          id: id.describe('What to go to: of an answer its question, of a touch its event.'),
          title: z.string(),
          text: z.string().describe('What else is said of it, where the words stand.'),
          zone,
          at: instant.nullable(),
          score: z.number().describe('0 to 1.'),
        }),
      ),
    }),
  }),
};
