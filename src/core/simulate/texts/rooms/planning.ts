import type { RoomTexts } from './room.ts';

export const PLANNING_ROOM: RoomTexts = {
  template: 'software',
  steps: [
    {
      ...{ key: 'owners', name: 'Say who decides when plan and forecast disagree', owner: 'buyer decision_maker' },
      ...{ due: 0.34, duration_days: 4, after: ['needs'], job_id: 'problem_identification' },
      said: [
        [
          'buyer',
          'Three meetings for one sentence. It says: the planner, up to 50,000; above that, sales and plant together.',
        ],
      ],
    },
    {
      ...{ key: 'history', name: 'Three years of sales and stock, cleaned', owner: 'buyer evaluator' },
      ...{ due: 0.44, duration_days: 10, after: ['needs'], job_id: 'validation' },
      checklist: ['Returns apart from sales', 'Actions and campaigns marked', 'Articles that replaced others'],
      said: [
        ['seller', 'Campaigns of the first year are missing. We can do without, but then spring looks like luck.'],
      ],
    },
    {
      ...{ key: 'back_test', name: 'Plan last spring again and compare', owner: 'seller solutions' },
      ...{ due: 0.68, duration_days: 10, after: ['history', 'shown'], job_id: 'validation' },
      said: [['buyer', '18 % less stock for the same promise. In garden chairs it was worse than we were.']],
    },
    {
      key: 'data_office',
      name: 'Have the models’ place looked at by data protection',
      owner: 'buyer security',
      due: 0.6,
      duration_days: 6,
      internal: 'security',
      zone: 'buyer',
    },
    {
      key: 'one_cycle',
      name: 'One whole cycle without the spreadsheet',
      owner: 'buyer champion',
      due: 1.36,
      duration_days: 20,
      after: ['first_day'],
    },
  ],
  asks: [
    {
      ...{
        who: 'user',
        text: 'When I overrule the forecast: is that kept, and does somebody look at whether I was right?',
      },
      answer: [
        'solutions',
        'It is kept with your reason. You see your own record first; others see it by group, not by person.',
      ],
      claim: ['Overruled forecasts', 'shown by person to others', false],
      job_id: 'requirements_building',
    },
    {
      ...{ who: 'evaluator', text: 'How long does a new plan for 18,000 articles take when a plant stands still?' },
      answer: ['solutions', 'Eleven minutes with your history. Small changes show at once.'],
      claim: ['New plan of all articles', 'takes', 11, 'min'],
      job_id: 'validation',
    },
    {
      ...{ who: 'finance', text: 'Which stock does it count: the auditor’s, or what lies there?' },
      answer: ['solutions', 'Both, with the difference by reason. The auditor’s is the one that is shown to finance.'],
      job_id: 'requirements_building',
    },
    {
      ...{ who: 'solutions', text: 'How often do promises to dealers change after Thursday?' },
      answer: ['user', 'In season for about one order in six. Nobody tells them; they see it when it does not come.'],
      claim: ['Promises to dealers', 'changed after Thursday', 17, '%'],
    },
    {
      ...{
        who: 'procurement',
        text: 'What does an article cost that we no longer sell but still plan spare parts for?',
      },
      answer: ['sales', 'Nothing: articles with fewer than twelve movements a year are free.'],
      claim: ['Articles', 'free below movements a year', 12, '1/year'],
      job_id: 'supplier_selection',
    },
    {
      ...{ who: 'legal', text: 'May you show others what your model learned from our sales?' },
      answer: ['sales', 'No. Your model is trained apart and is deleted with the contract.'],
      but: 'Please show us the clause.',
      job_id: 'supplier_selection',
    },
  ],
  waiting: [
    { who: 'user', text: 'Does it work with the keyboard alone, like the spreadsheet does?', job_id: 'validation' },
    { who: 'sales', text: 'Who of sales would be missed if they were not in the first workshop?' },
  ],
  risks: [
    {
      ...{
        text: 'Planners keep their spreadsheet beside it, and there are two truths.',
        likelihood: 4,
        impact: 4,
        for_whom: 'Everyone who promises',
      },
      ...{ mitigation: 'The weekly meeting opens the plan, nothing else.', owner: 'champion' },
    },
    {
      ...{ text: 'The history is too dirty to learn from.', likelihood: 3, impact: 4, for_whom: 'The forecast' },
      ...{ mitigation: 'Clean the 2,000 articles that matter first.', owner: 'evaluator', ends: 'mitigated' },
    },
    {
      ...{
        text: 'The head of sales does not accept that a plan can say no.',
        likelihood: 4,
        impact: 4,
        for_whom: 'Supply chain',
      },
      ...{
        mitigation: 'The managing director says it, once, in front of both.',
        owner: 'decision_maker',
        zone: 'buyer',
      },
    },
    {
      ...{
        text: 'Their ERP team builds a module of its own meanwhile.',
        likelihood: 3,
        impact: 4,
        for_whom: 'Our offer',
      },
      ...{ mitigation: 'Ask for the two of them in the back test.', owner: 'sales', zone: 'seller' },
    },
  ],
  links: [
    {
      name: 'Last spring, planned again',
      link: 'https://plan.brackwater.example/last-spring',
      by: 'seller',
      job_id: 'validation',
    },
    { name: 'The weekly meeting: who, when, what', link: 'https://intranet.example/weekly', by: 'buyer' },
  ],
};
