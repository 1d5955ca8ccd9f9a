import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Operation } from '../contract/operation.ts';
import { type OperationName, type OutputOf, operations } from '../contract/operations.ts';
import { type Caller, callerOf, checkPermission, type KnownPerson } from './caller.ts';

type Part<N extends OperationName, P extends string> =
  (typeof operations)[N] extends Record<P, infer S> ? z.output<S & z.ZodType> : undefined;

/** What a handler gets: everything parsed, the caller checked. */
export interface Call<N extends OperationName> {
  params: Part<N, 'params'>;
  query: Part<N, 'query'>;
  body: Part<N, 'body'>;
  /** Present unless the operation is for anyone. */
  caller: Caller;
  request: FastifyRequest;
  reply: FastifyReply;
}

/** One handler for each operation; those that send a file or a stream return the reply. */
export type Handlers = {
  [N in OperationName]: (call: Call<N>) => Promise<OutputOf<N> | FastifyReply>;
};

export interface Binding {
  handlers: Handlers;
  findPerson: (workspace_id: string, person_id: string) => Promise<KnownPerson | null>;
}

export const API = '/api/v1';

/** Registers every operation of the contract with its handler: parse, name the caller, check, run. */
export function bindOperations(app: FastifyInstance, binding: Binding): void {
  for (const name of Object.keys(operations) as OperationName[]) bind(app, name, binding);
}

function bind(app: FastifyInstance, name: OperationName, { handlers, findPerson }: Binding): void {
  const declared: Operation = operations[name];
  const handler = handlers[name] as (call: unknown) => Promise<unknown>;
  app.route({
    method: declared.method,
    url: API + declared.path,
    schema: schemaOf(name, declared),
    // Before anything that was sent is looked at: who may not call learns nothing of what would be right.
    preValidation: async (request) => {
      if (declared.permission === 'anyone') return;
      const caller = await nameCaller(request, findPerson);
      checkPermission(declared, caller);
      callers.set(request, caller);
    },
    handler: async (request, reply) => {
      const { params, query, body } = request;
      return handler({ params, query, body, caller: callers.get(request), request, reply });
    },
  });
}

/** Who makes the requests that are under way. */
const callers = new WeakMap<FastifyRequest, Caller>();

function nameCaller(request: FastifyRequest, findPerson: Binding['findPerson']): Promise<Caller> {
  const { workspace_id } = request.params as { workspace_id: string };
  const header = request.headers['x-acting-as'];
  const in_query = (request.query as { acting_as?: string }).acting_as;
  return callerOf(workspace_id, typeof header === 'string' ? header : in_query, findPerson);
}

function schemaOf(name: string, declared: Operation): Record<string, unknown> {
  const writes = declared.method !== 'GET' && declared.body !== undefined;
  return {
    operationId: name,
    summary: declared.summary,
    tags: [declared.noun],
    description: `Who may call it: ${declared.permission}. Zone: ${declared.zone}.`,
    ...(declared.params === undefined ? {} : { params: declared.params }),
    ...(declared.query === undefined ? {} : { querystring: declared.query }),
    ...(writes ? { body: declared.body } : {}),
    ...(declared.media === undefined ? { response: { 200: declared.output } } : {}),
  };
}
