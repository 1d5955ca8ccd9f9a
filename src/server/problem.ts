import { problemTitles } from '../catalogue/problems.ts';
import { refusals } from '../catalogue/refusals.ts';
import type { Problem } from '../contract/terms.ts';

/** An answer that is not the one asked for: a stable code, and a sentence that says what to do. */
export class ProblemError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = 'ProblemError';
    this.code = code;
  }
}

/** The HTTP status of each code that does not follow from its first part. */
const STATUS: Record<string, number> = {
  'assent.given_by_agent': 403,
  'assent.not_yours': 403,
  'assumption.not_yours': 403,
  'assumption.unverified': 403,
  'assent.wording_changed': 409,
  'caller.not_allowed': 403,
  'caller.not_owner': 403,
  'group.administrator_only': 403,
  'guest.buyers_only': 403,
  'guest.gone': 409,
  'guest.last_administrator': 409,
  'guest.not_admitted': 403,
  'pass.not_usable': 410,
  'request.too_many': 429,
  'room.wrong_password': 403,
  'key.admins_only': 403,
  'key.beyond_you': 403,
  'key.refused': 401,
  'key.scope': 403,
  'pod.not_yours': 403,
  'record.not_yours': 403,
  'review.decided': 409,
  'room.closed': 403,
  'caller.unknown': 401,
  'caller.unnamed': 401,
  'command.reused_with_other_body': 409,
  'account.not_verified': 403,
  'conflict.changed_meanwhile': 409,
  'group.buyers_only': 403,
  'group.not_yours': 403,
  'import.already_imported': 409,
  'import.too_large': 413,
  'invitation.not_usable': 403,
  'member.beyond_you': 403,
  'memo.reads_part': 403,
  'member.last_admin': 409,
  'answer.unknown': 404,
  'question.unknown': 404,
  'question.not_yours': 403,
  'question.already_there': 409,
  'answer.already_there': 409,
  'job.already_there': 409,
  'job.unknown': 404,
  'move.moved_already': 409,
  'move.not_newest': 409,
  'move.not_yours': 403,
  'origin.foreign': 403,
  'origin.host': 421,
  'file.no_bytes': 404,
  'file.too_large': 413,
  'file.unknown': 404,
  'preview.looks_only': 403,
  'purchase.already_open': 409,
  'purchase.not_now': 409,
  'purchase.read_only': 409,
  'purchase.unknown': 404,
  'request.media_type': 415,
  'request.too_deep': 400,
  'request.too_large': 413,
  'server.failed': 500,
  'thing.unknown': 404,
  'sso.needs_accounts': 403,
  'sso.required': 403,
  'sso.try_first': 409,
  'sso.unknown': 404,
  'plan.there_already': 409,
  'step.not_yours': 403,
  'step.unknown': 404,
  'value.unknown': 404,
  'weights.by_agent': 403,
  'weights.not_verified': 403,
  'weights.not_yours': 403,
  'requirement.unknown': 404,
  'score.buyers_only': 403,
  'zone.not_yours': 403,
};

/** A problem as RFC 9457 has it. A code without a status of its own is 422: understood, and refused by a rule. */
export function problemOf(code: string, detail: string, status = STATUS[code] ?? 422): Problem {
  const titles: Readonly<Record<number, string | undefined>> = problemTitles;
  return { type: `urn:coassent:problem:${code}`, title: titles[status] ?? problemTitles[422], status, code, detail };
}

/** What does not exist and what may not be seen are answered the same. */
export const notFound = (): ProblemError => new ProblemError('thing.unknown', refusals.there_no_such_thing);
