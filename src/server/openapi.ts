import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { API } from './bind.ts';
import { DOCS_POLICY } from './headers.ts';

/** Derives OpenAPI 3.1 from what is registered, and serves it with a readable page. */
export async function documentApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Coassent',
        version: '1',
        description:
          'The same doors for both sides: a key as `Authorization: Bearer coa_…`, or the cookie of a session. In an open ' +
          'workspace on your own machine, say who acts in `X-Acting-As`. Send an `Idempotency-Key` (a UUID) with each write: ' +
          'the same key again gives the same answer. Problems are `application/problem+json` with a stable `code`.',
      },
      servers: [{ url: '/' }],
      components: {
        securitySchemes: {
          key: { type: 'http', scheme: 'bearer' },
          actingAs: { type: 'apiKey', in: 'header', name: 'X-Acting-As' },
        },
      },
      security: [{ key: [] }, { actingAs: [] }],
    },
    transform: jsonSchemaTransform,
  });
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    staticCSP: DOCS_POLICY,
    theme: {
      title: 'Coassent API',
      css: [{ filename: 'coassent.css', content: '.swagger-ui .topbar { display: none }' }],
    },
  });
  app.get(`${API}/openapi.json`, { schema: { hide: true } }, async () => app.swagger());
}
