import { serverTexts } from '../catalogue/server-texts.ts';
import { compareClaims, thingOf } from '../core/claims/compare.ts';
import { type Proposal, proposeClaims } from '../core/claims/propose.ts';
import { senseOf } from '../core/claims/sense.ts';
import { statementsOf } from '../core/claims/summary.ts';
import { valueIn, valueText } from '../core/claims/value.ts';
import { claimText, isLiveClaim } from '../core/contradiction.ts';
import { puttingAside, settlingOf } from '../core/settling.ts';
import { jobOf, type PurchaseState } from '../core/state.ts';
import { namesOf } from '../store/person.ts';
import type { AppOptions } from './app-options.ts';
import type { Call, Handlers } from './bind.ts';
import { type Caller, scopeOfCaller } from './caller.ts';
import { runCommands } from './command.ts';
import { draftClaims, failureSentence, summarise } from './model.ts';
import { pageText } from './page-text.ts';
import {
  auditPage,
  channelsPage,
  claimList,
  overloadPage,
  type Showing,
  sensePage,
  sheetPage,
  showingOf,
} from './present/claim.ts';
import { notFound } from './problem.ts';
import { dateOf, readState } from './purchase.ts';

type Nouns =
  | 'claims.list'
  | 'channels.get'
  | 'claim_audits.get'
  | 'senses.get'
  | 'overloads.get'
  | 'sheets.get'
  | 'claim_proposals.create'
  | 'summaries.create'
  | 'settlements.create'
  | 'claim_asides.create';

/** Claims and what follows from them: each page made from what the caller's view may read. */
export const claimHandlers = (options: AppOptions): Pick<Handlers, Nouns> => ({
  'claims.list': async (call) => {
    const { as_of: _as_of, known: _known, ...filter } = call.query;
    return claimList(await show(options, call), filter, options.setting.model?.name ?? null);
  },
  'channels.get': async (call) => channelsPage(await show(options, call)),
  'claim_audits.get': async (call) => auditPage(await show(options, call)),
  'sheets.get': async (call) => sheetPage(await show(options, call)),
  'overloads.get': async (call) => overloadPage(await show(options, call), dayOf(call.query)),
  'senses.get': async (call) => {
    const shown = await show(options, call);
    const job = jobOf(shown.state, call.params.job_id);
    if (job === undefined) throw notFound();
    return sensePage(shown, job, { today: dayOf(call.query), model: options.setting.model?.name ?? null });
  },
  'summaries.create': (call) => createSummary(options, call),
  'claim_proposals.create': (call) => createProposals(options, call),
  'settlements.create': async (call) => {
    const { caller, params, body } = call;
    const state = await readState(options.db, caller, params.purchase_id);
    const settling = { ...body, contradiction_id: params.contradiction_id };
    return runCommands(options.db, call, params.purchase_id, settlingOf(settling, state, caller.actor.side));
  },
  'claim_asides.create': async (call) => {
    const { caller, params, body } = call;
    const state = await readState(options.db, caller, params.purchase_id);
    return runCommands(options.db, call, params.purchase_id, puttingAside(body.claim_ids, body.aside, state));
  },
});

interface Dated {
  as_of?: string | undefined;
  known?: string | undefined;
}

/** The day up to which things hold: that of the date asked for, or today. */
const dayOf = ({ as_of }: Dated): string => (as_of ?? new Date().toISOString()).slice(0, 10);

interface Reading {
  caller: Caller;
  params: { purchase_id: string };
  query: Dated;
}

async function show(options: AppOptions, { caller, params, query }: Reading): Promise<Showing> {
  const state = await readState(options.db, caller, params.purchase_id, dateOf(query));
  const { claims, contradictions, found } = state.basis;
  const settled = [...Object.values(contradictions), ...Object.values(found)].flatMap((one) => one.settled?.by ?? []);
  const people = [...new Set([...Object.values(claims).map(({ by }) => by), ...settled])];
  return showingOf(state, await namesOf(options.db, scopeOfCaller(caller), people));
}

async function createProposals(options: AppOptions, { caller, params, body }: Call<'claim_proposals.create'>) {
  const state = await readState(options.db, caller, params.purchase_id);
  const text = body.format === 'html' ? pageText(body.text) : body.text;
  const found = proposeClaims(text, body.subject === undefined ? {} : { subject: body.subject });
  const { model } = options.setting;
  const asked = body.model && model !== null && text.trim() !== '' ? await draftClaims(model, text) : null;
  const drafts = asked === null || 'error' in asked ? [] : asked.proposals;
  // What both found is shown once, as the rules found it.
  const own = drafts.filter((draft) => !found.some((one) => overlaps(one, draft) && sameValue(one, draft)));
  const all = [
    ...found.map((one) => ({ ...one, drafted_by: null })),
    ...own.map((one) => ({ ...one, drafted_by: model?.name ?? null })),
  ].sort((a, b) => a.offset - b.offset);
  return {
    text,
    proposals: all.map((one) => ({
      ...one,
      text: valueText(valueIn(saidOf(one))),
      known: knownOf(state, one, body.option_id ?? null),
    })),
    said: asked !== null && 'error' in asked ? failureSentence(asked.error) : saidOfDropped(asked?.dropped ?? 0),
  };
}

/** The model sees what the caller may read of the job, and nothing else. */
async function createSummary(options: AppOptions, { caller, params }: Call<'summaries.create'>) {
  const state = await readState(options.db, caller, params.purchase_id);
  const job = jobOf(state, params.job_id);
  if (job === undefined) throw notFound();
  const { model } = options.setting;
  if (model === null) return { drafted_by: null, sentences: [], said: serverTexts.no_model };
  const statements = statementsOf(senseOf(state, job, dayOf({})));
  if (statements.length === 0) return { drafted_by: null, sentences: [], said: serverTexts.nothing_known };
  const summary = await summarise(model, statements);
  if ('error' in summary) return { drafted_by: null, sentences: [], said: failureSentence(summary.error) };
  const cited = (n: number) =>
    statements.flatMap(({ n: own, text, claim_id }) => (own === n ? [{ text, claim_id }] : []));
  const sentences = summary.sentences.map(({ text, cites }) => ({ text, cites: cites.flatMap(cited) }));
  return { drafted_by: model.name, sentences, said: saidOfDropped(summary.dropped) };
}

const saidOf = ({ value, unit, value_kind }: Proposal) => ({ value, unit: unit ?? undefined, value_kind });
const saidOfDropped = (dropped: number): string | null => (dropped === 0 ? null : serverTexts.dropped(dropped));
const overlaps = (a: Proposal, b: Proposal): boolean =>
  a.offset < b.offset + b.length && b.offset < a.offset + a.length;
const sameValue = (a: Proposal, b: Proposal): boolean =>
  valueText(valueIn(saidOf(a))) === valueText(valueIn(saidOf(b)));

/** A live claim on the same thing, the one that conflicts first. */
function knownOf(state: PurchaseState, proposal: Proposal, option_id: string | null) {
  const { subject, attribute } = proposal;
  const asked = { subject, attribute, option_id, ...saidOf(proposal) };
  const known = Object.values(state.basis.claims)
    .filter((claim) => isLiveClaim(claim) && thingOf(claim) === thingOf(asked))
    .map((claim) => ({
      claim_id: claim.claim_id,
      verdict: compareClaims(claim, asked).verdict,
      text: claimText(claim),
    }));
  return known.find(({ verdict }) => verdict === 'conflict') ?? known[0] ?? null;
}
