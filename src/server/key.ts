import { problems } from '../catalogue/problems.ts';
import { zonesOfView } from '../core/zone.ts';
import { listKeys, makeKey, revokeKey } from '../store/api-key.ts';
import { noteAudit } from '../store/audit.ts';
import type { Scope } from '../store/scope.ts';
import type { AppOptions } from './app-options.ts';
import type { Handlers } from './bind.ts';
import { type Caller, scopeOfCaller } from './caller.ts';
import { notFound, ProblemError } from './problem.ts';

type Nouns = 'keys.list' | 'keys.create' | 'keys.delete';

/** Keys of people and of software that acts for them. */
export const keyHandlers = ({ db }: AppOptions): Pick<Handlers, Nouns> => ({
  'keys.list': async ({ caller }) => {
    const keys = await listKeys(db, ownSide(caller), whose(caller));
    return { keys: keys.map(({ zone: _zone, ...key }) => key) };
  },

  'keys.create': async ({ caller, body }) => {
    if (caller.person_id === null) {
      throw new ProblemError('key.nobody', problems.key_belongs_person_act);
    }
    if (body.scopes.includes('admin') && caller.role !== 'admin') {
      throw new ProblemError('key.beyond_you', problems.only_admin_workspace_makes);
    }
    if (body.service && caller.role !== 'admin') {
      throw new ProblemError('key.admins_only', problems.only_admin_workspace_makes_);
    }
    const whose = body.service
      ? { person_id: null, made_by: caller.person_id }
      : { person_id: caller.person_id, made_by: null };
    const made = await makeKey(db, ownSide(caller), { ...body, ...whose });
    const { name, scopes, agent, service } = body;
    const about = { key_id: made.key_id, name, scopes, agent, service };
    await noteAudit(db, caller.workspace_id, [entry(caller, 'key.made', about)]);
    return made;
  },

  'keys.delete': async ({ caller, params }) => {
    if (!(await revokeKey(db, ownSide(caller), params.key_id, whose(caller)))) throw notFound();
    await noteAudit(db, caller.workspace_id, [entry(caller, 'key.revoked', { key_id: params.key_id })]);
    return { revoked: true as const };
  },
});

/** Keys stand in their person's own zone, whatever of it that person may read; queries are held to the person. */
const ownSide = (caller: Caller): Scope => ({ ...scopeOfCaller(caller), zones: zonesOfView(caller.view) });

/** An admin sees to the keys of the whole side, everyone else to their own. */
const whose = (caller: Caller): string | null => (caller.role === 'admin' ? null : (caller.person_id ?? ''));

const entry = (caller: Caller, action: string, about: object) => ({
  zone: caller.view,
  action,
  purchase_id: caller.side === 'buyer' ? (caller.purchases?.[0] ?? null) : null,
  actor: caller.actor,
  about,
});
