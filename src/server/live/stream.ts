import type { FastifyReply } from 'fastify';
import type { Ear } from './standing.ts';

/** A comment now and then keeps proxies and sleeping phones from dropping the stream unnoticed. */
const HEARTBEAT_MS = 20_000;

/** A stream of server-sent events to one listener. */
export interface EventStream {
  /** Sends what `tell` makes, after what was sent before. @param announced see `Live.doors` */
  send(tell: () => string, announced: boolean): void;
  /** Called once, also where the stream has ended already. */
  onClose(stop: () => void): void;
}

/** Begins a stream. It ends as soon as something would be sent that its listener may not hear any more. */
export function openStream(reply: FastifyReply, ear: Ear): EventStream {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  raw.write(': open\n\n');
  // Who asked may have gone while it was looked up who asks; then nothing tells of it any more.
  let closed = raw.destroyed || reply.request.socket.destroyed;
  /** What waits until it is known whether it may be heard, or behind such. */
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();

  const inTurn = async (tell: () => string, announced: boolean): Promise<void> => {
    if (closed) return;
    const may_hear = (announced && ear.isOpen()) || (await ear.lookAgain());
    if (closed) return;
    if (may_hear) raw.write(tell());
    else {
      closed = true;
      raw.end();
    }
  };
  /** One after the other; at once where nothing has to be asked or waited for. */
  const send = (tell: () => string, announced: boolean): void => {
    if (closed) return;
    if (waiting === 0 && announced && ear.isOpen()) {
      raw.write(tell());
      return;
    }
    waiting++;
    last = last
      .then(() => inTurn(tell, announced))
      // What cannot be told ends the stream: its listener comes again, and misses nothing.
      .catch(() => raw.destroy())
      .finally(() => {
        waiting--;
      });
  };
  // Whatever word was heard or missed, everyone is looked at anew this often.
  const beat = setInterval(() => send(() => ': still here\n\n', false), HEARTBEAT_MS);
  // A stream that nobody closes must not keep the program from ending.
  beat.unref();
  const stops: (() => void)[] = [];
  const stopAll = (): void => {
    closed = true;
    clearInterval(beat);
    for (const stop of stops.splice(0)) stop();
  };
  if (closed) stopAll();
  raw.on('close', stopAll);
  return {
    send,
    onClose: (stop) => {
      if (closed) stop();
      else stops.push(stop);
    },
  };
}
