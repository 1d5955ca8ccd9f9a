import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { headersOf, invite, press, type Shown, send, twoCompanies } from '../../test/zones/people.ts';
import type { Mail } from './mail/mailer.ts';
import { type Sending, sendNotices } from './notice/send.ts';

/*
 * Two companies in a room. A change is gathered from what each person may read, mailed once to each, and stopped by one click.
 */
const { app, ours, mills, people, ivy, gus } = await twoCompanies();
const PURCHASE = `/workspaces/${ours}/purchases/${mills}`;
const WORKSPACE = `/workspaces/${ours}`;
const sent: Mail[] = [];
let refusing = false;
const sending: Sending = {
  db: app.db,
  setting: app.setting,
  mailer: {
    deliver: async (mail) => {
      if (refusing)
        throw Object.assign(new Error(`no such address: ${mail.to}`), { code: 'EENVELOPE', responseCode: 550 });
      sent.push(mail);
    },
  },
};

const DAY_MS = 86_400_000;
/** Noon of a day from now on, where every digest has gone by. */
const noon = (days: number): string => {
  const day = new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
  return `${day}T12:00:00.000Z`;
};
/** Sends what is due at an instant. @returns the mails, by address */
async function mailsAt(now: string): Promise<Map<string, Mail[]>> {
  sent.length = 0;
  await sendNotices(sending, ours, now);
  const by_address = new Map<string, Mail[]>();
  for (const mail of sent) by_address.set(mail.to, [...(by_address.get(mail.to) ?? []), mail]);
  return by_address;
}
const notices = async (who: Shown) => (await send(app, headersOf(who), 'GET', `${WORKSPACE}/notices`)).body;
const requirement = (by: Shown, text: string, zone = 'shared') =>
  send(app, headersOf(by), 'PUT', `${PURCHASE}/requirements/${randomUUID()}`, { text, zone });
const meOf = async (who: Shown): Promise<string> =>
  (await send(app, headersOf(who), 'GET', `${WORKSPACE}/me`)).body.person_id;
const agree = async (who: Shown) =>
  send(app, who, 'POST', `${PURCHASE}/assents`, {
    person_id: await meOf(who),
    stance: 'given',
    jobs: [{ job_id: 'requirements_building' }],
  });

test('a change is told once to everyone who relied on it, in the program and by one mail each', async () => {
  await agree(ivy);
  await agree(gus);
  await mailsAt(noon(1));
  await requirement(people.admin, 'It turns quickly');
  await requirement(people.admin, 'It turns quietly');
  for (const who of [ivy, gus]) {
    const { notices: told, unread } = await notices(who);
    const shaken = told.filter(({ kind }: { kind: string }) => kind === 'shaken');
    expect(shaken).toHaveLength(2);
    expect(shaken[0].text).toContain('“It turns quietly”');
    expect(unread).toBeGreaterThanOrEqual(2);
  }
  // A second look finds nothing twice.
  expect((await notices(ivy)).notices).toEqual((await notices(ivy)).notices);
  const mails = await mailsAt(noon(2));
  for (const address of ['ivy@mills.example', 'gus@mills.example']) {
    expect(mails.get(address)).toHaveLength(1);
    const [mail] = mails.get(address) ?? [];
    expect(mail?.text).toContain('“It turns quickly”');
    expect(mail?.text).toContain('“It turns quietly”');
    expect(mail?.text).toMatch(/\/enter\//);
    expect(mail?.headers).toMatchObject({ 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' });
  }
  expect(await mailsAt(noon(3))).toEqual(new Map());
});

test('what a mail brings opens the room, without an account', async () => {
  await requirement(people.admin, 'It is blue');
  const [mail] = (await mailsAt(noon(4))).get('gus@mills.example') ?? [];
  app.mails.push(mail as Mail);
  const { sent: pressed } = await press(app, 'gus@mills.example');
  expect(pressed.body).toEqual({ state: 'in', purchase_id: mills });
});

test('what one side keeps is mailed to nobody of the other', async () => {
  await requirement(ivy, 'we would pay twice as much', 'buyer');
  const mails = await mailsAt(noon(5));
  expect(mails.get('gus@mills.example')?.[0]?.text).toContain('twice as much');
  expect([...mails.keys()].filter((address) => address.endsWith('vendor.example'))).toEqual([]);
  for (const who of [people.admin, people.lead, people.member, people.partner]) {
    expect(JSON.stringify(await notices(who))).not.toContain('twice as much');
  }
});

test('a mail holds only what its reader may read when it goes out', async () => {
  const put = await requirement(ivy, 'first shared, then kept', 'shared');
  expect((await notices(people.member)).notices[0].text).toContain('then kept');
  const moved = { event_id: put.body.events[0].id, to: 'buyer', confirmed: true };
  expect((await send(app, ivy, 'POST', `${PURCHASE}/moves`, moved)).status).toBe(200);
  const mails = await mailsAt(noon(6));
  for (const [address, [mail]] of mails) {
    if (address.endsWith('vendor.example')) expect(mail?.text).not.toContain('then kept');
  }
  expect(JSON.stringify(await notices(people.member))).not.toContain('then kept');
});

test('a consultant is told what is shared, and nothing of their own side’s zone', async () => {
  await invite(app, ivy, ours, mills, { email: 'cleo@advice.example', name: 'Cleo', consultant: true });
  const cleo = (await press(app, 'cleo@advice.example')).shown;
  const kept = await requirement(ivy, 'kept among ourselves', 'buyer');
  await requirement(ivy, 'told to all', 'shared');
  const [mail] = (await mailsAt(noon(7))).get('cleo@advice.example') ?? [];
  expect(mail?.text).toContain('told to all');
  expect(mail?.text).not.toContain('kept among ourselves');
  expect(JSON.stringify(await notices(cleo))).not.toContain('kept among ourselves');
  // Not even that there was something is kept for them.
  const rows = await app.db.owner.query('select about::text as about from notice where person_id = $1', [
    await meOf(cleo),
  ]);
  expect(rows.rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows.rows)).not.toContain(kept.body.events[0].id);
});

test('what was read before is not mailed', async () => {
  await requirement(people.admin, 'read at once');
  const { notices: told } = await notices(gus);
  expect(told[0]).toMatchObject({ read: false });
  const read = await send(app, gus, 'POST', `${WORKSPACE}/notice-readings`, { notice_ids: null });
  expect(read.body.read).toBeGreaterThan(0);
  expect((await notices(gus)).unread).toBe(0);
  expect((await mailsAt(noon(8))).get('gus@mills.example')).toBeUndefined();
});

test('settings are one’s own; quiet hours hold in one’s own time zone', async () => {
  const quiet = { quiet: { from: '11:00', to: '14:00' }, time_zone: 'Etc/UTC' };
  expect((await send(app, gus, 'PUT', `${WORKSPACE}/notice-settings`, quiet)).body).toMatchObject(quiet);
  expect((await send(app, ivy, 'GET', `${WORKSPACE}/notice-settings`)).body).toMatchObject({ time_zone: null });
  const wrong = await send(app, gus, 'PUT', `${WORKSPACE}/notice-settings`, { time_zone: 'Mars/Base' });
  expect(wrong.status).toBe(400);
  await requirement(people.admin, 'in the quiet');
  expect((await mailsAt(noon(9))).has('gus@mills.example')).toBe(false);
  expect((await mailsAt(noon(9).replace('12:00', '14:00'))).has('gus@mills.example')).toBe(true);
});

test('one click stops the mails without a session, and does nothing else; a look stops nothing', async () => {
  await requirement(people.admin, 'one more');
  const [mail] = (await mailsAt(noon(10).replace('12:00', '15:00'))).get('gus@mills.example') ?? [];
  const link = /<(.*)>/.exec(mail?.headers?.['List-Unsubscribe'] ?? '')?.[1] ?? '';
  const { pathname } = new URL(link);
  const [, , , token] = pathname.split('/');
  const look = () => send(app, {}, 'GET', `${WORKSPACE}/unsubscribes/${token}`);
  expect((await look()).body).toEqual({ supplier: 'Vendor', stopped: false });
  const clicked = await app.app.inject({
    method: 'POST',
    url: pathname,
    headers: { host: 'localhost:4400', 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'List-Unsubscribe=One-Click',
  });
  expect(clicked.statusCode).toBe(200);
  expect((await look()).body).toEqual({ supplier: 'Vendor', stopped: true });
  await requirement(people.admin, 'unheard');
  expect((await mailsAt(noon(11).replace('12:00', '15:00'))).has('gus@mills.example')).toBe(false);
  expect((await send(app, {}, 'POST', `${WORKSPACE}/unsubscribes/${'x'.repeat(43)}`, {})).status).toBe(404);
  const rows = await app.db.owner.query('select stop_digest from notice_mail');
  expect(JSON.stringify(rows.rows)).not.toContain(token);
  const on = await send(app, gus, 'PUT', `${WORKSPACE}/notice-settings`, { mails_off: false });
  expect(on.body.mails_off).toBe(false);
});

test('what no server takes is tried again, then given up; admins see their own people’s and try again', async () => {
  await requirement(ivy, 'nobody takes it');
  refusing = true;
  for (let hours = 0; hours <= 96; hours++) {
    await mailsAt(new Date(Date.parse(noon(20)) + hours * 3_600_000).toISOString());
  }
  refusing = false;
  const dead = (await send(app, people.admin, 'GET', `${WORKSPACE}/notice-mails`)).body.mails;
  expect(dead.length).toBeGreaterThan(0);
  expect(JSON.stringify(dead)).not.toMatch(/@|Gus|Ivy/);
  expect(dead[0]).toMatchObject({ attempts: 8, failure: 'EENVELOPE 550' });
  expect((await send(app, headersOf(people.member), 'GET', `${WORKSPACE}/notice-mails`)).status).toBe(403);
  const retried = await send(app, people.admin, 'POST', `${WORKSPACE}/notice-mails/${dead[0].mail_id}/retries`, {});
  expect(retried.body).toEqual({ queued: true });
  await mailsAt(noon(25));
  expect(sent.map((mail) => mail.mail_id)).toContain(dead[0].mail_id);
});

test('a room says beforehand how many mails its people get, from what is shared alone', async () => {
  const path = `${PURCHASE}/mail-expectation`;
  const before = (await send(app, ivy, 'GET', path)).body;
  await requirement(ivy, 'private as before', 'buyer');
  for (const who of [ivy, people.member]) {
    expect((await send(app, headersOf(who), 'GET', path)).body).toEqual(before);
  }
  expect(before.sentence).toMatch(/^At most one mail a day/);
});

test('what someone was told, and when they read it, stands in their own record and in nobody else’s', async () => {
  const person_id = await meOf(gus);
  const record = async (who: Shown) => (await send(app, who, 'GET', `${PURCHASE}/people/${person_id}/record`)).body;
  expect((await record(gus)).notices).toContainEqual(
    expect.objectContaining({ kind: 'shaken', read_at: expect.any(String), mailed: true }),
  );
  expect((await record(ivy)).notices).toEqual([]);
});

test('who else is here is told to one’s own side, and to the other only by who wants that', async () => {
  const here = async (who: Shown, body: object = {}) => {
    const { people: seen } = (await send(app, headersOf(who), 'PUT', `${PURCHASE}/presence`, body)).body;
    return seen.map(({ name, page }: { name: string; page: string | null }) => [name, page]);
  };
  await here(ivy, { page: 'claims' });
  await here(people.member, { page: 'start' });
  expect(await here(gus)).toEqual([
    ['Gus', null],
    ['Ivy', 'claims'],
  ]);
  expect(await here(people.member, { page: 'start' })).toEqual([['Mia Member', 'start']]);
  await here(ivy, { page: 'claims', seen_by: 'everyone' });
  expect(await here(people.member)).toEqual([
    ['Ivy', null],
    ['Mia Member', null],
  ]);
  const { rows } = await app.db.owner.query(`select count(*) as n from pg_tables where tablename like '%presence%'`);
  expect(rows).toEqual([{ n: 0 }]);
});

test('erasing someone takes away what they were told and how they wanted their mails', async () => {
  await invite(app, ivy, ours, mills, { email: 'zoe@mills.example', name: 'Zoe' });
  const zoe = (await press(app, 'zoe@mills.example')).shown;
  const person_id = await meOf(zoe);
  await send(app, zoe, 'PUT', `${WORKSPACE}/notice-settings`, { time_zone: 'Pacific/Auckland' });
  await requirement(ivy, 'before Zoe is erased');
  expect((await notices(zoe)).notices.length).toBeGreaterThan(0);
  const erased = await send(app, zoe, 'POST', `${PURCHASE}/erasures`, { person_id, confirmed: true });
  expect(erased.status).toBe(200);
  for (const table of ['notice', 'notice_setting']) {
    const { rows } = await app.db.owner.query(`select 1 from ${table} where person_id = $1`, [person_id]);
    expect([table, rows]).toEqual([table, []]);
  }
  expect((await mailsAt(noon(40))).has('zoe@mills.example')).toBe(false);
});

test('one that is tried again keeps to quiet hours, and nothing more is mailed before it is settled', async () => {
  const utc = { time_zone: 'Etc/UTC', quiet: { from: '13:00', to: '15:00' }, mails_off: false, most_often: 'hour' };
  await send(app, ivy, 'PUT', `${WORKSPACE}/notice-settings`, utc);
  await requirement(people.admin, 'tried in vain');
  refusing = true;
  const first = await mailsAt(noon(50).replace('12:00', '12:59'));
  refusing = false;
  await requirement(people.admin, 'said meanwhile');
  const at = (clock: string) => mailsAt(noon(50).replace('12:00', clock));
  expect([first.has('ivy@mills.example'), (await at('13:30')).has('ivy@mills.example')]).toEqual([false, false]);
  const again = (await at('15:00')).get('ivy@mills.example') ?? [];
  expect(again.map(({ text }) => [text.includes('tried in vain'), text.includes('said meanwhile')])).toEqual([
    [true, false],
  ]);
  expect((await at('15:59')).has('ivy@mills.example')).toBe(false);
  expect((await at('16:00')).get('ivy@mills.example')?.[0]?.text).toContain('said meanwhile');
});
