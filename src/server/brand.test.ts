import { describe, expect, it } from 'vitest';
import { servedApp } from '../../test/served-app.ts';
import { send, twoCompanies } from '../../test/zones/people.ts';

const { ask, open, name } = await servedApp();
/** The smallest picture there is: one transparent pixel. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
const put = (payload: object, as = 'sam') => ask('PUT', 'brand', { as, payload });

describe('how a supplier shows itself', () => {
  it('is its workspace’s name until it says more, and then what buyers read', async () => {
    const id = await open();
    await name(id, 'dana', ['champion']);
    await ask('PUT', `purchases/${id}/stakeholders/dana/entry`, { as: 'dana', payload: {} });
    const shown = async () => (await ask('GET', `purchases/${id}/pod`, { as: 'dana' })).body.brand;
    expect(await shown()).toEqual({ name: 'ours', colour: null, logo: null });
    const saved = await put({ name: ' House of presses ', colour: '#0a6b58', logo: PIXEL });
    const whole = { name: 'House of presses', colour: '#0a6b58', logo: `data:image/png;base64,${PIXEL}` };
    expect(saved.body).toEqual(whole);
    expect(await shown()).toEqual(whole);
    // What is left out stays; what is null goes.
    expect((await put({ name: null, colour: null })).body).toEqual({ ...whole, name: 'ours', colour: null });
    expect((await put({ name: null, colour: null, logo: null })).body.logo).toBeNull();
  });

  it('is a picture by its content, small, and in a colour that is one', async () => {
    const page = Buffer.from('<html><script>1</script></html>').toString('base64');
    expect((await put({ name: null, colour: null, logo: page })).body.code).toBe('brand.no_picture');
    const vector = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('base64');
    expect((await put({ name: null, colour: null, logo: vector })).body.code).toBe('brand.no_picture');
    const large = Buffer.alloc(60_001).toString('base64');
    expect((await put({ name: null, colour: null, logo: large })).status).toBe(400);
    expect((await put({ name: null, colour: 'red; background: url(//x)' })).status).toBe(400);
  });

  it('is the supplier’s to set', async () => {
    const id = await open();
    await name(id, 'dana', ['champion']);
    expect((await put({ name: 'Theirs', colour: null }, 'dana')).status).toBe(403);
  });

  it('is the name by which buyers know whose room it is', async () => {
    const { app, ours, people, ivy } = await twoCompanies();
    const rooms = async () =>
      (await send(app, ivy, 'GET', '/buyer')).body.rooms.map(({ supplier }: { supplier: string }) => supplier);
    expect(await rooms()).toEqual(['Vendor']);
    await send(app, people.admin, 'PUT', `/workspaces/${ours}/brand`, { name: 'House of presses', colour: null });
    expect(await rooms()).toEqual(['House of presses']);
  });
});
