import type { RoomTexts } from './room.ts';

export const FLEET_ROOM: RoomTexts = {
  template: 'equipment',
  steps: [
    {
      ...{ key: 'tours', name: 'Sort the tours by what they need in winter', owner: 'buyer user' },
      ...{ due: 0.32, duration_days: 6, after: ['needs'], job_id: 'requirements_building' },
      checklist: ['Longest day of each tour', 'Load and hills', 'Where a van stands for an hour anyway'],
      said: [['buyer', '104 of 120 tours are under 130 km. The other sixteen are the problem.']],
    },
    {
      ...{ key: 'drive', name: 'Drive two vans on the worst tour for a week', owner: 'buyer user' },
      ...{ due: 0.6, duration_days: 5, after: ['specification'], job_id: 'validation' },
      said: [
        ['buyer', 'Came home with 14 % on Tuesday, at 3 °C, heating on.'],
        ['seller', 'With the heat pump of the longer van that would have been 22 %.'],
      ],
    },
    {
      key: 'depot_power',
      name: 'Get a date for the depot connection',
      owner: 'buyer champion',
      due: 0.66,
      duration_days: 20,
    },
    {
      key: 'works_agreement',
      name: 'Works agreement on the data of the vans',
      owner: 'buyer legal',
      due: 0.72,
      duration_days: 12,
      internal: 'legal',
      zone: 'buyer',
    },
    {
      key: 'second_depot',
      name: 'Open the second depot',
      owner: 'seller implementation',
      due: 1.56,
      duration_days: 15,
      after: ['takeover'],
    },
  ],
  asks: [
    {
      ...{ who: 'user', text: 'What does the van do at 5 %: crawl, or call someone?' },
      answer: [
        'support',
        'It tells dispatch at 15 %, with the nearest charger that is free. At 5 % it slows down to 60.',
      ],
      claim: ['Van', 'tells dispatch at', 15, '%'],
      job_id: 'requirements_building',
    },
    {
      ...{ who: 'evaluator', text: 'How far does the longer van go at minus ten, loaded, with the heating on?' },
      answer: ['solutions', '148 km, measured by a customer in the hills; 131 km with the doors opened ninety times.'],
      but: 'Ours open their doors 110 times.',
      claim: ['Longer van at −10 °C', 'range with many stops', 131, 'km'],
      job_id: 'validation',
    },
    {
      ...{ who: 'finance', text: 'Who carries the residual value when batteries get cheaper?' },
      answer: ['sales', 'We do. The rate is fixed for 48 months, whatever a battery costs then.'],
      claim: ['Rate', 'fixed for', 48, 'months'],
      job_id: 'supplier_selection',
    },
    {
      ...{ who: 'implementation', text: 'How many vans are in the depot between two and five in the night?' },
      answer: ['user', 'All but seven. The seven are newspapers and come at six.'],
      claim: ['Depot at night', 'vans away', 7, 'vans'],
    },
    {
      ...{ who: 'legal', text: 'Does anyone see where a driver was after hours?' },
      answer: ['solutions', 'No. The position is cut off when the shift ends; you can check it with a report of gaps.'],
      job_id: 'validation',
    },
    {
      ...{ who: 'procurement', text: 'Which workshop repairs them when the maker’s is forty kilometres away?' },
      answer: ['sales', 'Two near your depots are trained before the first van comes; the third follows in spring.'],
    },
  ],
  waiting: [
    { who: 'user', text: 'Can the seats be heated without heating the whole van?', job_id: 'validation' },
    { who: 'implementation', text: 'May we see the contract with the owner of the depot about the roof?' },
  ],
  risks: [
    {
      ...{
        text: 'The connection of the depot comes after the ban begins.',
        likelihood: 4,
        impact: 5,
        for_whom: 'Four cities',
      },
      ...{ mitigation: 'A battery container for eighteen months, rented.', owner: 'champion' },
    },
    {
      ...{ text: 'Drivers turn the heating off and are cold.', likelihood: 3, impact: 3, for_whom: 'Drivers' },
      ...{ mitigation: 'Heated seats in all vans; told before the winter.', owner: 'user', ends: 'mitigated' },
    },
    {
      ...{ text: 'The owner of the second depot sells the land.', likelihood: 2, impact: 4, for_whom: 'Second step' },
      ...{ mitigation: 'Chargers on plates that can be moved.', owner: 'procurement', zone: 'buyer' },
    },
    {
      ...{
        text: 'The longer van is delivered late everywhere.',
        likelihood: 3,
        impact: 4,
        for_whom: 'The date we promised',
      },
      ...{ mitigation: 'Reserve forty from the spring lot on our own account.', owner: 'sales', zone: 'seller' },
    },
  ],
  links: [
    {
      name: 'Range calculator with your tours',
      link: 'https://fleet.brackwater.example/ranges',
      by: 'seller',
      job_id: 'validation',
    },
    { name: 'Tours of a winter week', link: 'https://intranet.example/tours', by: 'buyer' },
  ],
};
