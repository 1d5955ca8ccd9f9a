import { importRefusals } from '../../catalogue/import-refusals.ts';
import { channelOf } from '../channel.ts';
import type { Fact } from '../fact.ts';
import type { Row } from '../read/row.ts';
import type { CrmReader } from './reader.ts';
import type { PartTable } from './table.ts';

/** Olist's seller acquisition: qualified leads, and the deals that were won. */
export class Olist implements CrmReader {
  readonly order = ['leads', 'deals'];

  read(table: PartTable, row: Row): Fact[] {
    const id = table.text(row, 'mqlid');
    if (id === '') {
      table.refuse(row, 'mqlid', '', 'import.blank_purchase', importRefusals.row_names_no_lead);
      return [];
    }
    const is_lead = table.part === 'leads';
    const time = table.time(row, is_lead ? 'firstcontactdate' : 'wondate');
    if (time === null) return [];
    const fact = table.fact(row, id, time);
    if (is_lead) {
      fact.activity = 'First contact';
      fact.side = 'buyer';
      // A lead comes in on a landing page, whatever brought it there.
      fact.channel = channelOf(table.text(row, 'origin')) ?? 'web';
    } else {
      fact.activity = 'Deal won';
      fact.by = table.text(row, 'srid');
      fact.side = 'both';
      fact.outcome = 'Won';
    }
    return [fact];
  }
}
