import { z } from 'zod';
import { operation } from './operation.ts';
import { count, id, in_purchase, in_workspace, instant } from './terms.ts';

const entries = z.strictObject({
  entries: z.array(
    z.strictObject({
      audit_id: id,
      at: instant,
      action: z.string(),
      purchase_id: id.nullable(),
      actor: z.record(z.string(), z.unknown()),
      about: z.record(z.string(), z.unknown()),
    }),
  ),
});

const query = z.strictObject({
  action: z.string().max(60).optional().describe('The whole action or its first part: `room`, `room.closed`.'),
  from: instant.optional(),
  to: instant.optional(),
  limit: count.min(1).max(5000).default(200),
});

export const auditOperations = {
  'audit.list': operation({
    method: 'GET',
    path: '/workspaces/:workspace_id/audit',
    noun: 'audit',
    summary: "The supplier's audit log: sign-ins, grants, exports, keys, settings; newest first.",
    permission: 'admin',
    zone: 'seller',
    params: in_workspace,
    query: z.strictObject({ ...query.shape, purchase_id: id.optional() }),
    output: entries,
  }),
  'buyer_audit.list': operation({
    method: 'GET',
    path: '/workspaces/:workspace_id/purchases/:purchase_id/audit',
    noun: 'audit',
    summary: "The buyer side's audit log of a purchase: who came in, who tried to, grants, exports.",
    permission: 'buyer_admin',
    zone: 'buyer',
    params: in_purchase,
    query,
    output: entries,
  }),
  'viewings.list': operation({
    method: 'GET',
    path: '/workspaces/:workspace_id/purchases/:purchase_id/viewings',
    noun: 'audit',
    summary: 'Everything that is recorded about who looked at this purchase. Both sides see the same.',
    permission: 'member',
    zone: 'view',
    params: in_purchase,
    output: z.strictObject({
      viewings: z.array(
        z.strictObject({ person_id: id, what: z.string(), day: z.string(), times: z.int(), last_at: instant }),
      ),
    }),
  }),
};
