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
  if (problem === null) return [paragraph('The group has not written down yet what the problem is.')];
  return [...paragraphsOf(problem.statement), paragraph(`As stated on ${dayText(problem.at)}.`)];
}

const paragraphsOf = (text: string): MemoBlock[] =>
  text
    .split(/\n\s*\n/)
    .map(oneLine)
    .filter((part) => part !== '')
    .map(paragraph);

const OPTION_KIND = {
  this_supplier: 'this supplier',
  other_supplier: 'another supplier',
  build: 'build it',
  smaller_scope: 'a smaller scope',
  do_nothing: 'do nothing',
} as const;

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
      `${oneLine(name)}${basis.chosen_option_id === option_id ? ' (chosen)' : ''}${claims.map((claim) => cite(claimSource(claim))).join('')}`,
      OPTION_KIND[kind],
      `${cost === null ? 'not said' : moneyText(cost.amount_minor, cost.currency)}${note ? ` (${oneLine(note)})` : ''}`,
      came?.missed.length ? came.missed.map(({ text }) => oneLine(text)).join('; ') : 'none',
      came?.value == null ? 'not ranked' : numberText(came.value.point, 1),
    ];
  });
  const columns = [left('Option', 3), left('Kind', 2), left('Cost in all', 2), left('Must-haves missed', 3)];
  const said = [verdictSentence(table, result), ...flipSentences(table, result)].filter((one) => one !== null);
  return [
    { kind: 'table', title: 'What can be chosen', columns: [...columns, right('Points of 100', 2)], rows },
    ...said.map(paragraph),
  ];
}

const ORDER = { must: 0, should: 1, could: 2 } as const;

/** What the group needs, must-haves first, and how the chosen option does on it. */
export function requirementsSection({ state, cite }: Making): MemoBlock[] {
  const { requirements, scores, chosen_option_id, options } = state.basis;
  const sorted = Object.values(requirements).toSorted((a, b) => ORDER[a.priority] - ORDER[b.priority]);
  if (sorted.length === 0) return [paragraph('There are no requirements yet.')];
  const chosen = chosen_option_id === null ? undefined : options[chosen_option_id];
  const scoreOf = (requirement_id: string): string => {
    const score = scores[JSON.stringify([chosen_option_id, requirement_id])];
    if (score === undefined || score.score === null) return 'not scored';
    const { low, high } = score;
    const range = low === undefined || high === undefined ? '' : ` (${numberText(low, 1)} to ${numberText(high, 1)})`;
    const claims = (score.claim_ids ?? []).flatMap((claim_id) => state.basis.claims[claim_id] ?? []);
    const proofs = (score.evidence ?? []).map(({ kind, reference }) => cite(`${plainText(kind)}: ${reference}`));
    return `${numberText(score.score, 1)}${range}${claims.map((claim) => cite(claimSource(claim))).join('')}${proofs.join('')}`;
  };
  const columns = [left('Requirement', 5), left('Priority'), left('How it is checked', 3)];
  const rows = sorted.map(({ requirement_id, text, priority, check }) => [
    oneLine(text),
    priority,
    check ? oneLine(check) : 'not said',
    ...(chosen === undefined ? [] : [scoreOf(requirement_id)]),
  ]);
  const last = chosen === undefined ? [] : [left(`${oneLine(chosen.name)}, of 100`, 2)];
  return [{ kind: 'table', title: 'What it has to do', columns: [...columns, ...last], rows }];
}

const liveClaims = ({ basis }: PurchaseState): Claim[] =>
  Object.values(basis.claims).filter((claim) => isLiveClaim(claim) && (claim.used_for ?? []).length > 0);

/** What was said, and where: people who said it are not named. */
function claimSource(claim: Claim): string {
  const where = [claim.document, claim.source, claim.url].filter((one) => one != null && one !== '');
  const line = claim.line == null ? '' : `, line ${claim.line}`;
  return `${claimText(claim)}${where.length === 0 ? ' (no source given)' : `: ${where.join(', ')}${line}`}`;
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
  if (open.length === 0) return [paragraph('Nothing that was said contradicts something else that was said.')];
  const items = open.map(({ claim_ids }) => {
    const said = claim_ids.toSorted().flatMap((claim_id) => claims[claim_id] ?? []);
    return said.map((claim) => `“${oneLine(claimText(claim))}”${cite(claimSource(claim))}`).join(' against ');
  });
  // What somebody opened may have been found as well.
  const told = [...new Set(items)].filter((item) => item !== '');
  return [paragraph('These statements cannot all hold. Nobody has settled which does.'), { kind: 'list', items: told }];
}
