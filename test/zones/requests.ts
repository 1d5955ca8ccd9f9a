import { type OperationName, operations } from '../../src/contract/operations.ts';
import { mappingOf } from '../fixtures/importing.ts';

/** What is not asked in two worlds, each with the reason. A new operation is either here, or asked. */
export const NOT_ASKED: Partial<Record<OperationName, string>> = {
  'live.stream': 'never ends; compared in live.test.ts, as it comes over HTTP',
  'workspaces.list': 'lists what is on this machine, the other worlds too; holds no content',
  'workspaces.create': 'makes another world',
  'accounts.me': 'about an account, outside of any workspace',
  'accounts.make_workspace': 'makes another world',
  'account_sessions.list': 'about an account, outside of any workspace',
  'account_sessions.delete': 'about an account, outside of any workspace',
  'buyers.me': 'a buyer’s own list, of all their rooms',
  'buyer_records.archive': 'a buyer’s own identity, across suppliers',
  'buyer_erasures.create': 'erases a buyer from all rooms; tested in src/server/erasure.test.ts',
  'buyer_sessions.delete': 'ends the session that asks',
  'mailbox.list': 'for who runs the machine, who could read the database; the mails themselves are compared',
  'owner_sessions.create': 'for who runs the machine',
  'calendars.get': 'of nobody who asks; what a feed tells is compared in src/server/plan.test.ts',
  'imports.create': 'runs on in a worker; what it may write is what the fixture writes',
};

/** The last of all: after them there is less to ask. */
const LAST: OperationName[] = ['jobs.delete', 'departures.put', 'members.delete', 'rooms.close', 'erasures.create'];

/** What stands in the path: ids that the other side uses for what it keeps. */
export const IN_PATH: Record<string, string> = {
  purchase_id: 'lathe',
  job_id: 'validation',
  requirement_id: 'r',
  option_id: 'o',
  claim_id: 'c',
  contradiction_id: 'k',
  assumption_id: 'a',
  driver_id: 'd',
  question_id: 'q',
  answer_id: 'w',
  risk_id: 'k',
  step_id: 's',
  file_id: 'f',
  template_id: 'ours',
  pod_id: 'north',
};

/** What is sent to operations that write; with `seen: null`, as the sender knows of nothing there. */
const BODIES: Partial<Record<OperationName, object | ((person_id: string) => object)>> = {
  'people.create': { name: 'New' },
  'assents.create': (person_id) => ({
    person_id,
    stance: 'given',
    jobs: [{ job_id: 'validation', seen: null }],
    confidence: 4,
  }),
  'corrections.create': { event_id: 'shared-3', body: null },
  'jobs.create': { job_id: 'j', name: 'Job', sentence: 'It is done.' },
  'purchases.create': { purchase_id: 'mill', name: 'Mill' },
  'name.put': { name: 'Lathe 2' },
  'amount.put': { amount_minor: 100, currency: 'EUR' },
  'stage.put': { stage: 'Offer' },
  'problem.put': { statement: 'It is slow', seen: null },
  'outcomes.create': { outcome: 'no_decision' },
  'revivals.create': {},
  'stakeholders.put': { name: 'Eve', roles: ['finance'] },
  'entries.put': {},
  'departures.put': {},
  'roles.put': { roles: ['champion', 'user'] },
  'delegates.put': { delegate_id: 'eve' },
  'wordings.put': { sentence: 'It is right.' },
  'rules.put': { quorum: '1/2' },
  'jobs.delete': {},
  'shakes.create': { reason: 'The law changed' },
  'private_reasons.put': { reason: 'Mine' },
  'evidence.create': { job_id: 'validation', signal: 'started' },
  'touches.create': { channel: 'phone' },
  'requirements.put': { text: 'It drills', seen: null },
  'options.put': { name: 'Ours', seen: null },
  'scores.put': { score: 5, seen: null },
  'costs.put': { cost: { amount_minor: 100, currency: 'EUR' }, seen: null },
  'weights.put': { method: 'ranking', answers: [{ requirement_id: 'open', value: 1 }], seen: null },
  'weights_aside.put': {},
  'requirement_lists.create': { text: 'It hums\nIt drills' },
  'requirements.create': { requirements: [{ text: 'It hums', priority: 'could' }] },
  'claims.put': { subject: 'a', attribute: 'b', value: 1, seen: null },
  'contradictions.put': { claim_ids: ['c'] },
  'resolutions.put': {},
  'claim_proposals.create': { text: 'Support\nanswers: 2 h' },
  'summaries.create': {},
  'settlements.create': { holds: 'c' },
  'claim_asides.create': { claim_ids: ['c', 'web'], aside: true },
  'assumptions.put': { name: 'Hours', value: 3, seen: null },
  'file_links.create': { name: 'Terms', link: 'https://vendor.example/terms' },
  'files.put': { name: 'Draft', seen: null },
  'pulse_answers.create': (person_id) => ({ person_id, item: 'ease', value: 4 }),
  'pulse_skips.create': (person_id) => ({ person_id, item: 'confidence' }),
  'judgements.put': { judgement: 'agreed' },
  'comments.create': { comment: 'A quiet month' },
  'drivers.put': { name: 'Fewer stops', formula: 'hours * 2', seen: null },
  'value_terms.put': { horizon_months: 24 },
  'realised.put': { month: '2026-02', amount_minor: 5, currency: 'EUR', seen: null },
  'value.begin': { template: 'uptime', values: { stops: 4 } },
  'value.preview': { file_name: 'a.csv', content: Buffer.from('name,value\nHours,4\n').toString('base64') },
  'value.import': { file_name: 'a.csv', content: Buffer.from('name,value\nDays,4\n').toString('base64') },
  'questions.put': { text: 'Does it hum?' },
  'answers.put': { text: 'It does.' },
  'acceptances.create': { answer_id: 'w' },
  'closings.put': { reason: 'Said already' },
  'risks.put': { text: 'It stops', seen: null },
  'library_answers.put': { question: 'Does it hum?', answer: 'It does.' },
  'publications.create': { question: 'Does it hum?', answer: 'It does.' },
  'plan_terms.put': { target_on: '2026-09-30', seen: null },
  'steps.put': { name: 'It is tried', due_on: '2026-05-04', seen: null },
  'step_progress.create': { to: 'started' },
  'step_comments.create': { comment: 'On time' },
  'plans.begin': { template: 'software', starts_on: '2026-05-04' },
  'net_value.put': { amount_minor: 7, currency: 'EUR', seen: null },
  'previews.create': { mapping: mappingOf({ columns: { deal: 'purchase', what: 'activity', when: 'time' } }) },
  'retractions.put': {},
  'mappings.put': { mapping: mappingOf({ columns: { deal: 'purchase' } }) },
  'templates.put': { name: 'Ours', jobs: [] },
  'members.put': { role: 'lead' },
  'invitations.create': { email: 'nia@vendor.example', name: 'Nia', role: 'member' },
  'invitations.accept': { token: 'x'.repeat(43) },
  'pods.put': { name: 'North', region: null, members: [] },
  'pod_purchases.put': { pod_id: null },
  'keys.create': { name: 'k', scopes: ['read'] },
  'sso.put': {
    label: 'Ours',
    // An address that is never asked: it is private.
    issuer: 'https://10.0.0.1',
    client_id: 'c',
    client_secret: 's',
    domains: ['vendor.example'],
    default_role: 'member',
    required: false,
  },
  'sso_tests.create': {},
  'sso.offers': { email: 'nia@vendor.example' },
  'sso_attempts.create': {},
  'rooms.put': { rung: 'verified' },
  'rooms.close': {},
  'passes.create': { email: 'new@mills.example', name: 'New' },
  'passes.spend': {},
  'passes.renew': {},
  'notice_readings.create': { notice_ids: null },
  'notice_settings.put': { most_often: 'hour', time_zone: 'Europe/Berlin' },
  'notice_retries.create': {},
  'unsubscribes.create': {},
  'presences.put': { page: 'start' },
  'rooms.look': { secret: 'x'.repeat(43) },
  'rooms.enter': { secret: 'x'.repeat(43), name: 'Who' },
  'guests.put': { reach: 'all' },
  'erasures.create': (person_id) => ({ person_id, confirmed: true }),
  'seller_erasures.create': { person_id: 'eve', confirmed: true },
  'reviews.put': { state: 'kept' },
  'buyer_reviews.put': { state: 'blanked' },
  'brands.put': { name: 'House', colour: '#0a6b58' },
  'retention.put': {
    ...{ viewings_days: 90, mails_days: null, uploads_days: null, spent_days: 30, identities_months: null },
  },
  'moves.create': { event_id: 'shared-3', to: 'buyer', confirmed: true },
};

/** Filters and orders that reads are asked with besides none. */
const QUERIES: Partial<Record<OperationName, string[]>> = {
  'purchases.list': [
    ...['last', 'opened', 'amount', 'name'].map((sort) => `sort=${sort}`),
    ...['q=canary', 'outcome=lost', 'outcome=open', 'needs_help=true', 'held=true', 'stage=canary'],
    'as_of=2026-03-01T10:00:00.000Z',
  ],
  'purchases.count': ['q=canary', 'outcome=lost', 'needs_help=true', 'as_of=2026-03-01T10:00:00.000Z'],
  'purchases.get': ['as_of=2026-03-01T10:00:00.000Z', 'known=2026-03-01T10:00:00.000Z'],
  'purchases.events': ['kinds=assent,requirement', 'as_of=2026-03-01T10:00:00.000Z', 'cursor=secret-0'],
  'value.get': ['as_of=2026-03-01T10:00:00.000Z'],
  'plans.get': ['as_of=2026-03-01T10:00:00.000Z'],
  'audit.list': ['action=export', 'person_id=eve', 'limit=1'],
  'buyer_audit.list': ['action=export', 'person_id=eve', 'limit=1'],
  'audit.export': ['format=jsonl'],
  'buyer_audit.export': ['format=jsonl'],
  'memos.get': ['people=names', 'sections=value,people'],
  'memo_files.get': ['format=md&people=names'],
  'file_contents.get': [`version=${'47'.repeat(32)}`],
  'claims.list': ['q=canary', 'channel=web', 'option_id=o', 'all=true'],
  'questions.similar': ['q=canary', 'q=canary-question'],
  'searches.get': ['q=canary', 'q=canary+answer', 'q=canary-risk&limit=5'],
  'journeys.get': ['lens=activities', 'outcome=lost'],
};

/** What no operation takes: strict schemas refuse it. */
const MALFORMED = 'nobody_knows_this';
export const isMalformed = (body: object | undefined): boolean => body !== undefined && MALFORMED in body;

export interface Wanted {
  name: OperationName;
  method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  path: string;
  body?: object;
}

const names = (Object.keys(operations) as OperationName[]).filter((name) => NOT_ASKED[name] === undefined);
const address = (name: OperationName, person_id: string): string =>
  operations[name].path.replaceAll(/:(\w+)/g, (whole, part: string) =>
    part === 'workspace_id' ? whole : part === 'person_id' ? person_id : (IN_PATH[part] ?? 'x'),
  );

/** Every read, with and without filters. @param person_id who is meant where the path names a person */
export const reads = (person_id: string): Wanted[] =>
  names
    .filter((name) => operations[name].method === 'GET')
    .flatMap((name) => {
      const path = address(name, person_id);
      return [path, ...(QUERIES[name] ?? []).map((query) => `${path}?${query}`)].map((one) => ({
        ...{ name, method: 'GET' as const, path: one },
      }));
    });

/** Every write: as it should be, and then malformed. Fails for one of which nobody said what to send. */
export const writes = (person_id: string): Wanted[] =>
  names
    .filter((name) => operations[name].method !== 'GET' && name !== 'uploads.create')
    .sort((one, other) => LAST.indexOf(one) - LAST.indexOf(other))
    .flatMap((name) => {
      const { method } = operations[name];
      const path = address(name, name === 'stakeholders.put' ? 'eve' : person_id);
      const takes_body = 'body' in operations[name];
      const given = BODIES[name];
      if (takes_body && given === undefined) throw new Error(`say in requests.ts what to send to ${name}`);
      const body = typeof given === 'function' ? given(person_id) : given;
      const asked = { name, method, path } as Wanted;
      if (!takes_body || body === undefined) return [asked];
      return [
        { ...asked, body: { ...body, [MALFORMED]: 1 } },
        { ...asked, body },
      ];
    });
