import { texts } from './texts.ts';

export const touchWords = texts('purchase-touch', 'touchWords', {
  title: 'Record a touch',
  channel: 'Channel',
  job: 'About',
  no_job: 'no job in particular',
  minutes: 'Minutes',
  with_whom: 'With whom',
  note: 'What was said, in short',
  recorded: 'Touch recorded',
});
