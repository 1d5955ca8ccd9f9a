import type { RoomTexts } from './room.ts';

export const CLINIC_ROOM: RoomTexts = {
  template: 'software',
  steps: [
    {
      ...{ key: 'lists', name: 'Write down how each house reads today', owner: 'buyer user' },
      ...{ due: 0.33, duration_days: 6, after: ['needs'], job_id: 'requirements_building' },
      checklist: ['By day', 'At night', 'When the line between the houses is down'],
      said: [['buyer', 'Four houses, five ways. The fifth is the night at the children’s ward.']],
    },
    {
      ...{ key: 'old_images', name: 'Move 2,000 old images as a trial', owner: 'seller implementation' },
      ...{ due: 0.72, duration_days: 8, after: ['trial'], job_id: 'validation' },
      said: [
        ['seller', '1,988 moved; twelve have a patient number that exists twice.'],
        ['buyer', 'The twelve are ours to clear. Better now than in the migration.'],
      ],
    },
    {
      ...{ key: 'ethics', name: 'Hear the ethics committee', owner: 'buyer legal' },
      ...{ due: 0.64, duration_days: 12, internal: 'legal', zone: 'buyer' },
    },
    {
      key: 'readers',
      name: 'Three readers work with it for a day each',
      owner: 'buyer evaluator',
      due: 0.69,
      duration_days: 3,
      after: ['shown'],
    },
    {
      key: 'fallback',
      name: 'Rehearse two hours without the data centre',
      owner: 'seller implementation',
      due: 1.22,
      duration_days: 1,
      after: ['setup'],
    },
  ],
  asks: [
    {
      ...{ who: 'user', text: 'How many clicks is it from the list to the image when the patient was here before?' },
      answer: ['solutions', 'Two: the patient, then the study. Earlier images open beside it by themselves.'],
      claim: ['Reading list', 'clicks to the image', 2, 'clicks'],
      job_id: 'requirements_building',
    },
    {
      ...{
        who: 'evaluator',
        text: 'First image in two seconds in the demonstration, eleven at the clinic. What would it be here?',
      },
      answer: [
        'solutions',
        'Three to four between your houses with the line you have. The clinic you saw reads over a public line.',
      ],
      but: 'We measure it in the trial, at eight in the morning.',
      claim: ['First image between houses', 'seconds with the present line', 4, 's'],
      job_id: 'validation',
    },
    {
      ...{ who: 'security', text: 'Can an administrator of yours see the name of a patient, on any screen?' },
      answer: ['solutions', 'No. Names are ciphered with a key that stays in your house; we see a number.'],
      claim: ['Administrators of the supplier', 'see names', false],
    },
    {
      ...{ who: 'finance', text: 'Is an examination counted once when four houses read it?' },
      answer: ['sales', 'Once, where it was made. Reading it elsewhere is free, however often.'],
      claim: ['Price', 'examination counted', 1, 'times'],
      job_id: 'supplier_selection',
    },
    {
      ...{ who: 'implementation', text: 'Are patient numbers unique across the four houses?' },
      answer: ['evaluator', 'They should be. About one in 170 is not, from the merger of 2011.'],
    },
    {
      ...{ who: 'legal', text: 'Who answers for it if an urgent finding is flagged and nobody is called?' },
      answer: [
        'sales',
        'The flag is part of the certified product, the call is yours. We show who was called, when, and who answered.',
      ],
      job_id: 'validation',
    },
  ],
  waiting: [
    { who: 'user', text: 'Does the night list show which ward is waiting longest?', job_id: 'validation' },
    { who: 'sales', text: 'Which of the four houses would go first, and what does that depend on?' },
  ],
  risks: [
    {
      ...{
        text: 'Old images turn out to be wrongly assigned, and nobody notices during the migration.',
        likelihood: 3,
        impact: 5,
        for_whom: 'Patients',
      },
      ...{ mitigation: 'Clear double numbers first; a radiographer checks one in 200.', owner: 'evaluator' },
    },
    {
      ...{
        text: 'Two of the night readers leave before it is introduced.',
        likelihood: 3,
        impact: 4,
        for_whom: 'Emergency ward',
      },
      ...{ mitigation: 'Reading from home is in the first release.', owner: 'champion', zone: 'buyer' },
    },
    {
      ...{
        text: 'The certificate of the flagging is renewed later than planned.',
        likelihood: 2,
        impact: 4,
        for_whom: 'Readers',
      },
      ...{
        mitigation: 'Start without flagging; it is switched on by a setting.',
        owner: 'solutions',
        ends: 'mitigated',
      },
    },
    {
      ...{ text: 'Our team for migrations is booked until June.', likelihood: 4, impact: 3, for_whom: 'The date' },
      ...{ mitigation: 'Borrow two people of the northern team.', owner: 'implementation', zone: 'seller' },
    },
  ],
  links: [
    {
      name: 'Declaration of conformity',
      link: 'https://imaging.brackwater.example/conformity',
      by: 'seller',
      job_id: 'validation',
    },
    { name: 'Examinations by house and hour', link: 'https://intranet.example/examinations', by: 'buyer' },
  ],
};
