import type { Command } from '../../decide.ts';
import type { Actor } from '../../event.ts';
import type { Stakeholder } from '../../state.ts';
import { DAY_MS } from '../calendar.ts';
import { act, actAnyway, activeMembers, after, at, buyer, type Course, champion } from '../course.ts';
import { SELLERS } from '../sellers.ts';
import type { AnyRole, SellerRole } from '../texts/rooms/room.ts';

/** The same course, at this moment, with the draws and the events of the room. */
const roomOf = (course: Course): Course => ({ ...course, ...course.room });

/** Someone does something in the room now; nothing while the purchase has an outcome. */
export const inRoom = (course: Course, actor: Actor, command: Command): boolean => act(roomOf(course), actor, command);

/** The same after an outcome too. */
export const inRoomAnyway = (course: Course, actor: Actor, command: Command): boolean =>
  actAnyway(roomOf(course), actor, command);

/** Plans something in the room for a share of the span. */
export const atShare = (course: Course, share: number, run: () => void): void => at(roomOf(course), share, run);

/** Plans something in the room for so many days later. */
export const inDays = (course: Course, days: number, run: () => void): void =>
  after(roomOf(course), (days * DAY_MS) / course.plan.span_ms, run);

/** Days as a share of the span. */
export const shareOfDays = ({ plan }: Course, days: number): number => (days * DAY_MS) / plan.span_ms;

const OF_SELLER: readonly AnyRole[] = ['sales', 'solutions', 'implementation', 'support'];

export const isSellerRole = (role: AnyRole): role is SellerRole => OF_SELLER.includes(role);

/** Who does what a role does: of the supplier always someone; of the group whoever holds it, or null. */
export function holderOf(course: Course, role: AnyRole): Actor | null {
  if (isSellerRole(role)) return { kind: 'person', id: sellerFor(course, role), side: 'seller' };
  const held = activeMembers(course).filter((one) => (one.roles as readonly AnyRole[]).includes(role));
  const person = held.find(hasEntered) ?? held[0];
  return person === undefined ? null : buyer(person.person_id);
}

/** The same, or whoever leads the purchase on that side; never who is named. */
export function actorFor(course: Course, role: AnyRole, but?: string): Actor {
  const found = holderOf(course, role) ?? champion(course);
  if (found.id !== but || found.side === 'seller') return found;
  const other = activeMembers(course).find((one) => hasEntered(one) && one.person_id !== but);
  return other === undefined ? found : buyer(other.person_id);
}

const hasEntered = ({ entered_at }: Stakeholder): boolean => entered_at !== null;

function sellerFor({ seller }: Course, role: SellerRole): string {
  if (role === 'sales') return seller.id;
  const where = role === 'solutions' ? 'Solution engineer' : 'Onboarding';
  const found = SELLERS.find((one) => one.function === where && one.id !== seller.id);
  return (found ?? seller).id;
}
