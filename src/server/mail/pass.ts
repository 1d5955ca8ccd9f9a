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
  const what = purchase === null ? 'a purchase' : `“${purchase}”`;
  const invites =
    by === null
      ? `You asked for a way into the room for ${what}, with ${supplier}.`
      : `${by} invites you to decide on ${what} together, in the room with ${supplier}.`;
  return {
    subject: by === null ? `Your way into the room with ${supplier}` : `${by} invites you: ${purchase ?? supplier}`,
    text: [
      ...(name === null ? [] : [`Hello ${name},`]),
      `${invites} There you see what is settled, what is open, and who still has to agree.`,
      'Open this and press the button. You need no account:',
      link,
      'The button works once, within fourteen days; afterwards the page offers a new link. If you expected nothing like this, do nothing.',
      `This machine is run by: ${runs_it}.`,
    ].join('\n\n'),
  };
}
