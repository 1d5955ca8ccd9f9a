import { formatNumber, plural } from '../format.ts';
import type * as en from '../notices.ts';

export const words: typeof en.words = {
  title: 'Was Ihnen gemeldet wurde',
  bell: (unread) =>
    unread === 0 ? 'Benachrichtigungen: nichts Neues' : `Benachrichtigungen: ${formatNumber(unread)} neu`,
  empty: 'Noch nichts',
  empty_about:
    'Wenn sich etwas ändert, dem Sie zugestimmt haben, wenn Sie um etwas gebeten werden oder andere weiterkommen, steht es hier.',
  all_read: 'Alles gelesen',
  is_new: 'neu',
  of_imports: 'Importe',
  set: 'E-Mails und Ruhezeiten',
  settings_title: 'Was Sie per E-Mail bekommen',
  settings_about: 'An der Glocke steht alles, gleich was Sie hier wählen.',
  kinds: {
    shaken: 'Etwas, dem Sie zugestimmt haben, hat sich geändert',
    asked: 'Sie werden um etwas gebeten oder haben eine andere Rolle',
    question: 'Sie werden etwas gefragt, oder Ihre Frage ist beantwortet',
    step_due: 'Ein Schritt des Plans, der bei Ihnen liegt, ist fällig oder überfällig',
    import: 'Ein Import von Ihnen ist fertig oder gescheitert',
    disagreed: 'Jemand stimmt nicht zu',
    held: 'Alle Aufgaben sind zugleich erfüllt',
    job: 'Eine Aufgabe ist erfüllt oder wieder offen',
    news: 'Alles andere, was neu ist',
  },
  deliveries: { immediate: 'Sofort', daily: 'Einmal am Tag', off: 'Nur an der Glocke' },
  most_often: 'Höchstens',
  often: { hour: 'eine E-Mail je Stunde', day: 'eine E-Mail am Tag' },
  quiet: 'Keine E-Mails in der Ruhezeit',
  quiet_from: 'Von',
  quiet_to: 'Bis',
  time_zone: 'Ihre Zeitzone',
  time_zone_hint: 'Aus diesem Browser, bis Sie eine andere nennen.',
  mails_off: 'Mir gar keine E-Mails senden',
  seen: 'Die andere Seite darf sehen, dass ich hier bin',
  seen_about: 'Ihre eigene Seite sieht, wer von Ihnen eine Beschaffung geöffnet hat. Festgehalten wird es nirgends.',
  saved: 'Gespeichert.',
  stop_title: 'Diese E-Mails abbestellen',
  stop_about: (supplier) =>
    `Ein Klick, und Sie bekommen keine E-Mails mehr darüber, was in Räumen mit ${supplier} geschieht. Im Raum steht es weiterhin an der Glocke.`,
  stop: 'E-Mails abbestellen',
  stopped: 'Sie bekommen diese E-Mails nicht mehr. An der Glocke im Raum können Sie sie wieder einschalten.',
  stop_unknown: 'Dieser Link bestellt nichts ab. Nehmen Sie den aus Ihrer neuesten E-Mail.',
  my_rooms: 'Meine Räume',
  dead_title: 'E-Mails, die nicht hinausgingen',
  dead_about:
    'E-Mails an Ihre eigenen Leute, die kein Mailserver angenommen hat und die aufgegeben wurden. Die an Käufer sieht nur, wer den Rechner betreibt.',
  dead_none: 'Jede E-Mail ging hinaus.',
  dead_line: (attempts, failure) => `${plural(attempts, 'Versuch', 'Versuche')}, der Server meldete: ${failure}`,
  dead_retry: 'Noch einmal versuchen',
  dead_retried: 'Es wird noch einmal versucht.',
};
