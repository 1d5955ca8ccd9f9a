import { describe, expect, test } from 'vitest';
import { headersOf, invite, press, type Shown, send, twoCompanies } from '../../test/zones/people.ts';

const { app, ours, mills, other, people, ivy, gus, olga } = await twoCompanies();
const PURCHASE = `/workspaces/${ours}/purchases/${mills}`;
const LIBRARY = `/workspaces/${ours}/library`;

const asked = async (who: Shown, question_id: string, more: object = {}) =>
  send(app, who, 'PUT', `${PURCHASE}/questions/${question_id}`, { text: 'Where does our data stand?', ...more });
const answered = async (who: Shown, question_id: string, answer_id: string, more: object = {}) =>
  send(app, who, 'PUT', `${PURCHASE}/questions/${question_id}/answers/${answer_id}`, { text: 'In Dublin.', ...more });
const list = async (who: Shown) => (await send(app, who, 'GET', `${PURCHASE}/questions`)).body;
const find = async (who: Shown, question_id: string) =>
  (await list(who)).questions.find((one: { question_id: string }) => one.question_id === question_id);
const similar = async (who: Shown, q: string, purchase_id = mills) =>
  (
    await send(
      app,
      who,
      'GET',
      `/workspaces/${ours}/purchases/${purchase_id}/similar-questions?q=${encodeURIComponent(q)}`,
    )
  ).body;
const lead = headersOf(people.lead);
await invite(app, ivy, ours, mills, { email: 'cleo@advice.example', name: 'Cleo', consultant: true });
/** Reads only what is shared. */
const cleo = (await press(app, 'cleo@advice.example')).shown;

describe('a shared question', () => {
  test('is answered by a seller, accepted, becomes a claim with its source, and is found when asked again', async () => {
    const ask = await asked(ivy, 'data', { to_side: 'seller', job_id: 'validation' });
    expect(ask.status).toBe(200);
    expect((await answered(lead, 'data', 'dublin')).status).toBe(200);
    const open = await find(ivy, 'data');
    expect(open).toMatchObject({ status: 'answered', yours: true, settles: true, by: 'Ivy' });
    expect(open.answers).toMatchObject([{ by: 'Leo Lead', side: 'seller', yours: false }]);
    const take = (who: Shown, body: object) => send(app, who, 'POST', `${PURCHASE}/questions/data/acceptances`, body);
    expect((await take(lead, { answer_id: 'dublin' })).body.code).toBe('question.not_yours');
    expect((await take(ivy, { answer_id: 'none' })).body.code).toBe('answer.unknown');
    const claim = { subject: 'Data', attribute: 'stands in', value: 'Dublin' };
    const nonsense = { ...claim, value: 'soon', value_kind: 'quantity' };
    expect((await take(ivy, { answer_id: 'dublin', claim: nonsense })).body.code).toBe('value.not_a_number');
    expect(await find(ivy, 'data')).toMatchObject({ status: 'answered', accepted: null });
    const taken = await take(ivy, { answer_id: 'dublin', claim, seen: open.seen });
    expect(taken.body.events.map(({ kind }: { kind: string }) => kind)).toEqual(['claim.changed', 'answer.accepted']);
    const { claims } = (await send(app, ivy, 'GET', `${PURCHASE}/claims`)).body;
    const source = expect.stringMatching(/^Answer of \d{4}-\d\d-\d\d to “Where does our data stand\?”$/);
    expect(claims).toMatchObject([{ ...claim, source, used_for: ['validation'], quote: 'In Dublin.' }]);
    expect(await find(gus, 'data')).toMatchObject({
      status: 'accepted',
      accepted: { by: 'Ivy', claim: 'Data, stands in: Dublin' },
    });
    expect((await similar(gus, 'where is our data standing?')).questions).toMatchObject([
      { question_id: 'data', answer: 'In Dublin.', status: 'accepted' },
    ]);
    const { time_to_answer } = await list(gus);
    expect(time_to_answer).toMatchObject({ n: 1, waiting: 0, median_ms: expect.any(Number) });
    const brief = (await send(app, lead, 'GET', `${PURCHASE}/brief`)).body;
    expect(brief.not_again.map(({ text }: { text: string }) => text).join()).toContain('In Dublin.');
  });

  test('can be put to someone of the pod, and to nobody unknown', async () => {
    const { sellers } = await list(ivy);
    const leo = sellers.find(({ name }: { name: string }) => name === 'Leo Lead');
    expect((await asked(ivy, 'to-leo', { to_id: leo.person_id, text: 'How many people do you have?' })).status).toBe(
      200,
    );
    expect(await find(lead, 'to-leo')).toMatchObject({ to: 'Leo Lead', to_you: true });
    expect((await asked(ivy, 'to-none', { to_id: 'nobody' })).body.code).toBe('question.unknown_person');
    const gus_id = (await send(app, gus, 'GET', `/workspaces/${ours}/me`)).body.person_id;
    await asked(lead, 'to-gus', { to_id: gus_id, text: 'Who signs for the budget?' });
    expect(await find(gus, 'to-gus')).toMatchObject({ to_you: true, by: 'Leo Lead', settles: false });
    expect(await find(ivy, 'to-gus')).toMatchObject({ to_you: false, to: 'Gus' });
  });

  test('can be ten pages long, and no longer', async () => {
    expect((await asked(ivy, 'long', { text: '🙂 '.repeat(6_600) })).status).toBe(200);
    const { status, body } = await asked(ivy, 'longer', { text: 'x'.repeat(20_001) });
    expect([status >= 400, body.detail]).toEqual([true, expect.stringContaining('Shorten it')]);
    await send(app, ivy, 'PUT', `${PURCHASE}/questions/long/closing`, { reason: 'Too long' });
    expect(await find(gus, 'long')).toMatchObject({ status: 'closed', closed: { reason: 'Too long', by: 'Ivy' } });
  });
});

describe('a question without a name', () => {
  test('stands among the buyers, is theirs to who asked alone, and cannot be corrected to tell', async () => {
    const made = await asked(gus, 'nameless', { text: 'Do we trust them?', anonymous: true });
    expect(made.status).toBe(200);
    expect(await find(gus, 'nameless')).toMatchObject({ by: null, named: false, yours: true, zone: 'buyer' });
    expect(await find(ivy, 'nameless')).toMatchObject({ by: null, named: false, yours: false });
    expect(await find(lead, 'nameless')).toBeUndefined();
    expect((await similar(lead, 'Do we trust them?')).questions).toEqual([]);
    const { events } = (await send(app, ivy, 'GET', `${PURCHASE}/events`)).body;
    const entry = events.find(
      ({ kind, zone }: { kind: string; zone: string }) => kind === 'question.asked' && zone === 'buyer',
    );
    expect(entry).toMatchObject({ actor: { id: 'anonymous' }, actor_name: 'someone, without a name' });
    expect(JSON.stringify(events)).not.toContain('question.owned');
    const owned = made.body.events.find(({ kind }: { kind: string }) => kind === 'question.owned');
    const correct = (who: Shown) =>
      send(app, who, 'POST', `${PURCHASE}/corrections`, { event_id: owned.id, body: null });
    expect([(await correct(gus)).body.code, (await correct(ivy)).body.code]).toEqual([
      'question.not_corrected',
      'thing.unknown',
    ]);
    expect((await asked(lead, 'theirs', { anonymous: true })).body.code).toBe('question.named');
  });

  test('is not told by when somebody looked, nor by the order in which they did', async () => {
    for (const who of [ivy, gus]) await send(app, who, 'GET', PURCHASE);
    const gus_id = (await send(app, gus, 'GET', `/workspaces/${ours}/me`)).body.person_id;
    const midnight = /T00:00:00\.000Z$/;
    const told = async (who: Shown) => (await send(app, who, 'GET', `${PURCHASE}/viewings`)).body.viewings;
    const of_gus = (viewings: { person_id: string; last_at: string }[]) =>
      viewings.find(({ person_id }) => person_id === gus_id)?.last_at;
    expect(of_gus(await told(gus))).not.toMatch(midnight);
    expect([of_gus(await told(ivy)), of_gus(await told(lead))]).toEqual([
      expect.stringMatching(midnight),
      expect.stringMatching(midnight),
    ]);
    const ids = (await told(lead)).map(({ person_id }: { person_id: string }) => person_id);
    expect(ids).toEqual([...ids].sort());
    const record = async (who: Shown) => (await send(app, who, 'GET', `${PURCHASE}/people/${gus_id}/record`)).body;
    expect((await record(ivy)).viewings[0].last_at).toMatch(midnight);
    expect((await record(gus)).viewings[0].last_at).not.toMatch(midnight);
    expect(JSON.stringify((await record(ivy)).events)).not.toContain('trust them');
    expect(JSON.stringify((await record(gus)).events)).toContain(
      'You said this without your name: “Do we trust them?”',
    );
  });

  test('is refused in words that tell nothing to who reads only what is shared', async () => {
    expect((await asked(cleo, 'hers', { anonymous: true, zone: 'shared' })).body.code).toBe('zone.not_yours');
    expect((await asked(cleo, 'hers', { text: 'May I see the offer?' })).status).toBe(200);
    expect(await find(cleo, 'nameless')).toBeUndefined();
  });
});

describe('the library', () => {
  const words = { question: 'Where does customer data stand?', answer: 'In Dublin, nowhere else.', source: 'Contract' };
  const publish = (who: Shown, question_id: string, answer_id: string, body: object = words) =>
    send(app, who, 'POST', `${PURCHASE}/questions/${question_id}/answers/${answer_id}/publications`, body);

  test('takes an answer that the supplier gave, in words for everyone, once, and other customers find it', async () => {
    await asked(ivy, 'again', { text: 'Is our data in the EU?' });
    await answered(lead, 'again', 'yes');
    const first = (await publish(lead, 'again', 'yes')).body;
    const second = (await publish(lead, 'again', 'yes', { ...words, answer: 'In Dublin.' })).body;
    expect(second).toMatchObject({
      library_id: first.library_id,
      owner: 'Leo Lead',
      published: true,
      reviewed_on: null,
    });
    const found = await similar(olga, 'where does the customer data stand', other);
    expect(found.library).toMatchObject([{ question: words.question, answer: 'In Dublin.', source: 'Contract' }]);
    expect(JSON.stringify(found)).not.toMatch(/again|Leo|Is our data/);
    const { library_id } = first;
    const kept = { question: words.question, answer: 'In Dublin.', published: false, reviewed: true };
    const put = await send(app, lead, 'PUT', `${LIBRARY}/${library_id}`, kept);
    expect(put.body).toMatchObject({ published: false, reviewed_on: expect.any(String), owner: 'Leo Lead' });
    expect((await similar(olga, 'where does the customer data stand', other)).library).toEqual([]);
    expect((await similar(lead, 'where does the customer data stand')).library).toHaveLength(1);
    expect((await send(app, lead, 'GET', LIBRARY)).body.answers).toMatchObject([{ library_id, published: false }]);
  });

  test('takes nothing of the buyers: not what they keep, not what they said', async () => {
    await asked(ivy, 'inside', { text: 'What may it cost?', zone: 'buyer' });
    await answered(gus, 'inside', 'kept');
    expect((await publish(lead, 'inside', 'kept')).status).toBe(404);
    await asked(lead, 'from-us', { text: 'What do you expect?' });
    await answered(gus, 'from-us', 'theirs');
    expect((await publish(lead, 'from-us', 'theirs')).body.code).toBe('library.not_ours');
    expect((await publish(ivy, 'from-us', 'theirs')).body.code).toBe('caller.not_allowed');
    expect((await publish(headersOf(people.partner), 'again', 'yes')).body.code).toBe('caller.not_allowed');
  });

  test('has an owner of the supplier', async () => {
    const put = (body: object) => send(app, lead, 'PUT', `${LIBRARY}/own`, { ...words, ...body });
    expect((await put({ owner_id: 'nobody' })).body.code).toBe('library.unknown_owner');
    expect((await put({ owner_id: people.member.person_id })).body).toMatchObject({ owner: 'Mia Member' });
  });

  test('holds what is not published where no buyer reads, as the database has it', async () => {
    const client = await app.db.bulk.connect();
    try {
      await client.query('begin');
      for (const [name, value] of [
        ['workspace', ours],
        ['zones', 'shared,buyer'],
      ])
        await client.query('select set_config($1, $2, true)', [`coassent.${name}`, value]);
      await client.query('set local role coassent_app');
      const { rows } = await client.query('select distinct zone from library_answer');
      expect(rows).toEqual([{ zone: 'shared' }]);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});

describe('risks and search', () => {
  test('a risk is set by either side, and found as far as one may read it', async () => {
    const put = (who: Shown, risk_id: string, body: object) =>
      send(app, who, 'PUT', `${PURCHASE}/risks/${risk_id}`, body);
    const owner_id = people.lead.person_id;
    expect((await put(ivy, 'old', { text: 'The old system stops', likelihood: 4, impact: 5, owner_id })).status).toBe(
      200,
    );
    expect((await put(ivy, 'own', { text: 'Our budget is cut', zone: 'buyer' })).status).toBe(200);
    expect((await put(ivy, 'bad', { text: 'x', likelihood: 6 })).status).toBeGreaterThanOrEqual(400);
    const risks = async (who: Shown) => (await send(app, who, 'GET', `${PURCHASE}/risks`)).body.risks;
    expect(await risks(gus)).toMatchObject([
      { risk_id: 'old', severity: 20, owner: 'Leo Lead', state: 'open' },
      { risk_id: 'own', zone: 'buyer' },
    ]);
    expect(await risks(lead)).toHaveLength(1);
    const search = async (who: Shown, q: string) => {
      const { body } = await send(app, who, 'GET', `${PURCHASE}/search?q=${encodeURIComponent(q)}`);
      return body.hits.map(({ kind, id }: { kind: string; id: string }) => `${kind} ${id}`);
    };
    expect(await search(gus, 'budget cut')).toEqual(['risk own']);
    for (const who of [lead, cleo]) expect(await search(who, 'budget cut')).toEqual([]);
    expect(await search(cleo, 'old system')).toEqual(['risk old']);
    expect(await search(lead, 'dublin')).toContain('answer data');
    await send(app, lead, 'POST', `${PURCHASE}/touches`, { channel: 'phone', note: 'They worry about migration' });
    expect((await search(lead, 'worry migration'))[0]).toMatch(/^touch /);
    expect(await search(ivy, '')).toEqual([]);
  });
});
