import type { ReactNode } from 'react';
import { askWords as words } from '../../../catalogue/answers.ts';

/** As many characters as the program takes of one question or answer. */
const LONGEST = 20_000;

/** By how much a text is longer than what fits; 0 where it fits. */
export const tooLong = (text: string): number => Math.max(0, text.length - LONGEST);

/** Says so where a text is too long to be sent, before it is. */
export const TooLong = ({ text }: { text: string }): ReactNode =>
  tooLong(text) === 0 ? null : (
    <p role="alert" className="text-sm text-bad">
      {words.too_long(tooLong(text))}
    </p>
  );
