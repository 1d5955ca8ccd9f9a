/** What people say of the numbers of a value case. All of it is invented. */
export const DISPUTES: readonly string[] = [
  'We counted it in the spring and came to a third less.',
  'That was our best month, not a usual one.',
  'Nobody of us has ever measured this.',
  'The reference is twice our size.',
];

export const CASE_COMMENTS: readonly string[] = [
  'Taken from last year’s books, without the two closed sites.',
  'Measured over six weeks; we can show the lists.',
  'A cautious figure: the pilot came to more.',
  'Please say how the reference site counted this.',
  'Controlling uses this rate for every project of the year.',
];

/** Why a month brought another amount than was promised. */
export const CASE_CAUSES: readonly string[] = [
  'Two sites started a month late.',
  'A quiet month, fewer orders than usual.',
  'The old system ran beside it until the middle of the month.',
  'More people use it than we had planned.',
  'Training took longer than expected.',
];
