import { z } from 'zod';
import { REACHES } from '../core/access.ts';
import { operation } from './operation.ts';
import { id, in_purchase, instant } from './terms.ts';

const reach = z.enum(REACHES);
const PURCHASE = '/workspaces/:workspace_id/purchases/:purchase_id';

export const guestOperations = {
  'guests.list': operation({
    method: 'GET',
    path: `${PURCHASE}/guests`,
    noun: 'guest',
    summary: 'Who is in the room, who waits, and who left: for the buyer side.',
    permission: 'buyer',
    zone: 'buyer',
    params: in_purchase,
    output: z.strictObject({
      guests: z.array(
        z.strictObject({
          person_id: id,
          name: z.string().nullable(),
          email: z.string().nullable().describe('For administrators.'),
          verified: z.boolean(),
          state: z.enum(['waiting', 'in', 'former', 'refused']),
          administrator: z.boolean(),
          reach,
          came_at: instant,
        }),
      ),
    }),
  }),
  'guests.put': operation({
    method: 'PUT',
    path: `${PURCHASE}/guests/:person_id`,
    noun: 'guest',
    summary: 'Lets someone in, refuses them, makes them an administrator, or changes what of the buyer zone they read.',
    permission: 'buyer_admin',
    zone: 'buyer',
    params: z.strictObject({ ...in_purchase.shape, person_id: id }),
    body: z.strictObject({
      state: z.enum(['in', 'refused']).optional(),
      administrator: z.boolean().optional(),
      reach: reach.optional(),
    }),
    output: z.strictObject({ person_id: id }),
  }),
  'buyers.me': operation({
    method: 'GET',
    path: '/buyer',
    noun: 'guest',
    summary: 'Your rooms, of all suppliers, and your sessions. Only you see this list.',
    permission: 'visitor',
    zone: 'none',
    output: z.strictObject({
      email: z.string().nullable(),
      verified: z.boolean(),
      session_id: id,
      rooms: z.array(
        z.strictObject({
          workspace_id: id,
          purchase_id: id,
          supplier: z.string(),
          name: z.string().nullable(),
        }),
      ),
      sessions: z.array(z.strictObject({ session_id: id, agent: z.string().nullable(), created_at: instant })),
    }),
  }),
  'buyer_sessions.delete': operation({
    method: 'DELETE',
    path: '/buyer/sessions/:session_id',
    noun: 'guest',
    summary: 'Ends one of your sessions, at once.',
    permission: 'visitor',
    zone: 'none',
    params: z.strictObject({ session_id: id }),
    output: z.strictObject({ ended: z.literal(true) }),
  }),
};
