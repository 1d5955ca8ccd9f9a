import type { Mapping } from '../core/mapping.ts';
import type { ColumnLook, TableLook } from './look.ts';
import { recogniseNumbers } from './read/numbers.ts';

/** Something about a file that a person should look at before it is imported. */
export interface Question {
  /** Stable dotted code. */
  code: string;
  text: string;
  column: string | null;
}

/**
 * What is asked about tables with a mapping.
 * @param recognised whether the mapping is a shipped one, which has no end on purpose where it has none
 */
export function questionsOf(
  looks: readonly { part: string; look: TableLook }[],
  mapping: Mapping,
  recognised: boolean,
): Question[] {
  const questions: Question[] = [];
  for (const { part, look } of looks) {
    for (const column of look.columns) {
      const name = part === '' ? column.name : `${part}/${column.name}`;
      const use = mapping.columns[name];
      if (use === 'time') questions.push(...aboutTime(column, name, look, mapping));
      if (use === 'amount') questions.push(...aboutAmount(column, name, look, mapping));
      if (use === 'account' && column.filled < look.rows) questions.push(blankAccounts(column, name, look));
      if (use === 'activity' && mapping.crm === undefined) questions.push(...aboutActivities(column, name, mapping));
    }
  }
  return [...questions, ...aboutWhole(mapping, recognised)];
}

function aboutTime(column: ColumnLook, name: string, look: TableLook, mapping: Mapping): Question[] {
  const { times } = column;
  const shown = times.examples.map((value) => `"${value}"`).join(', ');
  const questions: Question[] = [];
  if (times.zone_needed && mapping.time.zone === undefined) {
    const text = `The times (such as ${shown}) have no offset. In which zone did that clock run?`;
    questions.push({ code: 'time.needs_zone', text, column: name });
  }
  if (times.ambiguous) {
    const text = `The dates (such as ${shown}) can be read month first and day first. Which is right?`;
    questions.push({ code: 'time.ambiguous', text, column: name });
  }
  if (times.format === null && column.filled > 0) {
    const text = `These are no times: ${shown}. Choose another column for the time.`;
    questions.push({ code: 'time.not_times', text, column: name });
  }
  if (column.filled < look.rows && mapping.time.at === undefined && mapping.crm === undefined) {
    const text = `${look.rows - column.filled} of ${look.rows} rows do not say when; they will be refused unless the mapping gives such rows a time.`;
    questions.push({ code: 'time.blank', text, column: name });
  }
  return questions;
}

function aboutAmount(column: ColumnLook, name: string, look: TableLook, mapping: Mapping): Question[] {
  const found = recogniseNumbers(column.sample);
  const has_column = Object.values(mapping.columns).includes('currency');
  const questions: Question[] = [];
  if (mapping.currency === undefined && found.currency === null && !has_column && look.rows > 0) {
    const text = 'In which currency are the amounts? Without one they are left out.';
    questions.push({ code: 'amount.no_currency', text, column: name });
  }
  if (found.ambiguous) {
    const text = `Is the mark in ${found.examples.map((value) => `"${value}"`).join(', ')} for decimals or thousands?`;
    questions.push({ code: 'amount.ambiguous', text, column: name });
  }
  return questions;
}

function aboutActivities(column: ColumnLook, name: string, mapping: Mapping): Question[] {
  const words = [...(column.values?.keys() ?? [])];
  const known = new Set(Object.keys(mapping.activities).flatMap((word) => [word, word.replace(/\+[^+]*$/, '')]));
  const unmapped = words.filter((word) => !known.has(word));
  if (unmapped.length === 0 && column.values !== null) return [];
  const some = unmapped
    .slice(0, 3)
    .map((word) => `"${word}"`)
    .join(', ');
  const text =
    column.values === null
      ? 'The activities are too many different words to map each; is this the right column?'
      : `${unmapped.length} of ${words.length} activities (such as ${some}) have no meaning yet and become touches. Which job does each suggest?`;
  return [{ code: 'activity.unmapped', text, column: name }];
}

function blankAccounts(column: ColumnLook, name: string, look: TableLook): Question {
  const text = `${look.rows - column.filled} of ${look.rows} rows name no account; their purchases will have none. Is that right?`;
  return { code: 'account.blank', text, column: name };
}

/** Of the mapping as a whole. */
function aboutWhole(mapping: Mapping, recognised: boolean): Question[] {
  const uses = Object.values(mapping.columns);
  const questions: Question[] = [];
  if (!uses.includes('purchase') && mapping.crm === undefined) {
    const text = 'Which column says which purchase a row belongs to?';
    questions.push({ code: 'purchase.missing', text, column: null });
  }
  if (!uses.includes('time') && mapping.crm === undefined) {
    const text = `No column says when. All rows are taken as of ${mapping.time.at?.slice(0, 10) ?? 'an unknown day'}; is that right?`;
    questions.push({ code: 'time.missing', text, column: null });
  }
  const ends = Object.values(mapping.activities).some((meaning) => meaning.outcome !== undefined);
  if (!ends && !recognised && Object.keys(mapping.outcomes).length === 0) {
    const text = 'No word ends a purchase yet, so all stay open. Which mean bought, lost or no decision?';
    questions.push({ code: 'outcome.unknown', text, column: null });
  }
  return questions;
}
