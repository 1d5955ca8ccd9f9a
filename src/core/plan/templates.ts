import { planPresets, planSteps } from '../../catalogue/plan-presets.ts';
import type { InternalKind, OWNER_ROLES } from '../body/plan.ts';
import type { Side } from '../body/words.ts';

/** A step of a template: roles in place of names, working days in place of dates. */
export interface TemplateStep {
  key: string;
  name: string;
  side: Side;
  role: (typeof OWNER_ROLES)[number];
  duration_days: number;
  after: readonly string[];
  internal?: InternalKind;
  /** The job of the preset `buying-6` that it serves, where the purchase has it. */
  job_id?: string;
  checklist: readonly string[] | undefined;
}

export interface PlanTemplate {
  label: string;
  about: string;
  steps: readonly TemplateStep[];
}

type Rest = Pick<TemplateStep, 'internal' | 'job_id'>;
type Owner = `${Side} ${TemplateStep['role']}`;

type Preset = keyof typeof planPresets;
/** The texts of a template, whichever it is. */
interface Told {
  steps: Readonly<Record<string, string | undefined>>;
  checklists: Readonly<Record<string, readonly string[] | undefined>>;
}

/** A step; what it is called and checks is read in the language in force. */
function step(
  template: Preset,
  key: string,
  owner: Owner,
  duration_days: number,
  after: string[],
  rest: Rest = {},
): TemplateStep {
  const [side, role] = owner.split(' ') as [Side, TemplateStep['role']];
  const told = (): Told => planPresets[template];
  const common: Told['steps'] = planSteps;
  return {
    key,
    get name() {
      return told().steps[key] ?? common[key] ?? key;
    },
    side,
    role,
    duration_days,
    after,
    get checklist() {
      return told().checklists[key];
    },
    ...rest,
  };
}

const needs = (of: Preset): TemplateStep =>
  step(of, 'needs', 'buyer champion', 5, [], { job_id: 'requirements_building' });
const decision = (of: Preset, after: string[]): TemplateStep =>
  step(of, 'decision', 'buyer decision_maker', 2, after, { job_id: 'consensus_creation' });
const signature = (of: Preset): TemplateStep =>
  step(of, 'signature', 'buyer approver', 2, ['draft', 'decision', 'budget', 'contract', 'order']);

/** What has to be done inside the buying company whatever is bought: first of all, as it takes longest and is forgotten most. */
const budget = (of: Preset): TemplateStep => step(of, 'budget', 'buyer finance', 8, [], { internal: 'budget' });
const contract = (of: Preset): TemplateStep => step(of, 'contract', 'buyer legal', 8, ['draft'], { internal: 'legal' });
const order = (of: Preset, after: string[]): TemplateStep =>
  step(of, 'order', 'buyer procurement', 5, after, { internal: 'procurement' });

const plan = (of: Preset, steps: readonly TemplateStep[]): PlanTemplate => ({
  get label() {
    return planPresets[of].label;
  },
  get about() {
    return planPresets[of].about;
  },
  steps,
});

const SOFTWARE = plan('software', [
  budget('software'),
  step('software', 'security', 'buyer security', 10, ['papers'], { internal: 'security' }),
  contract('software'),
  order('software', ['budget', 'security', 'contract']),
  needs('software'),
  step('software', 'papers', 'seller solutions', 3, []),
  step('software', 'shown', 'seller solutions', 5, ['needs'], { job_id: 'supplier_selection' }),
  step('software', 'trial', 'buyer evaluator', 10, ['shown'], { job_id: 'validation' }),
  step('software', 'draft', 'seller sales', 3, ['shown']),
  decision('software', ['trial']),
  signature('software'),
  step('software', 'setup', 'seller implementation', 10, ['signature']),
  step('software', 'training', 'seller implementation', 3, ['setup']),
  step('software', 'first_day', 'buyer champion', 0, ['training']),
]);

const EQUIPMENT = plan('equipment', [
  budget('equipment'),
  step('equipment', 'safety', 'buyer security', 8, ['specification'], { internal: 'security' }),
  contract('equipment'),
  order('equipment', ['budget', 'safety', 'contract']),
  needs('equipment'),
  step('equipment', 'site', 'seller solutions', 2, ['needs']),
  step('equipment', 'specification', 'buyer evaluator', 5, ['site'], { job_id: 'supplier_selection' }),
  step('equipment', 'reference', 'buyer evaluator', 3, ['specification'], { job_id: 'validation' }),
  step('equipment', 'draft', 'seller sales', 5, ['specification']),
  decision('equipment', ['reference']),
  signature('equipment'),
  step('equipment', 'building', 'seller implementation', 40, ['signature']),
  step('equipment', 'acceptance', 'buyer evaluator', 2, ['building']),
  step('equipment', 'installation', 'seller implementation', 8, ['acceptance']),
  step('equipment', 'takeover', 'buyer champion', 1, ['installation']),
]);

const SERVICES = plan('services', [
  budget('services'),
  step('services', 'access', 'buyer security', 5, ['scope'], { internal: 'security' }),
  contract('services'),
  order('services', ['budget', 'contract']),
  needs('services'),
  step('services', 'scope', 'seller sales', 5, ['needs'], { job_id: 'supplier_selection' }),
  step('services', 'people', 'buyer evaluator', 3, ['scope'], { job_id: 'validation' }),
  step('services', 'draft', 'seller sales', 3, ['scope']),
  decision('services', ['people']),
  signature('services'),
  step('services', 'kickoff', 'seller implementation', 1, ['signature']),
  step('services', 'result', 'buyer champion', 15, ['kickoff']),
]);

/** Plans to begin with, by what is bought. */
export const PLAN_TEMPLATES = { software: SOFTWARE, equipment: EQUIPMENT, services: SERVICES } as const;

export type PlanTemplateName = keyof typeof PLAN_TEMPLATES;
export const PLAN_TEMPLATE_NAMES = Object.keys(PLAN_TEMPLATES) as [PlanTemplateName, ...PlanTemplateName[]];
