import type * as en from '../plan-presets.ts';

export const planPresets: typeof en.planPresets = {
  software: {
    label: 'Software',
    about: 'Von dem, was die Software können muss, bis zum ersten Arbeitstag mit ihr.',
    steps: {
      security: 'IT-Sicherheit und Datenschutz prüfen',
      papers: 'Unterlagen zu IT-Sicherheit und Datenschutz schicken',
      shown: 'An Fällen des Käufers vorführen',
      trial: 'Mit denen erproben, die damit arbeiten werden',
      draft: 'Den Vertragsentwurf schicken',
      setup: 'Einrichten und die Daten übernehmen',
      training: 'Die Ersten schulen',
      first_day: 'Erster Arbeitstag damit',
    },
    checklists: {
      security: ['Wo Daten liegen und wer sie lesen kann', 'Anmeldung und Rollen', 'Sicherung und Ausstieg'],
      contract: ['Haftung und Laufzeit', 'Verarbeitung personenbezogener Daten', 'Kündigung und Rückgabe der Daten'],
    },
  },
  equipment: {
    label: 'Anlagen',
    about: 'Von der Spezifikation bis zur übernommenen Maschine.',
    steps: {
      safety: 'Arbeitsschutz und Zugang zum Netz prüfen',
      site: 'Den Standort ansehen',
      specification: 'Die Spezifikation vereinbaren',
      reference: 'Eine solche Anlage im Betrieb ansehen',
      draft: 'Angebot und Vertrag schicken',
      building: 'Bauen und prüfen',
      acceptance: 'Im Werk abnehmen',
      installation: 'Liefern und aufstellen',
      takeover: 'Die Anlage übernehmen',
    },
    checklists: {
      safety: ['Gefährdung am Arbeitsplatz beurteilt', 'Betriebsrat informiert', 'Netz und Fernzugriff'],
      contract: ['Gewährleistung und Haftung', 'Lieferung und Vertragsstrafen', 'Ersatzteile und Service'],
      site: ['Boden, Strom und Druckluft', 'Der Weg für die Maschine', 'Wer dort arbeitet'],
    },
  },
  services: {
    label: 'Dienstleistungen',
    about: 'Von der Aufgabe bis zum ersten Ergebnis, mit festem Umfang.',
    steps: {
      access: 'Zugang zu Systemen und Räumen klären',
      scope: 'Umfang, Personen und Honorar vorschlagen',
      people: 'Die Menschen treffen, die es tun würden',
      draft: 'Die Leistungsbeschreibung schicken',
      kickoff: 'Gemeinsam beginnen',
      result: 'Das erste Ergebnis ansehen',
    },
    checklists: { contract: ['Umfang und Abnahme', 'Vertraulichkeit', 'Wer für wen arbeiten darf'] },
  },
};

export const planSteps: typeof en.planSteps = {
  needs: 'Vereinbaren, was es können muss',
  decision: 'Entscheiden',
  signature: 'Den Vertrag unterschreiben',
  budget: 'Das Budget bestätigen lassen',
  contract: 'Den Vertrag prüfen lassen',
  order: 'Die Bestellung freigeben lassen',
};
