import { z } from 'zod';
import { RUNGS } from '../core/room.ts';
import { brand } from './brand.ts';
import { operation } from './operation.ts';
import { id, in_purchase, in_workspace, instant } from './terms.ts';

const rung = z.enum(RUNGS);
const email = z.email().max(254);
const name = z.string().trim().min(1).max(120);
const token = z.string().min(1).max(100);
const in_pass = z.strictObject({ ...in_workspace.shape, token });
const PURCHASE = '/workspaces/:workspace_id/purchases/:purchase_id';
const PASS = '/workspaces/:workspace_id/passes/:token';
const DOOR = '/workspaces/:workspace_id/rooms/:purchase_id';

/** Where one is after pressing the button. */
const entered = z.strictObject({
  state: z.enum(['in', 'waiting', 'mailed']).describe('`mailed`: a pass is on its way to the address.'),
  purchase_id: id,
});

/** How many mails people of a room get, said before they come in. */
const mails = z.string().describe('How many mails to expect, as a sentence.');

export const roomOperations = {
  'rooms.get': operation({
    method: 'GET',
    path: `${PURCHASE}/room`,
    noun: 'room',
    summary: 'The room of a purchase: its door, whether it is closed, and who runs the machine.',
    permission: 'member',
    zone: 'view',
    params: in_purchase,
    output: z.strictObject({
      room: z
        .strictObject({ rung, expires_at: instant.nullable(), opened_at: instant, closed_at: instant.nullable() })
        .nullable(),
      listed: z.array(z.string()).describe("For the supplier's side."),
      supplier: z.string(),
      runs_it: z.string(),
    }),
  }),
  'rooms.put': operation({
    method: 'PUT',
    path: `${PURCHASE}/room`,
    noun: 'room',
    summary: 'Opens the room, or sets its door anew. The link is shown once; an earlier one opens nothing any more.',
    permission: 'seller',
    zone: 'view',
    params: in_purchase,
    body: z.strictObject({
      rung: rung.default('verified'),
      listed: z.array(z.string().trim().min(3).max(254)).max(200).default([]),
      password: z.string().min(8).max(200).optional(),
      expires_at: instant.nullable().default(null),
    }),
    output: z.strictObject({ link: z.string() }),
  }),
  'rooms.close': operation({
    method: 'PUT',
    path: `${PURCHASE}/room/closing`,
    noun: 'room',
    summary: 'Closes the room for good: nobody comes in, and buyers go on reading and exporting what they could read.',
    permission: 'seller',
    zone: 'view',
    params: in_purchase,
    output: z.strictObject({ closed: z.literal(true) }),
  }),
  'passes.create': operation({
    method: 'POST',
    path: `${PURCHASE}/passes`,
    noun: 'pass',
    summary: 'Invites someone into the room, by mail. Once a buyer is in, only the buyer side’s administrators do.',
    permission: 'member',
    zone: 'view',
    params: in_purchase,
    body: z.strictObject({
      email,
      name,
      roles: z.array(z.string()).max(11).default([]).describe('Roles in the buying group.'),
      consultant: z.boolean().default(false).describe('Of another company: reads what is shared, and nothing else.'),
    }),
    output: z.strictObject({ person_id: id }),
  }),
  'passes.look': operation({
    method: 'GET',
    path: PASS,
    noun: 'pass',
    summary: 'What a mailed link is for. Looking never spends it, so that mail scanners may.',
    permission: 'anyone',
    zone: 'none',
    params: in_pass,
    output: z.strictObject({
      state: z.enum(['usable', 'used', 'expired', 'closed']),
      brand,
      runs_it: z.string(),
      name: z.string().nullable(),
      mails,
    }),
  }),
  'passes.spend': operation({
    method: 'POST',
    path: `${PASS}/spending`,
    noun: 'pass',
    summary: 'Presses the button: spends the pass, once, and lets you in.',
    permission: 'anyone',
    zone: 'none',
    params: in_pass,
    body: z.strictObject({}),
    output: entered,
  }),
  'passes.renew': operation({
    method: 'POST',
    path: `${PASS}/renewal`,
    noun: 'pass',
    summary: 'Mails a new pass to the same address, where this one was used or is too old. Always answers the same.',
    permission: 'anyone',
    zone: 'none',
    params: in_pass,
    body: z.strictObject({}),
    output: z.strictObject({ asked: z.literal(true) }),
  }),
  'rooms.look': operation({
    method: 'POST',
    path: `${DOOR}/door`,
    noun: 'room',
    summary: "What the room's link asks for.",
    permission: 'anyone',
    zone: 'none',
    params: in_purchase,
    body: z.strictObject({ secret: token }),
    output: z.strictObject({
      rung,
      brand,
      runs_it: z.string(),
      mails,
      asks: z.strictObject({ name: z.boolean(), email: z.boolean(), proof: z.boolean(), password: z.boolean() }),
    }),
  }),
  'rooms.enter': operation({
    method: 'POST',
    path: `${DOOR}/entry`,
    noun: 'room',
    summary: "Comes in by the room's link, as far as its rung allows.",
    permission: 'anyone',
    zone: 'none',
    params: in_purchase,
    body: z.strictObject({
      secret: token,
      name: name.optional(),
      email: email.optional(),
      password: z.string().max(200).optional(),
    }),
    output: entered,
  }),
};
