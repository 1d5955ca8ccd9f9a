import { texts } from './texts.ts';

export const words = texts('settings', 'words', {
  title: 'Settings',
  tabs: {
    templates: 'Job templates',
    people: 'Sellers',
    brand: 'How buyers see you',
    library: 'Answer library',
    sso: 'Single sign-on',
    api: 'Keys for software',
    kept: 'Kept private, in sum',
    audit: 'Log',
    retention: 'Keeping and erasing',
    appearance: 'Appearance',
    keys: 'Keyboard',
    about: 'About',
  },
});

export const brandWords = texts('settings', 'brandWords', {
  about:
    'What buyers see of you at the door of a room, in it, and in its mails. Your colour is a line beside your name: text stays readable.',
  name: 'Your name, as buyers know you',
  name_about: 'Left empty: the name of this workspace.',
  own_colour: 'A colour of our own',
  colour: 'Colour',
  logo: 'Choose a picture (PNG, JPEG or WebP, at most 60 kB)',
  too_large: 'This picture is larger than 60 kB. Make it smaller, 300 pixels wide are enough, then choose it again.',
  no_logo: 'Without a picture',
  look: 'How it looks',
  save: 'Save',
  saved: 'Buyers see you like this from now on',
});

export const templateWords = texts('settings', 'templateWords', {
  about:
    'A purchase starts with the jobs of a template; the list is then its own. Changing a template changes no purchase that was opened before.',
  preset: 'preset',
  own: 'yours',
  duplicate: 'Duplicate and edit',
  copy_of: (name: string) => `${name}, ours`,
  name: 'Name of the template',
  save: 'Save the template',
  saved: 'Template saved',
  delete: 'Take it out of the list',
  deleted: 'Template taken out',
  add_job: 'Add a job',
  remove_job: (name: string) => `Remove ${name}`,
  up: (name: string) => `Move ${name} up`,
  down: (name: string) => `Move ${name} down`,
  job_name: 'Job',
  sentence: 'The sentence one agrees to',
  roles: 'Roles whose holders must all agree',
  rests_on: 'What shakes it when it changes',
  quorum: 'Share that has to agree',
  phase: 'Counts for held',
  phases: { decide: 'yes: a decide job', after: 'no: followed after the decision' },
  rule: 'The rule',
  new_job: 'New job',
  new_sentence: 'For me this job is done.',
  shaken_by: (what: string) => `Shaken by a change of ${what}.`,
  shaken_by_nothing: 'Nothing that changes shakes it.',
  phase_said: { decide: 'Counts for held.', after: 'Followed after the decision.' },
  jobs: (n: number) => (n === 1 ? '1 job' : `${n} jobs`),
  unsaved: 'Not saved yet',
});

export const sellerWords = texts('settings', 'sellerWords', {
  about:
    'The selling side of this workspace. Buyers are named in their purchase. The doors of this workspace are open: anyone on this machine can act as anyone.',
  name: 'Name',
  add: 'Add',
  added: (name: string) => `${name} is added`,
  act: 'Act as',
  act_as: (name: string) => `Act as ${name}`,
  you: 'acting now',
});

export const appearanceWords = texts('settings', 'appearanceWords', {
  about: 'Kept in this browser.',
  themes: { system: 'As the machine', light: 'Light', dark: 'Dark' },
  legend: 'Theme',
});

export const keyWords = texts('settings', 'keyWords', {
  rows: [
    ['Ctrl K, ⌘ K', 'Search and commands, anywhere'],
    ['/', 'Search the portfolio'],
    ['j, k', 'Down and up in the portfolio'],
    ['Enter', 'Open what is focused'],
    ['Arrows', 'From cell to cell in the matrix; move the date on the strip by a day'],
    ['Shift + arrows', 'Move the date by a week'],
    ['Page up, page down', 'Move the date by a month'],
    ['End', 'Back to now'],
    ['Esc', 'Close what is open'],
  ],
});

export const aboutWords = texts('settings', 'aboutWords', {
  lines: [
    'Coassent is the shared record of a purchase: it measures completion, not stage.',
    'It runs on this machine only, and listens on loopback only. Whoever runs the machine could read its database.',
    'Fonts, icons and everything else ship with it: no page asks another host for anything.',
    'Everything that happens is kept in an append-only ledger. Corrections and undone imports are new entries.',
  ],
  api: 'The HTTP API this client uses, documented',
  zone: (zone: string) => `Times are shown in ${zone}, the time zone of this browser.`,
});

export const memberWords = texts('settings', 'memberWords', {
  about: 'The people of the selling side. Partners are of another company and see only the purchases of their pods.',
  roles: { admin: 'admin', lead: 'pod lead', member: 'member', partner: 'partner' },
  role_of: (name: string) => `Role of ${name}`,
  remove: 'Take out',
  recorded: 'What is recorded',
  invited_until: (email: string, until: string) => `${email}, invited until ${until}`,
  name: 'Name',
  email: 'E-mail',
  role: 'Role',
  invite: 'Invite',
  sent: (email: string) => `An invitation is on its way to ${email}`,
});

export const apiKeyWords = texts('settings', 'apiKeyWords', {
  about:
    "A key of yours lets software do what you may do, no more, and less by its scope; it ends when you leave. A key of the workspace is a service's own: admins make it, and it stays. Each is shown once; only a digest is kept.",
  none: 'No keys yet. Make one below for the software that is to read or write here.',
  scopes: { read: 'read', write: 'read and write', admin: 'read, write and administer' },
  granted: { read: 'read', write: 'write', admin: 'admin' },
  name: 'What it is for',
  scope: 'It may',
  days: 'Good for',
  day_choices: { 7: 'a week', 30: '30 days', 90: '90 days', 365: 'a year' },
  whose: 'Whose it is',
  whose_choices: {
    own: 'mine',
    agent: "an agent's: acts for me",
    service: "the workspace's: a service",
  },
  kinds: { own: '', agent: 'agent', service: 'service of the workspace' },
  by: (name: string) => `made by ${name}`,
  of: (name: string) => `of ${name}`,
  make: 'Make a key',
  shown_once: 'Copy it now; it is not shown again:',
  copy: 'Copy',
  copied: 'Key copied',
  never_used: 'never used',
  used: (at: string) => `last used ${at}`,
  until: (at: string) => `until ${at}`,
  expired: 'expired',
  revoked: 'revoked',
  revoke: 'Revoke',
  revoke_key: (name: string) => `Revoke ${name}`,
});

export const auditWords = texts('settings', 'auditWords', {
  about:
    'Sign-ins, invitations, rooms, keys and settings of your side. Nobody can change it. The buyers have a log of their own.',
});

export const releaseWords = texts('settings', 'releaseWords', {
  pulse: 'How buying is for them',
  question: 'Question, answered from 1 to 5',
  mean: 'Mean',
  title: 'What buyers keep to themselves, in sum',
  about:
    'Buyers can keep what they think of a job on their own side. You never read whose it is or what it says; you read what it comes to over all purchases.',
  none: 'Nothing can be released yet',
  rule: 'A figure is counted once a week, on Monday, over all purchases together and without filters. It needs 5 people or more, 3 of them outside any one purchase, and it is counted anew only after 3 or more of them changed their mind, came or left. Until then it stays as it is, so that nobody’s own answer can be worked out. What buyers share openly is not in here.',
  next: (at: string) => `The next figures, if any can be released, come on ${at}.`,
  job: 'Job',
  week: 'Released in',
  people: 'People',
  agrees: 'Agree',
  at_it: 'Are at it',
  withholds: 'Do not agree',
  confidence: 'Confidence, 1–5',
  too_few: 'too few said',
  of_people: (mean: string, people: number) => `${mean} (n = ${people})`,
  of_week: (told: string, week: string) => `${told}, ${week}`,
});
