import { plural } from '../format.ts';
import type * as en from '../handover.ts';

export const words: typeof en.words = {
  title: 'Für die Käufer vorbereiten',
  about:
    'Ein Plan mit Rollen statt Namen, Anforderungen für den Anfang und ein Raum, in den man hereinkommt. Alles lässt sich ändern.',
  go: 'Vorbereiten',
  kind: 'Was für eine Beschaffung ist es?',
  kind_hint: (steps, requirements) =>
    `Bringt einen passenden Plan mit ${plural(steps, 'Schritt', 'Schritten')} und ${plural(requirements, 'Anforderung', 'Anforderungen')} mit.`,
  kind_none: 'Etwas anderes: leer beginnen',
  details: 'Plan und Anforderungen einzeln wählen',
  plan: 'Plan',
  no_plan: 'noch kein Plan',
  requirements: 'Anforderungen',
  no_requirements: 'noch keine Anforderungen',
  problem: 'Das Problem, wie Sie es verstanden haben',
  problem_hint: 'Ein Satz, den die Käufer berichtigen können. Zugestimmt wird damit nichts.',
  room: 'Den Raum öffnen: Wer den Link hat, gibt eine E-Mail-Adresse an und weist sie nach',
  fill: 'Aus einer Zeile Ihres CRM ausfüllen',
  row: 'Die Zeile, so wie kopiert',
  row_hint:
    'Kopieren Sie sie aus einer Liste oder einem Export, mit der Zeile der Spaltennamen darüber oder ohne. Sie füllt die Felder darunter.',
  row_nothing: 'Darin war nichts zu finden. Füllen Sie die Felder von Hand aus.',
  ready: 'Bereit zur Übergabe',
  ready_about: (name) => `Das finden die Käufer in „${name}“:`,
  made: {
    jobs: (n) => plural(n, 'Aufgabe', 'Aufgaben'),
    steps: (n) => plural(n, 'Schritt', 'Schritte'),
    requirements: (n) => plural(n, 'Anforderung', 'Anforderungen'),
  },
  link: 'Der Link des Raums',
  copy_link: 'Link kopieren',
  letter: 'Eine Einladung, fertig zum Senden',
  copy_letter: 'Einladung kopieren',
  copied: 'Kopiert',
  not_copied: 'Dieser Browser lässt Seiten nicht kopieren. Markieren Sie es und kopieren Sie es von Hand.',
  mail: (email) => `An ${email} senden`,
  mailed: (email) => `${email} ist eingeladen: ein Link und ein Knopf, kein Konto.`,
  preview: 'Vorschau als Käufer',
  to_purchase: 'Zur Beschaffung',
  no_room:
    'Dieser Arbeitsbereich steht an diesem Rechner offen und hat keine Räume: Wählen Sie bei „Sie handeln als“ einen Käufer, um dessen Seite zu sehen.',
  invitation: (to, purchase, from, link) =>
    [
      to === '' ? 'Guten Tag,' : `Guten Tag ${to},`,
      `wir haben einen Raum für „${purchase}“ vorbereitet: worin man sich einig werden muss, die Schritte beider Seiten mit Terminen und eine erste Liste von Anforderungen. Alles darin können Sie ändern.`,
      `Sie kommen ohne Konto über diesen Link hinein: ${link}`,
      'Was Ihre Seite dort für sich behält, sehen wir nicht.',
      from,
    ].join('\n\n'),
};
