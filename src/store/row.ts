import { hash } from 'node:crypto';
import type { ClientBase } from 'pg';
import { needOf, type Usual } from '../core/need.ts';
import { nextLook } from '../core/notice/due.ts';
import { purchaseRow } from '../core/row.ts';
import type { PurchaseState } from '../core/state.ts';
import type { View } from '../core/zone.ts';
import type { Folded, OutcomeSpell } from './folded.ts';
import { intervalChanges, intervalRows, intervalTable, replaceInterval } from './interval.ts';
import { insertRows, replacing, type Table, type TextRow } from './table.ts';

export const purchaseTable: Table = {
  name: 'purchase',
  columns: [
    ['workspace_id', 'text'],
    ['view', 'text'],
    ['purchase_id', 'text'],
    ['name', 'text'],
    ['account_name', 'text'],
    ['amount_minor', 'bigint'],
    ['stage', 'text'],
    ['outcome', 'text'],
    ['outcome_at', 'timestamptz'],
    ['opened_at', 'timestamptz'],
    ['opened_known_at', 'timestamptz'],
    ['last_at', 'timestamptz'],
    ['latest_at', 'timestamptz'],
    ['held_since', 'timestamptz'],
    ['late', 'boolean'],
    ['revised', 'boolean'],
    ['point', 'smallint'],
    ['repeats', 'integer'],
    ['silences_s', 'bigint[]'],
    ['need_score', 'double precision'],
    ['need', 'json'],
    ['summary', 'json'],
    ['outcomes', 'json'],
    ['state', 'text'],
    ['version', 'text'],
    ['look_at', 'timestamptz'],
  ],
};

export const replacePurchase = replacing(purchaseTable, ['workspace_id', 'view', 'purchase_id']);

/** The digest of a state by which clients recognise that nothing changed in their view. */
const versionOf = (state_text: string): string => hash('sha1', state_text, 'base64url').slice(0, 16);

/** A purchase as lists and pages of one view read it: a row of `purchaseTable`. Null for one that is not open. */
export function purchaseTextRow(workspace_id: string, folded: Folded, usual: Usual): TextRow | null {
  const { state } = folded;
  if (state.opened_at === null) return null;
  const summary = purchaseRow(state);
  const need = needOf(summary, usual);
  const state_text = JSON.stringify(state);
  return [
    workspace_id,
    state.view,
    state.purchase_id,
    summary.name,
    summary.account_name,
    summary.amount_minor === null ? null : String(summary.amount_minor),
    summary.stage,
    summary.outcome,
    summary.outcome_at,
    state.opened_at,
    folded.opened_known_at,
    state.last_at,
    folded.latest_at,
    summary.held_since,
    String(folded.late),
    String(folded.revised),
    String(summary.point),
    String(summary.repeats),
    `{${summary.silences_s.join(',')}}`,
    String(need.score),
    JSON.stringify(need),
    JSON.stringify(summary),
    JSON.stringify(folded.outcomes),
    state_text,
    versionOf(state_text),
    nextLook(state, null),
  ];
}

/** What is usual where nobody has counted yet. */
export const nothingUsual = (now: string): Usual => ({
  counted_to: now,
  now,
  silence_s: [],
  age_s: null,
  repeats: null,
});

/** What is usual in each view of a workspace, as last counted. */
export async function readUsuals(client: ClientBase, workspace_id: string, now: string): Promise<Record<View, Usual>> {
  const { rows } = await client.query<{ view: View; usual: Usual }>({
    name: 'usuals',
    text: 'select view, usual from usual where workspace_id = $1',
    values: [workspace_id],
  });
  const of = (view: View): Usual => rows.find((row) => row.view === view)?.usual ?? nothingUsual(now);
  return { buyer: of('buyer'), seller: of('seller') };
}

interface FoldedRow {
  purchase_id: string;
  view: View;
  state: string;
  outcomes: OutcomeSpell[];
  opened_known_at: Date;
  latest_at: Date;
  late: boolean;
  revised: boolean;
}

/** A purchase in both views, and the interval rows stored of it. */
export interface Stored {
  folded: Record<View, Folded | null>;
  intervals: Record<View, TextRow[]>;
}

/** What is stored of purchases, in both views. Locks nothing: lock their streams first. */
export async function readStored(
  client: ClientBase,
  workspace_id: string,
  purchase_ids: readonly string[],
): Promise<Map<string, Stored>> {
  const { rows } = await client.query<FoldedRow>({
    name: 'purchases stored',
    text: `select purchase_id, view, state, outcomes, opened_known_at, latest_at, late, revised
      from purchase where workspace_id = $1 and view = any('{buyer,seller}') and purchase_id = any($2)`,
    values: [workspace_id, purchase_ids],
  });
  const stored = new Map<string, Stored>();
  for (const { purchase_id, view, ...row } of rows) {
    const folded: Folded = {
      ...row,
      state: JSON.parse(row.state) as PurchaseState,
      opened_known_at: row.opened_known_at.toISOString(),
      latest_at: row.latest_at.toISOString(),
    };
    const entry = stored.get(purchase_id) ?? nothingStored();
    entry.folded[view] = folded;
    entry.intervals[view] = intervalRows(workspace_id, folded);
    stored.set(purchase_id, entry);
  }
  return stored;
}

export const nothingStored = (): Stored => ({
  folded: { buyer: null, seller: null },
  intervals: { buyer: [], seller: [] },
});

/** What has to be written and deleted so that lists and pages of a view show a purchase as it is folded. */
export interface RowChanges {
  /** Workspace, view and purchase. */
  key: TextRow;
  /** Null for a purchase that is not open: its row goes. */
  row: TextRow | null;
  written: TextRow[];
  deleted: TextRow[];
}

/** @param before the interval rows stored of the purchase in this view */
export function rowChanges(workspace_id: string, folded: Folded, before: readonly TextRow[], usual: Usual): RowChanges {
  const row = purchaseTextRow(workspace_id, folded, usual);
  const key = [workspace_id, folded.state.view, folded.state.purchase_id];
  return { key, row, ...intervalChanges(before, row === null ? [] : intervalRows(workspace_id, folded)) };
}

/** Writes views of a purchase as they are after a change, with their intervals; as the projector. */
export async function writeChanges(client: ClientBase, changes: readonly RowChanges[]): Promise<void> {
  await Promise.all([
    insertRows(
      client,
      purchaseTable,
      changes.flatMap(({ row }) => (row === null ? [] : [row])),
      replacePurchase,
    ),
    deletePurchases(
      client,
      changes.flatMap(({ row, key }) => (row === null ? [key] : [])),
    ),
    deleteIntervals(
      client,
      changes.flatMap(({ deleted }) => deleted),
    ),
    insertRows(
      client,
      intervalTable,
      changes.flatMap(({ written }) => written),
      replaceInterval,
    ),
  ]);
}

/** Deletes rows of purchases. @param gone rows of which the first three columns tell workspace, view and purchase */
export async function deletePurchases(client: ClientBase, gone: readonly TextRow[]): Promise<void> {
  if (gone.length === 0) return;
  await client.query({
    name: 'delete purchases',
    text: `delete from purchase p using unnest($2::text[], $3::text[]) g (view, purchase_id)
      where p.workspace_id = $1 and p.view = g.view and p.purchase_id = g.purchase_id`,
    values: [gone[0]?.[0], ...[1, 2].map((column) => gone.map((row) => row[column]))],
  });
}

/** Deletes interval rows that are no more. */
export async function deleteIntervals(client: ClientBase, deleted: readonly TextRow[]): Promise<void> {
  if (deleted.length === 0) return;
  await client.query({
    name: 'delete intervals',
    text: `delete from job_interval i
      using unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::smallint[]) d (view, purchase_id, kind, about, n)
      where i.workspace_id = $1 and i.view = d.view and i.purchase_id = d.purchase_id
        and i.kind = d.kind and i.about = d.about and i.n = d.n`,
    values: [deleted[0]?.[0], ...[1, 2, 3, 4, 5].map((column) => deleted.map((row) => row[column]))],
  });
}
