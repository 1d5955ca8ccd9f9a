import type { RoomTexts } from './room.ts';

export const TRAINING_ROOM: RoomTexts = {
  template: 'software',
  steps: [
    {
      ...{ key: 'proofs', name: 'List which proofs an inspector asks for', owner: 'buyer champion' },
      ...{ due: 0.31, duration_days: 5, after: ['needs'], job_id: 'requirements_building' },
      checklist: ['By country', 'By machine', 'What has to be on paper'],
    },
    {
      ...{ key: 'site', name: 'One site learns with it for three weeks', owner: 'buyer user' },
      ...{ due: 0.74, duration_days: 15, after: ['trial'], job_id: 'validation' },
      said: [
        ['buyer', '212 of 240 finished the first course, most of them in the break before the shift.'],
        ['seller', 'The other 28 have no number in the list. We send it to you.'],
      ],
    },
    {
      key: 'language',
      name: 'Have three languages read by native colleagues',
      owner: 'buyer evaluator',
      due: 0.68,
      duration_days: 6,
    },
    {
      key: 'works_council',
      name: 'Show the works council the reports',
      owner: 'buyer legal',
      due: 0.6,
      duration_days: 8,
      internal: 'legal',
      zone: 'buyer',
    },
    {
      key: 'all_sites',
      name: 'All sites use it',
      owner: 'buyer champion',
      due: 1.36,
      duration_days: 20,
      after: ['first_day'],
    },
  ],
  asks: [
    {
      ...{ who: 'user', text: 'Half of my people share a phone at home. How do they sign in without an address?' },
      answer: [
        'solutions',
        'With the number on their badge and a picture code. It asks for nothing else, and remembers nothing on the phone.',
      ],
      claim: ['Sign-in', 'without a mail address', true],
      job_id: 'requirements_building',
    },
    {
      ...{
        who: 'evaluator',
        text: 'Does a course that was begun in the dock without a connection count when it is finished on the ship?',
      },
      answer: [
        'solutions',
        'Yes: it counts from the clock of the phone and is sent when there is a line, up to 30 days later.',
      ],
      claim: ['Without a connection', 'results kept', 30, 'days'],
      job_id: 'validation',
    },
    {
      ...{ who: 'finance', text: 'What is an active person: one who opened it, or one who finished something?' },
      answer: ['sales', 'One who finished at least one lesson in the quarter.'],
      but: 'Then seasonal staff cost us one quarter, not four. Good.',
      claim: ['Active person', 'lessons finished in a quarter', 1, 'lessons'],
      job_id: 'supplier_selection',
    },
    {
      ...{ who: 'implementation', text: 'Who knows which person works at which site today?' },
      answer: ['champion', 'The rota, in a spreadsheet per site. HR knows it a month later.'],
    },
    {
      ...{ who: 'legal', text: 'Is learning after the shift counted as working time?' },
      answer: ['solutions', 'Every lesson has its minutes and the hour; whether it is paid you set by country.'],
      job_id: 'requirements_building',
    },
    {
      ...{ who: 'security', text: 'How long do you keep the phone number of someone who left?' },
      answer: ['support', '30 days. The certificate stays, with the personnel number alone.'],
      claim: ['Phone number', 'deleted after', 30, 'days'],
    },
  ],
  waiting: [
    { who: 'user', text: 'Can a trainer confirm a practical test by phone, with a glove on?', job_id: 'validation' },
    { who: 'sales', text: 'Which audit would you like to pass with it first?' },
  ],
  risks: [
    {
      ...{
        text: 'Site managers go on keeping lists on paper beside it.',
        likelihood: 4,
        impact: 3,
        for_whom: 'Safety',
      },
      ...{ mitigation: 'The printed list comes out of the platform, on Mondays.', owner: 'champion' },
    },
    {
      ...{ text: 'Certificates of the old platform are lost.', likelihood: 2, impact: 5, for_whom: 'Inspections' },
      ...{
        mitigation: 'Exported and compared, name by name, before it is switched off.',
        owner: 'evaluator',
        ends: 'mitigated',
      },
    },
    {
      ...{
        text: 'The head of training is asked to save a third of the team with it.',
        likelihood: 3,
        impact: 4,
        for_whom: 'Trainers',
      },
      ...{
        mitigation: 'Tell the trainers what their work will be, before the decision.',
        owner: 'champion',
        zone: 'buyer',
      },
    },
    {
      ...{
        text: 'Ten languages were promised; two are translated by machine.',
        likelihood: 4,
        impact: 3,
        for_whom: 'Our word',
      },
      ...{ mitigation: 'Say which two, and offer readers.', owner: 'sales', zone: 'seller' },
    },
  ],
  links: [
    {
      name: 'A course to try on your own phone',
      link: 'https://learn.brackwater.example/try',
      by: 'seller',
      job_id: 'validation',
    },
    {
      name: 'Certificates that end this quarter',
      link: 'https://intranet.example/certificates',
      by: 'buyer',
      zone: 'buyer',
    },
  ],
};
