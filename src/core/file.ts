import { refusals } from '../catalogue/refusals.ts';
import { type Actor, type BodyOf, type EventOf, isKnown, type LedgerEvent, type UnknownEvent } from './event.ts';
import type { Rejection } from './refusal.ts';
import type { PurchaseState } from './state.ts';
import type { Zone } from './zone.ts';

type Body = BodyOf<'file.changed'>;

/** What a file was at one time: bytes that are kept here, or a link. */
export interface FileVersion {
  event_id: string;
  at: string;
  by: string;
  name: string;
  content: NonNullable<Body['content']> | null;
  link: string | null;
  zone: Zone;
}

/** A file as last said, with all that it was, the oldest first. It settles no job and shakes nobody. */
export interface PurchaseFile {
  file_id: string;
  name: string;
  job_id: string | null;
  /** Where it stands now: its zone is that of who changed it last. */
  zone: Zone;
  /** Of who changed it last. */
  side: Actor['side'];
  at: string;
  event_id: string;
  versions: FileVersion[];
}

/** Takes down a file, a new version of it, another name or folder, or that it is gone. */
export function fileChanged(draft: PurchaseState, event: EventOf<'file.changed'>): void {
  const { file_id, name, content, link, removed } = event.body;
  if (removed === true) {
    delete draft.files[file_id];
    return;
  }
  const before = draft.files[file_id];
  const { zone, occurred_at: at, id: event_id } = event;
  const { side } = event.actor;
  const job_id = event.body.job_id === undefined ? (before?.job_id ?? null) : event.body.job_id;
  const versions = before?.versions ?? [];
  if (content !== undefined || link !== undefined) {
    const what = { content: content ?? null, link: content === undefined ? (link ?? null) : null };
    versions.push({ event_id, at, by: event.actor.id, name, ...what, zone });
  }
  draft.files[file_id] = { file_id, name, job_id, zone, side, at, event_id, versions };
}

/** Why a file cannot be changed so, however it came: what is not there yet needs bytes or a link. */
export function refusalOfFile(state: PurchaseState, event: LedgerEvent): Rejection | null {
  if (event.kind !== 'file.changed') return null;
  const { file_id, content, link } = event.body;
  if (file_id in state.files || content !== undefined || link !== undefined) return null;
  return { code: 'file.unknown', message: refusals.there_no_such_file };
}

/** The version of a file that has those bytes, or its newest; undefined where this view has none such. */
export function versionOf(state: PurchaseState, file_id: string, sha256: string | undefined): FileVersion | undefined {
  const versions = state.files[file_id]?.versions;
  return sha256 === undefined ? versions?.at(-1) : versions?.findLast(({ content }) => content?.sha256 === sha256);
}

/** Whether bytes are what some version of a file is that counts in a zone, gone or not: what is corrected can come back. */
export const namesBytes = (counting: readonly (LedgerEvent | UnknownEvent)[], zone: Zone, sha256: string): boolean =>
  counting.some(
    (event) =>
      isKnown(event) && event.kind === 'file.changed' && event.zone === zone && event.body.content?.sha256 === sha256,
  );
