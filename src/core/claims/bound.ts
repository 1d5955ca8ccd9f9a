/** How a number, a day or a version is bounded by the words around it. */
export type Bound = 'exactly' | 'at_most' | 'below' | 'at_least' | 'above' | 'about';

const BEFORE: readonly (readonly [RegExp, Bound])[] = [
  [
    /(?:≤|<=|=<|at most|up to|no (?:more|later|longer) than|(?:not|never)(?: \w+){0,2} (?:more|later|longer) than|within|in under|max(?:imum|\.)?(?: of)?|maximal|höchstens|bis zu|innerhalb(?: von)?|by|until|before the end of|spätestens(?: am)?|bis(?: zum)?)/iu,
    'at_most',
  ],
  [/(?:<|less than|fewer than|under|below|before|unter|weniger als|vor(?: dem)?)/iu, 'below'],
  [
    /(?:≥|>=|=>|at least|no (?:less|fewer) than|not less than|min(?:imum|\.)?(?: of)?|minimal|mindestens|starting (?:at|from|on)|from|as of|since|ab(?: dem)?|seit(?: dem)?)/iu,
    'at_least',
  ],
  [/(?:>|more than|over|above|exceeding|after|über|mehr als|nach(?: dem)?)/iu, 'above'],
  [/(?:~|≈|about|around|approx(?:imately|\.)?|circa|ca\.?|roughly|some|etwa|rund|ungefähr)/iu, 'about'],
];

const AFTER: readonly (readonly [RegExp, Bound])[] = [
  [
    /(?:\+|or (?:more|higher|newer|later|above|better)|and (?:above|newer|later|up)|oder (?:mehr|höher|neuer)|minimum|at least)/iu,
    'at_least',
  ],
  [/(?:or (?:less|fewer|lower|older|earlier)|and (?:below|older)|oder weniger|max(?:imum)?|at most)/iu, 'at_most'],
];

/** Alternatives of all words before and after, for patterns that look for values in text. */
export const BOUND_BEFORE = BEFORE.map(([pattern]) => pattern.source).join('|');
export const BOUND_AFTER = AFTER.map(([pattern]) => pattern.source).join('|');

const FRONT = BEFORE.map(
  ([pattern, bound]) => [new RegExp(`^${pattern.source}(?=[\\s\\d€$£¥]|$)\\s*`, 'iu'), bound] as const,
);
const BACK = AFTER.map(([pattern, bound]) => [new RegExp(`\\s*${pattern.source}$`, 'iu'), bound] as const);

interface Taken {
  rest: string;
  bound: Bound;
}

/** Takes the words that bound a value off its text: `within 4 h` is at most `4 h`. */
export function takeBound(text: string): Taken {
  for (const [pattern, bound] of FRONT) {
    if (pattern.test(text)) return { rest: text.replace(pattern, ''), bound };
  }
  return takeBoundBehind(text);
}

/** The same for words behind a value only, where `min` are minutes. */
export function takeBoundBehind(text: string): Taken {
  for (const [pattern, bound] of BACK) {
    if (pattern.test(text)) return { rest: text.replace(pattern, ''), bound };
  }
  return { rest: text, bound: 'exactly' };
}

/** How the bound is kept: read by {@link takeBound} as the same. */
export const SIGNS: Readonly<Record<Bound, string>> = {
  exactly: '',
  at_most: '≤ ',
  below: '< ',
  at_least: '≥ ',
  above: '> ',
  about: '≈ ',
};
