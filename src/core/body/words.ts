import { z } from 'zod';
import { inputRefusals } from '../../catalogue/input-refusals.ts';

/** What a stakeholder can be in the buying group. An observer is never counted. */
export const ROLES = [
  'champion',
  'decision_maker',
  'approver',
  'evaluator',
  'user',
  'procurement',
  'legal',
  'security',
  'finance',
  'partner',
  'observer',
] as const;

/** What an assent can rest on; a change of one of these shakes the assents to every job that names it. */
export const RESTS_ON = [
  'problem_statement',
  'options',
  'requirements',
  'scores',
  'claims_used',
  'agreed_assumptions',
  'net_value',
  'chosen_option',
  'decision_makers',
] as const;

export const CHANNELS = [
  'web',
  'email',
  'chat',
  'phone',
  'video',
  'in_person',
  'event',
  'partner',
  'room',
  'api',
  'agent',
] as const;

export const OUTCOMES = ['bought', 'lost', 'no_decision'] as const;
export const SIGNALS = ['started', 'advanced', 'completed', 'reopened'] as const;
export const PHASES = ['decide', 'after'] as const;
export const SIDES = ['buyer', 'seller'] as const;

export type Role = (typeof ROLES)[number];
export type RestsOn = (typeof RESTS_ON)[number];
export type Channel = (typeof CHANNELS)[number];
export type Outcome = (typeof OUTCOMES)[number];
export type Signal = (typeof SIGNALS)[number];
export type Phase = (typeof PHASES)[number];
export type Side = (typeof SIDES)[number];

/**
 * An identifier: chosen by the client or the importer, opaque to the program. Names that every JavaScript object already
 * has (`constructor`) are refused, because states are keyed by ids.
 */
export const id = z
  .string()
  .min(1)
  .max(200)
  .refine((value) => !(value in {}) && !value.includes('\0'), { error: () => inputRefusals.cannot_id_choose_another })
  .describe('An identifier, opaque to Coassent.');

/**
 * Free text or a name. What identifies a person, and free text, is kept outside the ledger and only referenced by it,
 * so that it can be erased while the ledger stays whole; `outside` marks those fields for the store.
 */
export const name = z.string().min(1).max(300).meta({ outside: true });
export const text = z.string().max(20_000).meta({ outside: true });

/** A whole amount in the currency's minor unit (cents), within what a double holds exactly. */
export const amount_minor = z.int().describe('A whole amount in the minor unit of its currency, e.g. cents.');
export const currency = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .describe('ISO 4217 code, e.g. EUR.');

/** A fraction from above 0 up to 1, written `2/3`, so that the number needed is computed in whole numbers. */
export const quorum = z
  .string()
  .regex(/^[1-9]\d{0,5}\/[1-9]\d{0,5}$/)
  .refine(
    (value) => {
      const [part = 0, whole = 1] = value.split('/').map(Number);
      return part <= whole;
    },
    { error: () => inputRefusals.quorum_at_most_1 },
  )
  .describe('The fraction q of the completion rule, as `part/whole`, above 0 and at most 1/1.');

/** A stakeholder's roles, each once. */
export const roles = z.array(z.enum(ROLES)).max(ROLES.length);
export const wording_only = z
  .boolean()
  .optional()
  .describe('The author says that only the wording changed: shakes nobody.');

export const activity = z.string().min(1).max(300).optional().describe("The source's own word for what happened.");
