import type { FastifyReply } from 'fastify';
import type { Live } from '../store/live.ts';
import type { Handlers } from './bind.ts';
import { scopeOfCaller } from './caller.ts';

/** A comment now and then keeps proxies and sleeping phones from dropping the stream unnoticed. */
const HEARTBEAT_MS = 20_000;

/** Server-sent events: which purchases changed in the caller's view. The content is read anew, by the usual door. */
export const liveHandlers = (live: Live): Pick<Handlers, 'live.stream'> => ({
  'live.stream': async ({ query, caller, request, reply }) => {
    const last = request.headers['last-event-id'];
    const cursor = cursorOf(typeof last === 'string' && last !== '' ? last : query.cursor);
    const stream = openStream(reply);
    const stop = live.subscribe(scopeOfCaller(caller), cursor, ({ changes, cursor: next, reset }) => {
      // Where too much was missed to tell it one by one, everything may have changed.
      const told = reset ? [{ purchase_id: null, cursor: next }] : changes;
      for (const change of told) {
        stream.send(String(change.cursor), { purchase_id: change.purchase_id, cursor: String(change.cursor) });
      }
    });
    stream.onClose(stop);
    return reply;
  },
});

const cursorOf = (text: string | undefined): number | null =>
  text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null;

function openStream(reply: FastifyReply) {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  raw.write(': open\n\n');
  const beat = setInterval(() => raw.write(': still here\n\n'), HEARTBEAT_MS);
  // A stream that nobody closes must not keep the program from ending.
  beat.unref();
  // Who asked may have gone while it was looked up who asks; then nothing tells of it any more.
  let closed = raw.destroyed || reply.request.socket.destroyed;
  if (closed) clearInterval(beat);
  let onClosed: (() => void) | undefined;
  raw.on('close', () => {
    closed = true;
    clearInterval(beat);
    onClosed?.();
  });
  return {
    send: (id: string, data: object) => raw.write(`id: ${id}\ndata: ${JSON.stringify(data)}\n\n`),
    onClose: (stop: () => void) => {
      onClosed = stop;
      if (closed) stop();
    },
  };
}
