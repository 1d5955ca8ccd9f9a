import type { Fact } from '../fact.ts';
import type { Row } from '../read/row.ts';
import type { PartTable } from './table.ts';

/** Reads the parts of one CRM's export: some are kept to be joined with, the others give facts. */
export interface CrmReader {
  /** Parts in the order in which they have to be read: what is joined with comes first. */
  readonly order: readonly string[];
  read(table: PartTable, row: Row): Fact[];
}
