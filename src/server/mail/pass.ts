import { entryMails, noticeTexts } from '../../catalogue/mails.ts';

/** What a mail that brings someone into a room says. */
export interface PassMail {
  /** To whom. */
  name: string | null;
  /** Who invites; null where one asked for the link at the door. */
  by: string | null;
  supplier: string;
  /** What is about to be bought, as both sides know it. */
  purchase: string | null;
  link: string;
  runs_it: string;
}

/** Says who invites, to what, and what the link does, so that it can be told from a mail that only wants a click. */
export function passMail({ name, by, supplier, purchase, link, runs_it }: PassMail): { subject: string; text: string } {
  return {
    subject: entryMails.pass_subject(by, purchase, supplier),
    text: [
      ...(name === null ? [] : [entryMails.pass_hello(name)]),
      entryMails.pass_why(by, purchase, supplier),
      entryMails.pass_open,
      link,
      entryMails.pass_once,
      noticeTexts.run_by(runs_it),
    ].join('\n\n'),
  };
}
