import type { Guest, KeyScope, MemberRole } from '../core/access.ts';
import type { Actor } from '../core/event.ts';
import type { View, Zone } from '../core/zone.ts';
import { viewOfSide, zonesOfView } from '../core/zone.ts';
import { type Scope, scopeOf } from '../store/scope.ts';

/** Who calls, how they came in, and how far they may look. */
export interface Caller {
  workspace_id: string;
  person_id: string | null;
  name: string | null;
  /** `none` is who runs the machine, who has the sellers' view and speaks for nobody. */
  side: 'buyer' | 'seller' | 'none';
  view: View;
  zones: readonly Zone[];
  actor: Actor;
  /** The person for whom software acts. */
  on_behalf_of: string | null;
  /** `open`: said who they are, on this machine. `sso`: by the workspace's own provider. */
  door: 'open' | 'session' | 'sso' | 'entry' | 'key';
  role: MemberRole | null;
  /** How a buyer stands to the purchase that the path names. */
  guest: Guest | null;
  /** Null for all of the workspace. */
  purchases: readonly string[] | null;
  /** Null where no key was used. */
  scopes: readonly KeyScope[] | null;
  user_id: string | null;
  buyer_id: string | null;
  /** Software of the workspace itself. */
  service: boolean;
  /** Looks at what buyers see, as one who reads what is shared and nothing else. */
  previews: boolean;
  /** When what they showed ends by itself; null where that is not known to happen. */
  until: string | null;
}

export interface KnownPerson {
  person_id: string;
  name: string | null;
  side: 'buyer' | 'seller';
}

/** Acts for who runs the machine, where no person is named. */
export const OPERATOR = 'operator';

/** Who runs the machine, in an open workspace. */
export function operatorOf(workspace_id: string): Caller {
  return {
    ...nobodyIn(workspace_id),
    side: 'none',
    view: 'seller',
    zones: zonesOfView('seller'),
    actor: { kind: 'operator', id: OPERATOR, side: 'none' },
    role: 'admin',
  };
}

/** Someone of an open workspace, as they said; a buyer governs there what they are in. */
export function openCaller(workspace_id: string, person: KnownPerson): Caller {
  const view = viewOfSide(person.side);
  const everything: Guest = { administrator: true, reach: 'all', reach_from: null, verified: true };
  return {
    ...nobodyIn(workspace_id),
    person_id: person.person_id,
    name: person.name,
    side: person.side,
    view,
    zones: zonesOfView(view),
    actor: { kind: 'person', id: person.person_id, side: person.side },
    role: person.side === 'seller' ? 'admin' : null,
    guest: person.side === 'buyer' ? everything : null,
  };
}

/** A seller of a workspace with accounts. */
export function sellerCaller(
  workspace_id: string,
  member: { person_id: string; name: string | null; role: MemberRole },
  purchases: readonly string[] | null,
): Caller {
  return {
    ...nobodyIn(workspace_id),
    person_id: member.person_id,
    name: member.name,
    side: 'seller',
    view: 'seller',
    zones: zonesOfView('seller'),
    actor: { kind: 'person', id: member.person_id, side: 'seller' },
    door: 'session',
    role: member.role,
    purchases,
  };
}

/** Software of the workspace itself: nobody in person, of no pod, an admin only where its key administers. */
export function serviceCaller(
  workspace_id: string,
  key: { key_id: string; name: string; scopes: readonly KeyScope[] },
): Caller {
  const role = key.scopes.includes('admin') ? 'admin' : 'member';
  return {
    ...sellerCaller(workspace_id, { person_id: key.key_id, name: key.name, role }, null),
    person_id: null,
    service: true,
  };
}

/** A buyer in rooms of a workspace; `guest` is how they stand to the one that the path names. */
export function buyerCaller(
  workspace_id: string,
  person: { person_id: string; name: string | null },
  guest: Guest | null,
  purchases: readonly string[],
): Caller {
  return {
    ...nobodyIn(workspace_id),
    person_id: person.person_id,
    name: person.name,
    side: 'buyer',
    view: 'buyer',
    zones: guest === null || guest.reach === 'shared' ? ['shared'] : zonesOfView('buyer'),
    actor: { kind: 'person', id: person.person_id, side: 'buyer' },
    door: 'entry',
    guest,
    purchases,
  };
}

const nobodyIn = (workspace_id: string): Caller => ({
  workspace_id,
  person_id: null,
  name: null,
  side: 'none',
  view: 'seller',
  zones: ['shared'],
  actor: { kind: 'operator', id: OPERATOR, side: 'none' },
  on_behalf_of: null,
  door: 'open',
  role: null,
  guest: null,
  purchases: null,
  scopes: null,
  user_id: null,
  buyer_id: null,
  service: false,
  previews: false,
  until: null,
});

/** A seller who looks at what buyers see: nothing of any side's own zone, so that nothing of it can show. */
export const previewing = (caller: Caller): Caller => ({
  ...caller,
  view: 'buyer',
  zones: ['shared'],
  previews: true,
});

/** The caller as the store knows them. */
export function scopeOfCaller(caller: Caller): Scope {
  const { workspace_id, person_id, side, view, zones, purchases, guest } = caller;
  const reach = guest?.reach === 'entry' ? guest.reach_from : null;
  return { ...scopeOf(workspace_id, person_id, side), view, zones, purchases, reach };
}
