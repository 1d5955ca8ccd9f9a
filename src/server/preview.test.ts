import { describe, expect, it } from 'vitest';
import { servedApp } from '../../test/served-app.ts';
import { operations } from '../contract/operations.ts';

const { ask, open, name } = await servedApp();
const headers = { 'x-preview': 'buyer' };

/** A purchase of which each side keeps something, and both share something. */
async function purchase() {
  const id = await open();
  await name(id, 'dana', ['champion']);
  await ask('PUT', `purchases/${id}/stakeholders/dana/entry`, { as: 'dana', payload: {} });
  const need = (as: string, requirement_id: string, zone: string) =>
    ask('PUT', `purchases/${id}/requirements/${requirement_id}`, { as, payload: { text: `Need ${zone}`, zone } });
  await need('sam', 'one', 'shared');
  await need('sam', 'two', 'seller');
  await need('dana', 'three', 'buyer');
  return id;
}

/** Every page of a purchase that has no further name in its address. */
const pages = Object.values(operations).flatMap(({ method, path, ...more }) =>
  method === 'GET' && !('media' in more) && /\/purchases\/:purchase_id\/[a-z-]+$/.test(path)
    ? [path.slice(path.indexOf('purchases'))]
    : [],
);

describe('a preview', () => {
  it('shows a seller what is shared, and what neither side keeps', async () => {
    const id = await purchase();
    const texts: string[] = [];
    for (const page of ['purchases/:purchase_id', ...pages]) {
      const { body } = await ask('GET', page.replace(':purchase_id', id), { headers });
      texts.push(JSON.stringify(body));
    }
    const all = texts.join('\n');
    expect(all).toContain('Need shared');
    expect(all).not.toContain('Need seller');
    expect(all).not.toContain('Need buyer');
    expect((await ask('GET', `purchases/${id}`, { headers })).body.view).toBe('buyer');
    // Without it the seller's own is there.
    expect(JSON.stringify((await ask('GET', `purchases/${id}/tradeoff`)).body)).toContain('Need seller');
  });

  it('changes and downloads nothing', async () => {
    const id = await purchase();
    const put = await ask('PUT', `purchases/${id}/name`, { headers, payload: { name: 'Other' } });
    expect(put).toMatchObject({ status: 403, body: { code: 'preview.looks_only' } });
    expect(await ask('GET', `purchases/${id}/export`, { headers })).toMatchObject({
      status: 403,
      body: { code: 'preview.looks_only' },
    });
  });

  it('widens nothing for a buyer who asks for it', async () => {
    const id = await purchase();
    const { body } = await ask('GET', `purchases/${id}/tradeoff`, { as: 'dana', headers });
    expect(JSON.stringify(body)).toContain('Need buyer');
    expect(JSON.stringify(body)).not.toContain('Need seller');
    const strange = await ask('GET', `purchases/${id}/tradeoff`, { as: 'stranger', headers });
    expect(strange.status).toBeGreaterThanOrEqual(400);
  });
});
