import { z } from 'zod';
import { job_body } from '../core/body/job.ts';
import { operation } from './operation.ts';
import { id, in_workspace } from './terms.ts';

export const job_template = z.strictObject({
  template_id: id,
  name: z.string().min(1).max(120),
  jobs: z.array(job_body).max(40),
});

const in_template = z.strictObject({ workspace_id: id, template_id: id });

export const templateOperations = {
  'templates.list': operation({
    method: 'GET',
    path: '/workspaces/:workspace_id/job-templates',
    noun: 'job template',
    summary: "The presets and the workspace's own job templates.",
    permission: 'member',
    zone: 'none',
    params: in_workspace,
    output: z.strictObject({ templates: z.array(z.strictObject({ ...job_template.shape, preset: z.boolean() })) }),
  }),
  'templates.put': operation({
    method: 'PUT',
    path: '/workspaces/:workspace_id/job-templates/:template_id',
    noun: 'job template',
    summary: 'Sets a job template; purchases that were opened from it before keep theirs.',
    permission: 'seller',
    zone: 'none',
    params: in_template,
    body: z.strictObject({ name: job_template.shape.name, jobs: job_template.shape.jobs }),
    output: job_template,
  }),
  'templates.delete': operation({
    method: 'DELETE',
    path: '/workspaces/:workspace_id/job-templates/:template_id',
    noun: 'job template',
    summary: 'Takes a job template of the workspace out of the list.',
    permission: 'seller',
    zone: 'none',
    params: in_template,
    output: z.strictObject({ template_id: id }),
  }),
};
