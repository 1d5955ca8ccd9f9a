import { texts } from './texts.ts';

export const words = texts('rooms', 'words', {
  title: 'Your rooms',
  about: 'The rooms of all suppliers that you are in. Only you see this list.',
  nobody: 'You are not known here yet. Open the link that a supplier or a colleague mailed to you.',
  none: 'You are in no room. Open the link that a supplier or a colleague mailed to you.',
  unnamed: 'a purchase',
  sessions: 'Where you came in',
  end: 'End it',
  leave: 'Sign out here',
  unknown: 'unknown device',
  yours: 'What is recorded about you here',
  yours_about:
    'Your address, your sessions and this list. What is recorded in a room stands on the page “Recorded about you” of that room.',
  download: 'Download it',
});
