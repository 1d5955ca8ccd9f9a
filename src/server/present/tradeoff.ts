import { serverTexts } from '../../catalogue/server-texts.ts';
import type { OutputOf } from '../../contract/operations.ts';
import { isActive } from '../../core/completion.ts';
import { personName } from '../../core/sentence.ts';
import type { PurchaseState } from '../../core/state.ts';
import { eliminationSentence } from '../../core/tradeoff/elimination.ts';
import { MET_FROM } from '../../core/tradeoff/of-state.ts';
import type { TradeoffTable } from '../../core/tradeoff/table.ts';
import type { Tradeoff } from '../../core/tradeoff/weigh.ts';
import {
  agreementSentence,
  alarmSentence,
  differenceSentences,
  flipSentences,
  notesOf,
  verdictSentence,
} from '../../core/tradeoff/words.ts';

type Page = OutputOf<'tradeoffs.get'>;

export interface TradeoffContext {
  table: TradeoffTable;
  result: Tradeoff;
  as_of: string | null;
}

/** A trade-off as one caller sees it: an explicit list of fields, from the state of their view and what it comes to. */
export function tradeoffPage(state: PurchaseState, { table, result, as_of }: TradeoffContext): Page {
  const { basis, stakeholders } = state;
  return {
    purchase_id: state.purchase_id,
    view: state.view,
    read_only: readOnly(state, as_of),
    requirements: Object.values(basis.requirements).map((one) => ({
      requirement_id: one.requirement_id,
      text: one.text,
      priority: one.priority,
      met_from: one.met_from ?? MET_FROM,
      why: one.why || null,
      matters_to: one.matters_to ?? [],
      check: one.check || null,
      owner_id: one.owner_id ?? null,
      version: one.version,
      zone: one.zone,
      at: one.at,
      seen: one.event_id,
    })),
    options: table.options.map((one) => optionView(state, one)),
    // A score of something that is gone, or that this view does not know, says nothing.
    scores: Object.values(basis.scores).flatMap((one) =>
      one.requirement_id in basis.requirements && table.options.some(({ option_id }) => option_id === one.option_id)
        ? scoreView(state, one)
        : [],
    ),
    weighings: Object.values(basis.weights).flatMap((one) => {
      const person = stakeholders[one.person_id];
      if (person === undefined || !isActive(person)) return [];
      const { person_id, method, sentence, zone, at, event_id } = one;
      const answers = one.answers.map(({ requirement_id, value }) => ({ requirement_id, value }));
      return [
        {
          person_id,
          name: personName(state, person_id),
          method,
          answers,
          sentence: sentence ?? null,
          zone,
          at,
          seen: event_id,
        },
      ];
    }),
    aside: Object.values(basis.weights_aside).flatMap(({ person_id, at, event_id }) => {
      const person = stakeholders[person_id];
      if (person === undefined || !isActive(person)) return [];
      return [{ person_id, name: personName(state, person_id), at, seen: event_id }];
    }),
    people: Object.values(stakeholders)
      .filter(isActive)
      .map(({ person_id }) => ({ person_id, name: personName(state, person_id) })),
    result: resultView(table, result),
    words: {
      verdict: verdictSentence(table, result),
      flips: flipSentences(table, result),
      alarm: alarmSentence(result),
      agreement: agreementSentence(result),
      differences: differenceSentences(result),
      notes: notesOf(table, result),
    },
  };
}

function readOnly(state: PurchaseState, as_of: string | null): string | null {
  if (as_of !== null) return serverTexts.earlier_date;
  const kind = state.unknown_kind;
  return kind === null ? null : serverTexts.newer(kind);
}

function optionView(
  { basis }: PurchaseState,
  { option_id, name, kind }: TradeoffTable['options'][number],
): Page['options'][number] {
  const said = basis.options[option_id];
  const cost = basis.costs[option_id];
  return {
    option_id,
    name,
    kind,
    chosen: basis.chosen_option_id === option_id,
    zone: said?.zone ?? null,
    seen: said?.event_id ?? null,
    cost:
      cost === undefined || cost.cost === null
        ? null
        : {
            amount_minor: cost.cost.amount_minor,
            currency: cost.cost.currency,
            note: cost.note || null,
            zone: cost.zone,
            seen: cost.event_id,
          },
  };
}

function scoreView(state: PurchaseState, one: PurchaseState['basis']['scores'][string]): Page['scores'] {
  const { option_id, requirement_id, score, low, high, claim_ids, evidence, zone, at, event_id } = one;
  if (score === null) return [];
  const claims = (claim_ids ?? []).flatMap((claim_id) => {
    const claim = state.basis.claims[claim_id];
    if (claim === undefined) return [];
    const unit = claim.unit === undefined ? '' : ` ${claim.unit}`;
    return [{ claim_id, text: `${claim.subject}, ${claim.attribute}: ${claim.value}${unit}` }];
  });
  return [
    {
      option_id,
      requirement_id,
      low: low ?? score,
      point: score,
      high: high ?? score,
      claims,
      evidence: (evidence ?? []).map(({ kind, reference }) => ({ kind, reference })),
      zone,
      at,
      seen: event_id,
    },
  ];
}

function resultView(table: TradeoffTable, result: Tradeoff): Page['result'] {
  return {
    weights: result.weights,
    options: result.options.map((one, at) => ({
      option_id: one.option_id,
      missed: one.missed,
      open: one.open,
      out: eliminationSentence(table.options[at]?.name ?? '', one),
      ranked: one.ranked,
      value: one.value,
      ranks: one.ranks,
      central: one.central,
      confidence: one.confidence,
    })),
    people: result.people,
    winner: result.winner,
    samples: result.samples,
    weight_flip: result.weight_flip,
    score_flip: result.score_flip,
    frontier: result.frontier,
    alarm: result.alarm,
    agreement: result.agreement,
  };
}
