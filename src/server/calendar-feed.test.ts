import { strFromU8, unzipSync } from 'fflate';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { headersOf, invite, press, type Shown, send, twoCompanies } from '../../test/zones/people.ts';
import { bytesOf } from '../../test/zones/world.ts';

/*
 * Where there are accounts, a feed is worth what its person is: a consultant's tells less, and that of somebody who is gone
 * tells nothing any more.
 */
const { app, ours, mills, people, ivy, gus } = await twoCompanies();
const PURCHASE = `/workspaces/${ours}/purchases/${mills}`;

const step = (by: Shown, step_id: string, more: object = {}) =>
  send(app, by, 'PUT', `${PURCHASE}/steps/${step_id}`, { name: step_id, ...more });
await step(ivy, 'common');
await step(ivy, 'legal', { internal: 'legal' });
await step(headersOf(people.member), 'margin', { zone: 'seller' });

const feed = async (by: Shown): Promise<string> => {
  const made = await send(app, by, 'POST', `${PURCHASE}/calendar-feeds`);
  expect(made.status).toBe(200);
  return new URL(made.body.address).pathname;
};
const read = (address: string) => send(app, {}, 'GET', address);
const summaries = async (address: string): Promise<unknown[]> =>
  new ICAL.Component(ICAL.parse((await read(address)).text))
    .getAllSubcomponents('vevent')
    .map((one) => one.getFirstPropertyValue('summary'));

describe('a calendar feed, where there are accounts', () => {
  it('tells each what they may read, and only from the address that is theirs', async () => {
    expect(await summaries(await feed(ivy))).toEqual(['common', 'legal']);
    expect(await summaries(await feed(headersOf(people.member)))).toEqual(['common', 'margin']);
    await invite(app, ivy, ours, mills, { email: 'cleo@advice.example', name: 'Cleo', consultant: true });
    const cleo = (await press(app, 'cleo@advice.example')).shown;
    await step(ivy, 'later', { internal: 'budget' });
    expect(await summaries(await feed(cleo))).not.toContain('legal');
    const elsewhere = (await feed(ivy)).replace(ours, 'elsewhere');
    expect((await read(elsewhere)).body.code).toBe('thing.unknown');
  });

  it('tells nothing any more once its person is gone', async () => {
    const { person_id: member_id = '' } = people.member;
    const [of_gus, of_member] = [await feed(gus), await feed(headersOf(people.member))];
    expect((await read(of_gus)).status).toBe(200);
    const { body: me } = await send(app, gus, 'GET', `/workspaces/${ours}/me`);
    const out = await send(app, ivy, 'PUT', `${PURCHASE}/stakeholders/${me.person_id}/departure`, {});
    expect(out.status).toBe(200);
    expect((await read(of_gus)).body.code).toBe('thing.unknown');
    await send(app, people.admin, 'DELETE', `/workspaces/${ours}/members/${member_id}`);
    expect((await read(of_member)).body.code).toBe('thing.unknown');
  });

  it('ends with an erasure, and until then is in the archive of what is recorded about its person', async () => {
    await invite(app, ivy, ours, mills, { email: 'hal@mills.example', name: 'Hal', roles: ['user'] });
    const hal = (await press(app, 'hal@mills.example')).shown;
    const address = await feed(hal);
    const { body: me } = await send(app, hal, 'GET', `/workspaces/${ours}/me`);
    const zip = await bytesOf(app, hal, `${PURCHASE}/people/${me.person_id}/record/archive`);
    const [head, line = ''] = strFromU8(unzipSync(zip)['feeds.csv'] ?? new Uint8Array()).split(/\r?\n/);
    expect(head).toContain('feed_id,made_at,last_read_at,revoked_at');
    expect(line).not.toBe('');
    expect(line).not.toContain(address.split('/').at(-1));
    const erased = await send(app, hal, 'POST', `${PURCHASE}/erasures`, { person_id: me.person_id, confirmed: true });
    expect(erased.status).toBe(200);
    expect((await read(address)).body.code).toBe('thing.unknown');
    const { rows } = await app.db.owner.query(
      'select 1 from calendar_feed where person_id = $1 and revoked_at is null',
      [me.person_id],
    );
    expect(rows).toEqual([]);
  });
});
