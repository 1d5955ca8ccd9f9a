import { AsyncLocalStorage } from 'node:async_hooks';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import { z } from 'zod';
import { de } from '../catalogue/de/de.ts';
import { chooseLocale, languageNow, sayIn, USUAL_LOCALE } from '../catalogue/language.ts';
import { learn } from '../catalogue/texts.ts';

const spoken = new AsyncLocalStorage<string>();

/** Everything the server says while it answers is in the language of who asked: the one they chose, else what they accept. */
export function addLanguage(app: FastifyInstance): void {
  sayWith(USUAL_LOCALE);
  // Reading a body may lose what is kept along the way; so it is taken up again after it.
  for (const moment of ['onRequest', 'preValidation'] as const)
    app.addHook(moment, (request: FastifyRequest, _reply: unknown, done: () => void) => {
      spoken.run(localeOf(request), done);
    });
}

/** From here on this thread says what nobody asked for in a locale, and everything else in that of who asked. */
export function sayWith(locale: string): void {
  learn('de', de);
  sayIn(() => spoken.getStore() ?? locale);
  // What the schemas of the contract say of bad input is said by zod, which knows German itself.
  const in_german = z.locales.de().localeError;
  z.config({ customError: (issue) => (languageNow() === 'de' ? in_german(issue) : undefined) });
}

/** Does something for somebody whose locale is known, such as writing to them. */
export const speaking = <T>(locale: string, act: () => T): T => spoken.run(locale, act);

const localeOf = (request: FastifyRequest): string =>
  chooseLocale(new Negotiator(request.raw).languages(), request.cookies.coassent_language);
