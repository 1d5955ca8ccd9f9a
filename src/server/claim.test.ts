import { describe, expect, it } from 'vitest';
import { servedApp } from '../../test/served-app.ts';

const { ask, open, name, assent } = await servedApp();

/** A purchase with Dana in, and something said of support by either side. */
async function purchase() {
  const id = await open();
  await name(id, 'dana', ['champion', 'decision_maker', 'evaluator']);
  await ask('PUT', `purchases/${id}/stakeholders/dana/entry`, { as: 'dana', payload: {} });
  const say = (claim_id: string, value: unknown, more: object = {}, as = 'dana') =>
    ask('PUT', `purchases/${id}/claims/${claim_id}`, {
      as,
      payload: { subject: 'Support', attribute: 'answers within', value, unit: 'h', ...more },
    });
  const claims = async (as = 'dana', query = '') => (await ask('GET', `purchases/${id}/claims${query}`, { as })).body;
  const settle = (contradiction_id: string, payload: object, as = 'dana') =>
    ask('POST', `purchases/${id}/contradictions/${contradiction_id}/settlements`, { as, payload });
  return { id, say, claims, settle };
}

describe('claims', () => {
  it('that contradict each other are found, settled by one who says what holds, and mended at the source', async () => {
    const { id, say, claims, settle } = await purchase();
    await say('web', 4, { channel: 'web', used_for: ['supplier_selection'] }, 'sam');
    await assent(id, 'dana', { jobs: [{ job_id: 'supplier_selection' }] });
    await say('offer', '8 h', { channel: 'proposal' }, 'sam');
    const { contradictions } = await claims();
    expect(contradictions).toMatchObject([{ found: true, claim_ids: ['offer', 'web'], relied_on_by: 1 }]);
    const [{ contradiction_id }] = contradictions;
    expect((await settle(contradiction_id, { holds: 'nothing' })).body.code).toBe('contradiction.other_claim');
    const done = await settle(contradiction_id, { holds: 'offer', evidence: 'The contract says so.' });
    // The losing claim is the supplier's: Dana cannot take it back.
    expect(done.body.events.map(({ kind }: { kind: string }) => kind)).toEqual(['contradiction.resolved']);
    const after = await claims();
    expect(after.contradictions).toMatchObject([
      { settled: { by: 'dana', holds: 'offer' }, resolved_at: expect.any(String) },
    ]);
    expect(after.claims.find((one: { claim_id: string }) => one.claim_id === 'web')).toMatchObject({
      state: 'refuted',
    });
    const { body } = await ask('GET', `purchases/${id}/channels`);
    expect(body.answers[0]).toMatchObject({ mend: [{ claim_id: 'web' }], holds: { claim_id: 'offer' } });
    expect((await say('web', 4, { retracted: true })).body.code).toBe('claim.not_yours');
    expect((await say('web', 4, { retracted: true }, 'sam')).status).toBe(200);
  });

  it('of one’s own are taken back with the settlement', async () => {
    const { say, claims, settle } = await purchase();
    await say('a', 4);
    await say('b', 8);
    const [{ contradiction_id }] = (await claims()).contradictions;
    const done = await settle(contradiction_id, { holds: 'b' });
    expect(done.body.events.map(({ kind }: { kind: string }) => kind)).toEqual([
      'contradiction.resolved',
      'claim.changed',
    ]);
    expect((await claims()).claims.map((one: { claim_id: string }) => one.claim_id)).toEqual(['b']);
    expect((await claims('dana', '?all=true')).claims).toHaveLength(2);
  });

  it('that one side keeps open nothing on the other, and what settles them stays there too', async () => {
    const { id, say, claims, settle } = await purchase();
    await say('web', 4, {}, 'sam');
    const before = await claims('sam');
    await say('own', 8, { zone: 'buyer' });
    const [{ contradiction_id }] = (await claims()).contradictions;
    expect(await claims('sam')).toEqual(before);
    await settle(contradiction_id, { holds: 'own', note: 'we measured it' });
    const events = (await ask('GET', `purchases/${id}/events`, { as: 'dana' })).body.events;
    expect(events[0]).toMatchObject({ kind: 'contradiction.resolved', zone: 'buyer' });
    expect(await claims('sam')).toEqual(before);
    expect((await settle(contradiction_id, { holds: 'web' }, 'sam')).body.code).toBe('contradiction.unknown');
  });

  it('are put aside by buyers only, and used for a job by whom it helps', async () => {
    const { id, say } = await purchase();
    await say('web', 4, {}, 'sam');
    const aside = (as: string) =>
      ask('POST', `purchases/${id}/claim-asides`, { as, payload: { claim_ids: ['web', 'none'], aside: true } });
    expect((await ask('GET', `purchases/${id}/overload`, { as: 'dana' })).body).toMatchObject({
      pieces: 1,
      people: 1,
      used: 0,
    });
    expect((await aside('sam')).body.code).toBe('claim.aside_by_buyers');
    expect((await aside('dana')).body.events).toHaveLength(1);
    expect((await ask('GET', `purchases/${id}/overload`, { as: 'dana' })).body).toMatchObject({
      pieces: 0,
      put_aside: [],
    });
    expect((await say('web', 4, { used_for: ['validation'] })).status).toBe(200);
  });

  it('make a sense of each job, an audit and a sheet; the channels are the supplier’s', async () => {
    const { id, say } = await purchase();
    await say('a', 4, { used_for: ['validation'], source: 'the offer', evidence: 'tried' });
    const get = (what: string, as = 'dana') => ask('GET', `purchases/${id}/${what}`, { as });
    expect((await get('jobs/validation/sense')).body).toMatchObject({ established: [{ ground: 'evidence' }] });
    expect((await get('jobs/none/sense')).status).toBe(404);
    expect((await get('claim-audit')).body).toMatchObject({ by_one: [], without_evidence: [] });
    expect((await get('sheet')).body.markdown).toContain('options side by side');
    expect((await get('channels')).body.code).toBe('caller.not_allowed');
  });

  it.each([
    [{ value: '1 May 20266', value_kind: 'date' }, 'date.year'],
    [{ value: 'soon', value_kind: 'quantity' }, 'value.not_a_number'],
    [{ value: 4, value_kind: 'quantity', unit: 'h//' }, 'unit.unreadable'],
    [{ value: 4, valid_from: '2027-01-02', valid_to: '2027-01-01' }, 'claim.validity'],
  ])('%j: a sentence that says what to do', async (more, code) => {
    const { say } = await purchase();
    const { status, body } = await say('a', 4, more);
    expect([status, body.code]).toEqual([422, code]);
    expect(body.detail).toMatch(/\.$/);
  });
});

describe('proposals', () => {
  it('come from a text or a page, beside what is known, and write nothing', async () => {
    const { id, say, claims } = await purchase();
    await say('web', 4, {}, 'sam');
    const propose = async (payload: object) =>
      (await ask('POST', `purchases/${id}/claim-proposals`, { as: 'dana', payload })).body;
    const page =
      '<html><head><title>1 h</title></head><body><script>2 h</script><h2>Support</h2><p>answers within: 8 h</p></body></html>';
    const found = await propose({ text: page, format: 'html' });
    expect(found).toMatchObject({
      text: '# Support\nanswers within: 8 h',
      proposals: [{ text: '8 h', subject: 'Support', known: { claim_id: 'web', verdict: 'conflict', text: '4 h' } }],
      said: null,
    });
    expect(await propose({ text: '' })).toMatchObject({ proposals: [] });
    expect((await claims()).claims).toHaveLength(1);
  });
});
