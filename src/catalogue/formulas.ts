import { texts } from './texts.ts';

export const formulas = texts('formulas', 'formulas', {
  comes_more_than_can: (driver: string) =>
    `“${driver}” comes to more than can be counted exactly. Look at its values and units.`,
  divides_by_zero_in: (driver: string, month: number, divisor: string) =>
    `“${driver}” divides by zero in month ${month}: ${divisor} is 0 then.`,
  gives_no_number_in: (driver: string, month: number) =>
    `“${driver}” gives no number in month ${month}. Look for a root of something below 0.`,
  these_correlations_cannot_all:
    'These correlations cannot all hold: two assumptions that both follow a third cannot go against each other. Weaken one.',
  in_and_no_rate: (part: string, code: string, currency: string) =>
    `“${part}” is in ${code} and no rate to ${currency} is set. Add an assumption in ${currency}/${code} and name it among the rates.`,
  low_end_above_its: (name: string) => `The low end of “${name}” is above its high end. Swap them.`,
  value_outside_its_range: (name: string) =>
    `The value of “${name}” is outside its range. Widen the range or change the value.`,
  cannot_lognormal_takes_low: (name: string) => `“${name}” cannot be lognormal: that takes a low end above 0.`,
  there_nothing_simulate_yet: 'There is nothing to simulate yet: no driver can be computed.',
  runs_give_no_number: (broken: number, runs: number) =>
    `${broken} of ${runs} runs give no number: a range lets something be divided by zero. Keep 0 out of that range.`,
  formula_empty_name_at: 'The formula is empty. Name at least one assumption in it.',
  formula_at_most_characters: (longest: number) => `A formula has at most ${longest} characters. Split it into two.`,
  formula_holds_numbers_names: 'A formula holds numbers, names, + − × ÷ ^, comparisons and functions only.',
  no_number_formulas_hold: (raw: string) => `${raw} is no number. Formulas hold numbers and names only.`,
  too_large_count_with: (raw: string) => `${raw} is too large to count with.`,
  not_part_formulas_use: (operator: string) =>
    `“${operator}” is not part of formulas. Use + − × ÷ ^, comparisons or if(…).`,
  there_no_function_there: (name: string, known: string) => `There is no function “${name}”. There are: ${known}.`,
  takes_values_not: (fn: string, takes: string, given: number) => `${fn}(…) takes ${takes} values, not ${given}.`,
  these_several_formulas_in: 'These are several formulas in one. Put +, −, × or ÷ between their parts.',
  these_formulas_go_round: (words: string) =>
    `These formulas go round in a circle: ${words}. Let one of them rest on an assumption instead.`,
  rests_on_which_cannot: (used: string, message: string) =>
    `It rests on “${used}”, which cannot be computed: ${message}`,
  so_its_formula_give: (driver: string, kind: string, wants: string, given: string) =>
    `“${driver}” ${kind}, so its formula has to give ${wants}; it gives ${given}.`,
  discount_rate_assumption_cannot:
    'The discount rate is an assumption that cannot be read here: the other side may keep it. Nothing is discounted.',
  discount_rate_share_year: 'The discount rate is a share a year: give its assumption the unit %.',
  discount_rate_above_100: 'A discount rate is above −100 %. Look at its unit: 8 with % is 8 %.',
  horizon_time_give_its: 'The horizon is a time: give its assumption the unit month or year.',
  power_plain_number_not: (node: string, exponent: string) => `“${node}”: a power is a plain number, not ${exponent}.`,
  can_only_raised_power: (node: string, base: string) =>
    `“${node}”: ${base} can only be raised to a power that is written as a number.`,
  and_which_not_alike: (doing: 'adds' | 'subtracts' | 'compares' | 'chooses', one: string, other: string) =>
    `This ${doing === 'chooses' ? 'chooses between' : doing} ${one} and ${other}, which are not alike. Multiply or divide by what turns one into the other.`,
  takes_plain_number_what: (fn: string, first: string) =>
    `${fn}(…) takes a plain number: what ${first} is rounded to depends on its unit.`,
  first_value_if_comparison: 'The first value of if(…) is a comparison, like month > 12.',
  unit_cannot_read_write: (text: string) =>
    `The unit “${text}” cannot be read. Write it like EUR/h, h/week, 1/year, % or a word for what is counted.`,
  unit_not_known_did: (word: string, slip: string) => `The unit “${word}” is not known. Did you mean ${slip}?`,
  put_between_number: 'The formula cannot be read: put × between a number and a name.',
  unreadable: (said: string) => `The formula cannot be read: ${said}.`,
  unreadable_at_start: (said: string) => `The formula cannot be read: ${said} at its start.`,
  unreadable_after: (said: string, before: string) => `The formula cannot be read: ${said}, after “${before}”.`,
  from_to: (least: number, most: number) => (least === most ? `${least}` : `${least} to ${most}`),
  money_per_time: (currency: string) => `money per time, like ${currency}/month`,
  money: (currency: string) => `money, like ${currency}`,
  recurs: 'comes again and again',
  comes_once: 'comes once',
  add_it_or_ask: 'Add it as an assumption, or ask the other side to share it.',
  did_you_mean: (meant: string) => `Did you mean “${meant}”?`,
  not_among_what: (name: string) =>
    `“${name}” is not among what can be read here: not yet said, or kept by the other side.`,
  plain_number: 'a plain number',
  a_number: 'a number',
  per: (top: string, under: readonly string[]) => `${top} per ${under.join(' and ')}`,
  time: 'time',
});
