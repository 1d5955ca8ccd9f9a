import { ERASED_PERSON, ERASED_TEXT } from './erasure.ts';
import { listed } from './sentence.ts';

/** An entry of an audit log, as it is told. */
export interface AuditTold {
  action: string;
  actor: Readonly<Record<string, unknown>>;
  about: Readonly<Record<string, unknown>>;
}

/** What names are known of people, by id. */
export type NameOf = (person_id: string) => string | null;

type Say = (about: AuditTold['about'], nameOf: NameOf) => string;

const word = (value: unknown): string => (typeof value === 'string' ? value.replaceAll('_', ' ') : '');
const whom = (about: AuditTold['about'], nameOf: NameOf): string => {
  const named = typeof about.person_id === 'string' ? nameOf(about.person_id) : null;
  return named ?? addressOf(about) ?? (about.email === ERASED_TEXT ? ERASED_PERSON : 'someone');
};
const addressOf = ({ email }: AuditTold['about']): string | null =>
  typeof email === 'string' && email !== ERASED_TEXT ? email : null;
const withAddress = (about: AuditTold['about']): string => {
  const address = addressOf(about);
  return address === null ? '' : ` (${address})`;
};

const REASONS: Record<string, string> = {
  closed: 'the room is closed',
  supplier: 'the address is of the supplier',
  refused: 'they were refused before',
  former: 'who left does not come back by this door',
  buyers_decide: 'since a buyer is in, the buyers decide',
};
const because = ({ reason }: AuditTold['about']): string =>
  typeof reason === 'string'
    ? `: ${REASONS[reason] ?? word(reason).replace('looks like:', 'the address looks like ')}`
    : '';

const EXPORTS: Record<string, string> = {
  archive: 'took along everything they may read',
  ledger: 'exported the ledger',
  memo: 'made a board memo as a file',
  audit: 'exported this log',
  record: 'downloaded what is recorded about them',
  refusals: 'downloaded the refused rows of an import',
};

const COUNTED: readonly [field: string, one: string, many: string][] = [
  ['viewings', 'viewing', 'viewings'],
  ['mails', 'mail', 'mails'],
  ['uploads', 'uploaded file', 'uploaded files'],
  ['passes', 'spent pass', 'spent passes'],
  ['invitations', 'spent invitation', 'spent invitations'],
  ['identities', 'identity', 'identities'],
];

const counts = (about: AuditTold['about']): string =>
  listed(
    COUNTED.flatMap(([field, one, many]) => {
      const n = about[field];
      return typeof n === 'number' && n > 0 ? [`${n} ${n === 1 ? one : many}`] : [];
    }),
  );

/** What was done, as the rest of a sentence that begins with who did it. */
const SAY: Record<string, Say> = {
  'session.signed_in': ({ way }) => `signed in${typeof way === 'string' ? ` by ${word(way)}` : ''}`,
  'session.refused': () => 'was refused at the sign-in',
  'member.invited': ({ role }) => `invited someone as ${word(role)}`,
  'member.invitation_revoked': () => 'took an invitation back',
  'member.joined': ({ role }) => `joined as ${word(role)}`,
  'member.removed': (about, nameOf) => `took ${whom(about, nameOf)} out of the workspace`,
  'member.role_changed': (about, nameOf) => `made ${whom(about, nameOf)} ${word(about.role)}`,
  'guest.entered': (about) => `came in${withAddress(about)}${about.administrator === true ? ', and governs' : ''}`,
  'guest.waits': (about) => `waits at the door${withAddress(about)}`,
  'guest.refused': (about, nameOf) =>
    typeof about.person_id === 'string'
      ? `refused ${whom(about, nameOf)}`
      : `was turned away at the door${withAddress(about)}${because(about)}`,
  'guest.let_in': (about, nameOf) => `let in ${whom(about, nameOf)}`,
  'grant.changed': (about, nameOf) => {
    const given = about.administrator === true ? 'lets them govern' : `they read: ${word(about.reach)}`;
    return `changed what ${whom(about, nameOf)} may do: ${given}`;
  },
  'pass.made': (about) => `invited ${whom(about, () => null)} into the room`,
  'pass.refused': (about) => `tried to invite ${whom(about, () => null)}, and was refused${because(about)}`,
  'room.opened': ({ rung }) => `set the door of the room: it asks for ${word(rung)}`,
  'room.closed': () => 'closed the room',
  'zone.moved': ({ to }) => `moved an entry to ${to === 'shared' ? 'what is shared' : `the ${word(to)} side`}`,
  'export.made': ({ what }) => EXPORTS[String(what)] ?? 'made an export',
  'record.made': (about, nameOf) => `made an archive of what is recorded about ${whom(about, nameOf)}`,
  'person.erased': ({ self, kind }) =>
    self === true ? 'was erased, as they asked' : `erased ${kind === 'seller' ? 'a colleague' : 'someone'}`,
  'text.blanked': () => 'blanked a text that named someone erased',
  'text.kept': () => 'found that a text is not about someone erased',
  'key.made': ({ name, agent }) => `made a key${agent === true ? ' for an agent' : ''}: ${word(name)}`,
  'key.revoked': () => 'revoked a key',
  'key.used': ({ name }) => `used a key for the first time that day: ${word(name)}`,
  'key.refused': () => 'was refused: unknown, expired or revoked',
  'setting.pod': ({ deleted }) => (deleted === true ? 'dissolved a pod' : 'changed a pod'),
  'setting.template': ({ deleted }) => (deleted === true ? 'deleted a job template' : 'changed a job template'),
  'setting.library': ({ published }) =>
    published === true ? 'published an answer in the library' : 'changed an answer of the library',
  'setting.retention': () => 'changed how long things are kept',
  'setting.brand': () => 'changed how the supplier is shown to buyers',
  'setting.mapping': () => 'changed a mapping',
  'retention.run': (about) => `deleted what was due: ${counts(about) || 'nothing'}`,
  'guess.slowed': () => 'guessed too often and was slowed down',
};

/** An entry of an audit log as one sentence: who did what, in plain words. */
export function auditSentence({ action, actor, about }: AuditTold, nameOf: NameOf): string {
  const say = SAY[action];
  const done = say === undefined ? action.replaceAll('_', ' ').replace('.', ': ') : say(about, nameOf);
  return `${actorName(actor, nameOf)} ${done}.`;
}

function actorName({ kind, id }: AuditTold['actor'], nameOf: NameOf): string {
  const name = typeof id === 'string' ? nameOf(id) : null;
  switch (kind) {
    case 'operator':
      return id === 'retention' ? 'The setting of how long things are kept' : 'Who runs this machine';
    case 'key':
      return 'A key';
    case 'stranger':
      return 'Someone unknown';
    case 'agent':
      return name === null ? 'An agent' : `An agent of ${name}`;
    default:
      return name ?? 'Someone';
  }
}
