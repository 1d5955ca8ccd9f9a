import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/*
 * The font of documents: Inter (SIL Open Font License 1.1, which allows embedding), the one that the screens have. It ships
 * with the program. It has Latin with its accents, Greek and Cyrillic.
 */
const FILES = {
  regular: '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
  bold: '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf',
} as const;

export type Weight = keyof typeof FILES;

const read = new Map<Weight, Buffer>();

/** The file of a font. */
export function fontFile(weight: Weight): Buffer {
  const known = read.get(weight);
  if (known !== undefined) return known;
  const file = readFileSync(createRequire(import.meta.url).resolve(FILES[weight]));
  read.set(weight, file);
  return file;
}

/** Stands for a letter that the font has not. */
export const MISSING = '\u25a1';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * A text with every letter that the font has not as a box, so that what is missing is seen: one box for what is seen as one
 * letter.
 */
export function inFont(text: string, hasGlyph: (code_point: number) => boolean): string {
  const has = (letters: string): boolean => {
    for (const letter of letters) if (!hasGlyph(letter.codePointAt(0) ?? 0)) return false;
    return true;
  };
  const composed = text.normalize('NFC');
  if (has(composed)) return composed;
  let shown = '';
  for (const { segment } of graphemes.segment(composed)) shown += has(segment) ? segment : MISSING;
  return shown;
}
