import type { FastifyReply } from 'fastify';
import type { Db } from '../store/db.ts';
import { guestsOfPerson } from '../store/guest.ts';
import { type Changes, changesSince, feedOf, type Listening } from '../store/live.ts';
import type { AppOptions } from './app-options.ts';
import type { Call, Handlers } from './bind.ts';
import { type Caller, scopeOfCaller } from './caller.ts';
import { openDoor } from './door.ts';
import { openCursor, type Position, sealCursor } from './live/cursor.ts';

/** A comment now and then keeps proxies and sleeping phones from dropping the stream unnoticed. */
const HEARTBEAT_MS = 20_000;

/** Server-sent events: which purchases changed, as far as the caller may know. The content is read anew, by the usual door. */
export const liveHandlers = (options: AppOptions): Pick<Handlers, 'live.stream'> => ({
  'live.stream': (call) => startStream(options, call),
});

async function startStream({ db, live, setting, ...rest }: AppOptions, call: Call<'live.stream'>) {
  const { caller, request, reply } = call;
  const { workspace_id } = caller;
  const listening = await listeningOf(db, caller);
  const door = openDoor({ db, live, setting, ...rest });
  /** Whoever was let in may have been shown out since, or reads less now: then the stream ends. */
  const mayStill = async (): Promise<boolean> => {
    try {
      const now = await listeningOf(db, await door(request, workspace_id, null));
      return JSON.stringify(now) === JSON.stringify(listening);
    } catch {
      return false;
    }
  };
  const position = await positionOf(db, listening, heardBefore(setting.secret, call));
  const stream = openStream(reply, mayStill);
  for (const scope of listening) {
    const feed = feedOf(scope);
    const stop = live.subscribe(scope, position[feed] ?? null, (changes) => {
      stream.send(() =>
        told(changes).map(({ purchase_id, cursor }) => {
          position[feed] = cursor;
          const sealed = sealCursor(setting.secret, workspace_id, position);
          return { id: sealed, data: { purchase_id, cursor: sealed } };
        }),
      );
    });
    stream.onClose(stop);
  }
  return reply;
}

/** Where too much was missed to tell it one by one, everything may have changed. */
const told = ({ changes, cursor, reset }: Changes): { purchase_id: string | null; cursor: number }[] =>
  reset ? [{ purchase_id: null, cursor }] : changes;

/**
 * What a caller listens to. A buyer reads each of their rooms as far as they may there, so those of which they read less
 * than their side's zone are listened to by what is shared alone.
 */
async function listeningOf(db: Db, caller: Caller): Promise<Listening[]> {
  const whole = scopeOfCaller(caller);
  if (caller.side !== 'buyer' || caller.door === 'open' || caller.person_id === null) return [whole];
  const rooms = await guestsOfPerson(db, caller.workspace_id, caller.person_id);
  const within = rooms.filter(({ reach }) => reach !== 'shared');
  const outside = rooms.filter(({ reach }) => reach === 'shared');
  const from = Object.fromEntries(
    within.flatMap(({ purchase_id, reach, reach_from }) =>
      reach === 'entry' && reach_from !== null ? [[purchase_id, reach_from]] : [],
    ),
  );
  const idsOf = (some: typeof rooms): string[] => some.map(({ purchase_id }) => purchase_id);
  const listening: Listening[] = [];
  if (within.length > 0) listening.push({ ...whole, zones: ['shared', 'buyer'], purchases: idsOf(within), from });
  if (outside.length > 0) listening.push({ ...whole, zones: ['shared'], purchases: idsOf(outside) });
  return listening;
}

/** Where the client says it was; one that cannot be read is taken from the beginning, so that nothing is missed. */
function heardBefore(secret: string, { request, query, caller }: Call<'live.stream'>): Position | null {
  const last = request.headers['last-event-id'];
  const text = typeof last === 'string' && last !== '' ? last : query.cursor;
  if (text === undefined) return null;
  return openCursor(secret, caller.workspace_id, text) ?? { buyer: 0, seller: 0, shared: 0 };
}

/** From where each feed is told: from where the client was, else from now on. */
async function positionOf(db: Db, listening: readonly Listening[], heard: Position | null): Promise<Position> {
  const position: Position = {};
  for (const scope of listening) {
    const feed = feedOf(scope);
    position[feed] = heard?.[feed] ?? (heard === null ? (await changesSince(db, scope, null)).cursor : 0);
  }
  return position;
}

interface Told {
  id: string;
  data: object;
}

function openStream(reply: FastifyReply, mayStill: () => Promise<boolean>) {
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
  let last: Promise<unknown> = Promise.resolve();
  /** One after the other, each only to who may still hear it. */
  const write = (texts: () => string[]): void => {
    last = last.then(async () => {
      if (closed) return;
      if (await mayStill()) for (const text of texts()) raw.write(text);
      else raw.end();
    });
  };
  const beat = setInterval(() => write(() => [': still here\n\n']), HEARTBEAT_MS);
  // A stream that nobody closes must not keep the program from ending.
  beat.unref();
  if (closed) clearInterval(beat);
  const stops: (() => void)[] = [];
  raw.on('close', () => {
    closed = true;
    clearInterval(beat);
    for (const stop of stops) stop();
  });
  return {
    send: (tell: () => Told[]) =>
      write(() => tell().map(({ id, data }) => `id: ${id}\ndata: ${JSON.stringify(data)}\n\n`)),
    onClose: (stop: () => void) => {
      stops.push(stop);
      if (closed) stop();
    },
  };
}
