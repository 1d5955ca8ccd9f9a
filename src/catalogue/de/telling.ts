import { listed } from '../format.ts';
import type * as en from '../telling.ts';
import { channelWords, outcomeWords } from './frame.ts';

const quoted = (words: string): string => `„${words}“`;
const because = (clause: string, reason: string): string => (reason === '' ? clause : `${clause}: ${quoted(reason)}`);
const said = (words: object, code: string): string => (words as Readonly<Record<string, string>>)[code] ?? code;

const signals: Readonly<Record<string, string>> = {
  started: 'begonnen',
  advanced: 'vorangekommen',
  completed: 'getan',
};
const assumption_states: Readonly<Record<string, string>> = {
  set: 'gesetzt',
  proposed: 'vorgeschlagen',
  agreed: 'vereinbart',
  disputed: 'bestritten',
};
const risk_states: Readonly<Record<string, string>> = {
  open: 'offen',
  mitigated: 'gemindert',
  accepted: 'hingenommen',
  happened: 'eingetreten',
  closed: 'erledigt',
};

export const telling: typeof en.telling = {
  newer: (kind) => `Von einem neueren Coassent geschrieben: ${kind}`,
  opened: (name) => `Die Beschaffung ${quoted(name)} begann`,
  renamed: (name) => `Umbenannt in ${quoted(name)}`,
  amount: 'Der Betrag wurde geändert',
  stage: (stage, odds) => `Das CRM sagt: ${stage}${odds === '' ? '' : ` (${odds})`}`,
  problem: (statement) => `Problem beschrieben: ${quoted(statement)}`,
  ended: (outcome, reason) => because(`Beendet: ${said(outcomeWords, outcome)}`, reason),
  revived: (reason) => because('Wieder aufgenommen', reason),
  import_undone: 'Ein Import wurde rückgängig gemacht',
  import_restored: 'Ein rückgängig gemachter Import zählt wieder',
  corrected: (voided, reason) =>
    because(
      voided ? 'Ein früherer Eintrag wurde für ungültig erklärt' : 'Ein früherer Eintrag wurde berichtigt',
      reason,
    ),
  moved: (shared) =>
    shared ? 'Etwas von Ihrer Seite wurde geteilt' : 'Etwas Geteiltes wurde auf Ihre Seite zurückgenommen',
  erased: 'Wer hier jemand war, wurde gelöscht',
  blanked: 'Ein Text, der eine gelöschte Person nannte, wurde geschwärzt',
  evidence: (activity, job, signal) =>
    `${activity === '' ? 'Anzeichen' : activity}: spricht dafür, dass ${quoted(job)} ${said(signals, signal)} ist`,
  touch: (activity, channel, note) =>
    because(`${activity === '' ? 'Kontakt' : activity} (${said(channelWords, channel)})`, note),
  joined: (name, roles) => `${name} kam hinzu${roles.length === 0 ? '' : ` (${listed(roles)})`}`,
  came_in: (name) => `${name} kam herein`,
  left: (name, reason) => because(`${name} ging`, reason),
  roles: (name, roles) => (roles.length === 0 ? `${name} hat keine Rolle mehr` : `${name} ist jetzt: ${listed(roles)}`),
  no_delegate: (name) => `${name} hat keine Vertretung mehr`,
  delegate: (name, delegate) => `${name} benannte ${delegate} als Vertretung`,
  stance: (name, did, job, by, reason) =>
    because(`${name} ${did}: ${quoted(job)}${by === '' ? '' : ` (gesagt von ${by})`}`, reason),
  shaken: (job, reason) => because(`Unter ${quoted(job)} hat sich etwas geändert`, reason),
  private_reason: (name, reason) => because(`${name}, nur auf der Käuferseite`, reason),
  job_added: (name) => `Aufgabe hinzugefügt: ${quoted(name)}`,
  job_reads: (name, sentence) => `${quoted(name)} lautet jetzt ${quoted(sentence)}`,
  job_rule: (name) => `Die Regel von ${quoted(name)} wurde geändert`,
  job_removed: (name) => `${quoted(name)} ist keine Aufgabe mehr`,
  requirement: (text, removed) => `Anforderung ${removed ? 'gestrichen' : 'gesetzt'}: ${quoted(text)}`,
  option: (name, what) =>
    `Option ${{ removed: 'gestrichen', chosen: 'gewählt', set: 'gesetzt' }[what]}: ${quoted(name)}`,
  an_option: 'eine Option',
  cost: (option, taken_back) => `Kosten ${taken_back ? 'zurückgenommen' : 'gesetzt'}: ${option}`,
  weighed: (name, sentence) => because(`${name} hat gewichtet, was zählt`, sentence),
  weighing_left: (name, reason) => because(`${name} überlässt das Gewichten anderen`, reason),
  scored: (option) => `Bewertet: ${option}`,
  claim: (subject, attribute, value, retracted) =>
    `${retracted ? 'Aussage zurückgenommen' : 'Aussage'}: ${subject}, ${attribute}: ${value}`,
  contradiction: (note) => because('Widerspruch gemeldet', note),
  settled: (no_conflict, evidence) =>
    because(no_conflict ? 'Als kein Widerspruch erklärt' : 'Widerspruch geklärt', evidence),
  net_value: 'Der Nettowert hat sich geändert',
  file: (name, what) =>
    `${{ removed: 'Datei entfernt', link: 'Link', file: 'Datei', set: 'Datei gesetzt' }[what]}: ${quoted(name)}`,
  assumption_removed: (name) => `Annahme gestrichen: ${name}`,
  assumption: (name, state, value) => `Annahme ${said(assumption_states, state)}: ${name}, ${value}`,
  an_assumption: 'eine Annahme',
  judged: (name, judgement, assumption, reason) =>
    because(
      {
        agreed: `${name} stimmt ${quoted(assumption)} zu`,
        disputed: `${name} bestreitet ${quoted(assumption)}`,
        open: `${name} sagt noch nichts zu ${quoted(assumption)}`,
      }[judgement],
      reason,
    ),
  said_of: (assumption, comment) => because(`Zu ${quoted(assumption)} gesagt`, comment),
  driver: (name, removed) => `Werttreiber ${removed ? 'gestrichen' : 'gesetzt'}: ${name}`,
  a_driver: 'ein Werttreiber',
  case_set: 'Die Vorgaben der Wertrechnung wurden gesetzt',
  realised: (month, driver, cause) => because(`Eingetreten in ${month}: ${driver}`, cause),
  plan_set: 'Der Zieltag oder die Arbeitstage des Plans wurden gesetzt',
  a_step: 'ein Schritt',
  step: (name, removed) => `Schritt ${removed ? 'gestrichen' : 'gesetzt'}: ${quoted(name)}`,
  step_stands: (name, to) =>
    `Schritt ${quoted(name)} ${{ open: 'ist wieder offen', started: 'wurde begonnen', done: 'ist getan; damit ist keiner Aufgabe zugestimmt' }[to]}`,
  ticked: (name, open) => `Checkliste von ${quoted(name)}: Ein Eintrag ${open ? 'ist wieder offen' : 'ist getan'}`,
  said_of_step: (name, comment) => because(`Zum Schritt ${quoted(name)} gesagt`, comment),
  skipped: (name, question) => `${name} hat eine Frage übersprungen: ${quoted(question)}`,
  rated: (name, question, value) => `${name} antwortete auf ${quoted(question)}: ${value} von 5`,
  a_question: 'eine Frage',
  question: (text) => `Frage: ${quoted(text)}`,
  answer: (question, text) => `Antwort auf ${quoted(question)}: ${quoted(text)}`,
  own_words: (text) => `Das haben Sie ohne Ihren Namen gesagt: ${quoted(text)}`,
  question_closed: (question, opened, reason) =>
    because(`Frage ${opened ? 'wieder geöffnet' : 'geschlossen'}: ${quoted(question)}`, reason),
  accepted: (question, claim) =>
    `Eine Antwort auf ${quoted(question)} wurde angenommen${claim ? ' und ist eine Aussage' : ''}`,
  risk: (text, state, removed) => `Risiko ${removed ? 'gestrichen' : said(risk_states, state)}: ${quoted(text)}`,
  other: (kind) => kind,
};

export const stanceWords: typeof en.stanceWords = {
  'assent.given': 'stimmte zu',
  'assent.reaffirmed': 'stimmte erneut zu',
  'assent.working': 'arbeitet daran',
  'assent.withheld': 'stimmt nicht zu',
  'assent.withdrawn': 'nahm die Zustimmung zurück',
  'assent.aside': 'enthält sich',
};

export const consequences: typeof en.consequences = {
  no_longer_held: 'nicht mehr gemeinsam getragen',
  held: 'gemeinsam getragen',
  shook: (names) => `erschütterte ${listed(names)}`,
  reopened: (job) => `${job} wieder offen`,
  complete: (job, by_composition) =>
    `${job} erfüllt${by_composition ? ', weil andere zählen, nicht durch eine Zustimmung' : ''}`,
};

export const pulseStatements: typeof en.pulseStatements = {
  ease: 'Wie leicht fällt diese Beschaffung bisher?',
  confidence: 'Wie sicher sind Sie, dass es in die richtige Richtung geht?',
  uncertainty_paralysed: 'Bei uns hält Unsicherheit davon ab, zu entscheiden.',
  uncertainty_team: 'Mir ist nicht klar, was das für mein Team ändern würde.',
  uncertainty_change: 'Bei uns ändert sich zu viel auf einmal.',
  information_good: 'Die Informationen, die wir bekommen, sind gut.',
  information_overwhelming: 'Es sind mehr Informationen, als wir verarbeiten können.',
  information_contradictory: 'Vieles davon ist glaubwürdig und widerspricht sich doch.',
  information_tradeoffs: 'Es ist schwer abzuwägen, was für die eine und was für die andere Option spricht.',
};
