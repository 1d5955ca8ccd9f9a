/** The languages the catalogue is written in, each by its own name; a language is told by the first part of a locale. */
export const LANGUAGES = { en: 'English', de: 'Deutsch' } as const;
export type Language = keyof typeof LANGUAGES;

/** What is told to whom nobody knows: English with the day before the month. */
export const USUAL_LOCALE = 'en-GB';

let asked: () => string = () => USUAL_LOCALE;

/**
 * From here on texts, dates, numbers and money are told in the locale (BCP 47) that is answered each time something is
 * said: in the browser the viewer's, on the server that of whoever is answered or written to.
 */
export function sayIn(locale: () => string): void {
  asked = locale;
}

/** The locale in force, such as `de-AT`. */
export const localeNow = (): string => asked();

/** The language in force. */
export const languageNow = (): Language => languageOf(asked()) ?? 'en';

/** Says something in a language, whichever is in force. */
export function inLanguage<T>(language: Language, say: () => T): T {
  const before = asked;
  asked = () => language;
  try {
    return say();
  } finally {
    asked = before;
  }
}

/** The language of a locale; null where the catalogue is not written in it. */
export function languageOf(locale: string): Language | null {
  const [language = ''] = locale.toLowerCase().split(/[-_]/, 1);
  return Object.hasOwn(LANGUAGES, language) ? (language as Language) : null;
}

/**
 * The first of the wanted locales that the catalogue is written in, most wanted first; English where none is. A language
 * that was chosen by hand comes before all of them, told as the wanted locale of that language does (`de-AT`), if there is one.
 * Of a locale only language and region are taken: anyone may send anything after them, and formatters are kept for each.
 */
export function chooseLocale(wanted: readonly string[], chosen = ''): string {
  const language = languageOf(chosen);
  const fitting = wanted.filter(
    (tag) => languageOf(tag) !== null && (language === null || languageOf(tag) === language),
  );
  for (const tag of [...fitting, ...(language === null ? [] : [language])]) {
    try {
      const { language: own, region } = new Intl.Locale(tag);
      return region === undefined ? own : `${own}-${region}`;
    } catch {
      // What a browser or a header sends may be no locale at all; then the next one is asked.
    }
  }
  return USUAL_LOCALE;
}
