import type { KindTexts } from './kind.ts';

export const FLEET: KindTexts = {
  kind: 'electric fleet',
  names: [
    'Electric vans for the city depots',
    'Charging for 120 vehicles',
    'Route planning for service technicians',
    'Changing the delivery fleet in two steps',
  ],
  trades: ['Parcels', 'Lifts', 'Plumbing Supply', 'Laundries', 'Catering', 'Telecom Services'],
  champion: ['Fleet', 'Field service', 'Distribution'],
  users: ['Drivers', 'Depot lead', 'Dispatch', 'Workshop'],
  problems: [
    'From next year our diesel vans may not enter four of the cities we serve.',
    'We do not know which tours an electric van can drive in winter, and the depots have a tenth of the power.',
    'The bottleneck is the depot connection, not the vans; each month of delay costs us a permit.',
  ],
  options: [
    ['Brackwater: vans, chargers and planning as one service', 'this_supplier'],
    ['Voltkarren: leasing', 'other_supplier'],
    ['Buy vans, build chargers with the utility', 'build'],
    ['Two depots only', 'smaller_scope'],
    ['Cargo bikes and a partner for the rest', 'other_supplier'],
    ['Special permits as long as they last', 'do_nothing'],
  ],
  requirements: [
    ['160 km in January with 700 kg', 'must'],
    ['Every van full by 5:30', 'must'],
    ['No more than 250 kW per depot', 'must'],
    ['A replacement van within four hours', 'should'],
    ['Tours are planned with the range of that day', 'should'],
    ['Shelving of the old vans fits', 'should'],
    ['Charging on the road in every city', 'should'],
    ['Drivers are trained before the first tour', 'must'],
    ['Can feed the building at peak hours', 'could'],
  ],
  late: {
    security: ['No position of a driver outside working hours', 'Chargers in a network of their own'],
    legal: ['Works agreement on the data of the vans', 'Who is liable for a fire in the depot'],
    finance: ['Residual value is the risk of the supplier'],
    user: ['Heating that does not cost a third of the range'],
  },
  claims: [
    {
      subject: 'Van',
      attribute: 'range in winter',
      unit: 'km',
      values: [
        [190, 'brochure'],
        [128, 'test of our drivers'],
      ],
      note: 'Winter range: 190 km in the brochure, 128 km with our drivers and our load.',
    },
    {
      subject: 'Grid connection',
      attribute: 'months',
      unit: 'months',
      values: [
        [5, 'supplier'],
        [14, 'utility'],
      ],
      note: 'The utility needs nine months more than the supplier says.',
    },
    {
      subject: 'Service',
      attribute: 'replacement van',
      unit: 'h',
      values: [
        [4, 'proposal'],
        [24, 'terms'],
      ],
      note: 'Replacement: four hours promised, twenty-four in the terms.',
    },
    {
      subject: 'Battery',
      attribute: 'guaranteed capacity',
      unit: '%',
      values: [
        [80, 'sales call'],
        [70, 'guarantee card'],
      ],
      note: 'Capacity after eight years: 80 or 70 %?',
    },
  ],
  assumptions: [
    ['Kilometres a day and van', 112, 'km'],
    ['Price of power at night', 0.17, 'EUR/kWh'],
    ['Fines and permits avoided', 260_000, 'EUR/year'],
  ],
  amount_eur: [300_000, 4_200_000],
};
