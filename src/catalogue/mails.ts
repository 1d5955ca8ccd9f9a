import { listed, plural } from './format.ts';
import { texts } from './texts.ts';

const quoted = (words: readonly string[]): string => listed(words.map((word) => `“${word}”`));

/** What every mail of notices says, and what it comes to for its reader. */
export const noticeTexts = texts('mails', 'noticeTexts', {
  subject: (where: string, count: number) =>
    count === 1 ? `${where}: something is new` : `${where}: ${count} things are new`,
  hello: (name: string | null) => (name === null ? 'Hello,' : `Hello ${name},`),
  why: 'You get this because you are in a purchase there. Which mails you get, and when, you set at the bell on top of the page.',
  stop: (link: string) => `Stop all of these mails with one click: ${link}`,
  run_by: (who: string) => `This machine is run by: ${who}.`,
  stopped: 'You get no more of these mails.',
  more: (count: number) => `And ${count} more.`,
  shaken: (jobs: readonly string[]) =>
    jobs.length === 0
      ? 'What you agreed to changed.'
      : `What you agreed to changed: say whether ${quoted(jobs)} still ${jobs.length === 1 ? 'holds' : 'hold'} for you.`,
  asked: (jobs: readonly string[]) =>
    jobs.length === 0 ? 'You have another role here.' : `You are asked how ${quoted(jobs)} stands for you.`,
  held: 'All jobs are complete at once: ready to be decided.',
  complete: (jobs: readonly string[]) => `${quoted(jobs)} ${jobs.length === 1 ? 'is complete' : 'are complete'}.`,
  reopened: (jobs: readonly string[]) => `${quoted(jobs)} ${jobs.length === 1 ? 'is open again' : 'are open again'}.`,
  due: (step: string, day: string) => `“${step}” is due on ${day}, and yours to see to.`,
  overdue: (step: string, day: string) => `“${step}” was planned for ${day} and is not done: do it, or say by when.`,
  import_failed: (name: string, why: string | null) =>
    `“${name}” could not be imported. ${why ?? 'Look at it, and import it again.'}`,
  import_done: (name: string, events: number, purchases: number, refused: number) => {
    const done = `“${name}” is imported: ${plural(events, 'event')} in ${plural(purchases, 'purchase')}.`;
    if (refused === 0) return done;
    return `${done} ${plural(refused, 'row was', 'rows were')} refused: see why, and mend the file.`;
  },
  expected: (often: 'day' | 'hour', lately: number | null) => {
    const rule = often === 'day' ? 'At most one mail a day' : 'At most one mail an hour';
    const many = lately === 0 ? 'none' : lately === 1 ? 'one' : String(lately);
    const would = lately === null ? '' : `; in the last four weeks that would have been ${many}`;
    return `${rule}, and only when something changed or is due${would}. You can stop them with one click.`;
  },
});

/** Mails that bring someone in. */
export const entryMails = texts('mails', 'entryMails', {
  pass_subject: (by: string | null, purchase: string | null, supplier: string) =>
    by === null ? `Your way into the room with ${supplier}` : `${by} invites you: ${purchase ?? supplier}`,
  pass_hello: (name: string) => `Hello ${name},`,
  pass_why: (by: string | null, purchase: string | null, supplier: string) => {
    const what = purchase === null ? 'a purchase' : `“${purchase}”`;
    const invites =
      by === null
        ? `You asked for a way into the room for ${what}, with ${supplier}.`
        : `${by} invites you to decide on ${what} together, in the room with ${supplier}.`;
    return `${invites} There you see what is settled, what is open, and who still has to agree.`;
  },
  pass_open: 'Open this and press the button. You need no account:',
  pass_once:
    'The button works once, within fourteen days; afterwards the page offers a new link. If you expected nothing like this, do nothing.',
  invitation_subject: (workspace: string) => `Join ${workspace} on Coassent`,
  invitation: (by: string | null, workspace: string, link: string) =>
    `${by ?? 'A colleague'} invites you to work with them in ${workspace}.\n\nOpen this and sign in with this address:\n\n${link}\n\nIt works once, for seven days.`,
  password_subject: 'Choose a new password',
  password: (link: string) =>
    `Open this to choose a new password for Coassent:\n\n${link}\n\nIt works once, for one hour. If you did not ask for it, do nothing.`,
  address_subject: 'Confirm your address',
  address: (link: string) =>
    `Open this to confirm your address for Coassent:\n\n${link}\n\nIf you did not sign up, do nothing.`,
});
