/** An answer that the supplier keeps for whoever asks next; looked at so many days ago. */
export interface LibraryText {
  question: string;
  answer: string;
  source: string;
  /** Who keeps it: one of the supplier's people. */
  owner_id: string;
  answered_days: number;
  reviewed_days: number | null;
  /** Customers find it too. */
  published: boolean;
}

const text = (
  question: string,
  answer: string,
  source: string,
  owner_id: string,
  days: readonly [answered: number, reviewed: number | null],
  published = true,
): LibraryText => ({
  ...{ question, answer, source, owner_id, published },
  ...{ answered_days: days[0], reviewed_days: days[1] },
});

/** The supplier's answers to what everybody asks. Everything in it is invented. */
export const LIBRARY: readonly LibraryText[] = [
  text(
    'Where is our data kept, and who can read it?',
    'In two data centres of your country, ciphered with a key of your own. Of us, two named people can read it after you let them in; you see each time they did.',
    'Processing agreement, annex 2',
    'seller-teo',
    [260, 40],
  ),
  text(
    'How do we get our data back when we leave?',
    'As files in an open format with a description of each field, within 30 days and at no cost. We delete after you confirm that you can read them, and send a protocol.',
    'Contract, clause 14',
    'seller-noemi',
    [310, 75],
  ),
  text(
    'Does single sign-on cost extra?',
    'No. It works with any provider that speaks OpenID Connect, and is part of every price.',
    'Price list',
    'seller-shirin',
    [190, 12],
  ),
  text(
    'How fast do you answer when something is broken?',
    'Within four hours on working days, within one hour for a standstill at any time. Half of last year’s standstills were over in 50 minutes, nine of ten in three hours.',
    'Service description 7, and our own count',
    'seller-ravi',
    [150, 20],
  ),
  text(
    'Can we talk to a customer who left you?',
    'Yes. Two have agreed to be called; we tell them that you may, and are not there when you do.',
    'Account management',
    'seller-aleksi',
    [95, null],
  ),
  text(
    'What happens to the price after three years?',
    'It follows the index that the contract names, at most 3 % a year. It does not rise because you use it more.',
    'Contract, clause 6',
    'seller-bianca',
    [220, 30],
  ),
  text(
    'Do you train models with our data?',
    'Only a model of your own, which is deleted with the contract. Nothing of yours is used for anyone else.',
    'Processing agreement, annex 4',
    'seller-teo',
    [120, 8],
  ),
  text(
    'Who of us has to be there during the introduction, and for how long?',
    'One person who may decide, half a day a week; two who know the work, two days a week for six weeks. Everyone else half a day of training.',
    'Average of the last 40 introductions',
    'seller-ravi',
    [400, 365],
  ),
  text(
    'Do you have an insurance for damage that you cause?',
    'Yes, up to 10 million for each case. The confirmation of the insurer is sent on request.',
    'Insurance policy',
    'seller-noemi',
    [280, 200],
  ),
  text(
    'Which certificates do you have, and until when?',
    'The audit of information security is renewed every year, last in spring. We send the report without the list of findings that are still open, and that list under an agreement of secrecy.',
    'Audit report',
    'seller-shirin',
    [170, 15],
  ),
  text(
    'How low may the price go without asking?',
    'Down to 12 % below the list with a term of three years. Below that, ask first: what we give away in the first year never comes back.',
    'Pricing, internal',
    'seller-bianca',
    [130, 60],
    false,
  ),
  text(
    'What do we say about the outage in spring?',
    'What happened, for how long, whom it hit and what we changed. No adjectives. The two pages are in the folder of the service team.',
    'Service team, internal',
    'seller-ravi',
    [90, 21],
    false,
  ),
];
