import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemError } from './problem.ts';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Refuses requests that came under another name (DNS rebinding) or from a page of another origin (cross-site requests).
 * The program listens on loopback only and has no accounts yet, so this is what keeps other pages of the browser out.
 */
export function guardOrigin(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    const host = request.headers.host ?? '';
    if (!LOOPBACK.has(hostName(host))) {
      throw new ProblemError(
        'origin.host',
        'Coassent answers on this machine only: use http://localhost and its port.',
      );
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
  throw new ProblemError('origin.foreign', 'Another page asked for this. Open Coassent itself and do it there.');
}

const hostName = (host: string): string => host.replace(/:\d+$/, '').toLowerCase();
