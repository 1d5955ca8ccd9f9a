import { texts } from './texts.ts';

/** What is said where the program itself does not answer. */
export const answering = texts('answering', 'answering', {
  no_answer: 'The program does not answer. Is it still running?',
  failed: 'That did not work. Try again.',
  answered_with: (status: number) => `The program answered with ${status}. Try again; if it stays, look at its log.`,
  upload_stopped: 'The program stopped answering during the upload. Try again.',
  upload_ended: 'The upload was ended.',
  discarded: 'What was not sent yet was discarded.',
});
