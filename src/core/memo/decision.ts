import { memoBasis } from '../../catalogue/memo-document.ts';
import { decideJobs, isComplete, isHeld } from '../completion.ts';
import { type Making, type MemoBlock, paragraph } from './model.ts';
import { dayText, ended, moneyText, oneLine } from './writing.ts';

/** What the board is asked, and how far the group has come with it. */
export function decisionSection({ state }: Making): MemoBlock[] {
  const chosen = state.basis.chosen_option_id === null ? undefined : state.basis.options[state.basis.chosen_option_id];
  const choice = chosen === undefined ? memoBasis.not_chosen : memoBasis.has_chosen(ended(oneLine(chosen.name)));
  return [paragraph(choice), ...costOf({ state }), paragraph(standing({ state })), ...endOf({ state })];
}

function costOf({ state }: Pick<Making, 'state'>): MemoBlock[] {
  const { basis, amount } = state;
  const cost = basis.chosen_option_id === null ? null : (basis.costs[basis.chosen_option_id]?.cost ?? null);
  if (cost !== null) return [paragraph(memoBasis.costs(moneyText(cost.amount_minor, cost.currency)))];
  if (amount === null) return [];
  return [paragraph(memoBasis.about_to_cost(moneyText(amount.amount_minor, amount.currency)))];
}

function standing({ state }: Pick<Making, 'state'>): string {
  const jobs = decideJobs(state);
  if (jobs.length === 0) return memoBasis.no_jobs;
  const held = state.held.at(-1);
  if (isHeld(state) && held !== undefined) {
    return memoBasis.all_complete(jobs.length, dayText(held.from));
  }
  const open = jobs.filter((job) => !isComplete(job)).map(({ name }) => oneLine(name));
  return memoBasis.some_complete(jobs.length - open.length, jobs.length, open);
}

function endOf({ state: { outcome } }: Pick<Making, 'state'>): MemoBlock[] {
  return outcome === null ? [] : [paragraph(memoBasis.ended(outcome.outcome, dayText(outcome.at)))];
}
