import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { Command, Context } from '../core/decide.ts';
import type { Actor, LedgerEvent } from '../core/event.ts';
import type { Usual } from '../core/need.ts';
import type { Rejection } from '../core/refusal.ts';
import type { PurchaseState } from '../core/state.ts';
import { VIEWS, type View, viewReads } from '../core/zone.ts';
import { type Db, sendTogether, transactionAs } from './db.ts';
import { type AnyEvent, eventRow, eventsOf, eventTable, readEvents, workspaceEvents } from './event.ts';
import { errorCode } from './failure.ts';
import { noteChange } from './feed.ts';
import { append, canAppend, emptyFold, foldAll } from './folded.ts';
import { decideFor, type Narrow, readNarrow, takeNarrow } from './narrow.ts';
import { outsideTable } from './outside.ts';
import { peopleNamed, sidesOf, writePeople } from './person.ts';
import { nothingStored, readStored, readUsuals, rowChanges, type Stored, writeChanges } from './row.ts';
import { becomeApp, becomeProjector, projectorScope, type Scope } from './scope.ts';
import { beginStream, lockStream, moveStreams, recordedAt, type Stream } from './stream.ts';
import { insertRows, type TextRow } from './table.ts';

/** Commands of one person on one purchase that are carried out together or not at all. */
export interface Request {
  purchase_id: string;
  commands: readonly Command[];
  actor: Actor;
  on_behalf_of: string | null;
  /** The client's own id for this request: repeated, it is the same request delivered again. */
  command_id: string;
  source: string | null;
  /** The clock, ISO 8601 in UTC with milliseconds. */
  now: string;
}

/** The events that were stored (none where all was so already) and the purchase as the actor's side now knows it. */
export interface Executed {
  events: LedgerEvent[];
  state: PurchaseState;
  /** True where this had been carried out before; nothing was stored now. */
  repeated: boolean;
}

/** Why nothing was stored, and which of the commands (from 0) was refused. */
export interface Refused {
  rejection: Rejection;
  index: number;
}

/**
 * Decides on commands and stores what follows, in one transaction: events, rows of both views, intervals, change feed.
 * Two round trips, because everything that depends on nothing is sent together.
 */
export async function execute(db: Db, scope: Scope, request: Request): Promise<Executed | Refused> {
  // Before anything is read: whether such a purchase exists elsewhere is told to nobody.
  if (scope.purchases !== null && !scope.purchases.includes(request.purchase_id))
    return { rejection: elsewhere, index: 0 };
  let writing: Promise<unknown> | undefined;
  try {
    return await transactionAs(db.app, projectorScope(scope.workspace_id), async (client) => {
      const work = await load(client, scope, request);
      const decision = await decideAll(client, work);
      if ('rejection' in decision || decision.repeated) return decision;
      writing = write(client, work);
      // The commit follows without waiting; should a statement fail, Postgres undoes all of it.
      writing.catch(() => undefined);
      return decision;
    });
  } catch (error) {
    const first =
      (await writing?.then(
        () => error,
        (failure) => failure,
      )) ?? error;
    const rejection = knownRefusal(first);
    if (rejection === null) throw first;
    return { rejection, index: 0 };
  }
}

/** What a decision needs to know, and what it has led to so far. */
interface Work {
  scope: Scope;
  request: Request;
  stream: Stream | null;
  stored: Stored;
  usuals: Record<View, Usual>;
  /** What the caller may know, where that is less than their side's whole view. */
  narrow: Narrow | null;
  earlier: { digest: string; event_ids: string[] } | null;
  sides: Map<string, 'buyer' | 'seller'>;
  /** What is in the ledger already; read only where something has to be folded anew. */
  ledger: AnyEvent[] | null;
  recorded_at: string;
  events: LedgerEvent[];
  rows: TextRow[];
  texts: TextRow[];
}

/** Locks the purchase, then reads all that a decision needs; sent together, run in order. */
async function load(client: PoolClient, scope: Scope, request: Request): Promise<Work> {
  const { workspace_id } = scope;
  const { purchase_id, now } = request;
  const opens = request.commands.some((command) => command.kind === 'purchase.opened');
  const [stream, stored, usuals, earlier, sides] = await Promise.all([
    opens
      ? beginStream(client, workspace_id, 'purchase', purchase_id, now)
      : lockStream(client, workspace_id, 'purchase', purchase_id),
    readStored(client, workspace_id, [purchase_id]),
    readUsuals(client, workspace_id, now),
    earlierCommand(client, scope, request.command_id),
    sidesOf(client, workspace_id, peopleIn(request.commands)),
  ]);
  return {
    scope,
    request,
    stream,
    stored: stored.get(purchase_id) ?? nothingStored(),
    usuals,
    narrow: await readNarrow(client, scope, purchase_id),
    earlier,
    sides,
    ledger: null,
    recorded_at: recordedAt(now, stream?.last_recorded_at ?? null),
    events: [],
    rows: [],
    texts: [],
  };
}

function peopleIn(commands: readonly Command[]): string[] {
  return commands.flatMap((command) => {
    if (command.kind === 'question.asked') return command.body.to_id ?? [];
    if (command.kind === 'stakeholder.named' || command.kind === 'stakeholder.entered') return [command.body.person_id];
    return command.kind === 'step.changed' && typeof command.body.owner_id === 'string' ? [command.body.owner_id] : [];
  });
}

async function earlierCommand(client: PoolClient, scope: Scope, command_id: string): Promise<Work['earlier']> {
  const { rows } = await client.query<{ digest: string; event_ids: string[] }>({
    name: 'earlier command',
    text: 'select digest, event_ids from command where workspace_id = $1 and view = $2 and command_id = $3',
    values: [scope.workspace_id, scope.view, command_id],
  });
  return rows[0] ?? null;
}

/** What a request asks for: the same digest is the same request. */
function digestOf({ purchase_id, commands, actor, on_behalf_of }: Request): string {
  return createHash('sha256')
    .update(JSON.stringify([purchase_id, actor, on_behalf_of, commands]))
    .digest('base64url');
}

const reused: Rejection = {
  code: 'command.reused_with_other_body',
  message: 'This command id was used before for something else. Take a new id for each thing you want to do.',
};

const elsewhere: Rejection = {
  code: 'pod.not_yours',
  message: 'You can only open and change purchases that you are let into. Ask whoever let you in here to do it.',
};

const stateIn = ({ narrow, scope, request, stored }: Work): PurchaseState =>
  narrow?.state ?? wholeIn({ scope, request, stored });

const wholeIn = ({ scope, request, stored }: Pick<Work, 'scope' | 'request' | 'stored'>): PurchaseState =>
  stored.folded[scope.view]?.state ?? emptyFold(request.purchase_id, scope.view).state;

async function decideAll(client: PoolClient, work: Work): Promise<Executed | Refused> {
  const { request, earlier } = work;
  if (earlier !== null) {
    if (earlier.digest !== digestOf(request)) return { rejection: reused, index: 0 };
    return { events: await earlierEvents(client, work, earlier.event_ids), state: stateIn(work), repeated: true };
  }
  for (const [index, command] of request.commands.entries()) {
    const decision = decideFor(command, work.narrow, wholeIn(work), contextOf(work));
    if ('rejection' in decision) return { rejection: decision.rejection, index };
    if (decision.events.length > 0) await take(client, work, decision.events);
  }
  return { events: work.events, state: stateIn(work), repeated: false };
}

async function earlierEvents(client: PoolClient, { scope }: Work, ids: readonly string[]): Promise<LedgerEvent[]> {
  await becomeApp(client, scope);
  const which = 'zone = any($2) and id = any($3) order by stream_id, seq';
  return (await readEvents(client, scope.workspace_id, 'events by id', which, [scope.zones, ids])) as LedgerEvent[];
}

function contextOf({ request, sides, recorded_at }: Work): Context {
  return {
    // Not before what was recorded last, so that people who act at once stand in the order in which they were heard.
    now: recorded_at,
    actor: request.actor,
    on_behalf_of: request.on_behalf_of,
    command_id: request.command_id,
    import_id: null,
    source: request.source,
    stream_id: request.purchase_id,
    // The ids are given when the events are taken down, in their order.
    nextId: () => '',
    sideOf: (person_id) => sides.get(person_id) ?? null,
  };
}

/** Takes down what was decided: ids, places in the stream, rows of the ledger, and the views as they are then. */
async function take(client: PoolClient, work: Work, decided: LedgerEvent[]): Promise<void> {
  const { request, scope, stream, stored } = work;
  const before = [...work.events];
  for (const event of decided) {
    const n = work.events.length;
    event.id = n === 0 ? request.command_id : `${request.command_id}:${n}`;
    event.seq = (stream?.last_seq ?? 0) + n + 1;
    work.rows.push(eventRow(scope.workspace_id, event, (row) => work.texts.push(row)));
    work.events.push(event);
  }
  if (work.narrow !== null) takeNarrow(work.narrow, decided);
  for (const view of viewsOf(decided)) {
    let folded = stored.folded[view];
    if (folded === null && stream?.last_seq === 0 && before.length === 0) folded = emptyFold(request.purchase_id, view);
    if (folded !== null && canAppend(folded, decided)) for (const event of decided) append(folded, event);
    else {
      work.ledger ??= await ledgerOf(client, scope.workspace_id, request.purchase_id);
      folded = foldAll(request.purchase_id, [...work.ledger, ...work.events], { view });
    }
    stored.folded[view] = folded;
  }
}

const viewsOf = (events: readonly AnyEvent[]): View[] =>
  VIEWS.filter((view) => events.some((event) => viewReads(view, event.zone)));

async function ledgerOf(client: PoolClient, workspace_id: string, purchase_id: string): Promise<AnyEvent[]> {
  const [events, of_workspace] = await Promise.all([
    eventsOf(client, workspace_id, [purchase_id]),
    workspaceEvents(client, workspace_id),
  ]);
  return [...events, ...of_workspace];
}

/** Sends all that has to be written; the ledger as the application, what follows from it as the projector. */
async function write(client: PoolClient, work: Work): Promise<void> {
  sendTogether(client);
  const { scope, request, events, stored, recorded_at } = work;
  const { workspace_id } = scope;
  const { purchase_id, command_id } = request;
  const ids = events.map((event) => event.id);
  const writes: Promise<unknown>[] = [
    becomeApp(client, scope),
    insertRows(client, eventTable, work.rows),
    insertRows(client, outsideTable, work.texts),
    // The record of what was asked belongs to a view that not everyone who writes may read.
    becomeProjector(client),
    client.query({
      name: 'write command',
      text: 'insert into command (workspace_id, view, command_id, digest, event_ids) values ($1, $2, $3, $4, $5)',
      values: [workspace_id, scope.view, command_id, digestOf(request), ids],
    }),
  ];
  const last = events.at(-1);
  if (last !== undefined) {
    writes.push(moveStreams(client, workspace_id, 'purchase', [{ id: purchase_id, last_seq: last.seq, recorded_at }]));
    writes.push(writePeople(client, peopleNamed(workspace_id, events)));
    const views = viewsOf(events);
    const changes = views.flatMap((view) => {
      const folded = stored.folded[view];
      return folded === null ? [] : [rowChanges(workspace_id, folded, stored.intervals[view], work.usuals[view])];
    });
    writes.push(writeChanges(client, changes));
    writes.push(noteChange(client, workspace_id, views, purchase_id, recorded_at));
  }
  // What failed first is why; all that was sent after it only says that something did.
  const failed = (await Promise.allSettled(writes)).find(
    (write): write is PromiseRejectedResult => write.status === 'rejected',
  );
  if (failed !== undefined) throw failed.reason;
}

/** What Postgres refuses although the rules allowed it, where that is the caller's doing. */
function knownRefusal(error: unknown): Rejection | null {
  switch (errorCode(error)) {
    case '23505':
      return reused;
    case '42501':
      return { code: 'zone.not_yours', message: 'You can only write what you may read. Choose another zone.' };
    default:
      return null;
  }
}
