import { expect, test } from 'vitest';
import { invite, press, send, twoCompanies } from './people.ts';

const { app, ours, other, ivy, olga } = await twoCompanies();

test('a buyer who is in one room here comes into a second one as the same person, with the roles they were invited for', async () => {
  const OTHER = `/workspaces/${ours}/purchases/${other}`;
  const { body: me } = await send(app, ivy, 'GET', `/workspaces/${ours}/me`);
  await invite(app, olga, ours, other, { email: 'ivy@mills.example', name: 'Ivy', roles: ['finance'] });
  const { sent, shown } = await press(app, 'ivy@mills.example', ivy);
  expect(sent).toMatchObject({ status: 200, body: { state: 'in' } });
  const page = await send(app, shown, 'GET', OTHER);
  expect(page.status).toBe(200);
  const people = page.body.people.filter((person: { name: string }) => person.name === 'Ivy');
  const there = people.filter((person: { active: boolean }) => person.active);
  expect(there).toMatchObject([{ person_id: me.person_id, roles: ['finance'] }]);
});
