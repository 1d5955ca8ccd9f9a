import type { AskText, OwnStep, RiskText } from './room.ts';

/** What is asked in any purchase. */
export const ANY_ASKS: readonly AskText[] = [
  {
    ...{ who: 'user', zone: 'buyer', anonymous: true },
    text: 'Is it decided already and we are only asked for the form? I would rather know.',
    answer: [
      'champion',
      'It is not. If the trial shows what you fear, we stop, and I will say so in front of everyone.',
    ],
  },
  {
    ...{ who: 'evaluator', zone: 'buyer', anonymous: true },
    text: 'Has anyone of us talked to a customer who left them? All references came from the supplier.',
    answer: ['procurement', 'I found one through a colleague. We speak to them on Wednesday; come along.'],
  },
  {
    ...{ who: 'user', anonymous: true },
    text: 'What do people like least about it, who have used it for a year?',
    answer: ['solutions', 'That everyone sees what is late. It is also why they keep it.'],
  },
  {
    ...{ who: 'finance', zone: 'buyer' },
    text: 'What do we say when they ask for our budget?',
    answer: ['procurement', 'That we decide on value and that there is a ceiling. The number stays with us.'],
  },
  {
    ...{ who: 'procurement', text: 'Until when does the price hold, and what would make it change?' },
    answer: ['sales', 'Until the end of the quarter. Scope changes it, time alone does not.'],
  },
  {
    ...{ who: 'approver', text: 'What happens to us if you are bought by someone else?' },
    answer: [
      'sales',
      'The contract goes over unchanged, and you may leave within twelve months with all data, at no cost.',
    ],
    claim: ['Change of ownership', 'right to leave within', 12, 'months'],
  },
  {
    ...{ who: 'sales', zone: 'seller' },
    text: 'Has anyone worked with their new decision maker before?',
    answer: ['solutions', 'At their last company. Reads everything, dislikes slides, asks for the worst case first.'],
  },
  {
    ...{ who: 'implementation', zone: 'seller' },
    text: 'Can we really start in six weeks? My people say ten.',
    answer: ['sales', 'Then it is ten in the plan. I will tell them on Thursday.'],
  },
];

/** What can go wrong in any purchase. */
export const ANY_RISKS: readonly RiskText[] = [
  {
    ...{ text: 'The people who will use it hear of it last.', likelihood: 3, impact: 4, for_whom: 'Users' },
    ...{ mitigation: 'Two of them are in the group from now on.', owner: 'champion', ends: 'mitigated' },
  },
  {
    ...{ text: 'The decision slips past the end of the budget year.', likelihood: 3, impact: 4, for_whom: 'Finance' },
    ...{ mitigation: 'Get the budget carried over, in writing.', owner: 'finance', zone: 'buyer' },
  },
  {
    ...{ text: 'The champion leaves or is promoted.', likelihood: 2, impact: 5, for_whom: 'Us' },
    ...{ mitigation: 'Know two more people by name and by what they need.', owner: 'sales', zone: 'seller' },
  },
  {
    ...{ text: 'Support is slower than promised in the first weeks.', likelihood: 3, impact: 3, for_whom: 'Users' },
    ...{ mitigation: 'One named person for the first three months.', owner: 'support', ends: 'accepted' },
  },
];

/** What the supplier has to do on its own side. */
export const OWN_STEPS: readonly OwnStep[] = [
  {
    ...{ key: 'discount', name: 'Get the discount approved', owner: 'seller sales', due: 0.58, duration_days: 4 },
    ...{ internal: 'budget', zone: 'seller' },
  },
  {
    ...{ key: 'liability', name: 'Have our lawyers look at the liability clause', owner: 'seller sales', due: 0.74 },
    ...{ duration_days: 5, internal: 'legal', zone: 'seller' },
  },
  {
    ...{ key: 'team', name: 'Keep the introduction team free', owner: 'seller implementation', due: 0.86 },
    ...{ duration_days: 2, zone: 'seller' },
  },
  {
    ...{ key: 'position', name: 'Agree on our position before the price talk', owner: 'buyer procurement', due: 0.8 },
    ...{ duration_days: 2, internal: 'procurement', zone: 'buyer' },
    said: [['buyer', 'We give on the term, not on the way out.']],
  },
];

/** Said when the decision moves. */
export const MOVED: readonly string[] = [
  'Moved: two of us have to look again at what changed.',
  'Moved by three weeks; the board does not meet before.',
  'Not yet. Finance wants the new numbers first.',
  'Moved: we decide when everyone has said how it stands for them.',
];

/** Why a question needs no answer any more. */
export const CLOSED: readonly string[] = ['Answered in the workshop.', 'No longer needed: the scope changed.'];
