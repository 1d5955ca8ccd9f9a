import type { ClaimChannel } from '../../body/basis.ts';

/** What one channel says of a thing, and where. */
export interface Said {
  channel: ClaimChannel;
  value: number | boolean | string;
  document: string;
  quote?: string;
  evidence?: string;
  /** Only where the channels of this purchase disagree. */
  differs?: true;
}

/** One thing that a supplier is asked by everybody. Everything in it is invented. */
export interface Asked {
  subject: string;
  attribute: string;
  unit?: string;
  said: readonly Said[];
  /** What another option says of it. */
  other?: { value: number | boolean | string; document: string; evidence?: string };
}

export const ASKED: readonly Asked[] = [
  {
    subject: 'Support',
    attribute: 'answers within',
    unit: 'h',
    said: [
      { channel: 'web', value: '≤ 4', document: 'Support page', quote: 'We answer every request within four hours.' },
      { channel: 'proposal', value: '≤ 4', document: 'Proposal, section 6', quote: 'First answer: at most 4 h.' },
      { channel: 'support', value: '≤ 12', document: 'Ticket of the trial', quote: 'We aim to answer within 12 h.' },
    ],
    other: { value: '≤ 8', document: 'Data sheet of the other supplier' },
  },
  {
    subject: 'Service',
    attribute: 'availability in a month',
    unit: '%',
    said: [
      { channel: 'web', value: '≥ 99.9', document: 'Status page', quote: 'At least 99.9 % in every month.' },
      { channel: 'proposal', value: '≥ 99.9', document: 'Proposal, section 4' },
    ],
    other: { value: '≥ 99.9', document: 'Website of the other supplier' },
  },
  {
    subject: 'Introduction',
    attribute: 'takes',
    unit: 'week',
    said: [
      { channel: 'proposal', value: '10–12', document: 'Proposal, plan', quote: 'Ten to twelve weeks from the start.' },
      { channel: 'rep', value: 12, document: 'Call with the account manager' },
      { channel: 'partner', value: 20, document: 'Integrator', quote: 'Count on twenty weeks.', differs: true },
    ],
    other: { value: 26, document: 'Reference of the other supplier', evidence: 'A reference told us of half a year.' },
  },
  {
    subject: 'Sign-in',
    attribute: 'single sign-on included',
    said: [
      { channel: 'web', value: true, document: 'Feature list', quote: 'Single sign-on is part of every plan.' },
      { channel: 'rep', value: true, document: 'Demonstration' },
      { channel: 'support', value: false, document: 'Answer to a ticket', quote: 'Not in your plan.', differs: true },
    ],
    other: { value: true, document: 'Price list of the other supplier' },
  },
  {
    subject: 'Data',
    attribute: 'can all be taken along at the end',
    said: [
      { channel: 'web', value: true, document: 'Documentation', evidence: 'Tried with the trial account: complete.' },
      { channel: 'proposal', value: true, document: 'Proposal, section 9' },
    ],
  },
  {
    subject: 'Contract',
    attribute: 'shortest term',
    unit: 'month',
    said: [
      { channel: 'proposal', value: 24, document: 'Proposal, section 2', quote: 'The first term is two years.' },
      { channel: 'rep', value: 24, document: 'Call with the account manager' },
    ],
    other: { value: 36, document: 'Draft of the other supplier' },
  },
  {
    subject: 'Price',
    attribute: 'rises in a year by',
    unit: '%',
    said: [
      { channel: 'proposal', value: '≤ 3', document: 'Proposal, section 2', quote: 'Never more than 3 % in a year.' },
      { channel: 'rep', value: '≤ 3', document: 'Call with the account manager' },
    ],
  },
  {
    subject: 'Award',
    attribute: 'best of its kind',
    said: [{ channel: 'web', value: 'voted so by the readers of a trade journal', document: 'News page' }],
    other: { value: 'among the three best', document: 'News page of the other supplier' },
  },
];

/** Which way an answer came, by the source that the texts of the kinds name. */
export const CHANNEL_OF: Readonly<Record<string, ClaimChannel>> = {
  website: 'web',
  brochure: 'web',
  'product page': 'web',
  'price list': 'web',
  documentation: 'web',
  proposal: 'proposal',
  offer: 'proposal',
  'draft contract': 'proposal',
  demonstration: 'rep',
  demo: 'rep',
  'sales call': 'rep',
  integrator: 'partner',
  support: 'support',
};
