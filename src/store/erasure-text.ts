import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { Side } from '../core/body/words.ts';
import { ERASED_PERSON, ERASED_TEXT, type Identifiers, mentionsOf, reviewerOf } from '../core/erasure.ts';
import { isKnown } from '../core/event.ts';
import { type View, viewReads, type Zone } from '../core/zone.ts';
import { type AnyEvent, readEvents } from './event.ts';
import { takeOut } from './outside.ts';

/** What each side knows someone by: what only the buyers know must not be looked for in what the sellers wrote. */
export type KnownBy = Record<View, { names: Set<string>; addresses: Set<string> }>;

export const nothingKnown = (): KnownBy => ({
  buyer: { names: new Set(), addresses: new Set() },
  seller: { names: new Set(), addresses: new Set() },
});

export const identifiersOf = (known: KnownBy, view: View): Identifiers => ({
  names: [...known[view].names].filter((name) => name !== ERASED_PERSON),
  addresses: [...known[view].addresses].filter((address) => address !== ERASED_TEXT),
});

/** Takes a name or address down for the sides that read the zone in which it stands. */
export function learnFrom(known: KnownBy, zone: Zone, what: 'names' | 'addresses', value: string | null): void {
  if (value === null || value.trim() === '') return;
  for (const view of ['buyer', 'seller'] as const) if (viewReads(view, zone)) known[view][what].add(value);
}

/** A text that stands outside the ledger, and the event that refers to it. */
interface OutsideText {
  event: AnyEvent;
  text_id: string;
  content: string;
}

function textsOf(workspace_id: string, event: AnyEvent): OutsideText[] {
  const texts: OutsideText[] = [];
  takeOut(workspace_id, event, ([, , text_id, content]) => {
    texts.push({ event, text_id: text_id ?? '', content: content ?? '' });
  });
  return texts;
}

/** What a text has to become so that it no longer holds the person's own name; null where it does not hold it. */
function withoutName({ event, text_id, content }: OutsideText, person_id: string): { was: string; now: string } | null {
  if (!isKnown(event)) return null;
  if (event.kind === 'stakeholder.named' || event.kind === 'stakeholder.entered') {
    const own = event.body.person_id === person_id && text_id === `${event.id}/name`;
    return own ? { was: content, now: ERASED_PERSON } : null;
  }
  if (event.kind !== 'event.corrected' || text_id !== `${event.id}/body`) return null;
  const body = JSON.parse(content) as Record<string, unknown> | null;
  if (body?.person_id !== person_id || typeof body.name !== 'string') return null;
  return { was: body.name, now: JSON.stringify({ ...body, name: ERASED_PERSON }) };
}

/**
 * Replaces the names of a person in the texts of events, as far as they stand in these zones, and takes down what they
 * were. As the projector.
 * @returns how many were replaced, by zone
 */
export async function replaceNames(
  client: ClientBase,
  workspace_id: string,
  {
    events,
    zones,
    person_id,
    known,
  }: { events: AnyEvent[]; zones: readonly Zone[]; person_id: string; known: KnownBy },
): Promise<Map<Zone, number>> {
  const replaced = new Map<Zone, number>();
  for (const event of events) {
    if (!zones.includes(event.zone)) continue;
    for (const text of textsOf(workspace_id, event)) {
      const change = withoutName(text, person_id);
      if (change === null || change.was === ERASED_PERSON) continue;
      learnFrom(known, event.zone, 'names', change.was);
      await client.query({
        name: 'replace text',
        text: 'update outside_text set content = $4 where workspace_id = $1 and zone = $2 and text_id = $3',
        values: [workspace_id, event.zone, text.text_id, change.now],
      });
      replaced.set(event.zone, (replaced.get(event.zone) ?? 0) + 1);
    }
  }
  return replaced;
}

/** A text for a side to look at. */
export interface Found {
  side: Side;
  /** Null, as is the event, for a text of the library. */
  purchase_id: string | null;
  event_id: string | null;
  library_id: string | null;
  text_zone: Zone;
  text_id: string;
  spans: number[];
}

/** The texts of events that mention someone, for the side that has to look at each. */
export function mentionsIn(
  workspace_id: string,
  events: readonly AnyEvent[],
  { zones, known, person_id }: { zones: readonly Zone[]; known: KnownBy; person_id: string },
): Found[] {
  const identifiers = { buyer: identifiersOf(known, 'buyer'), seller: identifiersOf(known, 'seller') };
  return events
    .filter((event) => zones.includes(event.zone))
    .flatMap((event) => {
      const side = reviewerOf(event);
      return textsOf(workspace_id, event).flatMap((text): Found[] => {
        if (withoutName(text, person_id) !== null) return [];
        const spans = mentionsOf(text.content, identifiers[side]).flatMap(({ from, length }) => [from, length]);
        if (spans.length === 0) return [];
        const about = { purchase_id: event.stream_id, event_id: event.id, library_id: null };
        return [{ side, ...about, text_zone: event.zone, text_id: text.text_id, spans }];
      });
    });
}

/** The texts of an answer of the library that people wrote. */
const LIBRARY_TEXTS = ['question', 'answer', 'source'] as const;

/** The texts of the supplier's library that mention someone, by what the supplier knows them by. */
export async function mentionsInLibrary(client: ClientBase, workspace_id: string, known: KnownBy): Promise<Found[]> {
  const identifiers = identifiersOf(known, 'seller');
  const { rows } = await client.query<LibraryTexts>(
    'select library_id, zone, question, answer, source from library_answer where workspace_id = $1 order by library_id',
    [workspace_id],
  );
  return rows.flatMap(({ library_id, zone: text_zone, ...texts }) =>
    LIBRARY_TEXTS.flatMap((field): Found[] => {
      const spans = mentionsOf(texts[field] ?? '', identifiers).flatMap(({ from, length }) => [from, length]);
      if (spans.length === 0) return [];
      const about = { purchase_id: null, event_id: null, library_id };
      return [{ side: 'seller', ...about, text_zone, text_id: `${library_id}/${field}`, spans }];
    }),
  );
}

interface LibraryTexts extends Record<(typeof LIBRARY_TEXTS)[number], string | null> {
  library_id: string;
  zone: 'shared' | 'seller';
}

const batch_texts = 5000;

/**
 * The texts of the sellers, in all purchases but those that were looked at already, that mention someone. What buyers of
 * other purchases wrote is not looked at: they must not learn that there is such a person.
 */
export async function mentionsElsewhere(
  client: ClientBase,
  workspace_id: string,
  { known, person_id, seen }: { known: KnownBy; person_id: string; seen: ReadonlySet<string> },
): Promise<Found[]> {
  const identifiers = identifiersOf(known, 'seller');
  const found: Found[] = [];
  for (const zone of ['shared', 'seller'] as const) {
    let after = '';
    for (;;) {
      const { rows } = await client.query<{ text_id: string; content: string }>(
        `select text_id, content from outside_text where workspace_id = $1 and zone = $2 and text_id > $3
         order by text_id limit ${batch_texts}`,
        [workspace_id, zone, after],
      );
      const ids = rows.filter(({ content }) => mentionsOf(content, identifiers).length > 0).map((row) => row.text_id);
      const events = await eventsOfTexts(client, workspace_id, zone, ids);
      const others = events.filter((event) => event.stream_kind === 'purchase' && !seen.has(event.stream_id));
      found.push(...mentionsIn(workspace_id, others, { zones: [zone], known, person_id }));
      after = rows.at(-1)?.text_id ?? after;
      if (rows.length < batch_texts) break;
    }
  }
  return found.filter(({ side }) => side === 'seller');
}

/** The events that refer to texts; an id of a text is its event's id and a place, and both may hold a slash. */
function eventsOfTexts(client: ClientBase, workspace_id: string, zone: Zone, text_ids: readonly string[]) {
  const ids = text_ids.flatMap((text_id) => [...text_id.matchAll(/\//g)].map((slash) => text_id.slice(0, slash.index)));
  if (ids.length === 0) return Promise.resolve([]);
  return readEvents(client, workspace_id, 'events of texts', 'zone = $2 and id = any($3)', [zone, [...new Set(ids)]]);
}

/** Puts what was found on the lists of the sides. As the projector. */
export async function listForReview(
  client: ClientBase,
  workspace_id: string,
  found: readonly Found[],
  { erasure_of, person_id, now }: { erasure_of: (found: Found) => string | null; person_id: string; now: string },
): Promise<void> {
  for (const one of found) {
    const erasure_id = erasure_of(one);
    if (erasure_id === null) continue;
    await client.query({
      name: 'list for review',
      text: `insert into review (workspace_id, zone, review_id, erasure_id, purchase_id, person_id, event_id, text_zone,
          text_id, spans, found_at, library_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        on conflict (workspace_id, zone, erasure_id, text_zone, text_id) do nothing`,
      values: [
        ...[workspace_id, one.side, randomUUID(), erasure_id, one.purchase_id, person_id],
        ...[one.event_id, one.text_zone, one.text_id, one.spans, now, one.library_id],
      ],
    });
  }
}
