import type { OutputOf } from '../../contract/operations.ts';
import type { Need } from '../../core/need.ts';
import type { PurchaseRow } from '../../core/row.ts';
import { reasonsOf } from './purchase.ts';

/** A row of the portfolio: an explicit list of fields. */
export function portfolioRow({
  row,
  need,
}: {
  row: PurchaseRow;
  need: Need;
}): OutputOf<'purchases.list'>['rows'][number] {
  const { amount_minor, currency } = row;
  return {
    purchase_id: row.purchase_id,
    name: row.name,
    account_name: row.account_name,
    amount: amount_minor === null || currency === null ? null : { amount_minor, currency },
    stage: row.stage,
    odds: row.odds,
    outcome: row.outcome,
    simulated: row.simulated,
    opened_at: row.opened_at,
    last_at: row.last_at,
    last_buyer_at: row.last_buyer_at,
    people: row.people,
    complete: row.complete,
    decide_jobs: row.decide_jobs,
    held_since: row.held_since,
    rings: row.rings,
    reasons: reasonsOf(need),
  };
}
