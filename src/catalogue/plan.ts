import { formatDay, listed, plural } from './format.ts';
import { roleWords } from './frame.ts';
import { texts } from './texts.ts';

const working = (days: number): string => plural(days, 'working day');

/** Every sentence of the plan. */
export const words = texts('plan', 'words', {
  title: 'Plan',
  about: 'Steps are what people do; jobs are what they agree to. Finishing a step never agrees to a job for anybody.',
  shows: { list: 'List', board: 'Board', timeline: 'Timeline' },
  shows_label: 'How the plan is shown',
  mine: 'Only mine',
  none_mine: 'No step is yours',
  none_mine_about: 'Steps that name you, or a role of yours, stand here.',
  all: 'Show all steps',
  add: 'Add a step',
  terms: 'Target and holidays',
  feed: 'In my calendar',
  likely: (day: string, today: string) => `Likely done ${formatDay(day, today)}`,
  done: 'Every step is done',
  done_about: 'That agrees to no job by itself: see the start page for what still waits for somebody.',
  target: (day: string, today: string) => `Target ${formatDay(day, today)}`,
  target_late: (days: number) =>
    days > 0
      ? `${working(days)} after the target`
      : days === 0
        ? 'just on the target'
        : `${working(-days)} before the target`,
  no_target: 'No target day yet',
  progress: (done: number, all: number) => `${done} of ${plural(all, 'step')} done`,
  moved: 'Show which',
  yours: 'Yours now',
  to_do: (name: string) => `Open “${name}”`,
  could_add: (what: string) => `The steps inside your own company are not in this plan yet: ${what}.`,
  could_add_go: 'Add them, for our side only',
  added: 'Added the internal steps',
  week: (day: string, today: string) => `Week of ${formatDay(day, today)}`,
  overdue: 'Overdue',
  done_group: (n: number) => `Done (${n})`,
  due: (day: string, today: string) => `planned ${formatDay(day, today)}`,
  likely_short: (day: string, today: string) => `likely ${formatDay(day, today)}`,
  was_done: (day: string, today: string) => `done ${formatDay(day, today)}`,
  slack: (days: number) =>
    days < 0 ? `${working(-days)} too late` : days === 0 ? 'no slack' : `${working(days)} slack`,
  critical: 'critical',
  critical_about: 'If this moves, the end moves.',
  waits: (names: readonly string[]) => `Waits for ${listed(names.map((name) => `“${name}”`))}`,
  nobody: 'no owner yet',
  you: 'you',
  entries: (done: number, all: number) => `${done} of ${all} ticked`,
  comments: (n: number) => plural(n, 'comment'),
  mark_done: (name: string) => `Done: ${name}`,
  mark_open: (name: string) => `Not done after all: ${name}`,
  states: { open: 'To do', started: 'Doing', done: 'Done' },
  state_of: (name: string) => `Where “${name}” stands`,
  said: {
    open: (name: string) => `“${name}” is open again`,
    started: (name: string) => `“${name}” is being done`,
    done: (name: string) => `“${name}” is done. It agrees to no job.`,
  },
  board_about: 'Drag a card, or focus it and press ← or →.',
  column_none: 'Nothing here.',
  internal: { legal: 'Legal', security: 'Security', procurement: 'Procurement', budget: 'Budget' },
  today: 'today',
  timeline: 'Timeline',
  timeline_about: 'Bars end on the likely day; a mark stands on the planned one, and a thin line shows the slack.',
  table: 'Show as a table',
  table_label: 'The steps as a table',
  csv: 'Download CSV',
  head: ['Step', 'Owner', 'State', 'Planned', 'Starts', 'Likely', 'At the latest', 'Slack (working days)', 'Critical'],
  yes: 'yes',
  no: 'no',
  legend: { critical: 'critical', free: 'has slack', done: 'done', late: 'later than planned' },
});

export const beginWords = texts('plan', 'beginWords', {
  title: 'No plan yet',
  about:
    'A plan in one click: what has to be done on your side first, then together, with roles you can change to names.',
  about_seller:
    'A plan in one click, with roles you can change to names. What is internal to the buyer, they add themselves.',
  steps: (n: number, internal: number) => `${plural(n, 'step')}, ${internal} of them inside your own company`,
  steps_seller: (n: number) => plural(n, 'step'),
  own: 'or begin with an empty plan:',
  locked: 'Nobody has made a plan.',
  dialog_about: 'Every step can be changed or taken out afterwards.',
  starts_on: 'First day',
  internal: 'The steps inside your own company',
  internals: { own: 'only our side sees them', shared: 'the supplier sees them too', none: 'leave them out' },
  order: 'The steps',
  go: 'Make this plan',
  made: 'Made the plan',
  days: (n: number) => working(n),
  learned: (plans: number) => `Take durations over from ${plural(plans, 'finished plan')} of ours`,
  learned_step: (median: number, least: number, most: number, n: number) =>
    `${working(median)} in the middle (${least} to ${most}, n = ${n})`,
  too_few: (n: number, fewest: number) => `n = ${n}, too few: it takes ${fewest}`,
  learned_none: 'Once plans of yours are finished, their durations are offered here.',
});

/** The roles of a supplier's team. */
export const podRoleWords = texts('plan', 'podRoleWords', {
  sales: 'Sales',
  solutions: 'Solutions',
  implementation: 'Implementation',
  support: 'Support',
});

type OwnerRole = keyof typeof roleWords | keyof typeof podRoleWords;
const roleName = (role: OwnerRole): string =>
  role in podRoleWords ? podRoleWords[role as keyof typeof podRoleWords] : roleWords[role as keyof typeof roleWords];

export const stepWords = texts('plan', 'stepWords', {
  add: 'Add a step',
  change: 'Change this step',
  name: 'What is to be done',
  owner: 'Who sees to it',
  owner_none: 'nobody yet',
  buyers: 'Buyers',
  sellers: 'Supplier',
  buyer_roles: 'A role of the buyers',
  seller_roles: 'A role of the supplier',
  role_of: (role: OwnerRole, side: 'buyer' | 'seller' | null) =>
    side === 'seller' ? `${roleName(role)} (supplier)` : roleName(role),
  side: { buyer: 'the buyers', seller: 'the supplier' },
  when: 'By when',
  whens: { none: 'follows from the other steps', day: 'on a day', after: 'so long after another step' },
  day: 'Day',
  free_day: 'Nobody works on that day; the working day before it counts.',
  after: 'After which step',
  after_days: 'Working days after it',
  duration: 'Working days it takes',
  duration_hint: '0 for something that only happens.',
  bad_number: 'A whole number from 0 to 400.',
  before: 'What has to be done before',
  before_none: 'There is no other step yet.',
  private_hint: 'What waits for a step of your side only stands on your side too.',
  job: 'Which job it serves',
  job_none: 'none',
  internal: 'Internal to one side?',
  internal_none: 'no, it concerns both',
  internal_hint: 'Only your side sees it, unless you choose otherwise.',
  checklist: 'Checklist, one entry a line',
  save: 'Save',
  saved: 'Saved the step',
  made: 'Added the step',
  remove: 'Take it out',
  removed: (name: string) => `Took “${name}” out of the plan`,
  serves: (job: string) =>
    `Serves “${job}”. Doing it does not agree to that job: the people it needs say so themselves.`,
  done_on: 'Done on',
  done_go: 'Set the day',
  reopened: (times: number) => `Opened again ${times === 1 ? 'once' : `${times} times`}.`,
  duration_of: (days: number) => (days === 0 ? 'takes no time' : `takes ${working(days)}`),
  planned: 'Planned',
  likely: 'Likely',
  latest: 'At the latest',
  slack: 'Slack',
  days: (n: number) => (n === 0 ? 'none' : n < 0 ? `${working(-n)} too late` : working(n)),
  owner_label: 'Owner',
  list: 'Checklist',
  comments: 'Comments',
  comment: 'Say something',
  comment_go: 'Say it',
  commented: 'Said it',
  by: (who: string, when: string) => `${who}, ${when}`,
});

export const termsWords = texts('plan', 'termsWords', {
  title: 'Target and holidays',
  about: 'For the whole plan. Both sides see it.',
  target: 'All should be done by',
  time_zone: 'Time zone',
  time_zone_hint: 'Such as Europe/Berlin. It says when a day begins.',
  weekend: 'Free every week',
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  holidays: 'Further days on which nobody works, one a line',
  holidays_hint: 'As 2026-12-24. Paste a list if you have one.',
  bad_days: (days: readonly string[]) => `These are no days: ${days.join(', ')}. Write them as 2026-12-24.`,
  saved: 'Set for the whole plan',
  save: 'Save',
});

export const feedWords = texts('plan', 'feedWords', {
  title: 'The plan in your calendar',
  about:
    'Your calendar reads the plan from an address that is yours alone. It tells only what you may read here, and stops when you end it.',
  make: 'Make an address',
  made: 'Add this address to your calendar as a subscription. It is shown once: who knows it reads what you may read.',
  address: 'Address',
  copy: 'Copy it',
  copied: 'Copied',
  yours: 'Addresses in use',
  none: 'None yet.',
  made_at: (at: string) => `made ${at}`,
  read_at: (at: string | null) => (at === null ? 'never read' : `last read ${at}`),
  end: 'End it',
  ended: 'Ended; the calendar reads nothing any more.',
});
