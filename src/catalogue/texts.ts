import { type Language, languageNow } from './language.ts';

/** What a text is in any language: a sentence, or what makes one of names and numbers. Which sentence it is, is of no type. */
export type Texts<T> = T extends string
  ? string
  : T extends (...given: infer G) => string
    ? (...given: G) => string
    : T extends (...given: infer G) => infer R
      ? (...given: G) => Texts<R>
      : { readonly [K in keyof T]: Texts<T[K]> };

/** The texts of one language: by the file they stand in, then by the name they are exported under. */
export type Translation = Readonly<Record<string, Readonly<Record<string, object>>>>;

const translations = new Map<Language, Translation>();

/** Makes a language's texts known. English needs none: it is what the catalogue is written in. */
export function learn(language: Language, translation: Translation): void {
  translations.set(language, translation);
}

/**
 * Texts of the catalogue: `part` is the file, `name` the export. What is read of them is in the language in force at that
 * moment, so a text is read where it is said, never kept in a constant of a module. What a language lacks is said in English;
 * the types of the languages' folders see to it that it lacks nothing.
 */
export function texts<const T extends object>(part: string, name: string, english: T): Texts<T> {
  return new Proxy(english, {
    get: (_english, key, receiver) =>
      Reflect.get(translations.get(languageNow())?.[part]?.[name] ?? english, key, receiver),
  }) as object as Texts<T>;
}
