import type { z } from 'zod';
import { sentences } from '../../catalogue/sentences.ts';
import type { claim_view, contradiction_view } from '../../contract/claim-view.ts';
import type { OutputOf } from '../../contract/operations.ts';
import type { Claim } from '../../core/claim.ts';
import { type Audited, auditClaims } from '../../core/claims/audit.ts';
import { answersOf } from '../../core/claims/channels.ts';
import { plainWords } from '../../core/claims/compare.ts';
import { overloadOf, usedClaims } from '../../core/claims/overload.ts';
import { senseOf } from '../../core/claims/sense.ts';
import { sheetMarkdown, sheetOf, sourceText } from '../../core/claims/sheet.ts';
import { similarClaims } from '../../core/claims/similar.ts';
import { valueIn } from '../../core/claims/value.ts';
import {
  type Contradiction,
  claimsClause,
  claimText,
  contradictionsOf,
  isLiveClaim,
} from '../../core/contradiction.ts';
import { claimsUsedFor } from '../../core/shaking.ts';
import type { Job, PurchaseState } from '../../core/state.ts';

type ClaimView = z.output<typeof claim_view>;
type ContradictionView = z.output<typeof contradiction_view>;

/** How the claims of one state are shown: with names, use and contradictions looked up once. */
export interface Showing {
  state: PurchaseState;
  claim: (claim: Claim) => ClaimView;
  contradiction: (one: Contradiction) => ContradictionView;
}

/** @param names of people, by id, as far as this view knows them */
export function showingOf(state: PurchaseState, names: ReadonlyMap<string, string>): Showing {
  const used = usedClaims(state);
  const in_open = new Map<string, string>();
  for (const { to, claim_ids, contradiction_id } of contradictionsOf(state)) {
    if (to === null) for (const claim_id of claim_ids) in_open.set(claim_id, contradiction_id);
  }
  const nameOf = (id: string): string | null => names.get(id) ?? state.stakeholders[id]?.name ?? null;
  return {
    state,
    claim: (claim) => ({
      ...claimFields(claim),
      option_name: claim.option_id == null ? null : (state.basis.options[claim.option_id]?.name ?? null),
      by: nameOf(claim.by),
      used: used.has(claim.claim_id),
      contradiction_id: isLiveClaim(claim) ? (in_open.get(claim.claim_id) ?? null) : null,
    }),
    contradiction: (one) => ({
      contradiction_id: one.contradiction_id,
      claim_ids: [...one.claim_ids],
      text: one.note ?? claimsClause(state, one.claim_ids),
      found: one.found,
      note: one.note,
      opened_at: one.at,
      resolved_at: one.to,
      earlier_ms: one.earlier_ms,
      settled: one.settled === null ? null : settledOf(one.settled, nameOf),
      relied_on_by: reliedOn(state, one.claim_ids),
    }),
  };
}

const settledOf = (
  { at, by, holds, no_conflict, note, evidence }: NonNullable<Contradiction['settled']>,
  nameOf: (id: string) => string | null,
): NonNullable<ContradictionView['settled']> => ({
  at,
  by: nameOf(by) ?? sentences.someone,
  holds,
  no_conflict,
  note,
  evidence,
});

function claimFields(claim: Claim): Omit<ClaimView, 'option_name' | 'by' | 'used' | 'contradiction_id'> {
  const read = valueIn(claim);
  const orNull = <T>(value: T | null | undefined): T | null => value ?? null;
  return {
    claim_id: claim.claim_id,
    subject: claim.subject,
    attribute: claim.attribute,
    value: claim.value,
    unit: orNull(claim.unit),
    value_kind: read.kind,
    text: claimText(claim),
    option_id: orNull(claim.option_id),
    condition: orNull(claim.condition),
    valid_from: orNull(claim.valid_from),
    valid_to: orNull(claim.valid_to),
    source: orNull(claim.source),
    place: sourceText(claim),
    channel: orNull(claim.channel),
    url: orNull(claim.url),
    quote: orNull(claim.quote),
    evidence: orNull(claim.evidence),
    drafted_by: orNull(claim.drafted_by),
    side: claim.side,
    zone: claim.zone,
    at: claim.at,
    used_for: claim.used_for ?? [],
    aside: claim.aside === true,
    state: claim.retracted === true ? 'retracted' : claim.refuted === null ? 'live' : 'refuted',
    seen: claim.event_id,
  };
}

/** How many people have agreed to a job that uses one of these claims. */
function reliedOn(state: PurchaseState, claim_ids: readonly string[]): number {
  const people = new Set<string>();
  for (const job of state.jobs) {
    const used = claimsUsedFor(state, job);
    if (!claim_ids.some((claim_id) => used.has(claim_id))) continue;
    for (const [person_id, assent] of Object.entries(job.assents)) if (assent.state === 'given') people.add(person_id);
  }
  return people.size;
}

interface Filter {
  q?: string | undefined;
  channel?: string | undefined;
  option_id?: string | undefined;
  all?: boolean | undefined;
}

/** Claims that pass a filter, by what they are about; contradictions, open ones first; pairs for a person. */
export function claimList(
  { state, claim, contradiction }: Showing,
  filter: Filter,
  model: string | null,
): OutputOf<'claims.list'> {
  const words = plainWords(filter.q ?? '');
  const claims = Object.values(state.basis.claims)
    .filter((one) => filter.all === true || one.retracted !== true)
    .filter((one) => filter.channel === undefined || (one.channel ?? 'other') === filter.channel)
    .filter((one) => filter.option_id === undefined || one.option_id === filter.option_id)
    .map(claim)
    .filter(
      (one) => words === '' || plainWords(`${one.subject} ${one.attribute} ${one.text} ${one.place}`).includes(words),
    )
    .sort(
      (a, b) => a.subject.localeCompare(b.subject) || a.attribute.localeCompare(b.attribute) || (a.at < b.at ? -1 : 1),
    );
  const all = contradictionsOf(state).map(contradiction);
  all.sort(
    (a, b) => Number(a.resolved_at !== null) - Number(b.resolved_at !== null) || (a.opened_at > b.opened_at ? -1 : 1),
  );
  const live = Object.values(state.basis.claims).filter((one) => isLiveClaim(one) && one.aside !== true);
  return {
    claims,
    contradictions: all,
    pairs: similarClaims(live).map(({ claim_ids, similarity, why }) => ({
      claim_ids: [claim_ids[0], claim_ids[1]],
      similarity: Math.round(similarity * 1000) / 1000,
      why,
    })),
    options: optionsOf(state),
    jobs: state.jobs.map(({ job_id, name }) => ({ job_id, name })),
    model,
  };
}

const optionsOf = ({ basis }: PurchaseState): { option_id: string; name: string }[] =>
  Object.values(basis.options).map(({ option_id, name }) => ({ option_id, name }));

export const channelsPage = ({ state, claim }: Showing): OutputOf<'channels.get'> => ({
  answers: answersOf(state).map(({ subject, attribute, verdict, by_channel, silent, holds, mend }) => ({
    subject,
    attribute,
    verdict,
    said: Object.entries(by_channel).map(([channel, claims]) => ({
      channel: channel as keyof typeof by_channel,
      claims: claims.map(claim),
    })),
    silent,
    holds: holds === null ? null : claim(holds),
    mend: mend.map(claim),
  })),
});

export function auditPage({ state, claim }: Showing): OutputOf<'claim_audits.get'> {
  const audit = auditClaims(state);
  const told = ({ subject, attribute, by_option }: Audited) => ({
    subject,
    attribute,
    said: Object.entries(by_option).map(([option_id, claims]) => ({ option_id, claims: claims.map(claim) })),
  });
  return {
    options: optionsOf(state).filter(({ option_id }) => audit.option_ids.includes(option_id)),
    by_all: audit.by_all.map(told),
    by_one: audit.by_one.map(told),
    differing: audit.differing.map(told),
    without_evidence: audit.without_evidence.map(claim),
  };
}

/** @param today an ISO date @param model the text model that can summarise, where there is one */
export function sensePage(
  { state, claim, contradiction }: Showing,
  job: Job,
  { today, model }: { today: string; model: string | null },
): OutputOf<'senses.get'> {
  const { job_id, established, disputed, missing, no_matter } = senseOf(state, job, today);
  return {
    job_id,
    name: job.name,
    sentence: job.sentence,
    established: established.map((one) => ({ claim: claim(one.claim), ground: one.ground, also: one.also.map(claim) })),
    disputed: disputed.map((one) => ({
      contradiction: one.contradiction === null ? null : contradiction(one.contradiction),
      claims: one.claims.map(claim),
      assumption: one.assumption,
    })),
    missing,
    no_matter: no_matter.map((one) => ({ claim: claim(one.claim), why: one.why })),
    model,
  };
}

/** @param today an ISO date */
export function overloadPage({ state, claim }: Showing, today: string): OutputOf<'overloads.get'> {
  const { put_aside, aside, ...counts } = overloadOf(state, today);
  return {
    ...counts,
    put_aside: put_aside.map((one) => ({ claim: claim(one.claim), why: one.why })),
    aside: aside.map(claim),
  };
}

export function sheetPage({ state, claim }: Showing): OutputOf<'sheets.get'> {
  const sheet = sheetOf(state);
  return {
    options: sheet.options,
    rows: sheet.rows.map(({ attribute, cells }) => ({
      attribute,
      cells: cells.map(({ option_id, claims }) => ({ option_id, claims: claims.map(claim) })),
    })),
    left_out: sheet.left_out,
    markdown: sheetMarkdown(state, sheet),
  };
}
