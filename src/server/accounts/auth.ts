import { kyselyAdapter } from '@better-auth/kysely-adapter';
import { passkey } from '@better-auth/passkey';
import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { Kysely, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import { passwordTexts } from '../../catalogue/entering.ts';
import { entryMails } from '../../catalogue/mails.ts';
import { SHORTEST_PASSWORD, weakness } from '../../core/password.ts';
import type { AccountsOptions } from '../accounts.ts';
import { digestingTokens } from './digested.ts';
import { noteRefused, noteSignIn } from './sign-in.ts';

export interface AuthOptions extends AccountsOptions {
  pool: Pool;
}

const DAY_S = 86_400;

/** The account library, set up: what may be done, how long it lasts, and which mails it sends. */
export function makeAuth({ db, pool, setting, mailer, onFailure }: AuthOptions) {
  const mail = (to: string, subject: string, text: string) => mailer.send({ to, subject, text });
  const kysely = new Kysely<Record<string, unknown>>({ dialect: new PostgresDialect({ pool }) });
  return betterAuth({
    appName: 'Coassent',
    database: (asked: BetterAuthOptions) =>
      digestingTokens(kyselyAdapter(kysely, { type: 'postgres', transaction: true })(asked)),
    verification: { storeIdentifier: 'hashed' },
    // Sessions are listed and ended by their ids (`session.ts`): a list of tokens would be a list of digests.
    disabledPaths: ['/list-sessions', '/revoke-session', '/revoke-other-sessions'],
    secret: setting.secret,
    baseURL: setting.public_url,
    basePath: '/api/auth',
    trustedOrigins: [setting.public_url],
    telemetry: { enabled: false },
    logger: {
      level: 'error',
      // Its words may hold what was sent, so only that something failed is told.
      log: (level) => level === 'error' && onFailure('accounts', new Error('The account library failed.')),
    },
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: 256,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, token }) =>
        mail(
          user.email,
          entryMails.password_subject,
          entryMails.password(`${setting.public_url}/reset?token=${token}`),
        ),
    },
    emailVerification: {
      sendOnSignUp: true,
      autoSignInAfterVerification: true,
      sendVerificationEmail: ({ user, token }) =>
        mail(user.email, entryMails.address_subject, entryMails.address(`${setting.public_url}/verify?token=${token}`)),
    },
    session: { expiresIn: 7 * DAY_S, updateAge: DAY_S, cookieCache: { enabled: false } },
    // `server/limits.ts` counts, for these addresses as for all.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'coassent',
      useSecureCookies: !setting.local,
      ipAddress: { ipAddressHeaders: ['x-forwarded-for'] },
    },
    plugins: [
      twoFactor({ issuer: 'Coassent' }),
      passkey({ rpName: 'Coassent', rpID: new URL(setting.public_url).hostname, origin: setting.public_url }),
    ],
    hooks: {
      before: createAuthMiddleware(async (ctx) => refuseWeakPassword(ctx.path, ctx.body as Record<string, unknown>)),
      after: createAuthMiddleware(async (ctx) => {
        const { returned, newSession } = ctx.context;
        if (newSession) return noteSignIn(db, newSession.user.id, ctx.path);
        if (ctx.path === '/sign-in/email' && returned instanceof APIError) await noteRefused(db, pool, ctx.body?.email);
      }),
    },
  });
}

/** Passwords are looked at wherever one is chosen. */
async function refuseWeakPassword(path: string, body: Record<string, unknown> | undefined): Promise<void> {
  const chosen = path === '/sign-up/email' ? body?.password : body?.newPassword;
  if (typeof chosen !== 'string') return;
  const why = weakness(chosen, typeof body?.email === 'string' ? body.email : '') ?? (await guessable(chosen, body));
  if (why !== null) throw new APIError('BAD_REQUEST', { code: 'PASSWORD_TOO_WEAK', message: why });
}

async function guessable(chosen: string, body: Record<string, unknown> | undefined): Promise<string | null> {
  // Its word lists are loaded when a password is chosen, not with every command.
  const { isStrong, strengthOf } = await import('../../core/strength.ts');
  const own = [body?.email, body?.name].filter((one) => typeof one === 'string');
  return isStrong(strengthOf(chosen, own)) ? null : passwordTexts.guessable;
}
