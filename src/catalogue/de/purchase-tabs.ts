import type * as en from '../purchase-tabs.ts';

export const tabWords: typeof en.tabWords = {
  label: 'Seiten dieser Beschaffung',
  start: 'Start',
  overview: 'Überblick',
  plan: 'Plan',
  options: 'Optionen',
  value: 'Wertrechnung',
  claims: 'Aussagen',
  sense: 'Einordnung',
  answers: 'Antworten',
  risks: 'Risiken',
  search: 'Suche',
  files: 'Dateien',
  memo: 'Entscheidungsvorlage',
  recorded: 'Über Sie erfasst',
  log: 'Protokoll',
  brief: 'Briefing',
};
