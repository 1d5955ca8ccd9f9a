import { chooseLocale, type Language, languageNow, sayIn } from '../catalogue/language.ts';
import { learn } from '../catalogue/texts.ts';

/** A cookie, because the server says its sentences in the same language. */
const KEY = 'coassent_language';
const YEAR_S = 365 * 86_400;

function chosen(): string | undefined {
  return document.cookie
    .split('; ')
    .find((pair) => pair.startsWith(`${KEY}=`))
    ?.slice(KEY.length + 1);
}

/** From here on everything is told in the viewer's language: the one chosen here, else the first of the browser's that is known. */
export async function takeUpLanguage(): Promise<void> {
  await tellIn(chooseLocale(navigator.languages, chosen()));
  document.documentElement.lang = languageNow();
}

/** From here on everything is told in a locale: on a page, or in a worker beside it, which has a catalogue of its own. */
export async function tellIn(locale: string): Promise<void> {
  sayIn(() => locale);
  const language = languageNow();
  if (language !== 'en') learn(language, (await import('../catalogue/de/de.ts')).de);
}

/** Shows the page anew in another language, and every page from now on. */
export function setLanguage(language: Language): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the store for cookies that would be asked instead is not in every browser.
  document.cookie = `${KEY}=${language}; path=/; max-age=${YEAR_S}; samesite=lax`;
  location.reload();
}
