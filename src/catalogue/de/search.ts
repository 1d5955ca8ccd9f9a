import { quoted } from '../format.ts';
import type * as en from '../search.ts';

export const words: typeof en.words = {
  title: 'Suche',
  label: 'In dieser Beschaffung suchen',
  about:
    'Personen, Aufgaben, Anforderungen, Optionen, Aussagen, Wertrechnung, Fragen und Antworten, Risiken, Plan, Dateien, Gespräche: alles, was Sie hier lesen dürfen.',
  nothing: 'Nichts gefunden',
  nothing_about: 'Jedes Wort muss vorkommen. Versuchen Sie es mit weniger Wörtern oder mit einem Teil davon.',
  kinds: {
    person: 'Person',
    job: 'Aufgabe',
    problem: 'Problem',
    requirement: 'Anforderung',
    option: 'Option',
    claim: 'Aussage',
    assumption: 'Annahme',
    driver: 'Werttreiber',
    question: 'Frage',
    answer: 'Antwort',
    risk: 'Risiko',
    step: 'Schritt des Plans',
    file: 'Datei',
    touch: 'Gespräch',
  },
  all: (q) => `Alles zu ${quoted(q)}`,
};
