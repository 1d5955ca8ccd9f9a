import type * as en from '../purchase-touch.ts';

export const touchWords: typeof en.touchWords = {
  title: 'Kontakt festhalten',
  channel: 'Kanal',
  job: 'Worüber',
  no_job: 'keine bestimmte Aufgabe',
  minutes: 'Minuten',
  with_whom: 'Mit wem',
  note: 'Was gesagt wurde, in Kürze',
  recorded: 'Kontakt festgehalten',
};
