import type { FastifyInstance } from 'fastify';
import { problems } from '../catalogue/problems.ts';
import { ProblemError } from './problem.ts';

/** Nothing that Coassent takes is nested deeper; what is deeper only costs time, or the stack. */
const DEEPEST = 32;

/** So long a body that is no file may take to arrive. */
const SLOWEST_BODY_MS = 30_000;

/** How long a connection may take, and how many there may be. Files and live streams are slow and are not cut off. */
export const CONNECTIONS = {
  /** Of a connection on which nothing moves; live streams move every 20 seconds. */
  connectionTimeout: 300_000,
  keepAliveTimeout: 30_000,
  http: { headersTimeout: 15_000, maxHeaderSize: 16 * 1024 },
};
const MOST_CONNECTIONS = 2_000;

/** Where files come in, which take as long as they take. */
const takesFile = (url: string | undefined): boolean => /\/(uploads|files)$/.test(url ?? '');

/** Bodies are JSON, not nested too deeply, and do not trickle in; what else is sent is refused with 415. */
export function guardBodies(app: FastifyInstance, slowest_ms = SLOWEST_BODY_MS): void {
  app.server.maxConnections = MOST_CONNECTIONS;
  app.removeContentTypeParser('text/plain');
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (depthOf(String(body)) > DEEPEST) {
      return done(new ProblemError('request.too_deep', problems.nested_deeper_than_levels(DEEPEST)));
    }
    return parse(request, String(body), done);
  });
  app.addHook('onRequest', async (request) => {
    if (request.method === 'GET' || takesFile(request.routeOptions.url)) return;
    const timer = setTimeout(() => request.raw.destroy(), slowest_ms);
    timer.unref();
    request.raw.once('end', () => clearTimeout(timer));
    request.raw.once('close', () => clearTimeout(timer));
  });
}

/** How deeply lists and objects of a JSON text are nested; reads it once, whatever it holds. */
export function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let in_string = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (in_string) {
      if (code === BACKSLASH) at++;
      else if (code === QUOTE) in_string = false;
    } else if (code === QUOTE) in_string = true;
    else if (code === OPEN_LIST || code === OPEN_OBJECT) deepest = Math.max(deepest, ++depth);
    else if (code === CLOSE_LIST || code === CLOSE_OBJECT) depth--;
  }
  return deepest;
}

const QUOTE = 34;
const BACKSLASH = 92;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;
