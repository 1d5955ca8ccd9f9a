import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { files, importAll, outcomesOf, sellerState } from '../../test/fixtures/importing.ts';
import { sharedFile } from '../../test/fixtures/read/pieces.ts';
import type { Mapping } from '../core/mapping.ts';
import { partOf } from './crm/parts.ts';
import { shippedMappings } from './shipped.ts';

function shipped(name: string): Mapping {
  const found = shippedMappings().find((one) => one.name === name);
  if (!found) throw new Error(`no mapping ${name}`);
  return found;
}

const kinds = (events: readonly { kind: string }[]) => events.map((event) => event.kind);

const SALESFORCE = {
  'tasks.csv': `id,what_id,who_id,activity_date,status,type,owner_id,is_deleted,call_duration_in_seconds,is_closed
t1,006A,003A,2024-01-05 09:00:00,Completed,Call,005S,false,120,true
t2,001A,003A,2024-01-05 09:00:00,Completed,Call,005S,false,,true
t3,006A,003A,2024-03-05 09:00:00,Not Started,Call,005S,false,,false
t4,006D,003A,2024-01-05 09:00:00,Completed,Call,005S,false,,true
`,
  'events.csv': `Id,WhatId,WhoId,StartDateTime,Type,OwnerId,IsDeleted,DurationInMinutes
e1,006A,003B,2024-01-06T09:00:00Z,Meeting,005S,false,30
`,
  'contacts.csv': `id,account_id,first_name,last_name,email,title
003A,001A,Ada,Example,ada@example.org,CFO
003B,001A,Bo,Example,bo@example.org,
003C,001A,Never,Met,never@example.org,
`,
  'accounts.csv': 'id,name,industry,billing_city\n001A,Acme,Steel,Bonn\n',
  'opportunities.csv': `id,is_deleted,account_id,name,stage_name,amount,created_date,close_date,is_closed,is_won,probability
006A,false,001A,Robots,Closed Won,"1,500.25",2024-01-01 08:00:00,2024-02-01,true,true,100
006B,false,001A,Saws,Closed Lost,,2024-01-01 08:00:00,2024-02-01,true,false,0
006D,true,001A,Gone,Closed Won,10,2024-01-01 08:00:00,2024-02-01,true,true,100
`,
  'history.csv': `OpportunityId,StageName,Amount,CreatedDate,Probability,CloseDate
006A,Prospecting,1000.00,2024-01-01 08:00:00,10,2024-04-01
006A,Closed Won,1500.25,2024-01-30 08:00:00,100,2024-02-01
`,
  'unrelated.csv': 'a,b\n1,2\n',
};

test('Salesforce: opportunities joined with history, accounts, contacts, tasks and events', async () => {
  const given = { ...shipped('salesforce'), currency: 'EUR' };
  const { purchases, refused } = await importAll(files(SALESFORCE), given);
  expect(purchases.map((one) => one.purchase_id)).toEqual(['salesforce.006A', 'salesforce.006B']);
  expect(outcomesOf(purchases)).toEqual({ bought: 1, lost: 1 });
  const [first] = purchases;
  expect(kinds(first?.events ?? [])).toEqual([
    'purchase.opened',
    'purchase.amount_changed',
    'purchase.stage_changed',
    'stakeholder.named',
    'touch.recorded',
    'stakeholder.named',
    'touch.recorded',
    'purchase.amount_changed',
    'purchase.stage_changed',
    'purchase.outcome_reached',
  ]);
  const state = first && sellerState(first);
  expect(state).toMatchObject({ name: 'Robots', account_name: 'Acme', amount: { amount_minor: 150_025 } });
  const people = Object.values(state?.stakeholders ?? {}).map(({ name, function: place }) => ({ name, place }));
  expect(people).toEqual([
    { name: 'Ada Example', place: 'CFO' },
    { name: 'Bo Example', place: null },
  ]);
  const call = first?.events[4];
  expect(call).toMatchObject({
    body: { channel: 'phone', activity: 'Task: Call', by: '005S', sides: ['seller'], duration_s: 120 },
  });
  expect(first?.events[6]).toMatchObject({
    body: { channel: 'in_person', sides: ['buyer', 'seller'], duration_s: 1800 },
  });
  expect(refused.map(({ code, column, value }) => ({ code, column, value }))).toEqual([
    { code: 'crm.part_not_used', column: null, value: 'unrelated.csv' },
    { code: 'crm.deleted', column: 'deals/is_deleted', value: '006D' },
    { code: 'crm.no_deal', column: 'tasks/what_id', value: '001A' },
    { code: 'crm.planned', column: 'tasks/status', value: 'Not Started' },
    { code: 'crm.deleted', column: 'tasks/what_id', value: '006D' },
  ]);
});

test('the order in which the parts are given changes nothing', async () => {
  const paths = files(SALESFORCE);
  const given = shipped('salesforce');
  const { purchases } = await importAll([...paths].reverse(), given);
  expect(purchases).toEqual((await importAll(paths, given)).purchases);
});

test('a column that the mapping ignores is not read', async () => {
  const given = shipped('salesforce');
  const columns = { ...given.columns, 'deals/name': 'ignore' as const };
  const { purchases } = await importAll(files(SALESFORCE), { ...given, columns });
  expect(purchases.map((one) => sellerState(one).name)).toEqual(['006A', '006B']);
});

const HUBSPOT = {
  'deals.csv': `deal_id,is_deleted,deal_pipeline_stage_id,property_dealname,property_amount,property_closedate,property_createdate
1,false,s2,Robots,500,2024-02-01 00:00:00,2024-01-01 08:00:00
2,true,s2,Gone,500,,2024-01-01 08:00:00
3,false,closedlost,Saws,700,2024-03-01 00:00:00,2024-01-01 08:00:00
`,
  'stages.csv': `stage_id,label,pipeline_id,closed_won,is_closed,probability
s1,Talking,p,FALSE,FALSE,0.4
s2,Signed,p,TRUE,TRUE,1.0
`,
  'history.csv': `deal_id,date_entered,value
1,2024-01-02 08:00:00,s1
1,2024-01-20 08:00:00,s2
2,2024-01-20 08:00:00,s2
`,
  'deal_contacts.csv': 'contact_id,deal_id\n71,1\n72,2\n',
  'contacts.csv': `id,property_email,property_firstname,property_lastname,property_jobtitle,property_createdate
71,ada@example.org,Ada,Example,CFO,2023-01-01 00:00:00
73,bo@example.org,Bo,Example,,2023-01-01 00:00:00
`,
  'calls.csv': `engagement_id,property_hs_timestamp,property_hs_createdate,type,property_hubspot_owner_id
9,2024-01-10 08:00:00,2024-01-10 08:00:00,CALL,5
10,2024-01-10 08:00:00,2024-01-10 08:00:00,NOTE,5
11,2024-01-10 08:00:00,2024-01-10 08:00:00,CALL,5
`,
  'engagement_deals.csv': 'deal_id,engagement_id,engagement_type\n1,9,CALL\n1,10,NOTE\n',
  'engagement_contacts.csv': 'contact_id,engagement_id,engagement_type\n73,9,CALL\n',
};

test('HubSpot: deals joined with stages, history, contacts and engagements', async () => {
  const { purchases, refused } = await importAll(files(HUBSPOT), { ...shipped('hubspot'), currency: 'EUR' });
  expect(purchases.map((one) => one.purchase_id)).toEqual(['hubspot.1', 'hubspot.3']);
  expect(outcomesOf(purchases)).toEqual({ bought: 1, lost: 1 });
  const state = purchases[0] && sellerState(purchases[0]);
  expect(state).toMatchObject({ name: 'Robots', stage: { stage: 'Signed' }, opened_at: '2024-01-01T08:00:00.000Z' });
  expect(state?.touches.by_channel).toEqual({ phone: 1 });
  expect(Object.values(state?.stakeholders ?? {}).map((person) => person.name)).toEqual(['Ada Example', 'Bo Example']);
  expect(refused.map((refusal) => refusal.code).sort()).toEqual([
    'crm.deleted',
    'crm.deleted',
    'crm.deleted',
    'crm.no_deal',
    'crm.no_interaction',
  ]);
});

test('Maven: names that are written differently are joined, deals without dates take the time of the mapping', async () => {
  const parts = {
    'pipeline.csv': `opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value
A,Ann,GTXPro,Acme,Won,2016-10-20,2017-03-01,4500
B,Ann,GTX Pro,,Lost,2016-10-20,2017-03-01,0
C,Ann,GTXPro,acme corp,Prospecting,,,
`,
    'products.csv': 'product,series,sales_price\nGTX Pro,GTX,4821\n',
    'accounts.csv': 'account,sector,revenue\nAcme,steel,1\nAcme Corp,steel,2\n',
  };
  const { purchases, refused } = await importAll(files(parts), shipped('maven'));
  expect(refused).toEqual([]);
  const states = purchases.map(sellerState);
  expect(states.map(({ name, account_name }) => ({ name, account_name }))).toEqual([
    { name: 'GTX Pro for Acme', account_name: 'Acme' },
    { name: 'GTX Pro', account_name: null },
    { name: 'GTX Pro for Acme Corp', account_name: 'Acme Corp' },
  ]);
  expect(states.map((state) => state.amount?.amount_minor)).toEqual([450_000, 482_100, 482_100]);
  expect(states.map((state) => state.stage?.stage)).toEqual(['Won', 'Lost', 'Prospecting']);
  expect(states[2]?.opened_at).toBe('2017-12-31T00:00:00.000Z');
  expect(outcomesOf(purchases)).toEqual({ bought: 1, lost: 1, open: 1 });
});

test('files without deals are not imported as a CRM export', async () => {
  const paths = files({ 'contacts.csv': SALESFORCE['contacts.csv'] });
  await expect(importAll(paths, shipped('salesforce'))).rejects.toMatchObject({ code: 'crm.no_deals' });
});

test('a table is no part of an export for a few columns', () => {
  expect(partOf(['id', 'name', 'amount'])).toBeNull();
  const deals = ['Opportunity ID', 'Opportunity Name', 'Stage Name', 'Close Date', 'Created Date'];
  expect(partOf(deals)).toEqual({ crm: 'salesforce', part: 'deals' });
  expect(partOf(['OpportunityId', 'StageName', 'CloseDate', 'CreatedDate'])).toEqual({
    crm: 'salesforce',
    part: 'history',
  });
});

const folder = (name: string): string[] => {
  const path = sharedFile(`data/crm/${name}`);
  if (path === null || !existsSync(path)) return [];
  return readdirSync(path)
    .filter((file) => file.endsWith('.csv'))
    .map((file) => join(path, file));
};

test.skipIf(folder('maven').length === 0)(
  'the whole of Maven comes out as its facts say',
  { timeout: 60_000 },
  async () => {
    const { purchases, refused } = await importAll(folder('maven'), shipped('maven'));
    expect(refused).toEqual([]);
    expect(outcomesOf(purchases)).toEqual({ bought: 4238, lost: 2473, open: 1589 + 500 });
    const won = purchases.map(sellerState).filter((state) => state.outcome?.outcome === 'bought');
    expect(won.reduce((sum, state) => sum + (state.amount?.amount_minor ?? 0), 0)).toBe(1_000_553_400);
  },
);

test.skipIf(folder('olist').length === 0)('the whole of Olist', { timeout: 60_000 }, async () => {
  const { purchases, refused } = await importAll(folder('olist'), shipped('olist'));
  expect(refused).toEqual([]);
  expect(outcomesOf(purchases)).toEqual({ bought: 362, open: 3809 });
});

test.skipIf(folder('salesforce-schema').length === 0)(
  'real columns of Salesforce: deleted rows and activities without a deal are told',
  { timeout: 60_000 },
  async () => {
    const { purchases, refused } = await importAll(folder('salesforce-schema'), shipped('salesforce'));
    expect(purchases).toHaveLength(6);
    const count = (code: string) => refused.filter((refusal) => refusal.code === code).length;
    expect([count('crm.deleted'), count('crm.no_deal')]).toEqual([9 + 10 + 10, 3 + 10]);
  },
);

test.skipIf(folder('hubspot-schema').length === 0)('real columns of HubSpot', { timeout: 60_000 }, async () => {
  const { purchases } = await importAll(folder('hubspot-schema'), shipped('hubspot'));
  expect(purchases).toHaveLength(154);
});
