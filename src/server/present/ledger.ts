import { serverTexts } from '../../catalogue/server-texts.ts';
import type { OutputOf } from '../../contract/operations.ts';
import { ANONYMOUS } from '../../core/anonymous.ts';
import { isKnown, type LedgerEvent, type UnknownEvent } from '../../core/event.ts';
import { type FoldOptions, fold } from '../../core/fold.ts';
import { personName } from '../../core/sentence.ts';
import type { PurchaseState } from '../../core/state.ts';
import { consequencesOf, eventSentence } from '../../core/telling.ts';

type Entry = OutputOf<'purchases.events'>['events'][number];
type AnyEvent = LedgerEvent | UnknownEvent;

export interface ToldEvents {
  state: PurchaseState;
  consequences: Map<string, string[]>;
  /** The ids of events that count; the others were retracted or voided. */
  counted: Set<string>;
  corrected: Set<string>;
  /** Of those that count, the ones that had no effect. */
  refused: Set<string>;
}

/** Folds a purchase and notes what each event led to. */
export function tellEvents(purchase_id: string, events: readonly AnyEvent[], options: FoldOptions): ToldEvents {
  const consequences = new Map<string, string[]>();
  const counted = new Set<string>();
  const without_effect = new Set<string>();
  const state = fold(purchase_id, events, {
    ...options,
    onEvent: (after, event, refused) => {
      counted.add(event.id);
      if (refused !== null) without_effect.add(event.id);
      consequences.set(
        event.id,
        refused === null ? consequencesOf(after, event.id) : [serverTexts.no_effect(refused.message)],
      );
    },
  });
  const corrected = new Set<string>();
  for (const event of events)
    if (isKnown(event) && event.kind === 'event.corrected') corrected.add(event.body.event_id);
  return { state, consequences, counted, corrected, refused: without_effect };
}

/** One event of the ledger as a caller may read it. Its place in the stream is not told. */
export function ledgerEntry(event: AnyEvent, told: ToldEvents, names: ReadonlyMap<string, string>): Entry {
  return {
    id: event.id,
    kind: event.kind,
    zone: event.zone,
    occurred_at: event.occurred_at,
    known_at: event.known_at,
    recorded_at: event.recorded_at,
    actor: event.actor,
    actor_name: actorName(event, told.state, names),
    on_behalf_of: event.on_behalf_of,
    import_id: event.import_id,
    source: event.source,
    text: eventSentence(told.state, event),
    consequences: told.consequences.get(event.id) ?? [],
    body: event.body as Record<string, unknown>,
    corrected: !told.counted.has(event.id) ? 'voided' : told.corrected.has(event.id) ? 'corrected' : null,
  };
}

function actorName(event: AnyEvent, state: PurchaseState, names: ReadonlyMap<string, string>): string | null {
  if (event.actor.kind === 'operator') return serverTexts.operator;
  if (event.actor.kind === 'agent') return event.actor.id;
  if (event.actor.id === ANONYMOUS) return serverTexts.without_name;
  if (state.stakeholders[event.actor.id] !== undefined) return personName(state, event.actor.id);
  return names.get(event.actor.id) ?? null;
}

export interface LedgerQuery {
  as_of?: string | undefined;
  known?: string | undefined;
  /** Kinds or their first part, comma separated. */
  kinds?: string | undefined;
  /** The id of the last event of the page before: something the caller has seen, which tells nothing more. */
  cursor?: string | undefined;
  limit: number;
}

/** A page of a purchase's own events, newest first. */
export function ledgerPage(
  events: readonly AnyEvent[],
  query: LedgerQuery,
): { events: AnyEvent[]; next: string | null } {
  const kinds = query.kinds?.split(',').filter((kind) => kind !== '');
  const known = query.known ?? query.as_of;
  const chosen = events
    .filter((event) => event.stream_kind === 'purchase')
    .filter((event) => query.as_of === undefined || event.occurred_at <= query.as_of)
    .filter((event) => known === undefined || event.known_at <= known)
    .filter(
      (event) => kinds === undefined || kinds.some((kind) => event.kind === kind || event.kind.startsWith(`${kind}.`)),
    )
    .sort((a, b) => (a.occurred_at < b.occurred_at ? 1 : a.occurred_at > b.occurred_at ? -1 : b.seq - a.seq));
  const from = query.cursor === undefined ? 0 : chosen.findIndex((event) => event.id === query.cursor) + 1;
  const page = chosen.slice(from, from + query.limit);
  return { events: page, next: from + query.limit < chosen.length ? (page.at(-1)?.id ?? null) : null };
}
