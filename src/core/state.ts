import type { OPTION_KINDS, PRIORITIES } from './body/basis.ts';
import type { PulseItem } from './body/pulse.ts';
import type { Channel, Outcome, Phase, RestsOn, Role, Side } from './body/words.ts';
import type { CauseClaim, Claim, Found, StatedContradiction } from './claim.ts';
import type { BodyOf, EventKind } from './event.ts';
import type { PurchaseFile } from './file.ts';
import { emptyPlan, type Plan } from './plan/step.ts';
import type { Question } from './question.ts';
import type { Risk } from './risk.ts';
import type { AssumptionState, CaseTerms } from './value/case.ts';
import type { View, Zone } from './zone.ts';

/** The event that something came from, as far as this view may know it. */
export interface Cause {
  event_id: string;
  kind: string;
  at: string;
  /** The person it is about, where there is one. */
  person_id: string | null;
  /** What it was about, in the source's words: a requirement's text, an option's name. */
  what: string | null;
  /** The claims that it was about, as they were then, where they contradict one another. */
  claims?: CauseClaim[];
}

export interface Stakeholder {
  person_id: string;
  name: string | null;
  function: string | null;
  roles: Role[];
  named_at: string;
  entered_at: string | null;
  left_at: string | null;
  delegate_id: string | null;
  event_id: string;
  /** Shared, as soon as either side said so; else the one side's own. */
  zone: Zone;
}

export const STANCES = ['working', 'given', 'withheld', 'withdrawn', 'aside'] as const;
export type Stance = (typeof STANCES)[number];

/** One person's own statement on one job. */
export interface Assent {
  state: Stance;
  at: string;
  event_id: string;
  /** Who stated it: the person, or the delegate. */
  by: string;
  /** Whether the other side may know of it. */
  zone: Zone;
  confidence: number | null;
  /** The wording it was given to. */
  sentence: string | null;
  reason: string | null;
  private_reason: string | null;
  /** The net value this person could read when agreeing; what a later net value is compared with. */
  net_value: { amount_minor: number; currency: string } | null;
  /** What changed under it since; empty for a live assent. */
  shaken: Cause[];
}

export type Level = 'none' | 'started' | 'advanced' | 'completed';

/** A stretch of time in which something was so; `to` is null while it lasts. */
export interface Interval {
  from: string;
  to: string | null;
  began: Cause;
  ended: Cause | null;
}

/** A stretch of completion; `by_composition` when a departure or a changed rule completed it, not an assent. */
export interface CompleteInterval extends Interval {
  by_composition: boolean;
}

export interface Job {
  job_id: string;
  name: string;
  sentence: string;
  phase: Phase;
  required_roles: Role[];
  rests_on: RestsOn[];
  quorum: string;
  /** The event that set the rule and wording last. */
  event_id: string;
  /** Where the job stands; one that only one side has is their own. */
  zone: Zone;
  added_at: string;
  assents: Record<string, Assent>;
  complete: CompleteInterval[];
  reopens: number;
  /** Evidence: what suggests progress although nobody has said it. */
  indicated: { level: Level; at: string | null; people: Record<string, string>; intervals: Interval[] };
}

export interface Touches {
  count: number;
  first_at: string | null;
  last_at: string | null;
  last_buyer_at: string | null;
  by_channel: Partial<Record<Channel, number>>;
}

/** The zone is that of who set it last. */
type Kept<K extends EventKind> = BodyOf<K> & { at: string; event_id: string; zone: Zone };

/** What assents rest on, as last said. */
export interface Basis {
  problem: (Kept<'purchase.problem_stated'> & { zone: Zone }) | null;
  /** `version` counts from 1 what changed its meaning. */
  requirements: Record<
    string,
    Kept<'requirement.changed'> & { priority: (typeof PRIORITIES)[number]; version: number; zone: Zone }
  >;
  options: Record<string, Kept<'option.changed'> & { kind: (typeof OPTION_KINDS)[number]; zone: Zone }>;
  chosen_option_id: string | null;
  costs: Record<string, Kept<'option.costed'> & { zone: Zone }>;
  scores: Record<string, Kept<'score.changed'> & { zone: Zone }>;
  /** What matters how much to each person, as they last said; or that it is not theirs to weigh. */
  weights: Record<string, Kept<'weights.stated'> & { zone: Zone }>;
  weights_aside: Record<string, Kept<'weights.aside'> & { zone: Zone }>;
  claims: Record<string, Claim>;
  /** Contradictions that somebody opened. */
  contradictions: Record<string, StatedContradiction>;
  /** Contradictions that were found, by what their claims are about. */
  found: Record<string, Found>;
  assumptions: Record<string, Assumption>;
  drivers: Record<string, Driver>;
  /** The terms of the value case: a side's own before the shared ones. */
  terms: { shared: Partial<CaseTerms>; own: Partial<CaseTerms>; event_id: string | null; zone: Zone };
  /** By driver and month. */
  realised: Record<string, Kept<'realised.recorded'>>;
  /** As last stated, or as last computed from the case that this view knows. */
  net_value: (Kept<'net_value.changed'> & { computed?: true }) | null;
}

/** One person's judgement of an assumption as it stands. */
export interface Judgement {
  judgement: 'agreed' | 'disputed';
  at: string;
  event_id: string;
  reason: string | null;
  zone: Zone;
}

/** Something said about an assumption. */
export interface Comment {
  event_id: string;
  at: string;
  by: string;
  side: Side | 'none';
  comment: string;
  zone: Zone;
}

type SaidAssumption = Kept<'assumption.changed'> & {
  state: AssumptionState;
  symbol: string;
  proposed_by: { id: string; side: Side | 'none' };
};

/** An assumption as the view knows it: its side's own version where there is one, with the shared one beneath. */
export interface Assumption extends SaidAssumption {
  beneath: SaidAssumption | null;
  /** By person, of the numbers as they stand. */
  judgements: Record<string, Judgement>;
  comments: Comment[];
}

type SaidDriver = Kept<'driver.changed'> & { symbol: string; formula: string };

/** A driver of the value case, its side's own version first. */
export interface Driver extends SaidDriver {
  beneath: SaidDriver | null;
}

/** How many decide jobs were complete at once, at best, and when. */
export interface Nearest {
  complete: number;
  of: number;
  from: string;
  to: string | null;
  ended: Cause | null;
}

/** What someone answered to a pulse question; null where they skipped it. */
export interface PulseAnswer {
  item: PulseItem;
  /** 1 to 5. */
  value: number | null;
  at: string;
}

/** The shape of what is folded: one more whenever `PurchaseState` changes, so that what was stored is folded anew. */
export const STATE_SHAPE = 9;

/** A purchase as one side may know it. Plain data: it is stored and sent as JSON. */
export interface PurchaseState {
  /** The `STATE_SHAPE` it was folded with. */
  v: number;
  purchase_id: string;
  view: View;
  opened_at: string | null;
  name: string | null;
  account_name: string | null;
  amount: { amount_minor: number; currency: string } | null;
  stage: { stage: string; odds: number | null; closes_on: string | null; at: string } | null;
  simulated: boolean;
  outcome: { outcome: Outcome; at: string; event_id: string; reason: string | null } | null;
  revived: Cause[];
  /** When the first buyer came in; from then on only the buyer side changes who has to agree and on what. */
  buyer_entered_at: string | null;
  stakeholders: Record<string, Stakeholder>;
  jobs: Job[];
  removed_jobs: Job[];
  basis: Basis;
  plan: Plan;
  /** By person, in the order of time. Never shown as it is: see `pulse.ts`. */
  pulses: Record<string, PulseAnswer[]>;
  questions: Record<string, Question>;
  risks: Record<string, Risk>;
  files: Record<string, PurchaseFile>;
  touches: Touches;
  held: CompleteInterval[];
  /** When all decide jobs but one were complete at once. */
  near: Interval[];
  nearest: Nearest | null;
  /** The longest silence between two events at each point of the journey, in seconds; a point is how many jobs moved. */
  silences_s: number[];
  /** When something was last told here, and not by an import. */
  lived_at: string | null;
  last_at: string | null;
  /** The last thing that happened, touches and evidence included. */
  last_event_id: string | null;
  events: number;
  /** A kind that only a newer program knows: this purchase can be read but not changed here. */
  unknown_kind: string | null;
}

/** A purchase of which nothing is known yet. */
export function emptyState(purchase_id: string, view: View): PurchaseState {
  return {
    v: STATE_SHAPE,
    purchase_id,
    view,
    opened_at: null,
    name: null,
    account_name: null,
    amount: null,
    stage: null,
    simulated: false,
    outcome: null,
    revived: [],
    buyer_entered_at: null,
    stakeholders: {},
    jobs: [],
    removed_jobs: [],
    basis: {
      problem: null,
      requirements: {},
      options: {},
      chosen_option_id: null,
      costs: {},
      scores: {},
      weights: {},
      weights_aside: {},
      claims: {},
      contradictions: {},
      found: {},
      assumptions: {},
      drivers: {},
      terms: { shared: {}, own: {}, event_id: null, zone: 'shared' },
      realised: {},
      net_value: null,
    },
    plan: emptyPlan(),
    pulses: {},
    questions: {},
    risks: {},
    files: {},
    touches: { count: 0, first_at: null, last_at: null, last_buyer_at: null, by_channel: {} },
    held: [],
    near: [],
    nearest: null,
    silences_s: [],
    lived_at: null,
    last_at: null,
    last_event_id: null,
    events: 0,
    unknown_kind: null,
  };
}

/** The job with that id, if the purchase has it. */
export const jobOf = (state: PurchaseState, job_id: string): Job | undefined =>
  state.jobs.find((job) => job.job_id === job_id);
