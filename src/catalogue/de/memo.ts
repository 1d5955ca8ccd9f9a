import type * as en from '../memo.ts';

export const words: typeof en.words = {
  tab: 'Entscheidungsvorlage',
  about:
    'Aus dem, was die Käuferseite jetzt weiß, für die, die entscheiden. Kein Anbieter kann sie erstellen oder hier lesen.',
  choose: 'Was darin steht',
  sections: 'Abschnitte',
  people: 'Menschen stehen darin',
  people_as: { names: 'mit Namen', counts: 'nur als Zahlen', none: 'gar nicht' },
  no_section: 'Nichts ist gewählt. Haken Sie mindestens einen Abschnitt an.',
  pdf: 'Als PDF speichern',
  md: 'Als Markdown speichern',
  print: 'Drucken',
  making: 'Die Datei wird erstellt …',
  made: (what) => `${what} liegt in Ihren Downloads`,
  buyers_only: 'Die Entscheidungsvorlage gehört den Käufern',
  buyers_only_about:
    'Die Käuferseite dieser Beschaffung erstellt sie aus dem, was sie selbst liest. Hier ist nichts davon zu sehen.',
};
