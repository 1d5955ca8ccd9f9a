import type { BodyOf } from './event.ts';

type JobBody = BodyOf<'job.added'>;

const QUORUM = '2/3';
const job = (
  job_id: string,
  name: string,
  sentence: string,
  required_roles: JobBody['required_roles'],
  rests_on: JobBody['rests_on'],
  phase: JobBody['phase'] = 'decide',
): JobBody => ({ job_id, name, sentence, phase, required_roles, rests_on, quorum: QUORUM });

const BUYING_6: readonly JobBody[] = [
  job(
    'problem_identification',
    'Problem identification',
    'We agree what the problem is and that it is worth solving.',
    ['champion', 'decision_maker'],
    ['problem_statement'],
  ),
  job(
    'solution_exploration',
    'Solution exploration',
    'We have looked at enough kinds of solution, doing nothing included.',
    ['champion'],
    ['options'],
  ),
  job(
    'requirements_building',
    'Requirements building',
    'The requirements are right and complete enough to choose by.',
    ['champion', 'evaluator'],
    ['requirements'],
  ),
  job(
    'supplier_selection',
    'Supplier selection',
    'This option is the one I would choose.',
    ['decision_maker', 'evaluator'],
    ['requirements', 'options', 'scores', 'claims_used'],
  ),
  job(
    'validation',
    'Validation',
    'What we were told has been checked, and the value case holds.',
    ['evaluator', 'finance'],
    ['claims_used', 'agreed_assumptions', 'net_value'],
  ),
  job(
    'consensus_creation',
    'Consensus creation',
    'I can live with this decision and will support it.',
    ['decision_maker', 'approver'],
    ['chosen_option', 'net_value', 'decision_makers'],
  ),
];

const LIFECYCLE_5: readonly JobBody[] = [
  job(
    'learn',
    'Learn',
    'We understand our problem and the ways to solve it well enough to choose.',
    ['champion'],
    ['problem_statement', 'requirements', 'options'],
  ),
  job(
    'buy',
    'Buy',
    'This is the right choice at the right value, and I will support it.',
    ['decision_maker', 'approver'],
    ['requirements', 'options', 'scores', 'claims_used', 'chosen_option', 'net_value', 'decision_makers'],
  ),
  job(
    'order_and_install',
    'Order & install',
    'What we ordered is here and works where we need it.',
    ['champion', 'procurement'],
    ['chosen_option'],
    'after',
  ),
  job('adopt', 'Adopt', 'The people it was bought for use it in their work.', ['champion', 'user'], [], 'after'),
  job(
    'support',
    'Support',
    'When we need help we get it, and it solves what we asked.',
    ['user'],
    ['claims_used'],
    'after',
  ),
];

/** The presets a purchase can start with; each list is copied into the purchase and is its own from then on. */
export const TEMPLATES = {
  'buying-6': BUYING_6,
  'core-4': BUYING_6.slice(0, 4),
  'lifecycle-5': LIFECYCLE_5,
  none: [],
} as const satisfies Record<string, readonly JobBody[]>;

export type TemplateName = keyof typeof TEMPLATES;
