import { texts } from './texts.ts';

export const readings = texts('readings', 'readings', {
  they_about_different_things: 'they are about different things',
  they_hold_at_different: 'they hold at different times',
  they_hold_under_different: 'they hold under different conditions',
  both_say_same: 'both say the same',
  one_says_yes_other: 'one says yes, the other no',
  both_use_same_words: 'both use the same words',
  they_said_in_different: 'they are said in different words',
  they_values_different_kinds: 'they are values of different kinds',
  they_measured_in_different: 'they are measured in different things',
  numbers_do_not_meet: 'the numbers do not meet',
  both_come_same: 'both come to the same',
  numbers_meet: 'the numbers meet',
  how_long_one_them: 'how long one of them is depends on the calendar',
  both_name_same_day: 'both name the same day',
  days_do_not_meet: 'the days do not meet',
  days_meet: 'the days meet',
  both_name_same_version: 'both name the same version',
  versions_do_not_meet: 'the versions do not meet',
  versions_meet: 'the versions meet',
  both_name_same: 'both name the same',
  one_names_more_than: 'one names more than the other',
  they_name_different_things: 'they name different things',
  runs_backwards_write_earlier: (first: string, last: string) =>
    `${first} to ${last} runs backwards. Write the earlier day first.`,
  can_two_days_write: (text: string, first: string, second: string) =>
    `${text} can be two days. Write ${first} or ${second}.`,
  there_no_day_look: (text: string) => `There is no day ${text}. Look at the calendar again.`,
  year_cannot_meant_write: (year: number, first_year: number, last_year: number) =>
    `The year ${year} cannot be meant. Write one from ${first_year} to ${last_year}.`,
  runs_backwards_write_smaller: (low: string, high: string) =>
    `${low} to ${high} runs backwards. Write the smaller number first.`,
  larger_than_number_can: (number: string) =>
    `${number} is larger than a number can be here. Write it in a larger unit.`,
  no_unit_can_read: (text: string) =>
    `“${text}” is no unit that can be read. Write for example h, business days, GB, EUR/user/month or %.`,
  say_what_value: 'Say what the value is.',
  neither_yes_nor_no: (text: string) => `“${text}” is neither yes nor no.`,
  no_number_with_unit: (text: string) =>
    `“${text}” is no number with a unit. Write for example 4 h, ≤ 4 h, 10–12 weeks or 99.9 %.`,
  no_date_write_for: (text: string) =>
    `“${text}” is no date. Write for example 2026-05-01, May 2026, Q3 2026 or by 2026-05-01.`,
  no_version_write_for: (text: string) => `“${text}” is no version. Write for example 5.4, ≥ 1.2 or 12–15.`,
  yes_or_no_no: 'Yes or no is no value of that kind. Choose yes/no, or say the value.',
  they_seem_about_same: 'they seem to be about the same thing in other words, and differ',
  yes: 'yes',
  no: 'no',
  channel: (channel: string) => channel,
});
