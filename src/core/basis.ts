import type { Claim } from './claim.ts';
import { claimsTold, findContradictions } from './contradiction.ts';
import type { EventOf } from './event.ts';
import { netValueMoved, shake, shakeUsersOf } from './shaking.ts';
import type { Cause, PurchaseState } from './state.ts';
import type { Zone } from './zone.ts';

/** Whether two versions of a thing say the same, leaving aside when and how it was said. */
export function same(before: object | undefined, after: object, leave_out: readonly string[] = []): boolean {
  if (before === undefined) return false;
  const ignored = new Set(['at', 'event_id', 'zone', 'wording_only', ...leave_out]);
  const text = (thing: object): string =>
    JSON.stringify(
      Object.entries(thing)
        .filter(([key, value]) => !ignored.has(key) && value !== undefined)
        .sort(),
    );
  return text(before) === text(after);
}

export const kept = <B extends object>(event: {
  body: B;
  occurred_at: string;
  id: string;
  zone: Zone;
}): B & { at: string; event_id: string; zone: Zone } => ({
  ...event.body,
  at: event.occurred_at,
  event_id: event.id,
  zone: event.zone,
});

/** What a change leaves out of these stays as it was. */
export function carried<T extends object>(before: T | undefined, after: T, keys: readonly (keyof T)[]): T {
  if (before === undefined) return after;
  const result = { ...after };
  for (const key of keys) {
    if (result[key] === undefined && before[key] !== undefined) result[key] = before[key];
  }
  return result;
}

/**
 * Whether a change is news to those who agreed. What its author calls wording only is none, as long as nothing but words
 * changed: something new, removed, or of another number is news whatever its author says.
 */
export function isNews<T extends { wording_only?: boolean | undefined }>(
  before: T | undefined,
  after: T,
  words: readonly string[],
  leave_out: readonly string[] = [],
): boolean {
  if (same(before, after, leave_out)) return false;
  return after.wording_only !== true || !same(before, after, [...leave_out, ...words]);
}

/** Whom a requirement concerns, and why, is not what is required. */
const ABOUT_REQUIREMENT = ['version', 'why', 'matters_to', 'owner_id'];

export function requirement(draft: PurchaseState, event: EventOf<'requirement.changed'>, cause: Cause): void {
  const { requirements } = draft.basis;
  const { body } = event;
  const before = requirements[body.requirement_id];
  if (before === undefined && body.removed === true) return;
  const said = { ...kept(event), priority: body.priority ?? before?.priority ?? 'should', version: 1 };
  const after = carried<typeof said>(before, said, ['why', 'matters_to', 'check', 'owner_id', 'met_from']);
  const news = isNews(before, after, ['text', 'check'], ABOUT_REQUIREMENT);
  if (before !== undefined) after.version = before.version + (news ? 1 : 0);
  if (body.removed === true) delete requirements[body.requirement_id];
  else requirements[body.requirement_id] = after;
  if (news) shake(draft, ['requirements'], cause);
}

/** Choosing an option is a change of the choice, not of the option; a change of the chosen option is one of both. */
export function option(draft: PurchaseState, event: EventOf<'option.changed'>, cause: Cause): void {
  const { basis } = draft;
  const { body } = event;
  const before = basis.options[body.option_id];
  if (before === undefined && body.removed === true) return;
  const after = { ...kept(event), kind: body.kind ?? before?.kind ?? 'other_supplier' };
  const news = isNews(before, after, ['name'], ['chosen']);
  const chosen_before = basis.chosen_option_id;
  if (body.removed === true) delete basis.options[body.option_id];
  else basis.options[body.option_id] = after;
  if (body.chosen === true && body.removed !== true) basis.chosen_option_id = body.option_id;
  else if (chosen_before === body.option_id && (body.chosen === false || body.removed === true))
    basis.chosen_option_id = null;
  const choice_changed = chosen_before !== basis.chosen_option_id || (news && chosen_before === body.option_id);
  if (news) shake(draft, ['options'], cause);
  if (choice_changed) shake(draft, ['chosen_option'], cause);
}

export function score(draft: PurchaseState, event: EventOf<'score.changed'>, cause: Cause): void {
  const { scores } = draft.basis;
  const key = JSON.stringify([event.body.option_id, event.body.requirement_id]);
  const before = scores[key];
  const after = carried(before, kept(event), ['claim_ids', 'evidence']);
  scores[key] = after;
  // More evidence for the same score is no other score.
  if (!same(before, after, ['evidence'])) shake(draft, ['scores'], cause);
}

/** What an option costs is part of how it does; as with the net value, up to 10 % more or less is no news. */
export function cost(draft: PurchaseState, event: EventOf<'option.costed'>, cause: Cause): void {
  const { costs, chosen_option_id } = draft.basis;
  const { option_id, cost: now } = event.body;
  const before = costs[option_id]?.cost ?? null;
  costs[option_id] = kept(event);
  const moved = now === null ? before !== null : netValueMoved(before, now);
  if (!moved) return;
  shake(draft, ['scores'], cause);
  if (chosen_option_id === option_id) shake(draft, ['chosen_option'], cause);
}

/** Null takes a part back: then it is as if it had never been said. */
const withoutNulls = <T extends object>(thing: T): T =>
  Object.fromEntries(Object.entries(thing).filter(([, value]) => value !== null)) as T;

/** What a change of a claim leaves out of these stays. */
const CARRIED = [
  ...([
    'unit',
    'source',
    'used_for',
    'value_kind',
    'option_id',
    'condition',
    'valid_from',
    'valid_to',
    'channel',
  ] as const),
  ...(['document', 'url', 'line', 'quote', 'said_by', 'evidence', 'drafted_by', 'aside'] as const),
] as const;
/** Where a claim comes from, what shows it and what it is used for are no part of what it says. */
const NOT_SAID = [
  ...([
    'value_kind',
    'used_for',
    'source',
    'channel',
    'document',
    'url',
    'line',
    'quote',
    'said_by',
    'evidence',
    'drafted_by',
  ] as const),
  ...(['aside', 'by', 'side', 'first_at', 'refuted'] as const),
] as const;

/**
 * A claim that was used and now says something else, or is retracted, shakes those who used it; so does a contradiction that
 * is found by it. Nobody is told twice of a claim that was settled against them.
 */
export function claim(draft: PurchaseState, event: EventOf<'claim.changed'>, cause: Cause): void {
  const { claims } = draft.basis;
  const { body } = event;
  const before = claims[body.claim_id];
  const { id: by, side } = event.actor;
  const first_at = before?.first_at ?? event.occurred_at;
  const said = withoutNulls(carried<Omit<Claim, 'refuted'>>(before, { ...kept(event), by, side, first_at }, CARRIED));
  const changed = !same(before, said, NOT_SAID) || before?.value_kind !== said.value_kind;
  const gone = said.retracted === true;
  // Whoever takes a claim into use, or notes what shows it, has not said it.
  if (!changed && before !== undefined) Object.assign(said, { by: before.by, side: before.side });
  const after: Claim = { ...said, refuted: changed && !gone ? null : (before?.refuted ?? null) };
  const text_only = typeof before?.value === 'string' && typeof after.value === 'string';
  const words = ['subject', 'attribute', 'unit', ...(text_only ? ['value'] : [])];
  const told = gone && before !== undefined && before.refuted !== null;
  const news = before !== undefined && !told && isNews(before, after, words, NOT_SAID);
  claims[body.claim_id] = after;
  const found = changed ? findContradictions(draft, before, after, event) : [];
  if (found.length > 0) Object.assign(cause, { kind: 'contradiction.found', claims: claimsTold(draft, found) });
  shakeUsersOf(draft, [...found, ...(news ? [body.claim_id] : [])], cause);
}

/** Opened again while it is open, about the same claims, it is not news; nor to those who were told when it was found. */
export function contradictionOpened(draft: PurchaseState, event: EventOf<'contradiction.opened'>, cause: Cause): void {
  const { contradictions, found } = draft.basis;
  const { body } = event;
  const before = contradictions[body.contradiction_id];
  contradictions[body.contradiction_id] = { ...kept(event), by: event.actor.id, resolved_at: null, settled: null };
  const known = before === undefined || before.resolved_at !== null ? [] : before.claim_ids;
  const news = body.claim_ids.filter((claim_id) => !known.includes(claim_id));
  const told = new Set(
    Object.values(found)
      .filter(({ claim_ids }) => claim_ids.some((claim_id) => news.includes(claim_id)))
      .flatMap(({ spans }) => spans.map(({ event_id }) => event_id)),
  );
  shakeUsersOf(draft, news, cause, ({ shaken }) => !shaken.some(({ event_id }) => told.has(event_id)));
}

export function netValue(draft: PurchaseState, event: EventOf<'net_value.changed'>, cause: Cause): void {
  draft.basis.net_value = kept(event);
  shake(draft, ['net_value'], cause, (assent) => netValueMoved(assent.net_value, event.body));
}
