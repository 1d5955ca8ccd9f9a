import type * as en from '../import-refusals.ts';

const sides = {
  accounts: 'Unternehmen',
  contacts: 'Kontakte',
  companies: 'Unternehmen',
  products: 'Produkte',
  stages: 'Phasen',
  engagement_deals: 'Verknüpfungen von Aktivitäten und Deals',
  engagement_contacts: 'Verknüpfungen von Aktivitäten und Kontakten',
  deleted_deals: 'gelöschte Deals',
  deleted_opportunities: 'gelöschte Opportunities',
} as const;
const parts = { case: 'der Vorgang', activity: 'die Aktivität', time: 'die Zeit' } as const;
const packed = (is: boolean): string => (is ? ', mit gzip gepackt' : '');

export const importRefusals: typeof en.importRefusals = {
  neither_file_nor_mapping:
    'Weder die Datei noch die Zuordnung sagt die Währung der Beträge; darum sind alle ausgelassen. Setzen Sie „currency“, etwa EUR.',
  no_currency_code_write: (code) => `„${code}“ ist kein Währungskürzel. Schreiben Sie drei Buchstaben, etwa EUR.`,
  nothing_purchase_says_when:
    'Nichts zu dieser Beschaffung sagt, wann es war. Tragen Sie ein Datum ein, oder geben Sie solchen Zeilen in der Zuordnung eine Zeit (time.at).',
  event_belongs_workspace_was:
    'Dieser Eintrag gehört zum Arbeitsbereich, aus dem er stammt, und zu keiner Beschaffung; er wurde ausgelassen.',
  event_buyers_own_whoever:
    'Dieser Eintrag gehört den Käufern. Wer importiert, ist Anbieter und liest und schreibt dort nicht; er wurde ausgelassen.',
  file_assents_imported_they:
    'Die Datei enthält Zustimmungen. Importiert gelten sie als Anzeichen und erfüllen keine Aufgabe: Zustimmen können nur Menschen hier.',
  no_file_columns_deals: (crm) =>
    `Keine Datei hat die Spalten, mit denen ${crm} Deals exportiert. Wählen Sie die Datei der Deals, oder ordnen Sie die Spalten von Hand zu.`,
  file_columns_no_part:
    'Diese Datei hat die Spalten keines Teils des Exports, der gebraucht wird; sie wurde ausgelassen.',
  row_names_no_deal: 'Diese Zeile nennt keinen Deal. Füllen Sie die Zelle aus.',
  row_marked_as_deleted:
    'Diese Zeile ist in der Quelle als gelöscht markiert und wurde ausgelassen. Stellen Sie sie dort wieder her, wenn sie zählen soll.',
  engagement_belongs_no_deal:
    'Diese Aktivität gehört zu keinem Deal des Exports und wurde ausgelassen. Verknüpfen Sie sie, und exportieren Sie die Tabelle, die Aktivitäten mit Deals verknüpft.',
  note_or_task_not:
    'Eine Notiz oder eine nicht erledigte Aufgabe ist kein Kontakt mit dem Kunden und wurde ausgelassen.',
  row_names_no_opportunity: 'Diese Zeile nennt keine Opportunity. Füllen Sie die Zelle aus.',
  row_names_no_lead: 'Diese Zeile nennt keinen Lead (mql_id). Füllen Sie die Zelle aus.',
  activity_belongs_no_opportunity:
    'Diese Aktivität gehört zu keiner Opportunity und wurde ausgelassen. Verknüpfen Sie sie in der Quelle.',
  task_not_completed_so:
    'Diese Aufgabe ist nicht erledigt, also noch nicht geschehen, und wurde ausgelassen. Importieren Sie sie wieder, wenn sie erledigt ist.',
  no_file_was_given: 'Es wurde keine Datei angegeben. Wählen Sie mindestens eine.',
  files_no_parts_known:
    'Dateien, die nicht zum Export eines bekannten CRM gehören, werden einzeln importiert. Importieren Sie diese für sich.',
  there_no_template_choose: (name, known) => `Eine Vorlage „${name}“ gibt es nicht. Wählen Sie eine von: ${known}.`,
  file_column_names_but: 'Die Datei hat Spaltennamen, aber keine Zeilen. Exportieren Sie sie noch einmal mit Zeilen.',
  no_row_with_column: 'Es wurde keine Zeile mit Spaltennamen gefunden. Die erste Zeile muss die Spalten benennen.',
  row_more_cells_than: (columns) =>
    `Diese Zeile hat mehr Zellen als die ${columns} Spalten der Kopfzeile. Setzen Sie Text, der das Trennzeichen enthält, in Anführungszeichen.`,
  header_more_than_columns: (most) => `Die Kopfzeile hat mehr als ${most} Spalten. Exportieren Sie weniger.`,
  last_row_cut_off:
    'Die letzte Zeile ist abgeschnitten. Exportieren Sie die Datei noch einmal, um den Rest zu bekommen.',
  quotes_enclose_whole_row:
    'Anführungszeichen umschließen die ganze Zeile und machen sie zu einer Zelle. Nehmen Sie die äußeren weg.',
  row_cells_check_for: (cells, expected) =>
    `Diese Zeile hat ${cells} von ${expected} Zellen. Prüfen Sie, ob ein Zeilenumbruch oder Trennzeichen verloren ging.`,
  cell_bytes_not_valid:
    'Diese Zelle hat Bytes, die in der Kodierung der Datei nicht gültig sind. Speichern Sie die Datei als UTF-8.',
  quotes_in_row_column:
    'Die Anführungszeichen in der Zeile der Spaltennamen passen nicht zusammen. Berichtigen Sie diese Zeile.',
  quotes_in_row_do:
    'Die Anführungszeichen in dieser Zeile passen nicht zusammen. Schließen Sie die Zelle in Anführungszeichen ein, und verdoppeln Sie die darin.',
  last_row_cut_off_:
    'Die letzte Zeile ist innerhalb von Anführungszeichen abgeschnitten. Exportieren Sie die Datei noch einmal, um den Rest zu bekommen.',
  quote_opens_in_row:
    'Ein Anführungszeichen öffnet sich in dieser Zeile und wird nicht geschlossen. Schließen Sie es, oder verdoppeln Sie es, wo es zum Text gehört.',
  cell_blank_event_needs: 'Diese Zelle ist leer; ein Ereignis braucht Vorgang, Aktivität und Zeit.',
  there_no_column_columns: (wanted, names) => `Eine Spalte „${wanted}“ gibt es nicht. Die Spalten sind: ${names}.`,
  column_no_times_can: (column, shown) =>
    `Die Spalte „${column}“ hat keine lesbaren Zeiten (${shown}). Schreiben Sie sie wie 2018-05-28 13:46:00.`,
  dates_can_read_month: (column, shown) =>
    `Die Daten von „${column}“ (${shown}) lassen sich mit dem Monat und mit dem Tag zuerst lesen. Schreiben Sie das Jahr zuerst, wie 2018-05-28.`,
  file_unpacks_far_more:
    'Diese Datei wird beim Entpacken viel größer, als es ein Ereignisprotokoll würde. Entpacken Sie sie selbst, sehen Sie sie an, und senden Sie sie entpackt.',
  compressed_file_ends_too:
    'Die gepackte Datei endet zu früh. Kopieren oder laden Sie sie noch einmal, um den Rest zu bekommen.',
  compressed_file_damaged_from: 'Die gepackte Datei ist ab hier beschädigt. Kopieren oder laden Sie sie noch einmal.',
  file_more_than_different: (most) =>
    `Die Datei hat mehr als ${most} verschiedene Schlüssel: Schreiben Sie wechselnde Namen als Werte, nicht als Schlüssel.`,
  last_line_cut_off:
    'Die letzte Zeile ist abgeschnitten. Exportieren Sie die Datei noch einmal, um den Rest zu bekommen.',
  line_cannot_read_write: (problem) => `Diese Zeile ist nicht lesbar (${problem}). Schreiben Sie ein Objekt je Zeile.`,
  file_empty_export_again: 'Die Datei ist leer. Exportieren Sie sie noch einmal, und prüfen Sie, ob sie Zeilen hat.',
  not_data_choose_csv: (mime) => `Das ist ${mime}, keine Daten. Wählen Sie eine CSV-, XES- oder JSON-Lines-Datei.`,
  file_cannot_imported_what: (ending, known) =>
    `Eine .${ending}-Datei lässt sich nicht importieren; was geht, endet auf ${known}.`,
  amount_too_large_correct: 'Dieser Betrag ist zu groß. Berichtigen Sie ihn in der Datei.',
  not_number_as_column: (sample) => `Das ist keine Zahl, wie die Spalte sie schreibt, etwa ${sample}.`,
  line_file_does_not: 'Eine Zeile dieser Datei endet nicht. Exportieren Sie sie noch einmal, mit Zeilenenden.',
  one_json_document_write:
    'Das ist ein einziges JSON-Dokument. Schreiben Sie es als JSON Lines: ein Objekt je Zeile, ohne Liste darum.',
  web_page_not_data:
    'Das ist eine Webseite, keine Daten: Vielleicht wurde statt der Datei eine Anmeldeseite gespeichert.',
  xml_not_event_log: 'Dieses XML ist kein Ereignisprotokoll: Eine XES-Datei hat am Anfang ein <log>-Element.',
  folder_name_one_file: (path) => `${path} ist ein Ordner. Nennen Sie eine Datei darin.`,
  there_no_file_check: (path) => `Die Datei ${path} gibt es nicht. Prüfen Sie den Pfad.`,
  file_may_not_read: (path) => `Die Datei ${path} darf dieser Benutzer nicht lesen.`,
  excel_workbook_open_and:
    'Das ist eine Excel-Arbeitsmappe. Öffnen Sie sie, und speichern Sie das Blatt als CSV (UTF-8).',
  zip_archive_unpack_and: 'Das ist ein ZIP-Archiv. Entpacken Sie es, und wählen Sie eine Datei daraus.',
  old_excel_workbook_open:
    'Das ist eine alte Excel-Arbeitsmappe. Öffnen Sie sie, und speichern Sie das Blatt als CSV (UTF-8).',
  file_nothing_but_blanks:
    'Die Datei hat nichts als Leerzeichen. Exportieren Sie sie noch einmal, und prüfen Sie, ob sie Zeilen hat.',
  not_text_file_choose: 'Das ist keine Textdatei. Wählen Sie eine CSV-, XES- oder JSON-Lines-Datei.',
  date_followed_by_something:
    'Auf das Datum folgt etwas, das keine Uhrzeit ist. Schreiben Sie es wie 13:46 oder 13:46:00+02:00.',
  there_no_such_day: 'So, wie diese Spalte Daten schreibt, gibt es diesen Tag nicht. Prüfen Sie Tag und Monat.',
  time_no_offset_say:
    'Diese Zeit nennt keine Zeitverschiebung. Sagen Sie, in welcher Zeitzone die Uhr der Datei ging, zum Beispiel Europe/Berlin.',
  year_out_range_correct: (year, first, last) =>
    `Das Jahr ${year} liegt außerhalb von ${first} bis ${last}. Berichtigen Sie es in der Datei.`,
  out_range_for_time: (value) =>
    `${value} ist keine mögliche Zeit seit 1970 in der Einheit dieser Spalte. Berichtigen Sie es in der Datei.`,
  spreadsheet_cannot_read_save: (message) =>
    `Die Tabelle ist nicht lesbar (${message}). Speichern Sie sie noch einmal als XLSX oder CSV.`,
  workbook_too_large_keep: 'Diese Arbeitsmappe ist zu groß. Behalten Sie nur das Blatt, das importiert werden soll.',
  spreadsheet_no_cells_choose: 'Die Tabelle hat keine Zellen. Wählen Sie die mit der Liste.',
  file_more_than_different_: (most) =>
    `Die Datei hat mehr als ${most} verschiedene Attribute; dieses und weitere neue sind ausgelassen.`,
  xml_broken_correct_file: (detail) =>
    `Das XML ist hier fehlerhaft (${detail}). Berichtigen Sie die Datei, oder exportieren Sie sie noch einmal.`,
  file_no_event_xes: 'Die Datei hat kein Ereignis: Ein XES-Protokoll hat <trace>-Elemente mit <event>-Elementen darin.',
  there_no_time_zone: (zone) =>
    `Eine Zeitzone „${zone}“ gibt es nicht. Nehmen Sie einen Namen wie Europe/Berlin oder UTC.`,
  file_empty_choose_one: 'Die Datei ist leer. Wählen Sie die mit der Liste.',
  old_xls_file_save: 'Das ist eine alte .xls-Datei. Speichern Sie sie als .xlsx oder CSV, und versuchen Sie es wieder.',
  neither_spreadsheet_nor_text: 'Das ist weder eine Tabelle noch Text. Speichern Sie die Liste als XLSX oder CSV.',
  there_no_time_format: (format, formats) => `Ein Zeitformat „${format}“ gibt es nicht. Nehmen Sie auto, ${formats}.`,
  dates_such_as_can: (shown) =>
    `Die Daten (etwa ${shown}) lassen sich mit dem Monat und mit dem Tag zuerst lesen. Sagen Sie, was gilt: month_first oder day_first.`,
  column_time_holds_no: (shown) => `Die Spalte der Zeit enthält keine Zeiten: ${shown}. Wählen Sie eine andere Spalte.`,
  rest_row_was_imported: 'Der Rest der Zeile wurde importiert.',
  cell_blank_so_not:
    'Diese Zelle ist leer; darum ist nicht bekannt, zu welcher Beschaffung die Zeile gehört. Füllen Sie sie aus.',
  row_does_not_say:
    'Diese Zeile sagt nicht, wann es war. Füllen Sie die Zelle aus, oder geben Sie solchen Zeilen in der Zuordnung eine Zeit (time.at).',
  no_column_says_which:
    'Keine Spalte sagt, zu welcher Beschaffung eine Zeile gehört. Geben Sie einer Spalte die Verwendung „purchase“.',
  no_column_says_when:
    'Keine Spalte sagt, wann. Geben Sie einer Spalte die Verwendung „time“, oder nennen Sie eine Zeit für alle Zeilen (time.at).',
  file_no_column_for: (column, use, shown) =>
    `Die Datei hat keine Spalte „${column}“ für ${use}. Ihre Spalten sind: ${shown}.`,
  more_rows_were_refused: (beyond) =>
    `${beyond} weitere Zeilen wurden abgelehnt. Bessern Sie aus, was aufgeführt ist, und importieren Sie die Datei noch einmal.`,
  something_broke_during_import:
    'Bei diesem Import ist etwas kaputtgegangen. Nichts davon ist gespeichert. Versuchen Sie es noch einmal.',
  program_was_stopped_during:
    'Das Programm wurde während dieses Imports angehalten, und nichts davon ist gespeichert. Importieren Sie die Datei noch einmal.',
  send_file_as_multipart:
    'Senden Sie die Datei als multipart/form-data. Im Browser: Wählen Sie sie, oder ziehen Sie sie herein.',
  no_file_came_with: 'Mit der Anfrage kam keine Datei. Wählen Sie eine.',
  file_being_imported_right: 'Diese Datei wird gerade importiert. Warten Sie, bis das getan ist.',
  file_imported_already_with:
    'Diese Datei ist schon importiert, mit einer anderen Zuordnung. Machen Sie jenen Import zuerst rückgängig, oder ersetzen Sie ihn.',
  too_many_side_rows: (most, side) =>
    `Der Export hat mehr als ${most} ${sides[side]}, die im Speicher verknüpft werden. Exportieren Sie jeweils einen kürzeren Zeitraum.`,
  and_rest_taken: (reason) => `${reason} Der Rest der Zeile wurde importiert.`,
  not_as_named: (ending, ending_packed, format, is_packed) =>
    `Der Name sagt ${ending}${packed(ending_packed)}, der Inhalt ist ${format}${packed(is_packed)}. Benennen Sie die Datei um, oder wählen Sie die richtige.`,
  no_event_column: (part, names) =>
    `Keine Spalte sieht aus, als wäre sie ${parts[part]} eines Ereignisses. Nennen Sie sie; die Spalten sind: ${names}.`,
  only_blanks: 'nichts als Leerzeichen',
  ampersand: 'ein &, das keinen Verweis beginnt: Schreiben Sie es als &amp;',
  xes_ends_early: (trace_line) =>
    `Die Datei endet zu früh${trace_line === null ? '' : `, im Vorgang, der in Zeile ${trace_line} beginnt`}. Alle ganzen Ereignisse davor wurden gelesen; exportieren Sie die Datei noch einmal, um den Rest zu bekommen.`,
  late_attribute:
    'Dieses Attribut eines Vorgangs kommt nach mehr als 10.000 seiner Ereignisse, die ohne es übernommen wurden. Schreiben Sie die Attribute eines Vorgangs vor seine Ereignisse.',
  no_object: 'es ist kein Objekt in geschweiften Klammern',
  no_json: (said) => said || 'es ist kein JSON',
  no_time_as_column: (sample) => `Das ist keine Zeit, wie die Spalte sie schreibt: ${sample}.`,
  sample: {
    iso: '2018-05-28 13:46:00',
    month_first: '5/28/2018 13:46 (Monat zuerst)',
    day_first: '28/5/2018 13:46 (Tag zuerst)',
    epoch_s: 'Sekunden seit 1970, wie 1527515160',
    epoch_ms: 'Millisekunden seit 1970, wie 1527515160000',
  },
  no_such_job: (word, job, template, jobs) =>
    `„${word}“ ist ein Anzeichen für „${job}“, das ${template} nicht hat. Die Aufgaben dort sind: ${jobs}.`,
};

export const importQuestions: typeof en.importQuestions = {
  zone: (shown) => `Die Zeiten (etwa ${shown}) nennen keine Zeitverschiebung. In welcher Zeitzone ging diese Uhr?`,
  ambiguous: (shown) =>
    `Die Daten (etwa ${shown}) lassen sich mit dem Monat und mit dem Tag zuerst lesen. Was ist richtig?`,
  no_times: (shown) => `Das sind keine Zeiten: ${shown}. Wählen Sie eine andere Spalte für die Zeit.`,
  blank_time: (blank, rows) =>
    `${blank} von ${rows} Zeilen sagen nicht, wann; sie werden abgelehnt, wenn die Zuordnung solchen Zeilen keine Zeit gibt.`,
  currency: 'In welcher Währung sind die Beträge? Ohne Währung werden sie ausgelassen.',
  mark: (shown) => `Steht das Zeichen in ${shown} für Dezimalen oder für Tausender?`,
  too_many_activities:
    'Die Aktivitäten sind zu viele verschiedene Wörter, um jedes zuzuordnen; ist das die richtige Spalte?',
  unmapped: (unmapped, of, some) =>
    `${unmapped} von ${of} Aktivitäten (etwa ${some}) haben noch keine Bedeutung und werden Kontakte. Für welche Aufgabe spricht jede?`,
  blank_account: (blank, rows) =>
    `${blank} von ${rows} Zeilen nennen kein Unternehmen; ihre Beschaffungen haben dann keines. Ist das richtig?`,
  purchase: 'Welche Spalte sagt, zu welcher Beschaffung eine Zeile gehört?',
  no_time: (at) =>
    `Keine Spalte sagt, wann. Alle Zeilen gelten vom ${at ?? 'Tag, der unbekannt ist'}; ist das richtig?`,
  outcome:
    'Noch beendet kein Wort eine Beschaffung, darum bleiben alle offen. Welche bedeuten gekauft, verloren oder keine Entscheidung?',
};

export const sheetRefusals: typeof en.sheetRefusals = {
  no_column: (column, head) => `Die erste Zeile hat keine Spalte „${column}“. Sie hat: ${head}.`,
  no_name: 'Es fehlt ein Name.',
  long_name: 'Der Name ist länger als 200 Zeichen.',
  no_value: 'Es fehlt ein Wert.',
  no_number: (written) => `„${written}“ ist keine Zahl.`,
  long_unit: 'Die Einheit ist länger als 40 Zeichen.',
  half_range: 'Eine Spanne hat ein unteres und ein oberes Ende oder keines.',
  outside: 'Der Wert liegt außerhalb seiner Spanne.',
  range: (low, high) => `${low} bis ${high}`,
  no_driver: 'Einen Werttreiber dieses Namens gibt es nicht.',
  no_month: (month) => `„${month}“ ist kein Monat. Schreiben Sie ihn wie 2026-09.`,
  no_amount: (written) => `„${written}“ ist kein Betrag.`,
  unreadable: 'Diese Datei ist nicht lesbar. Speichern Sie sie als XLSX oder CSV (UTF-8), und versuchen Sie es wieder.',
  too_many_rows: (most) => `Ein Blatt hat höchstens ${most} Zeilen. Teilen Sie es auf.`,
  empty: 'Das Blatt ist leer. Die erste Zeile benennt die Spalten.',
};

export const importSteps: typeof en.importSteps = { reading: 'Lesen', storing: 'Speichern' };
