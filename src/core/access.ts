/*
 * Who may call what, as pure predicates: the first wall. Row-level security is the second.
 */
import { refusals } from '../catalogue/refusals.ts';
import type { Side } from './body/words.ts';
import type { Rejection } from './refusal.ts';

/**
 * Who may call an operation. `anyone`: no one has to be named. `member`: someone of the workspace or a guest of the
 * purchase, on either side. `seller`: the workspace's own people. `lead`: its pod leads and admins. `admin`: its admins.
 * `operator`: who runs the machine. `buyer`: a guest of this purchase. `buyer_admin`: one who governs its buyer side.
 * `account`: a signed-in seller, whatever the workspace. `visitor`: a buyer with a session, whatever the room.
 */
export const PERMISSIONS = [
  'anyone',
  'member',
  'seller',
  'lead',
  'admin',
  'operator',
  'buyer',
  'buyer_admin',
  'account',
  'visitor',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

export const MEMBER_ROLES = ['admin', 'lead', 'member', 'partner'] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

export const KEY_SCOPES = ['read', 'write', 'admin'] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];

/** What of the buyer zone a guest reads: none of it, from a time on, or all. */
export const REACHES = ['shared', 'entry', 'all'] as const;
export type Reach = (typeof REACHES)[number];

/** How a buyer stands to one purchase. */
export interface Guest {
  administrator: boolean;
  reach: Reach;
  /** Where the reach is `entry`. */
  reach_from: string | null;
  /** Their address is proven. */
  verified: boolean;
}

/** What has to be known of a caller to say what they may do. */
export interface Standing {
  side: Side | 'none';
  role: MemberRole | null;
  guest: Guest | null;
  /** Null for all of the workspace. */
  purchases: readonly string[] | null;
  /** Null where no key was used. */
  scopes: readonly KeyScope[] | null;
}

/** What an operation asks for, and of which purchase. */
export interface Asked {
  permission: Permission;
  /** It changes something. */
  writes: boolean;
  governs: boolean;
  key: KeyScope | 'none';
  purchase_id: string | null;
  /** It concerns the whole workspace and holds only the supplier's own. */
  of_workspace: boolean;
  /** A right that stays after the room was closed. */
  lasting: boolean;
  /** It is about the caller themselves. */
  about_self: boolean;
  room_closed: boolean;
  /** The purchase belongs to a pod that the seller is not in. */
  other_pod: boolean;
}

const reject = (code: string, message: string): Rejection => ({ code, message });

const notHere = (): Rejection => reject('thing.unknown', refusals.there_no_such_thing);

/** Why a caller may not do what is asked; null if they may. Content is never looked at before. */
export function refusalOfCaller(standing: Standing, asked: Asked): Rejection | null {
  return (
    refusalOfKey(standing, asked) ??
    refusalOfSide(standing, asked) ??
    refusalOfReach(standing, asked) ??
    refusalOfChange(standing, asked)
  );
}

function refusalOfKey({ scopes }: Standing, { key }: Asked): Rejection | null {
  if (scopes === null) return null;
  if (key !== 'none' && scopes.includes(key)) return null;
  return reject('key.scope', refusals.key_not_for_use);
}

function refusalOfSide(standing: Standing, { permission }: Asked): Rejection | null {
  switch (permission) {
    case 'seller':
    case 'lead':
    case 'admin':
      return refusalOfSeller(standing, permission);
    case 'operator':
      return standing.side === 'none' ? null : reject('caller.not_allowed', refusals.only_who_runs_machine);
    case 'buyer':
    case 'buyer_admin':
      if (standing.side !== 'buyer') return buyersOnly();
      if (permission === 'buyer' || standing.guest === null || standing.guest.administrator) return null;
      return askYourAdministrator();
    default:
      return null;
  }
}

function refusalOfSeller({ side, role }: Standing, permission: 'seller' | 'lead' | 'admin'): Rejection | null {
  if (side === 'buyer') return sellersOnly();
  const enough = permission === 'seller' || role === 'admin' || (permission === 'lead' && role === 'lead');
  return enough ? null : askAnAdmin();
}

const sellersOnly = (): Rejection => reject('caller.not_allowed', refusals.suppliers_side_program_act);
const askAnAdmin = (): Rejection => reject('caller.not_allowed', refusals.your_role_does_not);
const buyersOnly = (): Rejection => reject('caller.not_allowed', refusals.only_buyer_side_may);
const askYourAdministrator = (): Rejection => reject('group.administrator_only', refusals.only_who_governs_buyer);

/** What one may not see and what does not exist are answered the same. */
function refusalOfReach({ side, role, guest, purchases }: Standing, asked: Asked): Rejection | null {
  const { purchase_id } = asked;
  // Partners' staff belong to another company: nothing that is about all accounts is theirs.
  if (role === 'partner' && purchase_id === null && asked.of_workspace) return askAnAdmin();
  if (purchase_id === null) return null;
  if (side === 'buyer' && guest === null) return notHere();
  if (purchases !== null && !purchases.includes(purchase_id)) return notHere();
  return null;
}

function refusalOfChange({ side, guest, role }: Standing, asked: Asked): Rejection | null {
  if (!asked.writes) return null;
  if (side === 'buyer' && !asked.lasting && asked.room_closed) {
    return reject('room.closed', refusals.room_closed_what_you);
  }
  if (side === 'buyer' && asked.governs && !asked.about_self && guest?.administrator !== true) {
    return askYourAdministrator();
  }
  if (side === 'seller' && asked.other_pod && role !== 'admin') {
    return reject('pod.not_yours', refusals.purchase_belongs_another_pod);
  }
  return null;
}

/** Whom what is recorded, or an erasure, is about. */
export interface Subject {
  side: Side;
  /** It is the caller. */
  self: boolean;
  /** A buyer has come into the purchase. */
  entered: boolean;
}

/**
 * Whether someone may ask for what is recorded about a person, or for their erasure: the person, and who governs their
 * side. While no buyer has come in, there is nobody but the supplier to do it for the people it named.
 */
export function mayActFor({ side, role, guest }: Pick<Standing, 'side' | 'role' | 'guest'>, subject: Subject): boolean {
  if (subject.self) return true;
  if (side === 'buyer') return subject.side === 'buyer' && guest?.administrator === true;
  if (subject.side === 'seller') return role === 'admin';
  return !subject.entered && (role === 'admin' || role === 'lead');
}
