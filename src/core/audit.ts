import { auditActors, auditLog } from '../catalogue/audit-log.ts';
import { ERASED_TEXT } from './erasure.ts';

/** An entry of an audit log, as it is told. */
export interface AuditTold {
  action: string;
  actor: Readonly<Record<string, unknown>>;
  about: Readonly<Record<string, unknown>>;
}

/** What names are known of people, by id. */
export type NameOf = (person_id: string) => string | null;

type Say = (about: AuditTold['about'], nameOf: NameOf) => string;

const said = (value: unknown): string => (typeof value === 'string' ? value : '');
const whom = (about: AuditTold['about'], nameOf: NameOf): string => {
  const named = typeof about.person_id === 'string' ? nameOf(about.person_id) : null;
  if (named !== null) return named;
  return addressOf(about) || (about.email === ERASED_TEXT ? auditActors.erased : auditActors.someone_else);
};
const addressOf = ({ email }: AuditTold['about']): string =>
  typeof email === 'string' && email !== ERASED_TEXT ? email : '';
const nobody: NameOf = () => null;

const COUNTED = ['viewings', 'mails', 'uploads', 'passes', 'invitations', 'identities'] as const;

const counts = (about: AuditTold['about']): string[] =>
  COUNTED.flatMap((field) => {
    const n = about[field];
    return typeof n === 'number' && n > 0 ? [auditLog[field](n)] : [];
  });

const exported = (what: unknown): string => {
  const told: Readonly<Record<string, string>> = auditLog.export;
  return told[said(what)] ?? auditLog.export.other;
};

/** What was done, as the rest of a sentence that begins with who did it. */
const SAY: Record<string, Say> = {
  'session.signed_in': ({ way }) => auditLog.signed_in(said(way)),
  'session.refused': () => auditLog.sign_in_refused,
  'member.invited': ({ role }) => auditLog.invited_member(said(role)),
  'member.invitation_revoked': () => auditLog.took_invitation_back,
  'member.joined': ({ role }) => auditLog.joined(said(role)),
  'member.removed': (about, nameOf) => auditLog.removed(whom(about, nameOf)),
  'member.role_changed': (about, nameOf) => auditLog.role_changed(whom(about, nameOf), said(about.role)),
  'guest.entered': (about) => auditLog.entered(addressOf(about), about.administrator === true),
  'guest.waits': (about) => auditLog.waits(addressOf(about)),
  'guest.refused': (about, nameOf) =>
    typeof about.person_id === 'string'
      ? auditLog.refused(whom(about, nameOf))
      : auditLog.turned_away(addressOf(about), said(about.reason)),
  'guest.let_in': (about, nameOf) => auditLog.let_in(whom(about, nameOf)),
  'grant.changed': (about, nameOf) =>
    auditLog.grant(whom(about, nameOf), about.administrator === true ? '' : said(about.reach)),
  'pass.made': (about) => auditLog.invited(whom(about, nobody)),
  'pass.refused': (about) => auditLog.invitation_refused(whom(about, nobody), said(about.reason)),
  'room.opened': ({ rung }) => auditLog.room_opened(said(rung)),
  'room.closed': () => auditLog.room_closed,
  'zone.moved': ({ to }) => auditLog.moved(said(to)),
  'export.made': ({ what }) => exported(what),
  'record.made': (about, nameOf) => auditLog.record_made(whom(about, nameOf)),
  'person.erased': ({ self, kind }) => (self === true ? auditLog.erased_self : auditLog.erased(kind === 'seller')),
  'text.blanked': () => auditLog.blanked,
  'text.kept': () => auditLog.kept,
  'key.made': ({ name, agent }) => auditLog.key_made(said(name), agent === true),
  'key.revoked': () => auditLog.key_revoked,
  'key.used': ({ name }) => auditLog.key_used(said(name)),
  'key.refused': () => auditLog.key_refused,
  'setting.pod': ({ deleted }) => auditLog.pod(deleted === true),
  'setting.template': ({ deleted }) => auditLog.template(deleted === true),
  'setting.library': ({ published }) => auditLog.library(published === true),
  'setting.retention': () => auditLog.retention,
  'setting.brand': () => auditLog.brand,
  'setting.mapping': () => auditLog.mapping,
  'retention.run': (about) => auditLog.retention_run(counts(about)),
  'guess.slowed': () => auditLog.guess_slowed,
};

/** An entry of an audit log as one sentence: who did what, in plain words. */
export function auditSentence({ action, actor, about }: AuditTold, nameOf: NameOf): string {
  const say = SAY[action];
  const done = say === undefined ? auditLog.other(action) : say(about, nameOf);
  return auditLog.sentence(actorName(actor, nameOf), done);
}

function actorName({ kind, id }: AuditTold['actor'], nameOf: NameOf): string {
  const name = typeof id === 'string' ? nameOf(id) : null;
  switch (kind) {
    case 'operator':
      return id === 'retention' ? auditActors.retention : auditActors.operator;
    case 'key':
      return auditActors.key;
    case 'stranger':
      return auditActors.stranger;
    case 'agent':
      return name === null ? auditActors.agent : auditActors.agent_of(name);
    default:
      return name ?? auditActors.someone;
  }
}
