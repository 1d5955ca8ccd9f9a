import { formatDate, listed, plural } from '../format.ts';
import { roleWords } from '../frame.ts';
import type * as en from '../purchase-start.ts';

/** Who decides, and with which supplier. */
function deciders(others: number, supplier: string): string {
  const together = supplier === '' ? '' : ` zusammen mit ${supplier}`;
  if (others === 0) return `Hier entscheiden Sie${together}`;
  return `Hier entscheiden Sie und ${plural(others, 'weitere Person', 'weitere Personen')}${together}`;
}

const MINE = {
  given: 'Sie stimmen zu',
  working: 'Sie arbeiten daran',
  shaken: 'Ihre Zustimmung ist erschüttert',
  indicated: 'Deutet sich an; Sie haben nichts gesagt',
  none: 'Sie haben noch nichts gesagt',
  withheld: 'Sie stimmen nicht zu',
  withdrawn: 'Sie haben es zurückgenommen',
  aside: 'Sie enthalten sich',
};

export const words: typeof en.words = {
  tab: 'Start',
  title: (name) => `Entscheidung: ${name}`,
  about: (others, supplier) =>
    `${deciders(others, supplier)}: Jede Aufgabe unten ist erfüllt, wenn die nötigen Personen das selbst sagen.`,
  about_guest: 'Das sieht das Buying Center zuerst, so wie es mit Ihnen geteilt ist.',
  preview: 'Als Käufer ansehen',
  memo: 'Entscheidungsvorlage',
  memo_about: 'Was Sie bisher wissen, als Dokument für die Entscheider, sofort erstellt.',
  next: 'Als Nächstes für Sie',
  nothing: 'Nichts wartet auf Sie.',
  nothing_about: 'Sie haben hier vorerst alles gesagt. Wenn sich das ändert, steht es auf dieser Seite.',
  ended: {
    bought: 'Es ist entschieden: gekauft.',
    lost: 'Es ist entschieden: verloren.',
    no_decision: 'Es endete ohne Entscheidung.',
  },
  settled: 'Geklärt',
  settled_none: 'Noch nichts. Hier steht die erste Aufgabe, der alle Nötigen zustimmen.',
  open: 'Offen',
  open_none: 'Nichts ist offen.',
  missing: 'Wer fehlt',
  missing_none: 'Niemand: Jede Rolle ist besetzt, und alle Genannten sind da.',
  since: (at) => `seit ${formatDate(at)}`,
  again_since: (at) => `wieder offen seit ${formatDate(at)}`,
  need: {
    required: (role, jobs) => `${roleWords[role]}: nötig für ${listed(jobs)}.`,
    usual: (role, jobs) => `${roleWords[role]}: üblich für ${listed(jobs)}.`,
  },
  not_here: (names) => `Genannt, aber noch nicht da: ${listed(names)}.`,
  news: 'Was sich geändert hat',
  news_since: (at) => `Seit Ihrem letzten Besuch am ${formatDate(at)}`,
  news_none: 'Seit Ihrem letzten Besuch nichts.',
  news_first: 'Ab Ihrem nächsten Besuch lesen Sie hier, was andere inzwischen geändert haben.',
  more: (n) => `und ${plural(n, 'weitere Änderung', 'weitere Änderungen')}`,
  all_events: 'alles, was geschehen ist',
  jobs: 'Die Aufgaben',
  jobs_about: 'Jeder Satz ist das, was „Ich stimme zu“ aussagt. Wer anders denkt, sagt es genauso leicht.',
  mine: 'Sie',
  my_sign: (sign) => MINE[sign],
  say: (job) => `Sagen, wie Sie zu „${job}“ stehen`,
  say_this: 'Sagen, wie Sie dazu stehen',
  close: 'Schließen',
  agree_of: (given, needed) => `${given} von ${needed} stimmen zu`,
  waits: (clauses) => `Wartet: ${clauses.join('; ')}.`,
  rests: 'Beruht auf',
  material: 'Ansehen, worauf es beruht',
  settle: 'Ansehen',
  answer: 'Zur Frage',
  step: 'Schritt öffnen',
  state_problem: 'Aufschreiben',
  name: 'Jemanden nennen',
  decide: 'Sagen, wie entschieden wurde',
  reaffirm_all: (n) => (n === 1 ? 'Das gilt für mich weiterhin' : `Alle ${n} gelten für mich weiterhin`),
  one_by_one: 'Alle stehen auch unten bei den Aufgaben; dort können Sie sagen, dass etwas nicht mehr gilt.',
  people: 'Personen',
  invite: 'Jemanden hinzuholen',
  nowhere: 'Ohne Angabe der Funktion',
  away: 'noch nicht da',
  delegate: 'Wer darf für Sie sprechen?',
  delegate_hint: 'Bei jeder Aussage stehen beide Namen. Sie können es jederzeit ändern.',
  delegate_none: 'niemand, nur Sie',
  delegated: 'Geändert, wer für Sie sprechen darf',
  pod: (supplier) => `Wer hilft${supplier === '' ? '' : ` bei ${supplier}`}`,
  pod_none: 'Der Anbieter hat nicht gesagt, wer bei dieser Beschaffung hilft.',
  helps: (jobs) => (jobs.length === 0 ? 'hilft bei allem' : `hilft bei ${listed(jobs)}`),
};

export const pulseWords: typeof en.pulseWords = {
  title: 'Eine Frage, wenn Sie mögen',
  who: 'Ihre Antwort lesen nur Sie, kein Kollege und kein Anbieter. Ihre Gruppe sieht eine Woche später den Mittelwert ab 3 Personen; der Anbieter nur Mittelwerte ab 5 Personen über alle seine Räume.',
  group: (mean, people) => `Ihre Gruppe zuletzt: ${mean} von 5 (n = ${people}).`,
  results: 'Was Ihre Gruppe antwortet',
  of: (mean, people) => `${mean} von 5, n = ${people}`,
  skip: 'Überspringen',
  answered: 'Beantwortet, danke. Eine Woche lang wird nichts mehr gefragt.',
  skipped: 'Übersprungen; eine Woche lang wird nichts gefragt.',
  ends: {
    ease: ['sehr schwer', 'sehr leicht'],
    confidence: ['gar nicht', 'sehr sicher'],
    agree: ['stimme nicht zu', 'stimme zu'],
  },
  value: (n, low, high) => (n === 1 ? `1, ${low}` : n === 5 ? `5, ${high}` : String(n)),
};
