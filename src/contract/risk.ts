import { z } from 'zod';
import { RISK_STATES } from '../core/body/risk.ts';
import { operation } from './operation.ts';
import { id, in_purchase, instant, zone } from './terms.ts';

export const riskOperations = {
  'risks.list': operation({
    method: 'GET',
    path: '/workspaces/:workspace_id/purchases/:purchase_id/risks',
    noun: 'risk',
    summary: 'What could go wrong, as you may know it: what is live and weighs most first.',
    permission: 'member',
    zone: 'view',
    params: in_purchase,
    output: z.strictObject({
      risks: z.array(
        z.strictObject({
          risk_id: id,
          text: z.string(),
          for_whom: z.string().nullable(),
          likelihood: z.int().describe('1 to 5.'),
          impact: z.int().describe('1 to 5.'),
          severity: z.int().describe('Likelihood × impact, 1 to 25.'),
          mitigation: z.string().nullable(),
          owner_id: id.nullable(),
          owner: z.string().nullable().describe('By name, where that is known here.'),
          state: z.enum(RISK_STATES),
          zone,
          at: instant,
          seen: id,
        }),
      ),
      sellers: z
        .array(z.strictObject({ person_id: id, name: z.string() }))
        .describe('Of the supplier, who can look after one.'),
    }),
  }),
};
