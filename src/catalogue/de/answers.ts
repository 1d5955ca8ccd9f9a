import type * as en from '../answers.ts';
import { formatDate, formatSeconds, plural } from '../format.ts';

export const words: typeof en.words = {
  title: 'Antworten',
  about:
    'Fragen Sie alle hier alles. Was beantwortet ist, bleibt: wer es gesagt hat und wann. Es findet sich wieder, wenn erneut gefragt wird.',
  ask: 'Frage stellen',
  none: 'Noch wurde nichts gefragt',
  none_about: {
    buyer: 'Fragen Sie den Anbieter oder Ihre Kollegen. Innerhalb Ihrer Gruppe können Sie Ihren Namen weglassen.',
    seller: 'Hier steht, was Käufer fragen und was Sie Käufer fragen. Fragen Sie, was Sie wissen müssen, um zu helfen.',
  },
  groups: {
    open: 'Wartet auf Antwort',
    answered: 'Beantwortet, noch nicht angenommen',
    accepted: 'Geklärt',
    closed: 'Geschlossen',
  },
  time: (median_ms, n) =>
    `${median_ms < 1000 ? 'Sofort beantwortet' : `Beantwortet in ${formatSeconds(median_ms / 1000)}`} (Median, n = ${n})`,
  waiting: (n) => plural(n, 'Frage wartet', 'Fragen warten'),
  someone: { buyer: 'Jemand aus dem Buying Center', seller: 'Jemand vom Anbieter', none: 'Jemand' },
  you_nameless: 'Sie, ohne Ihren Namen,',
  you: 'Sie',
  to: {
    anyone: 'alle',
    seller: 'den Anbieter',
    buyer: 'das Buying Center',
    you: 'Sie',
  },
  asks: { you: 'fragen', others: 'fragt' },
  about_job: (job) => `zu ${job}`,
  answers: (n) => plural(n, 'Antwort', 'Antworten'),
  no_answer: 'noch keine Antwort',
  for_you: 'für Sie',
  said: (who, on) => `${who}, ${on}`,
  taken: (by, at) => `Angenommen von ${by}, ${formatDate(at)}`,
  is_claim: 'Jetzt eine Aussage:',
  closed: (by, at) => `Geschlossen von ${by}, ${formatDate(at)}`,
  your_answer: 'Ihre Antwort',
  answer: 'Antworten',
  answered: 'Beantwortet',
  add: 'Ergänzen',
  nameless_answer: 'Ohne meinen Namen',
  nameless_about: 'Niemand erfährt, dass Sie es waren, auch Kollegen nicht.',
  take: 'Diese Antwort annehmen',
  close: 'Braucht keine Antwort mehr',
  open_again: 'Wieder öffnen',
  close_said: 'Geschlossen',
  opened_said: 'Wieder offen',
  publish: 'In die Bibliothek',
};

export const askWords: typeof en.askWords = {
  title: 'Frage stellen',
  text: 'Was möchten Sie wissen?',
  too_long: (over) =>
    `Das ist ${plural(over, 'Zeichen', 'Zeichen')} länger als die erlaubten 20.000. Kürzen oder teilen Sie es.`,
  to: 'Wer soll antworten?',
  anyone: 'Wer es weiß',
  seller: 'Der Anbieter',
  buyer: 'Das Buying Center',
  job: 'Worum geht es?',
  no_job: 'Keine bestimmte Aufgabe',
  nameless: 'In unserer Gruppe ohne meinen Namen fragen',
  nameless_about:
    'Ihre Gruppe liest die Frage, und niemand erfährt, wer fragt: nicht Kollegen, nicht die Verwaltung Ihrer Seite, nicht der Anbieter. Nur Sie sehen, dass sie von Ihnen ist.',
  few: (others) =>
    others === 0
      ? 'Aus Ihrer Gruppe ist sonst noch niemand hier: Wer die Frage liest, weiß, von wem sie ist.'
      : `Ihre Gruppe hat nur ${plural(others, 'weitere Person', 'weitere Personen')}: Man könnte erraten, wer fragt.`,
  similar: 'Schon gefragt',
  library: 'Vom Anbieter schon beantwortet',
  no_answer_yet: 'noch keine Antwort',
  library_from: (on, reviewed) =>
    reviewed === null
      ? `Antwort vom ${formatDate(on)}`
      : `Antwort vom ${formatDate(on)}, zuletzt geprüft am ${formatDate(reviewed)}`,
  look: 'Ansehen',
  ask: 'Fragen',
  asked: 'Gefragt',
};

export const takeWords: typeof en.takeWords = {
  title: 'Diese Antwort annehmen',
  about:
    'Es wird mit Ihrem Namen festgehalten, dass Sie sie angenommen haben. Als Aussage lässt sie sich mit dem vergleichen, was andere sagen, und für eine Aufgabe verwenden.',
  subject: 'Worum geht es?',
  attribute: 'Welche Eigenschaft?',
  value: 'Was gilt?',
  value_hint: 'Zum Beispiel 4 h, ≤ 4 h, ja, 2026-05-01 oder Worte.',
  understood: (text) => `Verstanden als ${text}`,
  job: 'Verwendet für',
  as_claim: 'Als Aussage annehmen',
  only: 'Nur annehmen',
  taken: 'Antwort angenommen',
  taken_as_claim: 'Antwort angenommen und als Aussage festgehalten',
};

export const libraryWords: typeof en.libraryWords = {
  title: 'In die Bibliothek',
  about: 'Andere Kunden finden dies, wenn sie dasselbe fragen. Lassen Sie weg, wer gefragt hat, und jeden Namen.',
  question: 'Die Frage, wie alle sie stellen würden',
  answer: 'Die Antwort',
  source: 'Worauf sie beruht',
  owner: 'Wer sie aktuell hält',
  published: 'Kunden finden sie',
  published_about: 'Sonst findet sie nur Ihre Seite.',
  save: 'In der Bibliothek speichern',
  saved: 'In der Bibliothek gespeichert',
  list_about:
    'Was Ihre Seite immer wieder beantwortet, jede Antwort mit einer zuständigen Person. Veröffentlichte Antworten sehen Käufer in jedem Raum, während sie dieselbe Frage schreiben.',
  none: 'Noch nichts in der Bibliothek',
  none_about:
    'Öffnen Sie eine Frage, die Sie in einer Beschaffung beantwortet haben, und übernehmen Sie sie, oder schreiben Sie hier eine.',
  add: 'Antwort schreiben',
  add_title: 'Eine Antwort der Bibliothek',
  own: 'nur Ihre Seite',
  shown: 'veröffentlicht',
  owner_of: (name) => `aktuell gehalten von ${name}`,
  no_owner: 'niemand hält sie aktuell',
  answered_on: (on) => `beantwortet am ${formatDate(on)}`,
  reviewed_on: (on) => `geprüft am ${formatDate(on)}`,
  never_reviewed: 'nie wieder geprüft',
  still_holds: 'Gilt weiterhin',
  reviewed: 'Heute geprüft',
  change: 'Ändern',
  change_this: (question) => `Ändern: ${question}`,
};
