import type { Db } from '../store/db.ts';
import { guestsOfPerson } from '../store/guest.ts';
import { changesSince, feedOf, type Listening, type Told } from '../store/live.ts';
import type { AppOptions } from './app-options.ts';
import type { Call, Handlers } from './bind.ts';
import { type Caller, scopeOfCaller } from './caller.ts';
import { openDoor } from './door.ts';
import { openCursor, type Position, type Sealer, sealing } from './live/cursor.ts';
import { openEar, type Standing } from './live/standing.ts';
import { openStream } from './live/stream.ts';

/** Server-sent events: which purchases changed, as far as the caller may know. The content is read anew, by the usual door. */
export const liveHandlers = (options: AppOptions): Pick<Handlers, 'live.stream'> => {
  const seal = sealing(options.setting.secret);
  return { 'live.stream': (call) => startStream(options, seal, call) };
};

async function startStream(options: AppOptions, seal: Sealer, call: Call<'live.stream'>) {
  const { db, live, setting } = options;
  const { caller, request, reply } = call;
  const { workspace_id } = caller;
  const listening = await listeningOf(db, caller);
  const door = openDoor(options);
  /** Whoever was let in may have been shown out since, or reads less now: then the stream ends. */
  const look = async (): Promise<Standing> => {
    const now = await door(request, workspace_id, null);
    return { listening: JSON.stringify(await listeningOf(db, now)), until: now.until };
  };
  const position = await positionOf(db, listening, heardBefore(setting.secret, call));
  const stream = openStream(reply, openEar(live, JSON.stringify(listening), look));
  for (const scope of listening) {
    const feed = feedOf(scope);
    const stop = live.subscribe(scope, position[feed] ?? null, (told) => {
      const tell = (): string =>
        eachOf(told)
          .map(({ purchase_id, cursor }) => {
            position[feed] = cursor;
            const sealed = seal(workspace_id, position);
            return `id: ${sealed}\ndata: ${JSON.stringify({ purchase_id, cursor: sealed })}\n\n`;
          })
          .join('');
      stream.send(tell, told.announced);
    });
    stream.onClose(stop);
  }
  return reply;
}

/** Where too much was missed to tell it one by one, everything may have changed. */
const eachOf = ({ changes, cursor, reset }: Told): { purchase_id: string | null; cursor: number }[] =>
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
