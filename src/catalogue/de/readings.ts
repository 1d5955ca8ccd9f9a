import type * as en from '../readings.ts';

const channels: Readonly<Record<string, string>> = {
  web: 'Web',
  proposal: 'Angebot',
  rep: 'Vertrieb',
  partner: 'Partner',
  support: 'Support',
  document: 'Dokument',
  other: 'anderswo',
};

export const readings: typeof en.readings = {
  they_about_different_things: 'sie betreffen Verschiedenes',
  they_hold_at_different: 'sie gelten zu verschiedenen Zeiten',
  they_hold_under_different: 'sie gelten unter verschiedenen Bedingungen',
  both_say_same: 'beide sagen dasselbe',
  one_says_yes_other: 'die eine sagt ja, die andere nein',
  both_use_same_words: 'beide gebrauchen dieselben Worte',
  they_said_in_different: 'sie sind in verschiedenen Worten gesagt',
  they_values_different_kinds: 'es sind Werte verschiedener Art',
  they_measured_in_different: 'sie messen Verschiedenes',
  numbers_do_not_meet: 'die Zahlen passen nicht zusammen',
  both_come_same: 'beide kommen auf dasselbe',
  numbers_meet: 'die Zahlen passen zusammen',
  how_long_one_them: 'wie lang eine von ihnen ist, hängt vom Kalender ab',
  both_name_same_day: 'beide nennen denselben Tag',
  days_do_not_meet: 'die Tage passen nicht zusammen',
  days_meet: 'die Tage passen zusammen',
  both_name_same_version: 'beide nennen dieselbe Version',
  versions_do_not_meet: 'die Versionen passen nicht zusammen',
  versions_meet: 'die Versionen passen zusammen',
  both_name_same: 'beide nennen dasselbe',
  one_names_more_than: 'die eine nennt mehr als die andere',
  they_name_different_things: 'sie nennen Verschiedenes',
  runs_backwards_write_earlier: (first, last) =>
    `${first} bis ${last} läuft rückwärts. Schreiben Sie den früheren Tag zuerst.`,
  can_two_days_write: (text, first, second) =>
    `${text} kann zwei Tage bedeuten. Schreiben Sie ${first} oder ${second}.`,
  there_no_day_look: (text) => `Den Tag ${text} gibt es nicht. Sehen Sie noch einmal im Kalender nach.`,
  year_cannot_meant_write: (year, first, last) =>
    `Das Jahr ${year} kann nicht gemeint sein. Schreiben Sie eines von ${first} bis ${last}.`,
  runs_backwards_write_smaller: (low, high) =>
    `${low} bis ${high} läuft rückwärts. Schreiben Sie die kleinere Zahl zuerst.`,
  larger_than_number_can: (number) =>
    `${number} ist größer, als eine Zahl hier sein kann. Schreiben Sie sie in einer größeren Einheit.`,
  no_unit_can_read: (text) =>
    `„${text}“ ist keine lesbare Einheit. Schreiben Sie zum Beispiel h, business days, GB, EUR/user/month oder %.`,
  say_what_value: 'Sagen Sie, was der Wert ist.',
  neither_yes_nor_no: (text) => `„${text}“ ist weder ja noch nein.`,
  no_number_with_unit: (text) =>
    `„${text}“ ist keine Zahl mit Einheit. Schreiben Sie zum Beispiel 4 h, ≤ 4 h, 10–12 Wochen oder 99,9 %.`,
  no_date_write_for: (text) =>
    `„${text}“ ist kein Datum. Schreiben Sie zum Beispiel 2026-05-01, Mai 2026, Q3 2026 oder bis 2026-05-01.`,
  no_version_write_for: (text) => `„${text}“ ist keine Version. Schreiben Sie zum Beispiel 5.4, ≥ 1.2 oder 12–15.`,
  yes_or_no_no: 'Ja oder nein ist kein Wert dieser Art. Wählen Sie ja/nein, oder nennen Sie den Wert.',
  they_seem_about_same: 'sie scheinen in anderen Worten dasselbe zu betreffen und unterscheiden sich',
  yes: 'ja',
  no: 'nein',
  channel: (channel) => channels[channel] ?? channel,
};
