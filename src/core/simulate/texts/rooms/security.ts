import type { RoomTexts } from './room.ts';

export const SECURITY_ROOM: RoomTexts = {
  template: 'services',
  steps: [
    {
      ...{ key: 'sources', name: 'List what writes logs, plants included', owner: 'buyer evaluator' },
      ...{ due: 0.32, duration_days: 7, after: ['needs'], job_id: 'requirements_building' },
      checklist: ['Offices', 'Controllers in the plants', 'What nobody feels responsible for'],
      said: [['buyer', 'We found 61 devices that were on no list. That alone was worth it.']],
    },
    {
      ...{ key: 'night', name: 'Watch one plant for two weeks, nights only', owner: 'seller solutions' },
      ...{ due: 0.68, duration_days: 10, after: ['people'], job_id: 'validation' },
      said: [
        ['seller', 'Nine alerts, one of them real: a maintenance laptop with an old password.'],
        ['buyer', 'And we were called within eleven minutes. Good.'],
      ],
    },
    {
      ...{ key: 'isolate', name: 'Agree who may cut off which device without asking', owner: 'buyer security' },
      ...{ due: 0.7, duration_days: 5, internal: 'security', zone: 'buyer' },
    },
    {
      key: 'exercise',
      name: 'Play one incident at the table, with the management',
      owner: 'buyer decision_maker',
      due: 0.78,
      duration_days: 1,
    },
    {
      ...{ key: 'plants', name: 'Connect the last plant', owner: 'seller implementation' },
      ...{ due: 1.24, duration_days: 15, after: ['kickoff'] },
    },
  ],
  asks: [
    {
      ...{ who: 'user', text: 'When an alert comes at three at night: do you call me, or a queue?' },
      answer: [
        'support',
        'You. The analyst who saw it calls the on-call phone, twice, then your deputy. The queue only gets the written part.',
      ],
      claim: ['Severe alert', 'a person calls a person', true],
      job_id: 'requirements_building',
    },
    {
      ...{ who: 'evaluator', text: 'Can you read the controllers in the plants without installing anything on them?' },
      answer: [
        'solutions',
        'Yes, from a mirror port. We have done so on the four makes that you named; one of them says less than we would like.',
      ],
      claim: ['Plant controllers', 'makes read without touching', 4, 'makes'],
      job_id: 'supplier_selection',
    },
    {
      ...{ who: 'finance', text: 'Does the price go down when we switch off the old plant in the south?' },
      answer: ['sales', 'Yes, with the next month: devices are counted on the first of each month.'],
      but: 'And the minimum?',
      claim: ['Price', 'falls with the next', 1, 'month'],
    },
    {
      ...{ who: 'legal', text: 'Who tells the regulator: you or we? And on whose paper?' },
      answer: [
        'sales',
        'You do. We hand you a draft within twelve hours, with everything that is known and what is not.',
      ],
      claim: ['Report for the regulator', 'draft within', 12, 'h'],
      job_id: 'validation',
    },
    {
      ...{ who: 'solutions', text: 'Which systems may never be cut off, whatever happens?' },
      answer: [
        'security',
        'The two controllers of the boilers and the access system of the gate. The list is with the duty manager.',
      ],
    },
    {
      ...{
        who: 'procurement',
        text: 'How do we get our logs back when we leave, in which form, and what does it cost?',
      },
      answer: [
        'sales',
        'As files with a description of each field, within 30 days, at no cost. We delete after you confirm that you can read them.',
      ],
      job_id: 'supplier_selection',
    },
  ],
  waiting: [
    {
      who: 'security',
      text: 'Are your analysts vetted by name, and may we see the list once a year?',
      job_id: 'validation',
    },
    { who: 'sales', text: 'Who signs for the plants: the works managers or IT?' },
  ],
  risks: [
    {
      ...{
        text: 'False alarms tire the on-call team before the rules fit.',
        likelihood: 4,
        impact: 3,
        for_whom: 'Service desk',
      },
      ...{ mitigation: 'Six weeks in which the analysts filter before they call.', owner: 'user' },
    },
    {
      ...{
        text: 'Something happens between the contract and full coverage.',
        likelihood: 2,
        impact: 5,
        for_whom: 'Everyone',
      },
      ...{
        mitigation: 'Begin with the domain controllers and the mail; plants follow.',
        owner: 'security',
        ends: 'mitigated',
      },
    },
    {
      ...{
        text: 'The audit finds the nine days of the last incident undocumented.',
        likelihood: 3,
        impact: 4,
        for_whom: 'Management',
      },
      ...{ mitigation: 'Write the timeline down now, with legal.', owner: 'legal', zone: 'buyer' },
    },
    {
      ...{ text: 'Plant devices are not in the price they compare.', likelihood: 4, impact: 3, for_whom: 'Our offer' },
      ...{ mitigation: 'Say it ourselves before they find it.', owner: 'sales', zone: 'seller' },
    },
  ],
  links: [
    {
      name: 'Service description, version 7',
      link: 'https://watch.brackwater.example/service/7',
      by: 'seller',
      job_id: 'supplier_selection',
    },
    { name: 'Network plan of the plants', link: 'https://intranet.example/network', by: 'buyer', zone: 'buyer' },
  ],
};
