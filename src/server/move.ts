import { problems } from '../catalogue/problems.ts';
import { serverTexts } from '../catalogue/server-texts.ts';
import type { Command } from '../core/decide.ts';
import { movingOf } from '../core/moving.ts';
import type { Zone } from '../core/zone.ts';
import { noteAudit } from '../store/audit.ts';
import { type Executed, execute } from '../store/command.ts';
import type { AppOptions } from './app-options.ts';
import type { Call } from './bind.ts';
import { scopeOfCaller } from './caller.ts';
import { idempotencyKey } from './command.ts';
import { copyBytes } from './files/copy.ts';
import { removeUnnamed } from './files/unnamed.ts';
import { notFound, ProblemError } from './problem.ts';
import { readWhole } from './purchase.ts';

/** Moves what a side wrote between its own zone and the shared one; the bytes of a file are there before it is. */
export async function createMove(options: AppOptions, call: Call<'moves.create'>) {
  const { caller, params, body, request } = call;
  const { workspace_id, purchase_id } = params;
  const { state, events } = await readWhole(options.db, caller, purchase_id);
  const governs = caller.guest?.administrator === true || caller.role === 'admin' || caller.role === 'lead';
  const { event_id, to } = body;
  const moving = movingOf({ event_id, to, person_id: caller.person_id, side: caller.side, governs }, events, state);
  if (moving === null) throw notFound();
  if ('rejection' in moving) throw new ProblemError(moving.rejection.code, moving.rejection.message);
  const command_id = idempotencyKey(request.headers['idempotency-key']);
  const write = async (): Promise<Executed> => {
    const done = await execute(options.db, scopeOfCaller(caller), {
      purchase_id,
      commands: moving,
      actor: caller.actor,
      on_behalf_of: caller.on_behalf_of,
      command_id,
      source: null,
      now: new Date().toISOString(),
    });
    if ('rejection' in done) throw new ProblemError(done.rejection.code, done.rejection.message);
    return done;
  };
  const from = events.find(({ id }) => id === event_id)?.zone ?? to;
  const done = await withBytes(options, call, { from, commands: moving, write });
  const entry = { action: 'zone.moved', purchase_id, actor: caller.actor, about: { event_id, to } };
  await noteAudit(options.db, workspace_id, [{ ...entry, zone: caller.view }]);
  return {
    command_id,
    purchase_id,
    events: done.events.map(({ id, kind, occurred_at }) => ({ id, kind, occurred_at })),
    remains: to === 'shared' ? null : serverTexts.remains,
  };
}

interface Moving {
  from: Zone;
  commands: readonly Command[];
  write: () => Promise<Executed>;
}

/**
 * Writes a move once the bytes of all its versions stand in the zone they move to, so that no version is ever named without
 * its bytes. What then stands where nothing names it is removed: from the shared place, nobody gets it by claiming its hash.
 */
async function withBytes(options: AppOptions, call: Call<'moves.create'>, moving: Moving): Promise<Executed> {
  const { params, body, caller } = call;
  const { workspace_id, purchase_id } = params;
  const { from, commands, write } = moving;
  const at = (zone: Zone, sha256: string) => ({ workspace_id, purchase_id, zone, sha256 });
  const clear = (zone: Zone) => removeUnnamed(options, { workspace_id, purchase_id, zone, view: caller.view }, copied);
  const versions = commands.flatMap((command) => (command.kind === 'file.changed' ? [command.body] : []));
  const copied: string[] = [];
  try {
    for (const { name, content } of versions) {
      if (content === undefined || copied.includes(content.sha256)) continue;
      copied.push(content.sha256);
      if (await copyBytes(options.files, at(from, content.sha256), at(body.to, content.sha256))) continue;
      throw new ProblemError('move.no_bytes', problems.content_of_file_not_here(name));
    }
    const done = await write();
    if (from === 'shared') await clear(from);
    return done;
  } catch (error) {
    await clear(body.to);
    throw error;
  }
}
