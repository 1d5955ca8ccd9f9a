import type * as en from '../job-presets.ts';

export const jobPresets: typeof en.jobPresets = {
  problem_identification: {
    name: 'Problem klären',
    sentence: 'Wir sind uns einig, was das Problem ist und dass es sich lohnt, es zu lösen.',
  },
  solution_exploration: {
    name: 'Lösungen erkunden',
    sentence: 'Wir haben genug Arten von Lösungen angesehen, auch die, nichts zu tun.',
  },
  requirements_building: {
    name: 'Anforderungen aufstellen',
    sentence: 'Die Anforderungen sind richtig und vollständig genug, um danach zu wählen.',
  },
  supplier_selection: { name: 'Anbieter auswählen', sentence: 'Diese Option ist die, die ich wählen würde.' },
  validation: {
    name: 'Prüfen',
    sentence: 'Was man uns gesagt hat, ist geprüft, und die Wertrechnung hält stand.',
  },
  consensus_creation: {
    name: 'Einig werden',
    sentence: 'Ich kann mit dieser Entscheidung leben und werde sie mittragen.',
  },
  learn: {
    name: 'Verstehen',
    sentence: 'Wir verstehen unser Problem und die Wege, es zu lösen, gut genug, um zu wählen.',
  },
  buy: { name: 'Kaufen', sentence: 'Das ist die richtige Wahl zum richtigen Wert, und ich werde sie mittragen.' },
  order_and_install: {
    name: 'Bestellen und einrichten',
    sentence: 'Was wir bestellt haben, ist da und läuft, wo wir es brauchen.',
  },
  adopt: { name: 'Einführen', sentence: 'Die Menschen, für die es gekauft wurde, arbeiten damit.' },
  support: {
    name: 'Betreuen',
    sentence: 'Wenn wir Hilfe brauchen, bekommen wir sie, und sie löst, was wir gefragt haben.',
  },
};
