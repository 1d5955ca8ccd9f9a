import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';

/** The cookie that shows who runs the machine. */
export const OWNER_COOKIE = 'coassent_owner';

/** Whether a request comes from who runs the machine: by the cookie, or by the header `x-owner-token`. */
export function isOwner(request: FastifyRequest, owner_token: string): boolean {
  const header = request.headers['x-owner-token'];
  const shown = typeof header === 'string' ? header : request.cookies[OWNER_COOKIE];
  return shown !== undefined && isSame(shown, owner_token);
}

/** Compares in a time that does not tell where they differ. */
export function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
