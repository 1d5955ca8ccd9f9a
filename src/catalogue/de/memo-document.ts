import { listed } from '../format.ts';
import type * as en from '../memo-document.ts';

export const documentFormats: typeof en.documentFormats = {
  day: (day, month, year) => `${day}. ${months[month - 1]} ${year}`,
  group: '.',
  decimal: ',',
  money: (currency, amount) => `${amount} ${currency}`,
  under: 'unter 1 %',
  over: 'über 99 %',
};

const months = [
  ...['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni'],
  ...['Juli', 'August', 'September', 'Oktober', 'November', 'Dezember'],
];

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

export const memoFrame: typeof en.memoFrame = {
  title: (name) => `Entscheidungsvorlage: ${name}`,
  subtitle: (account, day, time, people, entries, one_entry) =>
    `${account === '' ? '' : `${account}. `}Stand der Käuferseite vom ${day}, ${time} UTC: ${count(people, 'Person', 'Personen')} im Buying Center, ${entries} ${one_entry ? 'Eintrag' : 'Einträge'} im Journal. Nur für die Käuferseite.`,
  file: 'entscheidungsvorlage',
  sections: {
    decision: 'Was zu entscheiden ist',
    problem: 'Das Problem',
    options: 'Die Optionen',
    requirements: 'Die Anforderungen',
    value: 'Was es wert ist',
    open: 'Was sich widerspricht',
    risks: 'Was schiefgehen kann',
    plan: 'Der Plan',
    people: 'Wer zustimmt und wer nicht',
    sources: 'Quellen',
  },
  no_sources: 'Nichts in dieser Vorlage nennt eine Quelle.',
  page: (title, page, of) => `${title} · Seite ${page} von ${of}`,
  letter: (box) =>
    `${box} steht für ein Zeichen, das die Schrift dieser Datei nicht hat. Die Seite und die Markdown-Datei zeigen es.`,
  not_said: 'nicht gesagt',
  to: (low, high) => `${low} bis ${high}`,
};

const priorities: Readonly<Record<string, string>> = { must: 'muss', should: 'soll', could: 'kann' };
const proofs: Readonly<Record<string, string>> = {
  document: 'Dokument',
  test: 'Test',
  page: 'Seite',
  person: 'Person',
};

export const memoBasis: typeof en.memoBasis = {
  no_problem: 'Noch hat niemand aufgeschrieben, was das Problem ist.',
  stated: (day) => `So beschrieben am ${day}.`,
  kind: {
    this_supplier: 'dieser Anbieter',
    other_supplier: 'ein anderer Anbieter',
    build: 'selbst bauen',
    smaller_scope: 'kleiner anfangen',
    do_nothing: 'nichts tun',
  },
  chosen: ' (gewählt)',
  none: 'keine',
  not_ranked: 'nicht gereiht',
  options: 'Was gewählt werden kann',
  option_columns: ['Option', 'Art', 'Kosten insgesamt', 'Verfehlte Muss-Anforderungen', 'Punkte von 100'],
  no_requirements: 'Noch gibt es keine Anforderungen.',
  not_scored: 'nicht bewertet',
  priority: (priority) => priorities[priority] ?? priority,
  requirements: 'Was es können muss',
  requirement_columns: ['Anforderung', 'Priorität', 'Wie es geprüft wird'],
  of_100: (option) => `${option}, von 100`,
  proof: (kind, reference) => `${proofs[kind] ?? kind}: ${reference}`,
  no_source: ' (ohne Quelle)',
  line: (line) => `, Zeile ${line}`,
  no_contradiction: 'Nichts, was gesagt wurde, widerspricht etwas anderem, was gesagt wurde.',
  cannot_hold: 'Diese Aussagen können nicht alle gelten. Niemand hat geklärt, welche gilt.',
  quoted: (words) => `„${words}“`,
  against: (said) => said.join(' gegen '),
  not_chosen: 'Das Buying Center hat noch keine Option gewählt. Diese Vorlage zeigt, wo es steht.',
  has_chosen: (option) => `Das Buying Center hat gewählt: ${option}`,
  costs: (money) => `Was es insgesamt kostet: ${money}.`,
  about_to_cost: (money) => `Was es kosten soll: ${money}.`,
  no_jobs: 'Zwischen dem Buying Center und einer Entscheidung steht keine Aufgabe: Es wurde keine benannt.',
  all_complete: (jobs, day) =>
    jobs === 1
      ? `Die eine Aufgabe vor der Entscheidung ist erfüllt, seit dem ${day}.`
      : `Alle ${jobs} Aufgaben vor der Entscheidung sind zugleich erfüllt, seit dem ${day}.`,
  some_complete: (complete, jobs, open) =>
    `${complete} von ${count(jobs, 'Aufgabe', 'Aufgaben')} vor der Entscheidung ${complete === 1 ? 'ist' : 'sind'} erfüllt. Noch offen: ${listed(open)}.`,
  ended: (outcome, day) =>
    `${{ bought: 'Es wurde gekauft', lost: 'Ein anderer Weg wurde gewählt', no_decision: 'Es endete ohne Entscheidung' }[outcome]}, ${day}.`,
};

export const memoRoom: typeof en.memoRoom = {
  nobody_asked: 'Noch wurde niemand gefragt.',
  group: (n) => `${count(n, 'Person gehört', 'Personen gehören')} zum Buying Center.`,
  who_agrees: 'Wer zustimmt',
  columns: {
    agrees: 'Stimmt zu',
    again: 'Muss wieder hinsehen',
    against: 'Stimmt nicht zu',
    aside: 'Enthält sich',
    not_said: 'Hat nichts gesagt',
  },
  says: {
    agrees: 'stimmt zu',
    again: 'muss wieder hinsehen',
    against: 'stimmt nicht zu',
    aside: 'enthält sich',
    not_said: 'hat nichts gesagt',
  },
  person: 'Person',
  job: 'Aufgabe',
  job_sentence: (name, sentence, given, needed, stands) =>
    `${name}, „${sentence}“: ${given} von ${needed} nötigen ${given === 1 ? 'stimmt' : 'stimmen'} zu, ${stands}.`,
  complete_since: (day) => `erfüllt seit dem ${day}`,
  not_complete: (roles) => `nicht erfüllt${roles.map((role) => `; noch niemand benannt für ${role}`).join('')}`,
  reason: (name, job, reason) => `${name} zu ${job}: „${reason}“`,
  why_not: 'Warum nicht, in eigenen Worten:',
  no_risk: 'Es wurde kein Risiko festgehalten.',
  watched: (live, settled) =>
    `${count(live, 'Risiko wird', 'Risiken werden')} beobachtet.${settled === 0 ? '' : ` ${count(settled, 'weiteres ist', 'weitere sind')} erledigt.`}`,
  risks: 'Risiken',
  risk_columns: ['Was schiefgehen kann', 'Wahrscheinlich', 'Schlimm', 'Gegenmaßnahme'],
  of_5: (n) => `${n} von 5`,
  nothing_yet: 'noch nichts',
  no_plan: 'Noch gibt es keinen Plan.',
  progress: (done, left, target, likely) =>
    `${count(done, 'Schritt ist', 'Schritte sind')} getan, ${left} ${left === 1 ? 'steht' : 'stehen'} aus.${target === '' ? '' : ` Der Zieltag ist der ${target}.`}${likely === '' ? '' : ` Alles ist wohl am ${likely} getan.`} Einen Schritt zu tun heißt nicht zuzustimmen.`,
  supplier: 'der Anbieter',
  our_side: 'unsere Seite',
  open: 'offen',
  to_do: 'Was noch zu tun ist',
  step_columns: ['Schritt', 'Wer', 'Geplant', 'Wohl'],
};

const states: Readonly<Record<string, string>> = {
  proposed: 'vorgeschlagen, nicht vereinbart',
  agreed: 'vereinbart',
  disputed: 'bestritten',
  open: 'offen',
};

export const memoValue: typeof en.memoValue = {
  nobody: 'Noch hat niemand Zahlen genannt.',
  stated: (money, day) =>
    `Am ${day} wurde ein Nettowert von ${money} genannt. Die Zahlen darunter stehen hier nicht, und kein Käufer hat ihnen hier zugestimmt.`,
  net: (months, amount, rate) =>
    `Nutzen abzüglich Kosten über ${months} Monate: ${amount} (${rate === null ? 'nicht abgezinst' : `abgezinst mit ${rate} % im Jahr`}).`,
  no_benefit: 'Noch ist kein Nutzen in Zahlen gefasst.',
  all_agreed: 'Der ganze Nutzen beruht auf Zahlen, denen namentlich genannte Käufer zugestimmt haben.',
  agreed: (share) => `${share} auf Zahlen, denen namentlich genannte Käufer zugestimmt haben`,
  disputed: (share) => `${share} auf Zahlen, die ein Käufer bestreitet`,
  unreviewed: (share) => `${share} auf Zahlen, denen kein Käufer zugestimmt hat`,
  rests: (parts, some_agreed) =>
    `Der Nutzen beruht zu ${listed(parts)}. ${some_agreed ? 'Nur der erste Teil ist vereinbart; der Rest wird erwartet.' : 'Nichts davon ist vereinbart.'}`,
  no_interval: 'Keine Zahl hat eine Spanne; darum lässt sich kein Bereich angeben.',
  interval: (low, high, positive, runs) =>
    `8 von 10 Ergebnissen liegen zwischen ${low} und ${high}; ${positive} liegen über null (n = ${runs} Läufe über die Spannen unten).`,
  left_out: (names) => `Nicht enthalten, weil noch nicht zu rechnen: ${listed(names)}.`,
  standing: {
    agreed: 'vereinbart',
    disputed: 'bestritten',
    supplier_proposed: 'vom Anbieter vorgeschlagen, nicht vereinbart',
    unreviewed: 'noch nicht vereinbart',
  },
  saving: 'Ersparnis',
  expected: 'erwarteter Nutzen',
  price: 'Preis',
  cost: 'Kosten',
  drivers: 'Was es bringt und kostet',
  driver_columns: ['Was', 'Ist', 'Zahlen', 'Barwert'],
  never: 'nicht in der betrachteten Zeit',
  at_once: 'sofort',
  years: (years) => `${years} Jahre`,
  none: 'keine',
  no_single: 'keiner eindeutig',
  figures: 'In Zahlen',
  figure_columns: ['Kennzahl', 'Betrag'],
  figure: {
    benefits: 'Nutzen, als Barwert',
    costs: 'Kosten, als Barwert',
    roi: 'Rendite der Investition',
    irr: 'Interner Zinsfuß',
    payback: 'Amortisation',
    tco: 'Gesamtkosten, wie bezahlt',
  },
  state: (state) => states[state] ?? state,
  rests_on: 'Worauf es beruht',
  assumption_columns: ['Zahl', 'Wert', 'Spanne', 'Stand'],
  no_range: 'keine genannt',
};
