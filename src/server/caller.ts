import type { Operation } from '../contract/operation.ts';
import type { Actor } from '../core/event.ts';
import type { View, Zone } from '../core/zone.ts';
import { viewOfSide, zonesOfView } from '../core/zone.ts';
import { type Scope, scopeOf } from '../store/scope.ts';
import { ProblemError } from './problem.ts';

/** Who calls: a person of one side, or who runs the machine, who has the sellers' view and speaks for nobody. */
export interface Caller {
  workspace_id: string;
  person_id: string | null;
  name: string | null;
  side: 'buyer' | 'seller' | 'none';
  view: View;
  zones: readonly Zone[];
  actor: Actor;
}

export interface KnownPerson {
  person_id: string;
  name: string | null;
  side: 'buyer' | 'seller';
}

/** Acts for who runs the machine, where no person is named. */
export const OPERATOR = 'operator';

/**
 * The caller of a request. Until accounts exist, whoever reaches the program on this machine says who acts.
 * Fails with `caller.unnamed`, `caller.unknown`.
 */
export async function callerOf(
  workspace_id: string,
  acting_as: string | undefined,
  find: (workspace_id: string, person_id: string) => Promise<KnownPerson | null>,
): Promise<Caller> {
  if (acting_as === undefined || acting_as === '') {
    throw new ProblemError('caller.unnamed', 'Say who acts: choose a person, or send their id as X-Acting-As.');
  }
  if (acting_as === OPERATOR) {
    const actor: Actor = { kind: 'operator', id: OPERATOR, side: 'none' };
    return {
      workspace_id,
      person_id: null,
      name: null,
      side: 'none',
      view: 'seller',
      zones: zonesOfView('seller'),
      actor,
    };
  }
  const person = await find(workspace_id, acting_as);
  if (person === null) {
    throw new ProblemError('caller.unknown', 'Nobody of that id is known in this workspace. Choose another person.');
  }
  const view = viewOfSide(person.side);
  const actor: Actor = { kind: 'person', id: person.person_id, side: person.side };
  return {
    workspace_id,
    person_id: person.person_id,
    name: person.name,
    side: person.side,
    view,
    zones: zonesOfView(view),
    actor,
  };
}

/** The caller as the store knows them. */
export const scopeOfCaller = (caller: Caller): Scope => scopeOf(caller.workspace_id, caller.person_id, caller.side);

/** Refuses a caller whom the operation is not for. */
export function checkPermission(operation: Operation, caller: Caller): void {
  if (operation.permission !== 'seller' || caller.side !== 'buyer') return;
  throw new ProblemError('caller.not_allowed', "This is the supplier's side of the program. Act as one of its people.");
}
