import { listed, listedOr } from '../format.ts';
import type * as en from '../next-things.ts';

const quoted = (words: readonly string[]): string => listed(words.map((word) => `„${word}“`));

export const nextThings: typeof en.nextThings = {
  shaken: (jobs) => `Sagen Sie, ob ${quoted(jobs)} für Sie noch ${jobs.length === 1 ? 'gilt' : 'gelten'}`,
  shaken_why: (cause, several) =>
    `Seit Sie zugestimmt haben, hat sich etwas geändert, worauf es beruht: ${cause}.${several ? ' Sie können eine nach der anderen durchgehen oder es von allen zugleich sagen.' : ''}`,
  required_why: (roles) =>
    `Ohne Sie ist diese Aufgabe nicht erfüllt: Sie braucht alle mit der Rolle ${listedOr(roles)}.`,
  contradiction: 'Sehen Sie sich zwei Aussagen an, die nicht beide gelten können',
  contradiction_why: (job) =>
    `Sie haben „${job}“ zugestimmt; das beruht auf dem, was man Ihnen gesagt hat. Sagen Sie, welche Aussage gilt.`,
  question: (text) => `Beantworten Sie eine Frage: „${text}“`,
  the_supplier: 'Der Anbieter',
  question_why: (who) => `${who} hat Sie gefragt, und noch hat niemand geantwortet.`,
  answered: (text) => `Sagen Sie, ob das beantwortet ist: „${text}“`,
  answered_why: 'Sie haben gefragt, und es gibt eine Antwort. Nehmen Sie sie an, oder sagen Sie, was fehlt.',
  step: (name) => `Machen Sie weiter mit „${name}“`,
  step_why: (due, more) =>
    `Dieser Schritt des Plans ist Ihrer und ${due}.${more === 0 ? '' : more === 1 ? ' Ein weiterer von Ihnen ist auch fällig.' : ` ${more} weitere von Ihnen sind auch fällig.`}`,
  short_why: (short) =>
    `${short === 1 ? 'Eine weitere Person muss' : `${short} weitere Personen müssen`} zustimmen, und Sie haben noch nicht gesagt, wie es für Sie steht.`,
  others_why: 'Auch andere werden gebraucht, und Sie haben noch nicht gesagt, wie es für Sie steht.',
  delegate_why: (name) => `${name} lässt Sie das stellvertretend sagen, und die Aufgabe braucht es.`,
  say: (job) => `Sagen Sie, wie „${job}“ für Sie steht`,
  say_for: (job, name) => `Sagen Sie, wie „${job}“ für ${name} steht`,
  problem: 'Schreiben Sie das Problem in einem Satz auf',
  problem_why: (job) => `Das hat noch niemand getan, und „${job}“ beruht darauf. Jeder kann den Satz später ändern.`,
  role: (role) => `Benennen Sie jemanden für ${role}`,
  role_why: (jobs) => `Noch ist niemand benannt, und ${quoted(jobs)} ${jobs.length === 1 ? 'braucht' : 'brauchen'} es.`,
  decision: 'Sagen Sie, wie entschieden wurde',
  decision_why: 'Alle Aufgaben sind zugleich erfüllt: Es kann entschieden werden.',
};

export const dueTexts: typeof en.dueTexts = {
  today: 'heute fällig',
  in_days: (days) => `in ${workingDaysDative(days)} fällig`,
  overdue: (days) => `seit ${workingDaysDative(days)} überfällig`,
  slip: (moved, name) =>
    `${moved === 1 ? 'Ein Schritt hat' : `${moved} Schritte haben`} sich verschoben, weil „${name}“ sich verspätet.`,
  late: (days) => `Wohl ${workingDays(days)} später als geplant.`,
  late_because: (days, name) => `Wohl ${workingDays(days)} später, weil „${name}“ sich verspätet.`,
  cannot_be_kept: (name) => `Der Tag ist nicht zu halten: „${name}“ kommt davor und endet zu spät.`,
};

const workingDays = (n: number): string => (n === 1 ? 'einen Arbeitstag' : `${n} Arbeitstage`);
const workingDaysDative = (n: number): string => (n === 1 ? 'einem Arbeitstag' : `${n} Arbeitstagen`);

export const stuckTexts: typeof en.stuckTexts = {
  nobody_yet: (role) => `wer die Rolle „${role}“ bekommt (noch nicht genannt)`,
  reopened: (cause, missing) => `Wieder offen: ${cause}. ${missing}`,
  clear_up: (note) =>
    `Klären Sie mit einem Beleg, welche von zwei Aussagen gilt, ${note === null ? 'die Sie gemacht haben.' : `zu „${note}“`}`,
  answer: (name, reason) => `Antworten Sie ${name}: „${reason}“`,
  ask_what: (names) => `Fragen Sie ${names.join(' oder ')}, was sich ändern müsste.`,
  many_people: (count) => `den ${count} Personen, die zugestimmt hatten`,
  show: (whom, cause) => `Zeigen Sie ${whom}, was sich geändert hat, damit wieder hingesehen wird: ${cause}.`,
  ask_who: (champion, roles) => `Fragen Sie ${champion}, wer in dieser Beschaffung für ${listed(roles)} steht.`,
  bring_in: (champion, names) => `Geben Sie ${champion}, was es braucht, um ${listed(names)} hereinzuholen.`,
  who_else: (champion, job) => `Fragen Sie ${champion}, wer „${job}“ noch zustimmen muss und was dafür gebraucht wird.`,
  what_open: (name, job) => `Fragen Sie ${name}, was in „${job}“ noch offen ist.`,
  someone: 'jemanden aus dem Buying Center',
};

export const briefTexts: typeof en.briefTexts = {
  agrees: (agreed, of) => `stimmt ${agreed} von ${of} zu`,
  against: (jobs) => `stimmt ${quoted(jobs)} nicht zu`,
  again: (jobs) => `muss ${quoted(jobs)} wieder ansehen`,
  needed: (jobs) =>
    jobs === 1 ? 'eine offene Aufgabe braucht diese Person' : `${jobs} offene Aufgaben brauchen diese Person`,
  not_in: 'ist noch nicht hereingekommen',
  two_claims: (note) => `Zwei Aussagen können nicht beide gelten${note === null ? '.' : `: „${note}“`}`,
  disputed: (name) => `Die Annahme „${name}“ wird bestritten.`,
  who_is: (role) => `Wer hat die Rolle „${role}“?`,
  no_problem: 'Was ist das Problem, in den Worten der Käufer? Niemand hat es aufgeschrieben.',
  your_side: 'Ihre Seite',
  a_buyer: 'Jemand von den Käufern',
  asks: (who, answered, text) => `${who} fragt${answered ? ' und hat keine Antwort angenommen' : ''}: „${text}“`,
  answered: (question, answer) => `„${question}“: „${answer}“`,
  objection: (name, job, reason) => `${name} zu „${job}“: „${reason}“`,
  problem: (statement) => `Was das Problem ist: „${statement}“`,
  requirements: (names) => `Was sie brauchen: ${names}`,
  options: (names) => `Wozwischen sie wählen: ${names}`,
  assumptions: (names) => `Womit sie rechnen: ${names}`,
  cleared: (note) => `Geklärt: „${note}“`,
  deciders: (names) => `Wer entscheidet: ${listed(names)}`,
  more: (count) => `${count} weitere`,
};
