import { z } from 'zod';
import { REACHES } from '../core/access.ts';
import { operation } from './operation.ts';
import { retention } from './retention.ts';
import { id, in_purchase, in_workspace, instant, zone } from './terms.ts';

const PURCHASE = '/workspaces/:workspace_id/purchases/:purchase_id';

const PERSON = `${PURCHASE}/people/:person_id/record`;
const in_person = z.strictObject({ ...in_purchase.shape, person_id: id });

/** What is recorded about someone in a purchase, in words that they can read. */
const record = z.strictObject({
  person_id: id,
  name: z.string().nullable(),
  self: z.boolean(),
  supplier: z.string(),
  runs_it: z.string(),
  profile: z
    .strictObject({
      function: z.string().nullable(),
      roles: z.array(z.string()),
      named_at: instant,
      entered_at: instant.nullable(),
      left_at: instant.nullable(),
    })
    .nullable()
    .describe('As one of the buying group.'),
  guest: z
    .strictObject({
      email: z.string().nullable(),
      verified_at: instant.nullable(),
      state: z.enum(['waiting', 'in', 'former', 'refused']),
      administrator: z.boolean(),
      reach: z.enum(REACHES),
      came_at: instant,
      left_at: instant.nullable(),
    })
    .nullable()
    .describe('As a guest of the room.'),
  passes: z.array(
    z.strictObject({ email: z.string(), made_at: instant, expires_at: instant, spent_at: instant.nullable() }),
  ),
  viewings: z.array(z.strictObject({ what: z.string(), day: z.string(), times: z.int(), last_at: instant })),
  notices: z
    .array(z.strictObject({ kind: z.string(), at: instant, read_at: instant.nullable(), mailed: z.boolean() }))
    .describe('What they were told, and when they read it; only they themselves see it.'),
  keys: z.array(
    z.strictObject({
      key_id: id,
      name: z.string(),
      created_at: instant,
      last_used_at: instant.nullable(),
      revoked_at: instant.nullable(),
    }),
  ),
  log: z.array(z.strictObject({ audit_id: id, at: instant, text: z.string() })),
  events: z.array(z.strictObject({ id, at: instant, zone, text: z.string() })),
  kept: retention.pick({ viewings_days: true, identities_months: true }),
});

export const recordOperations = {
  'records.get': operation({
    method: 'GET',
    path: PERSON,
    noun: 'record',
    summary: 'What is recorded about you in a purchase; for who governs a side, about someone of it.',
    permission: 'member',
    zone: 'view',
    params: in_person,
    output: record,
  }),
  'records.archive': operation({
    method: 'GET',
    path: `${PERSON}/archive`,
    noun: 'record',
    summary: 'What is recorded about a person in a purchase, as a zip that is readable without Coassent.',
    permission: 'member',
    zone: 'view',
    lasting: true,
    params: in_person,
    output: z.string(),
    media: 'download',
  }),
  'seller_records.archive': operation({
    method: 'GET',
    path: '/workspaces/:workspace_id/people/:person_id/record/archive',
    noun: 'record',
    summary: 'What is recorded about someone of the selling side, as a zip: yourself, or, for an admin, anyone.',
    permission: 'seller',
    zone: 'view',
    params: z.strictObject({ ...in_workspace.shape, person_id: id }),
    output: z.string(),
    media: 'download',
  }),
  'buyer_records.archive': operation({
    method: 'GET',
    path: '/buyer/archive',
    noun: 'record',
    summary: 'Your identity across suppliers, as a zip: address, sessions, rooms. Only you can make it.',
    permission: 'visitor',
    zone: 'none',
    output: z.string(),
    media: 'download',
  }),
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
