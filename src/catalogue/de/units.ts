import type * as en from '../units.ts';

export const unitWords: typeof en.unitWords = {
  years: (n) => `${n} Jahre`,
  months: (n) => `${n} Monate`,
  days: (n) => (n === 1 ? '1 Tag' : `${n} Tage`),
  hours: (n) => `${n} Std.`,
  minutes: (n) => `${n} Min.`,
  seconds: (n) => `${n} Sek.`,
  bent: (span) => span.replace(/(Jahre|Monate|Tage)$/, '$1n'),
  today: 'heute',
  at_once: 'sofort',
  quoted: (text) => `„${text}“`,
  bytes: (n) => `${n} Byte`,
};
