import { plural, quoted } from '../format.ts';
import { roleWords } from '../frame.ts';
import type * as en from '../sense.ts';

const roleOf = (role: string): string => (role in roleWords ? roleWords[role as keyof typeof roleWords] : role);

export const words: typeof en.words = {
  title: 'Einordnung',
  about: 'Eine Seite für die ganze Gruppe: für alle dieselbe, nach dem, was jetzt bekannt ist.',
  jobs: 'Aufgaben',
  no_jobs: 'Diese Beschaffung hat noch keine Aufgaben',
  no_jobs_about: 'Fügen Sie im Überblick Aufgaben hinzu; dann sagt diese Seite zu jeder, was bekannt ist.',
  established: 'Was feststeht',
  established_none: 'Noch nichts: Keine Aussage wird für diese Aufgabe verwendet, oder alle sind umstritten.',
  disputed: 'Was umstritten ist',
  disputed_none: 'Nichts.',
  missing: 'Was fehlt',
  missing_none: 'Nichts, worauf diese Aufgabe beruht, fehlt.',
  no_matter: 'Was für diese Entscheidung keine Rolle spielt',
  no_matter_none: 'Nichts wurde beiseitegelegt.',
  ground: {
    settled: 'von einer Person geklärt',
    evidence: 'belegt',
    agreed_sources: 'mehrere Quellen sagen es',
    undisputed: 'eine Quelle, niemand bestreitet es',
  },
  also: (n) =>
    n === 1 ? 'eine weitere Quelle sagt dasselbe' : `${plural(n, 'weitere Quelle', 'weitere Quellen')} sagen dasselbe`,
  why: {
    aside: 'von der Gruppe beiseitegelegt',
    tells_nothing_apart: 'alle Optionen sagen dasselbe',
    expired: 'gilt nicht mehr',
  },
  lack: {
    problem: () => 'Das Problem ist nicht benannt.',
    requirements: () => 'Es gibt noch keine Anforderungen.',
    options: () => 'Es gibt weniger als zwei Optionen.',
    claims: () => 'Für diese Aufgabe wird keine Aussage verwendet.',
    evidence: (what) => `Noch hat niemand belegt: ${what}`,
    score: (what) => `Keine Option ist bewertet zu: ${what}`,
    choice: () => 'Keine Option ist gewählt.',
    assumption: (what) => `Der Annahme hat noch niemand zugestimmt: ${what}`,
    net_value: () => 'Die Wertrechnung hat noch keinen Nettowert.',
    role: (what) => `Noch ist niemand für die Rolle ${quoted(roleOf(what))} genannt.`,
  },
  assumption: (name) => `Annahme: ${name}`,
  print: 'Drucken',
  draft: (model) => `Zusammenfassung von ${model} entwerfen lassen`,
  drafting: (model) => `${model} entwirft …`,
  summary: 'Zusammenfassung, Entwurf',
  drafted_by: (model) =>
    `Entworfen von ${model} aus dieser Seite und nichts anderem. Nur Sie sehen sie; prüfen Sie, was sie anführt.`,
  put_away: 'Weglegen',
  settle: 'Unter „Aussagen“ klären',
};
