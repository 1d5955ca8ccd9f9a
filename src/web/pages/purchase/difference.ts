export interface Piece {
  text: string;
  change: 'same' | 'added' | 'removed';
}

const LONGEST_WORDS = 400;

/**
 * The difference of two texts word by word, by the longest common subsequence (Wagner & Fischer 1974). Texts beyond
 * 400 words are shown as wholly replaced.
 */
export function difference(before: string, after: string): Piece[] {
  const a = before.split(/(\s+)/);
  const b = after.split(/(\s+)/);
  if (a.length > LONGEST_WORDS || b.length > LONGEST_WORDS)
    return [
      { text: before, change: 'removed' },
      { text: after, change: 'added' },
    ];
  const longest = lengths(a, b);
  const pieces: Piece[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const down = longest[i + 1]?.[j] ?? -1;
    const right = longest[i]?.[j + 1] ?? -1;
    if (i < a.length && j < b.length && a[i] === b[j]) {
      add(pieces, a[i] ?? '', 'same');
      i++;
      j++;
    } else if (i < a.length && (j >= b.length || down >= right)) add(pieces, a[i++] ?? '', 'removed');
    else add(pieces, b[j++] ?? '', 'added');
  }
  return pieces;
}

/** How many words the rests of both texts have in common, from each pair of places on. */
function lengths(a: readonly string[], b: readonly string[]): number[][] {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const row = table[i] as number[];
      row[j] = a[i] === b[j] ? 1 + (table[i + 1]?.[j + 1] ?? 0) : Math.max(table[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return table;
}

function add(pieces: Piece[], text: string, change: Piece['change']): void {
  const last = pieces.at(-1);
  if (last?.change === change) last.text += text;
  else if (text !== '') pieces.push({ text, change });
}
