import { formatNumber, formatShare, plural } from '../format.ts';
import type * as en from '../journeys.ts';

export const words: typeof en.words = {
  title: 'Verläufe',
  about:
    'Was worauf folgt. Die Breite zeigt, wie oft, die Farbe den Median der Dauer. Schleifen sind normal und immer gezeichnet.',
  lens: 'Ansehen',
  lenses: { jobs: 'Aufgaben', activities: 'Aktivitäten' },
  outcome: 'Ausgang',
  all: 'Alle',
  imported: 'aus einem Import',
  remove: 'Filter entfernen: aus einem Import',
  slider: 'Seltene Übergänge',
  slider_value: (percent) => `die häufigsten, zusammen mindestens ${percent} % der Übergänge`,
  showing: (share, variants, all) =>
    `${formatShare(share)} der Übergänge gezeigt, ${formatNumber(variants)} von ${plural(all, 'Variante', 'Varianten')} ganz`,
  facts: (cases, events) =>
    `${plural(cases, 'Beschaffung', 'Beschaffungen')}, ${plural(events, 'Ereignis', 'Ereignisse')}`,
  map: 'Die Karte der Verläufe; dasselbe steht unten als Tabelle.',
  legend_fast: 'früher',
  legend_slow: 'später',
  start: 'Beginn',
  end: 'Ende',
  drawing: 'Die Karte wird gezeichnet …',
  empty: 'Noch gibt es keine Verläufe zu zeichnen',
  empty_about: 'Importieren Sie ein Ereignisprotokoll, oder warten Sie, bis sich Beschaffungen bewegt haben.',
  to_import: 'Datei importieren',
  node_tip: (n, cases) => `${formatNumber(n)}-mal in ${plural(cases, 'Beschaffung', 'Beschaffungen')}`,
  starts: (n) => `beginnt ${formatNumber(n)}-mal`,
  ends: (n) => `endet ${formatNumber(n)}-mal`,
  rework: (n) => `${formatNumber(n)}-mal wiederholt`,
  edge_tip: (n, delay) => `${formatNumber(n)}-mal, die Hälfte binnen ${delay}`,
  returns: (n) => `${formatNumber(n)} davon gehen dorthin zurück, wo es schon war`,
  table: 'Alle Übergänge',
  columns: ['Von', 'Nach', 'Anzahl', 'Dauer (Median)', 'Rückkehr'],
  variants: 'Die häufigsten Wege',
  variant_columns: ['Beschaffungen', 'Anteil', 'Weg'],
  bigger: 'Vergrößern',
  smaller: 'Verkleinern',
  all_of: (n) => `Alle ${formatNumber(n)} zeigen`,
};
