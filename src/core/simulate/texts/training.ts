import type { KindTexts } from './kind.ts';

export const TRAINING: KindTexts = {
  kind: 'learning platform',
  names: [
    'Learning for 9,000 people in shifts',
    'Safety training that counts',
    'Replacing the learning platform',
    'Onboarding in ten languages',
  ],
  trades: ['Shipyards', 'Restaurants', 'Airports', 'Food', 'Construction', 'Cleaning'],
  champion: ['Training', 'Human resources', 'Occupational safety'],
  users: ['Site managers', 'Trainers', 'New colleagues', 'Works council'],
  problems: [
    'One in five safety certificates is out of date on any given day.',
    'People without a desk cannot reach the platform, so site managers keep lists on paper and nobody can prove anything.',
    'New people leave within six weeks because nobody shows them the work in their language.',
  ],
  options: [
    ['Brackwater Learn: on the phone, works without a connection', 'this_supplier'],
    ['Akademion: suite with course library', 'other_supplier'],
    ['Extend the intranet', 'build'],
    ['Safety only, in three countries', 'smaller_scope'],
    ['Lernbogen: content with a light platform', 'other_supplier'],
    ['Lists on paper and a yearly audit', 'do_nothing'],
  ],
  requirements: [
    ['Works on a private phone without an e-mail address', 'must'],
    ['Ten languages, right to left included', 'must'],
    ['Proof of each certificate for seven years', 'must'],
    ['A site manager sees at 6:00 who may work', 'must'],
    ['Courses of our own in an afternoon, not a month', 'should'],
    ['Two hours without a connection', 'should'],
    ['Takes over 140 old courses', 'should'],
    ['Subcontractors take part without a licence each', 'should'],
    ['Practice in pairs, confirmed by a colleague', 'could'],
  ],
  late: {
    security: ['No sign-in by social networks', 'Phone numbers are deleted 30 days after someone leaves'],
    legal: ['Learning time is working time, and the platform knows it', 'The works council sees the reports first'],
    finance: ['Price by active person, counted per quarter'],
    user: ['A course can be stopped for a customer and goes on where it was'],
  },
  claims: [
    {
      subject: 'Courses',
      attribute: 'taken over unchanged',
      unit: '%',
      values: [
        [95, 'proposal'],
        [60, 'trial with twenty courses'],
      ],
      note: 'Courses taken over: 95 % promised, 60 % in our trial.',
    },
    {
      subject: 'Languages',
      attribute: 'of the surface',
      unit: 'languages',
      values: [
        [32, 'website'],
        [9, 'demonstration'],
      ],
      note: 'Thirty-two languages for courses, but nine for the surface?',
    },
    {
      subject: 'Completion',
      attribute: 'at comparable customers',
      unit: '%',
      values: [
        [91, 'case study'],
        [74, 'peer'],
      ],
      note: 'The case study counts only those who began.',
    },
    {
      subject: 'Price',
      attribute: 'per person and year',
      unit: 'EUR',
      values: [
        [14, 'price list'],
        [22, 'offer with subcontractors'],
      ],
      note: 'With subcontractors the price is half as high again.',
    },
  ],
  assumptions: [
    ['People who leave within six weeks', 640, '1/year'],
    ['Cost of one who leaves', 2_900, 'EUR'],
    ['Hours of lists on paper', 7_800, 'h/year'],
  ],
  amount_eur: [60_000, 620_000],
};
