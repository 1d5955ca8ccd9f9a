import type * as en from '../mailbox.ts';

export const words: typeof en.words = {
  title: 'Postfach dieses Rechners',
  about: 'Jede E-Mail, die Coassent geschrieben hat, die neueste zuerst. Nur wer diesen Rechner betreibt, sieht es.',
  none: 'Noch keine E-Mail',
  none_about: 'Registrieren Sie sich, oder laden Sie jemanden ein: Die E-Mail steht dann hier.',
  to: (address) => `An ${address}`,
  sent: 'vom Mailserver angenommen',
  failed: (why) => `nicht gesendet: ${why}`,
  look: 'Erneut nachsehen',
};
