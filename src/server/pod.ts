import { noteAudit } from '../store/audit.ts';
import { deletePod, givePurchase, listPods, putPod } from '../store/pod.ts';
import type { AppOptions } from './app-options.ts';
import type { Handlers } from './bind.ts';
import { type Caller, scopeOfCaller } from './caller.ts';
import { notFound } from './problem.ts';

type Nouns = 'pods.list' | 'pods.put' | 'pods.delete' | 'pod_purchases.put';

/** The supplier's teams. */
export const podHandlers = ({ db }: AppOptions): Pick<Handlers, Nouns> => {
  const note = (caller: Caller, about: object, purchase_id: string | null = null) => {
    const entry = { zone: 'seller' as const, action: 'setting.pod', purchase_id, actor: caller.actor, about };
    return noteAudit(db, caller.workspace_id, [entry]);
  };
  return {
    'pods.list': async ({ caller }) => ({ pods: await listPods(db, scopeOfCaller(caller)) }),

    'pods.put': async ({ caller, params, body }) => {
      await putPod(db, scopeOfCaller(caller), { pod_id: params.pod_id, ...body });
      await note(caller, { pod_id: params.pod_id, members: body.members.map((member) => member.person_id) });
      return { pod_id: params.pod_id };
    },

    'pods.delete': async ({ caller, params }) => {
      if (!(await deletePod(db, scopeOfCaller(caller), params.pod_id))) throw notFound();
      await note(caller, { pod_id: params.pod_id, deleted: true });
      return { deleted: true as const };
    },

    'pod_purchases.put': async ({ caller, params, body }) => {
      if (!(await givePurchase(db, scopeOfCaller(caller), params.purchase_id, body.pod_id))) throw notFound();
      await note(caller, { pod_id: body.pod_id }, params.purchase_id);
      return { pod_id: body.pod_id };
    },
  };
};
