import type { FastifyInstance, FastifyRequest } from 'fastify';
import { problems } from '../catalogue/problems.ts';
import { ProblemError } from './problem.ts';
import type { Setting } from './setting.ts';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Refuses requests that came under another name (DNS rebinding) or from a page of another origin (cross-site requests).
 * With the cookies' SameSite this keeps other pages of the browser out, whether the doors are open or ask for accounts.
 */
export function guardOrigin(app: FastifyInstance, { local, public_url }: Setting): void {
  const own = new URL(public_url).host;
  app.addHook('onRequest', async (request) => {
    const host = request.headers.host ?? '';
    if (local ? !LOOPBACK.has(hostName(host)) : host !== own) {
      throw new ProblemError('origin.host', problems.coassent_answers_under_its(public_url));
    }
    checkSite(request, host);
  });
}

function checkSite(request: FastifyRequest, host: string): void {
  const { origin } = request.headers;
  const own = origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
  const site = request.headers['sec-fetch-site'];
  const foreign = site === 'cross-site' || site === 'same-site';
  const navigates = request.method === 'GET' && request.headers['sec-fetch-mode'] === 'navigate';
  if (own && (!foreign || navigates)) return;
  throw new ProblemError('origin.foreign', problems.another_page_asked_for);
}

const hostName = (host: string): string => host.replace(/:\d+$/, '').toLowerCase();
