import type { EventOf } from './event.ts';
import { netValueMoved, shake, shakeUsersOf } from './shaking.ts';
import type { Cause, PurchaseState } from './state.ts';

/** Whether two versions of a thing say the same, leaving aside when and how it was said. */
function same(before: object | undefined, after: object, leave_out: readonly string[] = []): boolean {
  if (before === undefined) return false;
  const ignored = new Set(['at', 'event_id', 'wording_only', ...leave_out]);
  const text = (thing: object): string =>
    JSON.stringify(
      Object.entries(thing)
        .filter(([key, value]) => !ignored.has(key) && value !== undefined)
        .sort(),
    );
  return text(before) === text(after);
}

const kept = <B extends object>(event: {
  body: B;
  occurred_at: string;
  id: string;
}): B & { at: string; event_id: string } => ({
  ...event.body,
  at: event.occurred_at,
  event_id: event.id,
});

export function requirement(draft: PurchaseState, event: EventOf<'requirement.changed'>, cause: Cause): void {
  const { requirements } = draft.basis;
  const { body } = event;
  const unchanged = same(requirements[body.requirement_id], body);
  if (body.removed === true) delete requirements[body.requirement_id];
  else requirements[body.requirement_id] = kept(event);
  if (!unchanged && body.wording_only !== true) shake(draft, ['requirements'], cause);
}

/** Choosing an option is a change of the choice, not of the option; a change of the chosen option is one of both. */
export function option(draft: PurchaseState, event: EventOf<'option.changed'>, cause: Cause): void {
  const { basis } = draft;
  const { body } = event;
  const unchanged = same(basis.options[body.option_id], body, ['chosen']);
  const chosen_before = basis.chosen_option_id;
  if (body.removed === true) delete basis.options[body.option_id];
  else basis.options[body.option_id] = kept(event);
  if (body.chosen === true && body.removed !== true) basis.chosen_option_id = body.option_id;
  else if (chosen_before === body.option_id && (body.chosen === false || body.removed === true))
    basis.chosen_option_id = null;
  if (body.wording_only === true) return;
  if (!unchanged) shake(draft, ['options'], cause);
  const chosen_changed = chosen_before !== basis.chosen_option_id;
  if (chosen_changed || (!unchanged && chosen_before === body.option_id)) shake(draft, ['chosen_option'], cause);
}

export function score(draft: PurchaseState, event: EventOf<'score.changed'>, cause: Cause): void {
  const { scores } = draft.basis;
  const key = JSON.stringify([event.body.option_id, event.body.requirement_id]);
  const unchanged = same(scores[key], event.body);
  scores[key] = kept(event);
  if (!unchanged) shake(draft, ['scores'], cause);
}

/** A claim that was used and now says something else, or is retracted, shakes those who used it. */
export function claim(draft: PurchaseState, event: EventOf<'claim.changed'>, cause: Cause): void {
  const { claims } = draft.basis;
  const { body } = event;
  const before = claims[body.claim_id];
  const unchanged = same(before, body, ['used_for', 'source']);
  if (before !== undefined && !unchanged && body.wording_only !== true) shakeUsersOf(draft, [body.claim_id], cause);
  claims[body.claim_id] = kept(event);
}

export function contradictionOpened(draft: PurchaseState, event: EventOf<'contradiction.opened'>, cause: Cause): void {
  const { body } = event;
  draft.basis.contradictions[body.contradiction_id] = { ...kept(event), resolved_at: null };
  shakeUsersOf(draft, body.claim_ids, cause);
}

export function contradictionResolved(draft: PurchaseState, event: EventOf<'contradiction.resolved'>): void {
  const contradiction = draft.basis.contradictions[event.body.contradiction_id];
  if (contradiction !== undefined) contradiction.resolved_at = event.occurred_at;
}

/** An assumption that was agreed and no longer is, or no longer says the same, shakes what rests on agreed ones. */
export function assumption(draft: PurchaseState, event: EventOf<'assumption.changed'>, cause: Cause): void {
  const { assumptions } = draft.basis;
  const { body } = event;
  const before = assumptions[body.assumption_id];
  const changed = before?.state === 'agreed' && !same(before, body) && body.wording_only !== true;
  assumptions[body.assumption_id] = kept(event);
  if (changed) shake(draft, ['agreed_assumptions'], cause);
}

export function netValue(draft: PurchaseState, event: EventOf<'net_value.changed'>, cause: Cause): void {
  draft.basis.net_value = kept(event);
  shake(draft, ['net_value'], cause, (assent) => netValueMoved(assent.net_value, event.body));
}
