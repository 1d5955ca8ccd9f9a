import { listed } from './format.ts';
import { texts } from './texts.ts';

const quoted = (words: readonly string[]): string => listed(words.map((word) => `“${word}”`));

/** What a group should know of its own result, or do about it. */
export const tradeoffWords = texts('tradeoff-words', 'tradeoffWords', {
  quoted: (words: string) => `“${words}”`,
  under: 'under 1 %',
  over: 'over 99 %',
  an_option: 'an option',
  someone: 'someone',
  only_one: (name: string) => `${name} is the only option left to rank.`,
  wins_unweighed: (name: string, share: string) =>
    `${name} wins in ${share} of all weightings; nobody has said what matters yet.`,
  ahead: (name: string, other: string, most: string, share: string, people: number) =>
    `${name} is ahead as scored, but ${other} wins more often: in ${most} against ${share} ${consistent(people)}.`,
  wins: (name: string, share: string, people: number) => `${name} wins in ${share} ${consistent(people)}.`,
  no_weights: (name: string) => `No weights would: no other option does better than ${name} on anything.`,
  weight_flip: (leader: string, moved: string, to: string, from: readonly { share: string; text: string }[]) =>
    `${leader} would lead if ${moved} of the weight moved to “${to}”${movedFrom(from)}.`,
  no_score: 'No single score would, from 0 to 100.',
  eliminated: (winner: string, next: string, after: string, on: string, before: string) =>
    `${winner} would be out, and ${next} lead, if it scored below ${after} on “${on}”; it has ${before} now.`,
  admitted: (option: string, winner: string, after: string, before: string, on: string) =>
    `${option} would be in again, and at least level with ${winner}, if it scored ${after} instead of ${before} on “${on}”.`,
  level: (leader: string, option: string, after: string, before: string, on: string) =>
    `${leader} would come level if ${option} scored ${after} instead of ${before} on “${on}”.`,
  separator: (text: string, why: 'unknown' | 'range' | 'weight') =>
    `“${text}” (${{ unknown: 'not everything is scored there', range: 'the scores are only roughly known', weight: 'they differ there, and it weighs little' }[why]})`,
  alarm: (apart: string, separators: readonly string[]) => {
    const alike = `You are about to decide on price: what is left is within ${apart} of 100 points of value.`;
    if (separators.length === 0) return `${alike} Nothing you require tells them apart; ask what else matters to you.`;
    const these = separators.length === 1 ? 'One requirement' : `${separators.length} requirements`;
    return `${alike} ${these} would separate them: ${listed(separators)}.`;
  },
  same_weights: 'Everyone gives everything the same weight.',
  agreement: (people: number, beyond: number, by_chance: boolean, figures: string, exact: boolean) =>
    `Of what matters, ${peopleText(people)} agree ${agreeing(beyond)}: ${by_chance ? 'people who rank at random often agree as much' : 'more than chance would give'} (Kendall’s ${figures}, ${exact ? 'counted exactly' : 'from 2,000 draws'}).`,
  differs: (text: string, most: string, most_share: string, least: string, least_share: string, moves: string | null) =>
    `“${text}”: ${most} gives it ${most_share}, ${least} ${least_share}; ${moves === null ? 'the options hardly differ there' : `${moves} points between options turn on it`}.`,
  no_requirements: 'There are no requirements yet. Add what is needed, or paste a list.',
  few_options: (only: string | null) =>
    `${only === null ? 'There is nothing but doing nothing' : `${only} stands alone beside doing nothing`}. Add another way: another supplier, building it, a smaller scope.`,
  unscored: (names: readonly string[]) =>
    `Not ranked, because nobody has scored ${names.length === 1 ? 'it' : 'them'}: ${listed(names)}.`,
  all_out: 'Every option misses a must-have. Look at the must-haves again, or at the scores on them.',
  tied: 'The best of them come out the same. Score what would tell them apart, or weigh differently.',
  unweighed: 'Nobody has weighed yet, so every weighting counts as much as any other.',
  one_weighed: (name: string) => `Only ${name} has weighed: the result is theirs alone.`,
  must_open: (option: string, requirements: readonly string[]) =>
    `Not known yet whether ${option} meets ${quoted(requirements)}.`,
  other_currency: (names: readonly string[]) =>
    `Left out of the comparison of costs, as they are in another currency: ${listed(names)}.`,
  out: (name: string, scored: string, at_most: boolean, must: string, met_from: string, more: number) =>
    `${name} is out: it scores ${at_most ? `at most ${scored}` : scored} on the must-have “${must}”, which is met from ${met_from}${more === 0 ? '' : `, and misses ${more} more`}.`,
  do_nothing: 'Do nothing',
});

const peopleText = (count: number): string => (count === 1 ? 'one person' : `${count} people`);
const consistent = (people: number): string =>
  `of all weightings and scores consistent with what ${peopleText(people)} said`;

function movedFrom(from: readonly { share: string; text: string }[]): string {
  if (from.length === 1) return ` from “${from[0]?.text ?? ''}”`;
  const named = from.map(({ share, text }) => `${share} from “${text}”`);
  return `: ${listed(named.length > 3 ? [...named.slice(0, 2), `the rest from ${named.length - 2} others`] : named)}`;
}

function agreeing(beyond_chance: number): string {
  if (beyond_chance >= 0.7) return 'closely';
  if (beyond_chance >= 0.4) return 'in the main';
  return beyond_chance >= 0.15 ? 'a little' : 'hardly';
}

/** What a group asks suppliers. */
export const rfpTexts = texts('tradeoff-words', 'rfpTexts', {
  title: (name: string) => `${name}: request for proposals`,
  introduction: (met_from: number) =>
    `Please answer each requirement: whether you meet it, how, and how we can check it. Must-haves that score below what they need (${met_from} of 100 unless said otherwise) exclude an offer.`,
  purchase: 'Purchase',
  priority: (priority: string) => priority,
  why: (why: string) => `Why it matters: ${why}`,
  check: (check: string) => `How it will be checked: ${check}`,
  your_answer: 'Your answer:',
});

/** The options side by side, as a sheet with its sources, and what there is to summarise of a job. */
export const sheetTexts = texts('tradeoff-words', 'sheetTexts', {
  title: (name: string) => `${name}: options side by side`,
  purchase: 'Purchase',
  nothing: 'nothing said',
  line: (line: number) => `, line ${line}`,
  left_out: (count: number) => `Left out, because they name no source: ${count}.`,
  sources: 'Sources',
  answer_of: (day: string, question: string) => `Answer of ${day} to “${question}”`,
  the_offer: 'The offer',
  established: (said: string) => `Established: ${said}`,
  disputed: (said: string) => `Disputed: ${said}`,
  disputed_assumption: (name: string) => `Disputed assumption: ${name}`,
  missing: (kind: string, what: string | null) =>
    `Missing: ${kind.replaceAll('_', ' ')}${what === null ? '' : ` (${what.replaceAll('_', ' ')})`}`,
});
