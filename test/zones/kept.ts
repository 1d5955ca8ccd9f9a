import type { Side } from '../../src/core/body/words.ts';
import type { Command } from '../../src/core/decide.ts';
import { EVENT_KINDS, type EventKind } from '../../src/core/event.ts';

/** Who acts in a world. */
export interface Cast {
  buyer: string;
  seller: string;
}

/** What both sides know of the purchase `lathe`. */
export const shared = ({ buyer }: Cast): [Side, Command][] => [
  ['seller', { kind: 'purchase.opened', body: { name: 'Lathe', template: 'buying-6', account_name: 'Mills' } }],
  ['seller', { kind: 'stakeholder.named', body: { person_id: buyer, name: 'Dana', roles: ['champion'] } }],
  ['buyer', { kind: 'stakeholder.entered', body: { person_id: buyer } }],
  ['buyer', { kind: 'requirement.changed', body: { requirement_id: 'open', text: 'It turns' } }],
  ['buyer', { kind: 'assent.given', body: { job_id: 'problem_identification', person_id: buyer } }],
  // What is kept below contradicts this; that it does is to be seen on its own side only.
  ['seller', { kind: 'claim.changed', body: { ...answer('web', 4), used_for: ['supplier_selection'] } }],
  ['buyer', { kind: 'assent.given', body: { job_id: 'supplier_selection', person_id: buyer } }],
];

/** What is said of one thing. */
const answer = (claim_id: string, value: number) => ({
  ...{ claim_id, value, subject: 'Support', attribute: 'answers', unit: 'h' },
});

/** A file with a content that is nowhere. */
const file = (mark: (what: string) => string, zone: Side): Command => ({
  kind: 'file.changed',
  body: {
    ...{ file_id: 'f', name: mark('file'), job_id: 'validation' },
    content: { sha256: '47'.repeat(32), size_bytes: 4_711, media_type: 'application/pdf' },
  },
  zone,
});

/**
 * Everything that a side can keep to itself, each text made by `mark`. Ids are such as the other side could choose too:
 * they must tell it nothing.
 */
export function kept(side: Side, { buyer }: Cast, mark: (what: string) => string): Command[] {
  const zone = side;
  const both: Command[] = [
    { kind: 'requirement.changed', body: { requirement_id: 'r', text: mark('requirement') }, zone },
    { kind: 'option.changed', body: { option_id: 'o', name: mark('option'), kind: 'do_nothing' }, zone },
    {
      kind: 'score.changed',
      body: {
        ...{ option_id: 'o', requirement_id: 'r', score: 47.11 },
        evidence: [{ kind: 'test', reference: mark('trial') }],
      },
      zone,
    },
    {
      kind: 'option.costed',
      body: { option_id: 'o', cost: { amount_minor: 4_711_11, currency: 'EUR' }, note: mark('cost') },
      zone,
    },
    { kind: 'purchase.problem_stated', body: { statement: mark('problem') }, zone },
    { kind: 'purchase.renamed', body: { name: mark('name') }, zone },
    { kind: 'purchase.amount_changed', body: { amount_minor: 4_711_00, currency: 'EUR' }, zone },
    ...claimed(zone, mark),
    {
      kind: 'assumption.changed',
      body: {
        ...{ assumption_id: 'a', name: mark('assumption'), symbol: 'rate', value: 47, source: mark('origin') },
        state: side === 'buyer' ? ('agreed' as const) : ('proposed' as const),
      },
      zone,
    },
    {
      kind: 'requirement.changed',
      body: { requirement_id: 'weighed', text: mark('weighed'), why: mark('why'), check: mark('check') },
      zone,
    },
    { kind: 'assumption.commented', body: { assumption_id: 'a', comment: mark('comment') }, zone },
    {
      kind: 'driver.changed',
      body: { driver_id: 'd', name: mark('driver'), symbol: 'kept_driver', formula: 'a_kept * 2' },
      zone,
    },
    { kind: 'case.set', body: { horizon_months: 47, discount_rate_id: 'a' }, zone },
    {
      kind: 'realised.recorded',
      body: { driver_id: 'd', month: '2026-02', amount_minor: 4_747, currency: 'EUR', cause: mark('cause') },
      zone,
    },
    ...keptSteps(zone, mark),
    { kind: 'net_value.changed', body: { amount_minor: 815_00, currency: 'EUR' }, zone },
    file(mark, zone),
    { kind: 'touch.recorded', body: { channel: 'phone', note: mark('touch'), activity: mark('activity') }, zone },
    { kind: 'evidence.recorded', body: { job_id: 'validation', signal: 'completed', note: mark('evidence') }, zone },
    { kind: 'purchase.outcome_reached', body: { outcome: 'lost', reason: mark('outcome') }, zone },
    { kind: 'purchase.revived', body: { reason: mark('revival') }, zone },
    ...saidIn(side, mark),
    { kind: 'person.erased', body: { person_id: 'gone', erasure_id: 'x' }, zone },
    { kind: 'text.blanked', body: { event_id: 'e', place: 'note', erasure_id: 'x' }, zone },
  ];
  if (side === 'seller') return [...both, { kind: 'purchase.stage_changed', body: { stage: mark('stage') } }];
  return [
    ...both,
    // Nobody says where this one stands: others' options are the buyers' by default.
    { kind: 'option.changed', body: { option_id: 'other', name: mark('other supplier'), kind: 'other_supplier' } },
    {
      kind: 'weights.stated',
      body: {
        ...{ person_id: buyer, method: 'swing', sentence: mark('weighing') },
        answers: [{ requirement_id: 'open', value: 47.11 }],
      },
      zone,
    },
    {
      kind: 'stakeholder.named',
      body: { person_id: 'eve', name: mark('person'), function: mark('function'), roles: ['finance'] },
      zone,
    },
    { kind: 'stakeholder.roles_changed', body: { person_id: buyer, roles: ['champion', 'approver'] }, zone },
    {
      kind: 'job.added',
      body: {
        ...{ job_id: 'j', name: mark('job'), sentence: mark('sentence'), phase: 'decide' as const },
        ...{ required_roles: ['finance' as const], rests_on: [], quorum: '1/2' },
      },
      zone,
    },
    {
      kind: 'assumption.judged',
      body: { assumption_id: 'a', person_id: buyer, judgement: 'disputed', reason: mark('dispute') },
      zone,
    },
    { kind: 'job.reworded', body: { job_id: 'validation', sentence: mark('wording') }, zone },
    { kind: 'job.rule_changed', body: { job_id: 'supplier_selection', quorum: '1/1' }, zone },
    { kind: 'assent.withheld', body: { job_id: 'validation', person_id: buyer, reason: mark('reason') }, zone },
    { kind: 'assent.shaken', body: { job_id: 'problem_identification', reason: mark('shaken') }, zone },
    { kind: 'assent.given', body: { job_id: 'requirements_building', person_id: buyer, reason: mark('assent') }, zone },
    {
      kind: 'assent.private_reason',
      body: { job_id: 'problem_identification', person_id: buyer, reason: mark('private reason') },
    },
    { kind: 'pulse.answered', body: { person_id: buyer, item: 'information_contradictory', value: 2 } },
  ];
}

/** Claims of a side's own, and what it says of how they contradict each other. */
function claimed(zone: Side, mark: (what: string) => string): Command[] {
  return [
    {
      kind: 'claim.changed',
      body: {
        ...{ claim_id: 'c', subject: mark('subject'), attribute: mark('attribute') },
        ...{ value: mark('value'), source: mark('source'), document: mark('document'), quote: mark('quote') },
        ...{ said_by: mark('said by'), evidence: mark('what shows it'), condition: mark('condition') },
      },
      zone,
    },
    { kind: 'claim.changed', body: { ...answer('own', 8), used_for: ['supplier_selection'] }, zone },
    {
      kind: 'contradiction.resolved',
      body: { contradiction_id: 'f', claim_ids: ['web', 'own'], holds: 'own', evidence: mark('settlement') },
      zone,
    },
    {
      kind: 'contradiction.opened',
      body: { contradiction_id: 'k', claim_ids: ['c'], note: mark('contradiction') },
      zone,
    },
    { kind: 'contradiction.resolved', body: { contradiction_id: 'k', note: mark('resolution') }, zone },
  ];
}

/** A thread and a risk of a side's own. */
function saidIn(zone: Side, mark: (what: string) => string): Command[] {
  return [
    // Of the buyers, without a name: who it was is kept from everyone.
    {
      kind: 'question.asked',
      body: { question_id: 'q', text: mark('question'), ...(zone === 'buyer' && { anonymous: true }) },
      zone,
    },
    { kind: 'question.answered', body: { question_id: 'q', answer_id: 'w', text: mark('answer') }, zone },
    { kind: 'answer.accepted', body: { question_id: 'q', answer_id: 'w' }, zone },
    { kind: 'question.closed', body: { question_id: 'q', reason: mark('closing') }, zone },
    {
      kind: 'risk.changed',
      body: {
        ...{ risk_id: 'k', text: mark('risk'), for_whom: mark('for whom'), mitigation: mark('mitigation') },
        ...{ likelihood: 4, impact: 5 },
      },
      zone,
    },
  ];
}

/** A step of a plan that a side keeps, and what it says of them. */
function keptSteps(zone: Side, mark: (what: string) => string): Command[] {
  return [
    {
      kind: 'step.changed',
      body: {
        ...{ step_id: 's', name: mark('step'), internal: 'legal' as const, due_on: '2026-04-07' },
        checklist: [{ item_id: 'i', text: mark('checklist') }],
      },
      zone,
    },
    { kind: 'step.progressed', body: { step_id: 's', to: 'done', item_id: 'i' }, zone },
    { kind: 'step.commented', body: { step_id: 's', comment: mark('remark') }, zone },
  ];
}

/** Kinds that stand in a side's own zone and are not planted above, each with the reason. */
const NOT_PLANTED: Partial<Record<EventKind, string>> = {
  'weights.aside': 'takes the place of weights.stated',
  'assent.reaffirmed':
    'has no text and stands only after a shaken assent; the state it leads to is that of assent.given',
  'assent.working': 'has no text; takes the place of the stances above',
  'assent.withdrawn': 'takes back what stands above',
  'assent.aside': 'takes the place of the stances above',
  'question.owned': 'is written with what is said without a name, which is above',
  'pulse.skipped': 'has no text; rests the question as an answer does, which is above',
  'stakeholder.left': 'takes the person of the other events out',
  'stakeholder.delegate_named': 'needs a second person who entered',
  'job.removed': 'takes the job of the other events out',
  'event.corrected': 'needs the id of another event; tested in src/core/fold.test.ts',
  'event.zone_moved': 'is written by moves.create, tested in src/server/move.test.ts and src/core/moving.test.ts',
};

/** Kinds that could be kept by a side and that no world keeps: a new kind has to be planted, or left out with a reason. */
export function notPlanted(side: Side): string[] {
  const planted = new Set<string>(kept(side, { buyer: 'b', seller: 's' }, () => 'x').map(({ kind }) => kind));
  return Object.entries(EVENT_KINDS)
    .filter(([, { zones }]) => (zones as readonly string[]).includes(side))
    .map(([kind]) => kind)
    .filter((kind) => !planted.has(kind) && NOT_PLANTED[kind as EventKind] === undefined)
    .filter((kind) => side === 'buyer' || !/^(stakeholder|job|assent|score)\.|^option\.costed$/.test(kind));
}
