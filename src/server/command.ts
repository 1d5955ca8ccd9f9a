import { randomUUID } from 'node:crypto';
import { languageNow } from '../catalogue/language.ts';
import { problems } from '../catalogue/problems.ts';
import { writeOperations } from '../contract/command.ts';
import type { OutputOf } from '../contract/operations.ts';
import type { Command } from '../core/decide.ts';
import { EVENT_KINDS, type EventKind, isKnown } from '../core/event.ts';
import { issuesOf } from '../core/line.ts';
import { isStanceKind, type StanceKind } from '../core/statement.ts';
import { presetJobs, TEMPLATES, type TemplateName } from '../core/template.ts';
import { execute } from '../store/command.ts';
import type { Db } from '../store/db.ts';
import { changeGuest } from '../store/guest.ts';
import { findEvent } from '../store/purchase.ts';
import { listTemplates } from '../store/template.ts';
import type { Call, Handlers } from './bind.ts';
import { type Caller, scopeOfCaller } from './caller.ts';
import { notFound, ProblemError } from './problem.ts';

type WriteName = keyof typeof writeOperations;
type Nouns = WriteName | 'assents.create' | 'corrections.create' | 'jobs.create' | 'purchases.create';
type Written = OutputOf<'assents.create'>;

/** Writes on purchases: a request becomes commands, the core decides, the store keeps what follows. */
export function commandHandlers(db: Db): Pick<Handlers, Nouns> {
  const written = Object.entries(writeOperations).map(([name, { kind }]) => [name, writeHandler(db, kind)]);
  return {
    ...(Object.fromEntries(written) as Pick<Handlers, WriteName>),
    'corrections.create': (call) => createCorrection(db, call),
    'assents.create': (call) => createAssents(db, call),
    'jobs.create': (call) => {
      const { zone, job_id, ...job } = call.body;
      const body = { ...job, job_id: job_id ?? randomUUID() };
      return runCommands(db, call, call.params.purchase_id, [{ kind: 'job.added', body, zone }]);
    },
    'purchases.create': (call) => createPurchase(db, call),
  };
}

type WriteCall = Call<WriteName>;

/** The body of the event is the path's parts and what was sent; `zone`, `seen` and `occurred_at` stand apart. */
function writeHandler(db: Db, kind: EventKind) {
  const fields = Object.keys((EVENT_KINDS[kind].body as { shape?: object }).shape ?? {});
  return async (call: WriteCall): Promise<Written> => {
    const { zone, seen, occurred_at, ...sent } = call.body as Record<string, unknown>;
    const given: Record<string, unknown> = { ...sent, ...call.params };
    const body = Object.fromEntries(fields.filter((key) => given[key] !== undefined).map((key) => [key, given[key]]));
    const command = { kind, body, zone, seen, occurred_at } as unknown as Command;
    if (kind === 'assumption.judged' && call.caller.guest?.verified === false) {
      throw new ProblemError('assumption.unverified', problems.open_link_was_mailed_);
    }
    if (kind.startsWith('weights.') && call.caller.guest?.verified === false) throw notVerified();
    const done = await runCommands(db, call, call.params.purchase_id, [command]);
    // Who left the group left the room: from now on they only read what they could.
    if (command.kind === 'stakeholder.left') {
      const { workspace_id, purchase_id } = call.params;
      await changeGuest(db, workspace_id, { purchase_id, person_id: command.body.person_id }, { state: 'former' });
    }
    return done;
  };
}

const notVerified = (): ProblemError => new ProblemError('weights.not_verified', problems.prove_your_address_first);

function createAssents(db: Db, call: Call<'assents.create'>): Promise<Written> {
  const { person_id, stance, jobs, confidence, reason, private_reason, zone } = call.body;
  const kind = `assent.${stance}` as StanceKind;
  if (stance === 'withheld' && reason === undefined && private_reason === undefined) {
    throw new ProblemError('assent.reason_missing', problems.say_why_you_do);
  }
  const agrees = stance === 'given' || stance === 'reaffirmed';
  const commands = jobs.flatMap(({ job_id, sentence, seen }): Command[] => {
    const body = {
      job_id,
      person_id,
      ...(agrees && confidence !== undefined && { confidence }),
      ...(agrees && sentence !== undefined && { sentence }),
      ...(reason !== undefined && stance !== 'working' && stance !== 'reaffirmed' && { reason }),
    };
    const stated = { kind, body, zone, seen } as unknown as Command;
    if (private_reason === undefined) return [stated];
    return [stated, { kind: 'assent.private_reason', body: { job_id, person_id, reason: private_reason } }];
  });
  const { guest } = call.caller;
  // Whose address is not proven says it all the same; but it is a sign, nobody's assent.
  const taken = guest?.verified === false ? commands.flatMap(indicated) : commands;
  return runCommands(db, call, call.params.purchase_id, taken);
}

/** What an unverified person says of a job, as evidence; what they keep to themselves is not told. */
function indicated(command: Command): Command[] {
  if (!isStanceKind(command.kind)) return [];
  const { job_id, person_id } = command.body as { job_id: string; person_id: string };
  const agrees = command.kind === 'assent.given' || command.kind === 'assent.reaffirmed';
  const signal = agrees ? 'completed' : 'started';
  return [{ kind: 'evidence.recorded', body: { job_id, person_id, signal }, zone: command.zone }];
}

/** A correction stands in the zone of what it corrects, fits its kind, and comes from the side that it may come from. */
async function createCorrection(db: Db, call: Call<'corrections.create'>): Promise<Written> {
  const { caller, params, body } = call;
  const target = await findEvent(db, scopeOfCaller(caller), params.purchase_id, body.event_id);
  if (target === null || !isKnown(target)) throw notFound();
  if (target.kind.startsWith('weights.') && target.actor.id !== caller.person_id) {
    throw new ProblemError('weights.not_yours', problems.only_person_can_take);
  }
  const stated = isStanceKind(target.kind) || target.kind === 'assumption.judged';
  const by_buyers = stated && target.import_id === null;
  if (by_buyers && caller.side !== 'buyer') {
    throw new ProblemError('assent.not_yours', problems.what_buyers_stated_corrected);
  }
  // A correction would name who it was.
  if (target.kind === 'question.owned') {
    throw new ProblemError('question.not_corrected', problems.you_said_stays_yours);
  }
  // A corrected answer would stand in the ledger for colleagues to read.
  if (target.kind.startsWith('pulse.') && body.body !== null) {
    throw new ProblemError('pulse.not_corrected', problems.answer_can_taken_back);
  }
  const fits = body.body === null ? null : EVENT_KINDS[target.kind].body.safeParse(body.body);
  if (fits !== null && !fits.success) {
    throw new ProblemError('event.bad_body', problems.does_not_fit_event(target.kind, issuesOf(fits.error, 'body')));
  }
  const { event_id, reason } = body;
  const corrected = { event_id, body: body.body, ...(reason !== undefined && { reason }) };
  return runCommands(db, call, params.purchase_id, [{ kind: 'event.corrected', body: corrected, zone: target.zone }]);
}

async function createPurchase(db: Db, call: Call<'purchases.create'>): Promise<Written> {
  const { purchase_id, template, ...body } = call.body;
  const preset = template in TEMPLATES ? (template as TemplateName) : null;
  const kept = preset === null ? await listTemplates(db, scopeOfCaller(call.caller)) : [];
  const own = kept.find(({ template_id }) => template_id === template);
  if (preset === null && own === undefined) {
    throw new ProblemError('template.unknown', problems.there_no_job_template);
  }
  // A ledger that only names a preset means its English words; in another language they are written out.
  const jobs = own?.jobs ?? (preset === null || languageNow() === 'en' ? undefined : presetJobs(preset));
  const opened: Command = {
    kind: 'purchase.opened',
    body: { ...body, template: preset ?? 'none', ...(jobs !== undefined && { jobs: [...jobs] }) },
  };
  return runCommands(db, call, purchase_id ?? randomUUID(), [opened]);
}

interface WritingCall {
  caller: Caller;
  request: { headers: Record<string, string | string[] | undefined> };
}

/** Carries commands out as the caller, all or none, known by the request's Idempotency-Key; answers as every write does. */
export async function runCommands(
  db: Db,
  { caller, request }: WritingCall,
  purchase_id: string,
  commands: Command[],
): Promise<Written> {
  const command_id = idempotencyKey(request.headers['idempotency-key']);
  const done = await execute(db, scopeOfCaller(caller), {
    purchase_id,
    commands,
    actor: caller.actor,
    on_behalf_of: caller.on_behalf_of,
    command_id,
    source: null,
    now: new Date().toISOString(),
  });
  if ('rejection' in done) throw new ProblemError(done.rejection.code, done.rejection.message);
  return {
    command_id,
    purchase_id,
    events: done.events.map(({ id, kind, occurred_at }) => ({ id, kind, occurred_at })),
  };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The client's own id for the request; a client that sends none cannot repeat it safely. */
export function idempotencyKey(header: string | string[] | undefined): string {
  if (header === undefined) return randomUUID();
  if (typeof header === 'string' && UUID.test(header)) return header.toLowerCase();
  throw new ProblemError('command.bad_key', problems.idempotency_key_uuid_new);
}
