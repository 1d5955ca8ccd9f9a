import { decideJobs, isComplete, isHeld } from '../completion.ts';
import { listed } from '../sentence.ts';
import { type Making, type MemoBlock, paragraph } from './model.ts';
import { countText, dayText, ended, moneyText, oneLine } from './writing.ts';

const ENDED = { bought: 'It was bought', lost: 'Another way was chosen', no_decision: 'It ended without a decision' };

/** What the board is asked, and how far the group has come with it. */
export function decisionSection({ state }: Making): MemoBlock[] {
  const chosen = state.basis.chosen_option_id === null ? undefined : state.basis.options[state.basis.chosen_option_id];
  const choice =
    chosen === undefined
      ? 'The buying group has not chosen an option yet. This memo shows where it stands.'
      : `The buying group has chosen: ${ended(oneLine(chosen.name))}`;
  return [paragraph(choice), ...costOf({ state }), paragraph(standing({ state })), ...endOf({ state })];
}

function costOf({ state }: Pick<Making, 'state'>): MemoBlock[] {
  const { basis, amount } = state;
  const cost = basis.chosen_option_id === null ? null : (basis.costs[basis.chosen_option_id]?.cost ?? null);
  if (cost !== null) return [paragraph(`What it costs in all: ${moneyText(cost.amount_minor, cost.currency)}.`)];
  if (amount === null) return [];
  return [paragraph(`What it is about to cost: ${moneyText(amount.amount_minor, amount.currency)}.`)];
}

function standing({ state }: Pick<Making, 'state'>): string {
  const jobs = decideJobs(state);
  if (jobs.length === 0) return 'No job stands between the group and a decision: none has been named.';
  const held = state.held.at(-1);
  if (isHeld(state) && held !== undefined) {
    return `All ${countText(jobs.length, 'job', 'jobs')} before the decision are complete at the same time, since ${dayText(held.from)}.`;
  }
  const open = jobs.filter((job) => !isComplete(job)).map(({ name }) => oneLine(name));
  return `${jobs.length - open.length} of ${countText(jobs.length, 'job', 'jobs')} before the decision are complete. Still open: ${listed(open)}.`;
}

function endOf({ state: { outcome } }: Pick<Making, 'state'>): MemoBlock[] {
  return outcome === null ? [] : [paragraph(`${ENDED[outcome.outcome]}, ${dayText(outcome.at)}.`)];
}
