import type * as en from '../formulas.ts';

const doings = {
  adds: 'addiert',
  subtracts: 'subtrahiert',
  compares: 'vergleicht',
  chooses: 'wählt zwischen',
} as const;

export const formulas: typeof en.formulas = {
  comes_more_than_can: (driver) =>
    `„${driver}“ ergibt mehr, als sich genau rechnen lässt. Prüfen Sie Werte und Einheiten.`,
  divides_by_zero_in: (driver, month, divisor) =>
    `„${driver}“ teilt im Monat ${month} durch null: ${divisor} ist dann 0.`,
  gives_no_number_in: (driver, month) =>
    `„${driver}“ ergibt im Monat ${month} keine Zahl. Suchen Sie eine Wurzel aus etwas unter 0.`,
  these_correlations_cannot_all:
    'Diese Korrelationen können nicht alle gelten: Zwei Annahmen, die beide einer dritten folgen, können nicht gegeneinander laufen. Schwächen Sie eine ab.',
  in_and_no_rate: (part, code, currency) =>
    `„${part}“ ist in ${code}, und es gibt keinen Kurs zu ${currency}. Fügen Sie eine Annahme in ${currency}/${code} hinzu, und nennen Sie sie unter den Kursen.`,
  low_end_above_its: (name) => `Das untere Ende von „${name}“ liegt über dem oberen. Tauschen Sie beide.`,
  value_outside_its_range: (name) =>
    `Der Wert von „${name}“ liegt außerhalb seiner Spanne. Weiten Sie die Spanne, oder ändern Sie den Wert.`,
  cannot_lognormal_takes_low: (name) =>
    `„${name}“ kann nicht lognormal sein: Dafür muss das untere Ende über 0 liegen.`,
  there_nothing_simulate_yet: 'Noch gibt es nichts zu simulieren: Kein Werttreiber lässt sich rechnen.',
  runs_give_no_number: (broken, runs) =>
    `${broken} von ${runs} Läufen ergeben keine Zahl: Eine Spanne lässt etwas durch null teilen. Halten Sie 0 aus dieser Spanne heraus.`,
  formula_empty_name_at: 'Die Formel ist leer. Nennen Sie mindestens eine Annahme darin.',
  formula_at_most_characters: (longest) => `Eine Formel hat höchstens ${longest} Zeichen. Teilen Sie sie auf zwei auf.`,
  formula_holds_numbers_names: 'Eine Formel besteht nur aus Zahlen, Namen, + − × ÷ ^, Vergleichen und Funktionen.',
  no_number_formulas_hold: (raw) => `${raw} ist keine Zahl. Formeln bestehen nur aus Zahlen und Namen.`,
  too_large_count_with: (raw) => `${raw} ist zu groß, um damit zu rechnen.`,
  not_part_formulas_use: (operator) =>
    `„${operator}“ gehört nicht in Formeln. Nehmen Sie + − × ÷ ^, Vergleiche oder if(…).`,
  there_no_function_there: (name, known) => `Eine Funktion „${name}“ gibt es nicht. Es gibt: ${known}.`,
  takes_values_not: (fn, takes, given) => `${fn}(…) nimmt ${takes} Werte, nicht ${given}.`,
  these_several_formulas_in: 'Das sind mehrere Formeln in einer. Setzen Sie +, −, × oder ÷ zwischen ihre Teile.',
  these_formulas_go_round: (words) =>
    `Diese Formeln drehen sich im Kreis: ${words}. Lassen Sie eine davon stattdessen auf einer Annahme beruhen.`,
  rests_on_which_cannot: (used, message) => `Es beruht auf „${used}“, das sich nicht rechnen lässt: ${message}`,
  so_its_formula_give: (driver, kind, wants, given) =>
    `„${driver}“ ${kind}; die Formel muss ${wants} ergeben, ergibt aber ${given}.`,
  discount_rate_assumption_cannot:
    'Der Zinssatz ist eine Annahme, die hier nicht zu lesen ist: Vielleicht behält sie die andere Seite für sich. Es wird nichts abgezinst.',
  discount_rate_share_year: 'Der Zinssatz ist ein Anteil im Jahr: Geben Sie seiner Annahme die Einheit %.',
  discount_rate_above_100: 'Ein Zinssatz liegt über −100 %. Prüfen Sie die Einheit: 8 mit % sind 8 %.',
  horizon_time_give_its: 'Der Zeitraum ist eine Zeit: Geben Sie seiner Annahme die Einheit month oder year.',
  power_plain_number_not: (node, exponent) => `„${node}“: Eine Hochzahl ist eine bloße Zahl, nicht ${exponent}.`,
  can_only_raised_power: (node, base) =>
    `„${node}“: ${base} lässt sich nur mit einer Hochzahl potenzieren, die als Zahl dasteht.`,
  and_which_not_alike: (doing, one, other) =>
    `Das ${doings[doing]} ${one} und ${other}, die nicht gleicher Art sind. Multiplizieren oder teilen Sie mit dem, was das eine zum anderen macht.`,
  takes_plain_number_what: (fn, first) =>
    `${fn}(…) nimmt eine bloße Zahl: Worauf ${first} gerundet wird, hängt von der Einheit ab.`,
  first_value_if_comparison: 'Der erste Wert von if(…) ist ein Vergleich, wie month > 12.',
  unit_cannot_read_write: (text) =>
    `Die Einheit „${text}“ ist nicht lesbar. Schreiben Sie sie wie EUR/h, h/week, 1/year, % oder ein Wort für das, was gezählt wird.`,
  unit_not_known_did: (word, slip) => `Die Einheit „${word}“ ist nicht bekannt. Meinen Sie ${slip}?`,
  put_between_number: 'Die Formel ist nicht lesbar: Setzen Sie × zwischen eine Zahl und einen Namen.',
  unreadable: () => 'Die Formel ist nicht lesbar. Prüfen Sie Klammern und Rechenzeichen.',
  unreadable_at_start: () => 'Die Formel ist nicht lesbar, schon am Anfang. Prüfen Sie Klammern und Rechenzeichen.',
  unreadable_after: (_said, before) =>
    `Die Formel ist nach „${before}“ nicht lesbar. Prüfen Sie Klammern und Rechenzeichen.`,
  from_to: (least, most) => (least === most ? `${least}` : `${least} bis ${most}`),
  money_per_time: (currency) => `Geld je Zeit, wie ${currency}/month,`,
  money: (currency) => `Geld, wie ${currency},`,
  recurs: 'kommt immer wieder',
  comes_once: 'kommt einmal',
  add_it_or_ask: 'Fügen Sie es als Annahme hinzu, oder bitten Sie die andere Seite, es zu teilen.',
  did_you_mean: (meant) => `Meinen Sie „${meant}“?`,
  not_among_what: (name) =>
    `„${name}“ ist hier nicht zu lesen: noch nicht gesagt, oder die andere Seite behält es für sich.`,
  plain_number: 'eine bloße Zahl',
  a_number: 'eine Zahl',
  per: (top, under) => `${top} je ${under.join(' und ')}`,
  time: 'Zeit',
};
