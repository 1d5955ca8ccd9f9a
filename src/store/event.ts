import type { ClientBase } from 'pg';
import type { LedgerEvent, UnknownEvent } from '../core/event.ts';
import { putBack, takeOut } from './outside.ts';
import type { Table, TextRow } from './table.ts';

export type AnyEvent = LedgerEvent | UnknownEvent;

export const eventTable: Table = {
  name: 'event',
  columns: [
    ['workspace_id', 'text'],
    ['stream_kind', 'text'],
    ['stream_id', 'text'],
    ['seq', 'integer'],
    ['id', 'text'],
    ['kind', 'text'],
    ['v', 'smallint'],
    ['zone', 'text'],
    ['actor', 'json'],
    ['on_behalf_of', 'text'],
    ['command_id', 'text'],
    ['cause_id', 'text'],
    ['import_id', 'text'],
    ['source', 'text'],
    ['occurred_at', 'timestamptz'],
    ['known_at', 'timestamptz'],
    ['recorded_at', 'timestamptz'],
    ['body', 'json'],
  ],
};

/**
 * The event as a row of the ledger. What stands outside of it is handed to `keep`.
 * A character of number zero is taken out of the event's own body too, so that folding sees what is stored.
 */
export function eventRow(workspace_id: string, event: AnyEvent, keep: (row: TextRow) => void): TextRow {
  const texts: TextRow[] = [];
  const body = JSON.stringify(takeOut(workspace_id, event, (row) => texts.push(row)));
  if (body.includes('\\u0000') || texts.some((row) => row[3]?.includes('\0') || row[3]?.includes('\\u0000'))) {
    event.body = withoutZero(event.body) as LedgerEvent['body'];
    return eventRow(workspace_id, event, keep);
  }
  for (const row of texts) keep(row);
  return [
    workspace_id,
    event.stream_kind,
    event.stream_id,
    String(event.seq),
    event.id,
    event.kind,
    String(event.v),
    event.zone,
    actorText(event.actor),
    event.on_behalf_of,
    event.command_id,
    event.cause_id,
    event.import_id,
    event.source,
    event.occurred_at,
    event.known_at,
    event.recorded_at,
    body,
  ];
}

/** Imports repeat few actors very often. */
let last_actor: { actor: AnyEvent['actor']; text: string } | undefined;
function actorText(actor: AnyEvent['actor']): string {
  if (last_actor?.actor !== actor) last_actor = { actor, text: JSON.stringify(actor) };
  return last_actor.text;
}

/** Postgres's text has no character of number zero. */
function withoutZero<T>(value: T): T {
  if (typeof value === 'string') return value.replaceAll('\0', '') as T;
  if (Array.isArray(value)) return value.map(withoutZero) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withoutZero(part)])) as T;
}

const columns = eventTable.columns
  .slice(1)
  .map(([name]) => name)
  .join(', ');

interface EventRow extends Record<string, unknown> {
  occurred_at: Date;
  known_at: Date;
  recorded_at: Date;
}

function eventOf(row: EventRow): AnyEvent {
  return {
    ...row,
    occurred_at: row.occurred_at.toISOString(),
    known_at: row.known_at.toISOString(),
    recorded_at: row.recorded_at.toISOString(),
  } as unknown as AnyEvent;
}

/**
 * Reads events of the ledger with their texts, as far as the client's role may read them.
 * @param name of the prepared statement
 * @param which what follows `from event where workspace_id = $1 and`; its values are $2 and on
 */
export async function readEvents(
  client: ClientBase,
  workspace_id: string,
  name: string,
  which: string,
  values: readonly unknown[],
): Promise<AnyEvent[]> {
  const { rows } = await client.query<EventRow>({
    name,
    text: `select ${columns} from event where workspace_id = $1 and ${which}`,
    values: [workspace_id, ...values],
  });
  const events = rows.map(eventOf);
  await putBack(client, workspace_id, events);
  return events;
}

/** The events of purchases, each purchase's in the order of their places in its stream. */
export function eventsOf(client: ClientBase, workspace_id: string, purchase_ids: readonly string[]) {
  const which = "stream_kind = 'purchase' and stream_id = any($2) order by stream_id, seq";
  return readEvents(client, workspace_id, 'events of purchases', which, [purchase_ids]);
}

/** What was retracted and restored in the whole workspace. */
export const workspaceEvents = (client: ClientBase, workspace_id: string) =>
  readEvents(client, workspace_id, 'events of workspace', "stream_kind = 'workspace' order by seq", []);
