import type { KindTexts } from './kind.ts';

export const MAINTENANCE: KindTexts = {
  kind: 'predictive maintenance',
  names: [
    'Predictive maintenance for two mills',
    'Predictive maintenance for the pump stations',
    'Vibration monitoring on line 4',
    'Condition monitoring for the press shop',
    'Early warning for gearboxes and drives',
  ],
  trades: ['Paper', 'Steel', 'Cement', 'Waterworks', 'Ceramics', 'Timber'],
  champion: ['Maintenance', 'Operations', 'Reliability engineering'],
  users: ['Mill floor', 'Shift lead', 'Mechanical workshop', 'Control room'],
  problems: [
    'Unplanned stops cost us eleven days of production last year, most of them in bearings and gearboxes.',
    'We lose eleven days a year to failures we could have seen coming, and we replace parts on dates instead of on need.',
    'We cannot see wear before it stops a line; spare parts and night shifts make each stop twice as expensive.',
  ],
  options: [
    ['Brackwater: sensors and models on 60 drives', 'this_supplier'],
    ['Tornhill Analytics: cloud platform', 'other_supplier'],
    ['Our own team on the plant historian', 'build'],
    ['Handheld measurements every second week', 'smaller_scope'],
    ['Ostrava Bearing: service contract with sensors', 'other_supplier'],
    ['Leave it as it is and keep more spares', 'do_nothing'],
  ],
  requirements: [
    ['Warns at least 72 hours before a bearing fails', 'must'],
    ['No more than two false alarms per drive and year', 'must'],
    ['Works in 85 °C and steam', 'must'],
    ['Reads the historian we already have', 'should'],
    ['Creates a work order in the maintenance system', 'should'],
    ['A fitter can mount a sensor in ten minutes', 'should'],
    ['Shows why it warns, not only that it does', 'must'],
    ['Runs on when the line to the internet is down', 'should'],
    ['Covers the old press from 1987 as well', 'could'],
  ],
  late: {
    security: [
      'Data residency: measurements stay in a data centre in our own country',
      'The gateway sits outside the control network',
      'Remote access only after one of us opens the door',
    ],
    legal: ['The models trained on our data remain ours', 'Liability for a missed warning is capped but not excluded'],
    finance: ['Paid per drive and month, no investment up front'],
    user: ['Alarms on the phone of the shift lead, in our language'],
  },
  claims: [
    {
      subject: 'Support',
      attribute: 'recovery time',
      unit: 'h',
      values: [
        [4, 'website'],
        [1, 'proposal'],
      ],
      note: 'Recovery time: the website says 4 h, the proposal says 1 h.',
    },
    {
      subject: 'Sensor',
      attribute: 'battery life',
      unit: 'years',
      values: [
        [7, 'data sheet'],
        [3, 'reference customer'],
      ],
      note: 'Battery life: seven years on the data sheet, three at the customer we called.',
    },
    {
      subject: 'Model',
      attribute: 'share of failures found',
      unit: '%',
      values: [
        [92, 'case study'],
        [70, 'our pilot'],
      ],
      note: 'Failures found: 92 % in the case study, 70 % in our own pilot.',
    },
    {
      subject: 'Installation',
      attribute: 'standstill needed',
      unit: 'h per line',
      values: [
        [0, 'sales presentation'],
        [6, 'project plan'],
      ],
      note: 'Standstill: none according to the presentation, six hours per line in the plan.',
    },
  ],
  assumptions: [
    ['Cost of an hour of standstill', 18_000, 'EUR/h'],
    ['Stops avoided a year', 6, '1/year'],
    ['Spare parts no longer kept', 120_000, 'EUR'],
  ],
  amount_eur: [180_000, 1_400_000],
};
