import type { ClientBase } from 'pg';
import { countedTo, needOf, type Quantiles, type Usual } from '../core/need.ts';
import type { PurchaseRow } from '../core/row.ts';
import { VIEWS, type View } from '../core/zone.ts';
import type { Db } from './db.ts';
import { noteChange } from './feed.ts';
import { nothingUsual } from './row.ts';
import { asApp, asProjector, type Scope } from './scope.ts';

/**
 * Counts anew what is usual among the purchases of a workspace, and from that which ones need help; silence and age grow
 * by themselves, so this has to be done from time to time. Each view is counted from what it may read.
 */
export function refreshUsual(db: Db, workspace_id: string, now: string): Promise<void> {
  return asProjector(db, workspace_id, async (client) => {
    const changed = await refreshUsualIn(client, workspace_id, now);
    // Buyers are told nothing that compares their purchase with others, so nothing of it changed for them.
    if (changed.includes('seller')) await noteChange(client, workspace_id, ['seller'], null, now);
  });
}

/** The same in an open transaction, as the projector. @returns the views in which any purchase's need changed */
export async function refreshUsualIn(client: ClientBase, workspace_id: string, now: string): Promise<View[]> {
  const changed: View[] = [];
  for (const view of VIEWS) {
    const usual = await countUsual(client, workspace_id, view, now);
    await client.query(
      `insert into usual (workspace_id, view, usual) values ($1, $2, $3)
       on conflict (workspace_id, view) do update set usual = excluded.usual`,
      [workspace_id, view, JSON.stringify(usual)],
    );
    if ((await updateNeeds(client, workspace_id, view, usual)) > 0) changed.push(view);
  }
  return changed;
}

/** What is usual in the caller's view; nothing yet before it was counted first. */
export function getUsual(db: Db, scope: Scope): Promise<Usual> {
  return asApp(db, scope, async (client) => {
    const { rows } = await client.query<{ usual: Usual }>({
      name: 'usual',
      text: 'select usual from usual where workspace_id = $1 and view = $2',
      values: [scope.workspace_id, scope.view],
    });
    return rows[0]?.usual ?? nothingUsual(new Date().toISOString());
  });
}

interface Sample {
  last_at: Date | null;
  age_n: number;
  age: [number, number] | null;
  repeats_n: number;
  repeats: [number, number] | null;
}

/** `percentile_cont` interpolates between order statistics (Hyndman & Fan 1996, type 7). */
async function countUsual(client: ClientBase, workspace_id: string, view: View, now: string): Promise<Usual> {
  const { rows } = await client.query<Sample>(
    `select max(last_at) filter (where imported) as last_at, count(age) as age_n, count(*) as repeats_n,
       percentile_cont(array[0.5, 0.9]) within group (order by age) as age,
       percentile_cont(array[0.5, 0.9]) within group (order by repeats) as repeats
     from (select last_at, summary ->> 'lived_at' is null as imported, repeats::double precision as repeats,
       case when outcome = 'bought'
         then extract(epoch from outcome_at - opened_at)::double precision end as age
       from purchase where workspace_id = $1 and view = $2) sample`,
    [workspace_id, view],
  );
  const silences = await client.query<{ point: number; n: number; silence: [number, number] }>(
    `select silences.point - 1 as point, count(*) as n,
       percentile_cont(array[0.5, 0.9]) within group (order by silent::double precision) as silence
     from purchase, unnest(silences_s) with ordinality silences (silent, point)
     where workspace_id = $1 and view = $2 and silent > 0 group by silences.point`,
    [workspace_id, view],
  );
  const sample = rows[0];
  const silence_s: (Quantiles | null)[] = [];
  for (const { point, n, silence } of silences.rows) {
    while (silence_s.length <= point) silence_s.push(null);
    silence_s[point] = quantilesFrom(n, silence);
  }
  return {
    counted_to: countedTo(sample?.last_at?.toISOString() ?? null, now),
    now,
    silence_s,
    age_s: quantilesFrom(sample?.age_n ?? 0, sample?.age ?? null),
    repeats: quantilesFrom(sample?.repeats_n ?? 0, sample?.repeats ?? null),
  };
}

const quantilesFrom = (n: number, values: [number, number] | null): Quantiles | null =>
  values === null || n === 0 ? null : { n, p50: values[0], p90: values[1] };

/** So many purchases are looked at together. */
const batch = 2_000;

/** Purchases that ended need nothing, whatever is usual; the others are compared anew. */
async function updateNeeds(client: ClientBase, workspace_id: string, view: View, usual: Usual): Promise<number> {
  let changed = 0;
  let after = '';
  for (;;) {
    const { rows } = await client.query<{ purchase_id: string; summary: PurchaseRow; need: string }>(
      `select purchase_id, summary, need::text as need from purchase
       where workspace_id = $1 and view = $2 and outcome is null and purchase_id > $3
       order by purchase_id limit ${batch}`,
      [workspace_id, view, after],
    );
    const scores: number[] = [];
    const needs: string[] = [];
    const ids: string[] = [];
    for (const { purchase_id, summary, need: before } of rows) {
      const need = needOf(summary, usual);
      const text = JSON.stringify(need);
      if (text === before) continue;
      ids.push(purchase_id);
      scores.push(need.score);
      needs.push(text);
    }
    if (ids.length > 0) {
      await client.query(
        `update purchase p set need_score = u.score, need = u.need
         from unnest($3::text[], $4::double precision[], $5::json[]) u (purchase_id, score, need)
         where p.workspace_id = $1 and p.view = $2 and p.purchase_id = u.purchase_id`,
        [workspace_id, view, ids, scores, needs],
      );
    }
    changed += ids.length;
    const last = rows.at(-1);
    if (last === undefined || rows.length < batch) return changed;
    after = last.purchase_id;
  }
}
