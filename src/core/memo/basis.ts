import { memoBasis, memoFrame } from '../../catalogue/memo-document.ts';
import type { Claim } from '../claim.ts';
import { valueIn, valueText } from '../claims/value.ts';
import { isLiveClaim } from '../contradiction.ts';
import type { PurchaseState } from '../state.ts';
import { tableOf } from '../tradeoff/of-state.ts';
import { weigh } from '../tradeoff/weigh.ts';
import { flipSentences, verdictSentence } from '../tradeoff/words.ts';
import { left, type Making, type MemoBlock, paragraph, right } from './model.ts';
import { dayText, moneyText, numberText, oneLine, plainText } from './writing.ts';

/** The problem that the group wants solved. */
export function problemSection({ state }: Making): MemoBlock[] {
  const { problem } = state.basis;
  if (problem === null) return [paragraph(memoBasis.no_problem)];
  return [...paragraphsOf(problem.statement), paragraph(memoBasis.stated(dayText(problem.at)))];
}

const paragraphsOf = (text: string): MemoBlock[] =>
  text
    .split(/\n\s*\n/)
    .map(oneLine)
    .filter((part) => part !== '')
    .map(paragraph);

/** What can be chosen, doing nothing among it, and how sure the comparison is. */
export function optionsSection({ state, cite }: Making): MemoBlock[] {
  const table = tableOf(state);
  const result = weigh(table);
  const { basis } = state;
  const rows = table.options.map(({ option_id, name, kind, cost }) => {
    const came = result.options.find((one) => one.option_id === option_id);
    const note = basis.costs[option_id]?.note;
    const claims = liveClaims(state).filter((claim) => claim.option_id === option_id);
    return [
      `${oneLine(name)}${basis.chosen_option_id === option_id ? memoBasis.chosen : ''}${claims.map((claim) => cite(claimSource(claim))).join('')}`,
      memoBasis.kind[kind],
      `${cost === null ? memoFrame.not_said : moneyText(cost.amount_minor, cost.currency)}${note ? ` (${oneLine(note)})` : ''}`,
      came?.missed.length ? came.missed.map(({ text }) => oneLine(text)).join('; ') : memoBasis.none,
      came?.value == null ? memoBasis.not_ranked : numberText(came.value.point, 1),
    ];
  });
  const [option, kind, cost, missed, of_100] = memoBasis.option_columns;
  const columns = [left(option, 3), left(kind, 2), left(cost, 2), left(missed, 3), right(of_100, 2)];
  const said = [verdictSentence(table, result), ...flipSentences(table, result)].filter((one) => one !== null);
  return [{ kind: 'table', title: memoBasis.options, columns, rows }, ...said.map(paragraph)];
}

const ORDER = { must: 0, should: 1, could: 2 } as const;

/** What the group needs, must-haves first, and how the chosen option does on it. */
export function requirementsSection({ state, cite }: Making): MemoBlock[] {
  const { requirements, scores, chosen_option_id, options } = state.basis;
  const sorted = Object.values(requirements).toSorted((a, b) => ORDER[a.priority] - ORDER[b.priority]);
  if (sorted.length === 0) return [paragraph(memoBasis.no_requirements)];
  const chosen = chosen_option_id === null ? undefined : options[chosen_option_id];
  const scoreOf = (requirement_id: string): string => {
    const score = scores[JSON.stringify([chosen_option_id, requirement_id])];
    if (score === undefined || score.score === null) return memoBasis.not_scored;
    const { low, high } = score;
    const range =
      low === undefined || high === undefined ? '' : ` (${memoFrame.to(numberText(low, 1), numberText(high, 1))})`;
    const claims = (score.claim_ids ?? []).flatMap((claim_id) => state.basis.claims[claim_id] ?? []);
    const proofs = (score.evidence ?? []).map(({ kind, reference }) => cite(memoBasis.proof(kind, reference)));
    return `${numberText(score.score, 1)}${range}${claims.map((claim) => cite(claimSource(claim))).join('')}${proofs.join('')}`;
  };
  const [requirement, weight, checked] = memoBasis.requirement_columns;
  const columns = [left(requirement, 5), left(weight), left(checked, 3)];
  const rows = sorted.map(({ requirement_id, text, priority, check }) => [
    oneLine(text),
    memoBasis.priority(priority),
    check ? oneLine(check) : memoFrame.not_said,
    ...(chosen === undefined ? [] : [scoreOf(requirement_id)]),
  ]);
  const last = chosen === undefined ? [] : [left(memoBasis.of_100(oneLine(chosen.name)), 2)];
  return [{ kind: 'table', title: memoBasis.requirements, columns: [...columns, ...last], rows }];
}

const liveClaims = ({ basis }: PurchaseState): Claim[] =>
  Object.values(basis.claims).filter((claim) => isLiveClaim(claim) && (claim.used_for ?? []).length > 0);

/** What was said, and where: people who said it are not named. */
function claimSource(claim: Claim): string {
  const where = [claim.document, claim.source, claim.url].filter((one) => one != null && one !== '');
  const line = claim.line == null ? '' : memoBasis.line(claim.line);
  return `${claimText(claim)}${where.length === 0 ? memoBasis.no_source : `: ${where.join(', ')}${line}`}`;
}

const claimText = (claim: Claim): string =>
  `${claim.subject}, ${plainText(claim.attribute)}: ${valueText(valueIn(claim))}`;

/** What cannot all hold, and has not been settled. */
export function openSection({ state, cite }: Making): MemoBlock[] {
  const { claims, found, contradictions } = state.basis;
  const open = [
    ...Object.values(found).filter(({ spans }) => spans.at(-1)?.to === null),
    ...Object.values(contradictions).filter(({ resolved_at }) => resolved_at === null),
  ];
  if (open.length === 0) return [paragraph(memoBasis.no_contradiction)];
  const items = open.map(({ claim_ids }) => {
    const said = claim_ids.toSorted().flatMap((claim_id) => claims[claim_id] ?? []);
    return memoBasis.against(
      said.map((claim) => `${memoBasis.quoted(oneLine(claimText(claim)))}${cite(claimSource(claim))}`),
    );
  });
  // What somebody opened may have been found as well.
  const told = [...new Set(items)].filter((item) => item !== '');
  return [paragraph(memoBasis.cannot_hold), { kind: 'list', items: told }];
}
