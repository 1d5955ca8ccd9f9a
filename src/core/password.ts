import { passwordTexts } from '../catalogue/entering.ts';

/** The shortest password; length counts for more than odd characters (NIST SP 800-63B, 5.1.1.2). */
export const SHORTEST_PASSWORD = 12;

/** The words that guessers begin with; a password that is little more than one of them is refused. */
const COMMON = [
  'password',
  'passwort',
  'qwerty',
  'azerty',
  'letmein',
  'welcome',
  'iloveyou',
  'admin',
  'coassent',
  'abcdef',
];

/** Why a password is too easy to guess, as a sentence that says what to do; null if it will do. */
export function weakness(password: string, email: string): string | null {
  if ([...password].length < SHORTEST_PASSWORD) {
    return passwordTexts.short(SHORTEST_PASSWORD);
  }
  const plain = password.toLowerCase();
  const own = (email.split('@')[0] ?? '').toLowerCase();
  if (own.length >= 4 && plain.includes(own)) return passwordTexts.own;
  if (new Set(plain).size < 5) return passwordTexts.repeats;
  if (isRun(plain)) return passwordTexts.run;
  const rest = COMMON.reduce((text, word) => text.replaceAll(word, ''), plain).replaceAll(/[^a-z]/g, '');
  if (COMMON.some((word) => plain.includes(word)) && rest.length < 6) {
    return passwordTexts.common;
  }
  return null;
}

/** Whether nearly every character follows the one before it: 123456789012. */
function isRun(text: string): boolean {
  const steps = [...text]
    .slice(1)
    .filter((char, at) => Math.abs(char.charCodeAt(0) - text.charCodeAt(at)) === 1).length;
  return steps >= text.length - 3;
}
