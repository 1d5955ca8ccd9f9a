import { BrokenOff } from './broken.ts';
import type { TextChunk } from './text.ts';

/** Lines of one piece of text, without their ends. */
export interface LinePiece {
  lines: { line: number; content: string }[];
  /** True for the last piece of a file whose last line has no end. */
  unended: boolean;
}

/** Splits text into lines counted from 1. What came before a break in the file is given before the break is thrown. */
export async function* lines(text: AsyncIterable<TextChunk>): AsyncGenerator<LinePiece> {
  let rest = '';
  let line = 1;
  let broken: BrokenOff | undefined;
  try {
    for await (const { text: piece } of text) {
      const end = piece.lastIndexOf('\n');
      if (end < 0) {
        rest += piece;
        continue;
      }
      const contents = (rest + piece.slice(0, end)).split('\n');
      rest = piece.slice(end + 1);
      const first = line;
      line += contents.length;
      yield { lines: contents.map((content, at) => ({ line: first + at, content: chomp(content) })), unended: false };
    }
  } catch (error) {
    if (!(error instanceof BrokenOff)) throw error;
    broken = error;
  }
  if (rest !== '') yield { lines: [{ line, content: chomp(rest) }], unended: true };
  if (broken) throw broken;
}

function chomp(content: string): string {
  return content.endsWith('\r') ? content.slice(0, -1) : content;
}
