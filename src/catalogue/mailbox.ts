import { texts } from './texts.ts';

export const words = texts('mailbox', 'words', {
  title: 'Mailbox of this machine',
  about: 'Every mail that Coassent made, newest first. Only who runs this machine sees it.',
  none: 'No mail yet',
  none_about: 'Sign up, or invite someone: the mail will stand here.',
  to: (address: string) => `To ${address}`,
  sent: 'taken by the mail server',
  failed: (why: string) => `not sent: ${why}`,
  look: 'Look again',
});
