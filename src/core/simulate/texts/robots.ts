import type { KindTexts } from './kind.ts';

export const ROBOTS: KindTexts = {
  kind: 'warehouse robots',
  names: [
    'Picking robots for the northern warehouse',
    'Goods to person in hall 3',
    'Autonomous pallet trucks for the night shift',
    'Warehouse robots before the next peak season',
  ],
  trades: ['Outdoor', 'Pharmacy Supply', 'Books', 'Spare Parts', 'Shoes', 'Groceries'],
  champion: ['Logistics', 'Warehouse', 'Supply chain'],
  users: ['Picking', 'Goods in', 'Shift lead', 'Returns'],
  problems: [
    'In peak weeks we ship one order in six a day late because we cannot find enough pickers.',
    'People walk 14 km a shift to pick 90 lines an hour; we cannot hire our way through the next peak.',
    'The hall limits us, not demand: walking, not picking, is what we pay for.',
  ],
  options: [
    ['Brackwater: 40 shelf robots, rented', 'this_supplier'],
    ['Gantrix: cube storage', 'other_supplier'],
    ['Carrousel Robotics: robots, bought', 'other_supplier'],
    ['A new layout with our own engineers', 'build'],
    ['Robots for small parts only', 'smaller_scope'],
    ['Another year with temporary staff', 'do_nothing'],
  ],
  requirements: [
    ['220 order lines an hour and station', 'must'],
    ['Live before week 42', 'must'],
    ['Runs on the floor we have, joints included', 'must'],
    ['Goods up to 35 kg', 'should'],
    ['Half capacity at once if one zone fails', 'must'],
    ['Connects to our warehouse system without changing it', 'must'],
    ['More robots for six weeks a year', 'should'],
    ['People and robots may share the aisles', 'should'],
    ['Also handles hanging goods', 'could'],
  ],
  late: {
    security: ['Robots in a network of their own', 'No camera picture of a person leaves the hall'],
    legal: ['CE declaration for the whole installation, not for parts', 'Fire officer signs off charging in the hall'],
    finance: ['Rent can be given back after 24 months', 'Residual value guaranteed in writing'],
    user: ['A picker can stop any robot from where they stand'],
  },
  claims: [
    {
      subject: 'Station',
      attribute: 'lines an hour',
      unit: '1/h',
      values: [
        [260, 'video'],
        [185, 'reference visit'],
      ],
      note: '260 lines an hour in the video, 185 counted at the reference.',
    },
    {
      subject: 'Robot',
      attribute: 'availability',
      unit: '%',
      values: [
        [99.5, 'contract draft'],
        [97, 'peer in another warehouse'],
      ],
      note: 'Availability: contract and a peer with the same robots disagree.',
    },
    {
      subject: 'Floor',
      attribute: 'joint allowed',
      unit: 'mm',
      values: [
        [5, 'sales engineer'],
        [3, 'installation manual'],
      ],
      note: 'Our joints are 4 mm: fine for the sales engineer, not for the manual.',
    },
    {
      subject: 'Go-live',
      attribute: 'weeks after order',
      unit: 'weeks',
      values: [
        [16, 'proposal'],
        [26, 'integrator'],
      ],
      note: 'The integrator needs ten weeks more than the proposal says.',
    },
  ],
  assumptions: [
    ['Cost of a picked line today', 0.62, 'EUR'],
    ['Lines a year', 4_100_000, '1/year'],
    ['Temporary staff in peak weeks', 85, 'people'],
  ],
  amount_eur: [450_000, 3_200_000],
};
