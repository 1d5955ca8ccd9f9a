import type { Actor, BodyOf, EventKind } from './event.ts';
import type { Zone } from './zone.ts';

/** The zone is that of who set it last. */
type Kept<K extends EventKind> = BodyOf<K> & { at: string; event_id: string; zone: Zone };

/** A claim as last said, and who said it last. */
export type Claim = Kept<'claim.changed'> & {
  by: string;
  side: Actor['side'];
  /** When it was first said. */
  first_at: string;
  /** A contradiction was settled against it. */
  refuted: { at: string; holds: string; event_id: string } | null;
};

/** What of a claim is told where it is a cause. */
export type CauseClaim = Pick<
  Claim,
  'subject' | 'attribute' | 'value' | 'unit' | 'value_kind' | 'source' | 'document' | 'channel'
>;

/** How a contradiction was settled: what one person said of it. */
export interface Settlement {
  at: string;
  by: string;
  event_id: string;
  holds: string | null;
  no_conflict: boolean;
  note: string | null;
  evidence: string | null;
}

/** A contradiction that somebody opened. */
export type StatedContradiction = Kept<'contradiction.opened'> & {
  by: string;
  resolved_at: string | null;
  settled: Settlement | null;
};

/** Claims on one thing of which two cannot both hold, found by comparing what this view may read. */
export interface Found {
  contradiction_id: string;
  /** Those that conflict with another, now or when it was open last. */
  claim_ids: string[];
  /** The stretches in which it was open; the last has no end while it is. */
  spans: { from: string; to: string | null; event_id: string }[];
  /** Pairs of claims of which somebody said that it is settled, until one of the two changes. */
  settled_pairs: string[];
  settled: Settlement | null;
}
