import { listed } from '../sentence.ts';
import type { TradeoffTable } from './table.ts';
import type { Tradeoff } from './weigh.ts';

/** Something that a group should know of its own result, or do about it. */
export interface Note {
  code: string;
  text: string;
}

const quoted = (words: string): string => `“${words}”`;
const percent = (share: number): string => {
  const rounded = Math.round(share * 100);
  if (share > 0 && rounded === 0) return 'under 1 %';
  return share < 1 && rounded === 100 ? 'over 99 %' : `${rounded} %`;
};
const points = (value: number): string => String(Math.round(value * 10) / 10 + 0);
const people = (count: number): string => (count === 1 ? 'one person' : `${count} people`);

const nameOf = (table: TradeoffTable, option_id: string): string =>
  table.options.find((option) => option.option_id === option_id)?.name ?? 'an option';
const textOf = (table: TradeoffTable, column: number): string => quoted(table.requirements[column]?.text ?? '');

/** How sure the winner is, in one sentence; null where there is none. */
export function verdictSentence(table: TradeoffTable, { winner, options, people: weighed }: Tradeoff): string | null {
  if (winner === null) return null;
  const share = options.find(({ option_id }) => option_id === winner)?.ranks?.[0] ?? 0;
  const name = nameOf(table, winner);
  if (options.filter(({ ranked }) => ranked).length === 1) return `${name} is the only option left to rank.`;
  if (weighed.length === 0)
    return `${name} wins in ${percent(share)} of all weightings; nobody has said what matters yet.`;
  const consistent = `of all weightings and scores consistent with what ${people(weighed.length)} said`;
  const often = options.toSorted((a, b) => (b.ranks?.[0] ?? 0) - (a.ranks?.[0] ?? 0))[0];
  const most = often?.ranks?.[0] ?? 0;
  // What is not known yet can count against the one that is ahead as scored.
  if (often !== undefined && often.option_id !== winner && most > share + 0.02) {
    return `${name} is ahead as scored, but ${nameOf(table, often.option_id)} wins more often: in ${percent(most)} against ${percent(share)} ${consistent}.`;
  }
  return `${name} wins in ${percent(share)} ${consistent}.`;
}

/** What would change the winner, in words; says so where nothing can. */
export function flipSentences(table: TradeoffTable, tradeoff: Tradeoff): string[] {
  const { winner, weight_flip, score_flip, options } = tradeoff;
  if (winner === null) return [];
  const alone = options.filter(({ ranked }) => ranked).length < 2;
  if (alone) return score_flip === null ? [] : [scoreSentence(table, winner, score_flip)];
  return [weightSentence(table, winner, weight_flip), scoreSentence(table, winner, score_flip)];
}

function weightSentence(table: TradeoffTable, winner: string, flip: Tradeoff['weight_flip']): string {
  const name = nameOf(table, winner);
  if (flip === null) return `No weights would: no other option does better than ${name} on anything.`;
  const from = flip.from.map(({ requirement, amount }) => `${percent(amount)} from ${textOf(table, requirement)}`);
  const shown = from.length > 3 ? [...from.slice(0, 2), `the rest from ${from.length - 2} others`] : from;
  return `${nameOf(table, flip.option_id)} would lead if ${percent(flip.moved)} of the weight moved to ${textOf(table, flip.to)}${
    from.length === 1 ? ` from ${textOf(table, flip.from[0]?.requirement ?? 0)}` : `: ${listed(shown)}`
  }.`;
}

function scoreSentence(table: TradeoffTable, winner: string, flip: Tradeoff['score_flip']): string {
  if (flip === null) return `No single score would, from 0 to 100.`;
  const { requirement, before, after, eliminates, admits, option_id, winner_id } = flip;
  const on = textOf(table, requirement);
  if (eliminates) {
    return `${nameOf(table, winner)} would be out, and ${nameOf(table, winner_id)} lead, if it scored below ${points(after)} on ${on}; it has ${points(before)} now.`;
  }
  if (admits) {
    return `${nameOf(table, option_id)} would be in again, and at least level with ${nameOf(table, winner)}, if it scored ${points(after)} instead of ${points(before)} on ${on}.`;
  }
  return `${nameOf(table, winner_id)} would come level if ${nameOf(table, option_id)} scored ${points(after)} instead of ${points(before)} on ${on}.`;
}

const WHY = {
  unknown: 'not everything is scored there',
  range: 'the scores are only roughly known',
  weight: 'they differ there, and it weighs little',
} as const;

/** That only price still tells options apart, and what would; null where there is no alarm. */
export function alarmSentence({ alarm }: Tradeoff): string | null {
  if (alarm === null) return null;
  const named = alarm.separators.map(({ text, why }) => `${quoted(text)} (${WHY[why]})`);
  const alike = `You are about to decide on price: what is left is within ${points(alarm.apart)} of 100 points of value.`;
  if (named.length === 0) return `${alike} Nothing you require tells them apart; ask what else matters to you.`;
  const these = named.length === 1 ? 'One requirement' : `${named.length} requirements`;
  return `${alike} ${these} would separate them: ${listed(named)}.`;
}

/** How far people agree on what matters; null where fewer than two have weighed. */
export function agreementSentence({ agreement: { concordance }, people: weighed }: Tradeoff): string | null {
  if (weighed.length < 2) return null;
  if (concordance === null) return 'Everyone gives everything the same weight.';
  const { w, p, method } = concordance;
  const chance = p > 0.05 ? 'people who rank at random often agree as much' : 'more than chance would give';
  const how = method === 'exact' ? 'counted exactly' : 'from 2,000 draws';
  return `Of what matters, ${people(weighed.length)} agree ${agreeing(concordance.beyond_chance)}: ${chance} (Kendall’s W ${w.toFixed(2)}, p ${p < 0.001 ? '< 0.001' : p.toFixed(3)}, ${how}).`;
}

function agreeing(beyond_chance: number): string {
  if (beyond_chance >= 0.7) return 'closely';
  if (beyond_chance >= 0.4) return 'in the main';
  return beyond_chance >= 0.15 ? 'a little' : 'hardly';
}

/** Where people differ, as places to talk. */
export function differenceSentences({ agreement, people: weighed }: Tradeoff): string[] {
  const name = (person_id: string): string => weighed.find((one) => one.person_id === person_id)?.name ?? 'someone';
  return agreement.differences.map(({ text, most, least, moves }) => {
    const turning =
      moves < 0.5 ? 'the options hardly differ there' : `${points(moves)} points between options turn on it`;
    return `${quoted(text)}: ${name(most.person_id)} gives it ${percent(most.weight)}, ${name(least.person_id)} ${percent(least.weight)}; ${turning}.`;
  });
}

/** What is missing, odd, or worth knowing before anyone relies on the result; most basic first. */
export function notesOf(table: TradeoffTable, tradeoff: Tradeoff): Note[] {
  const notes: Note[] = [];
  const add = (applies: boolean, code: string, text: string): void => {
    if (applies) notes.push({ code, text });
  };
  const { options, people: weighed, winner } = tradeoff;
  const real = table.options.filter(({ kind }) => kind !== 'do_nothing');
  const ranked = options.filter(({ ranked: is_in }) => is_in);
  const unscored = options.filter(({ ranked: is_in, missed }) => !is_in && missed.length === 0);
  add(
    table.requirements.length === 0,
    'requirements.none',
    'There are no requirements yet. Add what is needed, or paste a list.',
  );
  add(
    real.length < 2,
    'options.few',
    `${real.length === 0 ? 'There is nothing but doing nothing' : `${real[0]?.name} stands alone beside doing nothing`}. Add another way: another supplier, building it, a smaller scope.`,
  );
  if (table.requirements.length === 0) return notes;
  add(
    unscored.length > 0,
    'scores.none',
    `Not ranked, because nobody has scored ${unscored.length === 1 ? 'it' : 'them'}: ${listed(unscored.map(({ option_id }) => nameOf(table, option_id)))}.`,
  );
  add(
    options.length > 0 && options.every(({ missed }) => missed.length > 0),
    'options.all_out',
    'Every option misses a must-have. Look at the must-haves again, or at the scores on them.',
  );
  add(
    ranked.length > 1 && winner === null,
    'options.tied',
    'The best of them come out the same. Score what would tell them apart, or weigh differently.',
  );
  add(weighed.length === 0, 'weights.none', 'Nobody has weighed yet, so every weighting counts as much as any other.');
  add(weighed.length === 1, 'weights.one', `Only ${weighed[0]?.name} has weighed: the result is theirs alone.`);
  for (const option of options) {
    const open = option.ranked ? option.open : [];
    add(
      open.length > 0,
      'must.open',
      `Not known yet whether ${nameOf(table, option.option_id)} meets ${listed(open.slice(0, 3).map(({ text }) => quoted(text)))}.`,
    );
  }
  add(
    tradeoff.frontier.other_currency.length > 0,
    'costs.currency',
    `Left out of the comparison of costs, as they are in another currency: ${listed(tradeoff.frontier.other_currency.map((id) => nameOf(table, id)))}.`,
  );
  return notes;
}
