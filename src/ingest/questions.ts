import { importQuestions } from '../catalogue/import-refusals.ts';
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
    const text = importQuestions.zone(shown);
    questions.push({ code: 'time.needs_zone', text, column: name });
  }
  if (times.ambiguous) {
    const text = importQuestions.ambiguous(shown);
    questions.push({ code: 'time.ambiguous', text, column: name });
  }
  if (times.format === null && column.filled > 0) {
    const text = importQuestions.no_times(shown);
    questions.push({ code: 'time.not_times', text, column: name });
  }
  if (column.filled < look.rows && mapping.time.at === undefined && mapping.crm === undefined) {
    const text = importQuestions.blank_time(look.rows - column.filled, look.rows);
    questions.push({ code: 'time.blank', text, column: name });
  }
  return questions;
}

function aboutAmount(column: ColumnLook, name: string, look: TableLook, mapping: Mapping): Question[] {
  const found = recogniseNumbers(column.sample);
  const has_column = Object.values(mapping.columns).includes('currency');
  const questions: Question[] = [];
  if (mapping.currency === undefined && found.currency === null && !has_column && look.rows > 0) {
    const text = importQuestions.currency;
    questions.push({ code: 'amount.no_currency', text, column: name });
  }
  if (found.ambiguous) {
    const text = importQuestions.mark(found.examples.map((value) => `"${value}"`).join(', '));
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
      ? importQuestions.too_many_activities
      : importQuestions.unmapped(unmapped.length, words.length, some);
  return [{ code: 'activity.unmapped', text, column: name }];
}

function blankAccounts(column: ColumnLook, name: string, look: TableLook): Question {
  const text = importQuestions.blank_account(look.rows - column.filled, look.rows);
  return { code: 'account.blank', text, column: name };
}

/** Of the mapping as a whole. */
function aboutWhole(mapping: Mapping, recognised: boolean): Question[] {
  const uses = Object.values(mapping.columns);
  const questions: Question[] = [];
  if (!uses.includes('purchase') && mapping.crm === undefined) {
    const text = importQuestions.purchase;
    questions.push({ code: 'purchase.missing', text, column: null });
  }
  if (!uses.includes('time') && mapping.crm === undefined) {
    const text = importQuestions.no_time(mapping.time.at?.slice(0, 10) ?? null);
    questions.push({ code: 'time.missing', text, column: null });
  }
  const ends = Object.values(mapping.activities).some((meaning) => meaning.outcome !== undefined);
  if (!ends && !recognised && Object.keys(mapping.outcomes).length === 0) {
    const text = importQuestions.outcome;
    questions.push({ code: 'outcome.unknown', text, column: null });
  }
  return questions;
}
