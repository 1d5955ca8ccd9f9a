import type * as en from '../rooms.ts';

export const words: typeof en.words = {
  title: 'Ihre Räume',
  about: 'Die Räume aller Anbieter, in denen Sie sind. Nur Sie sehen diese Liste.',
  nobody:
    'Sie sind hier noch nicht bekannt. Öffnen Sie den Link, den Ihnen ein Anbieter oder jemand aus Ihrem Haus gemailt hat.',
  none: 'Sie sind in keinem Raum. Öffnen Sie den Link, den Ihnen ein Anbieter oder jemand aus Ihrem Haus gemailt hat.',
  unnamed: 'eine Beschaffung',
  sessions: 'Wo Sie angemeldet sind',
  end: 'Beenden',
  leave: 'Hier abmelden',
  unknown: 'unbekanntes Gerät',
  yours: 'Was hier über Sie erfasst ist',
  yours_about:
    'Ihre Adresse, Ihre Sitzungen und diese Liste. Was in einem Raum erfasst ist, steht dort auf der Seite „Über Sie erfasst“.',
  download: 'Herunterladen',
};
