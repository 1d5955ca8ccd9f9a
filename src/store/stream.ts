import type { ClientBase } from 'pg';
import { insertRows, replacing, type Table } from './table.ts';

/** How far a stream has come. */
export interface Stream {
  last_seq: number;
  last_recorded_at: string | null;
}

const streamTable: Table = {
  name: 'stream',
  columns: [
    ['workspace_id', 'text'],
    ['stream_kind', 'text'],
    ['stream_id', 'text'],
    ['last_seq', 'integer'],
    ['last_recorded_at', 'timestamptz'],
  ],
};

/** Locks a stream until the transaction ends; null where there is none yet. As the projector. */
export async function lockStream(client: ClientBase, workspace_id: string, kind: string, id: string) {
  const { rows } = await client.query<{ last_seq: number; last_recorded_at: Date }>({
    name: 'lock stream',
    text: `select last_seq, last_recorded_at from stream
      where workspace_id = $1 and stream_kind = $2 and stream_id = $3 for update`,
    values: [workspace_id, kind, id],
  });
  const row = rows[0];
  return row === undefined ? null : { last_seq: row.last_seq, last_recorded_at: row.last_recorded_at.toISOString() };
}

/** Locks a stream, and begins it where there is none: of several who try at once, the others wait. As the projector. */
export async function beginStream(
  client: ClientBase,
  workspace_id: string,
  kind: string,
  id: string,
  now: string,
): Promise<Stream> {
  await client.query({
    name: 'begin stream',
    text: `insert into stream (workspace_id, stream_kind, stream_id, last_seq, last_recorded_at)
      values ($1, $2, $3, 0, $4) on conflict do nothing`,
    values: [workspace_id, kind, id, now],
  });
  return (await lockStream(client, workspace_id, kind, id)) ?? { last_seq: 0, last_recorded_at: null };
}

/** Takes down how far streams of purchases have come. */
export function moveStreams(
  client: ClientBase,
  workspace_id: string,
  kind: string,
  moved: readonly { id: string; last_seq: number; recorded_at: string }[],
): Promise<void> {
  const rows = moved.map(({ id, last_seq, recorded_at }) => [workspace_id, kind, id, String(last_seq), recorded_at]);
  return insertRows(client, streamTable, rows, replacing(streamTable, ['workspace_id', 'stream_kind', 'stream_id']));
}

/** Locks many streams of purchases, those that there are, always in the same order. As the projector. */
export async function lockStreams(client: ClientBase, workspace_id: string, ids: readonly string[]) {
  const { rows } = await client.query<{ stream_id: string; last_seq: number; last_recorded_at: Date }>({
    name: 'lock streams',
    text: `select stream_id, last_seq, last_recorded_at from stream
      where workspace_id = $1 and stream_kind = 'purchase' and stream_id = any($2) order by stream_id for update`,
    values: [workspace_id, ids],
  });
  const of = ({ last_seq, last_recorded_at }: { last_seq: number; last_recorded_at: Date }): Stream => ({
    last_seq,
    last_recorded_at: last_recorded_at.toISOString(),
  });
  return new Map(rows.map((row) => [row.stream_id, of(row)]));
}

/** Locks the workspace's own stream, which imports and retractions take so that they come one after another. */
export const lockWorkspace = (client: ClientBase, workspace_id: string, now: string): Promise<Stream> =>
  beginStream(client, workspace_id, 'workspace', 'workspace', now);

/**
 * When a new event of a stream is recorded: now, but never before its predecessor, whose writer's clock may be ahead.
 * Both are ISO 8601 in UTC.
 */
export const recordedAt = (now: string, last: string | null): string => (last !== null && last > now ? last : now);
