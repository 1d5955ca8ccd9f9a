import { formatFixed, formatTenths } from '../../catalogue/format.ts';
import { tradeoffWords } from '../../catalogue/tradeoff-words.ts';
import type { TradeoffTable } from './table.ts';
import type { Tradeoff } from './weigh.ts';

/** Something that a group should know of its own result, or do about it. */
export interface Note {
  code: string;
  text: string;
}

const percent = (share: number): string => {
  const rounded = Math.round(share * 100);
  if (share > 0 && rounded === 0) return tradeoffWords.under;
  return share < 1 && rounded === 100 ? tradeoffWords.over : `${rounded} %`;
};
const points = (value: number): string => formatTenths(Math.round(value * 10) / 10 + 0);

const nameOf = (table: TradeoffTable, option_id: string): string =>
  table.options.find((option) => option.option_id === option_id)?.name ?? tradeoffWords.an_option;
const textOf = (table: TradeoffTable, column: number): string => table.requirements[column]?.text ?? '';

/** How sure the winner is, in one sentence; null where there is none. */
export function verdictSentence(table: TradeoffTable, { winner, options, people: weighed }: Tradeoff): string | null {
  if (winner === null) return null;
  const share = options.find(({ option_id }) => option_id === winner)?.ranks?.[0] ?? 0;
  const name = nameOf(table, winner);
  if (options.filter(({ ranked }) => ranked).length === 1) return tradeoffWords.only_one(name);
  if (weighed.length === 0) return tradeoffWords.wins_unweighed(name, percent(share));
  const often = options.toSorted((a, b) => (b.ranks?.[0] ?? 0) - (a.ranks?.[0] ?? 0))[0];
  const most = often?.ranks?.[0] ?? 0;
  // What is not known yet can count against the one that is ahead as scored.
  if (often !== undefined && often.option_id !== winner && most > share + 0.02) {
    const other = nameOf(table, often.option_id);
    return tradeoffWords.ahead(...([name, other, percent(most), percent(share)] as const), weighed.length);
  }
  return tradeoffWords.wins(name, percent(share), weighed.length);
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
  if (flip === null) return tradeoffWords.no_weights(nameOf(table, winner));
  const from = flip.from.map(({ requirement, amount }) => ({
    share: percent(amount),
    text: textOf(table, requirement),
  }));
  return tradeoffWords.weight_flip(nameOf(table, flip.option_id), percent(flip.moved), textOf(table, flip.to), from);
}

function scoreSentence(table: TradeoffTable, winner: string, flip: Tradeoff['score_flip']): string {
  if (flip === null) return tradeoffWords.no_score;
  const { requirement, before, after, eliminates, admits, option_id, winner_id } = flip;
  const on = textOf(table, requirement);
  const [was, then] = [points(before), points(after)];
  if (eliminates) return tradeoffWords.eliminated(nameOf(table, winner), nameOf(table, winner_id), then, on, was);
  if (admits) return tradeoffWords.admitted(nameOf(table, option_id), nameOf(table, winner), then, was, on);
  return tradeoffWords.level(nameOf(table, winner_id), nameOf(table, option_id), then, was, on);
}

/** That only price still tells options apart, and what would; null where there is no alarm. */
export function alarmSentence({ alarm }: Tradeoff): string | null {
  if (alarm === null) return null;
  const named = alarm.separators.map(({ text, why }) => tradeoffWords.separator(text, why));
  return tradeoffWords.alarm(points(alarm.apart), named);
}

/** How far people agree on what matters; null where fewer than two have weighed. */
export function agreementSentence({ agreement: { concordance }, people: weighed }: Tradeoff): string | null {
  if (weighed.length < 2) return null;
  if (concordance === null) return tradeoffWords.same_weights;
  const { w, p, method } = concordance;
  const figures = `W ${formatFixed(w, 2)}, p ${p < 0.001 ? `< ${formatFixed(0.001, 3)}` : formatFixed(p, 3)}`;
  return tradeoffWords.agreement(
    ...([weighed.length, concordance.beyond_chance, p > 0.05, figures] as const),
    method === 'exact',
  );
}

/** Where people differ, as places to talk. */
export function differenceSentences({ agreement, people: weighed }: Tradeoff): string[] {
  const name = (person_id: string): string =>
    weighed.find((one) => one.person_id === person_id)?.name ?? tradeoffWords.someone;
  return agreement.differences.map(({ text, most, least, moves }) => {
    return tradeoffWords.differs(
      ...([text, name(most.person_id), percent(most.weight), name(least.person_id), percent(least.weight)] as const),
      moves < 0.5 ? null : points(moves),
    );
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
  add(table.requirements.length === 0, 'requirements.none', tradeoffWords.no_requirements);
  add(real.length < 2, 'options.few', tradeoffWords.few_options(real[0]?.name ?? null));
  if (table.requirements.length === 0) return notes;
  add(
    unscored.length > 0,
    'scores.none',
    tradeoffWords.unscored(unscored.map(({ option_id }) => nameOf(table, option_id))),
  );
  add(options.length > 0 && options.every(({ missed }) => missed.length > 0), 'options.all_out', tradeoffWords.all_out);
  add(ranked.length > 1 && winner === null, 'options.tied', tradeoffWords.tied);
  add(weighed.length === 0, 'weights.none', tradeoffWords.unweighed);
  add(weighed.length === 1, 'weights.one', tradeoffWords.one_weighed(weighed[0]?.name ?? tradeoffWords.someone));
  for (const option of options) {
    const open = option.ranked ? option.open : [];
    add(
      open.length > 0,
      'must.open',
      tradeoffWords.must_open(
        nameOf(table, option.option_id),
        open.slice(0, 3).map(({ text }) => text),
      ),
    );
  }
  add(
    tradeoff.frontier.other_currency.length > 0,
    'costs.currency',
    tradeoffWords.other_currency(tradeoff.frontier.other_currency.map((id) => nameOf(table, id))),
  );
  return notes;
}
