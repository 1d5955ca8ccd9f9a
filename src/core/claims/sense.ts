import type { Claim } from '../claim.ts';
import { completionOf } from '../completion.ts';
import { type Contradiction, contradictionsOf, isLiveClaim } from '../contradiction.ts';
import { claimsUsedFor } from '../shaking.ts';
import type { Job, PurchaseState } from '../state.ts';
import { auditClaims, tellsNothingApart } from './audit.ts';
import { compareClaims, thingOf } from './compare.ts';
import { usedClaims } from './overload.ts';

/** Why something counts as established. */
export const GROUNDS = ['settled', 'evidence', 'agreed_sources', 'undisputed'] as const;
export type Ground = (typeof GROUNDS)[number];

export interface Established {
  claim: Claim;
  ground: Ground;
  /** Other claims that say the same. */
  also: Claim[];
}

/** What a job still lacks, in the words of the product; `what` names the thing where there is one. */
export const LACKS = [
  'problem',
  'requirements',
  'options',
  'claims',
  'evidence',
  'score',
  'choice',
  'assumption',
  'net_value',
  'role',
] as const;
export interface Lack {
  kind: (typeof LACKS)[number];
  what: string | null;
}

export interface Disputed {
  contradiction: Contradiction | null;
  claims: Claim[];
  /** A disputed assumption, by name. */
  assumption: string | null;
}

/** For one job: what is established, disputed, missing, and what does not matter for this decision. One for the group. */
export interface Sense {
  job_id: string;
  established: Established[];
  disputed: Disputed[];
  missing: Lack[];
  no_matter: { claim: Claim; why: 'aside' | 'tells_nothing_apart' | 'expired' }[];
}

/**
 * Makes sense of what a group knows for one job. It speaks to all of them: nobody's stance and nobody's name is in it.
 * @param today an ISO date, to tell what no longer holds
 */
export function senseOf(state: PurchaseState, job: Job, today: string): Sense {
  const live = Object.values(state.basis.claims).filter(isLiveClaim);
  const audit = auditClaims(state);
  const apart = tellsNothingApart(audit);
  const open = contradictionsOf(state).filter(({ to }) => to === null);
  const contested = new Set(open.flatMap(({ claim_ids }) => claim_ids));
  const mine = claimsFor(state, job, live);
  const no_matter: Sense['no_matter'] = [];
  const matters: Claim[] = [];
  for (const claim of mine) {
    if (claim.aside === true) no_matter.push({ claim, why: 'aside' });
    else if (claim.valid_to != null && claim.valid_to < today) no_matter.push({ claim, why: 'expired' });
    else if (apart.has(claim.claim_id) && !contested.has(claim.claim_id))
      no_matter.push({ claim, why: 'tells_nothing_apart' });
    else matters.push(claim);
  }
  return {
    job_id: job.job_id,
    established: establishedOf(
      matters.filter(({ claim_id }) => !contested.has(claim_id)),
      state,
    ),
    disputed: disputedOf(state, job, open, new Set(mine.map(({ claim_id }) => claim_id))),
    missing: missingOf(state, job, matters),
    no_matter,
  };
}

/** What a job rests on among the claims: those used for it; where it rests on claims or scores, also those nobody used yet. */
function claimsFor(state: PurchaseState, job: Job, live: readonly Claim[]): Claim[] {
  const used = claimsUsedFor(state, job);
  for (const claim of live) if (claim.used_for?.includes(job.job_id)) used.add(claim.claim_id);
  const by_any = usedClaims(state);
  const rests = job.rests_on.some((topic) => topic === 'claims_used' || topic === 'scores' || topic === 'options');
  return live.filter(({ claim_id }) => used.has(claim_id) || (rests && !by_any.has(claim_id)));
}

/** One line for each thing said: claims that say the same stand together, the best grounded first. */
function establishedOf(claims: readonly Claim[], state: PurchaseState): Established[] {
  const held = new Set(
    contradictionsOf(state).flatMap(({ settled }) => (settled?.holds == null ? [] : [settled.holds])),
  );
  const groups: Claim[][] = [];
  for (const claim of claims) {
    const group = groups.find(
      ([first]) =>
        first !== undefined && thingOf(first) === thingOf(claim) && compareClaims(first, claim).verdict === 'same',
    );
    if (group === undefined) groups.push([claim]);
    else group.push(claim);
  }
  return groups
    .map((group): Established => {
      const ground = groundOf(group, held);
      const [claim, ...also] = [...group].sort((a, b) => rank(a, held) - rank(b, held));
      return { claim: claim as Claim, ground, also };
    })
    .sort((a, b) => GROUNDS.indexOf(a.ground) - GROUNDS.indexOf(b.ground));
}

const rank = (claim: Claim, held: ReadonlySet<string>): number =>
  held.has(claim.claim_id) ? 0 : (claim.evidence ?? '') !== '' ? 1 : 2;

function groundOf(group: readonly Claim[], held: ReadonlySet<string>): Ground {
  if (group.some(({ claim_id }) => held.has(claim_id))) return 'settled';
  if (group.some(({ evidence }) => (evidence ?? '') !== '')) return 'evidence';
  const places = new Set(group.map(({ channel, source }) => channel ?? source ?? ''));
  return places.size > 1 ? 'agreed_sources' : 'undisputed';
}

function disputedOf(
  state: PurchaseState,
  job: Job,
  open: readonly Contradiction[],
  mine: ReadonlySet<string>,
): Disputed[] {
  const of_claims = open
    .filter(({ claim_ids }) => claim_ids.some((claim_id) => mine.has(claim_id)))
    .map((contradiction): Disputed => {
      const claims = contradiction.claim_ids.flatMap((claim_id) => state.basis.claims[claim_id] ?? []);
      return { contradiction, claims, assumption: null };
    });
  if (!job.rests_on.includes('agreed_assumptions')) return of_claims;
  const assumptions = Object.values(state.basis.assumptions).filter((assumption) => assumption.state === 'disputed');
  return [
    ...of_claims,
    ...assumptions.map(({ name }): Disputed => ({ contradiction: null, claims: [], assumption: name })),
  ];
}

type Missing = (state: PurchaseState) => readonly (string | null)[];
const if_so = (missing: boolean): readonly null[] => (missing ? [null] : []);

/** What a topic that a job rests on needs, and what it lacks: one entry for each thing, null where it has no name. */
const NEEDS: readonly (readonly [Job['rests_on'][number], Lack['kind'], Missing])[] = [
  ['problem_statement', 'problem', ({ basis }) => if_so(basis.problem === null)],
  ['requirements', 'requirements', ({ basis }) => if_so(Object.keys(basis.requirements).length === 0)],
  ['options', 'options', ({ basis }) => if_so(Object.keys(basis.options).length < 2)],
  ['scores', 'score', (state) => unscored(state)],
  ['chosen_option', 'choice', ({ basis }) => if_so(basis.chosen_option_id === null)],
  ['net_value', 'net_value', ({ basis }) => if_so(basis.net_value === null)],
  [
    'agreed_assumptions',
    'assumption',
    ({ basis }) =>
      Object.values(basis.assumptions)
        .filter(({ state }) => state === 'proposed')
        .map(({ name }) => name),
  ],
];

function missingOf(state: PurchaseState, job: Job, claims: readonly Claim[]): Lack[] {
  const lacks: Lack[] = completionOf(state, job).unheld_roles.map((role) => ({ kind: 'role', what: role }));
  for (const [topic, kind, missing] of NEEDS) {
    if (job.rests_on.includes(topic)) lacks.push(...missing(state).map((what) => ({ kind, what })));
  }
  if (!job.rests_on.includes('claims_used')) return lacks;
  if (claims.length === 0) lacks.push({ kind: 'claims', what: null });
  const used = claimsUsedFor(state, job);
  const unshown = claims.filter(({ claim_id, evidence }) => used.has(claim_id) && (evidence ?? '') === '');
  const things = new Set(unshown.map(({ subject, attribute }) => `${subject}, ${attribute}`));
  return [...lacks, ...[...things].map((what): Lack => ({ kind: 'evidence', what }))];
}

/** Musts on which no option has a score. */
const unscored = ({ basis }: PurchaseState): string[] =>
  Object.values(basis.requirements)
    .filter(
      ({ requirement_id, priority }) =>
        priority === 'must' &&
        !Object.values(basis.scores).some((score) => score.requirement_id === requirement_id && score.score !== null),
    )
    .map(({ text }) => text);
