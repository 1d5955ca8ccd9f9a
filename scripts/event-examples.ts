import type { EventKind } from '../src/core/event.ts';

/** A line as it would stand in a file, without its purchase and time. */
interface Example {
  body: Record<string, unknown>;
  [field: string]: unknown;
}

const seller = { kind: 'person', id: 'sam', side: 'seller' };
const assent = (more: Record<string, unknown> = {}): Example => ({
  body: { job_id: 'validation', person_id: 'ann', ...more },
});
const job = {
  job_id: 'security_review',
  name: 'Security review',
  sentence: 'The security questions are answered.',
  phase: 'decide',
  required_roles: ['security'],
  rests_on: ['claims_used'],
  quorum: '1/2',
};

/** One example of each kind; the documentation shows them, and a test reads them. */
export const EXAMPLES: Record<EventKind, Example> = {
  'purchase.opened': { body: { name: 'Warehouse software', account_name: 'Example Ltd', template: 'buying-6' } },
  'purchase.renamed': { body: { name: 'Warehouse software, two sites' } },
  'purchase.amount_changed': { body: { amount_minor: 12_000_000, currency: 'EUR' } },
  'purchase.stage_changed': { body: { stage: 'Proposal', odds: 0.6, closes_on: '2026-06-30' }, actor: seller },
  'purchase.problem_stated': { body: { statement: 'Picking errors cost us two days a week.' } },
  'purchase.outcome_reached': { body: { outcome: 'bought' } },
  'purchase.revived': { body: { reason: 'The budget came back.' } },
  'stakeholder.named': { body: { person_id: 'ann', name: 'Ann', function: 'Logistics', roles: ['champion'] } },
  'stakeholder.entered': { body: { person_id: 'ann' } },
  'stakeholder.left': { body: { person_id: 'ann', reason: 'Another department.' } },
  'stakeholder.roles_changed': { body: { person_id: 'ann', roles: ['champion', 'user'] } },
  'stakeholder.delegate_named': { body: { person_id: 'ann', delegate_id: 'ben' } },
  'job.added': { body: job },
  'job.reworded': { body: { job_id: 'validation', sentence: 'What we were told has been checked.' } },
  'job.rule_changed': { body: { job_id: 'validation', required_roles: ['evaluator'], quorum: '1/2' } },
  'job.removed': { body: { job_id: 'validation' } },
  'assent.given': assent({ confidence: 4 }),
  'assent.reaffirmed': assent(),
  'assent.working': assent(),
  'assent.withheld': assent({ reason: 'The references are missing.' }),
  'assent.withdrawn': assent({ reason: 'The references did not hold.' }),
  'assent.aside': assent({ reason: 'Not mine to judge.' }),
  'assent.shaken': { body: { job_id: 'validation', reason: 'The law changed.' } },
  'assent.private_reason': assent({ reason: 'I do not trust their support.' }),
  'evidence.recorded': {
    body: { job_id: 'validation', signal: 'advanced', activity: 'Reference call held', person_id: 'ann' },
    zone: 'seller',
    import_id: 'crm-2026-03',
    source: 'crm',
  },
  'touch.recorded': { body: { channel: 'video', person_ids: ['ann'], sides: ['buyer', 'seller'], duration_s: 1800 } },
  'requirement.changed': {
    body: {
      requirement_id: 'r1',
      text: 'Data stays in the EU',
      priority: 'must',
      why: 'Our customers are promised it.',
      matters_to: ['ben'],
      check: 'Read the list of data centres in the contract.',
      owner_id: 'ben',
    },
  },
  'option.changed': { body: { option_id: 'o1', name: 'Example WMS', kind: 'this_supplier', chosen: true } },
  'option.costed': {
    body: { option_id: 'o1', cost: { amount_minor: 41_000_000, currency: 'EUR' }, note: 'Five years, our hours too.' },
  },
  'score.changed': {
    body: {
      option_id: 'o1',
      requirement_id: 'r1',
      score: 80,
      low: 70,
      high: 90,
      claim_ids: ['c1'],
      evidence: [{ kind: 'test', reference: 'Trial of 3 June, sheet 2' }],
    },
  },
  'weights.stated': {
    body: { person_id: 'ann', method: 'swing', answers: [{ requirement_id: 'r1', value: 100 }] },
  },
  'weights.aside': { body: { person_id: 'ben', reason: 'I only look after the contract.' } },
  'claim.changed': {
    body: {
      claim_id: 'c1',
      subject: 'support',
      attribute: 'answers within',
      value: 4,
      unit: 'h',
      source: 'contract draft',
      used_for: ['validation'],
    },
  },
  'contradiction.opened': { body: { contradiction_id: 'x1', claim_ids: ['c1', 'c2'], note: 'A reference said 8 h.' } },
  'contradiction.resolved': { body: { contradiction_id: 'x1', holds: 'c1' } },
  'assumption.changed': { body: { assumption_id: 'a1', name: 'hours saved', value: 12, unit: 'h', state: 'agreed' } },
  'assumption.judged': {
    body: { assumption_id: 'a1', person_id: 'ann', judgement: 'disputed', reason: 'We count 9 h.' },
  },
  'assumption.commented': { body: { assumption_id: 'a1', comment: 'Counted in March; a quiet month.' } },
  'driver.changed': {
    body: {
      driver_id: 'd1',
      name: 'Fewer hours',
      formula: 'hours_saved * hourly_rate',
      kind: 'benefit',
      ramp_months: 3,
      matters_to: ['user'],
    },
  },
  'case.set': { body: { horizon_months: 36, periods: 'year', discount_rate_id: 'a9', currency: 'EUR' } },
  'realised.recorded': {
    body: {
      driver_id: 'd1',
      month: '2026-09',
      amount_minor: 410_000,
      currency: 'EUR',
      cause: 'Two sites started late.',
    },
  },
  'plan.set': {
    body: { target_on: '2026-09-30', time_zone: 'Europe/Berlin', weekend: [6, 7], holidays: ['2026-05-01'] },
  },
  'step.changed': {
    body: {
      step_id: 's2',
      name: 'Review security and data protection',
      owner_side: 'buyer',
      owner_role: 'security',
      after_id: 's1',
      after_days: 10,
      duration_days: 5,
      depends_on: ['s1'],
      job_id: 'validation',
      internal: 'security',
      checklist: [{ item_id: 'k1', text: 'Where data is kept' }],
    },
  },
  'step.progressed': { body: { step_id: 's2', to: 'done', on: '2026-04-30' } },
  'step.commented': { body: { step_id: 's2', comment: 'The papers came on Monday.' } },
  'net_value.changed': { body: { amount_minor: 4_500_000, currency: 'EUR' } },
  'file.changed': {
    body: {
      file_id: 'f1',
      name: 'Contract draft.pdf',
      job_id: 'validation',
      content: { sha256: '9f'.repeat(32), size_bytes: 182_044, media_type: 'application/pdf' },
    },
  },
  'pulse.answered': { body: { person_id: 'ann', item: 'ease', value: 4 } },
  'pulse.skipped': { body: { person_id: 'ann', item: 'confidence' } },
  'question.asked': {
    body: { question_id: 'q1', text: 'Where does our data stand?', to_side: 'seller', job_id: 'validation' },
  },
  'question.answered': {
    body: { question_id: 'q1', answer_id: 'w1', text: 'In Frankfurt and Dublin, nowhere else.' },
    actor: seller,
  },
  'question.owned': { body: { question_id: 'q2' } },
  'question.closed': { body: { question_id: 'q2', reason: 'It was asked twice.' } },
  'answer.accepted': { body: { question_id: 'q1', answer_id: 'w1', claim_id: 'c7' } },
  'risk.changed': {
    body: {
      risk_id: 'k1',
      text: 'The old system is switched off before ours runs.',
      for_whom: 'The night shift',
      likelihood: 2,
      impact: 5,
      mitigation: 'Both run for a month.',
      owner_id: 'ben',
    },
  },
  'import.retracted': { body: { import_id: 'crm-2026-03', reason: 'The wrong file.' } },
  'import.restored': { body: { import_id: 'crm-2026-03' } },
  'event.corrected': { body: { event_id: 'e17', body: null, reason: 'Ann never said that.' } },
  'person.erased': { body: { person_id: 'ann', erasure_id: 'x4' } },
  'text.blanked': { body: { event_id: 'e17', place: 'note', erasure_id: 'x4' } },
  'event.zone_moved': { zone: 'buyer', body: { event_id: 'e17', to: 'shared' } },
};
