import { isActive } from './completion.ts';
import { ERASED_PERSON } from './erasure.ts';
import type { EventMeta, EventOf } from './event.ts';
import { shake } from './shaking.ts';
import type { Cause, PurchaseState, Stakeholder } from './state.ts';

/** Someone belongs to the group; named again after leaving, they are back. */
export function named(draft: PurchaseState, event: EventOf<'stakeholder.named'>, cause: Cause): void {
  const { body } = event;
  const known = draft.stakeholders[body.person_id];
  const decided = decides(known);
  draft.stakeholders[body.person_id] = {
    ...(known ?? newcomer(body.person_id, event)),
    name: body.name ?? known?.name ?? null,
    function: body.function ?? known?.function ?? null,
    // Someone known who is named without roles keeps theirs; `stakeholder.roles_changed` takes them away.
    roles: body.roles.length > 0 ? body.roles : (known?.roles ?? []),
    left_at: null,
    event_id: event.id,
    zone: known?.zone === 'shared' ? 'shared' : event.zone,
  };
  shakeIfGone(draft, body.person_id, decided, cause);
}

/** A stakeholder came in; someone who was not named becomes one without a role. */
export function entered(draft: PurchaseState, event: EventOf<'stakeholder.entered'>): void {
  const { person_id, name } = event.body;
  const person = draft.stakeholders[person_id] ?? newcomer(person_id, event);
  person.name = name ?? person.name;
  person.left_at = null;
  person.event_id = event.id;
  person.zone = 'shared';
  draft.stakeholders[person_id] = person;
  // What a file says happened elsewhere hands nothing over here.
  if (event.import_id === null) enter(draft, person_id, event.occurred_at);
}

/**
 * Notes a person's first own act; the first of all hands the group to the buyer side, even where it is that of a
 * delegate from outside the group. Changes the draft.
 */
export function enter(draft: PurchaseState, person_id: string, at: string): void {
  const person = draft.stakeholders[person_id];
  if (person !== undefined) person.entered_at ??= at;
  draft.buyer_entered_at ??= at;
}

export function left(draft: PurchaseState, event: EventOf<'stakeholder.left'>, cause: Cause): void {
  const person = draft.stakeholders[event.body.person_id];
  if (person === undefined) return;
  const decided = decides(person);
  person.left_at = event.occurred_at;
  person.event_id = event.id;
  shakeIfGone(draft, person.person_id, decided, cause);
}

export function rolesChanged(draft: PurchaseState, event: EventOf<'stakeholder.roles_changed'>, cause: Cause): void {
  const person = draft.stakeholders[event.body.person_id];
  if (person === undefined) return;
  const decided = decides(person);
  person.roles = event.body.roles;
  person.event_id = event.id;
  shakeIfGone(draft, person.person_id, decided, cause);
}

const decides = (person: Stakeholder | undefined): boolean =>
  person !== undefined && isActive(person) && person.roles.includes('decision_maker');

/** A decision maker who is one no longer shakes what rests on the decision makers present; a new one shakes nobody. */
function shakeIfGone(draft: PurchaseState, person_id: string, decided: boolean, cause: Cause): void {
  if (decided && !decides(draft.stakeholders[person_id])) shake(draft, ['decision_makers'], cause);
}

export function delegateNamed(draft: PurchaseState, event: EventOf<'stakeholder.delegate_named'>): void {
  const person = draft.stakeholders[event.body.person_id];
  if (person === undefined) return;
  person.delegate_id = event.body.delegate_id;
  person.event_id = event.id;
}

/** Who was erased stays what they were in the group, without a name; named again, they have one. */
export function erased(draft: PurchaseState, event: EventOf<'person.erased'>): void {
  const person = draft.stakeholders[event.body.person_id];
  if (person !== undefined && person.name !== null) person.name = ERASED_PERSON;
}

const newcomer = (person_id: string, { occurred_at, zone }: EventMeta): Stakeholder => ({
  person_id,
  name: null,
  function: null,
  roles: [],
  named_at: occurred_at,
  entered_at: null,
  left_at: null,
  delegate_id: null,
  event_id: '',
  zone,
});
