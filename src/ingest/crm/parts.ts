import type { CRMS } from '../../core/mapping.ts';
import { openRows } from '../read/open.ts';
import { plainName } from './table.ts';

export type Crm = (typeof CRMS)[number];

/** How a part of an export is told: by plain column names. */
interface Shape {
  crm: Crm;
  part: string;
  /** One of each list has to be there. */
  has: readonly (readonly string[])[];
  /** None of these may be there. */
  lacks?: readonly string[];
}

/** One file, and which part of which export it is. */
export interface Part {
  crm: Crm;
  part: string;
  path: string;
  columns: readonly string[];
}

/** The first that fits is it. */
const SHAPES: readonly Shape[] = [
  { crm: 'maven', part: 'deals', has: [['opportunityid'], ['dealstage'], ['engagedate'], ['closevalue']] },
  { crm: 'maven', part: 'accounts', has: [['account'], ['sector'], ['revenue']] },
  { crm: 'maven', part: 'products', has: [['product'], ['series'], ['salesprice']] },
  { crm: 'maven', part: 'teams', has: [['salesagent'], ['manager'], ['regionaloffice']], lacks: ['dealstage'] },
  { crm: 'olist', part: 'deals', has: [['mqlid'], ['wondate']] },
  { crm: 'olist', part: 'leads', has: [['mqlid'], ['firstcontactdate']] },
  {
    crm: 'salesforce',
    part: 'history',
    has: [['opportunityid'], ['stagename'], ['createddate']],
    lacks: ['name', 'opportunityname', 'accountid', 'ownerid'],
  },
  {
    crm: 'salesforce',
    part: 'history',
    has: [['id'], ['stagename'], ['fivetranstart']],
  },
  { crm: 'salesforce', part: 'deals', has: [['id', 'opportunityid'], ['stagename'], ['closedate'], ['createddate']] },
  { crm: 'salesforce', part: 'contact_roles', has: [['opportunityid'], ['contactid'], ['role', 'isprimary']] },
  { crm: 'salesforce', part: 'tasks', has: [['id'], ['whatid'], ['whoid'], ['status'], ['activitydate']] },
  { crm: 'salesforce', part: 'events', has: [['id'], ['whatid'], ['whoid'], ['startdatetime', 'activitydatetime']] },
  {
    crm: 'salesforce',
    part: 'contacts',
    has: [['id'], ['accountid'], ['lastname'], ['email']],
    lacks: ['fivetranstart', 'username', 'converteddate'],
  },
  {
    crm: 'salesforce',
    part: 'accounts',
    has: [['id'], ['name'], ['accountnumber', 'billingcity'], ['industry', 'numberofemployees']],
    lacks: ['fivetranstart', 'accountid'],
  },
  { crm: 'hubspot', part: 'stage_history', has: [['dealid'], ['dateentered'], ['value']] },
  { crm: 'hubspot', part: 'property_history', has: [['dealid'], ['timestamp'], ['name'], ['value']] },
  { crm: 'hubspot', part: 'deals', has: [['dealid'], ['dealname'], ['createdate']] },
  { crm: 'hubspot', part: 'stages', has: [['stageid'], ['label'], ['closedwon', 'probability'], ['pipelineid']] },
  { crm: 'hubspot', part: 'deal_contacts', has: [['dealid'], ['contactid']], lacks: ['engagementid'] },
  { crm: 'hubspot', part: 'deal_companies', has: [['dealid'], ['companyid']], lacks: ['engagementid'] },
  { crm: 'hubspot', part: 'engagement_deals', has: [['dealid'], ['engagementid']] },
  { crm: 'hubspot', part: 'engagement_contacts', has: [['contactid'], ['engagementid']] },
  { crm: 'hubspot', part: 'meetings', has: [['engagementid'], ['starttime'], ['endtime']] },
  { crm: 'hubspot', part: 'engagements', has: [['engagementid'], ['hstimestamp'], ['type']] },
  { crm: 'hubspot', part: 'contacts', has: [['id'], ['email'], ['firstname'], ['lastname']], lacks: ['ownerid'] },
  { crm: 'hubspot', part: 'companies', has: [['id'], ['name'], ['industry'], ['isdeleted']], lacks: ['ownerid'] },
];

/** Parts that a deal can be made of: without one of these nothing can be imported. */
const MAIN_PARTS: ReadonlySet<string> = new Set(['deals', 'history', 'stage_history', 'leads']);

/** Which part a table with these columns is; null for none that is known. */
export function partOf(columns: readonly string[]): { crm: Crm; part: string } | null {
  const names = new Set(columns.map(plainName));
  const shape = SHAPES.find(
    ({ has, lacks }) =>
      has.every((either) => either.some((name) => names.has(name))) && !lacks?.some((name) => names.has(name)),
  );
  return shape ? { crm: shape.crm, part: shape.part } : null;
}

/** Files told apart into the parts of one CRM's export, and files that are no part of it. */
export interface Recognised {
  crm: Crm;
  parts: Part[];
  others: string[];
}

/**
 * Tells which CRM's export some files are, by their columns; null when they are none.
 * @throws UnreadableFile for a file that cannot be read
 */
export async function recogniseParts(paths: readonly string[]): Promise<Recognised | null> {
  const parts: Part[] = [];
  const others: string[] = [];
  for (const path of paths) {
    const columns = await columnsOf(path);
    const found = columns === null ? null : partOf(columns);
    if (found === null || columns === null) others.push(path);
    else parts.push({ ...found, path, columns });
  }
  const main = parts.find(({ part }) => MAIN_PARTS.has(part));
  if (main === undefined) return null;
  const ours = parts.filter(({ crm }) => crm === main.crm);
  for (const { crm, path } of parts) if (crm !== main.crm) others.push(path);
  return { crm: main.crm, parts: ours, others };
}

/** The columns of a CSV file; null for other formats. */
async function columnsOf(path: string): Promise<readonly string[] | null> {
  const source = await openRows(path);
  for await (const _ of source.batches()) break;
  return source.format === 'csv' ? source.columns : null;
}
