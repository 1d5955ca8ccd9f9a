import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { problems } from '../catalogue/problems.ts';
import type { Operation } from '../contract/operation.ts';
import { type OperationName, type OutputOf, operations } from '../contract/operations.ts';
import { refusalOfCaller } from '../core/access.ts';
import type { Buyer } from '../store/buyer.ts';
import { buyerOfToken } from '../store/buyer.ts';
import type { Db } from '../store/db.ts';
import { podOfPurchase } from '../store/member.ts';
import { roomClosed } from '../store/room.ts';
import type { User } from './accounts.ts';
import type { AppOptions } from './app-options.ts';
import { type Caller, previewing } from './caller.ts';
import { idempotencyKey } from './command.ts';
import { buyerToken, type Door, openDoor } from './door.ts';
import { type Once, rememberAnswers } from './idempotency.ts';
import { isOwner } from './owner.ts';
import { ProblemError } from './problem.ts';

type Part<N extends OperationName, P extends string> =
  (typeof operations)[N] extends Record<P, infer S> ? z.output<S & z.ZodType> : undefined;

/** What a handler gets: everything parsed, the caller checked. */
export interface Call<N extends OperationName> {
  params: Part<N, 'params'>;
  query: Part<N, 'query'>;
  body: Part<N, 'body'>;
  /** Present in a workspace, unless the operation is for anyone. */
  caller: Caller;
  /** Present where the operation is for an account. */
  user: User;
  /** Present where the operation is for a visitor. */
  buyer: Buyer;
  request: FastifyRequest;
  reply: FastifyReply;
}

/** One handler for each operation; those that send a file or a stream return the reply. */
export type Handlers = {
  [N in OperationName]: (call: Call<N>) => Promise<OutputOf<N> | FastifyReply>;
};

export const API = '/api/v1';

/** Registers every operation of the contract with its handler: parse, name the caller, check, run. */
export function bindOperations(app: FastifyInstance, options: AppOptions, handlers: Handlers): void {
  const door = openDoor(options);
  const once = rememberAnswers();
  for (const name of Object.keys(operations) as OperationName[]) bind(app, name, { options, door, handlers, once });
}

interface Binding {
  options: AppOptions;
  door: Door;
  handlers: Handlers;
  once: Once;
}

/** Who makes a request, as far as its operation has to know. */
interface Known {
  caller?: Caller;
  user?: User;
  buyer?: Buyer;
}

function bind(app: FastifyInstance, name: OperationName, binding: Binding): void {
  const declared: Operation = operations[name];
  const handler = binding.handlers[name] as (call: unknown) => Promise<unknown>;
  const remembered = isRemembered(declared);
  app.route({
    method: declared.method,
    url: API + declared.path,
    schema: schemaOf(name, declared),
    // Before anything that was sent is looked at: who may not call learns nothing of what would be right.
    preValidation: async (request) => {
      known.set(request, await nameCaller(request, declared, binding));
    },
    handler: async (request, reply) => {
      const { params, query, body } = request;
      const run = () => handler({ params, query, body, ...known.get(request), request, reply });
      const key = request.headers['idempotency-key'];
      if (!remembered || key === undefined) return run();
      const asked = JSON.stringify([name, params, query, body]);
      const isWhole = () => reply.getHeader('set-cookie') === undefined;
      return binding.once({ who: whoOf(request), key: idempotencyKey(key), asked, isWhole }, run);
    },
  });
}

/**
 * Whether a repeated write is known by its Idempotency-Key in `idempotency.ts`. What goes into the ledger is known there,
 * and a file by its content.
 */
const isRemembered = ({ method, media, output }: Operation): boolean =>
  method !== 'GET' && media === undefined && !(output instanceof z.ZodObject && 'command_id' in output.shape);

/** For whom an Idempotency-Key counts. */
function whoOf(request: FastifyRequest): string {
  const { caller, user, buyer } = known.get(request) ?? {};
  const { workspace_id, side, person_id, actor } = caller ?? {};
  const person = caller && [workspace_id, side, person_id, actor?.kind, actor?.id];
  // Who is nobody yet is told apart by where they come from and where they want to go.
  const nobody = [request.ip, (request.params as { workspace_id?: string } | null)?.workspace_id];
  return JSON.stringify(person ?? user?.user_id ?? buyer?.buyer_id ?? nobody);
}

/** Who makes the requests that are under way. */
const known = new WeakMap<FastifyRequest, Known>();

async function nameCaller(request: FastifyRequest, declared: Operation, binding: Binding): Promise<Known> {
  const { options, door } = binding;
  switch (declared.permission) {
    case 'anyone':
      return {};
    case 'account': {
      const user = await options.accounts.userOf(request.headers);
      if (user !== null) return { user };
      throw new ProblemError('caller.unnamed', problems.sign_in_first);
    }
    case 'visitor': {
      const buyer = await buyerOfToken(options.db, buyerToken(request, options.setting));
      if (buyer !== null) return { buyer };
      throw new ProblemError('caller.unnamed', problems.open_link_was_mailed);
    }
    default: {
      const { workspace_id, purchase_id } = request.params as { workspace_id?: string; purchase_id?: string };
      if (workspace_id === undefined) return ownerOnly(request, options);
      const came = await door(request, workspace_id, purchase_id ?? null);
      const caller = wantsPreview(request) && came.side !== 'buyer' ? previewing(came) : came;
      if (caller.previews && !isLooking(declared)) throw new ProblemError('preview.looks_only', problems.looks_only);
      await check(options.db, declared, caller, request);
      return { caller };
    }
  }
}

const wantsPreview = ({ headers }: FastifyRequest): boolean => headers['x-preview'] === 'buyer';

/** Files are left out: whose log would say that they were taken? */
const isLooking = ({ method, media }: Operation): boolean => method === 'GET' && media === undefined;

function ownerOnly(request: FastifyRequest, options: AppOptions): Known {
  if (options.setting.local && isOwner(request, options.owner_token)) return {};
  throw new ProblemError('caller.not_owner', problems.only_who_runs_machine);
}

async function check(db: Db, declared: Operation, caller: Caller, request: FastifyRequest): Promise<void> {
  const { workspace_id, purchase_id = null, person_id } = request.params as Record<string, string | undefined>;
  const writes = declared.method !== 'GET';
  const in_room = writes && purchase_id !== null && caller.door !== 'open';
  const pod = in_room && caller.side === 'seller' ? await podOfPurchase(db, workspace_id ?? '', purchase_id) : null;
  const why_not = refusalOfCaller(caller, {
    permission: declared.permission,
    writes,
    governs: declared.governs === true,
    key: keyScope(declared),
    purchase_id,
    of_workspace: declared.zone === 'seller',
    lasting: declared.lasting === true,
    about_self:
      person_id !== undefined && person_id === caller.person_id && SELF.has(declared.path.split('/').at(-1) ?? ''),
    room_closed: in_room && caller.side === 'buyer' && (await roomClosed(db, workspace_id ?? '', purchase_id)),
    other_pod: pod !== null && !caller.service && !pod.member_ids.includes(caller.person_id ?? ''),
  });
  if (why_not !== null) throw new ProblemError(why_not.code, why_not.message);
}

/** What someone who governs nothing may still do about themselves: come in, and go. */
const SELF: ReadonlySet<string> = new Set(['entry', 'departure']);

/** The scope that a key needs for an operation. */
export function keyScope(declared: Operation): 'read' | 'write' | 'admin' | 'none' {
  if (declared.key !== undefined) return declared.key;
  if (declared.permission === 'admin') return 'admin';
  return declared.method === 'GET' ? 'read' : 'write';
}

function schemaOf(name: string, declared: Operation): Record<string, unknown> {
  const writes = declared.method !== 'GET' && declared.body !== undefined;
  return {
    operationId: name,
    summary: declared.summary,
    tags: [declared.noun],
    description: `Who may call it: ${declared.permission}. Zone: ${declared.zone}. Key: ${keyScope(declared)}.`,
    ...(declared.params === undefined ? {} : { params: declared.params }),
    ...(declared.query === undefined ? {} : { querystring: declared.query }),
    ...(writes ? { body: declared.body } : {}),
    ...(declared.media === undefined ? { response: { 200: declared.output } } : {}),
  };
}
