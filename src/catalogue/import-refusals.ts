import { texts } from './texts.ts';

export const importRefusals = texts('import-refusals', 'importRefusals', {
  neither_file_nor_mapping:
    'Neither the file nor the mapping says the currency of amounts, so all are left out. Set "currency", like EUR.',
  no_currency_code_write: (code: string) => `"${code}" is no currency code. Write three letters, like EUR.`,
  nothing_purchase_says_when:
    'Nothing of this purchase says when it happened. Fill a date in, or give the mapping a time for such rows (time.at).',
  event_belongs_workspace_was:
    'This event belongs to the workspace that it was exported from and not to a purchase, so it was left out.',
  event_buyers_own_whoever:
    "This event is the buyers' own. Whoever imports is a seller, who neither reads nor writes there; it was left out.",
  file_assents_imported_they:
    'The file has assents. Imported, they are drawn as indicated and complete no job: only people here state assent.',
  no_file_columns_deals: (crm: string) =>
    `No file has the columns of deals as ${crm} exports them. Choose the file of deals, or map the columns by hand.`,
  file_columns_no_part: 'This file has the columns of no part of the export that is used, so it was left out.',
  row_names_no_deal: 'This row names no deal. Fill the cell in.',
  row_marked_as_deleted:
    'This row is marked as deleted in the source, so it was left out. Restore it there if it should count.',
  engagement_belongs_no_deal:
    'This engagement belongs to no deal of the export, so it was left out. Associate it with one, and export the table that links engagements with deals.',
  note_or_task_not: 'A note, or a task that is not completed, is no interaction with the customer, so it was left out.',
  row_names_no_opportunity: 'This row names no opportunity. Fill the cell in.',
  row_names_no_lead: 'This row names no lead (mql_id). Fill the cell in.',
  activity_belongs_no_opportunity:
    'This activity belongs to no opportunity, so it was left out. Relate it to one in the source.',
  task_not_completed_so:
    'This task is not completed, so it has not happened yet and was left out. Import it again when it is.',
  no_file_was_given: 'No file was given. Choose at least one.',
  files_no_parts_known:
    "Files that are no parts of a known CRM's export are imported one by one. Import this one by itself.",
  there_no_template_choose: (name: string, known: string) => `There is no template "${name}". Choose one of: ${known}.`,
  file_column_names_but: 'The file has column names but no rows. Export it again with its rows.',
  no_row_with_column: 'No row with column names was found. The first row has to name the columns.',
  row_more_cells_than: (columns: number) =>
    `This row has more cells than the ${columns} columns of the header. Put quotes around text that contains the delimiter.`,
  header_more_than_columns: (max_columns: number) => `The header has more than ${max_columns} columns. Export fewer.`,
  last_row_cut_off: 'The last row is cut off. Export the file again to get the rest.',
  quotes_enclose_whole_row: 'Quotes enclose this whole row and make it one cell. Take away the outer quotes.',
  row_cells_check_for: (cells: number, expected: number) =>
    `This row has ${cells} of ${expected} cells. Check for a line break or delimiter that was lost.`,
  cell_bytes_not_valid: 'This cell has bytes that are not valid in the encoding of the file. Save the file as UTF-8.',
  quotes_in_row_column: 'The quotes in the row of column names do not match. Correct that row.',
  quotes_in_row_do: 'The quotes in this row do not match. Enclose the cell in quotes and double the quotes inside it.',
  last_row_cut_off_: 'The last row is cut off inside quotes. Export the file again to get the rest.',
  quote_opens_in_row:
    'A quote opens in this row and is not closed. Close it, or double it where it belongs to the text.',
  cell_blank_event_needs: 'This cell is blank; an event needs a case, an activity and a time.',
  there_no_column_columns: (wanted: string, names: string) =>
    `There is no column "${wanted}". The columns are: ${names}.`,
  column_no_times_can: (column: string, shown: string) =>
    `The column "${column}" has no times that can be read (${shown}). Write them like 2018-05-28 13:46:00.`,
  dates_can_read_month: (column: string, shown: string) =>
    `The dates of "${column}" (${shown}) can be read month first and day first. Write the year first, like 2018-05-28.`,
  file_unpacks_far_more:
    'This file unpacks to far more than an event log would. Unpack it yourself, look at it, and send it unpacked.',
  compressed_file_ends_too: 'The compressed file ends too early. Copy or download it again to get the rest.',
  compressed_file_damaged_from: 'The compressed file is damaged from here on. Copy or download it again.',
  file_more_than_different: (max_columns: number) =>
    `The file has more than ${max_columns} different keys: write changing names as values, not as keys.`,
  last_line_cut_off: 'The last line is cut off. Export the file again to get the rest.',
  line_cannot_read_write: (problem: string) => `This line cannot be read (${problem}). Write one object per line.`,
  file_empty_export_again: 'The file is empty. Export it again and check that it has rows.',
  not_data_choose_csv: (mime: string) => `This is ${mime}, not data. Choose a CSV, XES or JSON lines file.`,
  file_cannot_imported_what: (ending: string, known: string) =>
    `A .${ending} file cannot be imported; what can ends in ${known}.`,
  amount_too_large_correct: 'This amount is too large. Correct it in the file.',
  not_number_as_column: (sample: string) => `This is not a number as the column writes it, like ${sample}.`,
  line_file_does_not: 'A line of this file does not end. Export it again, with line ends.',
  one_json_document_write:
    'This is one JSON document. Write it as JSON lines: one object per line, no list around them.',
  web_page_not_data: 'This is a web page, not data: perhaps a log-in page was saved instead of the file.',
  xml_not_event_log: 'This XML is not an event log: an XES file has a <log> element at its start.',
  folder_name_one_file: (path: string) => `${path} is a folder. Name one file in it.`,
  there_no_file_check: (path: string) => `There is no file ${path}. Check the path.`,
  file_may_not_read: (path: string) => `The file ${path} may not be read by this user.`,
  excel_workbook_open_and: 'This is an Excel workbook. Open it and save the sheet as CSV (UTF-8).',
  zip_archive_unpack_and: 'This is a ZIP archive. Unpack it and choose one file from it.',
  old_excel_workbook_open: 'This is an old Excel workbook. Open it and save the sheet as CSV (UTF-8).',
  file_nothing_but_blanks: 'The file has nothing but blanks. Export it again and check that it has rows.',
  not_text_file_choose: 'This is not a text file. Choose a CSV, XES or JSON lines file.',
  date_followed_by_something:
    'The date is followed by something that is not a time of day. Write it like 13:46 or 13:46:00+02:00.',
  there_no_such_day: 'There is no such day in the calendar as this column writes its dates. Check day and month.',
  time_no_offset_say:
    'This time has no offset. Say in which zone the clock of the file ran, for example Europe/Berlin.',
  year_out_range_correct: (year: number, first_year: number, last_year: number) =>
    `The year ${year} is out of range (${first_year} to ${last_year}). Correct it in the file.`,
  out_range_for_time: (value: string) =>
    `${value} is out of range for a time since 1970 in the unit of this column. Correct it in the file.`,
  spreadsheet_cannot_read_save: (message: string) =>
    `The spreadsheet cannot be read (${message}). Save it again as XLSX or CSV.`,
  workbook_too_large_keep: 'This workbook is too large. Keep only the sheet to import.',
  spreadsheet_no_cells_choose: 'The spreadsheet has no cells. Choose the one with the list in it.',
  file_more_than_different_: (max_columns: number) =>
    `The file has more than ${max_columns} different attributes; this one and further new ones are left out.`,
  xml_broken_correct_file: (detail: string) =>
    `The XML is broken here (${detail}). Correct the file or export it again.`,
  file_no_event_xes: 'The file has no event: an XES log has <trace> elements with <event> elements in them.',
  there_no_time_zone: (zone: string) => `There is no time zone "${zone}". Use a name like Europe/Berlin or UTC.`,
  file_empty_choose_one: 'The file is empty. Choose the one with the list in it.',
  old_xls_file_save: 'This is an old .xls file. Save it as .xlsx or CSV and try again.',
  neither_spreadsheet_nor_text: 'This is neither a spreadsheet nor text. Save the list as XLSX or CSV.',
  there_no_time_format: (format: string, formats: string) =>
    `There is no time format "${format}". Use auto, ${formats}.`,
  dates_such_as_can: (shown: string) =>
    `The dates (such as ${shown}) can be read month first and day first. Say which: month_first or day_first.`,
  column_time_holds_no: (shown: string) => `The column of the time holds no times: ${shown}. Choose another column.`,
  rest_row_was_imported: 'The rest of the row was imported.',
  cell_blank_so_not: 'This cell is blank, so it is not known which purchase the row belongs to. Fill it in.',
  row_does_not_say:
    'This row does not say when it happened. Fill the cell in, or give the mapping a time for such rows (time.at).',
  no_column_says_which: 'No column says which purchase a row belongs to. Give one column the use "purchase".',
  no_column_says_when: 'No column says when. Give one column the use "time", or give a time for all rows (time.at).',
  file_no_column_for: (column: string, use: string, shown: string) =>
    `The file has no column "${column}" for the ${use}. Its columns are: ${shown}.`,
  more_rows_were_refused: (beyond: number) =>
    `${beyond} more rows were refused. Mend what is listed and import the file again.`,
  something_broke_during_import: 'Something broke during this import. Nothing of it is stored. Try again.',
  program_was_stopped_during:
    'The program was stopped during this import, and nothing of it is stored. Import the file again.',
  send_file_as_multipart: 'Send the file as multipart/form-data. In the browser: choose it or drop it.',
  no_file_came_with: 'No file came with the request. Choose one.',
  file_being_imported_right: 'This file is being imported right now. Wait until that is done.',
  file_imported_already_with:
    'This file is imported already, with another mapping. Undo that import first, or replace it.',
  too_many_side_rows: (
    most: number,
    side:
      | 'accounts'
      | 'contacts'
      | 'companies'
      | 'products'
      | 'stages'
      | 'engagement_deals'
      | 'engagement_contacts'
      | 'deleted_deals'
      | 'deleted_opportunities',
  ) =>
    `The export has more than ${most} ${{ accounts: 'accounts', contacts: 'contacts', companies: 'companies', products: 'products', stages: 'stages', engagement_deals: 'links of engagements and deals', engagement_contacts: 'links of engagements and contacts', deleted_deals: 'deleted deals', deleted_opportunities: 'deleted opportunities' }[side]}, which are joined in memory. Export a shorter period at a time.`,
  and_rest_taken: (reason: string) => `${reason} The rest of the row was imported.`,
  not_as_named: (ending: string, ending_packed: boolean, format: string, packed: boolean) =>
    `The name says ${ending}${ending_packed ? ' packed with gzip' : ''}, the content is ${format}${packed ? ' packed with gzip' : ''}. Rename the file, or choose the right one.`,
  no_event_column: (part: 'case' | 'activity' | 'time', names: string) =>
    `No column looks like the ${part} of an event. Name it; the columns are: ${names}.`,
  only_blanks: 'nothing but blanks',
  ampersand: 'an & that begins no reference: write it as &amp;',
  xes_ends_early: (trace_line: number | null) =>
    `The file ends too early${trace_line === null ? '' : `, inside the trace that starts on line ${trace_line}`}. All whole events before were read; export the file again to get the rest.`,
  late_attribute:
    'This attribute of a trace comes after more than 10,000 of its events, which have been taken without it. Write the attributes of a trace before its events.',
  no_object: 'it is not an object in braces',
  no_json: (said: string) => said || 'it is not JSON',
  no_time_as_column: (sample: string) => `This is not a time as the column writes it: ${sample}.`,
  sample: {
    iso: '2018-05-28 13:46:00',
    month_first: '5/28/2018 13:46 (month first)',
    day_first: '28/5/2018 13:46 (day first)',
    epoch_s: 'seconds since 1970, like 1527515160',
    epoch_ms: 'milliseconds since 1970, like 1527515160000',
  },
  no_such_job: (word: string, job: string, template: string, jobs: string) =>
    `"${word}" is evidence for "${job}", which ${template} does not have. Its jobs are: ${jobs}.`,
});

export const importQuestions = texts('import-refusals', 'importQuestions', {
  zone: (shown: string) => `The times (such as ${shown}) have no offset. In which zone did that clock run?`,
  ambiguous: (shown: string) => `The dates (such as ${shown}) can be read month first and day first. Which is right?`,
  no_times: (shown: string) => `These are no times: ${shown}. Choose another column for the time.`,
  blank_time: (blank: number, rows: number) =>
    `${blank} of ${rows} rows do not say when; they will be refused unless the mapping gives such rows a time.`,
  currency: 'In which currency are the amounts? Without one they are left out.',
  mark: (shown: string) => `Is the mark in ${shown} for decimals or thousands?`,
  too_many_activities: 'The activities are too many different words to map each; is this the right column?',
  unmapped: (unmapped: number, of: number, some: string) =>
    `${unmapped} of ${of} activities (such as ${some}) have no meaning yet and become touches. Which job does each suggest?`,
  blank_account: (blank: number, rows: number) =>
    `${blank} of ${rows} rows name no account; their purchases will have none. Is that right?`,
  purchase: 'Which column says which purchase a row belongs to?',
  no_time: (at: string | null) =>
    `No column says when. All rows are taken as of ${at ?? 'an unknown day'}; is that right?`,
  outcome: 'No word ends a purchase yet, so all stay open. Which mean bought, lost or no decision?',
});

export const sheetRefusals = texts('import-refusals', 'sheetRefusals', {
  no_column: (column: string, head: string) => `The first row has no column “${column}”. It has: ${head}.`,
  no_name: 'There is no name.',
  long_name: 'The name is longer than 200 characters.',
  no_value: 'There is no value.',
  no_number: (written: string) => `“${written}” is no number.`,
  long_unit: 'The unit is longer than 40 characters.',
  half_range: 'A range has a low and a high end, or neither.',
  outside: 'The value is outside its range.',
  range: (low: number, high: number) => `${low} to ${high}`,
  no_driver: 'There is no driver of that name.',
  no_month: (month: string) => `“${month}” is no month. Write it like 2026-09.`,
  no_amount: (written: string) => `“${written}” is no amount.`,
  unreadable: 'This file cannot be read. Save it as XLSX or CSV (UTF-8) and try again.',
  too_many_rows: (most: number) => `A sheet has at most ${most} rows. Split it.`,
  empty: 'The sheet is empty. Its first row names the columns.',
});

/** How far an import is. */
export const importSteps = texts('import-refusals', 'importSteps', { reading: 'Reading', storing: 'Storing' });
