import type { BodyOf } from '../core/event.ts';
import type { Db } from './db.ts';
import { asApp, type Scope } from './scope.ts';

/** A workspace's own job template, beside the presets. */
export interface JobTemplate {
  template_id: string;
  name: string;
  jobs: readonly BodyOf<'job.added'>[];
}

/** The workspace's own templates, by name. */
export function listTemplates(db: Db, scope: Scope): Promise<JobTemplate[]> {
  return asApp(db, scope, async (client) => {
    const { rows } = await client.query<JobTemplate>(
      'select template_id, name, jobs from job_template where workspace_id = $1 order by name, template_id',
      [scope.workspace_id],
    );
    return rows;
  });
}

/** Sets a template; purchases that were opened from it before keep theirs. */
export async function putTemplate(db: Db, scope: Scope, template: JobTemplate, now: string): Promise<void> {
  await asApp(db, scope, (client) =>
    client.query(
      `insert into job_template (workspace_id, template_id, name, jobs, changed_at) values ($1, $2, $3, $4, $5)
       on conflict (workspace_id, template_id)
       do update set name = excluded.name, jobs = excluded.jobs, changed_at = excluded.changed_at`,
      [scope.workspace_id, template.template_id, template.name, JSON.stringify(template.jobs), now],
    ),
  );
}

/** @returns whether there was one */
export function removeTemplate(db: Db, scope: Scope, template_id: string): Promise<boolean> {
  return asApp(db, scope, async (client) => {
    const { rowCount } = await client.query('delete from job_template where workspace_id = $1 and template_id = $2', [
      scope.workspace_id,
      template_id,
    ]);
    return rowCount === 1;
  });
}
