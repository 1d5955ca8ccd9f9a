import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { servedApp } from '../../test/served-app.ts';
import { failureLine } from './failure-line.ts';

const { app, db, failures } = await servedApp();
const at = new Date('2026-01-02T03:04:05.678Z');

describe('a failure in the log', () => {
  test('is one line, in UTC, whatever failed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (message) => {
        const line = failureLine(at, 'GET /x/:token', new Error(`%s ${message}\n\u001b[31mforged`));
        expect(line).toMatch(/^2026-01-02T03:04:05\.678Z GET \/x\/:token: Error %s /);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may be left
        expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/);
      }),
      { numRuns: 30 },
    );
  });

  test('holds no address, key, token or quoted value', () => {
    const token = 'Zx9'.repeat(15).slice(0, 43);
    const error = Object.assign(
      new Error(
        `invalid input syntax for type json: "ivy@mills.example" Key (email)=(gus@mills.example) ${token} coa_ab_cd`,
      ),
      { code: '22P02' },
    );
    const line = failureLine(at, 'POST /a', error);
    expect(line).toContain('22P02 invalid input syntax for type json');
    for (const secret of ['ivy', 'gus', token, 'coa_']) expect(line).not.toContain(secret);
  });
});

test('what breaks is logged under its operation, and tells a caller nothing of the inside', async () => {
  const told: string[] = [];
  const seen = failures.length;
  await db.owner.query('alter table purchase rename to elsewhere');
  const url = '/api/v1/workspaces/ours/purchases/a-private-name';
  const answer = await app.inject({ url, headers: { host: 'localhost:4400', 'x-acting-as': 'sam' } });
  await db.owner.query('alter table elsewhere rename to purchase');
  for (const failure of failures.splice(seen)) told.push(failureLine(at, 'GET', failure));
  expect(answer.statusCode).toBe(500);
  expect(answer.json().code).toBe('server.failed');
  expect(answer.body).not.toMatch(/select|relation|elsewhere|\.ts\b/);
  expect(told.join('')).not.toContain('a-private-name');
  expect(told).toHaveLength(1);
});

test('the program answers no TRACE', async () => {
  for (const method of ['TRACE', 'CONNECT', 'PROPFIND'] as const) {
    const answer = await app.inject({
      method: method as never,
      url: '/api/v1/workspaces',
      headers: { host: 'localhost:4400' },
    });
    expect([method, answer.statusCode >= 400]).toEqual([method, true]);
    expect(answer.body).not.toContain('localhost:4400');
  }
});
