import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { Side } from '../core/body/words.ts';
import { digestOf, newToken } from './buyer.ts';
import type { Db } from './db.ts';
import { asProjector } from './scope.ts';

/** Whose feed it is, and of which purchase. */
export interface FeedOf {
  person_id: string;
  side: Side;
  purchase_id: string;
}

/** A feed as lists show it; its address is shown once, when it is made. */
export interface CalendarFeed {
  feed_id: string;
  made_at: string;
  last_read_at: string | null;
}

/** Last reading is noted this exactly. */
const READ_WITHIN_MS = 60_000;

/** Makes a feed. @returns its id, and the token of its address, of which only a digest is kept */
export async function makeFeed(
  db: Db,
  workspace_id: string,
  { person_id, side, purchase_id }: FeedOf,
): Promise<{ feed_id: string; token: string }> {
  const feed_id = randomUUID();
  const token = newToken();
  await asProjector(db, workspace_id, (client) =>
    client.query(
      `insert into calendar_feed (workspace_id, zone, feed_id, purchase_id, person_id, digest, made_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [workspace_id, side, feed_id, purchase_id, person_id, digestOf(token), new Date()],
    ),
  );
  return { feed_id, token };
}

interface FeedRow {
  feed_id: string;
  made_at: Date;
  last_read_at: Date | null;
}

/** The feeds of a person that were not ended, newest first. */
export function listFeeds(
  db: Db,
  workspace_id: string,
  { person_id, side, purchase_id }: FeedOf,
): Promise<CalendarFeed[]> {
  return asProjector(db, workspace_id, async (client) => {
    const { rows } = await client.query<FeedRow>(
      `select feed_id, made_at, last_read_at from calendar_feed where workspace_id = $1 and zone = $2 and purchase_id = $3
       and person_id = $4 and revoked_at is null order by made_at desc, feed_id`,
      [workspace_id, side, purchase_id, person_id],
    );
    return rows.map((row) => ({
      ...row,
      made_at: row.made_at.toISOString(),
      last_read_at: row.last_read_at?.toISOString() ?? null,
    }));
  });
}

/** Ends a feed of a person. @returns whether there was one to end */
export function endFeed(
  db: Db,
  workspace_id: string,
  { person_id, side, purchase_id, feed_id }: FeedOf & { feed_id: string },
): Promise<boolean> {
  return asProjector(db, workspace_id, async (client) => {
    const { rowCount } = await client.query(
      `update calendar_feed set revoked_at = $6 where workspace_id = $1 and zone = $2 and purchase_id = $3 and person_id = $4
       and feed_id = $5 and revoked_at is null`,
      [workspace_id, side, purchase_id, person_id, feed_id, new Date()],
    );
    return rowCount === 1;
  });
}

/** Ends every feed of someone who is erased. As the projector. */
export async function endFeedsOf(
  client: ClientBase,
  { workspace_id, person_id, now }: { workspace_id: string; person_id: string; now: string },
): Promise<void> {
  await client.query(
    `update calendar_feed set revoked_at = coalesce(revoked_at, $3) where workspace_id = $1 and person_id = $2`,
    [workspace_id, person_id, now],
  );
}

/** Whose feed an address is; null where it is unknown or was ended. What its person may read is looked at by the door. */
export function feedOfToken(db: Db, workspace_id: string, token: string): Promise<FeedOf | null> {
  return asProjector(db, workspace_id, async (client) => {
    const now = new Date();
    const { rows } = await client.query<FeedOf & FeedRow>({
      name: 'feed of token',
      text: `select feed_id, zone as side, purchase_id, person_id, made_at, last_read_at from calendar_feed
        where workspace_id = $1 and digest = $2 and revoked_at is null`,
      values: [workspace_id, digestOf(token)],
    });
    const [feed] = rows;
    if (feed === undefined) return null;
    const { feed_id, side, purchase_id, person_id, last_read_at } = feed;
    if (last_read_at === null || now.getTime() - last_read_at.getTime() > READ_WITHIN_MS) {
      await client.query(
        'update calendar_feed set last_read_at = $4 where workspace_id = $1 and zone = $2 and feed_id = $3',
        [workspace_id, side, feed_id, now],
      );
    }
    return { side, purchase_id, person_id };
  });
}
