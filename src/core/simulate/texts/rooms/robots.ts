import type { RoomTexts } from './room.ts';

export const ROBOTS_ROOM: RoomTexts = {
  template: 'equipment',
  steps: [
    {
      ...{ key: 'floor', name: 'Measure the floor, joint by joint', owner: 'seller solutions' },
      ...{ due: 0.34, duration_days: 3, after: ['needs'], job_id: 'requirements_building' },
      checklist: ['Height of each joint', 'Slope towards the docks', 'Load of the mezzanine'],
      said: [
        ['seller', 'Eleven joints over 4 mm, all at the northern docks. The rest is fine.'],
        ['buyer', 'Those eleven can be ground in the week of the stocktaking.'],
      ],
    },
    {
      ...{ key: 'peak', name: 'Simulate the peak weeks with our own orders', owner: 'seller solutions' },
      ...{ due: 0.5, duration_days: 8, after: ['specification'], job_id: 'validation' },
      said: [['buyer', 'Orders of weeks 46 to 50 are in the files, names taken out.']],
    },
    {
      ...{ key: 'fire', name: 'Have the fire officer look at charging in the hall', owner: 'buyer security' },
      ...{ due: 0.64, duration_days: 6, internal: 'security', zone: 'buyer' },
      checklist: ['Distance of the chargers', 'Detection', 'Way for the fire brigade'],
    },
    {
      ...{ key: 'pickers', name: 'Show the pickers a station and hear what they say', owner: 'buyer user' },
      ...{ due: 0.68, duration_days: 2, after: ['reference'], job_id: 'validation' },
    },
    {
      ...{ key: 'half', name: 'Half capacity for two weeks beside the old way', owner: 'seller implementation' },
      ...{ due: 1.47, duration_days: 10, after: ['installation'] },
    },
  ],
  asks: [
    {
      ...{ who: 'user', text: 'If a robot stops in the aisle at two in the morning: who moves it, and may they?' },
      answer: [
        'implementation',
        'Any trained picker: hold the green handle, push it into the next bay, scan it. The zone runs again in under two minutes. Training for it takes half an hour.',
      ],
      claim: ['Stopped robot', 'zone runs again after', 2, 'min'],
      job_id: 'requirements_building',
    },
    {
      ...{
        who: 'evaluator',
        text: 'How many lines an hour did the station make at the reference, counted over a whole week?',
      },
      answer: [
        'solutions',
        '185 on average over five days, 221 in the best hour. 260 is what it can do when nothing waits.',
      ],
      but: 'Then we plan with 185.',
      claim: ['Reference', 'lines an hour over a week', 185, '1/h'],
      job_id: 'validation',
    },
    {
      ...{ who: 'finance', text: 'Can we give robots back after the peak, and how many at the least do we keep?' },
      answer: ['sales', 'Up to a third, with four weeks’ notice, once a year. You keep at least 24.'],
      claim: ['Rent', 'robots kept at least', 24, 'robots'],
      job_id: 'supplier_selection',
    },
    {
      ...{ who: 'solutions', text: 'How long may the warehouse system take to answer before your pickers notice?' },
      answer: [
        'evaluator',
        'Today it takes 300 ms. Above one second people begin to pick from memory, which is when it goes wrong.',
      ],
      claim: ['Warehouse system', 'answer at most', 1, 's'],
    },
    {
      ...{ who: 'security', text: 'Do the robots keep camera pictures, and can we switch that off ourselves?' },
      answer: [
        'solutions',
        'They keep the last ten seconds in memory for a stop, never on disk. You can switch it off for each zone.',
      ],
      job_id: 'validation',
    },
    {
      ...{ who: 'procurement', text: 'What do spare parts cost in year four, and from where do they come?' },
      answer: ['support', 'Prices of wear parts are fixed for five years; they lie in a depot two hours from you.'],
    },
  ],
  waiting: [
    { who: 'user', text: 'Can people with a hearing aid notice a robot that comes from behind?', job_id: 'validation' },
    { who: 'implementation', text: 'Which weekend may the northern docks be closed?' },
  ],
  risks: [
    {
      ...{
        text: 'Steel for the racks comes late and week 42 is lost.',
        likelihood: 3,
        impact: 5,
        for_whom: 'Customers in the peak',
      },
      ...{ mitigation: 'Order the racks on a letter of intent, before the contract.', owner: 'procurement' },
      ends: 'mitigated',
    },
    {
      ...{
        text: 'Joints at the northern docks wear out the wheels.',
        likelihood: 4,
        impact: 2,
        for_whom: 'Maintenance',
      },
      ...{ mitigation: 'Grind eleven joints during the stocktaking.', owner: 'evaluator', ends: 'closed' },
    },
    {
      ...{
        text: 'Temporary staff hear of it before the works council does.',
        likelihood: 3,
        impact: 4,
        for_whom: 'Shift leads',
      },
      ...{
        mitigation: 'Tell all shifts on one day, with the numbers of the agency contract.',
        owner: 'champion',
        zone: 'buyer',
      },
    },
    {
      ...{ text: 'We promised 220 lines; the reference makes 185.', likelihood: 4, impact: 4, for_whom: 'Our margin' },
      ...{
        mitigation: 'Offer a fifth station at cost, decided before the price talk.',
        owner: 'sales',
        zone: 'seller',
      },
    },
  ],
  links: [
    {
      name: 'Film of the reference hall, 4 minutes',
      link: 'https://robots.brackwater.example/reference-hall',
      by: 'seller',
      job_id: 'validation',
    },
    { name: 'Floor plan of hall 3', link: 'https://intranet.example/halls/3', by: 'buyer' },
  ],
};
