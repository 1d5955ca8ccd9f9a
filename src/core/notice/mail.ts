import { noticeTexts } from '../../catalogue/mails.ts';

/** What a mail tells of one purchase. */
export interface MailPart {
  name: string;
  texts: string[];
  link: string;
}

/** What is said in every mail. */
export interface MailFrame {
  /** Whom it goes to; null where nobody said a name. */
  name: string | null;
  supplier: string;
  stop_link: string;
  runs_it: string;
}

/** A mail of notices as plain text: each purchase with what happened and one link, and how to stop it. */
export function noticeMail(parts: readonly MailPart[], frame: MailFrame): { subject: string; text: string } {
  const [first] = parts;
  const count = parts.reduce((sum, { texts }) => sum + texts.length, 0);
  const where = parts.length === 1 && first !== undefined ? first.name : frame.supplier;
  const told = parts.map(({ name, texts, link }) => `${name}\n\n${texts.map(line).join('\n')}\n\n${link}`);
  const foot = [noticeTexts.why, noticeTexts.stop(frame.stop_link), noticeTexts.run_by(frame.runs_it)];
  return {
    subject: oneLine(noticeTexts.subject(where, count)),
    text: [noticeTexts.hello(frame.name), ...told, '--', ...foot].join('\n\n'),
  };
}

const line = (text: string): string => `- ${oneLine(text)}`;

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
