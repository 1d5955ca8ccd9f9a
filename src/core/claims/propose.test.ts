import { describe, expect, it } from 'vitest';
import { proposeClaims } from './propose.ts';

/** Texts with what a careful reader would note down, as `attribute: value unit`. */
const PAGES: readonly [string, string, readonly string[]][] = [
  [
    'a page of a website',
    `# Support
Support answers within 4 h on business days. Critical incidents: 30 minutes, around the clock.
Recovery takes at most 2 business days; the recovery point is 15 min.

# Security
The service supports single sign-on. It does not support Internet Explorer.
Requires TLS 1.2 or newer and PostgreSQL 15 or later. The current release is version 4.2.1.
Data is stored for 10 years.`,
    [
      '≤ 4 h',
      '30 min',
      '≤ 2 business day',
      '15 min',
      'single sign-on: true',
      'Internet Explorer: false',
      'TLS version: ≥ 1.2',
      'PostgreSQL version: ≥ 15',
      'current release: 4.2.1',
      '10 year',
    ],
  ],
  [
    'a proposal',
    `Price
The licence costs EUR 49 per user per month. Set-up: €12,500 one-off.
Implementation lasts 10–12 weeks. Training is included. The contract runs 36 months.
Go-live by 1 May 2027. The price holds until 31 December 2026.
| Storage | 2 TB |
| Users included | up to 250 users |
Discount: 7.5 %`,
    [
      'licence: 49 EUR/user/month',
      'Set-up: 12500 EUR',
      'Implementation: 10–12 week',
      'Training: true',
      'contract: 36 month',
      'Go-live: ≤ 2027-05-01',
      '≤ 2026-12-31',
      'Storage: 2 TB',
      'Users included: ≤ 250 user',
      'Discount: 7.5 %',
    ],
  ],
  [
    'a mail',
    `Hello Dana, as I said on the phone our engineers reply the same business day and the archive keeps 12.5 GB per site.
We have never needed more than 3 weeks for the migration, and exports to CSV are available.
Uptime last year was 99.97 %. The next release comes on 15 March 2027.`,
    ['≤ 1 business day', '12.5 GB/site', '≤ 3 week', 'true', '99.97 %', '2027-03-15'],
  ],
  [
    'a page in German',
    `Leistung
Reaktionszeit: innerhalb von 2 Stunden
Lieferzeit: 3 bis 5 Werktage
Verfügbarkeit: 99,95 %
Der Vertrag dauert mindestens 24 Monate. Speicher: 1.500 GB
Enthält keine Schulung.`,
    [
      'Reaktionszeit: ≤ 2 h',
      'Lieferzeit: 3–5 business day',
      'Verfügbarkeit: 99.95 %',
      '≥ 24 month',
      'Speicher: 1500 GB',
      'Schulung: false',
    ],
  ],
];

const noted = (text: string): string[] =>
  proposeClaims(text).map(({ attribute, value, unit }) => `${attribute}: ${value}${unit === null ? '' : ` ${unit}`}`);

describe('claims proposed from', () => {
  it.each(PAGES)('%s: what a careful reader would note, and hardly more', (_name, text, expected) => {
    const found = noted(text);
    expect(expected.filter((one) => !found.some((other) => other.endsWith(one)))).toEqual([]);
    expect(found.length).toBeLessThanOrEqual(expected.length + 1);
  });

  it.each(PAGES)('%s stand where they say', (_name, text) => {
    for (const { quote, offset, length, line } of proposeClaims(text)) {
      expect(text.slice(offset, offset + length).trim()).toHaveLength(length);
      expect(text.split('\n')[line - 1]).toContain(quote.slice(0, 20));
      expect(text.slice(0, offset).split('\n')).toHaveLength(line);
    }
  });
});

describe('proposing', () => {
  it('takes the subject from the heading, from what it is told, or from the sentence', () => {
    expect(proposeClaims('# Backup\nRecovery takes 4 h.')).toMatchObject([
      { subject: 'Backup', attribute: 'Recovery' },
    ]);
    expect(proposeClaims('Recovery takes 4 h.', { subject: 'Ours' })).toMatchObject([{ subject: 'Ours' }]);
    expect(proposeClaims('The archive keeps images for 10 years.')).toMatchObject([{ subject: 'The archive' }]);
  });

  it('reads numbers as the text around them writes them', () => {
    expect(proposeClaims('Preis: 1.200 EUR, Rabatt 2,5 %')).toMatchObject([{ value: 1200 }, { value: 2.5 }]);
    expect(proposeClaims('Price: 1.200 EUR, discount 2.5 %')).toMatchObject([{ value: 1.2 }, { value: 2.5 }]);
  });

  it.each([
    ['nothing', ''],
    ['prose', 'We are proud of our people and of what our customers say.'],
    ['a telephone number and an address', 'Call +49 30 123456 or visit Main Street 12, 10115 Berlin.'],
    ['a year that cannot be meant', 'Valid until 1 May 20266.'],
    ['a day that can be two', 'Starts on 03/04/2026.'],
  ])('finds nothing in %s', (_name, text) => {
    expect(proposeClaims(text)).toEqual([]);
  });

  it.each(['Date: 12 March 2026', 'Offer of 12 March 2026', '**Last updated:** 2026-02-01', 'Stand: 1.2.2026'])(
    'takes no date of the text itself for a claim: %s',
    (line) => {
      expect(proposeClaims(`${line}\nDelivery on 1 July 2026`)).toMatchObject([{ value: '2026-07-01' }]);
    },
  );

  it('reads text from right to left', () => {
    const text = 'زمن الاستجابة: ٤ h';
    const [first] = proposeClaims(text);
    expect(first).toMatchObject({ attribute: 'زمن الاستجابة', value: 4, unit: 'h' });
    expect(text.slice(first?.offset, (first?.offset ?? 0) + (first?.length ?? 0))).toBe('٤ h');
  });

  it('reads ten pages, and stops at two hundred proposals', () => {
    const page = PAGES.map(([, text]) => text).join('\n');
    expect(proposeClaims(page.repeat(10)).length).toBe(200);
    expect(proposeClaims(`${'a '.repeat(100_000)}4 h`)).toHaveLength(1);
    expect(proposeClaims('1,'.repeat(50_000)).length).toBe(0);
  });
});
