import { listed, plain } from './format.ts';
import { texts } from './texts.ts';

/** What was done, as the rest of a sentence that begins with who did it. An empty text was not noted. */
export const auditLog = texts('audit-log', 'auditLog', {
  sentence: (who: string, done: string) => `${who} ${done}.`,
  other: (action: string) => plain(action).replace('.', ': '),
  signed_in: (way: string) => `signed in${way === '' ? '' : ` by ${plain(way)}`}`,
  sign_in_refused: 'was refused at the sign-in',
  invited_member: (role: string) => `invited someone as ${plain(role)}`,
  took_invitation_back: 'took an invitation back',
  joined: (role: string) => `joined as ${plain(role)}`,
  removed: (whom: string) => `took ${whom} out of the workspace`,
  role_changed: (whom: string, role: string) => `made ${whom} ${plain(role)}`,
  entered: (address: string, governs: boolean) => `came in${bracketed(address)}${governs ? ', and governs' : ''}`,
  waits: (address: string) => `waits at the door${bracketed(address)}`,
  refused: (whom: string) => `refused ${whom}`,
  turned_away: (address: string, reason: string) =>
    `was turned away at the door${bracketed(address)}${because(reason)}`,
  let_in: (whom: string) => `let in ${whom}`,
  grant: (whom: string, reach: string) =>
    `changed what ${whom} may do: ${reach === '' ? 'lets them govern' : `they read: ${plain(reach)}`}`,
  invited: (whom: string) => `invited ${whom} into the room`,
  invitation_refused: (whom: string, reason: string) => `tried to invite ${whom}, and was refused${because(reason)}`,
  room_opened: (rung: string) => `set the door of the room: it asks for ${plain(rung)}`,
  room_closed: 'closed the room',
  moved: (to: string) => `moved an entry to ${to === 'shared' ? 'what is shared' : `the ${plain(to)} side`}`,
  export: {
    archive: 'took along everything they may read',
    ledger: 'exported the ledger',
    memo: 'made a board memo as a file',
    audit: 'exported this log',
    record: 'downloaded what is recorded about them',
    refusals: 'downloaded the refused rows of an import',
    other: 'made an export',
  },
  record_made: (whom: string) => `made an archive of what is recorded about ${whom}`,
  erased_self: 'was erased, as they asked',
  erased: (colleague: boolean) => `erased ${colleague ? 'a colleague' : 'someone'}`,
  blanked: 'blanked a text that named someone erased',
  kept: 'found that a text is not about someone erased',
  key_made: (name: string, agent: boolean) => `made a key${agent ? ' for an agent' : ''}: ${plain(name)}`,
  key_revoked: 'revoked a key',
  key_used: (name: string) => `used a key for the first time that day: ${plain(name)}`,
  key_refused: 'was refused: unknown, expired or revoked',
  pod: (deleted: boolean) => (deleted ? 'dissolved a pod' : 'changed a pod'),
  template: (deleted: boolean) => (deleted ? 'deleted a job template' : 'changed a job template'),
  library: (published: boolean) =>
    published ? 'published an answer in the library' : 'changed an answer of the library',
  retention: 'changed how long things are kept',
  brand: 'changed how the supplier is shown to buyers',
  mapping: 'changed a mapping',
  retention_run: (counts: readonly string[]) =>
    `deleted what was due: ${counts.length === 0 ? 'nothing' : listed(counts)}`,
  guess_slowed: 'guessed too often and was slowed down',
  viewings: (n: number) => counted(n, 'viewing', 'viewings'),
  mails: (n: number) => counted(n, 'mail', 'mails'),
  uploads: (n: number) => counted(n, 'uploaded file', 'uploaded files'),
  passes: (n: number) => counted(n, 'spent pass', 'spent passes'),
  invitations: (n: number) => counted(n, 'spent invitation', 'spent invitations'),
  identities: (n: number) => counted(n, 'identity', 'identities'),
});

/** Who did it. */
export const auditActors = texts('audit-log', 'auditActors', {
  erased: 'someone (erased)',
  someone_else: 'someone',
  retention: 'The setting of how long things are kept',
  operator: 'Who runs this machine',
  key: 'A key',
  stranger: 'Someone unknown',
  agent: 'An agent',
  agent_of: (name: string) => `An agent of ${name}`,
  someone: 'Someone',
});

const bracketed = (address: string): string => (address === '' ? '' : ` (${address})`);
const counted = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

const reasons: Readonly<Record<string, string>> = {
  closed: 'the room is closed',
  supplier: 'the address is of the supplier',
  refused: 'they were refused before',
  former: 'who left does not come back by this door',
  buyers_decide: 'since a buyer is in, the buyers decide',
};
const because = (reason: string): string =>
  reason === '' ? '' : `: ${reasons[reason] ?? plain(reason).replace('looks like:', 'the address looks like ')}`;
