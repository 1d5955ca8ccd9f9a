import type { RoomTexts } from './room.ts';

export const SERVICE_ROOM: RoomTexts = {
  template: 'software',
  steps: [
    {
      ...{ key: 'listen', name: 'Listen to forty calls, with both sides in the room', owner: 'buyer user' },
      ...{ due: 0.32, duration_days: 3, after: ['needs'], job_id: 'requirements_building' },
      said: [
        ['buyer', 'In 23 of 40 the customer told the story again.'],
        ['seller', 'And in 31 the answer was in the third system the agent opened.'],
      ],
    },
    {
      ...{ key: 'sources', name: 'Connect two of the seven systems for the trial', owner: 'seller implementation' },
      ...{ due: 0.54, duration_days: 8, after: ['shown'], job_id: 'validation' },
      checklist: ['Orders', 'Repairs', 'Who may see what'],
    },
    {
      key: 'answers',
      name: 'Check 200 suggested answers against the truth',
      owner: 'buyer evaluator',
      due: 0.7,
      duration_days: 6,
      after: ['trial'],
      job_id: 'validation',
    },
    {
      key: 'recordings',
      name: 'Agree how long calls are kept',
      owner: 'buyer legal',
      due: 0.58,
      duration_days: 5,
      internal: 'legal',
      zone: 'buyer',
    },
    {
      key: 'dealers',
      name: 'Dealers come to the same desk',
      owner: 'buyer champion',
      due: 1.36,
      duration_days: 15,
      after: ['first_day'],
    },
  ],
  asks: [
    {
      ...{ who: 'user', text: 'When the suggested answer is wrong: who corrects it, and do the others see that?' },
      answer: [
        'solutions',
        'Any agent marks it, a team lead changes it, and all see the new one at once, with its source.',
      ],
      claim: ['Wrong answer', 'corrected by', 'a team lead'],
      job_id: 'requirements_building',
    },
    {
      ...{
        who: 'evaluator',
        text: 'How many of the suggested answers were right at the reference, as counted by them?',
      },
      answer: ['solutions', 'Nine of ten after four months; six of ten in the first week.'],
      but: 'We count the first week too.',
      claim: ['Reference', 'suggested answers right after four months', 90, '%'],
      job_id: 'validation',
    },
    {
      ...{ who: 'finance', text: 'Is there anything in the price that grows with the number of answers?' },
      answer: ['sales', 'No. The price is per agent who signs in during a month, and nothing else.'],
      claim: ['Price', 'grows with answers', false],
      job_id: 'supplier_selection',
    },
    {
      ...{ who: 'solutions', text: 'How many callers call again within a week about the same thing?' },
      answer: ['user', 'One in four, as far as we can tell. Dealers call again almost always.'],
      claim: ['Callers today', 'call again within a week', 25, '%'],
    },
    {
      ...{ who: 'security', text: 'Does a card number ever reach a log, even when a customer says it aloud?' },
      answer: [
        'solutions',
        'It is cut out of sound and text before anything is stored. You can test it with the numbers that we give you.',
      ],
      job_id: 'validation',
    },
    {
      ...{ who: 'legal', text: 'How does a customer learn that the answer came from software?' },
      answer: ['support', 'It says so in the first line, and offers a person in the second.'],
    },
  ],
  waiting: [
    {
      who: 'user',
      text: 'Can I hand over to a colleague in one keystroke, with everything I have typed?',
      job_id: 'validation',
    },
    { who: 'sales', text: 'Which of the seven systems will still be there in two years?' },
  ],
  risks: [
    {
      ...{
        text: 'Agents are still measured by calls per hour and rush.',
        likelihood: 4,
        impact: 4,
        for_whom: 'Customers',
      },
      ...{ mitigation: 'Measure solved in one call from the first day on.', owner: 'champion' },
    },
    {
      ...{
        text: 'The repairs system cannot be read without its maker.',
        likelihood: 3,
        impact: 3,
        for_whom: 'The trial',
      },
      ...{ mitigation: 'A nightly file will do for the trial.', owner: 'evaluator', ends: 'closed' },
    },
    {
      ...{
        text: 'Two teams fear that the desk replaces them, and they are not wrong.',
        likelihood: 3,
        impact: 4,
        for_whom: 'Team leads',
      },
      ...{ mitigation: 'Say what becomes of whom before the trial begins.', owner: 'champion', zone: 'buyer' },
    },
    {
      ...{
        text: 'Their telephone contract ends a year later than ours would begin.',
        likelihood: 4,
        impact: 2,
        for_whom: 'Our price',
      },
      ...{ mitigation: 'Offer the voice part free until then.', owner: 'sales', zone: 'seller' },
    },
  ],
  links: [
    {
      name: 'The desk with made-up customers',
      link: 'https://desk.brackwater.example/try',
      by: 'seller',
      job_id: 'validation',
    },
    { name: 'Calls by reason, last quarter', link: 'https://intranet.example/calls', by: 'buyer' },
  ],
};
