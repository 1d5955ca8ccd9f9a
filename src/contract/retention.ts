import { z } from 'zod';
import { operation } from './operation.ts';
import { in_workspace, instant } from './terms.ts';

const days = z.int().min(1).max(3650);

export const retention = z.strictObject({
  viewings_days: days.nullable().describe('How long what buyers looked at is kept; null for good.'),
  mails_days: days.nullable().describe("How long this workspace's mails stay in the mailbox."),
  uploads_days: days.nullable().describe('How long uploaded files are kept.'),
  spent_days: days.describe('How long passes and invitations are kept that open nothing any more.'),
  identities_months: z
    .int()
    .min(1)
    .max(240)
    .nullable()
    .describe('So many months after a purchase ended, its people are erased; null for never.'),
});

const kept = z.strictObject({ ...retention.shape, changed_at: instant.nullable() });

export const retentionOperations = {
  'retention.get': operation({
    method: 'GET',
    path: '/workspaces/:workspace_id/retention',
    noun: 'retention',
    summary: 'How long this workspace keeps what the ledger does not hold.',
    permission: 'admin',
    zone: 'seller',
    params: in_workspace,
    output: kept,
  }),
  'retention.put': operation({
    method: 'PUT',
    path: '/workspaces/:workspace_id/retention',
    noun: 'retention',
    summary: 'Sets how long things are kept. The ledger and the audit log are never shortened.',
    permission: 'admin',
    zone: 'seller',
    params: in_workspace,
    body: retention,
    output: kept,
  }),
};
