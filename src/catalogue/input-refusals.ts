import { texts } from './texts.ts';

export const inputRefusals = texts('input-refusals', 'inputRefusals', {
  write_day_as_year: 'Write a day as year-month-day with a year of four digits, such as 2026-03-31.',
  plan_reaches_from_year: 'A plan reaches from the year 2000 to 2199. Check the year.',
  there_no_such_time: 'There is no such time zone. Write one like Europe/Berlin.',
  at_least_one_day: 'At least one day of the week has to be a working day.',
  name_each_day_week: 'Name each day of the week once.',
  two_jobs_have_same: 'two jobs have the same job_id',
  write_something_first: 'Write something first.',
  more_than_20_000: 'This has more than 20,000 characters. Shorten it, or split it into several.',
  say_what_could_go: 'Say what could go wrong in up to 2,000 characters. What is done about it has a place of its own.',
  say_what_could_go_: 'Say what could go wrong.',
  cannot_id_choose_another: 'this cannot be an id; choose another',
  quorum_at_most_1: 'a quorum is at most 1/1',
  year_from_0000_9999: 'a year from 0000 to 9999, in UTC as well',
});
