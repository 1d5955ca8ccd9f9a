import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isPublicAddress, OutgoingFailure, openOutgoing } from './outgoing.ts';

let server: Server;
let at: string;
let seen = 0;
const answer: RequestListener = (request, response) => {
  seen += 1;
  if (request.url === '/large') return void response.end('x'.repeat(5000));
  if (request.url === '/slow') return void response.write('x');
  if (request.url === '/away') return void response.writeHead(302, { location: 'http://169.254.169.254/' }).end();
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => response.end(`${request.method} ${request.headers.host} ${Buffer.concat(chunks)}`));
};

beforeAll(async () => {
  server = createServer(answer);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  at = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const never = async (): Promise<string[]> => {
  throw new Error('asked for a name');
};

describe('an address of the open internet', () => {
  test.each(['8.8.8.8', '192.0.1.1', '2606:4700::1111', '::ffff:8.8.8.8', '64:ff9b::8.8.8.8'])('%s is one', (text) =>
    expect(isPublicAddress(text)).toBe(true),
  );

  test.each([
    ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '169.254.169.254', '172.16.0.1', '192.168.1.1', '192.0.0.8'],
    ...['192.0.2.1', '198.18.0.1', '198.51.100.1', '203.0.113.1', '224.0.0.1', '240.0.0.1', '255.255.255.255'],
    ...['::', '::1', '::127.0.0.1', 'fe80::1', 'fc00::1', 'fd00:ec2::254', 'fec0::1', 'ff02::1', '2001:db8::1'],
    ...['::ffff:127.0.0.1', '::ffff:a9fe:a9fe', '64:ff9b::10.0.0.1', '64:ff9b::a9fe:a9fe', '64:ff9b:1::8.8.8.8'],
    ...['2002:7f00:1::1', '2001:0:1::1', '100::1', '4000::1', 'fe80::1%eth0', 'localhost', ''],
  ])('%s is none', (text) => expect(isPublicAddress(text)).toBe(false));

  const byte = fc.integer({ min: 0, max: 255 });
  const inner = fc.oneof(
    fc.tuple(fc.constant(10), byte, byte, byte),
    fc.tuple(fc.constant(127), byte, byte, byte),
    fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), byte, byte),
    fc.tuple(fc.constant(192), fc.constant(168), byte, byte),
    fc.tuple(fc.constant(169), fc.constant(254), byte, byte),
    fc.tuple(fc.constant(100), fc.integer({ min: 64, max: 127 }), byte, byte),
  );
  const hex = (one: number, other: number) => ((one << 8) | other).toString(16);
  /** The same address in each way that it can be written or wrapped. */
  const forms = ([a, b, c, d]: number[]): string[] => {
    const [w, x, y, z] = [a, b, c, d].map((part) => part ?? 0) as [number, number, number, number];
    const tail = `${hex(w, x)}:${hex(y, z)}`;
    return [
      `${w}.${x}.${y}.${z}`,
      `::ffff:${w}.${x}.${y}.${z}`,
      `::ffff:${tail}`,
      `0:0:0:0:0:FFFF:${tail.toUpperCase()}`,
      `64:ff9b::${tail}`,
      `::${tail}`,
      `2002:${tail}::1`,
    ];
  };

  test('is none in any form, where it leads inside', () => {
    fc.assert(
      fc.property(inner, (parts) => {
        expect(forms(parts).filter(isPublicAddress)).toEqual([]);
      }),
    );
  });

  test('is none, however a web address writes its number', async () => {
    const outgoing = openOutgoing([], never);
    await fc.assert(
      fc.asyncProperty(inner, async (parts) => {
        const number = parts.reduce((sum, part) => sum * 256 + part, 0);
        const written = [String(number), `0x${number.toString(16)}`, `0${number.toString(8)}`, `${parts.join('.')}.`];
        for (const host of written) {
          expect(await outgoing.send({ url: `https://${host}/` })).toEqual({ error: 'outgoing.private_address' });
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('an outgoing request', () => {
  test.each([
    ['not an address', 'outgoing.bad_address'],
    ['ftp://8.8.8.8/', 'outgoing.bad_address'],
    [`https://${'me:secret'}@8.8.8.8/`, 'outgoing.bad_address'],
    ['http://8.8.8.8/', 'outgoing.not_https'],
    ['https://127.0.0.1/', 'outgoing.private_address'],
    ['https://[::ffff:127.0.0.1]/', 'outgoing.private_address'],
    ['https://[fd00:ec2::254]/', 'outgoing.private_address'],
  ])('to %s is not made', async (url, error) => {
    expect(await openOutgoing([], never).send({ url })).toEqual({ error });
  });

  test('is not made where one of a name’s addresses is private, nor where it has none', async () => {
    const both = openOutgoing([], async () => ['8.8.8.8', '10.0.0.1']);
    expect(await both.send({ url: 'https://two.example/' })).toEqual({ error: 'outgoing.private_address' });
    expect(await openOutgoing([], async () => []).send({ url: 'https://none.example/' })).toEqual({
      error: 'outgoing.dns_failed',
    });
  });

  test('asks for a name once and goes to the address that was looked at', async () => {
    let asked = 0;
    const flipping = async () => (asked++ === 0 ? ['127.0.0.1'] : ['10.0.0.1']);
    const name = `flips.example:${at.split(':')[1]}`;
    const got = await openOutgoing([name], flipping).send({ url: `http://${name}/`, method: 'POST', body: 'hello' });
    expect([asked, 'body' in got && got.body.toString()]).toEqual([1, `POST ${name} hello`]);
  });

  test('goes inside only to a host, and a port, that who runs the machine allows', async () => {
    const before = seen;
    expect(await openOutgoing(['127.0.0.1:1']).send({ url: `http://${at}/` })).toEqual({ error: 'outgoing.not_https' });
    expect(await openOutgoing(['localhost']).send({ url: `https://${at}/` })).toEqual({
      error: 'outgoing.private_address',
    });
    expect(seen).toBe(before);
    expect(await openOutgoing([at]).send({ url: `http://${at}/` })).toMatchObject({ status: 200 });
  });

  test('follows no redirect', async () => {
    const before = seen;
    expect(await openOutgoing([at]).send({ url: `http://${at}/away` })).toMatchObject({ status: 302 });
    expect(seen).toBe(before + 1);
  });

  test('is given up where too much comes, where nothing comes, and where nobody is', async () => {
    const outgoing = openOutgoing(['127.0.0.1', at, 'stuck.example'], () => new Promise(() => undefined));
    expect(await outgoing.send({ url: `http://${at}/large` }, { size_bytes: 4999 })).toEqual({
      error: 'outgoing.too_large',
    });
    expect(await outgoing.send({ url: `http://${at}/large` }, { size_bytes: 5000 })).toMatchObject({ status: 200 });
    expect(await outgoing.send({ url: `http://${at}/slow` }, { time_ms: 50 })).toEqual({ error: 'outgoing.too_slow' });
    expect(await outgoing.send({ url: 'http://stuck.example/' }, { time_ms: 50 })).toEqual({
      error: 'outgoing.too_slow',
    });
    expect(await outgoing.send({ url: 'http://127.0.0.1:1/' })).toEqual({ error: 'outgoing.unreachable' });
  });

  test('has the shape of fetch for libraries, and fails there with its code', async () => {
    const outgoing = openOutgoing([at]);
    const got = await outgoing.fetch(`http://${at}/`, { method: 'POST', body: new URLSearchParams({ a: '1' }) });
    expect([got.status, await got.text()]).toEqual([200, `POST ${at} a=1`]);
    await expect(outgoing.fetch('https://10.0.0.1/')).rejects.toThrow(OutgoingFailure);
  });
});
