import { z } from 'zod';
import { operation } from './operation.ts';
import { id, in_purchase, in_workspace } from './terms.ts';

const members = z.array(z.strictObject({ person_id: id, job_ids: z.array(id).max(40).default([]) })).max(200);
const in_pod = z.strictObject({ ...in_workspace.shape, pod_id: id });

export const podOperations = {
  'pods.list': operation({
    method: 'GET',
    path: '/workspaces/:workspace_id/pods',
    noun: 'pod',
    summary: 'The pods, who is in them and helps with which job, and the purchases they serve.',
    permission: 'seller',
    zone: 'seller',
    params: in_workspace,
    output: z.strictObject({
      pods: z.array(
        z.strictObject({
          pod_id: id,
          name: z.string(),
          region: z.string().nullable(),
          members: z.array(z.strictObject({ person_id: id, job_ids: z.array(id) })),
          purchase_ids: z.array(id),
        }),
      ),
    }),
  }),
  'pods.put': operation({
    method: 'PUT',
    path: '/workspaces/:workspace_id/pods/:pod_id',
    noun: 'pod',
    summary: 'Makes a pod, or changes it with all its members.',
    permission: 'lead',
    zone: 'seller',
    params: in_pod,
    body: z.strictObject({
      name: z.string().trim().min(1).max(120),
      region: z.string().trim().max(120).nullable().default(null),
      members,
    }),
    output: z.strictObject({ pod_id: id }),
  }),
  'pods.delete': operation({
    method: 'DELETE',
    path: '/workspaces/:workspace_id/pods/:pod_id',
    noun: 'pod',
    summary: 'Takes a pod away; its purchases belong to no pod then.',
    permission: 'lead',
    zone: 'seller',
    params: in_pod,
    output: z.strictObject({ deleted: z.literal(true) }),
  }),
  'pod_purchases.put': operation({
    method: 'PUT',
    path: '/workspaces/:workspace_id/purchases/:purchase_id/pod',
    noun: 'pod',
    summary: 'Gives a purchase to a pod, or to none.',
    permission: 'lead',
    zone: 'seller',
    params: in_purchase,
    body: z.strictObject({ pod_id: id.nullable() }),
    output: z.strictObject({ pod_id: id.nullable() }),
  }),
};
