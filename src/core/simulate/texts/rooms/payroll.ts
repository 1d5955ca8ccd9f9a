import type { RoomTexts } from './room.ts';

export const PAYROLL_ROOM: RoomTexts = {
  template: 'software',
  steps: [
    {
      ...{ key: 'agreements', name: 'List the collective agreements, with their odd rules', owner: 'buyer user' },
      ...{ due: 0.33, duration_days: 8, after: ['needs'], job_id: 'requirements_building' },
      checklist: ['Night and shift supplements', 'Part-time retirement', 'What was agreed by word of mouth only'],
      said: [
        ['buyer', 'The bakery agreement of 1998 is a photocopy. I type it in on Friday.'],
        ['seller', 'A photo is fine for us; we need the supplements first.'],
      ],
    },
    {
      ...{ key: 'parallel', name: 'Run one month in parallel for two countries', owner: 'buyer evaluator' },
      ...{ due: 0.76, duration_days: 15, after: ['trial'], job_id: 'validation' },
      checklist: ['Payslips compared to the cent', 'Retroactive corrections', 'Bank files accepted by the test bank'],
      said: [['buyer', 'Differences in 14 of 1,210 payslips; eleven of them were ours.']],
    },
    {
      ...{ key: 'council', name: 'Hear the works council on reports about persons', owner: 'buyer legal' },
      ...{ due: 0.62, duration_days: 10, internal: 'legal', zone: 'buyer' },
    },
    { key: 'bank', name: 'Name two people who sign bank files', owner: 'buyer finance', due: 0.7, duration_days: 2 },
    {
      ...{ key: 'closing', name: 'First closing by the third working day', owner: 'buyer champion' },
      ...{ due: 1.34, duration_days: 0, after: ['first_day'] },
    },
  ],
  asks: [
    {
      ...{
        who: 'user',
        text: 'What happens when someone changes from the bakery to the office in the middle of a month?',
      },
      answer: [
        'solutions',
        'The month is split at the day of the change; each part follows its own agreement, and the payslip shows both. You can try it with case 7 of the test set.',
      ],
      claim: ['Change of agreement', 'splits a month by day', true],
      job_id: 'requirements_building',
    },
    {
      ...{ who: 'finance', text: 'Are corrections of earlier months charged again, or is a payslip a payslip?' },
      answer: [
        'sales',
        'Corrections up to 24 months back are part of the price per payslip. That is in section 5 of the proposal.',
      ],
      but: 'Please put it in the contract in those words.',
      claim: ['Price', 'corrections included', 24, 'months'],
      job_id: 'supplier_selection',
    },
    {
      ...{ who: 'security', text: 'Who of yours can see salaries in the clear, and how do we learn that they looked?' },
      answer: [
        'solutions',
        'Two named people of the operating team, after one of you releases it for a limited time. Each look stands in a log that only you can read.',
      ],
      claim: ['Operating team', 'people who can be let in', 2, 'people'],
      job_id: 'validation',
    },
    {
      ...{ who: 'sales', text: 'How many payslips did you correct after the run, on average of the last six months?' },
      answer: ['user', 'Between 190 and 240 a month out of 2,050. December is worse.'],
      claim: ['Corrections today', 'payslips a month', 215, '1/month'],
    },
    {
      ...{ who: 'evaluator', text: 'Do the time clocks in the branches stay, or do we have to change 140 of them?' },
      answer: [
        'implementation',
        'They stay. We read their daily file; three models need an update that you can load yourselves.',
      ],
      job_id: 'requirements_building',
    },
    {
      ...{ who: 'legal', text: 'Please name every subcontractor that touches personal data, with place and task.' },
      answer: [
        'sales',
        'The list is in the annex to the processing agreement: four, all within the union. We tell you of a new one 60 days before.',
      ],
    },
  ],
  waiting: [
    {
      who: 'user',
      text: 'Can a clerk stop a single payment after the file went to the bank, and until when?',
      job_id: 'validation',
    },
    { who: 'implementation', text: 'Which two countries would you begin with, and who decides that?' },
  ],
  risks: [
    {
      ...{
        text: 'The parallel month falls into the yearly closing, and nobody has time to compare.',
        likelihood: 3,
        impact: 4,
      },
      ...{
        for_whom: 'Payroll clerks',
        mitigation: 'Parallel run in October; two temporary clerks for three weeks.',
        owner: 'champion',
      },
      ends: 'mitigated',
    },
    {
      ...{
        text: 'Rules that only one clerk knows are missed.',
        likelihood: 4,
        impact: 3,
        for_whom: 'Staff of the branches',
      },
      ...{ mitigation: 'She goes through the list of agreements with us, one branch a week.', owner: 'user' },
    },
    {
      ...{
        text: 'The works council does not agree to the new reports in time.',
        likelihood: 2,
        impact: 5,
        for_whom: 'The whole plan',
      },
      ...{ mitigation: 'Begin with the reports it already agreed to.', owner: 'legal', zone: 'buyer' },
    },
    {
      ...{
        text: 'Their IT has no one for the interfaces before spring.',
        likelihood: 3,
        impact: 3,
        for_whom: 'Our introduction team',
      },
      ...{ mitigation: 'Offer our connector as a fixed price.', owner: 'implementation', zone: 'seller' },
    },
  ],
  links: [
    {
      name: 'Test set: 40 odd cases',
      link: 'https://payroll.brackwater.example/test-set',
      by: 'seller',
      job_id: 'validation',
    },
    { name: 'Calendar of closings', link: 'https://intranet.example/closings', by: 'buyer' },
  ],
};
