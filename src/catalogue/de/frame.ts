import type * as en from '../frame.ts';

export const common: typeof en.common = {
  product: 'Coassent',
  skip: 'Direkt zur Seite',
  close: 'Schließen',
  cancel: 'Abbrechen',
  save: 'Speichern',
  again: 'Noch einmal versuchen',
  loading: 'Wird geladen',
  messages: 'Meldungen',
  offline: 'Das Programm antwortet nicht',
  refused: 'Das ging nicht',
  broken: 'Diese Seite ließ sich nicht zeichnen',
  undo: 'Rückgängig',
  more: 'mehr',
  table: 'Als Tabelle zeigen',
  csv: 'CSV herunterladen',
  simulated: 'simuliert',
  simulated_about:
    'Vom Programm erzeugt, um zu zeigen, was es kann: keine echten Menschen, keine echten Beschaffungen.',
  nobody: 'ohne Namen',
  not_found: 'Diese Seite gibt es nicht',
  not_found_about: 'Die Adresse ist vielleicht veraltet oder vertippt.',
  to_start: 'Zu den Arbeitsbereichen',
};

export const frame: typeof en.frame = {
  acting_as: 'Sie handeln als',
  language: 'Sprache',
  preview:
    'So sieht es ein Käufer, der eben hereingelassen wurde: das Geteilte, und nichts, was eine Seite für sich behält.',
  leave_preview: 'Vorschau verlassen',
  sign_in: 'Anmelden',
  sign_in_first: 'Bitte zuerst anmelden',
  sign_in_first_about:
    'Anbieter melden sich an. Käufer öffnen den Link in ihrer E-Mail: Er bringt sie ohne Konto in ihren Raum.',
  not_yours: 'Hier ist nichts für Sie',
  not_yours_about:
    'Vielleicht stimmt der Link nicht, oder es ist nicht mit Ihnen geteilt. Vielleicht kennt man Sie unter einer anderen Adresse.',
  my_rooms: 'Meine Räume',
  my_account: 'Mein Konto',
  acting_about:
    'Die Türen dieses Arbeitsbereichs stehen offen: An diesem Rechner wählen Sie, wer handelt. Jede Handlung wird unter diesem Namen festgehalten.',
  sellers: 'Anbieter',
  buyers: 'Käufer dieser Beschaffung',
  someone: 'jemand, der hier nicht steht',
  workspace: 'Arbeitsbereich',
  all_workspaces: 'Alle Arbeitsbereiche …',
  portfolio: 'Portfolio',
  import: 'Import',
  journeys: 'Verläufe',
  settings: 'Einstellungen',
  your_purchase: 'Ihre Beschaffung',
  pages: 'Seiten',
  palette: 'Suche und Befehle',
  theme: { system: 'Farben: wie der Rechner', light: 'Farben: hell', dark: 'Farben: dunkel' },
  live: 'Live: Was andere ändern, erscheint von selbst',
  live_short: 'live',
  connecting: 'verbindet …',
  lost: 'Verbindung verloren, neuer Versuch läuft',
  lost_about:
    'Was Sie sehen, ist vielleicht nicht mehr aktuell. Was Sie jetzt tun, bleibt auf dieser Seite und wird gesendet, sobald die Verbindung wieder steht.',
  unsent: (count) =>
    count === 1
      ? 'Eine Änderung ist noch nicht gesendet. Lassen Sie diese Seite offen.'
      : `${count} Änderungen sind noch nicht gesendet. Lassen Sie diese Seite offen.`,
  kept_unsent: 'Das Programm antwortet nicht. Ihre Änderung bleibt hier und wird gesendet, sobald es wieder antwortet.',
  discard: 'Verwerfen',
  here: 'Gerade hier',
  here_other_side: 'von der anderen Seite',
  times_in: (zone) => `Uhrzeiten gelten für ${zone}.`,
  runs_here: 'Läuft auf diesem Rechner; wer ihn betreibt, könnte seine Datenbank lesen.',
  no_one: 'Hier handelt noch niemand',
  no_one_about: 'Sagen Sie, wer Sie auf der Anbieterseite sind. Die Türen stehen hier offen: Es ist nur ein Name.',
  your_name: 'Ihr Name',
  begin: 'Beginnen',
  buyer_nowhere: 'Käufer haben kein Portfolio',
  buyer_nowhere_about:
    'Sie handeln als Käufer: Sie sehen die Beschaffung, zu der Sie gehören, so wie sie mit Ihnen geteilt ist.',
  act_as_seller: 'Stattdessen als Anbieter handeln',
  open_yours: 'Ihre Beschaffung öffnen',
};

export const signWords: typeof en.signWords = {
  given: 'stimmt zu',
  working: 'arbeitet daran',
  shaken: 'seither erschüttert',
  indicated: 'deutet sich an, niemand hat es gesagt',
  none: 'noch nichts',
  withheld: 'stimmt nicht zu',
  withdrawn: 'zurückgenommen',
  aside: 'enthält sich',
};

export const ringWords: typeof en.ringWords = {
  complete: 'erfüllt',
  reopened: 'wieder offen',
  working: 'in Arbeit',
  indicated: 'deutet sich nur an',
  none: 'noch nichts',
  agreed: (share) => `${share} der Nötigen stimmen zu`,
  shaken: (share) => `${share} erschüttert`,
  evidence: {
    none: '',
    started: 'Anzeichen, dass es begonnen hat',
    advanced: 'Anzeichen, dass es vorankam',
    completed: 'Anzeichen, dass es getan ist; niemand hat es gesagt',
  },
};

export const roleWords: typeof en.roleWords = {
  champion: 'Fürsprecher',
  decision_maker: 'Entscheider',
  approver: 'Freigabe',
  evaluator: 'Prüfung',
  user: 'Anwender',
  procurement: 'Einkauf',
  legal: 'Recht',
  security: 'IT-Sicherheit',
  finance: 'Finanzen',
  partner: 'Partner',
  observer: 'Beobachter',
};

export const outcomeWords: typeof en.outcomeWords = {
  open: 'Offen',
  bought: 'Gekauft',
  lost: 'Verloren',
  no_decision: 'Keine Entscheidung',
};

export const channelWords: typeof en.channelWords = {
  web: 'Web',
  email: 'E-Mail',
  chat: 'Chat',
  phone: 'Telefon',
  video: 'Video',
  in_person: 'persönlich',
  event: 'Veranstaltung',
  partner: 'Partner',
  room: 'Raum',
  api: 'API',
  agent: 'Agent',
};

export const restsOnWords: typeof en.restsOnWords = {
  problem_statement: 'das Problem',
  options: 'die Optionen',
  requirements: 'die Anforderungen',
  scores: 'die Bewertungen',
  claims_used: 'die verwendeten Aussagen',
  agreed_assumptions: 'die vereinbarten Annahmen',
  net_value: 'der Nettowert',
  chosen_option: 'die gewählte Option',
  decision_makers: 'die anwesenden Entscheider',
};
