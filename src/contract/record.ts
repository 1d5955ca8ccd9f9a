import { z } from 'zod';
import { operation } from './operation.ts';
import { id, in_purchase, instant, zone } from './terms.ts';

const PURCHASE = '/workspaces/:workspace_id/purchases/:purchase_id';

export const recordOperations = {
  'archives.get': operation({
    method: 'GET',
    path: `${PURCHASE}/archive`,
    noun: 'record',
    summary: 'Everything you may read of a purchase, as a zip of JSON lines and CSV that is readable without Coassent.',
    permission: 'member',
    zone: 'view',
    lasting: true,
    params: in_purchase,
    output: z.string(),
    media: 'download',
  }),
  'moves.create': operation({
    method: 'POST',
    path: `${PURCHASE}/moves`,
    noun: 'record',
    summary: 'Moves an entry of your side between its own zone and the shared one.',
    permission: 'member',
    zone: 'view',
    params: in_purchase,
    body: z.strictObject({
      event_id: id,
      to: zone,
      confirmed: z.literal(true).describe('The person has seen what the other side will be able to read.'),
    }),
    output: z.strictObject({
      command_id: id,
      purchase_id: id,
      events: z.array(z.strictObject({ id, kind: z.string(), occurred_at: instant })),
      remains: z.string().nullable().describe('What moving cannot take back, in words.'),
    }),
  }),
};
