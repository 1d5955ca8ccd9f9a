import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCrmRow } from './crm-row.ts';

const FULL = {
  name: 'Imaging archive',
  account_name: 'Northern Clinics',
  amount: '420000',
  currency: 'EUR',
  contact_name: 'Ivy Marrow',
  contact_email: 'ivy@clinics.example',
};

describe('a row of a CRM', () => {
  it('is read by the names of its columns, as Salesforce writes them', () => {
    const text = [
      '"Opportunity Name","Account Name","Amount Currency","Amount","Stage","Primary Contact","Email"',
      '"Imaging archive","Northern Clinics","EUR","420000","Proposal","Ivy Marrow","ivy@clinics.example"',
    ].join('\n');
    expect(readCrmRow(text)).toEqual(FULL);
  });

  it('is read by the names of its columns, as HubSpot writes them', () => {
    const text = [
      'Deal Name\tAssociated Company\tDeal Stage\tAmount\tAssociated Contact\tContact e-mail',
      'Imaging archive\tNorthern Clinics\tappointmentscheduled\t€ 420000\tIvy Marrow\tivy@clinics.example',
    ].join('\r\n');
    expect(readCrmRow(text)).toEqual(FULL);
  });

  it('is read alone, by what its cells look like', () => {
    expect(readCrmRow('Imaging archive;Northern Clinics;2026-09-30;420000;EUR;ivy@clinics.example')).toEqual({
      ...FULL,
      contact_name: '',
    });
    expect(readCrmRow('Lathe, Mills Ltd, $12.500')).toMatchObject({ name: 'Lathe', amount: '12.500', currency: 'USD' });
  });

  it('keeps separators and quotation marks inside a cell', () => {
    expect(readCrmRow('"Lathe, ""large""","Mills, Inc."')).toMatchObject({
      name: 'Lathe, "large"',
      account_name: 'Mills, Inc.',
    });
  });

  it('is nothing where there is nothing', () => {
    expect(readCrmRow('')).toBeNull();
    expect(readCrmRow('\n\t\t\n')).toBeNull();
  });

  it('never fails, and finds only what stands there', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const row = readCrmRow(text);
        for (const value of Object.values(row ?? {})) {
          const found = text.replaceAll('""', '"').includes(value) || text.includes(value) || value.length <= 3;
          expect(found || text.includes('"')).toBe(true);
        }
      }),
    );
  });
});
