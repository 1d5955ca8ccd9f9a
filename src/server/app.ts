import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import files from '@fastify/static';
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { problems } from '../catalogue/problems.ts';
import type { Db } from '../store/db.ts';
import type { AppOptions } from './app-options.ts';
import { bindOperations } from './bind.ts';
import { CONNECTIONS, guardBodies } from './bodies.ts';
import { handlersOf } from './handlers.ts';
import { addHeaders, pagePolicy } from './headers.ts';
import { addLanguage } from './language.ts';
import { addLimits } from './limits.ts';
import { addOneClick } from './notice/stop.ts';
import { documentApi } from './openapi.ts';
import { guardOrigin } from './origin.ts';
import { ProblemError, problemOf } from './problem.ts';

/** The largest JSON a request may carry; files are streamed and have their own limit. */
const LARGEST_BODY_BYTES = 2 * 1024 * 1024;
const LARGEST_FILE_BYTES = 8 * 1024 ** 3;

/** The HTTP server, ready to listen. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const app = fastify({
    ...CONNECTIONS,
    bodyLimit: LARGEST_BODY_BYTES,
    routerOptions: { maxParamLength: 300 },
    forceCloseConnections: true,
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler((error: FastifyError, request, reply) => answerError(error, request, reply, options.onFailure));
  await addHeaders(app, options.setting);
  guardOrigin(app, options.setting);
  guardBodies(app);
  await app.register(cookie);
  addLanguage(app);
  await app.register(compress, { global: true, threshold: 2048, encodings: ['gzip', 'identity'] });
  await app.register(multipart, { limits: { fileSize: LARGEST_FILE_BYTES, files: 20 } });
  await addLimits(app, options);
  options.accounts.register(app);
  await documentApi(app);
  app.after(() => bindOperations(app, options, handlersOf(options)));
  addOneClick(app, options);
  addHealth(app, options.db);
  if (options.web_dir !== null) await serveWeb(app, options.web_dir);
  else app.setNotFoundHandler(answerNotFound);
  return app;
}

function answerError(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
  onFailure: AppOptions['onFailure'],
): void {
  const problem = problemFrom(error);
  if (problem.status >= 500) onFailure(`${request.method} ${request.routeOptions.url ?? ''}`, error);
  sendProblem(reply, problem);
}

function problemFrom(error: FastifyError) {
  if (error instanceof ProblemError) return problemOf(error.code, error.message);
  if (error.validation !== undefined)
    return problemOf('request.malformed', problems.correct_and_send_again(error.message), 400);
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    return problemOf('request.too_large', problems.more_than_one_request);
  }
  if (error.code === 'FST_REQ_FILE_TOO_LARGE') {
    return problemOf('import.too_large', problems.file_larger_than_8);
  }
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    return problemOf('request.media_type', problems.send_json_labelled_application);
  }
  if (isExpected(error)) return problemOf(error.code, error.message);
  const status = error.statusCode ?? 500;
  if (status >= 500) {
    return problemOf('server.failed', problems.something_broke_and_was, 500);
  }
  return problemOf('request.malformed', problems.correct_and_send_again(error.message), status);
}

/** A failure that a lower layer foresaw, with a stable code; what it says of the database itself is not for callers. */
const isExpected = (error: FastifyError): boolean =>
  typeof error.code === 'string' && /^(?!db\.|embedded\.|migrate\.)[a-z]+\.[a-z_]+$/.test(error.code);

const sendProblem = (reply: FastifyReply, problem: ReturnType<typeof problemOf>): FastifyReply =>
  reply.code(problem.status).type('application/problem+json').serializer(JSON.stringify).send(problem);

function answerNotFound(_request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return sendProblem(reply, problemOf('thing.unknown', problems.there_nothing_at_address));
}

function addHealth(app: FastifyInstance, db: Db): void {
  app.get('/healthz', { schema: { hide: true } }, async () => ({ status: 'alive' }));
  app.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
    try {
      await db.owner.query('select 1');
      return { status: 'ready' };
    } catch {
      return sendProblem(reply, problemOf('server.not_ready', problems.database_does_not_answer, 503));
    }
  });
}

/** Files of the client by their hashed names; every other page address gets the client itself. */
async function serveWeb(app: FastifyInstance, web_dir: string): Promise<void> {
  const index = path.join(web_dir, 'index.html');
  if (!existsSync(index)) throw new Error(`the web client is not built: ${index} is missing`);
  await app.register(files, { root: web_dir, wildcard: false, index: false, immutable: true, maxAge: '365d' });
  const page = readFileSync(index, 'utf8');
  app.setNotFoundHandler((request, reply) => {
    const [address = '/'] = request.url.split('?');
    const is_page = request.method === 'GET' && !address.startsWith('/api/') && !address.startsWith('/assets/');
    if (!is_page) return answerNotFound(request, reply);
    const { policy, nonce } = pagePolicy();
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-security-policy', policy)
      .send(page.replace('<script ', `<script nonce="${nonce}" `));
  });
}
