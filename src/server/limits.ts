import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { problems } from '../catalogue/problems.ts';
import { noteAudit } from '../store/audit.ts';
import { digestOf } from '../store/buyer.ts';
import { doorsOf } from '../store/workspace.ts';
import type { AppOptions } from './app-options.ts';
import { BUYER_COOKIE } from './door.ts';
import { ProblemError, problemOf } from './problem.ts';

/** How many requests a minute may bring. */
export interface Limits {
  /** From one person, key or, of strangers, one address. */
  requests: number;
  /** From one address, whoever they say they are: what is shown is not yet known to be right. */
  from_address: number;
  /** Of those where one shows a password, a token or a link: from one address. */
  guesses: number;
}

export const LIMITS: Limits = { requests: 3_000, from_address: 20_000, guesses: 30 };

/** Where secrets are tried. */
const GUESSED =
  /^\/api\/(auth\/(sign-in|two-factor|reset-password|verify-email|sign-up|request-|send-)|v1\/(owner-session|sso\/(offers|[^/]+\/)|workspaces\/[^/]+\/(passes|rooms)\/))/;

/**
 * Counts requests per person, key and address, and guesses more strictly, per address. Answers carry the `RateLimit`
 * headers; what is too much is a problem with `Retry-After`, and guessing at a workspace's doors stands in its log.
 */
export async function addLimits(app: FastifyInstance, { db, limits }: AppOptions): Promise<void> {
  await app.register(rateLimit, {
    timeWindow: 60_000,
    cache: 20_000,
    enableDraftSpec: true,
    keyGenerator: (request) => (isGuess(request) ? `guess ${request.ip}` : whoAsks(request)),
    max: (request) => (isGuess(request) ? limits.guesses : limits.requests),
    errorResponseBuilder: (_request, { after }) => {
      const detail = problems.too_many_requests_came(after);
      return Object.assign(new Error(detail), { ...problemOf('request.too_many', detail), statusCode: 429 });
    },
    onExceeded: (request) => {
      if (isGuess(request)) void noteGuessing(db, request).catch(() => undefined);
    },
  });
  const ofAddress = app.createRateLimit({ max: limits.from_address, keyGenerator: (request) => `all ${request.ip}` });
  app.addHook('onRequest', async (request, reply) => {
    const counted = await ofAddress(request);
    if (counted.isAllowed || !counted.isExceeded) return;
    reply.header('retry-after', counted.ttlInSeconds);
    throw new ProblemError('request.too_many', problems.too_many_from_address);
  });
}

/** The router reads `%70asses` as `passes`, so that is what is looked at. */
function isGuess(request: FastifyRequest): boolean {
  const address = request.url.replaceAll(/%([0-7][0-9a-f])/gi, (_whole, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return GUESSED.test(address.replaceAll(/\/{2,}/g, '/'));
}

/** Keys and sessions by their digests, so that what is kept in memory opens nothing. */
function whoAsks(request: FastifyRequest): string {
  const shown = request.headers.authorization ?? request.headers.cookie?.match(sessions)?.[0];
  if (shown !== undefined) return digestOf(shown);
  const acting_as = request.headers['x-acting-as'];
  return typeof acting_as === 'string' ? `${request.ip} ${acting_as}` : request.ip;
}

const sessions = new RegExp(`(${BUYER_COOKIE}|coassent\\.session_token|coassent_sso_[^=]+)=[^;]+`);

/** The workspaces whose doors are being guessed at, and until when that has been noted. */
const noted = new Map<string, number>();
const NOTED_FOR_MS = 60_000;

async function noteGuessing(db: AppOptions['db'], request: FastifyRequest): Promise<void> {
  const workspace_id = /\/workspaces\/([^/]+)\//.exec(request.url)?.[1];
  if (workspace_id === undefined || (noted.get(workspace_id) ?? 0) > Date.now()) return;
  // Set before anything is waited for, so that guesses that come together are noted once.
  noted.set(workspace_id, Date.now() + NOTED_FOR_MS);
  if ((await doorsOf(db, decodeURIComponent(workspace_id)).catch(() => null)) === null) {
    // Made-up ones fill nothing.
    noted.delete(workspace_id);
    return;
  }
  const actor = { kind: 'stranger', id: request.ip };
  await noteAudit(db, workspace_id, [{ zone: 'seller', action: 'guess.slowed', purchase_id: null, actor }]);
}
