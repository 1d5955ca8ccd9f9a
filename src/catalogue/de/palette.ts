import type * as en from '../palette.ts';

export const paletteWords: typeof en.paletteWords = {
  title: 'Suche und Befehle',
  placeholder: 'Beschaffung, Seite oder Person suchen …',
  nothing: 'Nichts gefunden. Versuchen Sie es mit einem Teil des Namens.',
  in_purchase: 'In dieser Beschaffung',
  purchases: 'Beschaffungen',
  unnamed: 'Beschaffung ohne Namen',
  go_to: 'Gehe zu',
  pages: {
    portfolio: 'Portfolio',
    help: 'Portfolio: was Hilfe braucht',
    journeys: 'Verläufe',
    import: 'Datei importieren',
    templates: 'Einstellungen: Vorlagen für Aufgaben',
    people: 'Einstellungen: Anbieter',
    keys: 'Einstellungen: Tastatur',
  },
  act_as: 'Handeln als',
  sides: { seller: 'Anbieter', buyer: 'Käufer' },
  workspaces: 'Arbeitsbereiche',
  theme: 'Farben',
  themes: { light: 'Hell', dark: 'Dunkel', system: 'Wie der Rechner' },
};
