import { plural } from './format.ts';
import { texts } from './texts.ts';

export const logWords = texts('records', 'logWords', {
  family: 'About',
  families: {
    '': 'everything',
    session: 'sign-ins',
    member: 'members',
    guest: 'who came in',
    pass: 'invitations of buyers',
    room: 'rooms',
    grant: 'grants',
    zone: 'moves between zones',
    export: 'exports',
    record: 'archives about a person',
    person: 'erasures',
    text: 'texts looked through after an erasure',
    key: 'keys',
    setting: 'settings',
    retention: 'what was deleted when due',
    guess: 'guessing',
  },
  person: 'By or about',
  anyone: 'anyone',
  from: 'From',
  to: 'To',
  none: 'Nothing of this kind',
  none_about: 'Choose another kind or a longer time.',
  older: 'Older entries',
  newest: 'Back to the newest',
  csv: 'Download CSV',
  jsonl: 'Download JSON lines',
  times: (zone: string) =>
    `Times are in ${zone}. Nobody can change or shorten this log; that it was exported is noted in it.`,
});

export const reviewWords = texts('records', 'reviewWords', {
  title: 'Texts that may name someone erased',
  about:
    'A name in a free text is found by a program and judged by a person. Blanking a text cannot be undone; that it was blanked is an event of its own.',
  none: 'Nobody was erased yet',
  none_about: 'When someone is erased, texts of your side that may name them are listed here.',
  nothing_open: 'Every text was looked at.',
  erased_on: (by: string, at: string) => `Erased ${at} by ${by}`,
  counts: (open: number, blanked: number, kept: number) =>
    `${open} to look at, ${blanked} blanked, ${kept} not about them`,
  blank: 'Blank this text',
  keep: 'Not about them',
  sure: 'Blank it for good',
  cancel: 'Cancel',
  states: { open: 'to look at', blanked: 'blanked', kept: 'not about them' },
  decided: (state: string, by: string, at: string) => `${state} · ${by} · ${at}`,
  someone: 'someone',
});

export const eraseWords = texts('records', 'eraseWords', {
  ask: 'Erase me from this purchase',
  ask_other: 'Erase them from this purchase',
  ask_all: 'Erase me everywhere',
  ask_seller: 'Erase',
  sure_title: 'This cannot be undone',
  goes: 'Name, address, invitations, sessions here, keys, and the list of what was looked at are deleted. The way into the room ends at once.',
  stays:
    'What was agreed to and written stays in the ledger under “someone (erased)”, so that the purchase stays whole. Free texts that may name the person are listed for each side to look at.',
  known: 'Both sides see that someone was erased, and when. Texts and lists of one side stay with that side.',
  goes_all:
    'This happens in every room of every supplier, and your identity here ends. Mails to your address are emptied.',
  goes_seller:
    'Name, address, membership, sign-in and keys are deleted. An account that is in no other workspace is deleted with them.',
  yes: 'Erase for good',
  done: 'Erased',
  cancel: 'Cancel',
});

export const recordWords = texts('records', 'recordWords', {
  title: 'Recorded about you',
  title_of: 'Recorded about someone',
  about: (supplier: string) =>
    `Everything that is recorded about you in this purchase with ${supplier}, in one place. Your sessions are listed under “My rooms”.`,
  about_of: (name: string) => `Everything that is recorded about ${name} in this purchase, as far as you may read it.`,
  download: 'Download all of it',
  unnamed: 'someone',
  who: 'Known as',
  name: 'Name',
  email: 'E-mail',
  proven: (at: string) => `proven ${at}`,
  not_proven: 'not proven',
  roles: 'Roles',
  function: 'Function',
  named: 'Named',
  entered: 'Came in',
  left: 'Left',
  standing: 'In the room',
  states: { waiting: 'waits at the door', in: 'in', former: 'left', refused: 'refused' },
  governs: 'governs the buyer side',
  notices: 'What you were told',
  notices_line: (told: number, read: number, mailed: number) =>
    `${plural(told, 'notice')}, of which you read ${read} and ${mailed} went out by mail. Nobody else sees that; the archive lists each.`,
  viewings: 'What was looked at',
  viewings_about: 'One line a day. Both sides see the same.',
  no_viewings: 'Nothing.',
  viewed: (times: number) => (times === 1 ? 'once' : `${times} times`),
  things: { purchase: 'this purchase' } as Record<string, string>,
  passes: 'Invitations by mail',
  pass: (email: string, made: string, used: string | null) =>
    `To ${email}, ${made}${used === null ? ', not used' : `, used ${used}`}`,
  no_passes: 'None.',
  keys: 'Keys for software',
  no_keys: 'None.',
  key_used: (at: string | null) => (at === null ? 'never used' : `last used ${at}`),
  log: 'In the log of the buyer side',
  no_log: 'None.',
  events: 'In the ledger of the purchase',
  only: (side: string) => `only the ${side} side reads this`,
  readers: 'Who can see it',
  readers_lines: (supplier: string, runs_it: string) => [
    `What is shared, and what was looked at: the people in this room, and ${supplier}.`,
    'Address, invitations, keys and the log of the buyer side: the person, and who governs that side. No seller.',
    'What is kept on the buyer side: the buyers who may read it. No seller.',
    `This machine is run by ${runs_it}, who could read its database.`,
  ],
  kept: 'How long it is kept',
  kept_viewings: (days: number | null) =>
    days === null
      ? 'What was looked at is kept until the person is erased.'
      : `What was looked at is deleted after ${days} days.`,
  kept_identity: (months: number | null) =>
    months === null
      ? 'Name and address are kept until the person is erased.'
      : `Name and address are erased ${months} months after the purchase ended.`,
  kept_ledger: 'The ledger and the logs are never shortened; whose names they show can be erased all the same.',
  erase: 'Erasing',
  to_log: 'Log',
  log_title: 'Log of the buyer side',
  log_about:
    'Who came in or tried to, invitations, grants, exports, keys and erasures of your side. No seller reads it.',
  for_administrators: 'This is for who governs the buyer side',
  for_administrators_about: 'Ask your champion, or see what is recorded about you.',
});

export const retentionWords = texts('records', 'retentionWords', {
  about:
    'How long this workspace keeps what the ledger does not hold. Looked at every hour; what was deleted stands in the log with its counts.',
  never: 'The ledger and the audit log are append-only: nothing here ever shortens them.',
  fields: {
    viewings_days: 'What buyers looked at, days',
    mails_days: 'Mails in the mailbox, days',
    uploads_days: 'Uploaded files, days',
    spent_days: 'Spent invitations, days',
    identities_months: 'Names of people in ended purchases, months',
  },
  fields_about: {
    viewings_days:
      'Deletes the lines of who looked at a purchase on which day. Never touches anything that was said or agreed.',
    mails_days:
      'Deletes mails of this workspace from the mailbox of this machine. Never touches what a mail server has delivered.',
    uploads_days: 'Deletes files that were uploaded to be imported. Never touches what was imported from them.',
    spent_days:
      'Deletes invitations and mailed links that were used, taken back or too old. Never touches who came in by them. Sessions that ended are deleted after 30 days.',
    identities_months:
      'So many months after a purchase ended, its people are erased, one by one, as if they had asked for it. Never touches open purchases, or what was agreed to.',
  },
  empty: 'Empty: kept for good.',
  save: 'Save',
  saved: 'Saved. It counts from the next hour on.',
});
