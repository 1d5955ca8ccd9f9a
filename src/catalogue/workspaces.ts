import { texts } from './texts.ts';

export const words = texts('workspaces', 'words', {
  sellers: 'For suppliers: sign in, or sign up',
  buyers: 'For buyers: my rooms',
  title: 'Workspaces',
  about: 'A purchase happens when every buying job is complete at the same time, for everyone who has to agree.',
  simulated: 'Simulated purchases of every kind, to look around in and to try things on.',
  yours: 'Your own purchases.',
  new_title: 'Another workspace',
  new_about: 'Empty at first: import a file, or open purchases by hand.',
  name: 'Name of your organisation',
  make: 'Make it',
});
