/** An assumption beside the three of its kind: what formulas call it, its name, value and unit. */
type Assumed = readonly [symbol: string, name: string, value: number, unit: string];
type Benefit = readonly [symbol: string, name: string, formula: string, matters_to: readonly string[]];

/** How the assumptions of one kind of purchase come to money. Everything in it is invented. */
export interface CaseTexts {
  /** What formulas call the three assumptions of the kind. */
  symbols: readonly [string, string, string];
  more: readonly Assumed[];
  benefits: readonly Benefit[];
  /** The quantity of the first benefit that is larger for a larger account. */
  scale: string;
}

const HOUR: Assumed = ['hourly_rate', 'Cost of an hour of work', 46, 'EUR/h'];

/** By the kind of the purchase. */
export const CASE_TEXTS: Readonly<Record<string, CaseTexts>> = {
  'imaging for clinics': {
    symbols: ['double_exams', 'locum_rate', 'reports'],
    more: [
      ['exam_cost', 'Cost of an examination', 88, 'EUR'],
      ['exams_avoided', 'Share of double examinations avoided', 45, '%'],
      ['minutes', 'Minutes saved per report', 1.5, 'min'],
    ],
    benefits: [
      ['faster_reports', 'Reports written faster', 'reports * minutes * locum_rate', ['champion', 'user']],
      ['fewer_exams', 'Examinations not done twice', 'double_exams * exam_cost * exams_avoided', ['user', 'finance']],
    ],
    scale: 'reports',
  },
  'energy storage and heat': {
    symbols: ['gas_price', 'full_load', 'peak'],
    more: [
      ['power', 'Thermal power', 1.9, ''],
      ['gas_saved', 'Gas saved in an hour of full load', 1, 'MWh/h'],
      ['peak_price', 'Price of peak load', 110, 'EUR/year'],
    ],
    benefits: [
      ['less_gas', 'Gas not bought', 'gas_price * gas_saved * full_load * power', ['champion', 'finance']],
      ['less_peak', 'Peak load avoided', 'peak * peak_price', ['finance', 'user']],
    ],
    scale: 'power',
  },
  'customer service desk': {
    symbols: ['call_cost', 'calls_avoided', 'agents'],
    more: [['agent_cost', 'Cost of an agent', 52_000, 'EUR/year']],
    benefits: [
      ['fewer_calls', 'Calls not made twice', 'call_cost * calls_avoided', ['champion', 'user']],
      ['fewer_agents', 'Agents not replaced', 'agents * agent_cost * 20 %', ['finance', 'approver']],
    ],
    scale: 'calls_avoided',
  },
  'electric fleet': {
    symbols: ['distance', 'night_price', 'fines'],
    more: [
      ['vans', 'Vans', 120, 'vans'],
      ['days', 'Days on the road', 290, '1/year'],
      ['diesel', 'Diesel for a kilometre', 0.19, 'EUR/km'],
      ['use', 'Power for a kilometre', 0.24, 'kWh/km'],
    ],
    benefits: [
      [
        'cheaper_km',
        'Cheaper kilometres',
        'vans * days * distance * (diesel - use * night_price)',
        ['champion', 'finance'],
      ],
      ['no_fines', 'Fines and permits avoided', 'fines * 30 %', ['legal', 'finance']],
    ],
    scale: 'vans',
  },
  'predictive maintenance': {
    symbols: ['standstill', 'stops_avoided', 'parts'],
    more: [
      ['hours_per_stop', 'Hours a stop lasts', 4.5, 'h'],
      ['interest', 'Interest and storage', 11, '%/year'],
    ],
    benefits: [
      ['fewer_stops', 'Fewer stops', 'stops_avoided * hours_per_stop * standstill', ['champion', 'user']],
      ['fewer_parts', 'Spare parts no longer kept', 'parts * interest', ['finance']],
    ],
    scale: 'hours_per_stop',
  },
  payroll: {
    symbols: ['corrections', 'bureau_fee', 'clerks'],
    more: [
      HOUR,
      ['bureau_gone', 'Share of the bureau’s fee that falls away', 55, '%'],
      ['runs', 'Payroll runs', 1, '1/month'],
    ],
    benefits: [
      ['bureau', 'Bureaus no longer paid', 'bureau_fee * bureau_gone', ['finance', 'procurement']],
      ['fewer_corrections', 'Fewer corrections', 'corrections * runs * hourly_rate', ['user', 'champion']],
    ],
    scale: 'bureau_fee',
  },
  'supply planning': {
    symbols: ['stock', 'stock_freed', 'sales_lost'],
    more: [
      ['capital_cost', 'Cost of bound capital', 7, '%/year'],
      ['margin', 'Margin on what is not sold', 24, '%'],
      ['sales_won', 'Share of it that is won back', 35, '%'],
    ],
    benefits: [
      ['more_sales', 'Goods that are there when asked for', 'sales_lost * margin * sales_won', ['champion', 'user']],
      ['less_stock', 'Less capital bound', 'stock * stock_freed * capital_cost', ['finance', 'approver']],
    ],
    scale: 'sales_lost',
  },
  'warehouse robots': {
    symbols: ['line_cost', 'lines', 'temps'],
    more: [
      ['line_saved', 'Share of that cost that is saved', 38, '%'],
      ['temp_cost', 'Recruiting and training of one', 900, 'EUR/year'],
    ],
    benefits: [
      ['cheaper_lines', 'Cheaper lines', 'lines * line_cost * line_saved', ['champion', 'finance']],
      ['fewer_temps', 'Fewer temporary staff', 'temps * temp_cost', ['user']],
    ],
    scale: 'lines',
  },
  'security monitoring': {
    symbols: ['day_lost', 'incidents', 'shifts'],
    more: [
      ['years', 'Years they are spread over', 5, 'years'],
      ['days_lost', 'Days an incident lasts', 3, 'days'],
      ['shift_cost', 'Cost of a night shift', 71_000, 'EUR/year'],
    ],
    benefits: [
      ['less_loss', 'Incidents avoided', 'incidents / years * days_lost * day_lost', ['security', 'decision_maker']],
      ['fewer_shifts', 'Night shifts not staffed', 'shifts * shift_cost * 40 %', ['finance', 'user']],
    ],
    scale: 'days_lost',
  },
  'learning platform': {
    symbols: ['leavers', 'leaver_cost', 'paper'],
    more: [HOUR, ['kept', 'Share of them who stay', 30, '%'], ['paper_saved', 'Share of those hours saved', 60, '%']],
    benefits: [
      ['fewer_leavers', 'Fewer who leave', 'leavers * leaver_cost * kept', ['champion', 'approver']],
      ['less_paper', 'Less paper', 'paper * paper_saved * hourly_rate', ['user', 'finance']],
    ],
    scale: 'leavers',
  },
};
