import { z } from 'zod';
import { refusals } from '../catalogue/refusals.ts';
import { actorKept } from './anonymous.ts';
import { id } from './body/words.ts';
import {
  type Actor,
  actor,
  defaultZone,
  EVENT_KINDS,
  type EventMeta,
  instant,
  isEventKind,
  type LedgerEvent,
  STREAM_KINDS,
  type UnknownEvent,
  zone,
} from './event.ts';
import type { Rejection } from './refusal.ts';
import type { Zone } from './zone.ts';

/**
 * One event as it stands on a line of a file (JSON lines), in exports, and in what the API shows. Only `kind`,
 * `purchase_id`, `occurred_at` and `body` are needed; the rest has defaults, so that a scenario can be written by hand.
 */
export const line = z.strictObject({
  id: id
    .optional()
    .describe('Default: made of all that the line says. The same id again is the same event, delivered again.'),
  purchase_id: id
    .optional()
    .describe("The purchase whose stream it is in; short for stream_kind 'purchase' and stream_id."),
  stream_kind: z.enum(STREAM_KINDS).optional(),
  stream_id: id.optional(),
  kind: z.string().min(1).max(100),
  v: z.int().min(1).default(1),
  zone: zone.optional().describe("Default: the kind's own; of imported activity the seller's."),
  actor: actor
    .optional()
    .describe('Default: the person the body is about, else an unnamed buyer (seller in the seller zone).'),
  on_behalf_of: id.nullable().default(null),
  command_id: id.nullable().default(null),
  cause_id: id.nullable().default(null),
  import_id: id.nullable().default(null),
  source: z.string().max(200).nullable().default(null),
  occurred_at: instant,
  known_at: instant
    .optional()
    .describe('When the source knew it. Default: recorded_at if given and not imported, else occurred_at.'),
  recorded_at: instant.optional().describe('When it was stored. Default: known_at.'),
  body: z.record(z.string(), z.unknown()),
});

export type Line = z.output<typeof line>;

/**
 * Reads one parsed line.
 * @param number the line's number in its file, from 1; orders events of the same instant
 * @returns the event, or why it is refused: `event.malformed`, `event.bad_body`, `zone.not_for_kind`
 */
export function readLine(value: unknown, number: number): LedgerEvent | UnknownEvent | Rejection {
  const parsed = line.safeParse(value);
  if (!parsed.success) return { code: 'event.malformed', message: issuesOf(parsed.error) };
  const given = parsed.data;
  const stream_id =
    given.purchase_id ?? given.stream_id ?? (given.kind.startsWith('import.') ? 'workspace' : undefined);
  if (stream_id === undefined) return { code: 'event.malformed', message: refusals.say_which_purchase_belongs };
  const meta = metaOf(given, stream_id, number);
  if (!isEventKind(given.kind) || given.v !== EVENT_KINDS[given.kind].v) {
    return { ...meta, kind: given.kind, body: given.body };
  }
  if (!(EVENT_KINDS[given.kind].zones as readonly Zone[]).includes(meta.zone)) {
    return { code: 'zone.not_for_kind', message: refusals.kind_not_in_zone(given.kind, meta.zone) };
  }
  const body = EVENT_KINDS[given.kind].body.safeParse(given.body);
  if (!body.success) return { code: 'event.bad_body', message: issuesOf(body.error, 'body') };
  return { ...meta, kind: given.kind, body: body.data } as LedgerEvent;
}

/**
 * 128 bits made of a text (four FNV-1a hashes), so that a line without an id has the same one in every file and in every
 * place of it: a number of the line would tell one side how much the other writes.
 */
function fingerprint(text: string): string {
  return [0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35]
    .map((seed) => {
      let hash = seed;
      for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
      hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
      return ((hash ^ (hash >>> 13)) >>> 0).toString(16).padStart(8, '0');
    })
    .join('');
}

/** Whether reading a line gave a reason instead of an event. */
export const isRefused = (result: LedgerEvent | UnknownEvent | Rejection): result is Rejection => 'code' in result;

function metaOf(given: Line, stream_id: string, number: number): EventMeta {
  const known_by_record = given.import_id === null ? given.recorded_at : undefined;
  const known_at = given.known_at ?? known_by_record ?? given.occurred_at;
  const in_zone: Zone = given.zone ?? (isEventKind(given.kind) ? defaultZone(given.kind, given.import_id) : 'shared');
  const workspace = given.purchase_id === undefined && given.kind.startsWith('import.');
  return {
    id: given.id ?? `line-${fingerprint(JSON.stringify(given))}`,
    stream_kind: given.stream_kind ?? (workspace ? 'workspace' : 'purchase'),
    stream_id,
    seq: number,
    v: given.v,
    zone: in_zone,
    actor: actorKept(given.actor ?? defaultActor(given, in_zone), given.body),
    on_behalf_of: given.on_behalf_of,
    command_id: given.command_id,
    cause_id: given.cause_id,
    import_id: given.import_id,
    source: given.source,
    occurred_at: given.occurred_at,
    known_at,
    recorded_at: given.recorded_at ?? known_at,
  };
}

/** What only the person it is about does. */
const OWN_ACTS: ReadonlySet<string> = new Set(['stakeholder.entered', 'stakeholder.delegate_named']);

function defaultActor(given: Line, in_zone: Zone): Actor {
  const { person_id } = given.body;
  const about_person =
    given.kind.startsWith('assent.') || given.kind.startsWith('weights.') || OWN_ACTS.has(given.kind);
  if (about_person && typeof person_id === 'string') return { kind: 'person', id: person_id, side: 'buyer' };
  return { kind: 'person', id: 'unnamed', side: in_zone === 'seller' ? 'seller' : 'buyer' };
}

/** An event as a line: what `readLine` reads back. The place in the stream is not told; lines stand in order. */
export function writeLine(event: LedgerEvent | UnknownEvent): Record<string, unknown> {
  const { seq: _seq, stream_kind, stream_id, ...rest } = event;
  return stream_kind === 'purchase' ? { purchase_id: stream_id, ...rest } : { stream_kind, stream_id, ...rest };
}

/** What is wrong with a value, as one sentence per fault. */
export function issuesOf(error: z.ZodError, under?: string): string {
  return error.issues
    .slice(0, 5)
    .map((issue) => {
      const path = [...(under === undefined ? [] : [under]), ...issue.path.map(String)].join('.');
      return path === '' ? issue.message : `${path}: ${issue.message}`;
    })
    .join('; ');
}
