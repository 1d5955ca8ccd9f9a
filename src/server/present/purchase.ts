import { serverTexts } from '../../catalogue/server-texts.ts';
import type { OutputOf } from '../../contract/operations.ts';
import { completionOf, isActive, isHeld, isLive, jobState } from '../../core/completion.ts';
import { claimsClause, contradictionsOf } from '../../core/contradiction.ts';
import { type Need, reasonSentence } from '../../core/need.ts';
import { ringsOf } from '../../core/row.ts';
import { begun, causeClause, missingClauses, missingSummary, personName, ruleSentence } from '../../core/sentence.ts';
import type { Assent, Cause, CompleteInterval, Interval, Job, PurchaseState, Stakeholder } from '../../core/state.ts';

type Page = OutputOf<'purchases.get'>;
type JobView = Page['jobs'][number];
type Cell = JobView['cells'][number];
type Told = JobView['complete_intervals'][number]['began'];

/** Reasons that compare a purchase with others: those are the supplier's, and not for buyers to count. */
const COMPARED: ReadonlySet<string> = new Set(['silence', 'repeats', 'age']);

export interface PageContext {
  as_of: string | null;
  counted_to: string;
  need: Need;
  /** The state is as of a date or this program cannot change it. */
  read_only: string | null;
}

/** A purchase as one caller sees it: an explicit list of fields, built from the state of their view. */
export function purchasePage(state: PurchaseState, context: PageContext): Page {
  return {
    purchase_id: state.purchase_id,
    view: state.view,
    as_of: context.as_of,
    name: state.name,
    account_name: state.account_name,
    amount: state.amount,
    stage: state.stage === null ? null : { stage: state.stage.stage, odds: state.stage.odds, at: state.stage.at },
    simulated: state.simulated,
    opened_at: state.opened_at,
    last_at: state.last_at,
    counted_to: context.counted_to,
    outcome:
      state.outcome === null
        ? null
        : { outcome: state.outcome.outcome, at: state.outcome.at, reason: state.outcome.reason },
    revived: state.revived.map((cause) => tell(state, cause)),
    read_only: context.read_only,
    buyers_govern: state.buyer_entered_at !== null,
    rings: ringsOf(state),
    jobs: state.jobs.map((job) => jobView(state, job)),
    people: Object.values(state.stakeholders).map((person) => personView(state, person)),
    missing_roles: missingRoles(state),
    held: state.held.map((interval) => told(state, interval)),
    near: state.near.map((interval) => told(state, interval)),
    nearest: nearestOf(state),
    help: helpView(state, context.need),
    touches: {
      count: state.touches.count,
      last_at: state.touches.last_at,
      last_buyer_at: state.touches.last_buyer_at,
      by_channel: Object.entries(state.touches.by_channel)
        .map(([channel, count]) => ({ channel: channel as keyof typeof state.touches.by_channel, count }))
        .sort((a, b) => b.count - a.count),
    },
    ...basisView(state),
  };
}

export const reasonsOf = (need: Need): { code: Need['reasons'][number]['code']; text: string }[] =>
  need.reasons.map((reason) => ({ code: reason.code, text: reasonSentence(reason) }));

function jobView(state: PurchaseState, job: Job): JobView {
  const completion = completionOf(state, job);
  const last = job.complete.at(-1);
  return {
    job_id: job.job_id,
    name: job.name,
    sentence: job.sentence,
    phase: job.phase,
    required_roles: job.required_roles,
    rests_on: job.rests_on,
    quorum: job.quorum,
    state: jobState(job),
    rule: ruleSentence(state, job),
    missing: missingClauses(state, job, completion),
    needed: completion.needed,
    counted: completion.counted,
    given: completion.given,
    shaken: completion.shaken,
    reopens: job.reopens,
    by_composition: last?.to === null && last.by_composition,
    indicated: job.indicated.level,
    complete_intervals: job.complete.map((interval) => told(state, interval)),
    indicated_intervals: job.indicated.intervals.map((interval) => told(state, interval)),
    cells: Object.keys(state.stakeholders).map((person_id) => cellView(state, job, person_id)),
    seen: job.event_id,
  };
}

function cellView(state: PurchaseState, job: Job, person_id: string): Cell {
  const assent = job.assents[person_id];
  const indicated_at = job.indicated.people[person_id] ?? null;
  return {
    person_id,
    sign: signOf(assent, indicated_at),
    at: assent?.at ?? indicated_at,
    zone: assent?.zone ?? null,
    by: assent !== undefined && assent.by !== person_id ? personName(state, assent.by) : null,
    confidence: assent?.confidence ?? null,
    reason: assent?.reason ?? null,
    private_reason: assent?.private_reason ?? null,
    shaken_by: (assent?.shaken ?? []).map((cause) => tell(state, cause)),
    seen: assent?.event_id ?? null,
  };
}

function signOf(assent: Assent | undefined, indicated_at: string | null): Cell['sign'] {
  if (assent === undefined) return indicated_at === null ? 'none' : 'indicated';
  return assent.state === 'given' && !isLive(assent) ? 'shaken' : assent.state;
}

function personView(state: PurchaseState, person: Stakeholder): Page['people'][number] {
  return {
    person_id: person.person_id,
    name: personName(state, person.person_id),
    function: person.function,
    roles: person.roles,
    active: isActive(person),
    entered_at: person.entered_at,
    left_at: person.left_at,
    delegate: person.delegate_id === null ? null : personName(state, person.delegate_id),
    seen: person.event_id,
  };
}

function missingRoles(state: PurchaseState): Page['missing_roles'] {
  const missing = new Set<Page['missing_roles'][number]>();
  for (const job of state.jobs) for (const role of completionOf(state, job).unheld_roles) missing.add(role);
  return [...missing];
}

function nearestOf(state: PurchaseState): Page['nearest'] {
  const { nearest } = state;
  if (nearest === null) return null;
  return { ...nearest, ended: nearest.ended === null ? null : tell(state, nearest.ended) };
}

/** What would help most: what the nearest unfinished decide job misses, and why it is open again. */
function mostHelpful(state: PurchaseState): string | null {
  if (state.outcome !== null || isHeld(state)) return null;
  const open = state.jobs.filter((job) => job.phase === 'decide' && !completionOf(state, job).complete);
  const started =
    open.find((job) => job.complete.length > 0) ?? open.find((job) => Object.keys(job.assents).length > 0);
  const job = started ?? open[0];
  if (job === undefined) return null;
  const ended = job.complete.at(-1)?.ended;
  const why = ended ? serverTexts.reopened(job.name, causeClause(state, ended)) : serverTexts.not_complete(job.name);
  return `${why} ${begun(missingSummary(state, job))}.`;
}

/** The sentence above says already who is missing and what shook them. */
const SAID_BY_MOST: ReadonlySet<string> = new Set(['shaken', 'missing']);

function helpView(state: PurchaseState, need: Need): Page['help'] {
  const most = mostHelpful(state);
  const reasons = reasonsOf(need)
    .filter(({ code }) => most === null || !SAID_BY_MOST.has(code))
    .filter(({ code }) => state.view === 'seller' || !COMPARED.has(code));
  return { most, reasons };
}

function basisView(
  state: PurchaseState,
): Pick<Page, 'problem' | 'requirements' | 'options' | 'chosen_option_id' | 'contradictions' | 'net_value'> {
  const { basis } = state;
  const { problem, net_value } = basis;
  return {
    problem:
      problem === null
        ? null
        : {
            id: 'problem',
            text: problem.statement,
            detail: null,
            at: problem.at,
            seen: problem.event_id,
            zone: problem.zone,
          },
    requirements: Object.values(basis.requirements).map((item) => ({
      id: item.requirement_id,
      text: item.text,
      detail: item.priority,
      at: item.at,
      seen: item.event_id,
      zone: item.zone,
    })),
    options: Object.values(basis.options).map((item) => ({
      id: item.option_id,
      text: item.name,
      detail: item.kind,
      at: item.at,
      seen: item.event_id,
      zone: item.zone,
    })),
    chosen_option_id: basis.chosen_option_id,
    contradictions: contradictionsOf(state).map((item) => ({
      id: item.contradiction_id,
      text: item.note ?? claimsClause(state, item.claim_ids),
      opened_at: item.at,
      resolved_at: item.to,
    })),
    net_value:
      net_value === null
        ? null
        : { amount_minor: net_value.amount_minor, currency: net_value.currency, at: net_value.at },
  };
}

const tell = (state: PurchaseState, cause: Cause): Told => ({
  event_id: cause.event_id,
  kind: cause.kind,
  at: cause.at,
  person_id: cause.person_id,
  text: causeClause(state, cause),
});

function told(state: PurchaseState, interval: Interval | CompleteInterval): JobView['complete_intervals'][number] {
  return {
    from: interval.from,
    to: interval.to,
    began: tell(state, interval.began),
    ended: interval.ended === null ? null : tell(state, interval.ended),
    by_composition: 'by_composition' in interval && interval.by_composition,
  };
}
