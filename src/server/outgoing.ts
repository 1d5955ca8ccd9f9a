import { lookup as resolve } from 'node:dns/promises';
import type { IncomingMessage } from 'node:http';
import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { outgoingFailures } from '../catalogue/problems.ts';

/*
 * Every request that the program makes to an address someone gave it. The name is resolved once, every address it has is
 * looked at, and the connection goes to one that was: a name that changes its mind in between leads nowhere else.
 */

/** Why a request was not made, or was given up. */
export type OutgoingError =
  | 'outgoing.bad_address'
  | 'outgoing.not_https'
  | 'outgoing.private_address'
  | 'outgoing.dns_failed'
  | 'outgoing.unreachable'
  | 'outgoing.too_slow'
  | 'outgoing.too_large';

export interface OutgoingRequest {
  url: string | URL;
  method?: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  signal?: AbortSignal | undefined;
}

/** An answer, whatever its status: a redirect is an answer too and is never followed. */
export interface OutgoingAnswer {
  status: number;
  headers: [string, string][];
  body: Buffer;
}

export interface OutgoingLimits {
  /** From the first step until the last byte. */
  time_ms: number;
  size_bytes: number;
}

const LIMITS: OutgoingLimits = { time_ms: 10_000, size_bytes: 1024 * 1024 };

/** Resolves a name to all its addresses. */
export type Resolve = (hostname: string) => Promise<readonly string[]>;

const ofSystem: Resolve = async (hostname) =>
  (await resolve(hostname, { all: true, verbatim: true })).map(({ address }) => address);

/** Makes requests to addresses that people gave. */
export interface Outgoing {
  send(request: OutgoingRequest, limits?: Partial<OutgoingLimits>): Promise<OutgoingAnswer | { error: OutgoingError }>;
  /** The same in the shape of the platform's `fetch`, for libraries that take one; fails with an `OutgoingFailure`. */
  fetch(url: string | URL, init?: RequestInit): Promise<Response>;
}

/** A request that was not made or was given up, where a library wants an exception. */
export class OutgoingFailure extends Error {
  readonly code: OutgoingError;
  constructor(code: OutgoingError) {
    super(outgoingFailures[code]);
    this.name = 'OutgoingFailure';
    this.code = code;
  }
}

/** @param allowed hosts (`name` or `name:port`) that may be private and asked without https, by who runs the machine */
export function openOutgoing(allowed: readonly string[], resolveName: Resolve = ofSystem): Outgoing {
  const send: Outgoing['send'] = async (request, limits) => {
    const { time_ms, size_bytes } = { ...LIMITS, ...limits };
    const url = URL.canParse(String(request.url)) ? new URL(request.url) : null;
    const refused = refusalOfUrl(url, allowed);
    if (url === null || refused !== null) return { error: refused ?? 'outgoing.bad_address' };
    const late = AbortSignal.timeout(time_ms);
    const signal = request.signal ? AbortSignal.any([late, request.signal]) : late;
    const address = await addressOf(url, { allowed: isAllowed(url, allowed), resolveName, signal });
    if ('error' in address) return address;
    return exchange({ ...request, url, address: address.ip, size_bytes, signal });
  };
  return {
    send,
    async fetch(url, init = {}) {
      const answer = await send({
        url,
        method: init.method ?? 'GET',
        headers: Object.fromEntries(new Headers(init.headers)),
        ...(init.body != null && { body: await bytesOf(init.body) }),
        signal: init.signal ?? undefined,
      });
      if ('error' in answer) throw new OutgoingFailure(answer.error);
      const empty = answer.status === 204 || answer.status === 304;
      return new Response(empty ? null : new Uint8Array(answer.body), answer);
    },
  };
}

/** Whether an address is one of the open internet, whichever way it is written or wrapped. */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  if (address.kind() === 'ipv4') return address.range() === 'unicast';
  const v6 = address as ipaddr.IPv6;
  if (v6.isIPv4MappedAddress()) return isPublicAddress(v6.toIPv4Address().toString());
  const bytes = v6.toByteArray();
  // NAT64 (RFC 6052): the last four bytes are where it leads.
  if (v6.match(NAT64)) return isPublicAddress(bytes.slice(12).join('.'));
  // What is given out to the internet at all (RFC 4291), less what has a meaning of its own (6to4, Teredo, documentation).
  return v6.match(GLOBAL) && v6.range() === 'unicast';
}

const NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');
const GLOBAL = ipaddr.IPv6.parseCIDR('2000::/3');

function isAllowed(url: URL, allowed: readonly string[]): boolean {
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return allowed.some((one) => one === url.hostname || one === `${url.hostname}:${port}`);
}

function refusalOfUrl(url: URL | null, allowed: readonly string[]): OutgoingError | null {
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
    return 'outgoing.bad_address';
  }
  return url.protocol === 'https:' || isAllowed(url, allowed) ? null : 'outgoing.not_https';
}

interface Resolving {
  allowed: boolean;
  resolveName: Resolve;
  signal: AbortSignal;
}

/** The one address to connect to. A name that also has a private address is refused whole. */
async function addressOf(
  url: URL,
  { allowed, resolveName, signal }: Resolving,
): Promise<{ ip: string } | { error: OutgoingError }> {
  const name = url.hostname.replace(/^\[|\]$/g, '');
  const found = ipaddr.isValid(name)
    ? [name]
    : await Promise.race([resolveName(name).catch(() => []), aborted(signal)]);
  if (found === 'aborted') return { error: 'outgoing.too_slow' };
  const [first] = found;
  if (first === undefined) return { error: 'outgoing.dns_failed' };
  if (!allowed && !found.every(isPublicAddress)) return { error: 'outgoing.private_address' };
  return { ip: first };
}

const aborted = (signal: AbortSignal): Promise<'aborted'> =>
  new Promise((done) => {
    if (signal.aborted) done('aborted');
    else signal.addEventListener('abort', () => done('aborted'), { once: true });
  });

interface Exchange extends OutgoingRequest {
  url: URL;
  /** Where the connection goes, whatever the name says by now. */
  address: string;
  size_bytes: number;
  signal: AbortSignal;
}

function exchange(asked: Exchange): Promise<OutgoingAnswer | { error: OutgoingError }> {
  const { url, address, signal } = asked;
  const lookup: LookupFunction = (_hostname, options, done) => {
    const family = ipaddr.parse(address).kind() === 'ipv4' ? 4 : 6;
    if (options.all) done(null, [{ address, family }]);
    else done(null, address, family);
  };
  return new Promise((done) => {
    const failed = () => done({ error: signal.aborted ? 'outgoing.too_slow' : 'outgoing.unreachable' });
    const { request: begin } = url.protocol === 'https:' ? https : http;
    const headers = { 'accept-encoding': 'identity', ...asked.headers };
    const request = begin(url, { method: asked.method ?? 'GET', headers, lookup, agent: false, signal });
    request.on('error', failed);
    request.on('response', (response) => {
      read(response, asked.size_bytes).then((body) => {
        if (body === null) request.destroy();
        done(body === null ? { error: 'outgoing.too_large' } : { ...headOf(response), body });
      }, failed);
    });
    request.end(asked.body);
  });
}

/** The whole answer; null as soon as it is more than is taken. */
async function read(response: IncomingMessage, size_bytes: number): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of response) {
    size += (part as Buffer).length;
    if (size > size_bytes) return null;
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts);
}

const headOf = ({ statusCode = 0, headersDistinct }: IncomingMessage) => ({
  status: statusCode,
  headers: Object.entries(headersDistinct).flatMap(([name, values]) =>
    (values ?? []).map((value): [string, string] => [name, value]),
  ),
});

const bytesOf = async (body: NonNullable<RequestInit['body']>): Promise<Uint8Array> =>
  new Uint8Array(await new Response(body).arrayBuffer());
