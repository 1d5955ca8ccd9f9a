import type { Side } from './body/words.ts';

/** Who may know that someone is here: their own side, or everyone in the purchase. */
export const SEEN_BY = ['side', 'everyone'] as const;
export type SeenBy = (typeof SEEN_BY)[number];

/** Someone who has a page of a purchase open. Kept in memory alone and for moments: it is recorded nowhere. */
export interface Presence {
  person_id: string;
  name: string | null;
  side: Side;
  /** The part of the purchase that is open: `start`, `claims`. */
  page: string | null;
  seen_by: SeenBy;
  /** ISO 8601 in UTC. */
  at: string;
}

/** Someone as another may see them. */
export interface SeenPresence {
  person_id: string;
  name: string | null;
  side: Side;
  /** Told to their own side only. */
  page: string | null;
}

/** Whoever was not heard of for so long is not here any more; browsers say so every twenty seconds. */
export const GONE_AFTER_MS = 45_000;

/**
 * Who is here now, as one side may see it: its own people, and of the other side those who let everyone see them, without
 * what they look at. In the order of their names.
 */
export function whoIsHere(all: Iterable<Presence>, side: Side, now: string): SeenPresence[] {
  return [...all]
    .filter(({ at }) => Date.parse(now) - Date.parse(at) < GONE_AFTER_MS)
    .filter((one) => one.side === side || one.seen_by === 'everyone')
    .map(({ person_id, name, side: theirs, page }) => ({
      person_id,
      name,
      side: theirs,
      page: theirs === side ? page : null,
    }))
    .sort(
      (one, other) => (one.name ?? '').localeCompare(other.name ?? '') || (one.person_id < other.person_id ? -1 : 1),
    );
}
