import { importRefusals } from '../../catalogue/import-refusals.ts';
import { channelOf } from '../channel.ts';
import { type Fact, UNTIMED } from '../fact.ts';
import type { Row } from '../read/row.ts';
import type { CrmReader } from './reader.ts';
import { type PartTable, SideTable } from './table.ts';

/** Ids of opportunities begin with this, those of leads with `00Q`. */
const OPPORTUNITY_ID = /^006/;

interface Contact {
  name: string;
  title: string;
}

/**
 * Salesforce: opportunities with their history, contacts, contact roles, tasks and events. Who has a role on an
 * opportunity, or took part in one of its tasks or events, is a stakeholder; other contacts of the account are not.
 */
export class Salesforce implements CrmReader {
  readonly order = ['accounts', 'contacts', 'deals', 'history', 'contact_roles', 'tasks', 'events'];
  readonly #accounts = new SideTable<string>('accounts');
  readonly #contacts = new SideTable<Contact>('contacts');
  readonly #deleted = new SideTable<true>('deleted_opportunities');

  read(table: PartTable, row: Row): Fact[] {
    const id = table.text(row, table.part === 'history' || table.part === 'deals' ? 'opportunityid' : 'id', 'id');
    if (table.isTrue(row, 'isdeleted')) {
      if (table.part === 'deals' || table.part === 'history') this.#deleted.set(id, true);
      return none(table.refuse(row, 'isdeleted', id, 'crm.deleted', importRefusals.row_marked_as_deleted));
    }
    switch (table.part) {
      case 'accounts':
        this.#accounts.set(id, table.text(row, 'name'));
        return [];
      case 'contacts':
        this.#contacts.set(id, { name: contactName(table, row), title: table.text(row, 'title') });
        return [];
      case 'deals':
        return this.#deal(table, row, id);
      case 'history':
        return this.#history(table, row, id);
      case 'contact_roles':
        return this.#role(table, row);
      default:
        return this.#activity(table, row);
    }
  }

  #deal(table: PartTable, row: Row, id: string): Fact[] {
    const created = table.time(row, 'createddate');
    const closed = table.isTrue(row, 'isclosed');
    const changed = table.time(row, ...(closed ? ['closedate'] : ['laststagechangedate', 'createddate']));
    if (created === null || changed === null) return [];
    const opened = table.fact(row, id, created);
    opened.name = table.text(row, 'name', 'opportunityname');
    opened.account = this.#accounts.get(table.text(row, 'accountid')) ?? '';
    // A closing date is a day without a time, so it can lie before the creation on that day.
    const stands = table.fact(row, id, Math.max(created, changed));
    takeStage(table, row, stands);
    return [opened, stands];
  }

  #history(table: PartTable, row: Row, id: string): Fact[] {
    if (this.#deleted.has(id))
      return none(table.refuse(row, 'opportunityid', id, 'crm.deleted', importRefusals.row_marked_as_deleted));
    const time = table.time(row, 'fivetranstart', 'createddate');
    if (time === null) return [];
    const fact = table.fact(row, id, time);
    fact.name = table.text(row, 'name');
    fact.account = this.#accounts.get(table.text(row, 'accountid')) ?? '';
    takeStage(table, row, fact);
    return [fact];
  }

  #role(table: PartTable, row: Row): Fact[] {
    const deal = table.text(row, 'opportunityid');
    if (this.#deleted.has(deal))
      return none(table.refuse(row, 'opportunityid', deal, 'crm.deleted', importRefusals.row_marked_as_deleted));
    const time = table.time(row, 'createddate');
    if (deal === '' || time === null) return [];
    const fact = table.fact(row, deal, time);
    this.#person(fact, table.text(row, 'contactid'));
    return [fact];
  }

  #activity(table: PartTable, row: Row): Fact[] {
    const deal = table.text(row, 'whatid');
    if (!OPPORTUNITY_ID.test(deal))
      return none(table.refuse(row, 'whatid', deal, 'crm.no_deal', importRefusals.activity_belongs_no_opportunity));
    if (this.#deleted.has(deal))
      return none(table.refuse(row, 'whatid', deal, 'crm.deleted', importRefusals.row_marked_as_deleted));
    const status = table.text(row, 'status');
    if (table.part === 'tasks' && !table.isTrue(row, 'isclosed') && !/^(?:completed|done)$/i.test(status)) {
      return none(table.refuse(row, 'status', status, 'crm.planned', importRefusals.task_not_completed_so));
    }
    const names =
      table.part === 'tasks' ? ['completeddatetime', 'activitydate'] : ['startdatetime', 'activitydatetime'];
    const time = table.time(row, ...names, 'activitydate', 'createddate');
    if (time === null) return [];
    const fact = table.fact(row, deal, time === UNTIMED ? UNTIMED : time);
    const type = table.text(row, 'type', 'tasksubtype', 'eventsubtype');
    fact.activity = `${table.part === 'tasks' ? 'Task' : 'Event'}: ${type || 'other'}`;
    fact.channel =
      channelOf(table.text(row, 'tasksubtype')) ?? channelOf(type) ?? (table.part === 'events' ? 'in_person' : '');
    fact.by = table.text(row, 'ownerid');
    fact.side = sideOf(table.text(row, 'calltype'), table.part);
    fact.duration_s = duration(table, row);
    this.#person(fact, table.text(row, 'whoid'));
    return [fact];
  }

  #person(fact: Fact, contact_id: string): void {
    const contact = this.#contacts.get(contact_id);
    fact.person = contact_id;
    fact.person_side = 'buyer';
    fact.person_name = contact?.name ?? '';
    fact.person_function = contact?.title ?? '';
  }
}

function takeStage(table: PartTable, row: Row, fact: Fact): void {
  fact.stage = table.text(row, 'stagename');
  table.takeAmount(fact, row, 'amount');
  const odds = Number(table.text(row, 'probability') || Number.NaN) / 100;
  if (odds >= 0 && odds <= 1) fact.odds = odds;
  const day = table.time(row, 'closedate');
  if (day !== null && day !== UNTIMED) fact.closes_on = new Date(day).toISOString().slice(0, 10);
  if (table.isTrue(row, 'isclosed')) fact.outcome = table.isTrue(row, 'iswon') ? 'Won' : 'Lost';
}

function contactName(table: PartTable, row: Row): string {
  const name = table.text(row, 'name');
  return name || [table.text(row, 'firstname'), table.text(row, 'lastname')].filter((part) => part !== '').join(' ');
}

/** Who calls is told by the type of the call; at an event both sides meet; other tasks are the seller's. */
function sideOf(call_type: string, part: string): Fact['side'] {
  if (/^inbound/i.test(call_type)) return 'both';
  return part === 'events' ? 'both' : 'seller';
}

function duration(table: PartTable, row: Row): number | null {
  const seconds = table.text(row, 'calldurationinseconds');
  const minutes = table.text(row, 'durationinminutes');
  const value = seconds === '' ? Number(minutes || Number.NaN) * 60 : Number(seconds);
  return value >= 0 && value <= 1e7 ? value : null;
}

const none = (_: null): [] => [];
