import { problems } from '../catalogue/problems.ts';
import { presetJobs, TEMPLATES, type TemplateName } from '../core/template.ts';
import { noteAudit } from '../store/audit.ts';
import type { Db } from '../store/db.ts';
import { listTemplates, putTemplate, removeTemplate } from '../store/template.ts';
import type { Handlers } from './bind.ts';
import { type Caller, scopeOfCaller } from './caller.ts';
import { notFound, ProblemError } from './problem.ts';

type Nouns = 'templates.list' | 'templates.put' | 'templates.delete';

const presets = () =>
  (Object.keys(TEMPLATES) as TemplateName[])
    .filter((name) => TEMPLATES[name].length > 0)
    .map((name) => ({ template_id: name, name, jobs: presetJobs(name), preset: true }));

/** Job templates: the presets, and the workspace's own. */
export const templateHandlers = (db: Db): Pick<Handlers, Nouns> => ({
  'templates.list': async ({ caller }) => {
    const own = await listTemplates(db, scopeOfCaller(caller));
    return {
      templates: [...presets(), ...own.map((template) => ({ ...template, jobs: [...template.jobs], preset: false }))],
    };
  },

  'templates.put': async ({ params, body, caller }) => {
    refusePreset(params.template_id);
    const ids = new Set(body.jobs.map((job) => job.job_id));
    if (ids.size < body.jobs.length) {
      throw new ProblemError('template.job_twice', problems.two_jobs_template_cannot);
    }
    const template = { template_id: params.template_id, name: body.name, jobs: body.jobs };
    await putTemplate(db, scopeOfCaller(caller), template, new Date().toISOString());
    await note(db, caller, { template_id: params.template_id });
    return template;
  },

  'templates.delete': async ({ params, caller }) => {
    refusePreset(params.template_id);
    if (!(await removeTemplate(db, scopeOfCaller(caller), params.template_id))) throw notFound();
    await note(db, caller, { template_id: params.template_id, deleted: true });
    return { template_id: params.template_id };
  },
});

const note = (db: Db, { workspace_id, actor }: Caller, about: object): Promise<void> =>
  noteAudit(db, workspace_id, [{ zone: 'seller', action: 'setting.template', purchase_id: null, actor, about }]);

function refusePreset(template_id: string): void {
  if (!(template_id in TEMPLATES)) return;
  throw new ProblemError('template.preset', problems.preset_stays_as_duplicate);
}
