import type * as en from '../answering.ts';

export const answering: typeof en.answering = {
  no_answer: 'Das Programm antwortet nicht. Läuft es noch?',
  failed: 'Das ging nicht. Versuchen Sie es noch einmal.',
  answered_with: (status) =>
    `Das Programm hat mit ${status} geantwortet. Versuchen Sie es noch einmal; bleibt es so, sehen Sie in sein Protokoll.`,
  upload_stopped: 'Das Programm hat während des Hochladens aufgehört zu antworten. Versuchen Sie es noch einmal.',
  upload_ended: 'Das Hochladen wurde beendet.',
  discarded: 'Was noch nicht gesendet war, wurde verworfen.',
};
