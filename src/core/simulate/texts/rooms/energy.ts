import type { RoomTexts } from './room.ts';

export const ENERGY_ROOM: RoomTexts = {
  template: 'equipment',
  steps: [
    {
      ...{ key: 'load', name: 'Read a year of loads, hour by hour', owner: 'buyer evaluator' },
      ...{ due: 0.31, duration_days: 4, after: ['needs'], job_id: 'requirements_building' },
      checklist: ['Gas', 'Electricity with its peaks', 'Warm water that goes down the drain'],
      said: [['buyer', 'The peak is on Mondays at six, when everything starts at once.']],
    },
    {
      ...{ key: 'grid', name: 'Ask the grid operator for 1.2 MW more', owner: 'buyer champion' },
      ...{ due: 0.66, duration_days: 15, after: ['specification'] },
      said: [
        ['buyer', 'They answer within four weeks, they say.'],
        ['seller', 'With a peak limit of 900 kW you would not need it in the first year.'],
      ],
    },
    {
      key: 'noise',
      name: 'Apply for the noise permit',
      owner: 'buyer legal',
      due: 0.7,
      duration_days: 15,
      internal: 'legal',
      zone: 'buyer',
    },
    {
      key: 'visit_dye',
      name: 'Walk the dye house with the boiler crew',
      owner: 'seller solutions',
      due: 0.4,
      duration_days: 1,
      after: ['site'],
    },
    {
      key: 'weekend',
      name: 'Connect it in one weekend',
      owner: 'seller implementation',
      due: 1.43,
      duration_days: 2,
      after: ['acceptance'],
    },
  ],
  asks: [
    {
      ...{ who: 'user', text: 'What do we do when it is minus fifteen and the heat pump does not reach 95 °C?' },
      answer: [
        'solutions',
        'The old boiler takes over the rest by itself. In an average year that is about 110 hours.',
      ],
      claim: ['Old boiler', 'hours still needed a year', 110, 'h'],
      job_id: 'requirements_building',
    },
    {
      ...{ who: 'finance', text: 'Who carries the price of electricity: we or you?' },
      answer: [
        'sales',
        'You buy it; we guarantee how much heat comes out of it. If it is less, we pay the difference.',
      ],
      claim: ['Guarantee', 'heat per unit of electricity', 2.9, 'kWh/kWh'],
      job_id: 'supplier_selection',
    },
    {
      ...{ who: 'evaluator', text: 'The reference runs at 80 °C. Is there one at 95 °C that we can call?' },
      answer: ['solutions', 'Yes, a laundry, since last autumn. They ask you to call on a Thursday.'],
      but: 'Called. It works; their water is softer than ours.',
      job_id: 'validation',
    },
    {
      ...{ who: 'solutions', text: 'How hard is your water, and who looks after the softener?' },
      answer: ['user', '19 degrees. The boiler house does, once a week, by hand.'],
      claim: ['Water', 'hardness', 19, '°dH'],
    },
    {
      ...{ who: 'legal', text: 'Who owns the machine when the contract ends early?' },
      answer: ['sales', 'You can take it over at a price that falls each year; the table is in annex 3.'],
      job_id: 'supplier_selection',
    },
    {
      ...{
        who: 'security',
        text: 'Can it be switched from outside when the internet line is down, or worse: only then?',
      },
      answer: [
        'support',
        'It goes on by itself with the last plan for 72 hours. From outside only through your own gate.',
      ],
      claim: ['Without a line', 'runs on for', 72, 'h'],
    },
  ],
  waiting: [
    {
      who: 'user',
      text: 'Can one person of the boiler house switch it off without calling you?',
      job_id: 'validation',
    },
    { who: 'implementation', text: 'Which weekend in summer has no dyeing at all?' },
  ],
  risks: [
    {
      ...{
        text: 'The grid operator needs longer than the permit of the old boilers lasts.',
        likelihood: 3,
        impact: 5,
        for_whom: 'Production',
      },
      ...{ mitigation: 'Limit the peak to 900 kW in the first year.', owner: 'champion' },
    },
    {
      ...{ text: 'Neighbours object to the noise.', likelihood: 2, impact: 4, for_whom: 'Site' },
      ...{ mitigation: 'Fans on the side of the railway.', owner: 'legal', ends: 'mitigated' },
    },
    {
      ...{
        text: 'The group decides on closing the dye house before the machine is paid off.',
        likelihood: 2,
        impact: 5,
        for_whom: 'Whoever signs',
      },
      ...{ mitigation: 'A contract that moves with the machine.', owner: 'finance', zone: 'buyer' },
    },
    {
      ...{ text: 'Copper goes up before we can fix the price.', likelihood: 3, impact: 3, for_whom: 'Our margin' },
      ...{ mitigation: 'Price holds for six weeks only; say so early.', owner: 'sales', zone: 'seller' },
    },
  ],
  links: [
    {
      name: 'How the guarantee is counted',
      link: 'https://heat.brackwater.example/guarantee',
      by: 'seller',
      job_id: 'supplier_selection',
    },
    { name: 'Loads of last year', link: 'https://intranet.example/loads', by: 'buyer' },
  ],
};
