import type { KindTexts } from './kind.ts';

export const SERVICE: KindTexts = {
  kind: 'customer service desk',
  names: [
    'Customer service on one desk',
    'Answering 3,000 requests a day',
    'Replacing the ticket system',
    'Service for dealers and end customers',
  ],
  trades: ['Appliances', 'Mobility', 'Home Energy', 'Travel', 'Medical Devices', 'Windows'],
  champion: ['Customer service', 'After sales', 'Digital'],
  users: ['Agents', 'Team leads', 'Field technicians', 'Dealers'],
  problems: [
    'A customer tells us the same story three times, and one in four calls again within a week.',
    'Agents search in seven systems; the answer exists, but not where they look.',
    'We measure calls per hour and so we get calls. Nobody owns whether the problem is solved.',
  ],
  options: [
    ['Brackwater Desk: one history, answers with sources', 'this_supplier'],
    ['Hejsan Cloud: suite', 'other_supplier'],
    ['Connect the seven systems ourselves', 'build'],
    ['Only the knowledge base', 'smaller_scope'],
    ['Parlatorium: voice assistant', 'other_supplier'],
    ['Twelve more agents', 'do_nothing'],
  ],
  requirements: [
    ['The whole history of a customer on one screen in 2 seconds', 'must'],
    ['Solved at the first contact: 75 %', 'must'],
    ['Every proposed answer names its source', 'must'],
    ['Dealers see their customers and no others', 'must'],
    ['Telephone, letter, chat and portal in one queue', 'should'],
    ['Runs with the telephone system until 2028', 'should'],
    ['Changes to a form without a project', 'should'],
    ['Agents can work from home on a bad line', 'should'],
    ['Understands dialect', 'could'],
  ],
  late: {
    security: ['Card numbers never reach a log', 'The answers are not used to train models of others'],
    legal: ['A customer learns when software answers', 'Recordings end after 90 days'],
    finance: ['No price per answered question'],
    user: ['One keystroke hands over to a colleague, with everything'],
  },
  claims: [
    {
      subject: 'Answers',
      attribute: 'correct without a change',
      unit: '%',
      values: [
        [88, 'case study'],
        [61, 'trial with 500 of our requests'],
      ],
      note: 'Correct answers: 88 % elsewhere, 61 % with our own requests.',
    },
    {
      subject: 'Availability',
      attribute: 'guaranteed',
      unit: '%',
      values: [
        [99.9, 'website'],
        [99.5, 'service annex'],
      ],
      note: 'The annex guarantees less than the website.',
    },
    {
      subject: 'Training',
      attribute: 'days per agent',
      unit: 'days',
      values: [
        [1, 'sales call'],
        [4, 'team lead of a peer'],
      ],
      note: 'One day of training or four: with 160 agents that decides the date.',
    },
    {
      subject: 'Licence',
      attribute: 'dealers included',
      values: [
        ['unlimited', 'sales call'],
        ['up to 200', 'draft contract'],
      ],
      note: 'Unlimited dealers on the phone, two hundred in the contract.',
    },
  ],
  assumptions: [
    ['Cost of a repeated call', 7.4, 'EUR'],
    ['Repeated calls avoided', 118_000, '1/year'],
    ['Agents not replaced', 9, 'people'],
  ],
  amount_eur: [110_000, 1_300_000],
};
