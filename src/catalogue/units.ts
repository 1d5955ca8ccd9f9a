import { texts } from './texts.ts';

/** How long and how big, in words. */
export const unitWords = texts('units', 'unitWords', {
  years: (n: number) => `${n} years`,
  months: (n: number) => `${n} months`,
  days: (n: number) => (n === 1 ? '1 day' : `${n} days`),
  hours: (n: number) => `${n} h`,
  minutes: (n: number) => `${n} min`,
  seconds: (n: number) => `${n} s`,
  /** A span as it is said after `for`, `since` or `ago`, where a language bends it. */
  bent: (span: string) => span,
  today: 'today',
  at_once: 'at once',
  quoted: (text: string) => `“${text}”`,
  bytes: (n: number) => `${n} bytes`,
});
