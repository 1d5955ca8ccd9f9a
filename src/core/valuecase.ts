import { carried, isNews, kept, same } from './basis.ts';
import { valueCaseOf } from './case-of-view.ts';
import type { EventOf } from './event.ts';
import { netValueMoved, shake } from './shaking.ts';
import type { Assumption, Cause, Driver, Judgement, PurchaseState } from './state.ts';
import { symbolOf, toMinor } from './value/case.ts';
import { figuresOf } from './value/figures.ts';
import { buildModel } from './value/model.ts';
import { usedPlaces } from './value/tornado.ts';

/*
 * The value case in the state of a purchase. What one side keeps stands above what is shared of the same thing and hides it
 * for that side alone; taking it out shows the shared one again.
 */

/** What says nothing of an assumption's number. */
const BESIDE = ['owner_id', 'source', 'symbol', 'proposed_by', 'beneath', 'judgements', 'comments'] as const;
const NUMBERS = ['unit', 'low', 'high', 'distribution'] as const;

/** An assumption that was agreed and no longer is, or no longer says the same, shakes what rests on agreed ones. */
export function assumption(draft: PurchaseState, event: EventOf<'assumption.changed'>, cause: Cause): void {
  const { assumptions } = draft.basis;
  const { assumption_id } = event.body;
  const before = assumptions[assumption_id];
  const after = assumptionAfter(before, event);
  if (after === undefined) delete assumptions[assumption_id];
  else if (after !== before) assumptions[assumption_id] = after;
  // Taken out, it says another number than any.
  const now = after ?? (before === undefined ? undefined : { ...before, value: Number.MAX_VALUE });
  if (before?.state === 'agreed' && now !== undefined && isNews(before, now, ['name', 'unit'], BESIDE)) {
    shake(draft, ['agreed_assumptions'], cause);
  }
  settleNetValue(draft, event, cause);
}

/** The assumption after a change; undefined where nothing of it is left, the same where the change shows nowhere here. */
function assumptionAfter(before: Assumption | undefined, event: EventOf<'assumption.changed'>): Assumption | undefined {
  const said = saidAssumption(event, versionIn(before, event.zone) ?? before);
  if (event.body.removed === true) {
    if (before === undefined || before.zone !== event.zone)
      return before === undefined ? undefined : { ...before, beneath: null };
    return before.beneath === null
      ? undefined
      : withJudgements({ ...before, ...before.beneath, beneath: null }, before, event);
  }
  if (before === undefined)
    return withJudgements({ ...said, beneath: null, judgements: {}, comments: [] }, undefined, event);
  const shared_beneath = before.zone === 'shared' ? plainOf(before) : before.beneath;
  if (event.zone !== 'shared') return withJudgements({ ...before, ...said, beneath: shared_beneath }, before, event);
  // A side that now says it to both gives up the version of its own.
  const moved = event.actor.side === before.zone || same(plainOf(before), said, ['state', 'proposed_by']);
  if (before.zone === 'shared' || moved) return withJudgements({ ...before, ...said, beneath: null }, before, event);
  return { ...before, beneath: said };
}

const versionIn = (before: Assumption | undefined, zone: string) =>
  before?.zone === zone ? before : zone === 'shared' ? before?.beneath : null;

type SaidAssumption = NonNullable<Assumption['beneath']>;

function plainOf({
  beneath: _beneath,
  judgements: _judgements,
  comments: _comments,
  ...said
}: Assumption): SaidAssumption {
  return said;
}

function saidAssumption(
  event: EventOf<'assumption.changed'>,
  before: SaidAssumption | null | undefined,
): SaidAssumption {
  const { body } = event;
  const { removed: _removed, ...said } = kept(event);
  const after = carried<SaidAssumption>(
    before ?? undefined,
    {
      ...said,
      // −0 is 0: it reads back as that.
      value: body.value + 0,
      state: body.state ?? 'proposed',
      symbol: body.symbol ?? before?.symbol ?? symbolOf(body.name),
      proposed_by: { id: event.actor.id, side: event.actor.side },
    },
    ['unit', 'low', 'high', 'distribution', 'owner_id', 'source'],
  );
  if (body.state !== undefined || before === null || before === undefined) return after;
  return numbersDiffer(before, after) ? after : { ...after, state: before.state, proposed_by: before.proposed_by };
}

function numbersDiffer(before: SaidAssumption, after: SaidAssumption): boolean {
  if (before.value !== after.value) return true;
  const words_only = after.wording_only === true ? ['unit'] : [];
  return NUMBERS.some((field) => !words_only.includes(field) && before[field] !== after[field]);
}

/** Judgements hold for the numbers they were made of; who of the buyer side says a state of their own judges by it. */
function withJudgements(
  after: Assumption,
  before: Assumption | undefined,
  event: EventOf<'assumption.changed'>,
): Assumption {
  const changed = before === undefined || numbersDiffer(before, after);
  const judgements = changed ? {} : { ...before.judgements };
  const { state } = event.body;
  const by_buyer = event.actor.side === 'buyer' && event.actor.kind === 'person' && event.import_id === null;
  if (by_buyer && (state === 'agreed' || state === 'disputed') && event.body.removed !== true) {
    judgements[event.actor.id] = judgementOf(event, state, null);
  } else if (state === 'proposed') for (const person_id of Object.keys(judgements)) delete judgements[person_id];
  return {
    ...after,
    judgements,
    state: stateOf(judgements) ?? (changed && state === undefined ? 'proposed' : after.state),
  };
}

const judgementOf = (
  { occurred_at, id, zone }: { occurred_at: string; id: string; zone: Judgement['zone'] },
  judgement: Judgement['judgement'],
  reason: string | null,
): Judgement => ({ judgement, at: occurred_at, event_id: id, reason, zone });

/** What judgements come to: one dispute is enough. */
function stateOf(judgements: Assumption['judgements']): Assumption['state'] | null {
  const all = Object.values(judgements);
  if (all.some(({ judgement }) => judgement === 'disputed')) return 'disputed';
  return all.length > 0 ? 'agreed' : null;
}

/** A buyer says of an assumption whether it holds for them. */
export function judged(draft: PurchaseState, event: EventOf<'assumption.judged'>, cause: Cause): void {
  const { assumption_id, person_id, judgement, reason } = event.body;
  const one = draft.basis.assumptions[assumption_id];
  if (one === undefined) return;
  const before = one.state;
  if (judgement === 'open') delete one.judgements[person_id];
  else one.judgements[person_id] = judgementOf(event, judgement, reason ?? null);
  one.state = stateOf(one.judgements) ?? 'proposed';
  // Whoever judges is there.
  draft.touches.last_buyer_at = event.occurred_at;
  if (before === 'agreed' && one.state !== 'agreed') shake(draft, ['agreed_assumptions'], cause);
}

export function commented(draft: PurchaseState, event: EventOf<'assumption.commented'>): void {
  const { assumption_id, comment } = event.body;
  const { id: event_id, occurred_at: at, actor, zone } = event;
  draft.basis.assumptions[assumption_id]?.comments.push({
    event_id,
    at,
    by: actor.id,
    side: actor.side,
    comment,
    zone,
  });
}

const DRIVER_FIELDS = [
  ...(['formula', 'symbol', 'kind', 'side', 'price', 'recurring'] as const),
  ...(['start_month', 'ramp_months', 'ramp', 'attrition', 'matters_to'] as const),
] as const;

/** A driver, new, changed or taken out. */
export function driver(draft: PurchaseState, event: EventOf<'driver.changed'>, cause: Cause): void {
  const { drivers } = draft.basis;
  const { driver_id } = event.body;
  const after = driverAfter(drivers[driver_id], event);
  if (after === undefined) delete drivers[driver_id];
  else drivers[driver_id] = after;
  settleNetValue(draft, event, cause);
}

function driverAfter(before: Driver | undefined, event: EventOf<'driver.changed'>): Driver | undefined {
  const own_above = before !== undefined && before.zone !== 'shared';
  if (event.body.removed === true) {
    if (before === undefined) return undefined;
    if (before.zone !== event.zone) return { ...before, beneath: null };
    return before.beneath === null ? undefined : { ...before.beneath, beneath: null };
  }
  const last = own_above && event.zone === 'shared' ? (before.beneath ?? before) : before;
  const said = saidDriver(event, last);
  if (before === undefined) return { ...said, beneath: null };
  if (event.zone !== 'shared') return { ...said, beneath: own_above ? before.beneath : plainDriver(before) };
  const moved = own_above && (event.actor.side === before.zone || same(plainDriver(before), said));
  return own_above && !moved ? { ...before, beneath: said } : { ...said, beneath: null };
}

const plainDriver = ({ beneath: _beneath, ...said }: Driver): NonNullable<Driver['beneath']> => said;

function saidDriver(event: EventOf<'driver.changed'>, before: NonNullable<Driver['beneath']> | undefined) {
  const { removed: _removed, ...said } = kept(event);
  const { name } = event.body;
  const symbol = event.body.symbol ?? before?.symbol ?? symbolOf(name);
  const formula = event.body.formula ?? before?.formula ?? '';
  return carried<NonNullable<Driver['beneath']>>(before, { ...said, symbol, formula }, DRIVER_FIELDS);
}

/** What holds for the whole case; what is left out stays. */
export function termsSet(draft: PurchaseState, event: EventOf<'case.set'>, cause: Cause): void {
  const { terms } = draft.basis;
  const said = Object.fromEntries(Object.entries(event.body).filter(([, value]) => value !== undefined));
  const part = event.zone === 'shared' ? 'shared' : 'own';
  draft.basis.terms = { ...terms, [part]: { ...terms[part], ...said }, event_id: event.id, zone: event.zone };
  settleNetValue(draft, event, cause);
}

/** What a driver brought in a month; the last entry counts. */
export function realised(draft: PurchaseState, event: EventOf<'realised.recorded'>): void {
  const key = `${event.body.driver_id} ${event.body.month}`;
  if (event.body.amount_minor === null) delete draft.basis.realised[key];
  else draft.basis.realised[key] = kept(event);
}

/**
 * What the case that this view knows comes to, once all of it can be computed, is its net value: derived when folding, so that
 * each view has the one of what it may read. Changes the draft.
 */
function settleNetValue(
  draft: PurchaseState,
  event: { id: string; occurred_at: string; zone: Driver['zone'] },
  cause: Cause,
): void {
  if (Object.keys(draft.basis.drivers).length === 0) return;
  const value_case = valueCaseOf(draft);
  const model = buildModel(value_case);
  const { net_value, complete } = figuresOf(model);
  if (!complete || !Number.isFinite(net_value)) return;
  const { currency } = value_case.terms;
  const amount_minor = toMinor(net_value, currency);
  if (!Number.isSafeInteger(amount_minor)) return;
  const before = draft.basis.net_value;
  if (before?.amount_minor === amount_minor && before.currency === currency) return;
  const used = [...usedPlaces(model)].flatMap((place) => value_case.assumptions[place] ?? []);
  const things = [...value_case.drivers, ...used, draft.basis.terms];
  const zone = things.every((thing) => thing.zone === 'shared') ? 'shared' : draft.view;
  const now = { amount_minor, currency };
  draft.basis.net_value = { ...now, at: event.occurred_at, event_id: event.id, zone, computed: true };
  const moved: Cause = { ...cause, kind: 'net_value.changed' };
  shake(draft, ['net_value'], moved, (assent) => netValueMoved(assent.net_value, now));
}
