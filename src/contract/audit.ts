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
      text: z.string().describe('Who did what, in plain words.'),
    }),
  ),
  next: id.nullable().describe('The `after` of the next page; null at the end.'),
});

const filter = z.strictObject({
  action: z.string().max(60).optional().describe('The whole action or its first part: `room`, `room.closed`.'),
  person_id: id.optional().describe('Who did it, or whom it was done to.'),
  from: instant.optional(),
  to: instant.optional(),
});
const page = { after: id.optional(), limit: count.min(1).max(1000).default(100) };
const format = z.enum(['csv', 'jsonl']).default('csv');
const of_workspace = { ...filter.shape, purchase_id: id.optional() };

const WORKSPACE = '/workspaces/:workspace_id';
const PURCHASE = `${WORKSPACE}/purchases/:purchase_id`;

export const auditOperations = {
  'audit.list': operation({
    method: 'GET',
    path: `${WORKSPACE}/audit`,
    noun: 'audit',
    summary: "The supplier's audit log: sign-ins, grants, exports, keys, settings; newest first.",
    permission: 'admin',
    zone: 'seller',
    params: in_workspace,
    query: z.strictObject({ ...of_workspace, ...page }),
    output: entries,
  }),
  'audit.export': operation({
    method: 'GET',
    path: `${WORKSPACE}/audit/export`,
    noun: 'audit',
    summary: "The supplier's audit log as a file, CSV or JSON lines. That it was exported is noted in it.",
    permission: 'admin',
    zone: 'seller',
    params: in_workspace,
    query: z.strictObject({ ...of_workspace, format }),
    output: z.string(),
    media: 'download',
  }),
  'buyer_audit.list': operation({
    method: 'GET',
    path: `${PURCHASE}/audit`,
    noun: 'audit',
    summary: "The buyer side's audit log of a purchase: who came in, who tried to, grants, exports.",
    permission: 'buyer_admin',
    zone: 'buyer',
    params: in_purchase,
    query: z.strictObject({ ...filter.shape, ...page }),
    output: entries,
  }),
  'buyer_audit.export': operation({
    method: 'GET',
    path: `${PURCHASE}/audit/export`,
    noun: 'audit',
    summary: "The buyer side's audit log as a file, CSV or JSON lines. That it was exported is noted in it.",
    permission: 'buyer_admin',
    zone: 'buyer',
    lasting: true,
    params: in_purchase,
    query: z.strictObject({ ...filter.shape, format }),
    output: z.string(),
    media: 'download',
  }),
  'viewings.list': operation({
    method: 'GET',
    path: `${PURCHASE}/viewings`,
    noun: 'audit',
    summary: 'Everything that is recorded about who looked at this purchase. Both sides see the same.',
    permission: 'member',
    zone: 'view',
    params: in_purchase,
    output: z.strictObject({
      viewings: z.array(
        z.strictObject({
          person_id: id,
          what: z.string(),
          day: z.string(),
          times: z.int(),
          last_at: instant.describe('Of others, the beginning of the day.'),
        }),
      ),
    }),
  }),
};
