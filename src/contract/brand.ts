import { z } from 'zod';
import { operation } from './operation.ts';
import { in_workspace } from './terms.ts';

/** A picture stays small: it comes with every first look at a room. */
const LARGEST_LOGO = 60_000;

/** How the supplier shows itself to buyers. */
export const brand = z.strictObject({
  name: z.string(),
  colour: z.string().nullable().describe('`#rrggbb`.'),
  logo: z.string().nullable().describe('A picture as a `data:` address.'),
});

export const brandOperations = {
  'brands.get': operation({
    method: 'GET',
    path: '/workspaces/:workspace_id/brand',
    noun: 'brand',
    summary: 'How the supplier shows itself to buyers.',
    permission: 'member',
    zone: 'none',
    params: in_workspace,
    output: brand,
  }),
  'brands.put': operation({
    method: 'PUT',
    path: '/workspaces/:workspace_id/brand',
    noun: 'brand',
    summary: 'Sets how the supplier shows itself to buyers: name, colour and a small picture.',
    permission: 'admin',
    zone: 'seller',
    params: in_workspace,
    body: z.strictObject({
      name: z.string().trim().min(1).max(120).nullable().describe("Null: the workspace's own name."),
      colour: z
        .string()
        .regex(/^#[0-9a-f]{6}$/)
        .nullable(),
      logo: z
        .base64()
        .max(Math.ceil(LARGEST_LOGO / 3) * 4)
        .nullable()
        .optional()
        .describe('A PNG, JPEG or WebP picture, base64, of at most 60 kB. Left out: as before; null: none.'),
    }),
    output: brand,
  }),
};
