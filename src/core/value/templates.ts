import { valuePresets } from '../../catalogue/value-presets.ts';
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

const input = (symbol: keyof typeof valuePresets.inputs, unit: string): TemplateInput => ({
  symbol,
  get name() {
    return valuePresets.inputs[symbol];
  },
  unit,
});
const driver = (
  symbol: keyof typeof valuePresets.drivers,
  rest: Omit<TemplateDriver, 'symbol' | 'name'>,
): TemplateDriver => ({
  symbol,
  get name() {
    return valuePresets.drivers[symbol];
  },
  ...rest,
});

const HOURLY = input('hourly_rate', 'EUR/h');
/** What nearly every purchase costs and is discounted by. */
const USUAL_INPUTS = [
  input('licence_fee', 'EUR/year'),
  input('project_days', 'days'),
  input('day_rate', 'EUR/day'),
  input('introduction_fee', 'EUR'),
  input('discount_rate', '%'),
];
const USUAL_COSTS: readonly TemplateDriver[] = [
  driver('price', { formula: 'licence_fee', kind: 'cost', price: true, matters_to: ['finance', 'procurement'] }),
  driver('introduction', {
    formula: 'introduction_fee',
    kind: 'cost',
    price: true,
    recurring: false,
    matters_to: ['finance'],
  }),
  driver('own_effort', {
    formula: 'project_days * day_rate',
    kind: 'cost',
    recurring: false,
    matters_to: ['user', 'evaluator'],
  }),
];
const THREE_YEARS = { horizon_months: 36, periods: 'year' } as const;

const template = (
  name: keyof typeof valuePresets.templates,
  inputs: readonly TemplateInput[],
  drivers: readonly TemplateDriver[],
): ValueTemplate => ({
  get label() {
    return valuePresets.templates[name].label;
  },
  get about() {
    return valuePresets.templates[name].about;
  },
  inputs: [...inputs, ...USUAL_INPUTS],
  drivers: [...drivers, ...USUAL_COSTS],
  terms: THREE_YEARS,
});

/** Templates by kind of purchase. */
export const VALUE_TEMPLATES = {
  time_saved: template(
    'time_saved',
    [input('people', 'people'), input('hours_saved', 'h/week'), HOURLY, input('share_won', '%')],
    [
      driver('time_won', {
        formula: 'people * hours_saved * hourly_rate * share_won',
        ramp_months: 6,
        matters_to: ['user', 'champion', 'finance'],
      }),
    ],
  ),
  automation: template(
    'automation',
    [
      input('units', '1/year'),
      input('cost_today', 'EUR'),
      input('cost_then', 'EUR'),
      input('energy_use', 'kWh/year'),
      input('energy_price', 'EUR/kWh'),
      input('investment', 'EUR'),
      input('upkeep', 'EUR/year'),
    ],
    [
      driver('cheaper_pieces', {
        formula: 'units * (cost_today - cost_then)',
        ramp_months: 9,
        ramp: 's_curve',
        matters_to: ['champion', 'finance'],
      }),
      driver('machines', {
        formula: 'investment',
        kind: 'cost',
        price: true,
        recurring: false,
        matters_to: ['finance', 'procurement'],
      }),
      driver('maintenance', { formula: 'upkeep', kind: 'cost', price: true, matters_to: ['user'] }),
      driver('energy', { formula: 'energy_use * energy_price', kind: 'cost', matters_to: ['finance'] }),
    ],
  ),
  uptime: template(
    'uptime',
    [
      input('stops', '1/year'),
      input('hours_per_stop', 'h'),
      input('cost_of_stop', 'EUR/h'),
      input('stops_avoided', '%'),
      input('repairs', 'EUR/year'),
      input('repairs_saved', '%'),
    ],
    [
      driver('fewer_stops', {
        formula: 'stops * hours_per_stop * cost_of_stop * stops_avoided',
        ramp_months: 12,
        matters_to: ['champion', 'user'],
      }),
      driver('fewer_repairs', { formula: 'repairs * repairs_saved', ramp_months: 12, matters_to: ['finance'] }),
    ],
  ),
  energy: template(
    'energy',
    [
      input('consumption', 'kWh/year'),
      input('saving', '%'),
      input('energy_price', 'EUR/kWh'),
      input('price_rise', '%'),
      input('subsidy_amount', 'EUR'),
    ],
    [
      driver('less_energy', {
        formula: 'consumption * saving * energy_price * (1 + price_rise)^(year - 1)',
        matters_to: ['finance', 'champion'],
      }),
      driver('subsidy', { formula: 'subsidy_amount', recurring: false, matters_to: ['finance'] }),
    ],
  ),
  risk: template(
    'risk',
    [
      input('incidents', '1/year'),
      input('incident_cost', 'EUR'),
      input('avoided', '%'),
      input('audit_hours', 'h/year'),
      input('audit_saved', '%'),
      HOURLY,
    ],
    [
      driver('less_loss', {
        formula: 'incidents * incident_cost * avoided',
        ramp_months: 3,
        matters_to: ['security', 'decision_maker'],
      }),
      driver('less_audit', { formula: 'audit_hours * audit_saved * hourly_rate', matters_to: ['legal', 'security'] }),
    ],
  ),
  revenue: template(
    'revenue',
    [
      input('visitors', '1/month'),
      input('won_today', '%'),
      input('won_then', '%'),
      input('order_value', 'EUR'),
      input('margin', '%'),
    ],
    [
      driver('more_orders', {
        formula: 'visitors * (won_then - won_today) * order_value * margin',
        ramp_months: 6,
        ramp: 's_curve',
        matters_to: ['champion', 'decision_maker'],
      }),
    ],
  ),
  replacement: template(
    'replacement',
    [
      input('old_fees', 'EUR/year'),
      input('old_support', 'h/month'),
      HOURLY,
      input('migration', 'EUR'),
      input('parallel_months', ''),
    ],
    [
      driver('old_gone', { formula: 'if(month > parallel_months, old_fees, 0)', matters_to: ['finance'] }),
      driver('support_gone', {
        formula: 'old_support * hourly_rate',
        ramp_months: 3,
        matters_to: ['user', 'evaluator'],
      }),
      driver('moving', { formula: 'migration', kind: 'cost', recurring: false, matters_to: ['evaluator'] }),
    ],
  ),
} as const satisfies Record<string, ValueTemplate>;

export type ValueTemplateName = keyof typeof VALUE_TEMPLATES;
export const VALUE_TEMPLATE_NAMES = Object.keys(VALUE_TEMPLATES) as [ValueTemplateName, ...ValueTemplateName[]];
