import type { ClientBase } from 'pg';
import { z } from 'zod';
import { ERASED_TEXT } from '../core/erasure.ts';
import { EVENT_KINDS, type EventKind, isKnown, type LedgerEvent, type UnknownEvent } from '../core/event.ts';
import type { Zone } from '../core/zone.ts';
import type { Table, TextRow } from './table.ts';

/*
 * Names and free text stand outside the ledger, so that they can be erased while it stays whole:
 *
 *   {"person_id": "dana", "name": "Dana"}  <->  {"person_id": "dana", "name": {"$text": "EVENT/name"}} + the text
 */

/** A text in place of which the ledger has a reference. */
interface Reference {
  $text: string;
  /** The text is the JSON of a part whose fields are not known here. */
  json?: true;
}

/** A place in a body: `*` stands for every element of a list. */
type Place = { path: readonly string[]; json: boolean };

export const outsideTable: Table = {
  name: 'outside_text',
  columns: [
    ['workspace_id', 'text'],
    ['zone', 'text'],
    ['text_id', 'text'],
    ['content', 'text'],
  ],
};

/** The places of a body that stand outside: fields marked so in the schema, and records, which may hold anything. */
function placesOf(schema: z.ZodType, path: readonly string[] = []): Place[] {
  if (schema.meta()?.outside === true) return [{ path, json: false }];
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape).flatMap(([key, part]) => placesOf(part as z.ZodType, [...path, key]));
  }
  if (schema instanceof z.ZodArray) return placesOf(schema.element as z.ZodType, [...path, '*']);
  if (schema instanceof z.ZodRecord) return [{ path, json: true }];
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return placesOf(schema.unwrap() as z.ZodType, path);
  }
  return [];
}

const PLACES = new Map(
  Object.entries(EVENT_KINDS).map(([kind, { body }]) => [kind as EventKind, placesOf(body)] as const),
);
/** Nobody knows what the body of an unknown kind holds. */
const WHOLE: readonly Place[] = [{ path: [], json: true }];

const placesOfEvent = (event: LedgerEvent | UnknownEvent): readonly Place[] =>
  isKnown(event) ? (PLACES.get(event.kind) ?? []) : WHOLE;

/** The body as the ledger keeps it. What stands outside is handed to `keep` as rows of `outsideTable`. */
export function takeOut(
  workspace_id: string,
  event: LedgerEvent | UnknownEvent,
  keep: (row: TextRow) => void,
): unknown {
  let body: unknown = event.body;
  for (const { path, json } of placesOfEvent(event)) {
    body = replace(body, path, '', (value, at) => {
      if (value === null || (!json && typeof value !== 'string')) return value;
      const text_id = `${event.id}/${at}`;
      keep([workspace_id, event.zone, text_id, json ? JSON.stringify(value) : (value as string)]);
      return json ? ({ $text: text_id, json: true } satisfies Reference) : { $text: text_id };
    });
  }
  return body;
}

/** Puts the texts back into the bodies of events read by the same client. Changes the events. */
export async function putBack(
  client: ClientBase,
  workspace_id: string,
  events: readonly (LedgerEvent | UnknownEvent)[],
): Promise<void> {
  const ids = new Map<Zone, string[]>();
  const each = (event: LedgerEvent | UnknownEvent, found: (reference: Reference) => unknown): void => {
    for (const { path } of placesOfEvent(event)) {
      event.body = replace(event.body, path, '', (value) =>
        isReference(value) ? found(value) : value,
      ) as LedgerEvent['body'];
    }
  };
  for (const event of events) {
    each(event, (reference) => {
      const list = ids.get(event.zone) ?? [];
      list.push(reference.$text);
      ids.set(event.zone, list);
      return reference;
    });
  }
  if (ids.size === 0) return;
  const texts = new Map<string, string>();
  for (const [zone, list] of ids) {
    const { rows } = await client.query<{ text_id: string; content: string }>({
      name: 'outside texts',
      text: 'select text_id, content from outside_text where workspace_id = $1 and zone = $2 and text_id = any($3)',
      values: [workspace_id, zone, list],
    });
    for (const row of rows) texts.set(`${zone}/${row.text_id}`, row.content);
  }
  for (const event of events) {
    each(event, ({ $text, json }) => {
      const content = texts.get(`${event.zone}/${$text}`);
      if (json === true) return content === undefined ? null : JSON.parse(content);
      return content ?? ERASED_TEXT;
    });
  }
}

const isReference = (value: unknown): value is Reference =>
  typeof value === 'object' && value !== null && typeof (value as Reference).$text === 'string';

/** The value with `change` applied at a path; copies only what changes, and leaves out what is not there. */
function replace(
  value: unknown,
  path: readonly string[],
  at: string,
  change: (value: unknown, at: string) => unknown,
): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return change(value, at);
  if (typeof value !== 'object' || value === null) return value;
  if (key === '*') {
    if (!Array.isArray(value)) return value;
    return value.map((part, index) => replace(part, rest, at === '' ? `${index}` : `${at}/${index}`, change));
  }
  const before = (value as Record<string, unknown>)[key];
  if (before === undefined) return value;
  const after = replace(before, rest, at === '' ? key : `${at}/${key}`, change);
  return after === before ? value : { ...value, [key]: after };
}
