import type { CaseTerms, ValueDriver } from './case.ts';

/** What a template asks for: what it is called in formulas and by people, and its usual unit. Never a number. */
export interface TemplateInput {
  symbol: string;
  name: string;
  unit: string;
}

type TemplateDriver = Pick<ValueDriver, 'symbol' | 'name' | 'formula'> &
  Partial<Pick<ValueDriver, 'kind' | 'price' | 'recurring' | 'ramp_months' | 'ramp' | 'matters_to'>>;

/** A value case to begin with: drivers and what they rest on. The numbers are the group's own. */
export interface ValueTemplate {
  label: string;
  about: string;
  inputs: readonly TemplateInput[];
  drivers: readonly TemplateDriver[];
  terms: Partial<CaseTerms>;
}

const input = (symbol: string, name: string, unit: string): TemplateInput => ({ symbol, name, unit });

const HOURLY = input('hourly_rate', 'Cost of an hour of work', 'EUR/h');
/** What nearly every purchase costs and is discounted by. */
const USUAL_INPUTS = [
  input('licence_fee', 'Price per year', 'EUR/year'),
  input('project_days', 'Own days to introduce it', 'days'),
  input('day_rate', 'Cost of a day of work', 'EUR/day'),
  input('introduction_fee', 'Paid once for introducing it', 'EUR'),
  input('discount_rate', 'Discount rate', '%'),
];
const USUAL_COSTS: readonly TemplateDriver[] = [
  {
    symbol: 'price',
    name: 'Price',
    formula: 'licence_fee',
    kind: 'cost',
    price: true,
    matters_to: ['finance', 'procurement'],
  },
  {
    symbol: 'introduction',
    name: 'Introduction, paid',
    formula: 'introduction_fee',
    kind: 'cost',
    price: true,
    recurring: false,
    matters_to: ['finance'],
  },
  {
    symbol: 'own_effort',
    name: 'Own effort to introduce it',
    formula: 'project_days * day_rate',
    kind: 'cost',
    recurring: false,
    matters_to: ['user', 'evaluator'],
  },
];
const THREE_YEARS = { horizon_months: 36, periods: 'year' } as const;

const template = (
  label: string,
  about: string,
  inputs: readonly TemplateInput[],
  drivers: readonly TemplateDriver[],
): ValueTemplate => ({
  label,
  about,
  inputs: [...inputs, ...USUAL_INPUTS],
  drivers: [...drivers, ...USUAL_COSTS],
  terms: THREE_YEARS,
});

/** Templates by kind of purchase. */
export const VALUE_TEMPLATES = {
  time_saved: template(
    'Less work',
    'People do the same in less time: administration, planning, payroll.',
    [
      input('people', 'People who do it', 'people'),
      input('hours_saved', 'Hours saved per person', 'h/week'),
      HOURLY,
      input('share_won', 'Share of saved time that is put to use', '%'),
    ],
    [
      {
        symbol: 'time_won',
        name: 'Time put to other use',
        formula: 'people * hours_saved * hourly_rate * share_won',
        ramp_months: 6,
        matters_to: ['user', 'champion', 'finance'],
      },
    ],
  ),
  automation: template(
    'Machines and robots',
    'A machine does what people do today: picking, handling, inspection.',
    [
      input('units', 'Pieces a year', '1/year'),
      input('cost_today', 'Cost of a piece today', 'EUR'),
      input('cost_then', 'Cost of a piece then', 'EUR'),
      input('energy_use', 'Energy used', 'kWh/year'),
      input('energy_price', 'Price of energy', 'EUR/kWh'),
      input('investment', 'Price of the machines', 'EUR'),
      input('upkeep', 'Maintenance contract', 'EUR/year'),
    ],
    [
      {
        symbol: 'cheaper_pieces',
        name: 'Cheaper pieces',
        formula: 'units * (cost_today - cost_then)',
        ramp_months: 9,
        ramp: 's_curve',
        matters_to: ['champion', 'finance'],
      },
      {
        symbol: 'machines',
        name: 'The machines',
        formula: 'investment',
        kind: 'cost',
        price: true,
        recurring: false,
        matters_to: ['finance', 'procurement'],
      },
      {
        symbol: 'maintenance',
        name: 'Maintenance',
        formula: 'upkeep',
        kind: 'cost',
        price: true,
        matters_to: ['user'],
      },
      { symbol: 'energy', name: 'Energy', formula: 'energy_use * energy_price', kind: 'cost', matters_to: ['finance'] },
    ],
  ),
  uptime: template(
    'Fewer stops',
    'What stands still less often earns more: predictive maintenance, monitoring, support.',
    [
      input('stops', 'Unplanned stops', '1/year'),
      input('hours_per_stop', 'Hours a stop lasts', 'h'),
      input('cost_of_stop', 'Cost of an hour of standstill', 'EUR/h'),
      input('stops_avoided', 'Share of the stops that is avoided', '%'),
      input('repairs', 'Spent on repairs', 'EUR/year'),
      input('repairs_saved', 'Share of repairs saved', '%'),
    ],
    [
      {
        symbol: 'fewer_stops',
        name: 'Fewer stops',
        formula: 'stops * hours_per_stop * cost_of_stop * stops_avoided',
        ramp_months: 12,
        matters_to: ['champion', 'user'],
      },
      {
        symbol: 'fewer_repairs',
        name: 'Fewer repairs',
        formula: 'repairs * repairs_saved',
        ramp_months: 12,
        matters_to: ['finance'],
      },
    ],
  ),
  energy: template(
    'Less energy',
    'The same with less energy, or with energy of one’s own.',
    [
      input('consumption', 'Energy used today', 'kWh/year'),
      input('saving', 'Share saved', '%'),
      input('energy_price', 'Price of energy', 'EUR/kWh'),
      input('price_rise', 'Rise of the price a year', '%'),
      input('subsidy_amount', 'Subsidy', 'EUR'),
    ],
    [
      {
        symbol: 'less_energy',
        name: 'Less energy',
        formula: 'consumption * saving * energy_price * (1 + price_rise)^(year - 1)',
        matters_to: ['finance', 'champion'],
      },
      { symbol: 'subsidy', name: 'Subsidy', formula: 'subsidy_amount', recurring: false, matters_to: ['finance'] },
    ],
  ),
  risk: template(
    'Less risk',
    'What happens less often, or costs less when it does: security, safety, compliance.',
    [
      input('incidents', 'Incidents', '1/year'),
      input('incident_cost', 'Cost of an incident', 'EUR'),
      input('avoided', 'Share that is avoided', '%'),
      input('audit_hours', 'Hours for audits', 'h/year'),
      input('audit_saved', 'Share of those hours saved', '%'),
      HOURLY,
    ],
    [
      {
        symbol: 'less_loss',
        name: 'Less loss',
        formula: 'incidents * incident_cost * avoided',
        ramp_months: 3,
        matters_to: ['security', 'decision_maker'],
      },
      {
        symbol: 'less_audit',
        name: 'Less work for audits',
        formula: 'audit_hours * audit_saved * hourly_rate',
        matters_to: ['legal', 'security'],
      },
    ],
  ),
  revenue: template(
    'More sold',
    'More customers, or more from each: shops, service, sales tools.',
    [
      input('visitors', 'Enquiries', '1/month'),
      input('won_today', 'Share that buys today', '%'),
      input('won_then', 'Share that buys then', '%'),
      input('order_value', 'Value of an order', 'EUR'),
      input('margin', 'Contribution margin', '%'),
    ],
    [
      {
        symbol: 'more_orders',
        name: 'More orders',
        formula: 'visitors * (won_then - won_today) * order_value * margin',
        ramp_months: 6,
        ramp: 's_curve',
        matters_to: ['champion', 'decision_maker'],
      },
    ],
  ),
  replacement: template(
    'Replace what is there',
    'One system in place of others: what falls away against what comes.',
    [
      input('old_fees', 'Fees of what is replaced', 'EUR/year'),
      input('old_support', 'Hours spent on keeping it alive', 'h/month'),
      HOURLY,
      input('migration', 'Cost of moving the data', 'EUR'),
      input('parallel_months', 'How many months both are paid', ''),
    ],
    [
      {
        symbol: 'old_gone',
        name: 'Old fees fall away',
        formula: 'if(month > parallel_months, old_fees, 0)',
        matters_to: ['finance'],
      },
      {
        symbol: 'support_gone',
        name: 'Less upkeep',
        formula: 'old_support * hourly_rate',
        ramp_months: 3,
        matters_to: ['user', 'evaluator'],
      },
      {
        symbol: 'moving',
        name: 'Moving the data',
        formula: 'migration',
        kind: 'cost',
        recurring: false,
        matters_to: ['evaluator'],
      },
    ],
  ),
} as const satisfies Record<string, ValueTemplate>;

export type ValueTemplateName = keyof typeof VALUE_TEMPLATES;
export const VALUE_TEMPLATE_NAMES = Object.keys(VALUE_TEMPLATES) as [ValueTemplateName, ...ValueTemplateName[]];
