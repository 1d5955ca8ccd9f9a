import { randomBytes } from 'node:crypto';
import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import type { Setting } from './setting.ts';

type Directives = Record<string, readonly string[]>;

const CLOSED = { 'base-uri': ["'none'"], 'object-src': ["'none'"], 'frame-ancestors': ["'none'"] } as const;

/** Pages, and the scripts and workers that they load. */
const PAGE: Directives = {
  'default-src': ["'self'"],
  'script-src': ["'self'"],
  'script-src-attr': ["'none'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'worker-src': ["'self'"],
  'form-action': ["'self'"],
  ...CLOSED,
};

/** Answers of the API are data: whatever they hold, opened by themselves they run, load and send nothing. */
const DATA: Directives = { 'default-src': ["'none'"], 'form-action': ["'none'"], sandbox: [], ...CLOSED };

/** The page of the API's documentation comes from a library that adds styles of its own; it holds nobody's data. */
const DOCS: Directives = { ...PAGE, 'style-src': ["'self'", "'unsafe-inline'"] };

const textOf = (directives: Directives): string =>
  Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ');

export const DOCS_POLICY = textOf(DOCS);
const PAGE_POLICY = textOf(PAGE);
const DATA_POLICY = textOf(DATA);

/**
 * The policy of one page, and the nonce that lets its own style elements be: a dialog that is open keeps the page behind
 * it from scrolling by one.
 */
export function pagePolicy(): { policy: string; nonce: string } {
  const nonce = randomBytes(16).toString('base64');
  return { policy: textOf({ ...PAGE, 'style-src': ["'self'", `'nonce-${nonce}'`] }), nonce };
}

/** What a page may ask the browser for: nothing of the device. Passkeys stay as browsers have them. */
const PERMISSIONS = [
  ...['accelerometer', 'autoplay', 'camera', 'display-capture', 'encrypted-media', 'fullscreen', 'geolocation'],
  ...['gyroscope', 'magnetometer', 'microphone', 'midi', 'payment', 'screen-wake-lock', 'usb'],
  'xr-spatial-tracking',
]
  .map((feature) => `${feature}=()`)
  .join(', ');

const YEAR_S = 31_536_000;

/** Sets the headers that tell browsers what they may do with an answer; handlers may set narrower ones. */
export async function addHeaders(app: FastifyInstance, { local }: Setting): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: false,
    // Beyond this machine the public address is https, always.
    hsts: local ? false : { maxAge: YEAR_S, includeSubDomains: true },
    crossOriginEmbedderPolicy: { policy: 'require-corp' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    frameguard: { action: 'deny' },
  });
  app.addHook('onRequest', async (request, reply) => {
    const is_data = request.url.startsWith('/api/') && !request.url.startsWith('/api/docs');
    reply.header('permissions-policy', PERMISSIONS);
    reply.header('content-security-policy', is_data ? DATA_POLICY : PAGE_POLICY);
    if (is_data) reply.header('cache-control', 'no-store');
  });
}
