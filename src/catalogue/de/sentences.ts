import { listed, listedOr } from '../format.ts';
import type * as en from '../sentences.ts';
import { roleWords } from './frame.ts';

export const sentences: typeof en.sentences = {
  quoted: (words) => `„${words}“`,
  someone: 'jemand',
  someone_first: 'Jemand',
  stakeholder: 'Beteiligte',
  purchase: 'Beschaffung',
  role: (role) => (roleWords as Readonly<Record<string, string>>)[role] ?? role,
  either: (values) => values.join(' oder '),
  two_claims: 'zwei Aussagen, die nicht beide gelten können',
  rule: (roles, quorum, now) =>
    `Erfüllt, wenn ${roles.length === 0 ? '' : `alle mit der Rolle ${listedOr(roles)} zustimmen und `}mindestens ${quorum} derer zustimmen, die sich nicht enthalten (${now}).`,
  nobody_named: 'noch ist niemand benannt',
  everyone_aside: 'alle enthalten sich',
  now_needed: (needed, counted) => `das sind ${needed} von ${counted} Personen`,
  missing: {
    role: (role) => `noch niemand benannt für ${role}`,
    not_looked: (name) => `${name} hat noch nicht wieder hingesehen`,
    aside: (name) => `${name} enthält sich, obwohl die Rolle gebraucht wird`,
    withheld: (name) => `${name} stimmt nicht zu`,
    not_yet: (name) => `${name} hat noch nicht zugestimmt`,
    besides: (count, named) =>
      count === 1
        ? `eine ${named ? 'andere' : 'weitere'} Person muss zustimmen`
        : `${count} ${named ? 'andere' : 'weitere'} Personen müssen zustimmen`,
    not_looked_many: (count) => `${people(count)} noch nicht wieder hingesehen`,
    not_yet_many: (count) => `${people(count)} noch nicht zugestimmt`,
    short: (count) =>
      count === 1 ? 'eine weitere Person muss zustimmen' : `${count} weitere Personen müssen zustimmen`,
  },
  agree: (count, sentence) => `${count === 1 ? 'Eine Person stimmt' : `${count} Personen stimmen`} zu: „${sentence}“`,
};

const people = (count: number): string => (count === 1 ? 'eine Person hat' : `${count} Personen haben`);

export const causes: typeof en.causes = {
  'requirement.changed': (_who, what) => `Anforderung geändert: ${what}`,
  'option.changed': (_who, what) => `Option geändert: ${what}`,
  'option.costed': (_who, what) => `die Kosten haben sich geändert${what === '' ? '' : `: ${what}`}`,
  'weights.stated': (who) => `${who} hat gewichtet, was zählt`,
  'weights.aside': (who) => `${who} überlässt das Gewichten anderen`,
  'score.changed': (_who, what) => `Bewertung geändert${what === '' ? '' : `: ${what}`}`,
  'purchase.problem_stated': () => 'die Beschreibung des Problems wurde geändert',
  'claim.changed': (_who, what) => `Aussage geändert: ${what}`,
  'contradiction.opened': (_who, what) => `Widerspruch gemeldet${what === '' ? '' : `: ${what}`}`,
  'contradiction.found': (_who, what) => `Widerspruch gefunden: ${what}`,
  'contradiction.resolved': (_who, what) => `dagegen entschieden: ${what}`,
  'assumption.changed': (_who, what) => `vereinbarte Annahme geändert: ${what}`,
  'assumption.judged': (_who, what) => `vereinbarte Annahme bestritten: ${what}`,
  'driver.changed': (_who, what) => `Werttreiber geändert: ${what}`,
  'file.changed': (_who, what) => `Datei: ${what}`,
  'case.set': () => 'die Vorgaben der Wertrechnung wurden geändert',
  'plan.set': () => 'die Vorgaben des Plans wurden geändert',
  'step.changed': (_who, what) => `Schritt geändert: ${what}`,
  'step.progressed': (_who, what) => `der Stand eines Schritts hat sich geändert: ${what}`,
  'step.commented': (_who, what) => `zu einem Schritt wurde etwas gesagt: ${what}`,
  'net_value.changed': (_who, what) => `der Nettowert hat sich geändert${what === '' ? '' : `: ${what}`}`,
  'purchase.revived': () => 'die Beschaffung wurde wieder aufgenommen',
  'purchase.opened': () => 'die Beschaffung begann',
  'purchase.outcome_reached': () => 'die Beschaffung endete',
  'stakeholder.named': (who) => `${who} kam hinzu`,
  'stakeholder.entered': (who) => `${who} kam herein`,
  'stakeholder.left': (who) => `${who} ging`,
  'stakeholder.roles_changed': (who) => `${who} hat andere Rollen`,
  'job.added': (_who, what) => `Aufgabe hinzugefügt: ${what}`,
  'job.reworded': (_who, what) => `der Satz von ${what} wurde geändert`,
  'job.rule_changed': (_who, what) => `die Regel von ${what} wurde geändert`,
  'job.removed': (_who, what) => `${what} ist keine Aufgabe mehr`,
  'assent.given': (who) => `${who} stimmte zu`,
  'assent.reaffirmed': (who) => `${who} stimmte erneut zu`,
  'assent.working': (who) => `${who} arbeitet wieder daran`,
  'assent.withheld': (who) => `${who} stimmt nicht zu`,
  'assent.withdrawn': (who) => `${who} nahm die Zustimmung zurück`,
  'assent.aside': (who) => `${who} enthält sich`,
  'assent.shaken': (_who, what) => what,
  'evidence.recorded': (_who, what) => (what === '' ? 'ein Anzeichen' : what),
  'question.asked': () => 'eine Frage wurde gestellt',
  'question.answered': () => 'eine Frage wurde beantwortet',
  'question.closed': () => 'eine Frage wurde geschlossen',
  'answer.accepted': () => 'eine Antwort wurde angenommen',
  'risk.changed': () => 'ein Risiko wurde geändert',
  'touch.recorded': () => 'nach dem Ende gab es wieder Kontakt',
};

export const needs: typeof en.needs = {
  shaken: (job, why, count) =>
    `${job} wurde erschüttert: ${why}. ${count === 1 ? 'Eine Person hat' : `${count} Personen haben`} noch nicht wieder hingesehen.`,
  missing: (job, missing) => `${job}: ${missing.join('; ')}.`,
  contradiction: (open) => (open === 1 ? 'Ein Widerspruch ist offen.' : `${open} Widersprüche sind offen.`),
  silence: (silent, usual, n) => `Seit ${silent} still; an dieser Stelle bleibt die Hälfte unter ${usual} (n = ${n}).`,
  repeats: (repeats, usual, n) =>
    `Ging ${times(repeats)} zurück; die Hälfte tut es ${usual < 1 ? 'nie' : `höchstens ${times(usual)}`} (n = ${n}).`,
  age: (age, usual, n) => `Seit ${age} offen; die Hälfte der gekauften brauchte weniger als ${usual} (n = ${n}).`,
  years: (n) => `${n} Jahren`,
  months: (n) => `${n} Monaten`,
  days: (n) => `${n} Tagen`,
  hours: (n) => (n <= 1 ? 'einer Stunde' : `${n} Stunden`),
};

const times = (n: number): string => (n === 1 ? 'einmal' : n === 2 ? 'zweimal' : `${Math.round(n)}-mal`);

export const news: typeof en.news = {
  stance: (who, did, jobs) => `${who} ${did}: ${listed(jobs.map((job) => `„${job}“`))}.`,
  many: (count, kind, last) => `${count} Änderungen der Art „${kinds[kind] ?? kind}“, die letzte: ${last}`,
};

const kinds: Readonly<Record<string, string>> = {
  purchase: 'Beschaffung',
  stakeholder: 'Beteiligte',
  job: 'Aufgabe',
  assent: 'Zustimmung',
  evidence: 'Anzeichen',
  touch: 'Kontakt',
  requirement: 'Anforderung',
  option: 'Option',
  score: 'Bewertung',
  weights: 'Gewichte',
  claim: 'Aussage',
  contradiction: 'Widerspruch',
  assumption: 'Annahme',
  driver: 'Werttreiber',
  case: 'Wertrechnung',
  realised: 'Eingetretenes',
  net_value: 'Nettowert',
  plan: 'Plan',
  step: 'Schritt',
  file: 'Datei',
  question: 'Frage',
  answer: 'Antwort',
  risk: 'Risiko',
};
