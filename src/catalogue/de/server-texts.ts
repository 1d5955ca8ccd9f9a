import type * as en from '../server-texts.ts';
import { jobPresets } from './job-presets.ts';

export const serverTexts: typeof en.serverTexts = {
  job: (job_id) =>
    (jobPresets as Readonly<Record<string, { name: string }>>)[job_id]?.name ?? job_id.replaceAll('_', ' '),
  no_effect: (why) => `blieb ohne Wirkung: ${why}`,
  operator: 'wer diesen Rechner betreibt',
  without_name: 'jemand, ohne Namen',
  reopened: (job, cause) => `${job} ist wieder offen: ${cause}.`,
  not_complete: (job) => `${job} ist noch nicht erfüllt.`,
  internal_step: (side) =>
    `Ein interner Schritt der ${side === 'buyer' ? 'Käuferseite' : 'Anbieterseite'}: Sie ändert ihn, kommentieren können alle.`,
  earlier_date: 'Sie sehen ein früheres Datum. Kehren Sie zu jetzt zurück, um etwas zu ändern.',
  newer: (kind) =>
    `Ein neueres Coassent hat hier „${kind}“ geschrieben. Aktualisieren Sie, um diese Beschaffung zu ändern.`,
  room_closed:
    'Der Anbieter hat diesen Raum geschlossen. Was Sie lesen konnten, können Sie weiterhin lesen und exportieren.',
  remains: 'Was geteilt war, bleibt im Journal beider Seiten; von jetzt an zählt es nur für Ihre Seite.',
  no_model:
    'Hier ist kein Textmodell eingerichtet. Wer diesen Rechner betreibt, kann eines einrichten; nötig ist es für nichts.',
  nothing_known: 'Zu dieser Aufgabe gibt es noch nichts zusammenzufassen.',
  dropped: (count) =>
    `Aus dem Entwurf des Textmodells ausgelassen, weil die angegebene Stelle es nicht sagt: ${count}.`,
};

export const calendarTexts: typeof en.calendarTexts = {
  done: 'Getan. Dass ein Schritt getan ist, stimmt keiner Aufgabe zu.',
  owner: (owner) => `Zuständig: ${owner}`,
  planned: (day) => `Geplant für ${day}`,
  waits: (names) => `Wartet auf: ${names}`,
  side: { buyer: 'Käufer', seller: 'Anbieter' },
};

export const valueSheetTexts: typeof en.valueSheetTexts = {
  per_month: 'Werttreiber, je Monat',
  months_after: 'Monate nach der Entscheidung',
  present_value: 'Barwert',
  years_discounted: 'Jahre der Abzinsung',
  worth_now: 'Heute wert',
  net: 'Nutzen des Käufers abzüglich Kosten',
  value_case: 'Wertrechnung',
  horizon: 'Zeitraum in Monaten',
  periods: 'Abgezinst am Ende von je einem',
  rate: 'Zinssatz im Jahr',
  net_value: 'Nettowert',
  benefits: 'Nutzen, Barwert',
  costs: 'Kosten, Barwert',
  roi: 'Rendite der Investition',
  period: 'Zeitabschnitt',
  less_costs: 'Nutzen abzüglich Kosten',
  complete: 'Gerechnet aus allen Werttreibern, die diese Seite lesen darf.',
  incomplete:
    'Einige Werttreiber lassen sich aus dem, was diese Seite lesen darf, nicht rechnen; sie sind ausgelassen.',
};

export const rfpSheetTexts: typeof en.rfpSheetTexts = {
  sheet: 'Anforderungen',
  columns: [
    'Nr.',
    'Anforderung',
    'Priorität',
    'Warum es zählt',
    'Wie es geprüft wird',
    'Erfüllen Sie es? (ja / teils / nein)',
    'Ihre Antwort',
    'Wo wir es prüfen können',
  ],
  answers: ['ja', 'teils', 'nein'],
};

export const archiveTexts: typeof en.archiveTexts = {
  purchase: 'Alles, was diese Person von einer Beschaffung lesen darf',
  identity: 'Ihre Identität bei allen Anbietern',
  person: 'Alles, was über eine Person in einer Beschaffung festgehalten ist',
  seller: 'Alles, was über eine Person der Anbieterseite festgehalten ist',
  not_in_here: 'Was sie in Beschaffungen geschrieben hat: Das Archiv jeder Beschaffung enthält es.',
  purchase_readme: `Dieses Archiv enthält alles, was Sie von einer Beschaffung lesen dürfen. Sie brauchen kein besonderes Programm dafür.

manifest.json     was hier steht, für wen es erstellt wurde, wer den Rechner betreibt, und eine Prüfsumme (SHA-256) jeder Datei
events.jsonl      alles, was geschah, ein Eintrag je Zeile, in der Reihenfolge, in der es festgehalten wurde (JSON)
people.csv        die Menschen des Buying Centers
jobs.csv          die Aufgaben, die zu erfüllen sind, und ob jede erfüllt ist
assents.csv       wer wem zugestimmt hat, wann und welchen Worten
requirements.csv  was gebraucht wird
options.csv       was gewählt werden kann
claims.csv        was behauptet wurde, und von welcher Quelle
assumptions.csv   die Annahmen der Wertrechnung
drivers.csv       ihre Werttreiber, mit ihren Formeln
questions.csv     was gefragt wurde, und wer
answers.csv       was geantwortet wurde, und welche Antwort angenommen ist
risks.csv         was schiefgehen kann
realised.csv      was Werttreiber wirklich brachten, Monat für Monat
files.csv         die Dateien und Links, mit ihren Versionen; die Dateien selbst liegen im Ordner files

Die Tabellen zeigen den Stand nach dem letzten Eintrag. Ein Apostroph vor =, +, - oder @ hält Tabellenprogramme davon ab,
einen Text als Formel auszuführen; er gehört nicht zum Text.
`,
  person_readme: `Dieses Archiv enthält, was über eine Person festgehalten ist. Sie brauchen kein besonderes Programm dafür.

manifest.json  um wen es geht, für wen es erstellt wurde, wer den Rechner betreibt, und eine Prüfsumme (SHA-256) jeder Datei
about.json     wer die Person hier ist
viewings.csv   was sie angesehen hat, eine Zeile je Tag
notices.csv    was ihr mitgeteilt wurde, wann sie es las, und ob es gemailt wurde; leer für alle anderen
passes.csv     die Einladungen und Zugänge, die ihr gemailt wurden (nie, was die Tür öffnet)
keys.csv       ihre Schlüssel für Software (nie die Schlüssel selbst)
feeds.csv      die Adressen, unter denen Kalender für sie einen Plan lesen (nie die Adressen selbst)
log.csv        die Einträge über sie und von ihr im Protokoll ihrer Seite
events.jsonl   was in der Beschaffung über sie oder durch sie geschah, ein Eintrag je Zeile (JSON)

Ein Apostroph vor =, +, - oder @ hält Tabellenprogramme davon ab, einen Text als Formel auszuführen; er gehört nicht zum Text.
`,
};
