import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

/*
 * How hard a password is to guess, by how guessers go about it: words and passwords that are known, rows of keys, dates,
 * repeats (zxcvbn: Wheeler, USENIX Security 2016). Apart from `password.ts`, because it brings lists of half a megabyte.
 */

/** 0: at once; 1: within 10^6 guesses; 2: 10^8; 3: 10^10; 4: beyond. */
export type Strength = 0 | 1 | 2 | 3 | 4;

/** The least that is taken: who tries without being slowed needs hours, and the library slows them. */
const ENOUGH: Strength = 3;
/** What comes after adds nothing, and looking at it takes long. */
const LOOKED_AT = 64;

const guesser = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: LOOKED_AT });

/** @param own what belongs to the person or the place: names, addresses */
export function strengthOf(password: string, own: readonly string[]): Strength {
  const known = own.flatMap((text) => text.toLowerCase().split(/[@.\s]+/)).filter((word) => word.length > 2);
  return guesser.check(password.slice(0, LOOKED_AT), ['coassent', ...known]).score;
}

export const isStrong = (strength: Strength): boolean => strength >= ENOUGH;
