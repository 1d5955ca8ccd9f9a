import type * as en from '../refusals.ts';

const zones: Readonly<Record<string, string>> = {
  shared: 'im geteilten Bereich',
  buyer: 'auf der Käuferseite',
  seller: 'auf der Anbieterseite',
};
const zone = (code: string): string => zones[code] ?? code;
const side = (code: string): string => (code === 'buyer' ? 'Käuferseite' : 'Anbieterseite');

export const refusals: typeof en.refusals = {
  there_no_such_thing: 'Das gibt es hier nicht, oder es ist nicht mit Ihnen geteilt. Prüfen Sie den Link.',
  key_not_for_use:
    'Dieser Schlüssel ist nicht dafür gedacht. Nehmen Sie einen mit der nötigen Berechtigung, oder melden Sie sich an.',
  only_who_runs_machine: 'Das darf nur, wer diesen Rechner betreibt.',
  suppliers_side_program_act: 'Das ist die Seite des Anbieters. Handeln Sie als jemand von dort.',
  your_role_does_not: 'Ihre Rolle schließt das nicht ein. Bitten Sie einen Admin des Arbeitsbereichs.',
  only_buyer_side_may: 'Das darf nur die Käuferseite.',
  only_who_governs_buyer: 'Das darf nur, wer die Käuferseite verwaltet. Bitten Sie Ihren Fürsprecher.',
  room_closed_what_you:
    'Dieser Raum ist geschlossen. Was Sie lesen konnten, können Sie weiterhin lesen und exportieren.',
  purchase_belongs_another_pod:
    'Diese Beschaffung gehört einem anderen Team. Bitten Sie dieses Team oder einen Admin darum.',
  about_something_stands_on:
    'Das betrifft etwas, das nur auf Ihrer Seite steht. Verschieben Sie es zuerst in den geteilten Bereich, oder lassen Sie den Bereich weg.',
  kind_in_other_zone: (kind, where, instead) =>
    `Ein Eintrag ${kind} kann nicht ${zone(where)} stehen; lassen Sie den Bereich weg, dann steht er ${zone(instead)}.`,
  only_side_writes_into: (other) => `Nur die ${side(other)} schreibt in ihren eigenen Bereich.`,
  statement_counts_from_when: 'Eine Erklärung zählt ab dem Moment, in dem sie abgegeben wird. Lassen Sie die Zeit weg.',
  counts_from_when_entered: 'Das zählt ab dem Moment, in dem es hier eingetragen wird. Lassen Sie die Zeit weg.',
  cannot_have_happened_yet: 'Das kann noch nicht geschehen sein. Prüfen Sie das Datum und seine Zeitzone.',
  there_no_such_purchase: 'Diese Beschaffung gibt es nicht, oder sie ist nicht mit Ihnen geteilt. Prüfen Sie den Link.',
  newer_coassent_wrote_so: (kind) =>
    `Ein neueres Coassent hat hier „${kind}“ geschrieben; diese Version liest die Beschaffung nur. Aktualisieren Sie, um etwas zu ändern.`,
  someone_changed_while_you:
    'Jemand hat das geändert, während Sie es ansahen. Sehen Sie noch einmal hin, dann entscheiden Sie.',
  only_people_assent_software: 'Nur Menschen stimmen zu. Software darf es der Person vorschlagen.',
  you_can_only_speak: 'Sie sprechen nur für sich selbst oder für jemanden, der Sie als Vertretung benannt hat.',
  there_no_assent_person: 'Diese Person hat dieser Aufgabe nicht zugestimmt; es gibt nichts zurückzunehmen.',
  there_no_assent_person_:
    'Diese Person hat dieser Aufgabe noch nicht zugestimmt; stimmen Sie zu, statt zu bekräftigen.',
  sentence_job_changed_while:
    'Der Satz dieser Aufgabe wurde geändert, während Sie lasen. Lesen Sie ihn noch einmal, dann stimmen Sie zu.',
  one_these_requirements_no:
    'Eine dieser Anforderungen gibt es nicht mehr. Sehen Sie die Liste an, dann gewichten Sie neu.',
  person_on_selling_side: 'Diese Person ist auf der Anbieterseite und kann nicht zu den Beteiligten gehören.',
  delegate_someone_else_in:
    'Eine Vertretung muss jemand anderes aus dem Buying Center sein. Benennen Sie die Person zuerst.',
  purchase_already_open_choose: 'Diese Beschaffung ist schon eröffnet; wählen Sie eine andere Kennung.',
  only_person_can_name: 'Nur die Person selbst benennt ihre Vertretung, hier und nicht durch einen Import.',
  file_erases_nobody_ask: 'Eine Datei löscht niemanden. Beantragen Sie die Löschung hier.',
  since_first_buyer_came:
    'Seit der erste Käufer da ist, ändert nur die Käuferseite Personen, Rollen, Aufgaben und Regeln. Bitten Sie einen Käufer darum.',
  since_first_buyer_came_:
    'Seit der erste Käufer da ist, bewertet nur die Käuferseite Optionen und rechnet ihre Kosten. Schicken Sie eine Aussage.',
  purchase_already_job_with:
    'Diese Beschaffung hat schon eine Aufgabe mit dieser Kennung; wählen Sie eine andere Kennung.',
  purchase_no_such_job: 'Diese Beschaffung hat keine solche Aufgabe. Laden Sie neu, um ihre Aufgaben zu sehen.',
  someone_on_selling_side: 'Wer auf der Anbieterseite ist, kann nicht zu den Beteiligten gehören.',
  only_someone_buyer_side:
    'Nur jemand von der Käuferseite stimmt einer Annahme zu oder bestreitet sie. Schlagen Sie sie vor, und fragen Sie dort.',
  only_person_buyer_side: 'Nur eine Person der Käuferseite beurteilt eine Annahme, und nur für sich selbst.',
  value_case_nothing_id: 'Die Wertrechnung hat nichts mit dieser Kennung. Laden Sie neu, um zu sehen, was sie hat.',
  range_goes_from_worst:
    'Eine Spanne geht vom Schlechtesten zum Besten, mit der Bewertung dazwischen. Prüfen Sie die drei Werte.',
  person_not_in_buying: 'Diese Person gehört nicht zum Buying Center. Benennen Sie sie zuerst.',
  only_person_can_name_: 'Nur die Person selbst benennt ihre Vertretung.',
  only_person_who_was: 'Nur wer gefragt wurde, antwortet darauf, hier und nicht durch einen Import.',
  was_moved_before_move: 'Das wurde schon verschoben. Verschieben Sie den Eintrag, der jetzt dort steht.',
  no_longer_counts_so: 'Das zählt nicht mehr; es gibt nichts zu verschieben.',
  was_changed_since_move: 'Das wurde seither geändert. Verschieben Sie den neuesten Eintrag dazu.',
  only_side_wrote_can:
    'Nur die Seite, die das geschrieben hat, kann es verschieben, und nur in ihren eigenen oder den geteilten Bereich.',
  stands_in_zone_already: 'Das steht schon in diesem Bereich.',
  says_something_other_entries: 'Das sagt etwas über andere Einträge und kann selbst nicht verschoben werden.',
  was_said_without_name:
    'Das wurde ohne Namen gesagt und bleibt, wo es gesagt wurde. Fragen Sie neu, wo andere es lesen sollen.',
  import_brought_undo_import:
    'Das kam durch einen Import. Machen Sie ihn rückgängig, und importieren Sie in den anderen Bereich.',
  kind_not_in_zone: (kind, where) => `Ein Eintrag ${kind} kann nicht ${zone(where)} stehen.`,
  only_person_who_stated: 'Nur wer das erklärt hat, kann es verschieben. Bitten Sie die Person darum.',
  only_who_wrote_or: 'Nur wer das geschrieben hat oder Ihre Seite verwaltet, kann es verschieben. Bitten Sie darum.',
  only_people_weigh_software: 'Nur Menschen gewichten. Software darf der Person Gewichte vorschlagen.',
  only_person_can_say: 'Was einer Person wichtig ist, kann nur sie sagen. Bitten Sie sie zu gewichten.',
  requirement_there_twice_weigh: 'Eine Anforderung steht zweimal da. Gewichten Sie jede einmal.',
  all_them_0_so: 'Alle sind 0, so würde nichts zählen. Geben Sie dem Wichtigsten 100.',
  ranks_whole_numbers_from: (most) =>
    `Ränge sind ganze Zahlen von 1, dem Wichtigsten, bis ${most}. Gleiche teilen sich einen Rang.`,
  there_no_such_file: 'Diese Datei gibt es hier nicht. Laden Sie neu, um zu sehen, welche es gibt.',
  say_which_purchase_belongs: 'Sagen Sie, zu welcher Beschaffung das gehört: purchase_id.',
  plan_no_such_step: 'Der Plan hat keinen solchen Schritt. Laden Sie neu, um seine Schritte zu sehen.',
  both_sides_know_step:
    'Diesen Schritt kennen beide Seiten; er kann nicht nur einer Seite gehören. Kommentieren Sie ihn, oder legen Sie auf Ihrer Seite einen eigenen an.',
  checklist_no_such_entry: 'Die Checkliste hat diesen Eintrag nicht mehr. Laden Sie neu, um sie zu sehen.',
  how_step_stands_known: 'Wie ein Schritt steht, weiß, wer den Schritt kennt. Lassen Sie den Bereich weg.',
  internal_step_side_ask: (whose) =>
    `Das ist ein interner Schritt der ${side(whose)}. Bitten Sie sie, ihn zu ändern, oder kommentieren Sie ihn.`,
  purchase_no_such_job_:
    'Die Beschaffung hat diese Aufgabe nicht mehr. Wählen Sie für diesen Schritt eine andere oder keine.',
  say_day_or_how: 'Nennen Sie einen Tag oder den Abstand zu einem anderen Schritt, nicht beides.',
  nobody_id_known_choose:
    'Mit dieser Kennung ist hier niemand bekannt. Wählen Sie jemanden aus der Liste oder eine Rolle.',
  plan_at_most_steps: (most) =>
    `Ein Plan hat höchstens ${most} Schritte. Streichen Sie, was nicht gebraucht wird, oder nehmen Sie eine Checkliste.`,
  step_cannot_wait_for: 'Ein Schritt kann nicht auf sich selbst warten. Wählen Sie einen anderen, der vorher kommt.',
  step_should_come_before: 'Einen Schritt, der vor diesem kommen soll, gibt es nicht mehr. Laden Sie neu.',
  would_wait_for_circle: (last, names) =>
    `„${last}“ würde warten auf ${names.map((name) => `„${name}“`).join(', das wartet auf ')}. Das ist ein Kreis: Nehmen Sie einen Schritt heraus.`,
  say_how_step_stands: 'Sagen Sie, wie der Schritt steht oder welcher Eintrag seiner Checkliste getan ist.',
  day_yet_come_say:
    'Dieser Tag kommt erst noch. Sagen Sie, wann es war, oder lassen Sie den Tag weg, wenn es heute ist.',
  other_side_said_say:
    'Das hat die andere Seite gesagt. Halten Sie fest, was Sie wissen, als eigene Aussage: Dass beide einander widersprechen, wird von selbst gefunden.',
  what_does_not_matter: 'Was für diese Entscheidung nicht zählt, sagt die Käuferseite.',
  would_hold_until_but: (until, from) =>
    `Das würde bis ${until} gelten, aber erst ab ${from}. Ändern Sie eines von beiden.`,
  there_no_such_contradiction: 'Diesen Widerspruch gibt es hier nicht. Laden Sie neu, um die offenen zu sehen.',
  what_holds_one_claims: 'Was gilt, muss eine der Aussagen sein, die einander widersprechen.',
  either_one_them_holds:
    'Entweder gilt eine von ihnen, oder sie widersprechen einander nicht. Sagen Sie eines von beiden.',
  say_why_they_do: 'Sagen Sie, warum sie einander nicht widersprechen, damit andere nicht fragen müssen.',
  there_no_such_question: 'Diese Frage gibt es hier nicht. Laden Sie neu, um zu sehen, welche es gibt.',
  there_question_with_id: 'Eine Frage mit dieser Kennung gibt es schon; wählen Sie eine andere Kennung.',
  there_answer_with_id: 'Eine Antwort mit dieser Kennung gibt es schon; wählen Sie eine andere Kennung.',
  there_no_such_answer: 'Diese Antwort auf die Frage gibt es nicht. Laden Sie neu, um zu sehen, welche es gibt.',
  side_asked_says_whether: 'Ob eine Frage beantwortet ist, sagt die Seite, die gefragt hat. Bitten Sie sie darum.',
  only_buyer_side_can: 'Nur die Käuferseite kann ihren Namen weglassen. Fragen Sie mit Ihrem Namen.',
  nobody_id_can_asked: 'Mit dieser Kennung kann hier niemand gefragt werden. Wählen Sie jemanden aus der Liste.',
  person_on_other_side: 'Diese Person ist auf der anderen Seite. Fragen Sie die Person oder die Seite, nicht beide.',
  who_you_ask_could:
    'Wen Sie fragen, könnte das dort nicht lesen. Teilen Sie es, oder fragen Sie jemanden Ihrer Seite.',
  you_were_asked_within:
    'Sie wurden in der letzten Woche schon gefragt. Die nächste Frage kommt, wenn die Woche vorbei ist.',
};
