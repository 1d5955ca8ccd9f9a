import type { KindTexts } from './kind.ts';

export const ENERGY: KindTexts = {
  kind: 'energy storage and heat',
  names: [
    'Heat pumps for the dye house',
    'Battery storage at the main site',
    'Waste heat from the furnaces',
    'Energy control for three sites',
  ],
  trades: ['Textiles', 'Glass', 'Brewery', 'Dairy', 'Castings', 'Packaging'],
  champion: ['Energy management', 'Facilities', 'Sustainability'],
  users: ['Boiler house', 'Production', 'Electrical workshop', 'Environment'],
  problems: [
    'A third of our gas goes up the chimney as warm water nobody uses.',
    'Peak load costs us more than the energy itself, and the permit for the old boilers ends in 2028.',
    'We need heat at 95 °C without gas, and without stopping production for more than one weekend.',
  ],
  options: [
    ['Brackwater: two heat pumps, operated for us', 'this_supplier'],
    ['Varmverk: heat pumps, bought', 'other_supplier'],
    ['Our engineers with the local installer', 'build'],
    ['Battery first, heat later', 'smaller_scope'],
    ['Biomass boiler by Holzgrund', 'other_supplier'],
    ['Renew the gas boilers', 'do_nothing'],
  ],
  requirements: [
    ['2.4 MW of heat at 95 °C all year', 'must'],
    ['Gas use down by 60 %', 'must'],
    ['Change-over within one weekend', 'must'],
    ['Quieter than 45 dB at the fence', 'must'],
    ['Coefficient of performance at least 3.1 in January', 'should'],
    ['The old boilers stay as reserve for two winters', 'should'],
    ['Counts towards the subsidy programme', 'should'],
    ['Spare parts within 24 hours', 'should'],
    ['Can sell flexibility to the grid', 'could'],
  ],
  late: {
    security: ['Remote control only through our own gate', 'The control stands alone when the network is cut'],
    legal: ['Who owns the machine when the contract ends early', 'The noise permit is the risk of the supplier'],
    finance: ['Off the balance sheet, or no board decision this year'],
    user: ['One screen in the boiler house for old and new'],
  },
  claims: [
    {
      subject: 'Heat pump',
      attribute: 'coefficient in January',
      values: [
        [3.4, 'data sheet'],
        [2.8, 'measured at a peer'],
      ],
      note: 'Coefficient in January: 3.4 on paper, 2.8 measured two valleys from here.',
    },
    {
      subject: 'Subsidy',
      attribute: 'share of the investment',
      unit: '%',
      values: [
        [40, 'supplier'],
        [25, 'tax adviser'],
      ],
      note: 'Subsidy: the supplier counts on 40 %, our tax adviser on 25 %.',
    },
    {
      subject: 'Noise',
      attribute: 'at the fence',
      unit: 'dB',
      values: [
        [42, 'proposal'],
        [47, 'expert report'],
      ],
      note: 'The expert report is above what the permit allows; the proposal is below.',
    },
    {
      subject: 'Delivery',
      attribute: 'months',
      unit: 'months',
      values: [
        [7, 'sales call'],
        [12, 'order confirmation of a peer'],
      ],
      note: 'Delivery: seven months said, twelve confirmed to somebody else.',
    },
  ],
  assumptions: [
    ['Price of gas in 2029', 68, 'EUR/MWh'],
    ['Hours of full load', 6_200, 'h/year'],
    ['Peak load avoided', 800, 'kW'],
  ],
  amount_eur: [380_000, 3_800_000],
};
