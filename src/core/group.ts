import type { EventOf } from './event.ts';
import { shake } from './shaking.ts';
import type { Cause, PurchaseState, Stakeholder } from './state.ts';

/** Someone belongs to the group; named again after leaving, they are back. */
export function named(draft: PurchaseState, event: EventOf<'stakeholder.named'>): void {
  const { body } = event;
  const known = draft.stakeholders[body.person_id];
  draft.stakeholders[body.person_id] = {
    ...(known ?? newcomer(body.person_id, event.occurred_at)),
    name: body.name ?? known?.name ?? null,
    function: body.function ?? known?.function ?? null,
    roles: body.roles,
    left_at: null,
    event_id: event.id,
  };
}

/** A stakeholder came in; someone who was not named becomes one without a role. */
export function entered(draft: PurchaseState, event: EventOf<'stakeholder.entered'>): void {
  const { person_id, name } = event.body;
  const person = draft.stakeholders[person_id] ?? newcomer(person_id, event.occurred_at);
  person.name = name ?? person.name;
  person.left_at = null;
  person.event_id = event.id;
  draft.stakeholders[person_id] = person;
  enter(draft, person_id, event.occurred_at);
}

/** Notes a person's first own act; the first of all hands the group to the buyer side. Changes the draft. */
export function enter(draft: PurchaseState, person_id: string, at: string): void {
  const person = draft.stakeholders[person_id];
  if (person === undefined) return;
  person.entered_at ??= at;
  draft.buyer_entered_at ??= at;
}

export function left(draft: PurchaseState, event: EventOf<'stakeholder.left'>, cause: Cause): void {
  const person = draft.stakeholders[event.body.person_id];
  if (person === undefined) return;
  person.left_at = event.occurred_at;
  person.event_id = event.id;
  if (person.roles.includes('decision_maker')) shake(draft, ['decision_makers'], cause);
}

/** A decision maker who is one no longer shakes what rests on the decision makers present; a new one shakes nobody. */
export function rolesChanged(draft: PurchaseState, event: EventOf<'stakeholder.roles_changed'>, cause: Cause): void {
  const person = draft.stakeholders[event.body.person_id];
  if (person === undefined) return;
  const decided = person.left_at === null && person.roles.includes('decision_maker');
  person.roles = event.body.roles;
  person.event_id = event.id;
  if (decided && !person.roles.includes('decision_maker')) shake(draft, ['decision_makers'], cause);
}

export function delegateNamed(draft: PurchaseState, event: EventOf<'stakeholder.delegate_named'>): void {
  const person = draft.stakeholders[event.body.person_id];
  if (person === undefined) return;
  person.delegate_id = event.body.delegate_id;
  person.event_id = event.id;
}

const newcomer = (person_id: string, at: string): Stakeholder => ({
  person_id,
  name: null,
  function: null,
  roles: [],
  named_at: at,
  entered_at: null,
  left_at: null,
  delegate_id: null,
  event_id: '',
});
