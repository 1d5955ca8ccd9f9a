import type * as en from '../workspaces.ts';

export const words: typeof en.words = {
  sellers: 'Für Anbieter: anmelden oder registrieren',
  buyers: 'Für Käufer: meine Räume',
  title: 'Arbeitsbereiche',
  about: 'Eine Beschaffung gelingt, wenn alle Aufgaben gleichzeitig erfüllt sind, für alle, die zustimmen müssen.',
  simulated: 'Simulierte Beschaffungen aller Art, zum Umsehen und Ausprobieren.',
  yours: 'Ihre eigenen Beschaffungen.',
  new_title: 'Noch ein Arbeitsbereich',
  new_about: 'Zuerst leer: Importieren Sie eine Datei, oder eröffnen Sie Beschaffungen von Hand.',
  name: 'Name Ihres Unternehmens',
  make: 'Anlegen',
};
