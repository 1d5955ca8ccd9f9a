import type { RoomTexts } from './room.ts';

export const MAINTENANCE_ROOM: RoomTexts = {
  template: 'equipment',
  steps: [
    {
      ...{ key: 'drives', name: 'Choose the drives that matter', owner: 'buyer evaluator' },
      ...{ due: 0.32, duration_days: 5, after: ['needs'], job_id: 'requirements_building' },
      checklist: ['What stopped us in the last two years', 'What has no spare', 'What is too hot to touch'],
      said: [['buyer', 'Started with 140, ended with 58. The old press is one of them.']],
    },
    {
      ...{ key: 'pilot', name: 'Six sensors on line 4 for three weeks', owner: 'seller implementation' },
      ...{ due: 0.7, duration_days: 15, after: ['specification'], job_id: 'validation' },
      said: [
        ['seller', 'All six send. The one at the dryer needed a longer bracket.'],
        ['buyer', 'It warned of the coupling nine days before the workshop heard it.'],
      ],
    },
    {
      ...{ key: 'gateway', name: 'Place the gateway outside the control network', owner: 'buyer security' },
      ...{ due: 0.6, duration_days: 4, internal: 'security', zone: 'buyer' },
      checklist: ['Firewall rule', 'Remote access only when one of us opens it'],
    },
    {
      key: 'orders',
      name: 'Agree what a warning becomes: a work order or a call',
      owner: 'buyer user',
      due: 0.66,
      duration_days: 3,
    },
    {
      ...{ key: 'first_catch', name: 'First failure seen coming', owner: 'buyer champion' },
      ...{ due: 1.56, duration_days: 0, after: ['takeover'] },
    },
  ],
  asks: [
    {
      ...{
        who: 'user',
        text: 'Who gets the warning at night: the shift lead, the workshop or a screen nobody looks at?',
      },
      answer: [
        'solutions',
        'Whoever you say, by drive and hour. At the reference it is the phone of the shift lead, and the workshop in the morning.',
      ],
      claim: ['Warning', 'goes to a person by drive and hour', true],
      job_id: 'requirements_building',
    },
    {
      ...{ who: 'evaluator', text: 'How many of your warnings at the reference were wrong, counted for a year?' },
      answer: [
        'solutions',
        '61 warnings on 72 drives, 11 of them wrong. Seven of those eleven in the first three months.',
      ],
      but: 'That is 0.15 per drive and year. Within what we asked for.',
      claim: ['Reference', 'false alarms per drive and year', 0.15, '1/year'],
      job_id: 'validation',
    },
    {
      ...{ who: 'procurement', text: 'What does a sensor cost that a forklift drives over?' },
      answer: ['sales', 'Nothing for the first five a year; after that 190 each.'],
      claim: ['Sensors', 'replaced free a year', 5, '1/year'],
    },
    {
      ...{ who: 'solutions', text: 'How long back does the historian go, and at which rate does it write?' },
      answer: ['evaluator', 'Six years, one value a second. Vibration is not in it; currents and temperatures are.'],
      claim: ['Historian', 'goes back', 6, 'years'],
    },
    {
      ...{ who: 'legal', text: 'Do models that learned from our drives work for our competitors afterwards?' },
      answer: [
        'sales',
        'No. What is learned from your drives stays with you; we use counts of failures across customers, and say so in clause 11.',
      ],
      job_id: 'supplier_selection',
    },
    {
      ...{
        who: 'user',
        text: 'Does mounting need a standstill? The presentation says no, the project plan says six hours per line.',
      },
      answer: [
        'implementation',
        'For most drives none. Line 4 needs six hours, because its guards are bolted. We would use your cleaning shift.',
      ],
      claim: ['Mounting on line 4', 'standstill', 6, 'h'],
      job_id: 'validation',
    },
  ],
  waiting: [
    {
      who: 'user',
      text: 'Can the fitters change a threshold themselves, and who sees that they did?',
      job_id: 'validation',
    },
    { who: 'implementation', text: 'When is the next cleaning shift of line 4 long enough for six hours?' },
  ],
  risks: [
    {
      ...{
        text: 'The workshop does not trust the warnings and goes on changing parts by date.',
        likelihood: 4,
        impact: 4,
        for_whom: 'Maintenance',
      },
      ...{ mitigation: 'The two most critical fitters choose the first twenty drives.', owner: 'champion' },
    },
    {
      ...{
        text: 'Steam kills sensors faster than the data sheet says.',
        likelihood: 3,
        impact: 3,
        for_whom: 'Mill floor',
      },
      ...{ mitigation: 'Three of the pilot’s six sensors sit at the dryer.', owner: 'evaluator', ends: 'closed' },
    },
    {
      ...{
        text: 'The head of the workshop retires in spring; the knowledge of the old press goes with him.',
        likelihood: 4,
        impact: 3,
        for_whom: 'Line 4',
      },
      ...{ mitigation: 'Two days with him and a recorder, before the summer.', owner: 'user', zone: 'buyer' },
    },
    {
      ...{
        text: 'They compare us with the bearing maker’s contract, which bundles the parts.',
        likelihood: 3,
        impact: 4,
        for_whom: 'Our offer',
      },
      ...{ mitigation: 'Show the cost of the parts apart, from their own numbers.', owner: 'sales', zone: 'seller' },
    },
  ],
  links: [
    {
      name: 'Live view of the pilot on line 4',
      link: 'https://drives.brackwater.example/pilot/line-4',
      by: 'seller',
      job_id: 'validation',
    },
    { name: 'Stops of the last two years', link: 'https://intranet.example/stops', by: 'buyer' },
  ],
};
