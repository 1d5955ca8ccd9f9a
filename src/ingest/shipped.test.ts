import { expect, test } from 'vitest';
import { importAll, outcomesOf, sellerState } from '../../test/fixtures/importing.ts';
import { sharedFile } from '../../test/fixtures/read/pieces.ts';
import { meaningsOf } from './meaning.ts';
import { shippedMappings } from './shipped.ts';
import { suggest } from './suggest.ts';

test('every shipped mapping can be used and says what it is', () => {
  expect(shippedMappings().map((one) => one.name)).toEqual([
    'bpic2012',
    'bpic2020-domestic-declarations',
    'bpic2020-request-for-payment',
    'helpdesk',
    'hubspot',
    'maven',
    'olist',
    'receipt',
    'running-example',
    'salesforce',
    'sepsis',
  ]);
  for (const one of shippedMappings()) {
    meaningsOf(one);
    expect(one.about?.length).toBeGreaterThan(100);
  }
});

const LOGS: [file: string, mapping: string, purchases: number, outcomes: Record<string, number>][] = [
  ['bpic2012.xes.gz', 'bpic2012', 13_087, { bought: 2246, lost: 7635, no_decision: 2807, open: 399 }],
  [
    'bpic2020-domestic-declarations.xes.gz',
    'bpic2020-domestic-declarations',
    10_357,
    { bought: 9911, no_decision: 284, open: 162 },
  ],
  [
    'bpic2020-request-for-payment.xes.gz',
    'bpic2020-request-for-payment',
    6760,
    { bought: 6187, no_decision: 448, open: 125 },
  ],
  ['receipt.xes.gz', 'receipt', 1434, { open: 1434 }],
  ['helpdesk.xes.gz', 'helpdesk', 4580, { open: 4580 }],
  ['sepsis.csv', 'sepsis', 1050, { open: 1050 }],
  ['running-example.xes.gz', 'running-example', 6, { bought: 3, lost: 3 }],
];

for (const [file, name, purchases, outcomes] of LOGS) {
  const path = sharedFile(`data/event-logs/${file}`);
  test.skipIf(path === null)(`${file} is recognised and comes out whole`, { timeout: 120_000 }, async () => {
    const paths = [path as string];
    const found = await suggest({ paths, name: 'a' });
    expect(found.recognised).toBe(name);
    expect(found.questions).toEqual([]);
    const imported = await importAll(paths, found.mapping);
    expect(imported.refused).toEqual([]);
    expect(imported.purchases).toHaveLength(purchases);
    expect(outcomesOf(imported.purchases)).toEqual(outcomes);
    const ids = imported.purchases.flatMap((one) => one.events.map((event) => event.id));
    expect(new Set(ids).size).toBe(ids.length);
  });
}

const bpic2012 = sharedFile('data/event-logs/bpic2012.xes.gz');
test.skipIf(bpic2012 === null)(
  'bpic2012: staff are no stakeholders, and a lapsed offer reopens',
  { timeout: 120_000 },
  async () => {
    const found = await suggest({ paths: [bpic2012 as string], name: 'a' });
    const { purchases } = await importAll([bpic2012 as string], found.mapping);
    let reopened = 0;
    for (const purchase of purchases) {
      const state = sellerState(purchase);
      expect(state.stakeholders).toEqual({});
      if (purchase.events.at(-1)?.source !== 'bpic2012') throw new Error('an event without its source');
      const choice = state.jobs.find((job) => job.job_id === 'supplier_selection');
      if (choice?.indicated.intervals.some((interval) => interval.to !== null)) reopened++;
    }
    expect(reopened).toBeGreaterThan(1000);
  },
);

const DAMAGED: [file: string, purchases: number, refused: Record<string, number>][] = [
  ['leads-blank-rows.csv', 1160, { 'csv.row_in_quotes': 39 }],
  ['olist-closed-deals-truncated.csv', 380, {}],
  ['olist-closed-deals-us-dates.csv', 842, {}],
];

for (const [file, purchases, refused] of DAMAGED) {
  const path = sharedFile(`data/damaged/${file}`);
  test.skipIf(path === null)(`${file} imports with a sensible report`, async () => {
    const paths = [path as string];
    const { mapping } = await suggest({ paths, name: file });
    const imported = await importAll(paths, mapping);
    expect(imported.purchases).toHaveLength(purchases);
    const counts: Record<string, number> = {};
    for (const { code, line, value, reason } of imported.refused) {
      counts[code] = (counts[code] ?? 0) + 1;
      expect(line).toBeGreaterThan(1);
      expect(value).not.toBeNull();
      expect(reason).toMatch(/\. [A-Z].*\.$/);
    }
    expect(counts).toEqual(refused);
  });
}
