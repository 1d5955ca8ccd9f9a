import { importRefusals } from '../../catalogue/import-refusals.ts';
import { channelOf } from '../channel.ts';
import { type Fact, UNTIMED } from '../fact.ts';
import type { Row } from '../read/row.ts';
import type { CrmReader } from './reader.ts';
import { type PartTable, SideTable } from './table.ts';

interface Contact {
  name: string;
  title: string;
}

/**
 * HubSpot: deals with the history of their stages or properties, contacts, companies and engagements. The contacts of a
 * deal, and those who took part in its engagements, are stakeholders.
 */
export class HubSpot implements CrmReader {
  readonly order = [
    'stages',
    'companies',
    'contacts',
    'engagement_deals',
    'engagement_contacts',
    'deals',
    'deal_companies',
    'deal_contacts',
    'stage_history',
    'property_history',
    'meetings',
    'engagements',
  ];
  readonly #stages = new SideTable<{ label: string; outcome: string }>('stages');
  readonly #companies = new SideTable<string>('companies');
  readonly #contacts = new SideTable<Contact>('contacts');
  readonly #deals_of = new SideTable<string[]>('engagement_deals');
  readonly #contacts_of = new SideTable<string[]>('engagement_contacts');
  readonly #deleted = new SideTable<true>('deleted_deals');

  read(table: PartTable, row: Row): Fact[] {
    const deal = table.text(row, 'dealid');
    if (table.isTrue(row, 'isdeleted') || table.isTrue(row, 'fivetrandeleted')) {
      if (table.part === 'deals') this.#deleted.set(deal, true);
      return this.#refuseDeleted(table, row, deal || table.text(row, 'id', 'engagementid', 'stageid'));
    }
    switch (table.part) {
      case 'stages':
        this.#stages.set(table.text(row, 'stageid'), { label: table.text(row, 'label'), outcome: ending(table, row) });
        return [];
      case 'companies':
        this.#companies.set(table.text(row, 'id'), table.text(row, 'name'));
        return [];
      case 'contacts':
        this.#contacts.set(table.text(row, 'id'), contactOf(table, row));
        return [];
      case 'engagement_deals':
        return link(this.#deals_of, table.text(row, 'engagementid'), deal);
      case 'engagement_contacts':
        return link(this.#contacts_of, table.text(row, 'engagementid'), table.text(row, 'contactid'));
      case 'meetings':
      case 'engagements':
        return this.#engagement(table, row);
      default:
        return this.#deleted.has(deal) ? this.#refuseDeleted(table, row, deal) : this.#ofDeal(table, row, deal);
    }
  }

  #refuseDeleted(table: PartTable, row: Row, value: string): [] {
    table.refuse(row, 'isdeleted', value, 'crm.deleted', importRefusals.row_marked_as_deleted);
    return [];
  }

  /** Parts whose rows belong to one deal. */
  #ofDeal(table: PartTable, row: Row, deal: string): Fact[] {
    if (deal === '') {
      table.refuse(row, 'dealid', '', 'import.blank_purchase', importRefusals.row_names_no_deal);
      return [];
    }
    switch (table.part) {
      case 'deals':
        return this.#deal(table, row, deal);
      case 'deal_companies': {
        const fact = table.fact(row, deal, UNTIMED);
        fact.account = this.#companies.get(table.text(row, 'companyid')) ?? '';
        return [fact];
      }
      case 'deal_contacts': {
        // When a contact was added is not told: as early as the deal.
        const fact = table.fact(row, deal, UNTIMED);
        this.#person(fact, table.text(row, 'contactid'));
        return [fact];
      }
      default:
        return this.#history(table, row, deal);
    }
  }

  #deal(table: PartTable, row: Row, deal: string): Fact[] {
    const created = table.time(row, 'createdate');
    if (created === null) return [];
    const opened = table.fact(row, deal, created);
    opened.name = table.text(row, 'dealname');
    const stage = table.text(row, 'dealpipelinestageid', 'dealstage');
    const amount = table.text(row, 'amount');
    if (stage === '' && amount === '') return [opened];
    const closes = table.time(row, 'closedate');
    if (closes === null) return [opened];
    const ended = (this.#stages.get(stage)?.outcome ?? '') !== '' || /^closed/i.test(stage);
    const entered = table.time(row, 'hslastmodifieddate') ?? created;
    const fact = table.fact(row, deal, Math.max(created, ended && closes !== UNTIMED ? closes : entered));
    this.#stage(fact, stage);
    table.takeAmount(fact, row, 'amount');
    if (closes !== UNTIMED) fact.closes_on = new Date(closes).toISOString().slice(0, 10);
    return [opened, fact];
  }

  #history(table: PartTable, row: Row, deal: string): Fact[] {
    const time = table.time(row, 'dateentered', 'timestamp', 'fivetranstart');
    if (time === null) return [];
    const fact = table.fact(row, deal, time);
    const property = table.part === 'stage_history' ? 'dealstage' : table.text(row, 'name');
    if (property === 'dealstage') this.#stage(fact, table.text(row, 'value'));
    else if (property === 'amount') table.takeAmount(fact, row, 'value');
    else if (property === 'dealname') fact.name = table.text(row, 'value');
    return [fact];
  }

  #stage(fact: Fact, id: string): void {
    const stage = this.#stages.get(id);
    fact.stage = stage?.label || id;
    fact.outcome = stage?.outcome ?? '';
  }

  #engagement(table: PartTable, row: Row): Fact[] {
    const id = table.text(row, 'engagementid');
    const deals = this.#deals_of.get(id) ?? [];
    const type = table.text(row, 'type') || 'MEETING';
    if (deals.length === 0) {
      table.refuse(row, 'engagementid', id, 'crm.no_deal', importRefusals.engagement_belongs_no_deal);
      return [];
    }
    if (type === 'NOTE' || (type === 'TASK' && !/^completed$/i.test(table.text(row, 'hstaskstatus', 'status')))) {
      table.refuse(row, 'type', type, 'crm.no_interaction', importRefusals.note_or_task_not);
      return [];
    }
    const time = table.time(row, 'starttime', 'hstimestamp', 'hscreatedate');
    if (time === null) return [];
    const contacts = this.#contacts_of.get(id) ?? [];
    return deals
      .filter((deal) => !this.#deleted.has(deal))
      .flatMap((deal) => {
        const touch = table.fact(row, deal, time);
        touch.activity = `Engagement: ${type}`;
        touch.channel = channelOf(type) ?? '';
        touch.by = table.text(row, 'hubspotownerid', 'ownerid');
        touch.side = sideOf(type, table.text(row, 'hscalldirection', 'hsemaildirection'));
        const [first, ...others] = contacts;
        if (first !== undefined) this.#person(touch, first);
        const named = others.map((contact) => {
          const fact = table.fact(row, deal, time);
          this.#person(fact, contact);
          return fact;
        });
        return [...named, touch];
      });
  }

  #person(fact: Fact, contact_id: string): void {
    const contact = this.#contacts.get(contact_id);
    fact.person = contact_id;
    fact.person_side = 'buyer';
    fact.person_name = contact?.name ?? '';
    fact.person_function = contact?.title ?? '';
  }
}

function link(table: SideTable<string[]>, key: string, value: string): [] {
  const values = table.get(key);
  if (values) values.push(value);
  else table.set(key, [value]);
  return [];
}

function contactOf(table: PartTable, row: Row): Contact {
  const names = [table.text(row, 'firstname'), table.text(row, 'lastname')].filter((part) => part !== '');
  return { name: names.join(' ') || table.text(row, 'email'), title: table.text(row, 'jobtitle') };
}

/** What a stage that closes a deal means. */
function ending(table: PartTable, row: Row): string {
  if (table.isTrue(row, 'closedwon')) return 'Won';
  const closed = table.isTrue(row, 'isclosed') || /^0(?:\.0+)?$/.test(table.text(row, 'probability'));
  return closed ? 'Lost' : '';
}

function sideOf(type: string, direction: string): Fact['side'] {
  if (/^incoming/i.test(type) || /^(?:inbound|incoming)/i.test(direction)) return 'buyer';
  return type === 'MEETING' || type === 'COMMUNICATION' ? 'both' : 'seller';
}
