import { jobPresets } from '../catalogue/job-presets.ts';
import { inLanguage } from '../catalogue/language.ts';
import type { BodyOf } from './event.ts';

type JobBody = BodyOf<'job.added'>;
type PresetId = keyof typeof jobPresets;
/** A job of a preset, without what it is called: that depends on the language. */
type Preset = Omit<JobBody, 'job_id' | 'name' | 'sentence'> & { job_id: PresetId };

const QUORUM = '2/3';
const job = (
  job_id: PresetId,
  required_roles: JobBody['required_roles'],
  rests_on: JobBody['rests_on'],
  phase: JobBody['phase'] = 'decide',
): Preset => ({ job_id, phase, required_roles, rests_on, quorum: QUORUM });

const BUYING_6: readonly Preset[] = [
  job('problem_identification', ['champion', 'decision_maker'], ['problem_statement']),
  job('solution_exploration', ['champion'], ['options']),
  job('requirements_building', ['champion', 'evaluator'], ['requirements']),
  job('supplier_selection', ['decision_maker', 'evaluator'], ['requirements', 'options', 'scores', 'claims_used']),
  job('validation', ['evaluator', 'finance'], ['claims_used', 'agreed_assumptions', 'net_value']),
  job('consensus_creation', ['decision_maker', 'approver'], ['chosen_option', 'net_value', 'decision_makers']),
];

const LIFECYCLE_5: readonly Preset[] = [
  job('learn', ['champion'], ['problem_statement', 'requirements', 'options']),
  job(
    'buy',
    ['decision_maker', 'approver'],
    ['requirements', 'options', 'scores', 'claims_used', 'chosen_option', 'net_value', 'decision_makers'],
  ),
  job('order_and_install', ['champion', 'procurement'], ['chosen_option'], 'after'),
  job('adopt', ['champion', 'user'], [], 'after'),
  job('support', ['user'], ['claims_used'], 'after'),
];

/** The presets a purchase can start with; each list is copied into the purchase and is its own from then on. */
export const TEMPLATES = {
  'buying-6': BUYING_6,
  'core-4': BUYING_6.slice(0, 4),
  'lifecycle-5': LIFECYCLE_5,
  none: [],
} as const satisfies Record<string, readonly Preset[]>;

export type TemplateName = keyof typeof TEMPLATES;

/** The jobs of a preset, in the language in force. */
export const presetJobs = (template: TemplateName): JobBody[] =>
  TEMPLATES[template].map(({ job_id, ...rest }) => ({ job_id, ...jobPresets[job_id], ...rest }));

/** The jobs that a ledger means which names a preset and no jobs: in English, whoever reads it. */
export const jobsMeantBy = (template: TemplateName): JobBody[] => inLanguage('en', () => presetJobs(template));
