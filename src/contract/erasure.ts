import { z } from 'zod';
import { operation } from './operation.ts';
import { id, in_purchase, in_workspace, instant, zone } from './terms.ts';

const WORKSPACE = '/workspaces/:workspace_id';
const PURCHASE = `${WORKSPACE}/purchases/:purchase_id`;

const asked = z.strictObject({
  person_id: id,
  confirmed: z.literal(true).describe('Who asks has read what is erased, what stays, and that it cannot be undone.'),
});
const done = z.strictObject({ erased: z.literal(true) });

const review = z.strictObject({
  review_id: id,
  erasure_id: id,
  purchase_id: id.nullable().describe('Null, as is the event, for a text of the library.'),
  person_id: id,
  event_id: id.nullable(),
  library_id: id.nullable().describe('The answer of the library that the text stands in.'),
  kind: z.string(),
  zone,
  content: z.string().describe('The text as it stands now.'),
  spans: z.array(z.int()).describe('From and length of each mention in the text, one after the other.'),
  found_at: instant,
  state: z.enum(['open', 'blanked', 'kept']),
  decided_by: z.string().nullable(),
  decided_at: instant.nullable(),
});

const reviews = z.strictObject({
  erasures: z.array(
    z.strictObject({
      erasure_id: id,
      person_id: id,
      purchase_id: id.nullable(),
      asked_by: z.string(),
      asked_at: instant,
      open: z.int(),
      blanked: z.int(),
      kept: z.int(),
    }),
  ),
  reviews: z.array(review),
});
const decision = z.strictObject({
  state: z.enum(['blanked', 'kept']).describe('`blanked`: the text goes, for good. `kept`: it is not about them.'),
});
const decided = z.strictObject({ review_id: id, state: z.enum(['blanked', 'kept']) });

export const erasureOperations = {
  'erasures.create': operation({
    method: 'POST',
    path: `${PURCHASE}/erasures`,
    noun: 'erasure',
    summary:
      'Erases what identifies a person in this purchase: yourself, or someone of your side where you govern it. For good.',
    permission: 'member',
    zone: 'view',
    key: 'none',
    lasting: true,
    params: in_purchase,
    body: asked,
    output: done,
  }),
  'seller_erasures.create': operation({
    method: 'POST',
    path: `${WORKSPACE}/erasures`,
    noun: 'erasure',
    summary: 'Erases what identifies someone of the selling side: yourself, or, for an admin, anyone. For good.',
    permission: 'seller',
    zone: 'view',
    key: 'none',
    params: in_workspace,
    body: asked,
    output: done,
  }),
  'buyer_erasures.create': operation({
    method: 'POST',
    path: '/buyer/erasure',
    noun: 'erasure',
    summary: 'Erases you from every room that you are in, and your whole identity here. For good.',
    permission: 'visitor',
    zone: 'none',
    body: z.strictObject({ confirmed: z.literal(true) }),
    output: done,
  }),
  'reviews.list': operation({
    method: 'GET',
    path: `${WORKSPACE}/reviews`,
    noun: 'erasure',
    summary: "Who was erased, and the supplier's own texts that may name them.",
    permission: 'admin',
    zone: 'seller',
    params: in_workspace,
    output: reviews,
  }),
  'reviews.put': operation({
    method: 'PUT',
    path: `${WORKSPACE}/reviews/:review_id`,
    noun: 'erasure',
    summary: "Blanks a text of the supplier's that names someone erased, or says that it is not about them.",
    permission: 'admin',
    zone: 'seller',
    params: z.strictObject({ ...in_workspace.shape, review_id: id }),
    body: decision,
    output: decided,
  }),
  'buyer_reviews.list': operation({
    method: 'GET',
    path: `${PURCHASE}/reviews`,
    noun: 'erasure',
    summary: "Who was erased from this purchase, and the buyers' own texts that may name them.",
    permission: 'buyer_admin',
    zone: 'buyer',
    params: in_purchase,
    output: reviews,
  }),
  'buyer_reviews.put': operation({
    method: 'PUT',
    path: `${PURCHASE}/reviews/:review_id`,
    noun: 'erasure',
    summary: "Blanks a text of the buyers' that names someone erased, or says that it is not about them.",
    permission: 'buyer_admin',
    zone: 'buyer',
    lasting: true,
    params: z.strictObject({ ...in_purchase.shape, review_id: id }),
    body: decision,
    output: decided,
  }),
};
