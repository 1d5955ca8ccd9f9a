import type { IncomingHttpHeaders } from 'node:http';
import { fromNodeHeaders } from 'better-auth/node';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Pool } from 'pg';
import { type Db, identityUrl } from '../store/db.ts';
import { type AuthOptions, makeAuth } from './accounts/auth.ts';
import type { Mailer } from './mail/mailer.ts';
import type { Setting } from './setting.ts';

/** A seller who signed in, whatever the workspace. */
export interface User {
  user_id: string;
  email: string;
  name: string;
  verified: boolean;
  session_id: string;
  /** When the session ends by itself, where it is not used before. */
  expires_at: string;
}

/** Sellers' accounts: sign-up, sign-in, second factors and sessions, kept by the account library. */
export interface Accounts {
  /** Mounts the library's own addresses below /api/auth. */
  register(app: FastifyInstance): void;
  /** Who a request's session belongs to; null without one, or with one that ended. Never answers from a cache. */
  userOf(headers: IncomingHttpHeaders): Promise<User | null>;
  close(): Promise<void>;
}

export interface AccountsOptions {
  db: Db;
  /** The owner's address; accounts connect with the rights of identities only. */
  url: string;
  login_password: string | undefined;
  setting: Setting;
  mailer: Mailer;
  onFailure: (what: string, error: unknown) => void;
}

/** The cookie of a seller's session begins so, with `__Secure-` before it beyond this machine. */
const COOKIE = 'coassent.session_token';

/** Opens the accounts of a database. */
export async function openAccounts(options: AccountsOptions): Promise<Accounts> {
  const { url, login_password, onFailure } = options;
  const connectionString = identityUrl({ url, ...(login_password !== undefined && { login_password }) });
  const pool = new Pool({ connectionString, application_name: 'coassent accounts', max: 4 });
  pool.on('error', (error) => onFailure('accounts', error));
  const auth = makeAuth({ ...options, pool } satisfies AuthOptions);
  return {
    register(app) {
      app.route({
        method: ['GET', 'POST'],
        url: '/api/auth/*',
        schema: { hide: true },
        handler: async (request, reply) => {
          const answer = await auth.handler(webRequest(request, options.setting));
          reply.code(answer.status);
          answer.headers.forEach((value, key) => void reply.header(key, value));
          return reply.send(answer.body === null ? null : await answer.text());
        },
      });
    },
    async userOf(headers) {
      if (headers.cookie?.includes(COOKIE) !== true) return null;
      const found = await auth.api.getSession({ headers: fromNodeHeaders(headers) });
      if (found === null) return null;
      const { user, session } = found;
      return {
        user_id: user.id,
        email: user.email,
        name: user.name,
        verified: user.emailVerified,
        session_id: session.id,
        expires_at: session.expiresAt.toISOString(),
      };
    },
    close: () => pool.end(),
  };
}

/** The request as the library takes it, under the address that people use. */
function webRequest(request: FastifyRequest, setting: Setting): Request {
  const headers = fromNodeHeaders(request.headers);
  // Not what a stranger claims to be, but the address that the request came from.
  headers.set('x-forwarded-for', request.ip);
  headers.delete('content-length');
  const init: RequestInit = { method: request.method, headers };
  if (request.method !== 'GET') {
    headers.set('content-type', 'application/json');
    init.body = JSON.stringify(request.body ?? {});
  }
  return new Request(new URL(request.url, setting.public_url), init);
}
