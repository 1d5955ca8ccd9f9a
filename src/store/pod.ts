import type { Db } from './db.ts';
import { asApp, asProjector, type Scope } from './scope.ts';

/** A team that serves accounts of a region; each member with the buying jobs that they help with. */
export interface Pod {
  pod_id: string;
  name: string;
  region: string | null;
  members: { person_id: string; job_ids: string[] }[];
  purchase_ids: string[];
}

/** The pods of a workspace, by name. */
export function listPods(db: Db, scope: Scope): Promise<Pod[]> {
  return asApp(db, scope, async (client) => {
    const { rows } = await client.query<Pod>(
      `select p.pod_id, p.name, p.region,
         coalesce((select json_agg(json_build_object('person_id', m.person_id, 'job_ids', m.job_ids) order by m.person_id)
           from pod_member m where m.workspace_id = p.workspace_id and m.pod_id = p.pod_id), '[]') as members,
         array(select s.purchase_id from pod_purchase s where s.workspace_id = p.workspace_id and s.pod_id = p.pod_id
           order by s.purchase_id) as purchase_ids
       from pod p where p.workspace_id = $1 order by p.name, p.pod_id`,
      [scope.workspace_id],
    );
    return rows;
  });
}

/** Makes a pod or changes it, with all its members. */
export async function putPod(db: Db, scope: Scope, pod: Omit<Pod, 'purchase_ids'>): Promise<void> {
  const { workspace_id } = scope;
  await asApp(db, scope, async (client) => {
    await client.query(
      `insert into pod (workspace_id, pod_id, name, region) values ($1, $2, $3, $4)
       on conflict (workspace_id, zone, pod_id) do update set name = excluded.name, region = excluded.region`,
      [workspace_id, pod.pod_id, pod.name, pod.region],
    );
    await client.query('delete from pod_member where workspace_id = $1 and pod_id = $2', [workspace_id, pod.pod_id]);
    for (const { person_id, job_ids } of pod.members) {
      await client.query('insert into pod_member (workspace_id, pod_id, person_id, job_ids) values ($1, $2, $3, $4)', [
        workspace_id,
        pod.pod_id,
        person_id,
        job_ids,
      ]);
    }
  });
}

/** Takes a pod away; its purchases belong to no pod then. @returns whether there was one */
export function deletePod(db: Db, scope: Scope, pod_id: string): Promise<boolean> {
  return asApp(db, scope, async (client) => {
    const { rowCount } = await client.query('delete from pod where workspace_id = $1 and pod_id = $2', [
      scope.workspace_id,
      pod_id,
    ]);
    return rowCount === 1;
  });
}

/** Gives a purchase to a pod, or to none. @returns whether there is such a pod */
export function givePurchase(db: Db, scope: Scope, purchase_id: string, pod_id: string | null): Promise<boolean> {
  return asApp(db, scope, async (client) => {
    await client.query('delete from pod_purchase where workspace_id = $1 and purchase_id = $2', [
      scope.workspace_id,
      purchase_id,
    ]);
    if (pod_id === null) return true;
    const { rowCount } = await client.query(
      `insert into pod_purchase (workspace_id, purchase_id, pod_id)
       select workspace_id, $2, pod_id from pod where workspace_id = $1 and pod_id = $3`,
      [scope.workspace_id, purchase_id, pod_id],
    );
    return rowCount === 1;
  });
}

/** Someone of a pod as both sides may know them. */
export interface PodPerson {
  person_id: string;
  name: string;
  job_ids: string[];
}

/** Who of the pod that serves a purchase helps with which jobs, by name; without those who are no members any more. */
export function podPeople(db: Db, workspace_id: string, purchase_id: string): Promise<PodPerson[]> {
  return asProjector(db, workspace_id, async (client) => {
    const { rows } = await client.query<PodPerson>({
      name: 'pod people',
      text: `select m.person_id, n.name, m.job_ids from pod_purchase p
        join pod_member m on m.workspace_id = p.workspace_id and m.pod_id = p.pod_id
        join person n on n.workspace_id = m.workspace_id and n.view = 'seller' and n.person_id = m.person_id
          and n.side = 'seller' and n.name is not null
        where p.workspace_id = $1 and p.purchase_id = $2 and not exists (select from member gone
          where gone.workspace_id = m.workspace_id and gone.person_id = m.person_id and gone.removed_at is not null)
        order by n.name, m.person_id`,
      values: [workspace_id, purchase_id],
    });
    return rows;
  });
}
