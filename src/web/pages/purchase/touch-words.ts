export const touchWords = {
  title: 'Record a touch',
  channel: 'Channel',
  job: 'About',
  no_job: 'no job in particular',
  minutes: 'Minutes',
  with_whom: 'With whom',
  note: 'What was said, in short',
  recorded: 'Touch recorded',
} as const;
