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
  const subject = count === 1 ? `${where}: something is new` : `${where}: ${count} things are new`;
  const told = parts.map(({ name, texts, link }) => `${name}\n\n${texts.map(line).join('\n')}\n\n${link}`);
  const hello = frame.name === null ? 'Hello,' : `Hello ${frame.name},`;
  const foot = [
    'You get this because you are in a purchase there. Which mails you get, and when, you set at the bell on top of the page.',
    `Stop all of these mails with one click: ${frame.stop_link}`,
    `This machine is run by: ${frame.runs_it}.`,
  ];
  return { subject: oneLine(subject), text: [hello, ...told, '--', ...foot].join('\n\n') };
}

const line = (text: string): string => `- ${oneLine(text)}`;

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
