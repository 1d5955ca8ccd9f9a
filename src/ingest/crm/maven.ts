import { importRefusals } from '../../catalogue/import-refusals.ts';
import { type Fact, UNTIMED } from '../fact.ts';
import type { Row } from '../read/row.ts';
import type { CrmReader } from './reader.ts';
import { type PartTable, SideTable } from './table.ts';

/** Maven's pipeline: deals joined with accounts and products whose names are not always written the same. */
export class Maven implements CrmReader {
  readonly order = ['accounts', 'products', 'teams', 'deals'];
  readonly #accounts = new SideTable<string>('accounts');
  readonly #products = new SideTable<{ name: string; row: Row; table: PartTable }>('products');

  read(table: PartTable, row: Row): Fact[] {
    switch (table.part) {
      case 'accounts':
        this.#accounts.set(joinKey(table.text(row, 'account')), table.text(row, 'account'));
        return [];
      case 'products':
        this.#products.set(joinKey(table.text(row, 'product')), { name: table.text(row, 'product'), row, table });
        return [];
      case 'deals':
        return this.#deal(table, row);
      default:
        return [];
    }
  }

  #deal(table: PartTable, row: Row): Fact[] {
    const id = table.text(row, 'opportunityid');
    const stage = table.text(row, 'dealstage');
    if (id === '') {
      table.refuse(row, 'opportunityid', '', 'import.blank_purchase', importRefusals.row_names_no_opportunity);
      return [];
    }
    const engaged = table.time(row, 'engagedate');
    const closed = table.time(row, 'closedate');
    if (engaged === null || closed === null) return [];
    const account = table.text(row, 'account');
    const product = this.#products.get(joinKey(table.text(row, 'product')));
    const opened = table.fact(row, id, engaged);
    opened.account = this.#accounts.get(joinKey(account)) ?? account;
    opened.name = [product?.name ?? table.text(row, 'product'), opened.account]
      .filter((part) => part !== '')
      .join(' for ');
    if (product) product.table.takeAmount(opened, product.row, 'salesprice');
    opened.stage = engaged === UNTIMED ? stage : 'Engaging';
    if (engaged !== UNTIMED) {
      opened.activity = 'Engaged';
      opened.by = table.text(row, 'salesagent');
    }
    if (closed === UNTIMED) return [opened];
    const ended = table.fact(row, id, closed);
    ended.stage = stage;
    // A lost deal has the value 0, which is not what it was about.
    if (Number(table.text(row, 'closevalue')) !== 0) table.takeAmount(ended, row, 'closevalue');
    return [opened, ended];
  }
}

/** `GTXPro` and `GTX Pro` are one product. */
export function joinKey(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
