import type { KindTexts } from './kind.ts';

export const PAYROLL: KindTexts = {
  kind: 'payroll',
  names: [
    'Payroll for five countries',
    'One payroll after the merger',
    'Replacing the payroll bureau',
    'Payroll and time recording for the branches',
  ],
  trades: ['Bakeries', 'Logistics', 'Care Homes', 'Stores', 'Hotels', 'Facility Services'],
  champion: ['Human resources', 'Payroll', 'Shared services'],
  users: ['Payroll clerk', 'Branch manager', 'HR partner', 'Works council'],
  problems: [
    'We run five payrolls with five bureaus and correct one payslip in nine by hand.',
    'Corrections eat four days each month and nobody can say before the 25th what salaries will cost.',
    'Every acquisition adds a payroll. Without one set of rules we cannot close the month in time.',
  ],
  options: [
    ['Brackwater Payroll: one engine, our own clerks', 'this_supplier'],
    ['Salario Nord: full service', 'other_supplier'],
    ['Extend the ERP module', 'build'],
    ['Only the three largest countries', 'smaller_scope'],
    ['Kronograaf: payroll with time clocks', 'other_supplier'],
    ['Keep the five bureaus', 'do_nothing'],
  ],
  requirements: [
    ['Payslips right the first time for 99.5 % of staff', 'must'],
    ['Closing by the third working day', 'must'],
    ['All collective agreements of the group', 'must'],
    ['Retroactive changes up to 24 months', 'must'],
    ['Time recording from the existing clocks', 'should'],
    ['Staff see and understand their payslip on a phone', 'should'],
    ['Forecast of personnel cost for twelve months', 'should'],
    ['A second country live within half a year', 'should'],
    ['Simulation of a wage round before it is negotiated', 'could'],
  ],
  late: {
    security: ['Single sign-on with the hardware keys we have', 'Bank files are signed by two people'],
    legal: [
      'A data processing agreement with every subcontractor named',
      'The works council agrees to every new report on persons',
    ],
    finance: ['Postings per cost centre on the day of the run', 'A fixed price per payslip for three years'],
    user: ['A clerk can stop a single payment after release'],
  },
  claims: [
    {
      subject: 'Roll-out',
      attribute: 'months per country',
      unit: 'months',
      values: [
        [2, 'proposal'],
        [5, 'two references'],
      ],
      note: 'Two months per country in the proposal, five where it was done.',
    },
    {
      subject: 'Price',
      attribute: 'per payslip',
      unit: 'EUR',
      values: [
        [3.9, 'price list'],
        [5.4, 'draft contract'],
      ],
      note: 'The draft contract charges for corrections; the price list does not mention it.',
    },
    {
      subject: 'Collective agreements',
      attribute: 'covered',
      unit: 'of 14',
      values: [
        [14, 'website'],
        [11, 'workshop'],
      ],
      note: 'All agreements on the website; in the workshop three were "on the roadmap".',
    },
    {
      subject: 'Support',
      attribute: 'hours on closing day',
      unit: 'h',
      values: [
        [24, 'sales call'],
        [10, 'service description'],
      ],
      note: 'Support on closing day: round the clock or office hours?',
    },
  ],
  assumptions: [
    ['Hours of correction saved a month', 210, 'h'],
    ['Fee of the present bureaus', 640_000, 'EUR/year'],
    ['Clerks who change their task', 4, 'people'],
  ],
  amount_eur: [90_000, 900_000],
};
