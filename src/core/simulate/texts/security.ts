import type { KindTexts } from './kind.ts';

export const SECURITY: KindTexts = {
  kind: 'security monitoring',
  names: [
    'Round-the-clock security monitoring',
    'Detection and response for plants and offices',
    'Security operations after the incident',
    'Watching 4,000 devices at night',
  ],
  trades: ['Utilities', 'Clinics', 'Insurance', 'Rail', 'Chemicals', 'Savings Bank'],
  champion: ['IT operations', 'Information security', 'IT'],
  users: ['Service desk', 'Network', 'Plant IT', 'On-call lead'],
  problems: [
    'Nobody looks at our alerts between six in the evening and eight in the morning.',
    'The intrusion in spring was visible for nine days in logs that nobody read; we learned of it from a customer.',
    'We collect everything and watch nothing. The regulator expects us to report within 24 hours.',
  ],
  options: [
    ['Brackwater Watch: managed, with our logs in our country', 'this_supplier'],
    ['Nachtwacht: managed, global centre', 'other_supplier'],
    ['A team of our own in three shifts', 'build'],
    ['Only office devices, plants later', 'smaller_scope'],
    ['Sentinel Fjord: software only', 'other_supplier'],
    ['Go on with on-call duty by telephone', 'do_nothing'],
  ],
  requirements: [
    ['A person looks at a severe alert within 15 minutes, at any hour', 'must'],
    ['A device can be isolated without asking us first', 'must'],
    ['Logs of the last 13 months', 'must'],
    ['Covers the controllers in the plants without touching them', 'should'],
    ['Fewer than five false alarms a week reach us', 'should'],
    ['Report ready for the regulator within 24 hours', 'must'],
    ['Runs beside the endpoint software we have until 2027', 'should'],
    ['A yearly exercise with the management', 'could'],
    ['We see every rule that is applied', 'should'],
  ],
  late: {
    security: ['The analysts are vetted, by name', 'Keys to our logs are held by us alone'],
    legal: ['Employee data is shown in the clear only after two people agree', 'Right to audit, on site, once a year'],
    finance: ['A price per device that falls when devices do'],
    user: ['The service desk can call an analyst, not a hotline'],
  },
  claims: [
    {
      subject: 'Analysts',
      attribute: 'time to first look',
      unit: 'min',
      values: [
        [10, 'proposal'],
        [30, 'service description'],
      ],
      note: 'First look: 10 minutes in the proposal, 30 in the service description.',
    },
    {
      subject: 'Storage',
      attribute: 'place of the logs',
      values: [
        ['in the country', 'website'],
        ['within the union', 'data protection annex'],
      ],
      note: 'Where the logs are kept: website and annex do not say the same.',
    },
    {
      subject: 'Price',
      attribute: 'per device and month',
      unit: 'EUR',
      values: [
        [6.2, 'proposal'],
        [8.9, 'price with plant devices'],
      ],
      note: 'Plant devices cost extra, which the proposal leaves out.',
    },
    {
      subject: 'Onboarding',
      attribute: 'weeks to full coverage',
      unit: 'weeks',
      values: [
        [6, 'sales call'],
        [14, 'reference'],
      ],
      note: 'Six weeks on the phone, fourteen at the reference.',
    },
  ],
  assumptions: [
    ['Cost of a day without IT', 410_000, 'EUR/day'],
    ['Severe incidents avoided in five years', 2, '1'],
    ['Night shifts that we need not staff', 5, 'people'],
  ],
  amount_eur: [120_000, 1_100_000],
};
