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
  checklist?: readonly string[];
}

export interface PlanTemplate {
  label: string;
  about: string;
  steps: readonly TemplateStep[];
}

type Rest = Pick<TemplateStep, 'internal' | 'job_id' | 'checklist'>;
type Owner = `${Side} ${TemplateStep['role']}`;

function step(
  key: string,
  name: string,
  owner: Owner,
  duration_days: number,
  after: string[],
  rest: Rest = {},
): TemplateStep {
  const [side, role] = owner.split(' ') as [Side, TemplateStep['role']];
  return { key, name, side, role, duration_days, after, ...rest };
}

const needs = step('needs', 'Agree what it has to do', 'buyer champion', 5, [], { job_id: 'requirements_building' });
const decision = (after: string[]): TemplateStep =>
  step('decision', 'Decide', 'buyer decision_maker', 2, after, { job_id: 'consensus_creation' });
const signature = step('signature', 'Sign the contract', 'buyer approver', 2, [
  ...['draft', 'decision', 'budget', 'contract', 'order'],
]);

/** What has to be done inside the buying company whatever is bought: first of all, as it takes longest and is forgotten most. */
const budget = step('budget', 'Get the budget confirmed', 'buyer finance', 8, [], { internal: 'budget' });
const contract = (about: string[]): TemplateStep =>
  step('contract', 'Have the contract reviewed', 'buyer legal', 8, ['draft'], { internal: 'legal', checklist: about });
const order = (after: string[]): TemplateStep =>
  step('order', 'Have the order approved', 'buyer procurement', 5, after, { internal: 'procurement' });

const SOFTWARE: PlanTemplate = {
  label: 'Software',
  about: 'From what it has to do to the first working day with it.',
  steps: [
    budget,
    step('security', 'Review security and data protection', 'buyer security', 10, ['papers'], {
      internal: 'security',
      checklist: ['Where data is kept, and who can read it', 'Sign-in and roles', 'Backup, and the way out again'],
    }),
    contract(['Liability and term', 'Processing of personal data', 'Notice and return of data']),
    order(['budget', 'security', 'contract']),
    needs,
    step('papers', 'Send the papers on security and data protection', 'seller solutions', 3, []),
    step('shown', 'Show it with the buyer’s own cases', 'seller solutions', 5, ['needs'], {
      job_id: 'supplier_selection',
    }),
    step('trial', 'Try it with the people who will use it', 'buyer evaluator', 10, ['shown'], { job_id: 'validation' }),
    step('draft', 'Send the draft of the contract', 'seller sales', 3, ['shown']),
    decision(['trial']),
    signature,
    step('setup', 'Set it up and bring the data in', 'seller implementation', 10, ['signature']),
    step('training', 'Train the first people', 'seller implementation', 3, ['setup']),
    step('first_day', 'First working day with it', 'buyer champion', 0, ['training']),
  ],
};

const EQUIPMENT: PlanTemplate = {
  label: 'Equipment',
  about: 'From the specification to the machine that was taken over.',
  steps: [
    budget,
    step('safety', 'Check safety at work and access to the network', 'buyer security', 8, ['specification'], {
      internal: 'security',
      checklist: ['Risk of the workplace assessed', 'Works council informed', 'Network and remote access'],
    }),
    contract(['Warranty and liability', 'Delivery and penalties', 'Spare parts and service']),
    order(['budget', 'safety', 'contract']),
    needs,
    step('site', 'Look at the site', 'seller solutions', 2, ['needs'], {
      checklist: ['Floor, power and air', 'The way in for the machine', 'Who works there'],
    }),
    step('specification', 'Agree on the specification', 'buyer evaluator', 5, ['site'], {
      job_id: 'supplier_selection',
    }),
    step('reference', 'See one at work', 'buyer evaluator', 3, ['specification'], { job_id: 'validation' }),
    step('draft', 'Send offer and contract', 'seller sales', 5, ['specification']),
    decision(['reference']),
    signature,
    step('building', 'Build and test it', 'seller implementation', 40, ['signature']),
    step('acceptance', 'Accept it at the factory', 'buyer evaluator', 2, ['building']),
    step('installation', 'Deliver and install it', 'seller implementation', 8, ['acceptance']),
    step('takeover', 'Take it over', 'buyer champion', 1, ['installation']),
  ],
};

const SERVICES: PlanTemplate = {
  label: 'Services',
  about: 'From the task to the first result, with a fixed scope.',
  steps: [
    budget,
    step('access', 'Clear access to systems and rooms', 'buyer security', 5, ['scope'], { internal: 'security' }),
    contract(['Scope and acceptance', 'Confidentiality', 'Who may work for whom']),
    order(['budget', 'contract']),
    needs,
    step('scope', 'Propose scope, people and fee', 'seller sales', 5, ['needs'], { job_id: 'supplier_selection' }),
    step('people', 'Meet the people who would do it', 'buyer evaluator', 3, ['scope'], { job_id: 'validation' }),
    step('draft', 'Send the statement of work', 'seller sales', 3, ['scope']),
    decision(['people']),
    signature,
    step('kickoff', 'Begin together', 'seller implementation', 1, ['signature']),
    step('result', 'Look at the first result', 'buyer champion', 15, ['kickoff']),
  ],
};

/** Plans to begin with, by what is bought. */
export const PLAN_TEMPLATES = { software: SOFTWARE, equipment: EQUIPMENT, services: SERVICES } as const;

export type PlanTemplateName = keyof typeof PLAN_TEMPLATES;
export const PLAN_TEMPLATE_NAMES = Object.keys(PLAN_TEMPLATES) as [PlanTemplateName, ...PlanTemplateName[]];
