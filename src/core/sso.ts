import type { ssoRefusals } from '../catalogue/entering.ts';
import type { MemberRole } from './access.ts';
import { domainOf } from './room.ts';

/*
 * Whom a workspace's own OpenID provider may bring in, and as whom.
 *
 *   address confirmed? ─ domain listed? ─ known by subject ──────────────▶ that person, while a member
 *                                       ├ address of another subject ────▶ refused, while that one is a member
 *                                       ├ address of a member's account ─▶ that person, if the domain is proven
 *                                       ├ invited ───────────────────────▶ a new person, with the invited role
 *                                       └ nobody ────────────────────────▶ a new person, if the domain is proven
 *
 * A domain is proven when an admin of the workspace has a confirmed address of it. Whatever comes out opens this workspace
 * only: a provider never speaks for an account.
 */

/** What someone who was taken out, or is nobody yet, may come in as. Admins are made by admins. */
export const NEWCOMER_ROLES = ['member', 'lead', 'partner'] as const satisfies readonly MemberRole[];
export type NewcomerRole = (typeof NEWCOMER_ROLES)[number];

export interface SsoDomain {
  domain: string;
  proven: boolean;
}

/** Someone of the workspace, now or before. */
export interface KnownSeller {
  person_id: string;
  /** They belong to the workspace now. */
  member: boolean;
}

/** What a provider said of someone, and what the workspace knows of them. */
export interface Named {
  email: string | null;
  email_verified: boolean;
  domains: readonly SsoDomain[];
  /** Whom the provider's own name for them was linked to before. */
  linked: KnownSeller | null;
  /** Whom the address belongs to otherwise: another name of the provider, or a member's account. */
  holder: (KnownSeller & { by: 'subject' | 'account' }) | null;
  /** The role that the address is invited to. */
  invited: MemberRole | null;
  default_role: NewcomerRole;
}

/** `role` is null for who is a member already; `person_id` is null for a new person. */
export type SsoAdmission =
  | { person_id: string; role: null }
  | { person_id: string | null; role: MemberRole }
  | { refused: SsoRefusal };

/** Why single sign-on did not let someone in; `ssoRefusals` of the catalogue says each. */
export type SsoRefusal = keyof typeof ssoRefusals;

/** Decides whether and as whom someone comes in whom the workspace's provider has named. */
export function admitNamed(named: Named): SsoAdmission {
  const { email, linked, holder, invited } = named;
  if (email === null || !named.email_verified) return { refused: 'sso.address_unverified' };
  const domain = named.domains.find((one) => one.domain === domainOf(email));
  if (domain === undefined) return { refused: 'sso.foreign_address' };
  if (linked !== null) return again(linked, invited);
  if (holder?.by === 'subject') {
    if (holder.member) return { refused: 'sso.other_subject' };
    return invited === null ? { refused: 'sso.removed' } : { person_id: null, role: invited };
  }
  if (holder !== null && domain.proven) return again(holder, invited);
  if (holder?.member === true) return { refused: 'sso.unproven_domain' };
  if (invited !== null) return { person_id: null, role: invited };
  return domain.proven ? { person_id: null, role: named.default_role } : { refused: 'sso.not_invited' };
}

/** Someone known; who was taken out needs an invitation. */
function again({ person_id, member }: KnownSeller, invited: MemberRole | null): SsoAdmission {
  if (member) return { person_id, role: null };
  return invited === null ? { refused: 'sso.removed' } : { person_id, role: invited };
}

/** Where one goes after signing in: only addresses of our own, never of another host. */
export const ownAddress = (back: string | undefined, otherwise: string): string =>
  back !== undefined && /^\/(?![/\\])[^\\\s]*$/.test(back) ? back : otherwise;
